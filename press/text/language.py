"""Language and script of a text, by its letters and its commonest words.

The languages told apart are those of ``data/vocabulary/profiles.toml``. Each has words that stand in any
text and letters that others do not have; the language with the most hits wins.
"""

from __future__ import annotations

import re
from functools import cache

from press.vocabulary import read

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[Ѐ-ӿ]+")
_SAMPLE = 4000


@cache
def _profiles() -> list[tuple[str, str, frozenset[str], frozenset[str]]]:
    return [
        (p["language"], p["script"], frozenset(p["words"]), frozenset(p.get("letters", "")))
        for p in read("profiles")["profile"]
    ]


def script_of(text: str) -> str:
    """ISO 15924 code of the script that most letters of a text are of: 'Cyrl' or 'Latn'."""
    sample = text[:_SAMPLE]
    if sample.isascii() or not _CYRILLIC.search(sample):
        return "Latn"
    cyrillic = sum(map(len, _CYRILLIC.findall(sample)))
    letters = sum(map(len, _WORD.findall(sample)))
    return "Cyrl" if cyrillic > letters - cyrillic else "Latn"


def detect(text: str, given: str = "") -> tuple[str, str]:
    """Language (ISO 639-1, 'und' where unknown) and script (ISO 15924) of a text.

    ``given`` is kept where it is set.
    """
    script = script_of(text)
    if given:
        return given, script
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    letters = {c: sample.count(c) for c in set(sample)}
    best, most = "und", 0.0
    for language, of_script, common, own in _profiles():
        if of_script != script:
            continue
        score = sum(w in common for w in words) + 0.7 * sum(letters.get(c, 0) for c in own)
        if score > most:
            best, most = language, score
    return best, script
