"""The page "Add articles": every way in, what is asked and shown, and that sessions know nothing of each other."""

from __future__ import annotations

import io
import json
from functools import partial

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import workspace
from components.adding import intake
from press.corpus.rows import rows_of
from press.gather.fetch import fetch, read
from press.reading.parse import parse
from tests.conftest import ROOT
from tests.pages.conftest import links
from tests.press.readers import files
from tests.press.server import Server, running

BUNDLED = [
    {"url": f"https://example.org/{n}", "date": f"2024-05-0{n}", "title": f"Bundled {n}", "language": "en", "sitename": "TASS",
     "text": "“We agree on gas supplies,” said Anna Sample, a spokeswoman for the plant in Belgrade."}
    for n in (1, 2)
]  # fmt: skip
PASTED = (
    "Talks on gas\n\nSerbian envoy Anna Sample met Russian envoy Boris Example in Belgrade on 12 May 2024. "
    "“We agree on gas,” said Carl Test."
)


@pytest.fixture
def app(tmp_path, monkeypatch):
    """Starts sessions of one dashboard over a small corpus."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.jsonl").write_text("\n".join(map(json.dumps, BUNDLED)), encoding="utf8")
    monkeypatch.setenv("PRESS_CORPUS", str(tmp_path / "articles"))
    monkeypatch.setenv("PRESS_STORE", str(tmp_path / "store"))
    st.cache_data.clear()
    st.cache_resource.clear()

    def start(page: str = "pages/add.py") -> AppTest:
        session = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        return clean(session.switch_page(page).run())

    yield start
    st.cache_data.clear()
    st.cache_resource.clear()


def clean(session: AppTest) -> AppTest:
    assert not session.exception, session.exception[0].value
    return session


def press(session: AppTest, key: str) -> AppTest:
    return clean(session.button(key=key).click().run())


def shown(session: AppTest) -> str:
    elements = (*session.markdown, *session.success, *session.warning, *session.error, *session.info, *session.caption)
    return "\n".join(str(e.value) for e in elements)


def own(session: AppTest) -> workspace.Workspace:
    return session.session_state["workspace"]


def articles_on_overview(session: AppTest) -> str:
    clean(session.switch_page("pages/overview.py").run())
    return session.metric[0].value


def paste(session: AppTest, text: str, day: str = "2024-05-12") -> AppTest:
    session.text_area(key="add-text-0").set_value(text)
    press(session, "add-paste")
    press(session, f"add-candidate-{day}")
    return press(session, "add-add")


def upload(session: AppTest, *files: tuple[str, bytes], key: str = "add-files-0") -> AppTest:
    session.file_uploader(key=key).set_value([(name, data, "application/octet-stream") for name, data in files])
    return clean(session.run())


def test_a_pasted_text_is_shown_as_understood_and_asks_for_its_date(app) -> None:
    session = app()
    session.text_area(key="add-text-0").set_value(PASTED)
    press(session, "add-paste")
    text = shown(session)
    assert "**Talks on gas**" in text
    assert "date unknown" in text
    assert "English" in text
    assert "The source tells no date" in text
    assert [list(d.value["Speaker"]) for d in session.dataframe if "Speaker" in d.value] == [["Carl Test"]]
    assert [list(d.value["Date"]) for d in session.dataframe if "Actors" in d.value] == [["2024-05-12"]]
    said = next(d.value for d in session.dataframe if "Speaker" in d.value)
    stances = rows_of(parse(session.session_state["tray"].items[0].article))["stances"]
    assert list(said["About"]) == [", ".join(f"{s['target']} {s['stance']:+.2f}" for s in stances)]
    assert session.button(key="add-add").disabled
    assert session.date_input(key="add-day-1").value is None
    press(session, "add-candidate-2024-05-12")
    assert "2024-05-12 (chosen from what was suggested)" in shown(session)
    assert not session.button(key="add-add").disabled


def test_what_is_added_is_counted_everywhere_with_or_instead_of_the_press_review(app) -> None:
    session = paste(app(), PASTED)
    assert "1 added" in shown(session)
    (article,) = own(session).articles.values()
    assert (article.title, str(article.published), article.date_basis) == ("Talks on gas", "2024-05-12", "inferred")
    assert articles_on_overview(session) == "3"
    clean(session.switch_page("pages/statements.py").run())
    assert "Carl Test" in session.selectbox[0].options
    clean(session.switch_page("pages/add.py").run())
    clean(session.segmented_control(key="add-instead").set_value("Instead of it").run())
    assert articles_on_overview(session) == "1"
    clean(session.switch_page("pages/add.py").run())
    press(session, "add-empty")
    assert articles_on_overview(session) == "2"


def test_an_added_article_can_be_opened(app) -> None:
    session = paste(app(), PASTED)
    key = next(d.key for d in session.dataframe if (d.key or "").startswith("add-own-"))
    session.session_state[key] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    clean(session.run())
    (article_id,) = own(session).articles
    assert ("articles", f"article={article_id}") in links(session)


def test_sessions_know_nothing_of_each_other(app) -> None:
    one, other = app(), app()
    paste(one, PASTED)
    assert articles_on_overview(one) == "3"
    assert articles_on_overview(other) == "2"
    for page in ("pages/overview.py", "pages/statements.py", "pages/articles.py", "pages/events.py", "pages/topics.py"):
        clean(other.switch_page(page).run())
        everything = shown(other) + str([d.value for d in other.dataframe]) + str([s.options for s in other.selectbox])
        everything += str([m.options for m in other.multiselect])
        assert "Carl Test" not in everything
        assert "Talks on gas" not in everything
    assert own(other).articles == {}
    (key,) = own(one).articles
    clean(other.switch_page("pages/articles.py").run())
    other.query_params["article"] = key
    clean(other.run())
    assert "is not in the corpus" in shown(other)


def test_what_a_visitor_adds_is_in_no_shared_cache_and_on_no_disk(app, tmp_path, monkeypatch) -> None:
    from components import state

    kept: list[tuple] = []
    shared = state._shared_answer
    monkeypatch.setattr(state, "_shared_answer", lambda *given: (kept.append(given), shared(*given))[1])
    session = app()
    before = sorted(p for p in tmp_path.rglob("*") if p.is_file())
    paste(session, PASTED)
    kept.clear()
    for page in ("pages/overview.py", "pages/statements.py", "pages/articles.py", "pages/events.py", "pages/topics.py"):
        clean(session.switch_page(page).run())
    assert kept == [], "a question about the visitor's own corpus went to the cache that all visitors share"
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == before


def test_fields_are_edited_before_adding(app) -> None:
    session = app()
    session.text_area(key="add-text-0").set_value(PASTED)
    press(session, "add-paste")
    session.text_input(key="add-title-1").set_value("Another headline")
    session.text_input(key="add-outlet-1").set_value("ТАСС")
    session.date_input(key="add-day-1").set_value("2024-06-01")
    clean(session.run())
    assert "**TASS**" in shown(session)
    press(session, "add-add")
    (article,) = own(session).articles.values()
    assert (article.title, article.outlet, str(article.published)) == ("Another headline", "ТАСС", "2024-06-01")
    assert article.date_basis == "given"


def test_an_undated_article_is_added_as_such_only_where_the_visitor_says_so(app) -> None:
    session = app()
    session.text_area(key="add-text-0").set_value("A headline\n\n“We agree on gas,” said Carl Test.")
    press(session, "add-paste")
    assert session.button(key="add-add").disabled
    clean(session.toggle(key="add-unknown-1").set_value(True).run())
    press(session, "add-add")
    (article,) = own(session).articles.values()
    assert (article.published, article.date_basis) == (None, "unknown")


def test_an_empty_text_says_so(app) -> None:
    assert "The pasted text, field “text”: is empty" in shown(press(app(), "add-paste")).replace("\\", "")


def lines(n: int, faulty: tuple[int, ...] = ()) -> bytes:
    rows = [
        {"text": f"Report number {i} says that all went well.", "title": f"T{i}", "date": "2024-05-01"}
        for i in range(n)
    ]
    return "\n".join("{" if i in faulty else json.dumps(r) for i, r in enumerate(rows)).encode()


def test_faulty_items_are_named_and_the_others_added(app) -> None:
    session = upload(app(), ("a.jsonl", lines(4, (1, 3))), ("b.txt", b""), ("c.zip", b"PK\x03\x04 no zip"))
    press(session, "add-upload")
    text = shown(session).replace("\\", "")
    assert "4 could not be read" in text
    assert "a.jsonl, line 2: is no JSON" in text
    assert "b.txt: is empty" in text
    press(session, "add-add")
    assert "2 added, 4 refused" in shown(session)
    assert sorted(a.title for a in own(session).articles.values()) == ["T0", "T2"]


def test_what_is_left_out_is_told(app) -> None:
    table = b"title,text,date,colour\nRain,Rain fell in Sampleville all day long.,soon,red\n"
    session = press(upload(app(), ("a.csv", table)), "add-upload")
    text = shown(session).replace("\\", "")
    assert "could not be read" not in text
    assert "a.csv, line 2, field “date”: “soon” is not understood" in text
    assert "left out, as their names are not known: colour" in text


FORMS = ("txt", "html", "md", "docx", "pdf", "csv", "xlsx", "json", "jsonl", "zip")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_uploaded_previewed_and_added(app, form) -> None:
    name = next(n for n in files.SAMPLES if n.endswith(f".{form}"))
    session = press(upload(app(), (name, files.SAMPLES[name])), "add-upload")
    assert "could not be read" not in shown(session)
    assert "**Talks" in shown(session)
    for toggle in session.toggle:
        clean(toggle.set_value(True).run())
    press(session, "add-add")
    assert own(session).articles
    assert any(a.title.startswith("Talks") for a in own(session).articles.values())


@pytest.mark.slow
def test_ten_thousand_articles_with_three_bad_ones(app) -> None:
    session = upload(app(), ("many.jsonl", lines(10_000, (7, 4_000, 9_999))))
    session.default_timeout = 300
    press(session, "add-upload")
    assert "3 could not be read" in shown(session)
    assert session.button(key="add-add").label == "Add 9,997 articles"
    press(session, "add-add")
    assert "9,997 added, 3 refused" in shown(session)
    assert articles_on_overview(session) == "9,999"


def test_adding_goes_on_where_it_was_interrupted(app) -> None:
    session = app()
    from press.article import Article

    session.session_state["add-queue"] = [Article(f"Report {i}.", published=None) for i in range(60)]
    session.session_state["add-total"] = 80
    session.session_state["add-report"] = [workspace.Outcome("before", "added")]
    clean(session.run())
    assert len(own(session).articles) == 60
    assert "61 added" in shown(session)


def test_columns_are_guessed_shown_and_changed(app) -> None:
    table = (
        "12.05.2024;Talks on gas in Belgrade;“We agree on gas supplies for the coming winter and the next,” said Carl Test, an envoy. {0};https://example.com/a\n"
        "13.05.2024;More talks on gas in Belgrade;“We do not agree on gas supplies for the coming winter,” said Dora Test, an envoy. {0};https://example.com/b\n"
    )
    session = upload(app(), ("t.csv", table.replace("{0}", "It was a long day in a long week. " * 9).encode()))
    assert "The columns' names do not tell what they hold" in shown(session)
    guessed = {
        f: session.selectbox(key=f"add-column-{f}-0-0").value for f in ("text", "title", "url", "date", "author")
    }
    assert guessed == {"date": "1", "title": "2", "text": "3", "url": "4", "author": None}
    clean(session.selectbox(key="add-column-author-0-0").set_value("2").run())
    press(session, "add-upload")
    press(session, "add-add")
    found = sorted((str(a.published), a.author, a.url) for a in own(session).articles.values())
    assert found == [
        ("2024-05-12", "Talks on gas in Belgrade", "https://example.com/a"),
        ("2024-05-13", "More talks on gas in Belgrade", "https://example.com/b"),
    ]


def test_a_workspace_is_downloaded_and_opened_again(app) -> None:
    session = paste(app(), PASTED)
    kept = own(session).download()
    again = upload(app(), ("workspace.jsonl", kept), key="add-open-0")
    press(again, "add-reopen")
    assert "1 added" in shown(again)
    assert own(again).download() == kept
    assert articles_on_overview(again) == "3"


PAGE = (
    "<html><head><title>{0}</title><meta property='article:published_time' content='2024-05-20'></head><body><article><h1>{0}</h1>"
    + "<p>Envoy Anna Sample came to Belgrade with a long list of wishes for the new bridge over the river.</p>" * 3
    + "<p>“We agree on the bridge,” said Carl Test, who had waited for her at the station since the morning.</p></article></body></html>"
)


@pytest.fixture
def server(monkeypatch):
    with running() as server:
        monkeypatch.setattr(intake, "fetch_page", partial(fetch, allow_loopback=True))
        monkeypatch.setattr(intake, "read_page", partial(read, allow_loopback=True))
        yield server


def test_addresses_are_fetched_and_a_faulty_one_stops_none(app, server: Server) -> None:
    server.page("/a", PAGE.format("First page").encode())
    server.page("/b", PAGE.format("Second page").encode())
    session = app()
    session.text_area(key="add-urls-0").set_value(
        f"{server.url('/a')}\nnonsense\n{server.url('/none')}\n\n{server.url('/b')}\nfile:///etc/passwd"
    )
    press(session, "add-fetch")
    text = shown(session).replace("\\", "")
    assert "3 could not be read" in text
    assert "nonsense: is no address" in text
    assert "file:///etc/passwd: is no address" in text
    press(session, "add-add")
    found = sorted((a.title, str(a.published), a.date_basis) for a in own(session).articles.values())
    assert found == [("First page", "2024-05-20", "metadata"), ("Second page", "2024-05-20", "metadata")]


def test_an_address_inside_ones_own_network_is_refused(app) -> None:
    session = app()
    session.text_area(key="add-urls-0").set_value("http://127.0.0.1:8501/\nhttp://169.254.169.254/latest/meta-data")
    press(session, "add-fetch")
    assert "2 could not be read" in shown(session)
    assert session.button(key="add-add").disabled


def test_a_feed_is_read_and_its_articles_fetched(app, server: Server) -> None:
    undated = PAGE.replace("<meta property='article:published_time' content='2024-05-20'>", "")
    server.page("/a", undated.format("First page").encode())
    items = "".join(
        f"<item><title>Entry {p}</title><link>{server.url(p)}</link><pubDate>Tue, 21 May 2024 10:00:00 GMT</pubDate></item>"
        for p in ("/a", "/gone")
    )
    server.page("/feed", f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), "application/rss+xml")
    session = app()
    session.text_input(key="add-feed").set_value(server.url("/feed"))
    press(session, "add-feed-read")
    assert [list(d.value["Headline"]) for d in session.dataframe] == [["Entry /a", "Entry /gone"]]
    press(session, "add-feed-fetch")
    assert "1 could not be read" in shown(session)
    press(session, "add-add")
    (article,) = own(session).articles.values()
    assert (str(article.published), article.date_basis) == ("2024-05-21", "metadata")


def test_a_feed_that_is_none_says_so(app, server: Server) -> None:
    server.page("/x", b"<html><body>no feed</body></html>")
    session = app()
    for url, says in (
        (server.url("/x"), "no RSS or Atom feed"),
        ("", "needs an address"),
        ("gopher://x.y", "is no address"),
    ):
        session.text_input(key="add-feed").set_value(url)
        press(session, "add-feed-read")
        assert says in shown(session).replace("\\", "")


def test_nothing_of_a_zip_leaves_its_place(app) -> None:
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../outside.txt", "A text that wants to lie elsewhere.")
        archive.writestr("good.txt", "Good\n\nA text of 12 May 2024.")
    session = press(upload(app(), ("x.zip", file.getvalue())), "add-upload")
    assert "outside.txt" in shown(session).replace("\\", "")
    assert not (ROOT.parent / "outside.txt").exists()
