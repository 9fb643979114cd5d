"""One sentence as the rules of attribution see it.

==============  =============================================================================
``words``       its words, the marks between them, and what their forms tell
``quotations``  which of its quotations are speech
``verbs``       whether a word of speech is a finite verb here
``cues``        which phrases are cues here, and the complementiser that a cue governs
``clauses``     where it is parted into clauses
``structure``   all of that in one, with the look-ups that the rules ask, and what has been told
==============  =============================================================================
"""
