"""Given names and the gender that they tell."""

from __future__ import annotations

import pytest

from press.text import given_names


@pytest.mark.parametrize(
    ("name", "language", "gender"),
    [
        ("Dora Quillfeather", "en", "f"),
        ("Amos Tarbuckle", "en", "m"),
        ("Милутин Грбавчић", "sr", "m"),
        ("Zzz Qqq", "en", ""),
    ],
)
def test_gender(name: str, language: str, gender: str) -> None:
    assert given_names.gender(name, language) == gender
