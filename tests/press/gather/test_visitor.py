"""Politeness: robots.txt and pauses."""

from __future__ import annotations

import pytest

from tests.press.gather.news import Slept, source, visit
from tests.press.server import send


def test_robots_txt_is_obeyed(server) -> None:
    server.page("/robots.txt", b"User-agent: SerbiaRussiaMonitor\nDisallow: /talks\nCrawl-delay: 7\n", "text/plain")
    slept = Slept()
    found = visit(server, slept=slept)
    assert (found[0].what, found[0].why) == ("refused", "is forbidden by the site's robots.txt")
    assert not [path for path, _, _ in server.requests if path.startswith("/talks")]
    assert slept and all(6 < pause <= 7 for pause in slept), slept
    assert len(server.asked("/robots.txt")) == 1


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_without_robots_txt_all_is_allowed_and_with_a_broken_server_nothing(server, status, allowed) -> None:
    server.answers["/robots.txt"] = lambda h: send(h, b"", status=status)
    found = visit(server)
    assert (found[0].what == "new") is allowed
    if not allowed:
        assert [o.why for o in found] == [f"the server answers {status} for its robots.txt"]
        assert server.asked("/feed") == []


def test_a_host_that_cannot_be_reached_is_named_as_such_and_asked_once(server) -> None:
    server.stop()
    assert [o.why for o in visit(server, source(server), source(server, "/other"))] == ["cannot be reached"] * 2


def test_there_is_a_pause_between_two_requests_to_one_host(server) -> None:
    slept = Slept()
    visit(server, slept=slept)
    assert len(slept) == 2 and all(1.5 < pause <= 4 for pause in slept), slept


def test_a_host_that_is_overrun_is_left_alone(server) -> None:
    server.answers["/talks"] = lambda h: send(h, b"", status=429)
    found = visit(server)
    assert [o.why[:22] for o in found if o.what == "refused"] == ["the server answers 429"] * 2
    assert server.asked("/bridge") == []
