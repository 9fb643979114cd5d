"""The nominative of inflected names."""

from __future__ import annotations

import pytest

from press.text.nominative import nominative


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (["Jovana", "Petrovića"], "sr", ["Jovan", "Petrović"]),
        (["Jovana", "Petrović"], "sr", ["Jovana", "Petrović"]),
        (["Dragane", "Lukovac"], "sr", ["Dragana", "Lukovac"]),
        (["Натальей", "Степновой"], "ru", ["Наталья", "Степнова"]),
        (["Андрія", "Коваленка"], "uk", ["Андрій", "Коваленко"]),
        (["Сузани", "Пробоші"], "uk", ["Сузана", "Пробоша"]),
        (["Suzane", "Proboše"], "sr", ["Suzana", "Proboša"]),
    ],
)
def test_given_name_and_surname_tell_each_others_case(words: list[str], language: str, expected: list[str]) -> None:
    assert nominative(words, language) == expected
