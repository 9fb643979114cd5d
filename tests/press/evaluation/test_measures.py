"""Measures of agreement."""

from __future__ import annotations

import pytest

from press.evaluation import measures


def test_overlap_is_shared_over_covered() -> None:
    assert measures.overlap((0, 10), (0, 10)) == 1
    assert measures.overlap((0, 10), (5, 15)) == pytest.approx(1 / 3)
    assert measures.overlap((0, 5), (5, 10)) == 0


def test_macro_f1() -> None:
    assert measures.macro_f1([("positive", "positive"), ("negative", "negative")]) == 1
    assert measures.macro_f1([("positive", "negative"), ("negative", "negative")]) == pytest.approx((0 + 2 / 3) / 2)
    assert measures.macro_f1([]) == 0


def test_pairs_are_one_to_one() -> None:
    gold = [{"span": (0, 10)}, {"span": (0, 9)}]
    assert len(measures.pairs(gold, [{"span": (0, 10)}], 0.5)) == 1
