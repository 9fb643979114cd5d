"""Corpora: built whole or not at all, found again, noticed when changed; queries and sessions' own articles."""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from press.article import Article
from press.corpus import opening as module
from press.corpus.opening import Corpus, CorpusError, corpus_name, open_corpus, tables_of
from press.ingest.job import ingest
from press.selection import Selection
from press.tables import TABLES
from tests.conftest import ROOT


def article(number: int, **more: object) -> Article:
    day = date(2024, 1, 1 + number % 28)
    own = " ".join(f"item{number}{letter}" for letter in "abcdefgh")  # texts that are not near-identical
    values = {
        "text": f"“We welcome the friendship of Russia on point {number},” said Anna Sample, foreign minister of Serbia. She spoke of {own}. Boris Example met envoys of Russia in Niš on {day:%d %B %Y}.",
        "title": f"Talks {number}", "url": f"https://example.org/{number}", "outlet": f"Herald {number % 3}",
        "language": "en", "published": day, "date_basis": "given",
    }  # fmt: skip
    return Article(**{**values, **more})


def line(a: Article) -> str:
    row = {"url": a.url, "title": a.title, "text": a.text, "sitename": a.outlet, "language": a.language}
    return json.dumps({**row, "date": a.published.isoformat() if a.published else None})


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of articles."""
    out = tmp_path / "articles"
    out.mkdir()
    (out / "2024.jsonl").write_text("\n".join(line(article(i)) for i in range(12)), encoding="utf8")
    return out


def test_parsed_once_with_progress_and_found_again(folder, tmp_path, monkeypatch) -> None:
    seen: list[tuple[int, int]] = []
    first = open_corpus(folder, tmp_path / "store", lambda done, total: seen.append((done, total)))
    assert seen[-1] == (12, 12)
    assert first.count() == (12, 12)
    monkeypatch.setattr(module, "tables_of", lambda *_: pytest.fail("parsed again"))
    again = open_corpus(folder, tmp_path / "store")
    assert again.name == first.name == corpus_name(folder)
    for table in TABLES:
        assert len(again.frame(table)) == len(first.frame(table)) > 0


def test_a_changed_article_is_noticed(folder, tmp_path) -> None:
    before = open_corpus(folder, tmp_path / "store")
    (folder / "2025.jsonl").write_text(line(article(40)), encoding="utf8")
    assert corpus_name(folder) != before.name
    after = open_corpus(folder, tmp_path / "store")
    assert (before.count()[1], after.count()[1]) == (12, 13)


@pytest.mark.parametrize("name", ["topics.toml", "tone/stance.tsv", "forms/sr.txt"])
def test_a_changed_vocabulary_file_is_noticed(folder, tmp_path, monkeypatch, name: str) -> None:
    vocabulary = tmp_path / "vocabulary"
    shutil.copytree(module.FOLDER, vocabulary)
    monkeypatch.setattr(module, "FOLDER", vocabulary)
    before = corpus_name(folder)
    assert corpus_name(folder) == before
    with (vocabulary / name).open("a", encoding="utf8") as file:
        file.write("\n# a remark\n")
    assert corpus_name(folder) != before


def test_what_fails_midway_leaves_nothing(folder, tmp_path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("made to fail")

    monkeypatch.setattr(module.Store, "commit", fail)
    with pytest.raises(RuntimeError, match="made to fail"):
        open_corpus(folder, tmp_path / "store")
    assert list((tmp_path / "store").iterdir()) == []
    monkeypatch.undo()
    assert open_corpus(folder, tmp_path / "store").count() == (12, 12)


def test_two_starts_at_once_do_no_harm(folder, tmp_path) -> None:
    code = (
        "import sys; from pathlib import Path; from press import open_corpus; sys.stdin.readline(); "
        "print(open_corpus(Path(sys.argv[1]), Path(sys.argv[2])).count())"
    )
    command = [sys.executable, "-c", code, str(folder), str(tmp_path / "store")]
    pipe = subprocess.PIPE
    starts = [subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(3)]
    for start in starts:
        assert start.stdin
        start.stdin.write("\n")
        start.stdin.flush()
    for start in starts:
        out, errors = start.communicate(timeout=60)
        assert (out, errors) == ("(12, 12)\n", "")
    assert [p.name for p in (tmp_path / "store").iterdir()] == [corpus_name(folder)]


def test_where_nothing_can_be_written_the_corpus_is_kept_in_memory(folder, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert open_corpus(folder, tmp_path / "file" / "store").count() == (12, 12)


def test_old_corpora_of_a_store_are_forgotten(folder, tmp_path) -> None:
    for i in range(8):
        (folder / "2025.jsonl").write_text(line(article(40 + i)), encoding="utf8")
        open_corpus(folder, tmp_path / "store")
    assert len(list((tmp_path / "store").iterdir())) <= 6


def test_faults_name_file_line_and_field(folder, tmp_path) -> None:
    (folder / "2025.jsonl").write_text(line(article(1)) + '\n{"text": 5}', encoding="utf8")
    with pytest.raises(CorpusError, match=r"2025\.jsonl, line 2, field “text”"):
        open_corpus(folder, tmp_path / "store")
    with pytest.raises(CorpusError, match="is no folder"):
        open_corpus(tmp_path / "nowhere")
    with pytest.raises(CorpusError, match="there is no corpus"):
        open_corpus("memory://press/nowhere")


def test_the_environment_names_the_corpus(tmp_path, monkeypatch) -> None:
    ingest([article(1), article(2)], tmp_path / "c", workers=1)
    monkeypatch.setenv("PRESS_CORPUS", str(tmp_path / "c"))
    opened = open_corpus()
    assert opened.count() == (2, 2)
    assert opened.name == corpus_name()
    ingest([article(3)], tmp_path / "c", workers=1)
    assert opened.name != corpus_name()
    assert opened.count() == (2, 2)
    assert open_corpus().count() == (3, 3)


@pytest.fixture(scope="module")
def base() -> Corpus:
    return Corpus(tables_of(article(i) for i in range(10)), "base")


def test_frames_hold_the_columns_asked_for_in_order(base) -> None:
    frame = base.frame("articles", Selection(outlets=("Herald 1",)), ["title", "published"], "-published", 2)
    assert list(frame.columns) == ["title", "published"]
    assert list(frame["title"]) == ["Talks 7", "Talks 4"]
    with pytest.raises(KeyError, match="no column wrong"):
        base.frame("articles", None, ["wrong"])
    with pytest.raises(KeyError, match="no column x"):
        base.frame("articles", None, None, "x; DROP TABLE all_articles")


def test_values_are_bound_never_read_as_sql(base) -> None:
    hostile = "'; DROP TABLE all_articles; --"
    assert base.count(Selection(outlets=(hostile,), words=hostile))[0] == 0
    assert base.sql("SELECT ? AS x", None, [hostile])["x"][0] == hostile
    assert base.count() == (10, 10)


def test_queries_with_common_tables_of_their_own(base) -> None:
    query = "WITH days AS (SELECT published, count(*) AS n FROM articles GROUP BY published) SELECT max(n) AS most FROM days"
    assert base.sql(query, Selection(languages=("en",)))["most"][0] == 1


def test_a_sessions_own_articles_beside_and_instead(base) -> None:
    extra = tables_of([article(3, title="Corrected"), article(50), article(51, outlet="Own")])
    beside, instead = base.with_extra(extra), base.with_extra(extra, instead=True)
    assert beside.count() == (12, 12)
    assert instead.count() == (3, 3)
    assert base.count() == (10, 10)
    titles = beside.frame("articles", None, ["article_id", "title"]).set_index("article_id")["title"]
    assert titles[article(3).article_id] == "Corrected"
    assert len({base.name, beside.name, instead.name}) == 3
    own = Selection(outlets=("Own",))
    assert (base.count(own)[0], beside.count(own)[0], instead.count(own)[0]) == (0, 1, 1)
    for corpus in (beside, instead):
        assert set(corpus.frame("events")["story_id"]) == set(corpus.frame("stories")["story_id"])
        for table, key in (("articles", "article_id"), ("statements", "statement_id"), ("stories", "story_id")):
            assert corpus.frame(table)[key].is_unique


def test_a_sessions_articles_are_freed_with_it(base) -> None:
    def schemas() -> int:
        return base.sql("SELECT count(*) AS n FROM duckdb_schemas() WHERE schema_name LIKE 'extra_%'")["n"][0]

    before = schemas()
    own = base.with_extra(tables_of([article(60)]))
    assert schemas() == before + 1
    del own
    gc.collect()
    assert schemas() == before


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
    monkeypatch.setattr(module, "_write_index_apart", lambda *_: pytest.fail("indexed again"))
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


def test_many_selections_at_once(base) -> None:
    def count(i: int) -> int:
        return base.count(Selection(words=f"item{i % 50}a talks"))[0]

    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(count, range(200)))
    assert counts == [1 if i % 50 < 10 else 0 for i in range(200)]
    sets = base.sql("SELECT count(*) AS n FROM duckdb_tables() WHERE table_name LIKE 'set_%'")["n"][0]
    assert sets <= module._MOST_SETS


def test_an_index_that_cannot_be_made_says_why(tmp_path, monkeypatch) -> None:
    ingest([article(i) for i in range(12)], tmp_path / "c", workers=1)
    for words in (tmp_path / "c").rglob("words.parquet"):
        words.write_bytes(b"no table")
    monkeypatch.setattr(module, "IN_MEMORY", 5)
    with pytest.raises(CorpusError, match=r"c: its index cannot be made: .*words\.parquet"):
        open_corpus(tmp_path / "c", tmp_path / "store")
    assert not list((tmp_path / "store").iterdir())


def test_all_before_a_table_stands_for_every_row_of_it(base) -> None:
    chosen = Selection(words="talk", outlets=("Herald 1",))
    some = base.sql("SELECT count(*) AS n FROM articles", chosen)["n"][0]
    both = base.sql("SELECT count(*) AS n FROM articles a JOIN all_articles b USING (article_no)", chosen)["n"][0]
    every = base.sql("SELECT count(*) AS n FROM all_articles", chosen)["n"][0]
    assert 0 < some == both < every == base.count()[1]


def test_the_latest_articles_come_first_with_and_without_others(base) -> None:
    undated = article(90, published=None, date_basis="unknown")
    more = base.with_extra(tables_of([article(80, published=date(2019, 1, 1)), article(81), undated]))
    for corpus in (base, more):
        for query in (
            "SELECT published FROM articles ORDER BY {}",
            "SELECT s.published FROM article_statements s ORDER BY {}",
        ):
            days = corpus.sql(query.format(corpus.latest("s" if "s." in query else "")))["published"]
            known = days.dropna()
            assert len(known) > 3
            assert list(known) == sorted(known, reverse=True)
            assert days[: len(known)].notna().all()
