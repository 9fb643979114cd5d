"""Words: where they stand in a text, and the keys under which they are looked up."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import NamedTuple, TypeVar

from press.text.acronyms import acronym

V = TypeVar("V")

#: A word: letters and digits, joined by single hyphens or apostrophes. (++ gives nothing back, and so keeps no
#: places to go back to; the group has split() keep the words.)
WORD = re.compile(r"([^\W_]++(?:[-'’ʼ`][^\W_]++)*+)")

_SERBIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z", "и": "i",
    "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š",
}  # fmt: skip
_SERBIAN_UPPER = {c.upper(): latin[0].upper() + latin[1:] for c, latin in _SERBIAN.items()}
_TO_LATIN = str.maketrans(_SERBIAN | _SERBIAN_UPPER)
_PLAIN = str.maketrans({"đ": "dj", "ł": "l", "ø": "o", "ß": "ss", "’": "'", "ʼ": "'", "`": "'"})
_SERBIAN_PLAIN = _PLAIN | {letter: latin.translate(_PLAIN) for letter, latin in _TO_LATIN.items()}

#: Languages written in the Serbian alphabets, read with one vocabulary.
SERBO_CROATIAN = frozenset({"sr", "hr", "bs", "sh", "cnr", "me"})
#: Cyrillic languages that are folded within Cyrillic.
CYRILLIC = frozenset({"ru", "uk", "be", "bg", "mk"})


def vocabulary_language(language: str) -> str:
    """The vocabulary that reads ``language``: 'en', 'sr', 'ru' or 'uk'.

    A language that has none is read with that of its script's largest neighbour, so that names and
    quotation marks still work.
    """
    if language in SERBO_CROATIAN:
        return "sr"
    if language in ("en", "ru", "uk"):
        return language
    return "ru" if language in CYRILLIC else "en"


def to_latin(text: str) -> str:
    """Serbian Cyrillic to Serbian Latin, letter for letter (Вучић → Vučić)."""
    return text.translate(_TO_LATIN)


def _strip_marks(word: str) -> str:
    plain = unicodedata.normalize("NFD", word)
    for mark in set(plain):  # few different ones, also where the "word" is a whole text
        if unicodedata.combining(mark):
            plain = plain.replace(mark, "")
    return plain


def fold(word: str, language: str) -> str:
    """The key under which a word is looked up.

    Lower case; in Serbian the Latin letters without diacritics, so that Вучић, Vučić and Vucic are
    one (đ becomes dj); in Russian and Ukrainian the Cyrillic letters with ё as е; elsewhere Latin
    letters without diacritics. An English possessive 's is dropped.
    """
    word = word.lower()
    language = vocabulary_language(language)
    if language == "sr":
        return word.replace("`", "'") if word.isascii() else _strip_marks(word.translate(_SERBIAN_PLAIN))
    if language in ("ru", "uk"):
        return word.replace("ё", "е").replace("’", "'").replace("ʼ", "'").replace("`", "'")
    word = word.translate(_PLAIN)
    if not word.isascii():
        word = _strip_marks(word)
    if word.endswith("'s"):
        return word[:-2]
    return word


class Memo(dict[str, V]):
    """What ``make`` says of each word; emptied when it grows past ``limit`` words."""

    limit = 300_000

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, word: str) -> V:
        if len(self) > self.limit:
            self.clear()
        value = self[word] = self.make(word)
        return value


def key(word: str, language: str) -> str:
    """The key of a word as it is written: folded, but that a short acronym keeps its capitals.

    >>> key("SAD-a", "sr"), key("Sad", "sr"), key("САД", "sr")
    ('SAD', 'sad', 'SAD')
    """
    return acronym(to_latin(word) if vocabulary_language(language) == "sr" else word) or fold(word, language)


@cache
def _keys(language: str) -> Memo[str]:
    return Memo(lambda word: key(word, language))


class Tokens(NamedTuple):
    """The words of a text, column by column.

    ``words[i]`` stands at ``text[starts[i]:ends[i]]``; ``keys[i]`` is its folded form.
    """

    words: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after a character offset."""
        return bisect_left(self.starts, offset)


def tokenise(text: str, language: str) -> Tokens:
    """Split a text into words, with offsets and folded keys."""
    parts = WORD.split(text)  # what is no word, word, what is no word …
    ends = list(accumulate(map(len, parts)))
    words = parts[1::2]
    keys = list(map(_keys(vocabulary_language(language)).__getitem__, words))
    return Tokens(words, keys, ends[:-1:2], ends[1::2])
