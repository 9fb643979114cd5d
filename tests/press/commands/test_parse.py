"""``python -m press parse``."""

from __future__ import annotations

import io
import json
import sys

import pytest

from press.__main__ import main


def article(**more: object) -> dict:
    return {"url": "https://example.org/1", "id": 7, "text": "“We agree,” said Anna Sample.", "language": "en", **more}


def test_parse_prints_one_object_a_line_with_the_given_fields(tmp_path, capsys) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(article()) + "\n" + json.dumps(article(id="x", date="2024-05-01")), encoding="utf8")
    assert main(["parse", str(file)]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], first["url"], first["date"]) == (7, "https://example.org/1", "unknown")
    assert (second["id"], second["date"]) == ("x", "2024-05-01")
    (statement,) = first["statements"]
    assert set(statement) >= {
        "kind", "text", "start", "end", "cue", "speaker", "sentiment", "label", "targets",
    }  # fmt: skip
    assert first["text"][statement["start"] : statement["end"]] == statement["text"] == "We agree,"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "is no JSON"),
        ("[1]", "is no JSON object"),
        (json.dumps(article(text=" ")), "“text”: is missing or empty"),
        (json.dumps(article(text=5)), "“text”: is a number, not text"),
    ],
)
def test_a_faulty_line_is_named_and_the_rest_goes_on(tmp_path, capsys, line, says) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(article()) + "\n" + line + "\n" + json.dumps(article()), encoding="utf8")
    assert main(["parse", str(file)]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 2
    assert "a.jsonl, line 2" in printed.err
    assert says in printed.err


def test_a_dash_is_standard_input(monkeypatch, capsys) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps(article()).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["parse", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == 7


def test_a_missing_file_is_an_error(tmp_path, capsys) -> None:
    assert main(["parse", str(tmp_path / "none.txt")]) == 1
    assert "none.txt: No such file" in capsys.readouterr().err


def test_what_is_left_out_is_noted_and_costs_no_article(tmp_path, capsys) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(article(date="yesterday", snippet="x", url="link")), encoding="utf8")
    assert main(["parse", str(file)]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["date"] == "unknown"
    assert "note: " in printed.err
    for says in ("field “date”: “yesterday” is not understood", "field “url”: “link” is no address"):
        assert f"a.jsonl, line 1, {says}" in printed.err
