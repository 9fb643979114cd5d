"""Files and folders, read here or by workers."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from press.corpus.opening import open_corpus
from press.ingest import sources
from press.ingest.job import ingest
from press.ingest.sources import Sources
from tests.press.ingest.samples import assert_equal, counts, make


def test_pages_are_read_by_workers_in_the_order_of_their_files(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sources, "_SPOOL_BYTES", 2_000)
    folder = tmp_path / "in"
    folder.mkdir()
    for i, a in enumerate(make(12)):
        page = f"<html><head><title>{a.title}</title></head><body><article><h1>{a.title}</h1><p>{a.text}</p></article></body></html>"
        (folder / f"{i:02}.html").write_text(page, encoding="utf8")
    (folder / "03b.html").write_text("", encoding="utf8")
    (folder / "05b.jsonl").write_text(json.dumps({"url": "https://example.org/x", "text": make(1, seed=9)[0].text}))
    read = {n: Sources([folder]) for n in (1, 2)}
    reports = {n: ingest(read[n], tmp_path / f"c{n}", workers=n) for n in (1, 2)}
    assert counts(reports[1]) == counts(reports[2]) == (13, 0, 0, 1)
    assert str(reports[1].refusals[0]) == str(reports[2].refusals[0])
    assert read[2].done == read[2].total
    assert_equal(open_corpus(tmp_path / "c1"), open_corpus(tmp_path / "c2"))
    assert not list((tmp_path / "c2" / "spool").iterdir())


def test_what_workers_leave_out_is_told(tmp_path) -> None:
    row = {"text": "Anna Sample spoke.", "date": "soon"}
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.jsonl", json.dumps(row))
    spool = sources._spool(str(tmp_path / "c"), [sources.File(None, str(tmp_path / "a.zip"), 1)], None)
    items = [sources._from_spool(line) for line in Path(spool).read_bytes().splitlines()]
    assert [type(item).__name__ for item in items] == ["Article", "Notice"]
    assert "“soon” is not understood" in str(items[1])
