"""What tests of corpora share: a folder of articles, and a corpus in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from press.corpus.building import tables_of
from press.corpus.queries import Corpus
from tests.press.corpus.articles import article, line


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of articles."""
    out = tmp_path / "articles"
    out.mkdir()
    (out / "2024.jsonl").write_text("\n".join(line(article(i)) for i in range(12)), encoding="utf8")
    return out


@pytest.fixture(scope="module")
def base() -> Corpus:
    return Corpus(tables_of(article(i) for i in range(10)), "base")
