"""A visitor adds an article, finds it counted, corrects a speaker and takes the workspace home."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .conftest import PHONE, WIDE
from .dashboard import MAIN, Visitor

pytestmark = pytest.mark.browser

TEXT = (
    "Zvezdograd hosts talks\n\nEnvoy Anna Sample met envoy Boris Example in Zvezdograd on 12 May 2024. "
    "“We agree on the new gas contract,” said Carl Test."
)


def add(visitor: Visitor, text: str, day: str = "2024-05-12") -> None:
    """Paste a text, look at it, take the suggested day and add it."""
    page = visitor.page
    page.get_by_label("Text of the article, headline first").fill(text)
    page.get_by_role("button", name="Preview").locator("visible=true").click()
    page.get_by_text("The source tells no date").wait_for()
    visitor.wait()
    page.get_by_role("button", name=day).first.click()
    page.get_by_role("button", name="Add 1 article").wait_for()
    visitor.wait()
    page.get_by_role("button", name="Add 1 article").click()
    page.get_by_text("1 added.").wait_for()
    visitor.wait()


def search(visitor: Visitor, word: str) -> None:
    """Set the filter bar's words."""
    box = visitor.page.get_by_label("Words in title or text")
    box.fill(word)
    box.press("Enter")
    visitor.wait()


def write_first_cell(visitor: Visitor, table: str, value: str) -> None:
    """Write into the first cell of an editable table."""
    page = visitor.page
    grid = page.locator(f'[data-testid="stDataFrame"]:has([aria-label*="{table}"])')
    grid.scroll_into_view_if_needed()
    area = grid.locator("canvas").first.bounding_box()
    assert area
    page.mouse.dblclick(area["x"] + 60, area["y"] + 35 + 17)
    editor = page.locator("#portal textarea, #portal input").first
    editor.fill(value)
    editor.press("Enter")
    visitor.wait()


def test_from_pasting_to_the_download(server: str, browser: Any) -> None:
    visitor = Visitor(browser, server, WIDE).open("/add")
    page = visitor.page
    add(visitor, TEXT)
    visitor.go("Overview")
    search(visitor, "Zvezdograd")
    assert visitor.count() == 1
    visitor.go("Statements")
    assert "Carl Test" in visitor.text()
    page.get_by_role("link", name="Read").first.click()
    page.get_by_text("Correct what was understood").click()
    visitor.wait()
    write_first_cell(visitor, "Table of statements whose speaker and tone can be changed", "Dora Test")
    page.get_by_role("button", name="Save 1 correction").click()
    page.locator(MAIN).get_by_text("corrected by hand").first.wait_for()
    visitor.wait()
    visitor.go("Statements")
    assert "Dora Test" in visitor.text()
    assert "Carl Test" not in visitor.text()
    visitor.go("Add articles")
    assert "1 corrected by hand" in visitor.text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the workspace").click()
    (line,) = download.value.path().read_text(encoding="utf8").splitlines()
    record = json.loads(line)
    assert (record["title"], record["date"], record["date_basis"]) == (
        "Zvezdograd hosts talks",
        "2024-05-12",
        "inferred",
    )
    assert [(c["field"], c["value"], c["basis"]) for c in record["corrections"]] == [("speaker", "Dora Test", "hand")]
    visitor.fail_if_faulty()

    other = Visitor(browser, server, WIDE).open("/")
    search(other, "Zvezdograd")
    assert "No article fits this filter" in other.text()


def test_the_page_fits_a_phone(server: str, browser: Any) -> None:
    visitor = Visitor(browser, server, PHONE, dark=True).open("/add")
    add(visitor, TEXT)
    visitor.fail_if_faulty()
    assert visitor.page.locator(f"{MAIN} h1").inner_text() == "Add articles"
