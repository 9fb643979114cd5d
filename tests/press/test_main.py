"""The command line."""

from __future__ import annotations

import ast
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from press.__main__ import main
from tests.conftest import ROOT


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


def test_what_is_left_out_is_noted_and_costs_no_article(tmp_path, capsys) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(article(date="yesterday", snippet="x", url="link")), encoding="utf8")
    assert main(["parse", str(file)]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["date"] == "unknown"
    assert "note: " in printed.err
    for says in ("field “date”: “yesterday” is not understood", "field “url”: “link” is no address"):
        assert f"a.jsonl, line 1, {says}" in printed.err


def test_an_ingest_notes_what_is_left_out(tmp_path, capsys) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.jsonl"
    file.write_text(json.dumps(article(date="yesterday", snippet="x", colour="red")), encoding="utf8")
    assert main(["ingest", str(tmp_path / "in"), "--corpus", str(tmp_path / "c"), "--workers", "1"]) == 0
    err = capsys.readouterr().err
    assert "field “date”: “yesterday” is not understood" in err
    assert "left out, as their names are not known: colour" in err


def test_a_dash_is_standard_input(monkeypatch, capsys) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps(article()).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["parse", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == 7


def test_a_missing_file_is_an_error(tmp_path, capsys) -> None:
    assert main(["parse", str(tmp_path / "none.txt")]) == 1
    assert "none.txt: No such file" in capsys.readouterr().err


def test_every_command_is_in_the_readme() -> None:
    help_ = subprocess.run(
        [sys.executable, "-m", "press", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    commands = re.findall(r"^    ([a-z]+) ", help_, re.M)
    assert {"parse", "evaluate"} <= set(commands)
    readme = (ROOT / "README.md").read_text(encoding="utf8")
    assert [c for c in commands if f"python -m press {c}" not in readme] == []


@pytest.mark.parametrize("package", sorted(p.parent for p in (ROOT / "press").rglob("__init__.py")))
def test_every_module_is_in_the_map_of_its_package(package: Path) -> None:
    rooms = {p.stem for p in package.glob("[a-z]*.py")} | {p.parent.name for p in package.glob("*/__init__.py")}
    doc = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf8"))) or ""
    assert set(re.findall(r"^``(\w+)``", doc, re.M)) == rooms


def test_labels_that_cannot_be_read_are_told_without_a_traceback(tmp_path, capsys) -> None:
    assert main(["evaluate", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl" in capsys.readouterr().err
    (tmp_path / "faulty.jsonl").write_text('{"text": "x", "url": "u", "gold": {}}\n{"text": 1\n', "utf8")
    assert main(["evaluate", str(tmp_path / "faulty.jsonl")]) == 1
    assert "line 2: is no JSON" in capsys.readouterr().err
