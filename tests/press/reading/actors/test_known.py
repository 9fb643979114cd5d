"""The vocabulary's actors as tables."""

from __future__ import annotations

from press.reading.actors.known import clean, homes, named_with_country, spelled
from press.vocabulary import LANGUAGES, read


def test_no_two_persons_share_a_name() -> None:
    rows = [clean(p.name) for p in spelled()]
    assert len(rows) == len(set(rows)) > 1000
    assert {p.gender for p in spelled()} <= {"m", "f"}


def test_habits_are_of_languages_that_are_read() -> None:
    assert set(homes()) < set(LANGUAGES)
    assert all(isinstance(read(f"languages/{language}")["names"]["middle_names"], bool) for language in LANGUAGES)
    for institution in read("institutions")["institution"]:
        assert set(institution.get("with_country", ())) <= set(LANGUAGES), institution["id"]
    assert "officials" in named_with_country("en")
