"""``python -m press ingest``."""

from __future__ import annotations

import json

import pytest

from press.__main__ import main
from press.corpus.opening import open_corpus
from tests.press.ingest.samples import make


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


def test_an_ingest_notes_what_is_left_out(tmp_path, capsys) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.jsonl"
    file.write_text(
        json.dumps({"text": "“We agree,” said Anna Sample.", "date": "yesterday", "snippet": "x", "colour": "red"}),
        encoding="utf8",
    )
    assert main(["ingest", str(tmp_path / "in"), "--corpus", str(tmp_path / "c"), "--workers", "1"]) == 0
    err = capsys.readouterr().err
    assert "field “date”: “yesterday” is not understood" in err
    assert "left out, as their names are not known: colour" in err
