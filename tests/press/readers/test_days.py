"""Days as files write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.article import Article
from press.readers import days

NINTH = date(2024, 5, 9)


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-09", "2024-05-09T23:59:59+02:00", "20240509", "20240509T101500Z", "20240509101500", "2024/05/09", "2024.5.9.",
        "9.5.2024", "09.05.2024.", "9. 5. 2024.", "9. maj 2024.", "9. маја 2024. године", "9 мая 2024 г.", "9 травня 2024 року",
        "9 May 2024", "May 9, 2024", "Thu, 09 May 2024 10:00:00 GMT", "1715252400", "1715252400000",
    ],
)  # fmt: skip
def test_one_day_in_many_writings(written) -> None:
    assert days.read(written) == NINTH


@pytest.mark.parametrize(
    "written", ["", "yesterday", "2024", "31.02.2024", "2024-13-01", "99/99/2024", "soon", "1/2/3"]
)
def test_what_names_no_day(written) -> None:
    assert days.read(written) is None


def test_an_open_order_stays_open() -> None:
    assert days.read("03/04/2024") is None
    assert days.possible("03/04/2024") == [date(2024, 4, 3), date(2024, 3, 4)]
    assert days.read("03/04/2024", "dmy") == date(2024, 4, 3)
    assert days.read("03/04/2024", "mdy") == date(2024, 3, 4)
    assert days.read("25/04/2024", "mdy") == date(2024, 4, 25)
    assert days.read("04/04/2024") == date(2024, 4, 4)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_order(day) -> None:
    assert days.read(day.isoformat()) == day
    assert days.read(f"{day:%d.%m.%Y}") == day
    for order, written in (("dmy", f"{day:%d/%m/%Y}"), ("mdy", f"{day:%m/%d/%Y}"), ("ymd", f"{day:%Y/%m/%d}")):
        assert days.read(written, order) == day
        assert day in days.possible(written)


@given(st.text(max_size=120))
def test_any_text_is_taken(text) -> None:
    days.read(text)
    days.order_of([text])
    days.in_address(text)


def test_candidates_say_where_they_come_from() -> None:
    article = Article(
        text="It began on 7 May 2024 in Sampletown.", url="https://news.example/2024/05/08/talks", language="en",
        extra={"date_as_written": "03/04/2024", "file_date": "2024-05-10T08:00:00Z"},
    )  # fmt: skip
    assert [(c.day.isoformat(), c.why) for c in days.candidates(article)] == [
        ("2024-04-03", "as the source writes it"),
        ("2024-03-04", "as the source writes it"),
        ("2024-05-08", "in the address"),
        ("2024-05-10", "when the file was made or fetched"),
        ("2024-05-07", "in the text"),
    ]
