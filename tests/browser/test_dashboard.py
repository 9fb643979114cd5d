"""The dashboard on the bundled corpus, as a visitor with a browser uses it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .conftest import PHONE, WIDE
from .dashboard import Visitor

pytestmark = pytest.mark.browser

PAGES = {
    "": "Overview",
    "events": "Events",
    "topics": "Topics",
    "statements": "Statements",
    "articles": "Articles",
    "add": "Add articles",
    "about": "About",
}
CHARTS = {"": 1, "events": 1, "topics": 3, "statements": 4, "articles": 0, "add": 0, "about": 0}


@pytest.fixture
def visit(browser: Any, server: str) -> Iterator[Callable[..., Visitor]]:
    """Open a path in a window of its own; when the test ends, no window may have shown a fault."""
    visitors: list[Visitor] = []

    def opened(path: str, size: dict[str, int] = WIDE, dark: bool = False) -> Visitor:
        visitors.append(Visitor(browser, server, size, dark))
        return visitors[-1].open(path)

    yield opened
    for visitor in visitors:
        visitor.fail_if_faulty()
        visitor.context.close()


@pytest.mark.parametrize(("size", "dark"), [(WIDE, False), (PHONE, True)], ids=["wide", "phone, dark"])
def test_every_page_opens(visit: Callable[..., Visitor], size: dict[str, int], dark: bool) -> None:
    visitor = visit("/", size, dark)
    for path, title in PAGES.items():
        if path:
            visitor.open(f"/{path}")
        assert visitor.page.inner_text("h1") == title
        charts = visitor.page.locator(".js-plotly-plot")
        assert charts.count() == CHARTS[path]
        for i in range(charts.count()):
            box = charts.nth(i).bounding_box()
            assert box and box["width"] > 200 and box["x"] >= 0 and box["x"] + box["width"] <= size["width"] + 1
            assert charts.nth(i).locator(".point, .textpoint").count() > 3
        visitor.fail_if_faulty()


def test_the_filter_goes_along_and_is_taken_back(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/")
    everything = visitor.count()
    visitor.choose("Topics", "Kosovo").choose("Languages", "Serbian")
    few = visitor.count()
    assert 0 < few < everything
    assert "topic Kosovo" in visitor.text() and "language Serbian" in visitor.text()
    for name in ("Events", "Topics", "Statements", "Articles"):
        visitor.go(name)
        assert visitor.count() == few
        assert visitor.query()["topic"] == ["Kosovo"] and visitor.query()["lang"] == ["Serbian"]
    visitor.page.get_by_role("button", name="Reset filter").click()
    visitor.wait()
    assert visitor.count() == everything
    assert visitor.query() == {}


def test_a_preset_compares_with_the_period_before(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/")
    assert visitor.page.get_by_test_id("stMetricDelta").count() == 0
    visitor.page.get_by_role("radio", name="Last 12 months").click()
    visitor.wait()
    assert set(visitor.query()) == {"from", "to"}
    assert visitor.page.get_by_test_id("stMetricDelta").count() == 5
    assert "change against the period of the same length before" in visitor.text()


def test_a_bar_leads_to_its_articles_and_to_the_reader(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/?topic=Kosovo")
    visitor.page.locator(".js-plotly-plot .bars .point path").last.click(force=True)
    visitor.wait()
    year = visitor.query()["period"][0][:4]
    assert f"Articles of {year}" in visitor.text()
    visitor.page.get_by_role("link", name="Read").first.click()
    visitor.page.wait_for_selector('h1:has-text("Articles")')
    visitor.wait()
    assert visitor.query()["topic"] == ["Kosovo"]
    assert re.fullmatch(r"[0-9a-f]{8,}", visitor.query()["article"][0])
    text = visitor.text()
    assert "read the original" in text and year in text
    assert "abstract written for this project" in text
    assert visitor.page.locator("mark").count() > 0
    visitor.page.get_by_role("button", name="Close").click()
    visitor.wait()
    assert "article" not in visitor.query()


def test_marks_of_topics_and_stances_lead_to_sentences(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/topics")
    visitor.page.locator(".js-plotly-plot").nth(1).locator(".textpoint").nth(3).click(force=True)
    visitor.wait()
    assert len(visitor.query()["cell"]) == 2
    visitor.page.get_by_role("tab", name="sentences on").click()
    visitor.wait()
    assert visitor.page.get_by_role("tabpanel").filter(visible=True).get_by_role("link", name="Read").count() > 0
    visitor.page.locator(".js-plotly-plot").nth(0).locator(".point").last.click(force=True)
    visitor.wait()
    assert "cell" not in visitor.query() and len(visitor.query()["line"]) == 2
    visitor.go("Statements")
    visitor.page.locator(".js-plotly-plot").nth(3).locator(".textpoint").first.click(force=True)
    visitor.wait()
    speaker, target = visitor.query()["stance"]
    assert f"{speaker} about {target}" in visitor.text()


def test_a_mark_of_the_timeline_opens_the_event(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/events")
    visitor.page.locator(".js-plotly-plot .point").first.click(force=True)
    visitor.wait()
    assert visitor.query()["story"]
    assert "Actors:" in visitor.text()
    assert visitor.page.get_by_role("link", name="original").count() >= 1


def test_a_shared_link_opens_the_same_view(visit: Callable[..., Visitor]) -> None:
    first = visit("/statements?topic=Gas&lang=English")
    first.page.locator('[class*="st-key-speaker-"] button').first.click()
    first.wait()
    first.page.locator(".js-plotly-plot").nth(0).locator(".bars .point path").first.click(force=True)
    first.wait()
    assert {"topic", "lang", "speaker", "bar"} <= set(first.query())
    second = visit(first.page.url.removeprefix(first.address), PHONE)
    assert second.count() == first.count()
    assert second.query() == first.query()
    assert second.page.inner_text("h3#listed") == first.page.inner_text("h3#listed")


def test_nothing_left_says_what_to_do(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/events?q=qqzzqq")
    assert "No article fits this filter" in visitor.text()
    visitor.page.get_by_role("button", name="Reset", exact=True).click()
    visitor.wait()
    assert visitor.count() > 100


def test_a_broken_link_opens_a_page_all_the_same(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/?topic=nonsense&from=1999-99-99&lang=zz&lang=English&period=never")
    assert "asks for “nonsense”, “zz”, “1999-99-99”, which is not in this corpus" in visitor.text()
    for path in (
        "/events?story=none&as=x&type=y",
        "/topics?line=a&line=b&by=century",
        "/topics?cell=kosovo&cell=<b>",
        "/statements?stance=a&stance=b&speaker=Nobody",
        "/articles?article=none",
    ):
        assert visitor.count() > 100
        visitor.fail_if_faulty()
        visitor.open(path)
    assert "not in the corpus" in visitor.text()
