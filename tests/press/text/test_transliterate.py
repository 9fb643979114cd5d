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
        ("Хасан Пробир", "ru", "Hasan Probir"),
        ("Хасан Пробір", "uk", "Hasan Probir"),
        ("Мария Хазова", "ru", "Maria Khazova"),
        ("Жарко Пробін", "uk", "Žarko Probin"),
        ("Милош Банджин", "ru", "Miloš Banđin"),
        ("Марко Тестенко", "uk", "Marko Testenko"),
    ],
)
def test_the_canonical_name(name: str, language: str, shown: str) -> None:
    assert transliterate.canonical(name, language) == shown


def test_diacritics_come_back_to_serbian_names_in_english() -> None:
    assert transliterate.with_diacritics(["Bosko", "Primeric"]) == ["Boško", "Primerić"]
    assert transliterate.with_diacritics(["Milan", "Probcevic"]) == ["Milan", "Probčević"]
    assert transliterate.with_diacritics(["Velimir", "Opic"]) == ["Velimir", "Opić"]
    assert transliterate.with_diacritics(["Dana", "Sample"]) == ["Dana", "Sample"]
    assert transliterate.with_diacritics(["Walter", "Bostic"]) == ["Walter", "Bostic"]
