"""Files and addresses read into a tray; what fails stops nothing else."""

from __future__ import annotations

import io
import json

from components.adding import intake, tray
from components.adding.intake import addresses_in, read_files
from press.article import Article
from press.readers import Refusal


def silent(share: float, words: str) -> None:
    assert 0 <= share <= 1 and words


def test_only_so_many_articles_are_taken_at_once(monkeypatch) -> None:
    monkeypatch.setattr(tray, "MOST_ARTICLES", 2)
    data = b"\n".join(json.dumps({"text": f"Text {i}."}).encode() for i in range(4))
    read = read_files([(io.BytesIO(data), "a.jsonl", None)], silent)
    assert len(read.items) == 2
    assert read.refused == 2
    assert "beyond the 2 that are taken at once" in str(read.refusals[0])


def test_addresses_are_one_a_line_and_each_once() -> None:
    good, bad = addresses_in(
        "https://example.org/a\n\n example.org/b \nhttps://example.org/a\nnot an address\nftp://x.org\njavascript:x"
    )
    assert good == ["https://example.org/a", "https://example.org/b"]
    assert [r.file for r in bad] == ["not an address", "ftp://x.org", "javascript:x"]
    good, bad = addresses_in("\n".join(f"https://example.org/{i}" for i in range(intake.MOST_ADDRESSES + 1)))
    assert len(good) == intake.MOST_ADDRESSES
    assert "beyond the" in str(bad[0])


def test_one_page_that_fails_stops_none_of_the_others(monkeypatch) -> None:
    def read(url: str):
        if url.endswith("/bad"):
            raise RuntimeError
        yield Refusal(url, 0, "", "is gone") if url.endswith("/gone") else Article("A text.", url=url)

    monkeypatch.setattr(intake, "read_page", read)
    found = intake.fetch([f"https://example.org/{p}" for p in ("a", "bad", "gone", "b")], silent)
    assert [i.article.url[-1] for i in found.items] == ["a", "b"]
    assert sorted(r.problem for r in found.refusals) == ["cannot be read (RuntimeError)", "is gone"]
