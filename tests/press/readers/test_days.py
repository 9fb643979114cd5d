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
    "written",
    [
        # Excel, Google Sheets, pandas
        "9-May-2024", "9-May-24", "09-мая-2024", "9-maj-24", "9.maj.2024", "9.мај.2024.", "9/May/2024", "45421", "45421.9930555", "45421,5",
        "5/9/2024 11:59:59 PM", "2024-05-09 00:00:00", "2024-05-09T00:00:00.000000000", "1715212800.0", "1715212800000000",
        # feeds and programs
        "Thu, 09 May 2024 10:00:00 +0200", "Čet, 09 Maj 2024 10:00:00 +0200", "Чт, 09 май 2024 10:00:00 +0300", "Thu May  9 10:00:00 CEST 2024",
        "2024-05-09T10:00:00.000+02:00", "2024-05-09Z", "2024-05-09+02:00", "20240509T101500Z", "2024 May 9", "2024, May 9",
        # Zotero, libraries
        "2024-05-09 9 May 2024", "2024-05-09 2024-05-09", "May 9th, 2024", "9th of May 2024", "2024-05-09/2024-05-10", "9-10 May 2024", "2024/05/09/",
        # outlets
        "четвртак, 9. мај 2024. | 10:30 -> 11:00", "sreda, 9. maj 2024. 10:30h", "10:30, 9 мая 2024", "9 мая 2024, 10:30 (MSK)", "9 травня 2024, 10:30",
        "Objavljeno: 09.05.2024. u 10:30", "09.05.24", "9.5.24.", "09.05.2024. 10:30 - 10.05.2024. 11:00", "Published: May 9, 2024 at 10:30 AM",
        "May 9, 2024 10.30 BST", "maj 9, 2024", "мая 9, 2024",
        # short and Roman months
        "9 мая. 2024", "9. svi. 2024", "9 трав. 2024 р.", "9. V 2024.", "9.V.2024", "9/V/2024", "9. мај 2024", "9 May. 2024",
    ],
)  # fmt: skip
def test_one_day_as_the_commonest_tools_write_it(written) -> None:
    found = days.possible(written)
    assert NINTH in found
    assert days.read(written, "mdy") == NINTH


@pytest.mark.parametrize(
    ("written", "zone", "day"),
    [
        ("2024-05-08T22:30:00Z", "Europe/Belgrade", NINTH),
        ("2024-05-08T22:30:00+00:00", "Europe/Belgrade", NINTH),
        ("20240508T223000Z", "Europe/Belgrade", NINTH),
        ("Wed, 08 May 2024 22:30:00 GMT", "Europe/Belgrade", NINTH),
        ("1715207400", "Europe/Belgrade", NINTH),
        ("2024-05-08T21:30:00Z", "Europe/Moscow", NINTH),
        ("2024-05-08T21:30:00Z", "Europe/Belgrade", date(2024, 5, 8)),
        ("2024-05-09T02:30:00Z", "America/New_York", date(2024, 5, 8)),
        ("2024-01-08T22:30:00Z", "Europe/Belgrade", date(2024, 1, 8)),
        ("2024-05-08T23:50:00+02:00", "Europe/Belgrade", date(2024, 5, 8)),  # as the outlet writes it itself
        ("2024-05-08T23:50:00+01:00", "Europe/Belgrade", date(2024, 5, 8)),
        ("2024-05-08T18:50:00-04:00", "Europe/Belgrade", NINTH),
        ("2024-05-08T22:30:00Z", "", date(2024, 5, 8)),
        ("2024-05-08T22:30:00", "Europe/Belgrade", date(2024, 5, 8)),
        ("2024-05-08", "Europe/Belgrade", date(2024, 5, 8)),
        ("2024-05-08T22:30:00Z", "No/Where", date(2024, 5, 8)),
    ],
)
def test_a_moment_is_of_the_day_on_the_outlets_clock(written, zone, day) -> None:
    assert days.read(written, zone=zone) == day


@pytest.mark.parametrize(
    "written",
    ["1970-01-01", "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "1969-12-31T19:00:00", "1900-01-01", "0", "0000-00-00", "0001-01-01T00:00:00"],
)  # fmt: skip
def test_a_clock_that_was_never_set_names_no_day(written) -> None:
    assert days.read(written) is None and days.possible(written) == []


@pytest.mark.parametrize(
    "written", ["undateable", "#N/A", "Invalid date", "May 2024", "мај 2024", "2024-05", "2024-00-00 2024", "Spring 2024", "2 hours ago", "12", "99999", "31. 2. 2024"]
)  # fmt: skip
def test_what_names_no_full_day(written) -> None:
    assert days.read(written) is None


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


@given(
    st.dates(date(1900, 1, 2), date(2099, 12, 31)).filter(
        lambda day: day.isoformat() not in ("1970-01-01", "1969-12-31")
    )
)
def test_every_day_is_read_in_every_order(day) -> None:
    assert days.read(day.isoformat()) == day
    assert days.read(f"{day:%d.%m.%Y}") == day
    for order, written in (("dmy", f"{day:%d/%m/%Y}"), ("mdy", f"{day:%m/%d/%Y}"), ("ymd", f"{day:%Y/%m/%d}")):
        assert days.read(written, order) == day
        assert day in days.possible(written)


@given(st.text(max_size=120))
def test_any_text_is_taken(text) -> None:
    days.read(text, zone="Europe/Belgrade")
    days.moment(text)
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
