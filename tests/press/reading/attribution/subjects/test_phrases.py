"""The source in a phrase that attributes, in made-up sentences of all languages."""

from __future__ import annotations

import pytest

from tests.press.parsing import speakers


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("According to Dora Quillfeather, the bridge will be closed.", "en", "Dora Quillfeather"),
        ("По речима Милутина Грбавчића, мост ће бити затворен.", "sr", "Milutin Grbavčić"),
        ("По словам Павла Рябцева, мост закроют.", "ru", "Pavel Ryabtsev"),
        ("За словами Оксани Білик, міст закриють.", "uk", "Oksana Bilyk"),
        ("Prema rečima profesora Milutina Grbavčića, most je star.", "sr", "Milutin Grbavčić"),
        ("По мнению эксперта Натальи Степновой, мост старый.", "ru", "Natalia Stepnova"),
    ],
)
def test_according_to_somebody(text: str, language: str, speaker: str) -> None:
    assert speakers(text, language)[:1] == [speaker]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Dora Quillfeather met Amos Tarbuckle. According to him, the bridge will be closed.", "en", "Amos Tarbuckle"),
        ("Dora Quillfeather met Amos Tarbuckle. In her words, the bridge will be closed.", "en", "Dora Quillfeather"),
        (
            "Milutin Grbavčić i Snežana Krstonošić sreli su se u Nišu. Po njenim rečima, most će biti zatvoren.",
            "sr",
            "Snežana Krstonošić",
        ),
        (
            "Милутин Грбавчић и Снежана Крстоношић срели су се у Нишу. По њеној оцени, мост ће бити затворен.",
            "sr",
            "Snežana Krstonošić",
        ),
        ("Павел Рябцев встретил Наталью Степнову. По её словам, мост закроют.", "ru", "Natalia Stepnova"),
    ],
)
def test_according_to_a_pronoun(text: str, language: str, speaker: str) -> None:
    assert speakers(text, language)[:1] == [speaker]


def test_a_noun_of_speech_is_of_who_stands_before_it() -> None:
    assert speakers("Dora Quillfeather's claim that Congress closed the bridge is old.")[:1] == ["Dora Quillfeather"]


def test_those_claims_are_nobodys_name() -> None:
    text = "Carl Test spoke of threats. Such an attack, according to those claims, could serve to justify new laws."
    assert set(speakers(text)) == {"Carl Test"}


def test_an_english_phrase_names_the_source_that_it_describes() -> None:
    text = "Dora Quillfeather said that the bridge was closed. According to senior keepers, the river is high."
    assert speakers(text) == ["Dora Quillfeather", "senior keepers"]
    text = "Павел Рябцев сказал, что мост закрыт. По словам старых знатоков, вода в реке поднялась."
    assert speakers(text, "ru") == ["Pavel Ryabtsev"] * 2
