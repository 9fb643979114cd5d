"""The forms of names."""

from __future__ import annotations

import pytest

from press.text import declension


def test_forms_begin_with_the_root() -> None:
    for language, keys in {
        "sr": ["vucic", "putin", "nikola", "lukovac"],
        "ru": ["путин", "захарова"],
        "uk": ["кулеба"],
    }.items():
        for key in keys:
            assert all(form.startswith(declension.root(key, language)) for form in declension.decline(key, language))


@pytest.mark.parametrize(
    ("key", "base", "language", "person", "subject"),
    [
        ("predsednik", "predsednik", "sr", True, True),
        ("ministra", "ministar", "sr", True, False),
        ("stranka", "strank", "sr", False, True),
        ("predsednika", "predsednik", "sr", True, False),
        ("президента", "президент", "ru", True, False),
        ("глава", "глав", "ru", True, True),
        ("міністерство", "міністер", "uk", False, True),
        ("president", "anything", "en", True, True),
    ],
)
def test_what_can_be_a_subject(key: str, base: str, language: str, person: bool, subject: bool) -> None:
    assert declension.may_be_nominative(key, base, language, person=person) == subject


def test_possessive_adjectives_are_serbian() -> None:
    assert declension.possessive("vucicev", "vucic", "sr")
    assert not declension.possessive("vucica", "vucic", "sr")
    assert not declension.possessive("путинов", "путин", "ru")
