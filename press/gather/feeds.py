"""The feeds that are read, as data: ``data/feeds.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from press.vocabulary import ROOT

FEEDS = ROOT / "data" / "feeds.toml"
GDELT = "https://api.gdeltproject.org/api/v2/doc/doc"


class FeedError(ValueError):
    """``feeds.toml`` cannot be read; the message names the entry and the field."""


@dataclass(frozen=True)
class Feed:
    """A feed of one outlet, or a GDELT query.

    Attributes
    ----------
    outlet, country, group, language
        As in ``data/vocabulary/outlets.toml``; ``outlet`` and ``language`` are empty where articles differ.
    url, query : str
        One of them: the address of an RSS or Atom feed, or a query to the GDELT DOC 2.0 API.
    licence : str
        Under which the full text may be stored; empty where none is held.
    """

    outlet: str
    country: str
    group: str
    language: str
    url: str = ""
    query: str = ""
    licence: str = ""

    @property
    def address(self) -> str:
        """What is asked for."""
        if self.url:
            return self.url
        asked = {
            "query": self.query,
            "mode": "artlist",
            "format": "json",
            "maxrecords": 75,
            "timespan": "3d",
            "sort": "datedesc",
        }
        return f"{GDELT}?{urlencode(asked)}"

    @property
    def name(self) -> str:
        """What the table of a run calls it."""
        return self.outlet or "GDELT"


def load(path: Path = FEEDS) -> list[Feed]:
    """Read the feeds of a TOML file.

    Raises
    ------
    FeedError
        Naming what is wrong with which entry.
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf8")).get("feed", [])
    except (OSError, ValueError) as error:
        raise FeedError(f"{path}: cannot be read: {error}") from error
    out = []
    for number, row in enumerate(rows, 1):
        place = f"{path}, feed {number}"
        unknown = set(row) - set(Feed.__dataclass_fields__)
        if unknown or any(not isinstance(value, str) for value in row.values()):
            raise FeedError(f"{place}: field “{min(unknown, default='?')}” is not known or is no text")
        try:
            found = Feed(**row)
        except TypeError:
            raise FeedError(f"{place}: has to name outlet, country, group and language") from None
        if bool(found.url) == bool(found.query):
            raise FeedError(f"{place}: has to have either url or query")
        out.append(found)
    return out
