"""Stories: reports of one event joined over outlets and languages. All articles are made up."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from press.article import Article
from press.corpus import stories
from press.corpus.rows import rows_of
from press.reading.parse import parse


def report(number: int, day: str, actors: list[str], kind: str = "meeting", published: str = "") -> dict[str, Any]:
    told = date.fromisoformat(published or (day + "-01-01" if len(day) == 4 else day + "-01")[:10])
    return {
        "event_id": f"e{number}", "article_id": f"a{number}", "type": kind, "date": day, "day": told, "actors": actors,
        "sentence": f"Sentence {number}.", "planned": False, "published": told,
    }  # fmt: skip


def joined(*reports: dict[str, Any]) -> list[set[str]]:
    """Which reports stand in one story, as sets of identifiers."""
    articles = {
        r["article_id"]: {"published": r["published"], "outlet": f"Herald {n}", "language": "en"}
        for n, r in enumerate(reports)
    }
    rows = [dict(r) for r in reports]
    told = stories.group(rows, articles)
    assert sorted(s["story_id"] for s in told) == sorted({r["story_id"] for r in rows})
    return [{r["event_id"] for r in rows if r["story_id"] == s["story_id"]} for s in told]


A, B, C, D = "Anna Sample", "Boris Muster", "Clara Example", "Dan Primer"


@pytest.mark.parametrize(
    "pair",
    [
        (report(1, "2024-10-18", [A, B]), report(2, "2024-10-18", [B, A])),
        (report(1, "2024-10-18", [A, B]), report(2, "2024-10-19", [A])),
        (report(1, "2024-10-18", [A, B, "Serbia"]), report(2, "2024-10-20", [A, "Russia"])),
        (report(1, "2024-10", [A, B], published="2024-10-19"), report(2, "2024-10-18", [A, B], published="2024-10-18")),
        (report(1, "2024-10-18", ["Serbia"], "protest"), report(2, "2024-10-18", ["Serbia", "Russia"], "protest")),
    ],
)
def test_one_event(pair: tuple[dict[str, Any], ...]) -> None:
    assert joined(*pair) == [{"e1", "e2"}]


@pytest.mark.parametrize(
    "pair",
    [
        (report(1, "2024-10-18", [A, B]), report(2, "2024-10-18", [A, C])),  # two talks of one person
        (report(1, "2024-10-18", [A, B]), report(2, "2024-10-21", [A, B])),  # days apart
        (report(1, "2024-10-18", [A]), report(2, "2024-10-18", [A], "visit")),
        (report(1, "2024-10-18", [A, "Serbia"]), report(2, "2024-10-18", [B, "Serbia"])),  # states are everywhere
        (report(1, "2024-10-18", ["Serbia"], "vote"), report(2, "2024-10-19", ["Serbia"], "vote")),
        (report(1, "", [A, B], published="2024-10-18"), report(2, "", [A, B], published="2024-10-18")),
        (report(1, "2024-10-18", []), report(2, "2024-10-18", [])),
        (report(1, "2024-10-18", [A], "statement"), report(2, "2024-10-20", [A], "statement")),  # speaks every day
        (report(1, "2024-10", [A, B], published="2024-10-02"), report(2, "2024-10-18", [A, B], published="2024-10-18")),
    ],
)
def test_two_events(pair: tuple[dict[str, Any], ...]) -> None:
    assert len(joined(*pair)) == 2


def test_a_report_joins_the_story_that_it_agrees_with_best() -> None:
    talks = [report(1, "2024-10-18", [A, B]), report(2, "2024-10-18", [A, C, D]), report(3, "2024-10-18", [A, C])]
    assert sorted(map(sorted, joined(*talks))) == [["e1"], ["e2", "e3"]]


def test_the_order_of_the_reports_does_not_matter() -> None:
    talks = [report(1, "2024-10-18", [A, B]), report(2, "2024-10-19", [A, B]), report(3, "2024-10-18", [C, D])]
    for order in permutations(talks):
        assert sorted(map(sorted, joined(*order))) == [["e1", "e2"], ["e3"]]


def test_an_article_that_tells_of_two_talks_tells_of_two_events() -> None:
    one, other = report(1, "2024-10-18", [A, B]), report(2, "2024-10-18", [A, B])
    other["article_id"] = one["article_id"]
    assert len(joined(one, other)) == 2


def test_events_of_two_buckets_are_never_joined() -> None:
    """Corpora that grow rely on it."""
    reports = [report(n, day, [A, B]) for n, day in enumerate(["2024-10-31", "2024-11-01", "2024-11", "2024"])]
    for story in joined(*reports):
        assert len({stories.bucket(r) for r in reports if r["event_id"] in story}) == 1


def test_the_same_call_is_one_story_in_every_language() -> None:
    texts = {
        "en": "Serbian President Aleksandar Vučić spoke by phone with Vladimir Putin on Sunday.",
        "sr": "Predsednik Srbije Aleksandar Vučić razgovarao je u nedelju telefonom sa Vladimirom Putinom.",
        "ru": "Президент Сербии Александр Вучич в воскресенье поговорил по телефону с Владимиром Путиным.",
        "uk": "Президент Сербії Александар Вучич у неділю поговорив телефоном із Володимиром Путіним.",
    }
    events, articles = [], {}
    for language, text in texts.items():
        url = f"https://example.org/{language}"
        article = Article(text, url=url, outlet=language, language=language, published=date(2024, 10, 20))
        rows = rows_of(parse(article))
        events += rows["events"]
        articles |= {row["article_id"]: row for row in rows["articles"]}
    (call,) = [s for s in stories.group(events, articles) if s["type"] == "phone_call"]
    assert call["languages"] == ["en", "ru", "sr", "uk"]
    assert call["outlets"] == 4
    assert call["date"] == "2024-10-20"
    assert set(call["actors"]) == {"Vladimir Putin", "Aleksandar Vučić"}
