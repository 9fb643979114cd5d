"""Text as it is searched: without what makes no difference to who looks for a word."""

from __future__ import annotations

import re

from press.text.clean import clean
from press.text.words import fold

_WORD = re.compile(r"\w+")


def search_key(text: str) -> str:
    """Text as it is searched: lower case, Serbian Cyrillic as Latin, without diacritics and what nobody sees."""
    return fold(clean(text).text, "sr")


def words_of(text: str) -> list[str]:
    """The different words of a text as they are searched, in their order."""
    return list(dict.fromkeys(_WORD.findall(search_key(text))))
