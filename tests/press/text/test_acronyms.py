"""Acronyms are found where they are written as acronyms, and nowhere else."""

from __future__ import annotations

import pytest

from press.text.acronyms import acronym, known
from press.text.words import key


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("NIS", "sr", "NIS"), ("NIS-a", "sr", "NIS"), ("НИС-ом", "sr", "NIS"), ("НИСа", "ru", "НИС"), ("Niš", "sr", "nis"),
        ("Nis", "en", "nis"), ("SAD", "sr", "SAD"), ("САД-а", "sr", "SAD"), ("Sad", "sr", "sad"), ("сада", "sr", "sada"),
        ("BiH", "sr", "BiH"), ("БиХ", "sr", "BiH"), ("bih", "sr", "bih"), ("Bih", "sr", "bih"), ("WHO's", "en", "WHO"),
        ("who", "en", "who"), ("US", "en", "US"), ("us", "en", "us"), ("Us", "en", "us"), ("US-led", "en", "us-led"),
        ("STO", "sr", "STO"), ("što", "sr", "sto"), ("ВОЗ", "ru", "ВОЗ"), ("воз", "ru", "воз"), ("Nato", "en", "nato"),
    ],
)  # fmt: skip
def test_the_key_of_a_word(word: str, language: str, expected: str) -> None:
    assert key(word, language) == expected


def test_codes_and_long_names_are_none() -> None:
    assert not {"IN", "IT", "NO", "NATO"} & known()
    assert acronym("IT") == ""
