"""Whether a change of what a corpus is made from is noticed."""

from __future__ import annotations

import shutil

import pytest

from press.corpus import fingerprints
from press.corpus.opening import corpus_name


@pytest.mark.parametrize("name", ["topics.toml", "tone/stance.tsv", "forms/sr.txt"])
def test_a_changed_vocabulary_file_is_noticed(folder, tmp_path, monkeypatch, name: str) -> None:
    vocabulary = tmp_path / "vocabulary"
    shutil.copytree(fingerprints.FOLDER, vocabulary)
    monkeypatch.setattr(fingerprints, "FOLDER", vocabulary)
    before = corpus_name(folder)
    assert corpus_name(folder) == before
    with (vocabulary / name).open("a", encoding="utf8") as file:
        file.write("\n# a remark\n")
    assert corpus_name(folder) != before
