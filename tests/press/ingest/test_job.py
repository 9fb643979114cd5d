"""Ingest: what is added, updated, skipped and refused, and that nothing is ever lost, doubled or half written."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.article import Article
from press.corpus.building import tables_of
from press.corpus.opening import open_corpus
from press.corpus.queries import Corpus
from press.corpus.store import Store, StoreError
from press.ingest import job, publish
from press.ingest.job import ingest
from press.questions.articles import statements_of
from press.readers import Refusal
from press.selection import Selection
from tests.press.ingest.samples import WORDS, assert_equal, assert_whole, counts, make


def test_new_changed_and_known_articles(tmp_path) -> None:
    articles = make(20)
    assert counts(ingest(articles, tmp_path / "c", workers=1)) == (20, 0, 0, 0)
    assert counts(ingest(articles, tmp_path / "c", workers=1)) == (0, 0, 20, 0)
    changed = replace(articles[3], title="Another headline", text=articles[3].text.replace("Belgrade", "Niš"))
    more = [changed, articles[4], *make(2, seed=2), Refusal("a.csv", 3, "date", "is no date")]
    assert counts(ingest(more, tmp_path / "c", workers=1)) == (2, 1, 1, 1)
    corpus = open_corpus(tmp_path / "c")
    assert_whole(corpus)
    assert corpus.count() == (22, 22)
    titles = corpus.frame("articles", None, ["article_id", "title"]).set_index("article_id")["title"]
    assert titles[changed.article_id] == "Another headline"
    assert len(corpus.frame("statements")) == 22


def test_a_known_address_is_known_in_all_its_spellings(tmp_path) -> None:
    (article,) = make(1)
    ingest([article], tmp_path / "c", workers=1)
    again = replace(article, url="https://example.org/1/0")
    spelt = replace(
        article, url="http://www.example.org/1/0/?utm_source=x#top", text="Something else, said Anna Sample."
    )
    assert counts(ingest([again, spelt], tmp_path / "c", workers=1)) == (0, 1, 1, 0)


def test_a_reprint_is_coverage_and_its_statements_count_once(tmp_path) -> None:
    (article,) = make(1)
    others = [
        replace(article, url=f"https://other{n}.example/1", outlet=f"Other Post {n}", text=article.text.upper())
        for n in range(2)
    ]
    assert counts(ingest([*others, article], tmp_path / "c", workers=1)) == (3, 0, 0, 0)
    corpus = open_corpus(tmp_path / "c")
    first = min([article, *others], key=lambda a: a.article_id)
    told = corpus.frame("articles").set_index("article_id")["duplicate_of"]
    assert told.to_dict() == {a.article_id: "" if a is first else first.article_id for a in [article, *others]}
    assert len(corpus.frame("statements")) == 1
    assert corpus.frame("stories")["outlets"].max() == 3
    assert len(corpus.frame("statements", Selection(outlets=("Other Post 0",)))) == 1
    for a in [article, *others]:
        assert len(statements_of(corpus, a.article_id)) == 1


def test_one_article_under_two_addresses_of_an_outlet_is_shown_once(tmp_path) -> None:
    (article,) = make(1)
    copy = replace(article, url="https://example.org/print/1")
    shown = min(article, copy, key=lambda a: a.article_id)
    for name, order in (("a", [article, copy]), ("b", [copy, article])):
        for each in order:
            ingest([each], tmp_path / name, workers=1)
        corpus = open_corpus(tmp_path / name)
        assert_whole(corpus)
        assert corpus.frame("articles")["article_id"].tolist() == [shown.article_id]
    assert_equal(open_corpus(tmp_path / "a"), open_corpus(tmp_path / "b"))


def test_an_earlier_version_takes_the_place_of_none(tmp_path) -> None:
    (article,) = make(1)
    earlier = replace(article, text="An earlier text.", published=article.published - timedelta(3))
    assert counts(ingest([article, earlier], tmp_path / "c", workers=1)) == (1, 0, 1, 0)
    assert counts(ingest([earlier], tmp_path / "c", workers=1)) == (0, 0, 1, 0)
    assert open_corpus(tmp_path / "c").frame("articles")["text"].tolist() == [article.text]


_SPELT = ("https://paper.example/{}", "http://www.paper.example/{}/?utm_source=rss", "https://paper.example:443/{}#top")


@st.composite
def _items(draw: st.DrawFn) -> list[Article]:
    """Articles with reprints, copies, versions and spellings of their addresses."""
    out = []
    for base in make(draw(st.integers(1, 4))):
        page = base.url.rsplit("/", 1)[-1]
        out.append(replace(base, url=_SPELT[0].format(page)))
        for _ in range(draw(st.integers(0, 3))):
            kind = draw(st.sampled_from(["spelt", "reprint", "copy", "version"]))
            days = draw(st.integers(1, 3))
            url = draw(st.sampled_from(_SPELT)).format(page)
            out.append(
                replace(base, url=url) if kind == "spelt"
                else replace(base, url=url.replace("paper", f"other{days}"), outlet=f"Other Post {days}") if kind == "reprint"
                else replace(base, url=url.replace(page, f"print/{page}")) if kind == "copy"
                else replace(base, url=url, text=f"Version {days}. {base.text}", published=base.published + timedelta(days))
            )  # fmt: skip
    return out


@pytest.mark.slow
@settings(max_examples=25)
@given(_items(), st.data())
def test_any_order_and_any_split_give_equal_tables(items: list[Article], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(job, "BATCH_ARTICLES", data.draw(st.integers(1, 5)))
        ingest(items, Path(folder) / "once", workers=1)
        once = open_corpus(Path(folder) / "once")
        shuffled = data.draw(st.permutations(items))
        cut = data.draw(st.integers(0, len(items)))
        for piece in (shuffled[:cut], shuffled[cut:]):
            ingest(piece, Path(folder) / "pieces", workers=1)
        pieces = open_corpus(Path(folder) / "pieces")
        assert_whole(pieces)
        assert_equal(once, pieces)
        assert_equal(once, Corpus(tables_of(items), "in memory"))
        again = ingest(data.draw(st.permutations(items)), Path(folder) / "once", workers=1)
        assert (again.added, again.updated) == (0, 0)


def test_short_texts_with_different_headlines_are_different(tmp_path) -> None:
    items = [Article(text="More soon.", title=f"Headline about {w}", url=f"https://example.org/{w}") for w in WORDS]
    assert ingest(items, tmp_path / "c", workers=1).added == len(WORDS)


def test_piece_by_piece_gives_the_same_tables_as_at_once(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(job, "BATCH_ARTICLES", 3)
    monkeypatch.setattr(job, "MOST_SMALL", 4)
    monkeypatch.setattr(publish, "MOST_STORY_PARTS", 3)
    articles = make(60)
    old = [replace(a, title="Old", text=a.text + " Old end with talks on 1 March 2021.") for a in articles[::4]]
    ingest(old, tmp_path / "pieces", workers=1)
    for i in range(0, 60, 12):
        ingest(articles[i : i + 12], tmp_path / "pieces", workers=1)
    ingest(articles, tmp_path / "once", workers=1)
    one = open_corpus(tmp_path / "pieces")
    assert_whole(one)
    assert_equal(one, open_corpus(tmp_path / "once"))
    tables = tables_of(articles)
    assert_equal(one, Corpus(tables, "in memory"))
    manifest = Store(tmp_path / "pieces").manifest()
    assert len(manifest.parts) < 20
    assert len(manifest.stories) < 3
    assert {p.name for p in (tmp_path / "pieces" / "parts").iterdir()} == {
        p.name for p in manifest.every + manifest.stories + manifest.repeats
    }


def test_two_workers_give_the_same_tables_as_one(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(job, "BATCH_ARTICLES", 10)
    articles = make(60)
    assert counts(ingest(articles, tmp_path / "two", workers=2)) == (60, 0, 0, 0)
    ingest(articles, tmp_path / "one", workers=1)
    assert_equal(open_corpus(tmp_path / "one"), open_corpus(tmp_path / "two"))


def test_a_corpus_at_an_fsspec_address(tmp_path) -> None:
    articles = make(12)
    ingest(articles[:6], "memory://press/corpus", workers=1)
    ingest(articles, "memory://press/corpus", workers=1)
    ingest(articles, tmp_path / "c", workers=1)
    assert_equal(open_corpus("memory://press/corpus"), open_corpus(tmp_path / "c"))


def test_two_writers_at_once_are_refused(tmp_path) -> None:
    store = Store(tmp_path / "c")
    with store.writing(), pytest.raises(StoreError, match="another process is writing"):
        ingest(make(1), tmp_path / "c", workers=1)
    assert ingest(make(1), tmp_path / "c", workers=1).added == 1


def test_a_folder_of_other_things_is_not_taken_for_a_corpus(tmp_path) -> None:
    (tmp_path / "letter.txt").write_text("Dear …")
    with pytest.raises(StoreError, match="not a corpus"):
        ingest(make(1), tmp_path, workers=1)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_an_article_that_breaks_the_parser_stops_none_of_the_others(tmp_path, monkeypatch) -> None:
    from press.reading import parse as pipeline

    right = pipeline.parse

    def parse(article: Article) -> object:
        if article.title.endswith(" 3"):
            raise RuntimeError("made to fail")
        return right(article)

    monkeypatch.setattr(pipeline, "parse", parse)
    report = ingest(make(6), tmp_path / "c", workers=1)
    assert counts(report) == (5, 0, 0, 1)
    assert "made to fail" in str(report.refusals[0])
    monkeypatch.undo()
    assert counts(ingest(make(6), tmp_path / "c", workers=1)) == (1, 0, 5, 0)


def test_ctrl_c_keeps_what_was_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(job, "BATCH_ARTICLES", 4)

    def items():
        yield from make(10)[:9]
        raise KeyboardInterrupt

    report = ingest(items(), tmp_path / "c", workers=1)
    assert report.interrupted
    assert report.added == 8
    assert_whole(open_corpus(tmp_path / "c"))
    assert counts(ingest(make(10), tmp_path / "c", workers=1)) == (2, 0, 8, 0)
