"""Corpora: built whole or not at all, found again, noticed when changed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from press.corpus import opening as module
from press.corpus.opening import corpus_name, open_corpus
from press.corpus.store import CorpusError, Store
from press.ingest.job import ingest
from press.tables import TABLES
from tests.conftest import ROOT
from tests.press.corpus.articles import article, line


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


def test_what_fails_midway_leaves_nothing(folder, tmp_path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("made to fail")

    monkeypatch.setattr(Store, "commit", fail)
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
