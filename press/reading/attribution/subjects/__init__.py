"""The speaker beside a cue, as each language tells it.

================  ===========================================================================
``finder``        what finds the subject of a verb, and what all finders share
``english``       the subject of an English verb, by its place
``inversion``     the English subject that stands behind its verb
``noun_phrases``  the speaker that an English noun phrase names or describes
``slavic``        the subject of a Serbian, Russian or Ukrainian verb, by case and agreement
``phrases``       the source in a phrase of any language: according to X, in his words
================  ===========================================================================
"""
