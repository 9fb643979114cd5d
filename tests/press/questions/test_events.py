"""What happened: news, the timeline, one event and its reports."""

from __future__ import annotations

from datetime import date

import pytest

from press.questions import events, listing
from press.questions.periods import During
from press.selection import Selection

from .conftest import ALL, SERBIAN, rows


def ids(frame) -> list[str]:
    return list(frame["story_id"])


def test_events_told_as_news_the_latest_first_and_undated_ones_last(corpus) -> None:
    found = events.listed(corpus, ALL)
    assert ids(found.first) == ["comes", "came", "met", "signed"]
    assert found.total == 4
    shown = found.first.set_index("story_id").loc["met"]
    assert (shown["type"], shown["date"], shown["title"], shown["articles"], shown["outlets"]) == (
        "meeting", "2024-05-06", "They met.", 3, 3,
    )  # fmt: skip
    assert (list(shown["actors"]), list(shown["languages"])) == (["Anna Sample"], ["en", "sr"])


def test_events_told_as_background_types_and_a_selection(corpus) -> None:
    assert ids(events.listed(corpus, ALL, (), True).first) == ["comes", "came", "met", "once", "signed"]
    assert ids(events.listed(corpus, ALL, ("meeting",), True).first) == ["met", "once"]
    assert ids(events.listed(corpus, ALL, ("meeting", "visit")).first) == ["comes", "came", "met"]
    assert ids(events.listed(corpus, SERBIAN).first) == ["came"]
    assert ids(events.listed(corpus, SERBIAN, (), True).first) == ["came", "met"]
    assert events.listed(corpus, ALL, ("expulsion",)).total == 0


@pytest.mark.parametrize("types", [(), ("meeting", "visit")])
@pytest.mark.parametrize("background", [False, True])
def test_events_that_are_too_many_to_list(corpus, monkeypatch, types, background) -> None:
    whole = ids(events.listed(corpus, ALL, types, background).first)
    monkeypatch.setattr(listing, "MOST_LISTED", 2)
    found = events.listed(corpus, ALL, types, background)
    assert (ids(found.first), found.total, ids(found.every(corpus))) == (whole[:2], len(whole), whole)


def test_the_timeline_has_the_events_around_the_period(corpus, monkeypatch) -> None:
    def drawn(first: date, last: date, types: tuple[str, ...] = ()) -> list[str]:
        return ids(events.timeline(corpus, ALL, types, True, first, last))

    assert drawn(date(2023, 9, 12), date(2024, 8, 20)) == ["met", "comes", "came"]
    assert drawn(date(2024, 6, 6), date(2024, 8, 20)) == ["met", "comes", "came"]  # a month before
    assert drawn(date(2024, 6, 7), date(2024, 8, 20)) == ["comes", "came"]
    assert drawn(date(1997, 1, 1), date(1997, 2, 1)) == ["once"]  # to the second year after
    assert drawn(date(1996, 1, 1), date(1996, 2, 1)) == []
    assert drawn(date(2023, 9, 12), date(2024, 8, 20), ("visit",)) == ["comes", "came"]
    monkeypatch.setattr(events, "MOST_DRAWN", 1)
    assert drawn(date(2023, 9, 12), date(2024, 8, 20)) == ["met"]
    news = events.timeline(corpus, SERBIAN, (), False, date(2024, 5, 1), date(2024, 5, 31))
    assert rows(news, "story_id", "day", "planned") == [("came", "2024-05-19", False)]


def test_the_latest_events_are_dated_news(corpus) -> None:
    latest = events.latest(corpus, ALL)
    assert rows(latest, *latest.columns) == [
        ("came", "visit", "2024-05-19", "Došla je.", 1),
        ("met", "meeting", "2024-05-06", "They met.", 3),
    ]
    assert ids(events.latest(corpus, ALL, 1)) == ["came"]
    assert ids(events.latest(corpus, SERBIAN)) == ["came"]


def test_what_is_behind_a_period(corpus) -> None:
    may = events.behind(corpus, ALL, During("month", date(2024, 5, 30)))
    assert rows(may, "story_id", "outlets") == [("met", 2), ("came", 1)]  # a third outlet told it as background
    week = events.behind(corpus, ALL, During("week", date(2024, 5, 8)))
    assert rows(week, "story_id", "type", "date", "title", "outlets") == [
        ("met", "meeting", "2024-05-06", "They met.", 2)
    ]
    assert ids(events.behind(corpus, ALL, During("month", date(2024, 5, 1)), 1)) == ["met"]
    assert events.behind(corpus, ALL, During("day", date(2024, 5, 8))).empty


def test_an_event_is_found_where_it_is_selected(corpus) -> None:
    assert rows(events.story(corpus, ALL, "met"), "story_id", "type", "outlets") == [("met", "meeting", 3)]
    assert len(events.story(corpus, SERBIAN, "met")) == 1
    assert events.story(corpus, Selection(languages=("ru",)), "met").empty
    assert events.story(corpus, ALL, "none").empty


def test_reports_of_an_event(corpus) -> None:
    reports = events.reports(corpus, ALL, "met")
    assert rows(reports, "language", "published", "outlet", "article_id", "sentence", "background") == [
        ("en", "2024-05-06", "Morning Example", "a1", "They met.", False),
        ("en", "2024-05-07", "Evening Example", "a2", "They met again.", False),
        ("sr", "2024-05-20", "Jutro Primer", "a3", "Sreli su se.", True),
    ]
    assert list(events.reports(corpus, SERBIAN, "met")["title"]) == ["Razgovori"]
    assert list(events.reports(corpus, ALL, "came")["basis"]) == ["hand"]
