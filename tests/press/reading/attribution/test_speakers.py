"""Who speaks: subjects, appositions, pronouns, offices and described sources, in made-up sentences."""

from __future__ import annotations

import pytest

from tests.press.parsing import speakers

MET = "Dora Quillfeather met Amos Tarbuckle in Sampleville. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dora Quillfeather, a Democrat from Ohio, said the bridge would be closed.", "Dora Quillfeather"),
        ("The bridge will be closed, said Dora Quillfeather, who runs the office.", "Dora Quillfeather"),
        ("Rep. Amos Tarbuckle (R-Ohio) said the bridge would be closed.", "Amos Tarbuckle"),
        ("A spokeswoman for Tarbuckle, Dora Quillfeather, said the bridge would be closed.", "Dora Quillfeather"),
        (
            "His opponent in November, former prosecutor Dora Quillfeather, said the bridge would be closed.",
            "Dora Quillfeather",
        ),
        ("Dora Quillfeather of the group Clean Rivers said the bridge would be closed.", "Dora Quillfeather"),
        ("“The bridge is closed,” said its builder, Amos Tarbuckle, an engineer.", "Amos Tarbuckle"),
        ("Dora Quillfeather thanked Amos Tarbuckle and said that the bridge would be closed.", "Dora Quillfeather"),
        ("The newspaper quoted Dora Quillfeather as saying that the bridge would be closed.", "Dora Quillfeather"),
        ("According to Dora Quillfeather, the bridge will be closed.", "Dora Quillfeather"),
        ("The House Bridge Committee said the bridge would be closed.", "House Bridge Committee"),
        ("A senior bridge official said the bridge would be closed.", "a senior bridge official"),
        (
            "“The bridge is closed,” said one of the people in the room, granted anonymity.",
            "one of the people in the room",
        ),
        ("Civil bridge groups, which sued last month, contend the bridge was closed.", "civil bridge groups"),
        ("Dora Quillfeather's allies say the bridge will be closed.", "Dora Quillfeather's allies"),
        ("On Monday a bridge keeper said the bridge would be closed.", "a bridge keeper"),
    ],
)
def test_the_subject_in_english(text: str, speaker: str) -> None:
    assert speakers(text)[:1] == [speaker]


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


def test_a_noun_of_speech_is_of_who_stands_before_it() -> None:
    assert speakers("Dora Quillfeather's claim that Congress closed the bridge is old.")[:1] == ["Dora Quillfeather"]


def test_pronouns_agree_in_gender() -> None:
    assert speakers(MET + "She said that the bridge would be closed.") == ["Dora Quillfeather"]
    assert speakers(MET + "He said that the bridge would be closed.") == ["Amos Tarbuckle"]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Milutin Grbavčić je rekao da će most biti zatvoren.", "sr", "Milutin Grbavčić"),
        ("Most će biti zatvoren, rekao je novinarima Milutin Grbavčić.", "sr", "Milutin Grbavčić"),
        ("Милутин Грбавчић је изјавио да ће Русија отворити мост.", "sr", "Milutin Grbavčić"),
        ("По речима Милутина Грбавчића, мост ће бити затворен.", "sr", "Milutin Grbavčić"),
        ("Мост закроют, рассказал РИА Новости инженер Павел Рябцев.", "ru", "Pavel Ryabtsev"),
        ("По словам Павла Рябцева, мост закроют.", "ru", "Pavel Ryabtsev"),
        ("Павел Рябцев сказал, что Россия закроет мост.", "ru", "Pavel Ryabtsev"),
        ("Оксана Білик заявила, що міст закриють.", "uk", "Oksana Bilyk"),
        ("За словами Оксани Білик, міст закриють.", "uk", "Oksana Bilyk"),
        ("Prema rečima profesora Milutina Grbavčića, most je star.", "sr", "Milutin Grbavčić"),
        ("По мнению эксперта Натальи Степновой, мост старый.", "ru", "Natalia Stepnova"),
        ("В посольстве Вьетнама сообщили, что приём начнется в полдень.", "ru", "Vietnamese Embassy in Serbia"),
        ("Iz ambasade Vijetnama poručuju da prijem počinje u podne.", "sr", "Vietnamese Embassy in Serbia"),
        ("Политолог Павел Рябцев в беседе с «Газетой» рассказал, что мост старый.", "ru", "Pavel Ryabtsev"),
    ],
)
def test_the_subject_in_slavic_languages(text: str, language: str, speaker: str) -> None:
    assert speakers(text, language)[:1] == [speaker]


def test_a_dropped_subject_is_who_spoke_last() -> None:
    text = "Milutin Grbavčić je rekao da će most biti zatvoren. Dodao je da je star."
    assert speakers(text, "sr") == ["Milutin Grbavčić"] * 2


def test_the_gender_of_the_verb_chooses() -> None:
    met = "Milutin Grbavčić i Snežana Krstonošić sreli su se u Nišu. "
    assert speakers(met + "Rekla je da će most biti zatvoren.", "sr") == ["Snežana Krstonošić"]
    assert speakers(met + "Rekao je da će most biti zatvoren.", "sr") == ["Milutin Grbavčić"]


def test_those_claims_are_nobodys_name() -> None:
    text = "Carl Test spoke of threats. Such an attack, according to those claims, could serve to justify new laws."
    assert set(speakers(text)) == {"Carl Test"}
