"""The vocabulary as data: it can be read, uses the labels' identifiers, and says what is wrong with it."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from press import outlets, vocabulary
from press.reading import topics
from press.reading.events import events
from tests.conftest import ROOT

LABELS = (ROOT / "tests" / "gold" / "README.md").read_text(encoding="utf8")


def table(heading: str) -> list[str]:
    """First column of the table below a heading of the labels' description."""
    block = LABELS.split(heading, 1)[1].split("\n\n", 1)[0]
    return [m for m in re.findall(r"^\| ([a-z_0-9]+) \|", block, re.M) if m not in ("identifier", "type")]


def test_topics_and_event_types_are_those_of_the_labels() -> None:
    assert sorted(topics.labels()) == sorted(table("**topics**"))
    assert sorted(events.types()) == sorted(table("**events**"))


@pytest.mark.parametrize("file", sorted(p.relative_to(vocabulary.FOLDER) for p in vocabulary.FOLDER.rglob("*.toml")))
def test_every_file_is_read(file) -> None:
    assert vocabulary.read(str(file.with_suffix("")))


def test_a_broken_file_is_named(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    (tmp_path / "broken.toml").write_text("a = [", encoding="utf8")
    with pytest.raises(vocabulary.VocabularyError, match=r"broken\.toml"):
        vocabulary.read.__wrapped__("broken")
    with pytest.raises(vocabulary.VocabularyError, match=r"missing\.toml: cannot be read"):
        vocabulary.read.__wrapped__("missing")


def test_outlets_have_one_canonical_name() -> None:
    names = Counter(o["name"] for o in vocabulary.read("outlets")["outlet"])
    assert [n for n, c in names.items() if c > 1] == []
    known = set(outlets.groups())
    for outlet in vocabulary.read("outlets")["outlet"]:
        assert outlet["group"] in known, outlet
        assert set(outlet) >= {"name", "domains", "country", "kind", "group"}
    assert outlets.resolve("ТАСС").name == outlets.resolve("TASS").name == outlets.resolve("", "https://tass.ru/x").name


def test_every_outlet_of_the_press_review_is_known() -> None:
    known = {o["name"] for o in vocabulary.read("outlets")["outlet"]}
    missing = set()
    for file in (ROOT / "data" / "articles").glob("*.jsonl"):
        for line in file.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            if outlets.resolve(row["sitename"], row["url"]).name not in known:
                missing.add(row["sitename"])
    assert missing == set()
