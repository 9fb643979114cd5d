"""Acronyms: short names in capitals whose letters also make ordinary words (SAD and sad, WHO and who, НИС and Ниш).

Such a word keeps its capitals in its key, so that it is found only where it is written so. Longer ones make no other
word, and are also written as names are (Nato).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from press.vocabulary import read

#: Files of the vocabulary that hold names, and their fields that hold none.
_FILES = ("countries", "events", "institutions", "organisations", "outlets", "parties", "roles", "topics")
_CODES = frozenset({"code", "id", "country", "of", "home_of", "kind", "group", "cameo"})
_LONGEST = 3
_WORD = re.compile(r"[^\W\d_]+")
#: A word of a text that may be one: its letters, and a genitive or the ending of a Slavic case (SAD-a, НИСом).
_WRITTEN = re.compile(r"(\w{2,3}?)(?:['’]s|-?[aeiouаеиоуыэюяієї][^\W\d_A-ZА-ЯЂЈЉЊЋЏІЇЄҐŠĐČĆŽ]{0,3})?")


def _names(value: Any) -> Iterator[str]:
    """The texts of a vocabulary file that are no codes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _CODES:
                yield from _names(item)


@cache
def known() -> frozenset[str]:
    """The short acronyms of the vocabulary, as they are written."""
    words = {word for file in _FILES for name in _names(read(file)) for word in _WORD.findall(name)}
    return frozenset(w for w in words if 2 <= len(w) <= _LONGEST and w[0].isupper() and sum(map(str.isupper, w)) > 1)


def acronym(word: str) -> str:
    """The known acronym that a word of a text is a form of, '' where it is none.

    >>> acronym("NIS-a"), acronym("BiH"), acronym("Nis"), acronym("US-led")
    ('NIS', 'BiH', '', '')
    """
    if not word[:1].isupper() or word[1:3].islower():
        return ""
    written = _WRITTEN.fullmatch(word)
    return written[1] if written and written[1] in known() else ""
