"""What may be stored of an article."""

from __future__ import annotations

from press.article import Article
from press.gather import extract
from press.gather.extract import to_store
from tests.press.gather.news import ABOUT, TODAY, source, visit


def test_only_a_short_extract_is_stored(server) -> None:
    article = visit(server)[0].article
    assert article is not None
    assert article.abstract and article.extra["extract"]
    assert 0 < len(article.text) <= extract.EXTRACT_CHARACTERS + 4
    assert len(article.text.split("\n\n")) <= extract.EXTRACT_SENTENCES
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
