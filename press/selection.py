"""Selection: the one filter of the whole program, as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from press.text.clean import clean
from press.text.words import fold

#: Fields that hold several values, and how each is named where the selection is put into words.
LISTS = {
    "languages": "language",
    "outlets": "outlet",
    "groups": "group of outlets",
    "topics": "topic",
    "actors": "naming",
    "kinds": "kind",
}
_MOST_WORDS = 200  # characters of the words that are searched
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected; empty fields select everything. Frozen and normalised, so it is a cache key.

    Attributes
    ----------
    start, end : date or None
        First and last day of publication, both included.
    languages, outlets, groups, topics, actors, kinds : tuple of str
        Values of which an article (for ``kinds``: a statement) must have one.
    words : str
        Words that must all stand in title or text, or begin a word there, whatever their case, script or
        diacritics: "gas" finds "Gasprom", "vucic" finds "Вучићу".
    """

    start: date | None = None
    end: date | None = None
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: str = ""

    def __post_init__(self) -> None:
        for name in LISTS:
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
        object.__setattr__(self, "words", " ".join(self.words.split())[:_MOST_WORDS])
        if self.start and self.end and self.start > self.end:
            start, end = self.end, self.start
            object.__setattr__(self, "start", start)
            object.__setattr__(self, "end", end)

    @property
    def is_empty(self) -> bool:
        """Whether everything is selected."""
        return all(not getattr(self, f.name) for f in fields(self))

    def before(self) -> Selection | None:
        """The period of equal length before this one, None where the selection has no start and end."""
        if not self.start or not self.end:
            return None
        length = self.end - self.start + timedelta(1)
        return replace(self, start=self.start - length, end=self.start - timedelta(1))

    def describe(self, labels: Mapping[str, str] | None = None) -> str:
        """The selection in words, with ``labels`` for identifiers."""
        names = labels or {}
        parts = []
        if self.start and self.end:
            parts.append(f"{self.start.isoformat()} to {self.end.isoformat()}")
        elif self.start:
            parts.append(f"since {self.start.isoformat()}")
        elif self.end:
            parts.append(f"until {self.end.isoformat()}")
        for name, called in LISTS.items():
            values = getattr(self, name)
            if values:
                shown = [names.get(v, v) for v in values]
                more = f" or {len(shown) - 3} more" if len(shown) > 3 else ""
                parts.append(f"{called} {' or '.join(shown[:3])}{more}")
        if self.words:
            parts.append(f"with “{self.words}”")
        return "; ".join(parts) if parts else "everything"

    def searched(self) -> list[str]:
        """The words that are searched, folded."""
        return words_of(self.words)


def search_key(text: str) -> str:
    """Text as it is searched: lower case, Serbian Cyrillic as Latin, without diacritics and what nobody sees."""
    return fold(clean(text).text, "sr")


def words_of(text: str) -> list[str]:
    """The different words of a text as they are searched, in their order."""
    return list(dict.fromkeys(_WORD.findall(search_key(text))))
