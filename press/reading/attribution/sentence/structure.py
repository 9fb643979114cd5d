"""The structure of one sentence: its quotations, cues and clauses in one, and what has been told of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from press.reading.attribution.memory import Who
from press.reading.attribution.sentence import clauses, cues, quotations
from press.reading.attribution.sentence.clauses import Clause
from press.reading.attribution.sentence.words import Words
from press.reading.attribution.speakers import Speakers
from press.reading.document import Document, Sentence, Statement
from press.reading.grammar import Cue, Grammar
from press.text.phrases import Hit
from press.text.quotes import Quote


class Structure(Words):
    """One sentence with its quotations, cues and clauses; rules read it and :meth:`report` what they find.

    Parameters
    ----------
    document, grammar, speakers : Document, Grammar, Speakers
        The text, the grammar of its language, and who spoke so far.
    index : int
        Which sentence of the text.
    hits : list of Hit
        Phrases of speech that begin in the sentence, in order; some of them are cues here.
    quotes : list of Quote
        Outermost quotations of the sentence, in order; the first may have begun before it.
    statements : list of Statement
        The statements of the text so far; new ones are added to it.

    Attributes
    ----------
    speech : list of Quote
        Quotations that can be speech; ``inside`` marks their tokens.
    cues : list of Cue
        In order, but for ``opening``: a phrase that takes up the sentence before ("This was said by X").
    clauses : list of Clause
        Empty where there is no cue. ``semicolons`` and ``breaks`` are the starts of those that stand after a
        semicolon, and after a semicolon or colon.
    told, spent : list of Quote, set of int
        Filled by the rules of direct speech: quotations that are statements, and the (first tokens of) cues
        that attribute them.
    """

    __slots__ = (
        "_governed", "breaks", "clause_firsts", "clauses", "cues", "document", "index", "inside", "opening",
        "order", "quotes", "semicolons", "speech", "spent", "statements", "told", "verb_firsts",
    )  # fmt: skip

    def __init__(
        self,
        document: Document,
        grammar: Grammar,
        speakers: Speakers,
        index: int,
        hits: list[Hit[str]],
        quotes: list[Quote],
        statements: list[Statement],
    ) -> None:
        super().__init__(document, grammar, speakers, document.sentences[index])
        self.document, self.index, self.statements = document, index, statements
        self.quotes = quotes
        self.speech = [q for q in quotes if quotations.is_speech(self, q)]
        self.inside = quotations.quoted_tokens(self, self.speech)
        found = cues.find(self, hits, self.inside)
        self.opening = found.pop(0) if found and found[0].kind == "cataphor" else None
        self.cues = found
        self.order = {c.first: i for i, c in enumerate(found)}
        self.verb_firsts = {c.first for c in found if c.kind in cues.VERBS}
        self.clauses = clauses.find(self, self.speech) if found else []
        self.clause_firsts = [c.first for c in self.clauses]
        self.semicolons = [c.start for c in self.clauses if c.before == ";"]
        self.breaks = [c.start for c in self.clauses if c.before in (";", ":")]
        self._governed: dict[int, int | None] = {}  # cue to the token after its complementiser
        self.told: list[Quote] = []
        self.spent: set[int] = set()

    # -- look-ups -----------------------------------------------------------------------------

    def clause_at(self, token: int) -> Clause:
        """The clause of a token; the first one for what stands before it."""
        return self.clauses[max(0, bisect_right(self.clause_firsts, token) - 1)]

    def clause_before(self, clause: Clause) -> Clause | None:
        """The clause before another."""
        return self.clauses[clause.number - 1] if clause.number else None

    def clause_after(self, clause: Clause) -> Clause | None:
        """The clause after another."""
        return self.clauses[clause.number + 1] if clause.number + 1 < len(self.clauses) else None

    def cues_after(self, cue: Cue) -> list[Cue]:
        """The cues that follow a cue of the sentence."""
        return self.cues[self.order[cue.first] + 1 :]

    def complementiser(self, cue: Cue) -> int | None:
        """Token after the complementiser that a cue governs, None where it governs none."""
        if cue.first not in self._governed:
            self._governed[cue.first] = cues.complementiser(self, cue, self.inside, self.verb_firsts)
        return self._governed[cue.first]

    def next_told(self, start: int) -> int:
        """Where the first quotation told as a statement begins from a character on, or the sentence's end."""
        i = bisect_left(self.told, start, key=lambda q: q.start)
        return self.told[i].start if i < len(self.told) else self.end

    def neighbour(self, step: int) -> Sentence | None:
        """The sentence ``step`` after this one (before it where negative), None where the text has none."""
        i = self.index + step
        return self.document.sentences[i] if 0 <= i < len(self.document.sentences) else None

    # -- what is told -------------------------------------------------------------------------

    def speaker(self, cue: Cue, forward: bool = False) -> Who:
        """The speaker of a cue; ``forward`` tells that what is said follows it."""
        return self.speakers.of_cue(cue, self.sentence, self.inside, forward)

    def report(self, kind: str, start: int, end: int, cue: Cue | None, who: Who) -> None:
        """Add a statement: its kind, its characters, the cue that attributes it, and who makes it."""
        words = cue.text if cue else ""
        self.statements.append(
            Statement(
                kind, start, end, words, who.name, who.surface, who.country, who.through, self.index, who.spoken_as
            )
        )
        self.speakers.spoke(who)
