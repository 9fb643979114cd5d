"""Ingest: what is added, updated, skipped and refused, and that nothing is ever lost, doubled or half written."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from press.__main__ import main
from press.article import Article
from press.corpus.opening import Corpus, open_corpus, tables_of
from press.corpus.store import Store, StoreError
from press.ingest import job as module
from press.ingest.job import Report, ingest
from press.readers import Refusal
from press.tables import TABLES
from tests.conftest import ROOT

WORDS = [
    "talks",
    "bridge",
    "river",
    "school",
    "concert",
    "harvest",
    "minister",
    "visit",
    "border",
    "energy",
    "museum",
    "railway",
    "summer",
    "winter",
    "market",
]


def make(n: int, seed: int = 1) -> list[Article]:
    """Small made-up articles, each with a statement and an event."""
    rng = random.Random(seed)
    out = []
    for i in range(n):
        filler = " ".join(rng.choice(WORDS) + str(rng.randrange(10_000)) for _ in range(30))
        day = date(2021, 1, 1) + timedelta(rng.randrange(400))
        out.append(
            Article(
                text=f"Serbian Foreign Minister Anna Sample met Russian envoy Boris Example in Belgrade on {day:%d %B %Y}. "
                f"“We will go on with {filler},” said Anna Sample.",
                title=f"Talks {seed} {i}",
                url=f"https://example.org/{seed}/{i}",
                outlet="Sample Herald",
                language="en",
                published=day,
                date_basis="given",
            )
        )
    return out


def frames(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """All tables, rows in a fixed order."""
    out = {}
    for table in TABLES:
        frame = corpus.frame(table)
        for column in frame.columns:
            if pa.types.is_list(TABLES[table].field(column).type):
                frame[column] = frame[column].map(tuple)
        out[table] = frame.sort_values(list(frame.columns), ignore_index=True)
    return out


def assert_equal(one: Corpus, other: Corpus) -> None:
    for (table, a), b in zip(frames(one).items(), frames(other).values(), strict=True):
        pd.testing.assert_frame_equal(a, b, obj=table)


def assert_whole(corpus: Corpus) -> None:
    """Every row belongs to an article that is there, every event to its story, no identifier twice."""
    for table in ("statements", "stances", "mentions", "events"):
        strays = corpus.sql(
            f"SELECT count(*) AS n FROM {table} WHERE article_id NOT IN (SELECT article_id FROM articles)"
        )
        assert strays["n"][0] == 0, table
    for table, key in (("articles", "article_id"), ("statements", "statement_id"), ("events", "event_id"), ("stories", "story_id")):  # fmt: skip
        assert corpus.frame(table)[key].is_unique, table
    told, known = set(corpus.frame("events")["story_id"]), set(corpus.frame("stories")["story_id"])
    assert told == known


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.same, report.near, report.refused


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
    assert corpus.article(changed.article_id)["title"] == "Another headline"
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
    monkeypatch.setattr(module, "BATCH_ARTICLES", 3)
    monkeypatch.setattr(module, "MOST_SMALL", 4)
    monkeypatch.setattr(module, "MOST_STORY_PARTS", 3)
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
    monkeypatch.setattr(module, "BATCH_ARTICLES", 10)
    articles = make(60)
    assert counts(ingest(articles, tmp_path / "two", workers=2)) == (60, 0, 0, 0, 0)
    ingest(articles, tmp_path / "one", workers=1)
    assert_equal(open_corpus(tmp_path / "one"), open_corpus(tmp_path / "two"))


def test_pages_are_read_by_workers_in_the_order_of_their_files(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(module, "_SPOOL_BYTES", 2_000)
    folder = tmp_path / "in"
    folder.mkdir()
    for i, a in enumerate(make(12)):
        page = f"<html><head><title>{a.title}</title></head><body><article><h1>{a.title}</h1><p>{a.text}</p></article></body></html>"
        (folder / f"{i:02}.html").write_text(page, encoding="utf8")
    (folder / "03b.html").write_text("", encoding="utf8")
    (folder / "05b.jsonl").write_text(json.dumps({"url": "https://example.org/x", "text": make(1, seed=9)[0].text}))
    sources = {n: module.Sources([folder]) for n in (1, 2)}
    reports = {n: ingest(sources[n], tmp_path / f"c{n}", workers=n) for n in (1, 2)}
    assert counts(reports[1]) == counts(reports[2]) == (13, 0, 0, 0, 1)
    assert str(reports[1].refusals[0]) == str(reports[2].refusals[0])
    assert sources[2].done == sources[2].total
    assert_equal(open_corpus(tmp_path / "c1"), open_corpus(tmp_path / "c2"))
    assert not list((tmp_path / "c2" / "spool").iterdir())


def test_what_workers_leave_out_is_told(tmp_path) -> None:
    row = {"text": "Anna Sample spoke.", "date": "soon"}
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.jsonl", json.dumps(row))
    spool = module._spool(str(tmp_path / "c"), [(None, str(tmp_path / "a.zip"), 1)], None)
    items = [module._from_spool(line) for line in Path(spool).read_bytes().splitlines()]
    assert [type(item).__name__ for item in items] == ["Article", "Notice"]
    assert "“soon” is not understood" in str(items[1])


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


def test_the_command_line_reads_folders_and_tells_what_became_of_the_items(tmp_path, capsys) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    lines = [json.dumps({"url": a.url, "text": a.text, "title": a.title}) for a in make(3)]
    (folder / "a.jsonl").write_text("\n".join([*lines, "{", lines[0]]), encoding="utf8")
    (tmp_path / "in" / "b.txt").write_text(
        "Headline\n\nAnna Sample said yes to everything that was asked.", encoding="utf8"
    )
    assert (
        main(
            ["ingest", str(tmp_path / "in"), str(tmp_path / "gone"), "--corpus", str(tmp_path / "c"), "--workers", "1"]
        )
        == 1
    )
    printed = capsys.readouterr()
    assert [line.split()[:2] for line in printed.out.splitlines()[:4]] == [
        ["added", "4"], ["updated", "0"], ["duplicates", "1"], ["refused", "2"],
    ]  # fmt: skip
    assert "a.jsonl, line 4" in printed.err
    assert "gone: is not there" in printed.err


def test_columns_of_a_table_without_a_header_can_be_named(tmp_path, capsys) -> None:
    (tmp_path / "t.csv").write_text("2024-05-09;Anna Sample spoke about gas.\n2024-05-10;It rained in Sampletown.\n")
    command = ["ingest", str(tmp_path / "t.csv"), "--corpus", str(tmp_path / "corpus"), "--workers", "1"]
    assert main(command) == 1
    assert "has no header line; its columns seem to be: date = 1, text = 2" in capsys.readouterr().err
    assert main([*command, "--column", "text=2", "--column", "date=1"]) == 0
    frame = open_corpus(tmp_path / "corpus").frame("articles", order="published")
    assert list(frame["text"]) == ["Anna Sample spoke about gas.", "It rained in Sampletown."]
    with pytest.raises(SystemExit):
        main([*command, "--column", "words=2"])


def test_ctrl_c_keeps_what_was_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(module, "BATCH_ARTICLES", 4)

    def items():
        yield from make(10)[:9]
        raise KeyboardInterrupt

    report = ingest(items(), tmp_path / "c", workers=1)
    assert report.interrupted
    assert report.added == 8
    assert_whole(open_corpus(tmp_path / "c"))
    assert counts(ingest(make(10), tmp_path / "c", workers=1)) == (2, 0, 8, 0, 0)


FORKER = """
import os, signal, sys, time
import duckdb
from press.ingest import job as module
from press.reading.parse import parse
from tests.press.ingest.test_job import make
module.BATCH_ARTICLES, module.MOST_SMALL, module.MOST_STORY_PARTS = 2, 3, 2
articles = make(12)
parse(articles[0])  # vocabulary is loaded once, each trial is a fork
print("ready", flush=True)
for line in sys.stdin:
    folder, delay = line.split()
    start = time.monotonic()
    child = os.fork()
    if not child:
        module.ingest(articles, folder, workers=1)
        os._exit(0)
    if delay != "never":
        time.sleep(float(delay))
        os.kill(child, signal.SIGKILL)
    print(os.waitpid(child, 0)[1], time.monotonic() - start, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are POSIX")
def test_killed_at_a_hundred_random_moments_it_opens_whole_and_loses_nothing(tmp_path) -> None:
    rng = random.Random(7)
    forker = subprocess.Popen(
        [sys.executable, "-c", FORKER], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert forker.stdin and forker.stdout
    assert forker.stdout.readline() == "ready\n"

    def run(folder: Path, kill_after: float | str = "never") -> tuple[int, float]:
        forker.stdin.write(f"{folder} {kill_after}\n")
        forker.stdin.flush()
        status, seconds = forker.stdout.readline().split()
        return int(status), float(seconds)

    run(tmp_path / "first")
    status, length = run(tmp_path / "whole")
    assert status == 0
    whole = open_corpus(tmp_path / "whole")
    assert whole.count() == (12, 12)
    killed = tries = 0
    folder = tmp_path / "c0"
    while killed < 100:
        status, _ = run(folder, rng.uniform(0, length * 1.1))
        killed += status == signal.SIGKILL
        tries += 1
        if Store(folder).exists() and Store(folder).manifest().parts:
            assert_whole(open_corpus(folder))
        if status == 0 or tries == 8:  # this one ends here: it must be as if nothing had been killed
            assert run(folder)[0] == 0
            assert_equal(open_corpus(folder), whole)
            folder, tries = tmp_path / f"c{killed}", 0
    assert run(folder)[0] == 0
    assert_equal(open_corpus(folder), whole)
    forker.stdin.close()
    assert forker.wait(10) == 0
