"""What happened or is set to happen.

================  ======================================================
``events``        the events of a text, from the steps below
``places``        sentences with their dates, names, cues and triggers
``candidates``    the sentences and types that a trigger proposes
``features``      what tells whether a sentence reports an event
``model``         which candidates are events
``dating``        the day of an event
``background``    whether an event is the news, was before or lies ahead
``participants``  the actors of an event
================  ======================================================
"""
