"""The quotations of a sentence: a name in marks is no speech."""

from tests.press.reading.attribution.told import told


def test_names_and_titles_in_marks_are_no_statements() -> None:
    assert told("Anna Sample watched “The Long Road” in Sampleville, then walked home.") == []
