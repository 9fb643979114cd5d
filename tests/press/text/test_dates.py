"""Dates in four languages, told from the day of publication."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text import dates
from press.text.dates import DateMention
from press.text.words import tokenise

CASES = Path(__file__).with_name("dates.tsv")
PUBLISHED = date(2024, 10, 20)  # a Sunday


def cases() -> list[tuple[str, ...]]:
    with CASES.open(encoding="utf8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file, delimiter="\t")]


def read(text: str, language: str = "en", published: date | None = PUBLISHED) -> list[DateMention]:
    return dates.in_tokens(text, tokenise(text, language), language, published)


@pytest.mark.parametrize(("language", "published", "phrase", "expected"), cases())
def test_phrase(language: str, published: str, phrase: str, expected: str) -> None:
    found = read(phrase, language, date.fromisoformat(published))
    assert [d.iso for d in found] == [expected]
    assert found[0].precision == {10: "day", 7: "month", 4: "year"}[len(expected)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He may march on. They paid 2000 euros and 1999% more; room 2024/7."),
        ("en", "The second of them sat there in the sun."),
        ("sr", "Maj nije samo mesec, a stan ima 20 kvadrata."),
        ("ru", "Накануне выборов он молчал."),
        ("uk", "Він говорив напередодні виборів."),
    ],
)
def test_what_is_no_day(language: str, text: str) -> None:
    assert [d for d in read(text, language) if d.precision == "day"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # names and words that are written like months and weekdays
        ("en", "June Sample met the Serbian president. Ambassador Jan Sample visited Belgrade with April Sample."),
        ("en", "A book by June Sample and a word from April Sample, for May Sample; Theresa May said so."),
        ("en", "The March on Washington, the May government, her March."),
        ("ru", "В 1990-х годах было иначе."),
        ("sr", "Devedesetih, 1990-ih godina."),
        ("en", "The march went on. May he come? He may. An august guest, Augusta Sample, came on the march."),
        ("sr", "Studenti su protestovali. Студенти су протестовали. Studentkinja je došla, a studenata je bilo mnogo."),
        ("sr", "Ministarka Maja Probić sastala se sa ambasadorkom Martom Primerić. Marta je otišla, Maja nije."),
        ("sr", "Министарка Маја Пробић видела је Марту Примерић. Лист „Август“ пише о томе."),
        ("sr", "1. Ana Primerić 2. Maja Probić 3. Marta Uzorak"),
        ("sr", "Kamion je stajao na kolovozu, a travnjak je bio mokar. Listopadno drvo i studena voda."),
        ("sr", "Trajalo je nedelju dana i celu radnu nedelju, a nedelja je duga. Sveta Petka."),
        ("ru", "Марта Пробная и Август Примеров приехали к Майе. Я видел Марту. Это вопрос окружающей среды."),
        ("ru", "На сегодняшний день договора нет. Несколько лет назад. Десятки лет."),
        ("uk", "Українські війська відбили атаку лютого ворога. Лютий ворог тікає. Серед середи людей."),
        ("uk", "Тому що так треба. Олена Березень сказала, що Іван Липень не приїде."),
        ("en", "Years ago it was so. A few weeks ago, and long ago, some days ago."),
        ("sr", "Pre nekoliko godina bilo je drugačije, pre svega u Nišu. Pre podne."),
        ("uk", "Кілька років тому, багато тижнів тому."),
        ("sr", "Svi u 15 sati, za 15 svi. Prvi put, drugi dan."),
    ],
)  # fmt: skip
def test_what_is_no_date(language: str, text: str) -> None:
    assert read(text, language) == []


def test_nothing_relative_is_told_without_a_day_of_publication() -> None:
    assert read("He came on Friday, yesterday, on 9 May and last year.", published=None) == []
    assert [d.iso for d in read("He came on 9 May 2023.", published=None)] == ["2023-05-09"]


def test_limits_of_a_time_are_marked() -> None:
    found = read("The licence runs until 24 March 2026, and has been in force since January 2025.")
    assert [(d.iso, d.limit) for d in found] == [("2026-03-24", "until"), ("2025-01", "since")]


def test_that_day_is_the_day_named_last() -> None:
    found = read("They met on 3 October. Later that day they dined; a day earlier they had spoken.")
    assert [d.iso for d in found] == ["2024-10-03", "2024-10-03", "2024-10-02"]


def test_offsets_hold_the_words() -> None:
    text = "Састали су се 9. маја 2025. године у Москви, а потом у среду."
    assert [text[d.start : d.end] for d in read(text, "sr")] == ["9. маја 2025", "среду"]


@given(day=st.dates(date(1990, 1, 1), date(2035, 12, 31)), published=st.dates(date(2012, 1, 1), date(2026, 12, 31)))
def test_any_full_date_is_read_in_every_language(day: date, published: date) -> None:
    months = {
        "en": "January February March April May June July August September October November December",
        "sr": "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
        "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    }
    for language, names in months.items():
        stop = ". " if language == "sr" else " "
        text = f"X {day.day}{stop}{names.split()[day.month - 1]} {day.year}."
        assert [d.iso for d in read(text, language, published)] == [day.isoformat()]


@given(
    weekday=st.sampled_from(["Monday", "Wednesday", "Sunday"]), published=st.dates(date(2012, 1, 1), date(2026, 1, 1))
)
def test_a_weekday_lies_in_the_week_before_publication(weekday: str, published: date) -> None:
    (found,) = read(f"They met on {weekday}.", "en", published)
    day = date.fromisoformat(found.iso)
    assert day.strftime("%A") == weekday
    assert timedelta(0) <= published - day < timedelta(7)


_PIECES = [
    "15", "15.", "3", "2,5", "2024", "2021-го", "-", ", ", ". ", "\n", "of", "May", "maja", "Maja", "мая", "сент.", "травня",
    "X", "three", "years", "ago", "pre", "oko", "tri", "godine", "dana", "двадцать", "лет", "назад", "тому", "рік", "in", "u", "в",
]  # fmt: skip


@given(
    pieces=st.lists(st.sampled_from(_PIECES), max_size=12),
    language=st.sampled_from(["en", "sr", "ru", "uk"]),
    published=st.none() | st.dates(),
)
def test_any_words_are_taken(pieces: list[str], language: str, published: date | None) -> None:
    text = " ".join(pieces)
    found = read(text, language, published)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(sorted(found)))
    assert all(d.precision == dates.precision(d.iso) for d in found)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_raise_nothing(published: date) -> None:
    read("on Friday, next year, last month, yesterday, tomorrow, on 9 May, the next day", "en", published)


def test_suggestions_are_full_days_latest_first() -> None:
    text = "It began on 3 May 2023. On Friday, 9 June 2023, it ended, in June."
    assert dates.suggest(text, "en") == ["2023-06-09", "2023-05-03"]
