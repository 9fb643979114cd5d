"""Speakers: who says what stands beside a cue, in a text that is read once from left to right."""

from __future__ import annotations

from press.reading.attribution.antecedents.offices import Offices
from press.reading.attribution.memory import Memory, Who
from press.reading.attribution.references import References
from press.reading.attribution.subjects.english import English
from press.reading.attribution.subjects.finder import Finder
from press.reading.attribution.subjects.phrases import Phrases
from press.reading.attribution.subjects.slavic import Slavic
from press.reading.document import Document, Sentence
from press.reading.grammar import Cue, Grammar

#: Finders of the subject of a verb, as ``subjects`` in a language's vocabulary names them.
_FINDERS: dict[str, type[Finder]] = {"english": English, "slavic": Slavic}
#: Kinds of cues that are phrases, not verbs.
_PHRASES = frozenset({"according", "noun"})


class Speakers:
    """The speakers of one document; call ``enter`` and ``leave`` for each sentence in order.

    What has been named and said so far is asked of the references and the memory, and stands here under
    their names.
    """

    def __init__(self, document: Document, grammar: Grammar) -> None:
        references = References(document, grammar)
        memory = Memory(references)
        offices = Offices(memory)
        self._references = references
        self._subjects = _FINDERS[references.wording.subjects](memory, offices)
        self._phrases = Phrases(self._subjects)
        self.at, self.ending_at, self.around = references.at, references.ending_at, references.around
        self.after, self.before, self.cover = references.after, references.before, references.cover
        self.enter, self.leave, self.spoke = memory.enter, memory.leave, memory.spoke
        self.last, self.about = memory.last, memory.about
        self.named = offices.speaker
        self.owned = self._phrases.owned

    def of_cue(self, cue: Cue, sentence: Sentence, inside: bytearray, forward: bool = False) -> Who:
        """The speaker of a cue in a sentence; ``inside`` marks the sentence's quoted tokens.

        ``forward`` tells that what is said follows the cue, so that a subject may stand far before it.
        """
        outside = self._references.outside(inside, cue, sentence)
        if cue.kind in _PHRASES:
            return self._phrases.of_phrase(cue, sentence, outside)
        return self._subjects.of_verb(cue, sentence, outside, forward)
