"""What a visitor is about to add: articles as they were read, with the days that undated ones may be of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from components.workspace import MOST_ARTICLES
from press.article import Article
from press.readers import Notice, Refusal, days, fields

#: Refusals that are listed; the others are counted.
_MOST_REFUSALS = 5_000

#: How a day is known, in words.
BASIS = {
    "given": "as the source gives it",
    "metadata": "from the page's metadata",
    "inferred": "chosen from what was suggested",
    "unknown": "unknown",
}


@dataclass(slots=True)
class Item:
    """An article to be added (or not, where the visitor says so), and the days suggested where its source tells none."""

    article: Article
    candidates: list[days.Candidate] = field(default_factory=list)
    add: bool = True

    @classmethod
    def of(cls, article: Article) -> Item:
        """An item with its suggestions."""
        return cls(article, [] if article.published else days.candidates(article))

    def edited(self, changes: Mapping[str, Any]) -> Item:
        """The item with fields as the visitor wants them: title, outlet, url, language, published, and whether to add it.

        A day that was suggested counts as inferred, another as given.
        """
        own: dict[str, Any] = {
            name: str(changes[name] or "").strip() for name in ("title", "outlet", "url") if name in changes
        }
        if "language" in changes:
            own["language"] = fields.language_code(str(changes["language"] or ""))
        article = replace(self.article, **own)
        if "published" in changes:
            day = _day(changes["published"])
            if day != article.published:
                suggested = day in {c.day for c in self.candidates}
                article.published = day
                article.date_basis = "unknown" if day is None else "inferred" if suggested else "given"
        return replace(self, article=article, add=bool(changes.get("add", self.add)))


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    return days.read(str(value)) if value else None


@dataclass(slots=True)
class Tray:
    """What was read and is not added yet: items, what could not be read, and what was left out of the items."""

    items: list[Item] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    refused: int = 0
    notices: list[Notice] = field(default_factory=list)

    def take(self, found: Iterable[Article | Refusal]) -> Iterator[int]:
        """Take in what a reader yields; yields the number of things read so far."""
        for item in found:
            if isinstance(item, Article) and len(self.items) >= MOST_ARTICLES:
                item = Refusal(
                    item.title or "article", 0, "", f"is beyond the {MOST_ARTICLES:,} that are taken at once"
                )
            if isinstance(item, Refusal):
                self.refused += 1
                if len(self.refusals) < _MOST_REFUSALS:
                    self.refusals.append(item)
            else:
                self.items.append(Item.of(item))
            yield len(self.items) + self.refused

    def accept_suggestions(self) -> None:
        """Give each undated item the likeliest day suggested: only where the visitor asks for it."""
        self.items = [
            item.edited({"published": item.candidates[0].day})
            if item.add and item.article.published is None and item.candidates
            else item
            for item in self.items
        ]
