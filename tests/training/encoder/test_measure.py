"""The measures, on answers that are plainly right or wrong."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn")

from training.encoder import measure
from training.encoder.examples import Course, Example, Place
from training.encoder.measure import Answer

PLACE = Place("x", "invented", "en")


def statement(tone: int, *stances: int, missed: int = 0) -> Example:
    return Example(PLACE, "words", ((),) * len(stances), tone, stances, missed=missed)


def sure(index: int, classes: int) -> np.ndarray:
    p = np.full(classes, 0.02)
    p[index] = 1 - 0.02 * (classes - 1)
    return p


def test_tone_is_the_mean_f1_of_its_classes() -> None:
    told = [(statement(label), Answer(sure(found, 3))) for label, found in ((0, 0), (0, 1), (1, 1), (2, 2))]
    assert measure.tone(told) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_stance_counts_class_and_what_nothing_proposes() -> None:
    p = np.array([sure(1, 4), sure(3, 4), sure(0, 4)])
    told = [(statement(0, 1, 1, 0, missed=1), Answer(sure(0, 3), p))]
    precision, recall, f1, _ = measure.stance(told)
    assert (precision, recall, f1) == pytest.approx((1 / 2, 1 / 3, 2 / 5))


def test_events_and_their_course() -> None:
    events = (Course(0, True, False, True), Course(1, True, True, False), Course(2, False))
    example = Example(PLACE, "words", ((),) * 3, events=events)
    answer = Answer(event=np.array([0.9, 0.2, 0.7]), planned=np.array([0.1, 0.9, 0.9]), background=np.array([0.1] * 3))
    precision, recall, f1, least = measure.event([(example, answer)])
    assert (precision, recall, f1) == pytest.approx((2 / 3, 1, 4 / 5))
    assert least <= 0.2
    assert measure.course([(example, answer)], "planned") == (1.0, 1)
    assert measure.course([(example, answer)], "background") == (0.0, 1)


def test_pairs_by_their_cosine() -> None:
    cosines, labels = np.array([0.9, 0.8, 0.7, 0.6]), np.array([True, True, False, True])
    average, recall, least = measure.same(cosines, labels)
    assert average == pytest.approx((1 + 1 + 3 / 4) / 3)
    assert (recall, least) == pytest.approx((2 / 3, 0.8))
    assert measure.same(cosines, ~labels)[1:] == (0.0, 1.0)


def test_the_report_names_all_measures() -> None:
    told = [(statement(0, 1), Answer(sure(0, 3), np.array([sure(1, 4)])))]
    event = Example(PLACE, "words", ((),), events=(Course(0, True, True, True),))
    told.append((event, Answer(event=np.ones(1), planned=np.ones(1), background=np.ones(1))))
    lines = measure.report(told).splitlines()
    assert [line.split()[0] for line in lines] == ["invented:", "tone", "stance", "events", "planned", "background"]
