"""Notices to readers that stand among an article's paragraphs: log in, subscribe, this post appeared first on."""

from __future__ import annotations

import re
from functools import cache

from press.text.words import to_latin
from press.vocabulary import read

_LONGEST = 300


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = read("pages")["notices"]
    begins, holds = ("|".join(re.escape(_plain(words)) for words in data[key]) for key in ("begins", "holds"))
    return re.compile(rf"\W*(?:{begins})(?!\w)"), re.compile(holds)


def _plain(text: str) -> str:
    return to_latin(text).casefold()


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph speaks to the reader of the site, not of the news."""
    if len(paragraph) > _LONGEST:
        return False
    begins, holds = _phrases()
    plain = _plain(paragraph)
    return begins.match(plain) is not None or holds.search(plain) is not None


def without(text: str) -> str:
    """A text without the paragraphs that are notices."""
    rows = text.split("\n")
    kept = [row for row in rows if not row.strip() or not is_notice(row)]
    return text if len(kept) == len(rows) else "\n".join(kept).strip("\n")
