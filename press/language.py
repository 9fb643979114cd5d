"""Language and script of a text, by its letters and its commonest words."""

from __future__ import annotations


def detect(text: str, given: str = "") -> tuple[str, str]:
    """Language (ISO 639-1) and script (ISO 15924) of a text.

    ``given`` is kept where it is set.
    """
    letters = text[:4000]
    cyrillic = sum("Ѐ" <= c <= "ӿ" for c in letters)
    latin = sum(c.isalpha() for c in letters) - cyrillic
    return given or ("ru" if cyrillic > latin else "en"), "Cyrl" if cyrillic > latin else "Latn"
