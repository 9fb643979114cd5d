"""The subject of a verb in Serbian, Russian and Ukrainian, in made-up sentences."""

from __future__ import annotations

import pytest

from tests.press.parsing import speakers


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Milutin Grbavčić je rekao da će most biti zatvoren.", "sr", "Milutin Grbavčić"),
        ("Most će biti zatvoren, rekao je novinarima Milutin Grbavčić.", "sr", "Milutin Grbavčić"),
        ("Милутин Грбавчић је изјавио да ће Русија отворити мост.", "sr", "Milutin Grbavčić"),
        ("Мост закроют, рассказал РИА Новости инженер Павел Рябцев.", "ru", "Pavel Ryabtsev"),
        ("Павел Рябцев сказал, что Россия закроет мост.", "ru", "Pavel Ryabtsev"),
        ("Оксана Білик заявила, що міст закриють.", "uk", "Oksana Bilyk"),
        ("В посольстве Вьетнама сообщили, что приём начнется в полдень.", "ru", "Vietnamese Embassy in Serbia"),
        ("Iz ambasade Vijetnama poručuju da prijem počinje u podne.", "sr", "Vietnamese Embassy in Serbia"),
        ("Политолог Павел Рябцев в беседе с «Газетой» рассказал, что мост старый.", "ru", "Pavel Ryabtsev"),
    ],
)
def test_the_subject_in_slavic_languages(text: str, language: str, speaker: str) -> None:
    assert speakers(text, language)[:1] == [speaker]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Milutin Grbavčić, koji je rekao da će most biti zatvoren, otišao je u Niš.", "sr", "Milutin Grbavčić"),
        ("Milutin Grbavčić je najavio radove, dodavši da će most biti zatvoren.", "sr", "Milutin Grbavčić"),
        ("Ambasada Vijetnama napisala je da prijem počinje u podne.", "sr", "Vietnamese Embassy in Serbia"),
        (
            "Milutin Grbavčić je stigao. U ambasadi Vijetnama navodi se da prijem počinje u podne.",
            "sr",
            "Vietnamese Embassy in Serbia",
        ),
        ("Газета приводит слова Павла Рябцева: «Мост старый, и его закроют».", "ru", "Pavel Ryabtsev"),
    ],
)
def test_subjects_apart_from_their_verb(text: str, language: str, speaker: str) -> None:
    assert speakers(text, language)[-1:] == [speaker]
