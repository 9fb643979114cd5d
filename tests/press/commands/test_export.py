"""``python -m press export``."""

from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as pq
import pytest

from press.__main__ import main
from press.export import FORMATS
from press.tables import TABLES

ARTICLES = [
    {"url": "https://example.org/1", "date": "2024-05-01", "title": "=HYPERLINK(0)", "language": "en", "sitename": "TASS",
     "text": "“We agree on gas supplies,” said Anna Sample, a spokeswoman. Serbia buys gas from Russia."},
    {"url": "https://example.org/2", "date": "2024-06-01", "title": "Second", "language": "en", "sitename": "RTS",
     "text": "The second text has two lines.\n“We do not agree,” said Anna Sample."},
]  # fmt: skip


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)), encoding="utf8")
    monkeypatch.setenv("PRESS_STORE", str(tmp_path / "store"))
    return str(folder)


def rows_of(file, form: str) -> list[dict]:
    if form == "parquet":
        return pq.read_table(file).to_pylist()
    text = file.read_text(encoding="utf-8-sig")
    if form == "csv":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_holds_the_same_rows(corpus, tmp_path, form) -> None:
    out = tmp_path / f"x.{form}"
    assert main(["export", "statements", "--corpus", corpus, "--out", str(out)]) == 0
    rows = rows_of(out, form)
    assert sorted(r["text"] for r in rows) == ["We agree on gas supplies,", "We do not agree,"]
    assert list(rows[0]) == TABLES["statements"].names
    assert {str(int(r["start"])) for r in rows} == {"1", "32"}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_can_be_exported(corpus, tmp_path, table) -> None:
    out = tmp_path / "x.parquet"
    assert main(["export", table, "--corpus", corpus, "--out", str(out)]) == 0
    assert pq.read_table(out).schema.equals(TABLES[table])


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        ([], ["'=HYPERLINK(0)", "Second"]),
        (["--from", "2024-05-15"], ["Second"]),
        (["--to", "2024-05-15"], ["'=HYPERLINK(0)"]),
        (["--outlet", "RTS"], ["Second"]),
        (["--group", "russian_state"], ["'=HYPERLINK(0)"]),
        (["--words", "second lines"], ["Second"]),
        (["--language", "ru"], []),
        (["--actor", "Anna Sample", "--actor", "Nobody"], ["'=HYPERLINK(0)", "Second"]),
    ],
)
def test_a_selection_leaves_its_rows(corpus, tmp_path, options, titles) -> None:
    out = tmp_path / "x.csv"
    assert main(["export", "articles", "--corpus", corpus, "--out", str(out), *options]) == 0
    assert sorted(r["title"] for r in rows_of(out, "csv")) == titles


def test_topics_go_by_identifier_or_label_and_a_misspelt_one_is_an_error(corpus, tmp_path, capsys) -> None:
    out = tmp_path / "x.jsonl"
    for topic in ("gas", "GAS"):
        assert main(["export", "articles", "--corpus", corpus, "--out", str(out), "--topic", topic]) == 0
        assert [r["url"] for r in rows_of(out, "jsonl")] == ["https://example.org/1"]
    assert main(["export", "articles", "--corpus", corpus, "--out", str(out), "--topic", "gaz"]) == 1
    assert "no topic “gaz”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["articels", "--out", "x.csv"], "there is no table “articels”"),
        (["articles", "--out", "x.doc"], "--format is missing"),
        (["articles", "--out", "none/such/x.csv"], "No such file"),
        (["articles", "--out", "x.csv", "--corpus", "no-such-folder"], "no-such-folder"),
    ],
)
def test_errors_are_words(corpus, tmp_path, monkeypatch, capsys, arguments, says) -> None:
    monkeypatch.chdir(tmp_path)
    given = [] if "--corpus" in arguments else ["--corpus", corpus]
    assert main(["export", *arguments, *given]) == 1
    assert says in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir() if "partial" in p.name or p.suffix in (".csv", ".doc")] == []


def test_a_faulty_day_is_named(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["export", "articles", "--from", "May", "--out", "x.csv"])
    assert "“May” is no day" in capsys.readouterr().err


def test_names_that_no_article_has_are_told_and_standard_output_is_csv(corpus, capfdbinary) -> None:
    assert main(["export", "articles", "--corpus", corpus, "--actor", "Sample", "--outlet", "RTS"]) == 0
    told = capfdbinary.readouterr()
    assert "no article has the actor “Sample”; there is Anna Sample" in told.err.decode()
    assert "RTS" not in told.err.decode()
    assert told.out.decode("utf-8-sig").startswith("article_id,")
