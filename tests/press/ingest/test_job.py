"""Ingest: what is added, updated, skipped and refused, and that nothing is ever lost, doubled or half written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from press.article import Article
from press.corpus.building import tables_of
from press.corpus.opening import open_corpus
from press.corpus.queries import Corpus
from press.corpus.store import Store, StoreError
from press.ingest import job, publish
from press.ingest.job import ingest
from press.readers import Refusal
from tests.press.ingest.samples import WORDS, assert_equal, assert_whole, counts, make


def test_new_changed_and_known_articles(tmp_path) -> None:
    articles = make(20)
    assert counts(ingest(articles, tmp_path / "c", workers=1)) == (20, 0, 0, 0, 0)
    assert counts(ingest(articles, tmp_path / "c", workers=1)) == (0, 0, 20, 0, 0)
    changed = replace(articles[3], title="Another headline", text=articles[3].text.replace("Belgrade", "Niš"))
    more = [changed, articles[4], *make(2, seed=2), Refusal("a.csv", 3, "date", "is no date")]
    assert counts(ingest(more, tmp_path / "c", workers=1)) == (2, 1, 1, 0, 1)
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
    assert counts(ingest([again, spelt], tmp_path / "c", workers=1)) == (0, 1, 1, 0, 0)


@pytest.mark.parametrize("change", [str.upper, lambda t: t.replace(". ", ".\n\n"), lambda t: t + " Read more."])
def test_near_identical_texts_are_skipped(tmp_path, change) -> None:
    articles = make(5)
    copies = [replace(a, url=a.url + "-copy", text=change(a.text)) for a in articles]
    report = ingest([*articles, *copies], tmp_path / "c", workers=1)
    assert (report.added, report.near) == (5, 5)
    assert ingest(copies, tmp_path / "c", workers=1).near == 5


def test_cyrillic_and_latin_versions_are_near_identical(tmp_path) -> None:
    latin = (
        "Ministarka Ana Primerović izjavila je u Nišu da će se razgovori o mostu, školi i železnici nastaviti na leto."
    )
    cyrillic = (
        "Министарка Ана Примеровић изјавила је у Нишу да ће се разговори о мосту, школи и железници наставити на лето."
    )
    items = [Article(text=t, url=f"https://example.org/{i}", language="sr") for i, t in enumerate((latin, cyrillic))]
    report = ingest(items, tmp_path / "c", workers=1)
    assert (report.added, report.near) == (1, 1)


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
        p.name for p in manifest.every + manifest.stories
    }


def test_two_workers_give_the_same_tables_as_one(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(job, "BATCH_ARTICLES", 10)
    articles = make(60)
    assert counts(ingest(articles, tmp_path / "two", workers=2)) == (60, 0, 0, 0, 0)
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
    assert counts(report) == (5, 0, 0, 0, 1)
    assert "made to fail" in str(report.refusals[0])
    monkeypatch.undo()
    assert counts(ingest(make(6), tmp_path / "c", workers=1)) == (1, 0, 5, 0, 0)


def test_ctrl_c_keeps_what_was_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(job, "BATCH_ARTICLES", 4)

    def items():
        yield from make(10)[:9]
        raise KeyboardInterrupt

    report = ingest(items(), tmp_path / "c", workers=1)
    assert report.interrupted
    assert report.added == 8
    assert_whole(open_corpus(tmp_path / "c"))
    assert counts(ingest(make(10), tmp_path / "c", workers=1)) == (2, 0, 8, 0, 0)
