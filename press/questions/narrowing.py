"""Conditions beside the selection: what a visitor clicked in a chart or chose on a page.

Each is a value: empty fields narrow nothing, all others must hold. What is asked for twice (a speaker who was chosen,
another who was clicked) is told by two narrowings, both of which must hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from press.questions.periods import During


@dataclass(frozen=True, slots=True)
class Articles:
    """A narrowing of articles.

    Attributes
    ----------
    topics : tuple of str
        Topics that an article must have, all of them.
    group : str
        Group of its outlet.
    during : During, optional
        When it was published.
    """

    topics: tuple[str, ...] = ()
    group: str = ""
    during: During | None = None

    def condition(self) -> tuple[str, list[Any]]:
        """SQL that holds for rows of ``articles``, and its values."""
        conditions = ["list_contains(topics, ?)"] * len(self.topics)
        values: list[Any] = list(self.topics)
        if self.group:
            conditions.append("outlet_group = ?")
            values.append(self.group)
        if self.during:
            inside, days = self.during.condition()
            conditions.append(inside)
            values += days
        return " AND ".join(conditions) or "TRUE", values


@dataclass(frozen=True, slots=True)
class Statements:
    """A narrowing of statements.

    Attributes
    ----------
    speaker : str
    target : str
        Party that a statement takes up.
    kinds : tuple of str
        'direct', 'indirect', 'mixed': one of them.
    label : str
        Tone: 'negative', 'neutral', 'positive'.
    topic : str
        Topic of the article that it stands in.
    during : During, optional
        When the article was published.
    """

    speaker: str = ""
    target: str = ""
    kinds: tuple[str, ...] = ()
    label: str = ""
    topic: str = ""
    during: During | None = None

    def condition(self, stances: bool = False) -> tuple[str, list[Any]]:
        """SQL that holds for rows ``s`` of ``article_statements`` or of ``article_stances``, and its values."""
        terms: list[tuple[str, list[Any]]] = []
        if self.speaker:
            terms.append(("s.speaker = ?", [self.speaker]))
        if self.target:
            terms.append(("s.statement_id IN (SELECT statement_id FROM stances WHERE target = ?)", [self.target]))
        if self.kinds:
            terms.append((f"s.kind IN ({', '.join('?' * len(self.kinds))})", list(self.kinds)))
        if self.label:  # a stance has a label of its own
            own = "s.label = ?"
            of_statement = "s.statement_id IN (SELECT statement_id FROM statements WHERE label = ?)"
            terms.append((of_statement if stances else own, [self.label]))
        if self.topic:
            about = "s.article_id IN (SELECT article_id FROM articles WHERE list_contains(topics, ?))"
            terms.append((about, [self.topic]))
        if self.during:
            terms.append(self.during.condition("s."))
        return " AND ".join(t for t, _ in terms) or "TRUE", [v for _, values in terms for v in values]


EVERY_ARTICLE, EVERY_STATEMENT = Articles(), Statements()
