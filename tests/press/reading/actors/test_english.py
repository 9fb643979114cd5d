"""What English alone needs: nouns that describe nouns, organisations by a word of their name."""

from __future__ import annotations

from tests.press.parsing import names, references


def test_organisations_by_a_word_of_their_name() -> None:
    text = "The Department of Border Affairs wrote to the Clean Rivers Alliance and the House Ethics Committee."
    found = [m.name for m in references(text) if m.kind == "organisation"]
    assert found == ["Department of Border Affairs", "Clean Rivers Alliance", "House Ethics Committee"]


def test_a_surname_that_is_an_office_is_a_surname() -> None:
    assert "Julia Bishop" in names("Julia Bishop, a dentist, came to Sampleville.")
