"""Names by their form: persons whom the vocabulary does not know."""

from __future__ import annotations

import pytest

from press.article import Article
from press.evaluation.labels import NAMES, name_held_out, read_labels
from press.evaluation.quality import measure_names
from press.reading.actors.mentions import canonical
from press.reading.parse import parse
from tests.press.parsing import references
from tests.steps import grows_linearly


def test_forms_of_known_and_made_up_persons_lead_to_one_name() -> None:
    rows = read_labels(NAMES)
    assert len(rows) >= 400
    assert {r["language"] for r in rows} == {"en", "sr", "ru", "uk"} and {r["script"] for r in rows} == {
        "Latin",
        "Cyrillic",
    }
    known = [r for r in rows if not r["made_up"]]
    assert measure_names(rows)["accuracy"] >= 0.965
    assert measure_names(known)["accuracy"] >= 0.985
    assert measure_names([r for r in rows if name_held_out(r)])["accuracy"] >= 0.945


@pytest.mark.parametrize(
    ("form", "language", "name"),
    [
        ("Milutinom Grbavčićem", "sr", "Milutin Grbavčić"),
        ("Николом Крстоношићем", "sr", "Nikola Krstonošić"),
        ("Petra Lukovca", "sr", "Petar Lukovac"),
        ("Сергея Чуднова", "ru", "Sergey Chudnov"),
        ("Натальей Степновой", "ru", "Natalia Stepnova"),
        ("Миланом Костичем", "ru", "Milan Kostić"),
        ("Оксаною Білик", "uk", "Oksana Bilyk"),
        ("Миколі Довгому", "uk", "Mykola Dovhyi"),
        ("Rep. Liam O’Brannigan's", "en", "Liam O'Brannigan"),
        ("Juan de la Vegana", "en", "Juan de la Vegana"),
        ("Curtis McBellweather Jr.", "en", "Curtis McBellweather Jr."),
    ],
)
def test_a_made_up_person_in_any_case(form: str, language: str, name: str) -> None:
    assert canonical(form, language) == name


def test_titles_are_no_part_of_a_name() -> None:
    text = "Superintendent Dora Quillfeather and Treasury Secretary Amos Tarbuckle met Republican Garret Plimsole."
    assert [m.name for m in references(text) if m.kind == "person"] == [
        "Dora Quillfeather",
        "Amos Tarbuckle",
        "Garret Plimsole",
    ]


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    text = "Dora Quillfeather came. Later Quillfeather left. Ms. Quillfeather's aides stayed."
    assert [m.name for m in references(text) if m.kind == "person"] == ["Dora Quillfeather"] * 3


def test_namesakes_are_told_apart() -> None:
    text = "Nathan Plimsole came with Louisa Plimsole. Mr. Plimsole sat. Mrs. Plimsole stood."
    found = [m.name for m in references(text) if m.kind == "person"]
    assert found == ["Nathan Plimsole", "Louisa Plimsole", "Nathan Plimsole", "Louisa Plimsole"]


def test_letters_of_another_script_end_a_name() -> None:
    text = "Про це розповів Sampleville Media Іван Самплич, редактор."
    assert "Ivan Samplić" in [m.name for m in references(text, "uk")]


@pytest.mark.parametrize("text", ["Anna Sample ", "Senator ", "Center for Anna ", "Anna of the "])
def test_work_grows_with_the_text_only(text: str) -> None:
    assert grows_linearly(lambda size: parse(Article(text=text * (size // len(text)), language="en")), 3_000)
