"""The labels to learn from: whole, and none of an article that is measured."""

from __future__ import annotations

import json

import pytest

from press.evaluation.labels import read_labels
from press.vocabulary import ROOT, TARGETS

CLASSES = {"negative", "neutral", "positive"}


@pytest.fixture(scope="module")
def labels() -> list[dict]:
    return read_labels(ROOT / "training" / "labels.jsonl")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    rows = (json.loads(line) for p in (ROOT / "data" / "articles").glob("*.jsonl") for line in p.open(encoding="utf8"))
    return {row["url"]: row["text"] for row in rows}


def test_no_article_that_is_measured_is_learned_from(labels: list[dict]) -> None:
    learned = [row["url"] for row in labels]
    assert len(set(learned)) == len(learned) > 200
    assert not set(learned) & {row["url"] for row in read_labels()}


def test_each_statement_stands_in_its_article_and_has_known_classes(labels: list[dict], texts: dict[str, str]) -> None:
    for row in labels:
        for statement in row["gold"]["statements"]:
            assert statement["text"] in texts[row["url"]]
            assert statement["sentiment"] in CLASSES
            assert set(statement["targets"]) <= set(TARGETS)
            assert set(statement["targets"].values()) <= CLASSES


@pytest.mark.parametrize(("name", "classes"), [("statement", 3), ("stance", 4)])
def test_weights_are_whole(name: str, classes: int) -> None:
    from press.reading.tone.weights import Weights

    weights = Weights(name)
    assert len(weights.classes) == classes == len(weights.bias)
    assert len(weights.rows) > 100
    assert all(len(row) == classes for row in weights.rows.values() if len(row) > 1)
