"""The weights of the model are of features that exist, and an article has few events."""

from __future__ import annotations

from press.reading.events.model import MOST_IN_SENTENCE, logistic
from press.vocabulary import read
from tests.press.parsing import happenings


def test_every_weight_is_of_a_feature_that_exists() -> None:
    groups = {f"{k['id']}.{g['id']}" for k in read("events")["type"] for g in k["group"]}
    for model in ("alone", "company"):
        names = [n for n in read("event_weights")[model] if "." in n and not n.startswith("statement.")]
        assert set(names) <= groups


def test_no_sentence_reports_more_events_than_it_may() -> None:
    text = (
        "Anna Sample met Boris Muster in Moscow on Friday, signed an agreement, imposed sanctions and joined a protest."
    )
    found = happenings(text, title="Sample meets Muster, signs agreement, imposes sanctions, joins protest")
    assert 0 < len(found) <= MOST_IN_SENTENCE


def test_probabilities_stay_between_0_and_1_whatever_the_sum() -> None:
    assert 0 < logistic(-1e9) < 0.5 == logistic(0) < logistic(1e9) < 1
