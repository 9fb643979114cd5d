"""The labels to learn from: whole, and none that is held out to measure by."""

from __future__ import annotations

from typing import Any

import pytest

from press.evaluation.labels import held_out, read_labels
from press.vocabulary import TARGETS
from training.labels import measured

CLASSES = {"negative", "neutral", "positive"}


@pytest.fixture(scope="module")
def labels() -> list[dict[str, Any]]:
    return measured()


def test_no_article_that_is_held_out_is_learned_from(labels: list[dict[str, Any]]) -> None:
    learned = {row["url"] for row in labels}
    kept_out = {row["url"] for row in read_labels() if held_out(row["url"])}
    assert len(learned) == len(labels) > 3 * len(kept_out) / 2 > 0
    assert not learned & kept_out


def test_each_statement_stands_in_its_article_and_has_known_classes(labels: list[dict[str, Any]]) -> None:
    for row in labels:
        for statement in row["gold"]["statements"]:
            assert statement["text"] in row["text"]
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
