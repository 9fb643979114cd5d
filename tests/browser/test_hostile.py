"""An article full of scripts, images, formulas and directives is added: the browser shows it as the text that it is."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from .conftest import WIDE
from .dashboard import MAIN, Visitor
from .test_add import search

pytestmark = pytest.mark.browser

#: Each would call window.hit, load a picture from a host that is asked for by nothing else, or be read as markup.
PIECES = (
    "<script>window.hit=1</script>", "<img src='https://evil.example/a.png' onerror='window.hit=2'>", "![p](https://evil.example/b.png)",
    "[go](javascript:window.hit=3)", "<a href='javascript:window.hit=4'>go</a>", "$\\frac{1}{2}$", ":material/home:", ":red[red]",
    "&lt;b&gt;", "<svg onload='window.hit=5'>", "<iframe src='https://evil.example/c'></iframe>", "**bold**", "https://evil.example/auto",
    "\"><script>window.hit=6</script>", "<style>body{display:none}</style>",
)  # fmt: skip
TITLE = "Mirograd " + " ".join(PIECES)
TEXT = (
    f"{TITLE[:180]}\n\nEnvoy Anna Sample met envoy Boris Example in Mirograd on 12 May 2024. "
    f"“We agree {' '.join(PIECES)} on gas,” said Carl Test. {' '.join(PIECES)}"
)


def test_nothing_of_an_article_runs_or_loads_or_is_markup(server: str, browser: Any) -> None:
    visitor = Visitor(browser, server, WIDE)
    page = visitor.page
    asked: list[str] = []
    dialogs: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    visitor.open("/add")
    page.get_by_label("Text of the article, headline first").fill(TEXT)
    page.get_by_role("button", name="Preview").locator("visible=true").click()
    page.get_by_label("Headline", exact=True).wait_for()
    page.get_by_label("Headline", exact=True).fill(TITLE)
    page.get_by_label("Headline", exact=True).press("Enter")
    page.get_by_label("Outlet", exact=True).fill("![o](https://evil.example/o.png) :red[outlet] <b>x</b>")
    page.get_by_label("Outlet", exact=True).press("Enter")
    page.get_by_label("Address", exact=True).fill("javascript:window.hit=7")
    page.get_by_label("Address", exact=True).press("Enter")
    visitor.wait()
    page.get_by_text("Text as it was read").click()
    harmless(visitor, PIECES)
    page.get_by_role("button", name="2024-05-12").first.click()
    visitor.wait()
    page.get_by_role("button", name="Add 1 article").click()
    page.get_by_text("1 added.").wait_for()
    visitor.wait()
    for name in ("Overview", "Events", "Topics", "Statements", "Articles"):
        visitor.go(name)
        if name == "Overview":
            search(visitor, "Mirograd")
        harmless(visitor, ())
    visitor.go("Statements")
    harmless(visitor, PIECES)
    page.get_by_role("link", name="Read").first.click()
    visitor.page.wait_for_selector(f'{MAIN} h1:has-text("Articles")')
    visitor.wait()
    harmless(visitor, PIECES)
    assert dialogs == []
    hosts = {urlsplit(url).hostname for url in asked if url.startswith(("http", "ws"))}
    assert hosts == {urlsplit(server).hostname}
    visitor.fail_if_faulty()


def harmless(visitor: Visitor, shown: tuple[str, ...]) -> None:
    """Nothing has run, no picture, frame or link of the article is there, and the pieces stand as text."""
    page = visitor.page
    assert page.evaluate("() => window.hit") is None
    assert page.locator(f"{MAIN} img[src*='evil'], {MAIN} iframe[src*='evil'], {MAIN} svg[onload]").count() == 0
    assert page.locator(f"{MAIN} a[href^='javascript' i], {MAIN} a[href*='evil']").count() == 0
    assert page.locator(f"{MAIN} .katex").count() == 0
    text = " ".join(str(page.inner_text(MAIN)).replace("\u2060", "").split())
    assert [piece for piece in shown if " ".join(piece.split()) not in text] == []
