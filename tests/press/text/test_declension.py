"""The forms of names."""

from __future__ import annotations

from press.text import declension


def test_forms_begin_with_the_root() -> None:
    for language, keys in {
        "sr": ["vucic", "putin", "nikola", "lukovac"],
        "ru": ["путин", "захарова"],
        "uk": ["кулеба"],
    }.items():
        for key in keys:
            assert all(form.startswith(declension.root(key, language)) for form in declension.decline(key, language))
