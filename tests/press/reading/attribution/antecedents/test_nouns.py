"""Whom a noun takes up that introduced or described somebody before, in made-up sentences."""

from __future__ import annotations

from tests.press.parsing import speakers


def test_an_office_takes_up_who_was_introduced_by_it() -> None:
    text = (
        "Sen. Dora Quillfeather came to Sampleville with Mayor Amos Tarbuckle.\n\n"
        "The mayor said that the bridge would be closed. The senator said that it would stay open."
    )
    assert speakers(text) == ["Amos Tarbuckle", "Dora Quillfeather"]


def test_a_described_source_is_taken_up_by_its_noun() -> None:
    text = "The bridge is closed, a senior bridge official said. “It will stay so,” the official said."
    assert speakers(text) == ["a senior bridge official"] * 2


def test_an_institution_is_taken_up_by_its_noun() -> None:
    text = "The Department of Bridge Affairs said the bridge was closed. The department said that it was old."
    assert speakers(text) == ["Department of Bridge Affairs"] * 2


def test_an_apposition_introduces() -> None:
    text = (
        "Dora Quillfeather, an engineer for the city, met Amos Tarbuckle.\n\n"
        "The engineer said that the bridge would be closed."
    )
    assert speakers(text) == ["Dora Quillfeather"]
