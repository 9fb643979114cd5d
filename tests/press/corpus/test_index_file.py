"""The index of a large corpus: made once, in a file, and not anew for a few articles more."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from press.corpus import index_file as module
from press.corpus.opening import corpus_name, open_corpus
from press.corpus.store import CorpusError
from press.ingest.job import ingest
from press.selection import Selection
from press.tables import TABLES
from tests.press.corpus.articles import article


def test_a_large_corpus_is_indexed_in_a_file_once(tmp_path, monkeypatch) -> None:
    articles = [article(i) for i in range(12)]
    ingest(articles, tmp_path / "c", workers=1)
    small = open_corpus(tmp_path / "c", tmp_path / "store")
    assert not (tmp_path / "store").exists()
    monkeypatch.setattr(module, "IN_MEMORY", 5)
    steps: list[tuple[int, int]] = []
    large = open_corpus(tmp_path / "c", tmp_path / "store", lambda done, total: steps.append((done, total)))
    assert steps
    chosen = Selection(words="niš talk", outlets=("Herald 1",))
    for table in TABLES:
        for selection in (None, chosen):
            one, other = (
                c.frame(table, selection).astype(str).sort_values(list(TABLES[table].names), ignore_index=True)
                for c in (small, large)
            )
            assert one.equals(other)
            assert len(one)
    (file,) = (tmp_path / "store").iterdir()
    before = file.stat().st_mtime_ns
    again = open_corpus(tmp_path / "c", tmp_path / "store", lambda *_: pytest.fail("indexed again"))
    assert again.count(chosen) == large.count(chosen)
    assert file.stat().st_mtime_ns == before


def test_a_few_articles_more_need_no_new_index(tmp_path, monkeypatch) -> None:
    articles = [article(i) for i in range(12)]
    ingest(articles, tmp_path / "c", workers=1)
    monkeypatch.setattr(module, "IN_MEMORY", 5)
    before = open_corpus(tmp_path / "c", tmp_path / "store")
    (file,) = (tmp_path / "store").iterdir()
    ingest([article(20), article(3, title="Another", published=date(2024, 1, 9))], tmp_path / "c", workers=1)
    monkeypatch.setattr(module, "_write_apart", lambda *_: pytest.fail("indexed again"))
    after = open_corpus(tmp_path / "c", tmp_path / "store")
    assert (before.count(), after.count()) == ((12, 12), (13, 13))
    assert after.name == corpus_name(tmp_path / "c") != before.name
    assert list((tmp_path / "store").iterdir()) == [file]
    monkeypatch.undo()
    fresh = open_corpus(tmp_path / "c")
    for table in TABLES:
        one, other = (
            c.frame(table).astype(str).sort_values(list(TABLES[table].names), ignore_index=True) for c in (after, fresh)
        )
        pd.testing.assert_frame_equal(one, other, obj=table)
    monkeypatch.setattr(module, "IN_MEMORY", 5)
    ingest([article(i) for i in range(30, 37)], tmp_path / "c", workers=1)
    assert open_corpus(tmp_path / "c", tmp_path / "store").count() == (20, 20)
    assert [p.name for p in (tmp_path / "store").iterdir()] != [file.name]
    assert before.count() == (12, 12)


def test_an_index_that_cannot_be_made_says_why(tmp_path, monkeypatch) -> None:
    ingest([article(i) for i in range(12)], tmp_path / "c", workers=1)
    for words in (tmp_path / "c").rglob("words.parquet"):
        words.write_bytes(b"no table")
    monkeypatch.setattr(module, "IN_MEMORY", 5)
    with pytest.raises(CorpusError, match=r"c: its index cannot be made: .*words\.parquet"):
        open_corpus(tmp_path / "c", tmp_path / "store")
    assert not list((tmp_path / "store").iterdir())
