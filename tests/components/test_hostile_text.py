"""Article text is hostile: nothing in it becomes markup, a directive, a link, an image or a formula."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.text import Mark, escape, marked, original, safe_url

HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;script&gt;", "&#60;b&#62;", "![x](https://example.org/x.png)",
    "[x](javascript:alert(1))", "$\\frac{1}{2}$", "$$x$$", ":material/home:", ":red[text]", ":red-badge[text]", ":streamlit:", ":smile:",
    "**bold**", "__bold__", "~~gone~~", "`code`", "# title", "> quote", "- item", "1. item", "1) item", "| a | b |", "---", "===",
    "https://example.org/auto", "www.example.org", "a@example.org", "<https://example.org>", "[^1]", "\\", "\\*", "<!-- x -->", "-->", "->",
    "[ref]: https://example.org", ":small[x]", "==mark==", "^sup^", "H~2~O", "\n\n# after a line", "\r\n> x", "\u2028# x", "\t code",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6), max_size=6).map(" ".join)
#: Every character by which Markdown, its extensions and Streamlit's directives know markup.
SPECIAL = set("\\`*_{}[]()#+-.!|~$<>:&^=@/\"'")


def unescaped(text: str) -> list[str]:
    """Special characters of a Markdown text that no backslash takes away."""
    return [c for c in re.sub(r"\\.", "", text, flags=re.S) if c in SPECIAL]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_character_keeps_a_meaning_in_markdown(text) -> None:
    assert escape(text) != text
    assert unescaped(escape(text)) == []


@given(TEXTS)
def test_escaped_text_is_one_line_and_reads_as_before(text) -> None:
    done = escape(text)
    assert unescaped(done) == []
    assert not re.search(r"[\n\r\t\u2028\u2029\x0b\x0c\x85]", done)
    assert re.sub(r"\\(.)", r"\1", done).replace("\u2060", "") == " ".join(text.split()).replace("\u2060", "")


@given(TEXTS)
def test_no_address_in_a_text_becomes_a_link_by_itself(text) -> None:
    # What GitHub's Markdown looks for once backslashes are resolved (mdast-util-gfm-autolink-literal).
    left = re.sub(r"\\(.)", r"\1", escape(text))
    assert not re.search(r"https?://|www\.[-.\w]|[-.\w+]@[-\w]+\.", left, re.I)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>",
        "vbscript:x", "file:///etc/passwd", "//example.org/x", "/x", "https://", "http://[::1", "", "mailto:a@example.org", "ftp://example.org",
    ],
)  # fmt: skip
def test_only_web_addresses_are_linked(url) -> None:
    assert safe_url(url) == ""
    assert original(url) == ""


@given(st.text(max_size=40))
def test_an_address_cannot_leave_its_link(tail) -> None:
    address = safe_url("https://example.org/" + tail)
    assert re.fullmatch(r"[A-Za-z0-9:/?#@!$&*+,;=%~._-]*", address)
    assert re.fullmatch(r" · \[original\]\([^()\s\[\]]*\)", original("https://example.org/" + tail))


class Tags(HTMLParser):
    """Collects tags, their attributes and the text between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


MARKS = st.lists(
    st.builds(Mark, st.integers(0, 60), st.integers(0, 60), st.sampled_from(["positive", "negative", "actor"]), TEXTS),
    max_size=4,
)


@given(TEXTS, MARKS)
def test_marked_text_has_no_tags_but_our_own(text, marks) -> None:
    seen = Tags()
    seen.feed(marked(text, marks))
    seen.close()
    assert set(seen.tags) <= {("mark", ("style", "title")), ("br", ())}
    assert "".join(seen.texts) == text.replace("\n", "")


def test_a_tooltip_stays_in_its_attribute() -> None:
    made = marked("word", [Mark(0, 4, "actor", '"><script>alert(1)</script>')])
    assert "<script" not in made
    assert html.escape('"><script>') in made
