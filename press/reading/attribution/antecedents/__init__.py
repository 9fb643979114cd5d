"""Whom the text means by words that are no name: the nearest earlier one that agrees, the last speaker first.

(Centering: the subject of speech is the likeliest to be taken up again; Grosz, Joshi & Weinstein,
"Centering", Computational Linguistics 21(2), 1995.)

============  ==============================================================================
``nouns``     the senator, the committee, the official: who was introduced or described so
``offices``   the minister, the Russian president, the paper: words of the vocabulary
``pronouns``  he, she, they, it, and the subject that a verb leaves out
============  ==============================================================================
"""
