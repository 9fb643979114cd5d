"""Who said what: quotations and reported speech, with their speakers.

===============  ===========================================================================
``grammar``      cues and closed classes of a language
``statements``   the statements of a text
``speakers``     who says what stands beside a cue: the door to the modules below
``subjects``     the subject of a verb, by language, and the source in a phrase
``antecedents``  whom a pronoun, an office or a noun stands for
``memory``       who spoke and who was named so far
``references``   the mentions of a text by their tokens
``wording``      the words and endings by which a language tells who speaks
===============  ===========================================================================
"""
