"""A run over the feeds: what is kept, what is passed over, what stops no other."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest

from press.article import normalise_url
from press.gather import feeds
from press.gather import refresh as module
from press.gather.feeds import Feed
from press.gather.refresh import refresh
from press.gather.state import State
from press.gather.visitor import Visitor
from tests.press.gather.news import Slept, rss, source, visit
from tests.press.readers import files


def test_what_is_about_both_is_kept_and_the_rest_is_not(server) -> None:
    found = visit(server)
    assert [(o.url.split("/")[-1].split("?")[0], o.what) for o in found] == [
        ("talks", "new"),
        ("bridge", "other"),
        ("weather", "other"),
    ]
    article = found[0].article
    assert article is not None
    assert (article.outlet, article.language, article.published, article.date_basis) == (
        "Sample News",
        "en",
        date(2024, 5, 9),
        "metadata",
    )
    assert server.asked("/weather") == [], "an entry that names neither side must not be fetched"


def test_a_known_address_is_not_fetched_again(server) -> None:
    known = {normalise_url(server.url("/talks"))}
    assert [o.what for o in visit(server, known=known)] == ["known", "other", "other"]
    assert not [path for path, _, _ in server.requests if path.startswith("/talks")]


def test_an_article_of_two_feeds_is_taken_once(server) -> None:
    server.page("/other", rss(("Serbia and Russia", server.url("/talks#top"), "")), "application/rss+xml")
    assert [o.what for o in visit(server, source(server), source(server, "/other"))] == [
        "new",
        "other",
        "other",
        "known",
    ]


def test_gdelt_lists_are_read_with_the_outlet_of_each_article(server, monkeypatch) -> None:
    monkeypatch.setattr(feeds, "GDELT", server.url("/doc"))
    rows = [
        {
            "url": server.url("/talks"),
            "title": "Gas talks",
            "seendate": "20240509T101500Z",
            "domain": "127.0.0.1",
            "language": "English",
        }
    ]
    server.page("/doc", json.dumps({"articles": rows}).encode(), "application/json")
    (found,) = visit(server, Feed("", "unknown", "unknown", "", query="Serbia Russia"))
    assert found.what == "new"
    assert "query=Serbia+Russia" in server.requests[1][0]
    server.page("/doc", b"The specified phrase is too short.", "text/html")
    (found,) = visit(server, Feed("", "unknown", "unknown", "", query="x"))
    assert found.why == "GDELT answers: The specified phrase is too short."


def test_not_more_pages_than_allowed_and_not_after_the_end(server, monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 1)
    state = State()
    assert [o.what for o in visit(server, state=state)] == ["new", "other"]
    assert len(visit(server, state=state)) == 3, "the rest comes at the next run"
    visitor = Visitor(sleep=Slept(), allow_loopback=True)
    (late,) = refresh([source(server)], set(), State(), visitor, end=time.monotonic() - 1)
    assert late.why == "the time for this run is over"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (files.BILLION_LAUGHS, "declares XML entities"),
        (b"<html><body>Sorry</body></html>", "is no RSS or Atom feed"),
        (b"", "is no XML"),
        (b"\0\1\2", "is no XML"),
    ],
)
def test_a_faulty_feed_stops_no_other(server, data, says) -> None:
    server.page("/bad", data, "application/rss+xml")
    found = visit(server, source(server, "/bad"), source(server, "/none"), source(server))
    assert says in found[0].why
    assert found[1].why == "the server answers 404 Not Found"
    assert found[2].what == "new"


def test_entries_that_lead_into_the_private_network_are_refused(server) -> None:
    server.page(
        "/feed", rss(("Serbia and Russia", "http://10.0.0.1/", ""), ("Serbia", "file:///etc/passwd", "")), "text/xml"
    )
    (found,) = visit(server)
    assert found.why == "leads into a private network, which is not read"
    assert found.what == "refused"
