"""Keeping fresh: politeness, what is kept, what is stored; against a server on the loopback address."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from press import outlets
from press.__main__ import main
from press.article import Article, normalise_url
from press.gather import feeds
from press.gather.feeds import Feed, FeedError, State, Visitor, load, refresh, to_store
from press.readers import read_path
from tests.conftest import ROOT
from tests.press.readers import files
from tests.press.server import Server, running, send

TODAY = date(2024, 5, 10)
ABOUT = [
    "Serbia and Russia agreed on gas on Thursday, said Anna Sample, the minister of energy of Serbia, in Belgrade.",
    "“The price is fair,” Sample said after talks with Gazprom in Moscow, where the Russian side had asked for more.",
    "The two sides will meet again in June, and the pipeline through Bulgaria stays open until then, she added.",
    "Peter Model, an expert on energy, said that Serbia would need another source of gas within the next five years.",
    "The opposition in Belgrade wants to see the contract with Russia, which the government calls a business secret.",
    "Nothing was said about the Russian share in the refinery, nor about the sanctions of the European Union on Russia.",
] * 2
ELSEWHERE = ["The council of Sampletown has repaired the bridge, said Mayor Peter Model on Thursday in Sampletown."] * 8


def page(paragraphs: list[str], title: str = "Gas talks of Serbia and Russia") -> bytes:
    head = '<meta property="article:published_time" content="2024-05-09T10:00:00Z">'
    body = "".join(f"<p>{text} Part {i}.</p>" for i, text in enumerate(paragraphs))
    return files.page(title, head=head, body=body).encode()


def rss(*items: tuple[str, str, str]) -> bytes:
    return (
        '<rss version="2.0"><channel><title>x</title>'
        + "".join(f"<item><title>{t}</title><link>{u}</link><description>{d}</description></item>" for t, u, d in items)
        + "</channel></rss>"
    ).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        server.page("/talks", page(ABOUT))
        server.page("/bridge", page(ELSEWHERE, "Serbia: a bridge"))
        server.page(
            "/feed",
            rss(
                ("Gas talks of Serbia and Russia", server.url("/talks?utm_source=rss"), "Minister back from Moscow"),
                ("Serbia: a bridge", server.url("/bridge"), "It is open"),
                ("Weather", server.url("/weather"), "Rain"),
            ),
            "application/rss+xml",
        )
        yield server


class Slept(list[float]):
    """Keeps how long was waited, without waiting."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def source(server: Server, path: str = "/feed", **more) -> Feed:
    return Feed(outlet="Sample News", country="GB", group="other", language="en", url=server.url(path), **more)


def visit(
    server: Server,
    *sources: Feed,
    state: State | None = None,
    known: set[str] | None = None,
    slept: Slept | None = None,
):
    visitor = Visitor(delay=2.0, sleep=slept if slept is not None else Slept(), allow_loopback=True)
    state = state if state is not None else State()
    return list(
        refresh(list(sources or [source(server)]), known if known is not None else set(), state, visitor, today=TODAY)
    )


# -- what is kept --------------------------------------------------------------------------------


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


def test_only_a_short_extract_is_stored(server) -> None:
    article = visit(server)[0].article
    assert article is not None
    assert article.abstract and article.extra["extract"]
    assert 0 < len(article.text) <= feeds.EXTRACT_CHARACTERS + 4
    assert len(article.text.split("\n\n")) <= feeds.EXTRACT_SENTENCES
    assert "Serbia" in article.text and "Russia" in article.text
    full = visit(server, source(server, licence="CC BY 4.0"))[0].article
    assert full is not None
    assert (full.abstract, full.extra["licence"]) == (False, "CC BY 4.0")
    assert all(text in full.text for text in ABOUT)


def test_of_a_short_text_a_fifth_is_stored_at_most() -> None:
    text = (
        "Serbia and Russia agreed, Anna Sample said. Russia and Serbia disagree, Peter Model said. "
        + "It rained. " * 20
    )
    stored = to_store(Article(text=text, title="Serbia and Russia agree", language="en"), today=TODAY)
    assert len(stored.text) <= len(text) / 5


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


# -- politeness ----------------------------------------------------------------------------------


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


def test_not_more_pages_than_allowed_and_not_after_the_end(server, monkeypatch) -> None:
    monkeypatch.setattr(feeds, "MOST_PAGES", 1)
    state = State()
    assert [o.what for o in visit(server, state=state)] == ["new", "other"]
    assert len(visit(server, state=state)) == 3, "the rest comes at the next run"
    visitor = Visitor(sleep=Slept(), allow_loopback=True)
    (late,) = refresh([source(server)], set(), State(), visitor, end=time.monotonic() - 1)
    assert late.why == "the time for this run is over"


# -- faulty feeds --------------------------------------------------------------------------------


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


# -- the command and the files -------------------------------------------------------------------


def toml(server: Server, path: Path, *paths: str) -> Path:
    path.write_text(
        "".join(
            f'[[feed]]\noutlet = "Sample News"\ncountry = "GB"\ngroup = "other"\nlanguage = "en"\nurl = "{server.url(p)}"\n'
            for p in paths
        )
    )
    return path


def options(tmp_path: Path, feeds_file: Path, **more) -> argparse.Namespace:
    return argparse.Namespace(
        **{
            "feeds": feeds_file,
            "articles": tmp_path / "articles",
            "corpus": None,
            "state": tmp_path / "state.json",
            "minutes": 1,
            "dry_run": False,
        }
        | more
    )


def test_the_command_adds_to_the_files_of_a_year_and_a_second_run_adds_nothing(server, tmp_path, capsys) -> None:
    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed", "/none"))
    visitor = Visitor(sleep=Slept(), allow_loopback=True)
    assert feeds.run(chosen, visitor) == 0
    printed = capsys.readouterr().out
    assert "1 × the server answers 404 Not Found" in printed
    path = tmp_path / "articles" / "feeds-2024.jsonl"
    (article,) = read_path(path)
    assert isinstance(article, Article)
    assert (article.published, article.date_basis, article.abstract, article.outlet) == (
        date(2024, 5, 9),
        "metadata",
        True,
        "Sample News",
    )
    before = path.read_bytes()
    (tmp_path / "state.json").unlink()
    assert feeds.run(chosen, Visitor(sleep=Slept(), allow_loopback=True)) == 0
    assert path.read_bytes() == before


def test_a_dry_run_writes_nothing(server, tmp_path) -> None:
    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed"), dry_run=True)
    assert feeds.run(chosen, Visitor(sleep=Slept(), allow_loopback=True)) == 0
    assert [p.name for p in tmp_path.iterdir()] == ["feeds.toml"]


def test_an_interrupted_run_keeps_what_it_has(server, tmp_path) -> None:
    class Stopping(Visitor):
        def fetch(self, url, headers=None):
            if url.endswith("/bridge"):
                raise KeyboardInterrupt
            return super().fetch(url, headers)

    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed"))
    with pytest.raises(KeyboardInterrupt):
        feeds.run(chosen, Stopping(sleep=Slept(), allow_loopback=True))
    assert len(list(read_path(tmp_path / "articles" / "feeds-2024.jsonl"))) == 1
    assert (tmp_path / "state.json").exists()


def test_new_articles_are_brought_into_a_corpus_as_well(server, tmp_path) -> None:
    from press.corpus.opening import open_corpus

    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed"), corpus=str(tmp_path / "corpus"))
    assert feeds.run(chosen, Visitor(sleep=Slept(), allow_loopback=True)) == 0
    frame = open_corpus(tmp_path / "corpus").frame("articles")
    assert list(frame["title"]) == ["Gas talks of Serbia and Russia"]


def test_where_no_feed_can_be_read_the_command_fails(server, tmp_path) -> None:
    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/none"))
    assert feeds.run(chosen, Visitor(sleep=Slept(), allow_loopback=True)) == 1


def test_the_corpus_takes_the_new_articles(server, tmp_path) -> None:
    from press.corpus.opening import open_corpus

    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed"))
    feeds.run(chosen, Visitor(sleep=Slept(), allow_loopback=True))
    corpus = open_corpus(tmp_path / "articles", store=tmp_path / "store")
    frame = corpus.frame("articles")
    assert list(frame["outlet"]) == ["Sample News"]
    assert list(frame["date_basis"]) == ["metadata"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[[feed", "cannot be read"),
        ('[[feed]]\noutlet = "A"\n', "feed 1: has to name outlet, country, group and language"),
        ('[[feed]]\noutlet = "A"\ncountry = "RS"\ngroup = "x"\nlanguage = "sr"\n', "has to have either url or query"),
        ('[[feed]]\noutlet = "A"\nadress = "x"\n', "field “adress” is not known"),
        ("[[feed]]\noutlet = 5\n", "is no text"),
    ],
)
def test_a_faulty_list_of_feeds_is_explained(tmp_path, capsys, content, says) -> None:
    (tmp_path / "f.toml").write_text(content)
    with pytest.raises(FeedError, match=r"f\.toml") as caught:
        load(tmp_path / "f.toml")
    assert says in str(caught.value)
    assert main(["refresh", "--feeds", str(tmp_path / "f.toml")]) == 1
    assert "error: " in capsys.readouterr().err


# -- the shipped list and workflow ---------------------------------------------------------------


def test_the_shipped_feeds_agree_with_the_outlets() -> None:
    found = load()
    assert len(found) >= 25
    assert len({feed.address for feed in found}) == len(found)
    for feed in found:
        if feed.outlet:
            outlet = outlets.resolve(feed.outlet)
            assert (feed.outlet, feed.country, feed.group) == (outlet.name, outlet.country, outlet.group)
        assert feed.group in outlets.groups()
        assert not feed.url or feed.url.startswith("https://")
        assert feed.licence == "", "no licence is held for any of the shipped feeds"


def test_the_workflow_runs_the_command_on_a_schedule_and_commits() -> None:
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / "refresh.yml").read_text(encoding="utf8"))
    on = flow[True] if True in flow else flow["on"]
    assert on["schedule"] and "workflow_dispatch" in on
    assert flow["permissions"] == {"contents": "write"}
    (job,) = flow["jobs"].values()
    commands = "\n".join(step.get("run", "") for step in job["steps"])
    assert "python -m press refresh" in commands
    assert "git commit" in commands and "git push" in commands
