"""Candidates: the sentences and types of event that a trigger proposes, with their features."""

from __future__ import annotations

from typing import NamedTuple

from press.reading.document import Document
from press.reading.events.features import Context, sentence_features, statement_features, type_features
from press.reading.events.places import Place, triggers
from press.text.words import tokenise, vocabulary_language


class Candidate(NamedTuple):
    """A sentence that may report an event of a type.

    ``trigger`` is the token that proposes it. What decides are features that hold, by name, of the ``sentence``
    and its ``own``; ``company`` is filled by :func:`press.reading.events.model.company`.
    """

    type: str
    place: Place
    trigger: int
    sentence: list[str]
    own: list[str]
    company: dict[str, float]

    @property
    def start(self) -> int:
        """First character of the sentence."""
        return self.place.sentence.start

    @property
    def end(self) -> int:
        """Character after the sentence."""
        return self.place.sentence.end

    @property
    def features(self) -> dict[str, float]:
        """All features with their values; one that is absent is 0."""
        return dict.fromkeys(self.sentence + self.own, 1.0) | self.company

    def __contains__(self, feature: object) -> bool:
        return feature in self.sentence or feature in self.own


def candidates(document: Document, places: list[Place]) -> list[Candidate]:
    """Every sentence and type that a trigger proposes, with features."""
    language = vocabulary_language(document.language)
    title = tokenise(document.title, document.language).keys
    title_groups = [g for hit in triggers(language).scan(title) for g in hit.value if not g.paired]
    article = Context(
        {g.type for g in title_groups},
        {g.name for g in title_groups},
        set(document.title_mentions),
        ":" in document.title or any(c in document.title for c in '"“„«'),
        set(),
    )
    told: set[str] = set()
    speakers: set[str] = set()
    out: list[Candidate] = []
    for p in places:
        sentence, proposed = p.sentence, p.triggers
        said = [s for s in p.speech if s.sentence == p.number or sentence.start <= s.start < sentence.end]
        if said or not p.order or "report" in p.cues:
            proposed.setdefault("statement", [(sentence.first, "statement.none")])
        else:
            proposed.pop("statement", None)
        if not proposed:
            continue
        if not p.order:
            article.lead.update(proposed)
        shared, counts = sentence_features(p, article, len(places), document.published)
        first_type = (
            min((found[0][0], kind) for kind, found in proposed.items() if kind != "statement")[1]
            if len(proposed) > ("statement" in proposed)
            else ""
        )
        for kind, found in proposed.items():
            own = type_features(kind, found, p, article, counts, document)
            if kind == first_type:
                own.append("first_trigger")
            if kind in told:
                own.append("told")
            if kind == "statement":
                own += statement_features(said, p, article, speakers)
            out.append(Candidate(kind, p, found[0][0], shared, own, {}))
        told.update(proposed)
        speakers.update(s.speaker for s in said)
    return out
