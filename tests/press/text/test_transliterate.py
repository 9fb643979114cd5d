"""Names across scripts."""

from __future__ import annotations

import pytest

from press.text import transliterate


@pytest.mark.parametrize(
    ("name", "language", "shown"),
    [
        ("Милан Костич", "ru", "Milan Kostić"),
        ("Мілан Костич", "uk", "Milan Kostić"),
        ("Павел Рябцев", "ru", "Pavel Ryabtsev"),
        ("Ирина Щукина", "ru", "Irina Shchukina"),
        ("Сергій Бєлов", "uk", "Sergey Belov"),
        ("Ірина Ковальська", "uk", "Iryna Kovalska"),
        ("Olga Žuravkina", "sr", "Olga Zhuravkina"),
        ("Бојан Кљајин", "sr", "Bojan Kljajin"),
    ],
)
def test_the_canonical_name(name: str, language: str, shown: str) -> None:
    assert transliterate.canonical(name, language) == shown


@pytest.mark.parametrize(
    ("words", "language", "nominative"),
    [
        (["Jovana", "Petrovića"], "sr", ["Jovan", "Petrović"]),
        (["Jovana", "Petrović"], "sr", ["Jovana", "Petrović"]),
        (["Dragane", "Lukovac"], "sr", ["Dragana", "Lukovac"]),
        (["Натальей", "Степновой"], "ru", ["Наталья", "Степнова"]),
        (["Андрія", "Коваленка"], "uk", ["Андрій", "Коваленко"]),
    ],
)
def test_given_name_and_surname_tell_each_others_case(words: list[str], language: str, nominative: list[str]) -> None:
    assert transliterate.nominative(words, language) == nominative


@pytest.mark.parametrize(
    ("name", "language", "gender"),
    [
        ("Dora Quillfeather", "en", "f"),
        ("Amos Tarbuckle", "en", "m"),
        ("Милутин Грбавчић", "sr", "m"),
        ("Zzz Qqq", "en", ""),
    ],
)
def test_gender(name: str, language: str, gender: str) -> None:
    assert transliterate.gender(name, language) == gender


def test_diacritics_come_back_to_serbian_names_in_english() -> None:
    assert transliterate.with_diacritics(["Bosko", "Primeric"]) == ["Boško", "Primerić"]
    assert transliterate.with_diacritics(["Dana", "Sample"]) == ["Dana", "Sample"]
    assert transliterate.with_diacritics(["Walter", "Bostic"]) == ["Walter", "Bostic"]
