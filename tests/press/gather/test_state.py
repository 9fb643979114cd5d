"""What is remembered between runs."""

from __future__ import annotations

from datetime import date

from press.gather.state import State
from tests.press.gather.news import ABOUT, TODAY, page, rss, visit
from tests.press.server import send


def test_a_feed_is_asked_for_only_where_it_has_changed(server, tmp_path) -> None:
    data = rss(("Weather", server.url("/weather"), "Rain"))

    def answer(handler) -> None:
        if handler.headers.get("If-None-Match") == '"v1"':
            send(handler, b"", status=304)
        else:
            send(
                handler,
                data,
                "application/rss+xml",
                headers={"ETag": '"v1"', "Last-Modified": "Thu, 09 May 2024 10:00:00 GMT"},
            )

    server.answers["/feed"] = answer
    state = State(tmp_path / "state.json")
    assert [o.what for o in visit(server, state=state)] == ["other"]
    state.save(TODAY)
    assert [o.what for o in visit(server, state=State(tmp_path / "state.json"))] == ["unchanged"]
    first, second = server.asked("/feed")
    assert "if-none-match" not in first
    assert (second["if-none-match"], second["if-modified-since"]) == ('"v1"', "Thu, 09 May 2024 10:00:00 GMT")


def test_what_was_looked_at_is_remembered_and_what_passes_is_tried_again(server, tmp_path) -> None:
    failing = True

    def answer(handler) -> None:
        send(handler, b"", status=500) if failing else send(handler, page(ABOUT))

    server.answers["/talks"] = answer
    data = rss(
        ("Gas talks of Serbia and Russia", server.url("/talks"), ""), ("Serbia: a bridge", server.url("/bridge"), "")
    )
    server.page("/feed", data, "application/rss+xml", ETag='"v1"')
    state = State(tmp_path / "s")
    assert next((o.what, o.why) for o in visit(server, state=state)) == (
        "refused",
        "the server answers 500 Internal Server Error",
    )
    assert state.conditions(server.url("/feed")) == {}
    failing = False
    assert [o.what for o in visit(server, state=state)] == ["new", "known"]
    assert len(server.asked("/bridge")) == 1
    assert state.conditions(server.url("/feed")) == {"If-None-Match": '"v1"'}


def test_a_broken_state_is_an_empty_one(tmp_path) -> None:
    for content in ("", "{", "[]", '{"feeds": 5, "done": {}}'):
        (tmp_path / "state.json").write_text(content)
        assert State(tmp_path / "state.json").done == {}


def test_old_addresses_are_forgotten(tmp_path) -> None:
    state = State(tmp_path / "state.json")
    state.finish("https://e.example/old", date(2024, 1, 1))
    state.finish("https://e.example/new", TODAY)
    state.save(TODAY)
    again = State(tmp_path / "state.json")
    assert (again.is_done("https://e.example/old"), again.is_done("http://www.e.example/new/")) == (False, True)
