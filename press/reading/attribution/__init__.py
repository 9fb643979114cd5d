"""Who said what: quotations and reported speech, with their speakers.

================  ==========================================================================
``statements``    the statements of a text, from the first sentence to the last
``sentence``      one sentence as the rules see it: words, quotations, cues, clauses
``direct``        direct speech: which quotations are statements, and their cues
``beside``       who stands straight beside a quotation: its signature, a verb that no list has
``turns``        what is said after a name and a colon: interviews, headlines
``indirect``      reported speech: which rule reads which cue, and what of its finds is told
``framing``       what an attribution clause frames: CONTENT, he said
``governed``      what a cue governs: he said that CONTENT
``extent``        where a reported clause begins and ends
``speakers``      who says what stands beside a cue: the door to the modules below
``subjects``      the subject of a verb, by language, and the source in a phrase
``antecedents``   whom a pronoun, an office or a noun stands for
``memory``        who spoke and who was named so far
``references``    the mentions of a text by their tokens
``saying``        whether a cue with its speaker tells that something was said at all
``attributing``   which clauses only attribute: …, he said
``author_words``  the author's words inside a speech
================  ==========================================================================
"""
