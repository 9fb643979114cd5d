"""Who said what: quotations and reported speech, with their speakers.

==============  =======================================================
``grammar``     cues and closed classes of a language
``statements``  the statements of a text
``speakers``    the subject beside a cue, and whom a pronoun stands for
==============  =======================================================
"""
