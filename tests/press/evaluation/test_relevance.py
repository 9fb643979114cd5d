"""How well articles about Serbia and Russia are told from others."""

from __future__ import annotations

from press.evaluation import relevance


def test_measured_on_made_up_articles_in_four_languages() -> None:
    found = relevance.measure()
    assert found["articles"] >= 39
    assert found["precision"] >= 0.9
    assert found["recall"] >= 0.9
