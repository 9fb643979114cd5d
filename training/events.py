"""Fit ``data/vocabulary/event_weights.toml``: what tells that a sentence reports an event.

    python -m training.events           cross-validation by article, then weights to data/vocabulary
    python -m training.events --check   cross-validation only

Learns from the tuning part of ``tests/gold``; held-out articles are not read.
Needs ``requirements-dev.txt`` (scikit-learn).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from press.atomic import replacing
from press.evaluation.labels import article_of, locate
from press.evaluation.measures import overlap
from press.reading.attribution import statements
from press.reading.document import Document, Statement
from press.reading.events.background import background_features
from press.reading.events.candidates import Candidate, candidates
from press.reading.events.dating import date_of
from press.reading.events.model import MOST_IN_SENTENCE, company
from press.reading.events.places import places_of
from press.reading.parse import read
from press.vocabulary import FOLDER
from training import only_check
from training.labels import measured

FOLDS = 8
SEEN = 3  # cases that a feature must be seen in
FLAT = 0.01  # F1 that is not worth events that are none
INVERSE_REGULARISATION = {"alone": 0.1, "company": 0.15, "background": 0.5}
HEADER = """\
# How far each feature speaks for an event: weights of two logistic regressions (see press/reading/events/),
# written by `python -m training.events`; do not edit by hand.
# background: whether an event is told as earlier context. alone: a sentence and a type looked at by themselves; company: the same beside the article's other candidates.
# A feature "type.group" is a group of words in events.toml, "type:feature" counts for that type only.
"""


def prepare(row: dict[str, Any]) -> tuple[Document, list[Statement]]:
    """What :func:`press.reading.events.events.find` is given of an article."""
    document = read(article_of(row))
    return document, statements.find(document)


def labelled(found: list[Candidate], row: dict[str, Any]) -> list[dict[str, Any] | None]:
    """The label of each candidate that is an event, None for the others."""
    out: list[dict[str, Any] | None] = [None] * len(found)
    for event in locate(row["text"], row["gold"]["events"]):
        best = max(
            (
                (overlap(event["span"], (c.start, c.end)), -i)
                for i, c in enumerate(found)
                if c.type == event["type"] and out[i] is None
            ),
            default=(0.0, 0),
        )
        if best[0] >= 0.2:
            out[-best[1]] = event
    return out


class Sample(NamedTuple):
    """Cases to learn from: features, answer, and the fold of its article."""

    features: list[dict[str, float]]
    y: np.ndarray
    fold: np.ndarray

    def part(self, chosen: np.ndarray) -> Sample:
        """Some of the cases."""
        return Sample([self.features[i] for i in chosen], self.y[chosen], self.fold[chosen])


Model = tuple[DictVectorizer, LogisticRegression]


def fit(sample: Sample, c: float) -> Model:
    """One regression; what few cases have is left out."""
    vectors = DictVectorizer()
    seen = Counter(name for features in sample.features for name in features)
    x = vectors.fit_transform([{k: v for k, v in f.items() if seen[k] >= SEEN} for f in sample.features])
    return vectors, LogisticRegression(C=c, max_iter=3000).fit(x, sample.y)


def out_of_fold(sample: Sample, c: float) -> np.ndarray:
    """Probability of each case by a regression that has not seen its article."""
    p = np.zeros(len(sample.y))
    for k in range(FOLDS):
        train, test = np.flatnonzero(sample.fold != k), np.flatnonzero(sample.fold == k)
        vectors, model = fit(sample.part(train), c)
        if len(test):
            p[test] = model.predict_proba(vectors.transform([sample.features[i] for i in test]))[:, 1]
    return p


class Reached(NamedTuple):
    """What least probabilities of an article's first event and of further ones reach."""

    f1: float
    precision: float
    recall: float
    first: float
    least: float


def thresholds(p: np.ndarray, y: np.ndarray, articles: list[list[int]], found: list[Candidate], total: int) -> Reached:
    """The least probabilities to tell an event from. The top is flat: of those that come within :data:`FLAT` of
    the best F1 the most precise are taken, as an event that is none harms a chart more than one that is missing."""
    reached = []
    for least in np.arange(0.2, 0.6, 0.025):
        for first in (0.1, 0.15, 0.2, 0.25, 0.3):
            right = told = 0
            for members in articles:
                in_sentence: Counter[int] = Counter()
                for n, i in enumerate(sorted(members, key=lambda i: -p[i])):
                    if p[i] < (least if n else first):
                        break
                    if in_sentence[found[i].start] < MOST_IN_SENTENCE:
                        in_sentence[found[i].start] += 1
                        told += 1
                        right += int(y[i])
            f1, precision, recall = 2 * right / (told + total), right / max(1, told), right / total
            reached.append(Reached(f1, precision, recall, float(first), float(least)))
    best = max(r.f1 for r in reached)
    return max((r for r in reached if r.f1 >= best - FLAT), key=lambda r: r.precision)


def table(name: str, model: Model) -> str:
    """A regression as TOML, features that hardly count left out."""
    vectors, regression = model
    lines = [f"\n[{name}]", f"bias = {regression.intercept_[0]:.3f}"]
    for feature, weight in zip(vectors.get_feature_names_out(), regression.coef_[0], strict=True):
        if abs(weight) >= 0.01:
            lines.append(f'"{feature}" = {weight:.3f}')
    return "\n".join(lines) + "\n"


def main() -> None:
    """Cross-validate, fit on everything and write the weights."""
    check = only_check(__doc__)
    found: list[Candidate] = []
    answers: list[int] = []
    earlier: list[tuple[dict[str, float], bool, int]] = []
    fold: list[int] = []
    articles: list[list[int]] = []
    total = 0
    for row in measured():
        document, said = prepare(row)
        proposed = candidates(document, places_of(document, said))
        articles.append(list(range(len(found), len(found) + len(proposed))))
        found += proposed
        part = int(hashlib.md5(row["url"].encode() + b"x").hexdigest(), 16) % FOLDS
        for c, event in zip(proposed, labelled(proposed, row), strict=True):
            answers.append(event is not None)
            if event is not None:
                iso = date_of(document, c)
                earlier.append((background_features(c, iso, document.published), bool(event["background"]), part))
        total += len(row["gold"]["events"])
        fold += [part] * len(proposed)
    told, *columns = zip(*earlier, strict=True)
    models = {}
    sample = Sample(list(told), *map(np.array, columns))
    p = out_of_fold(sample, INVERSE_REGULARISATION["background"])
    models["background"] = fit(sample, INVERSE_REGULARISATION["background"])
    print(f"background told apart: {np.mean((p > 0.5) == sample.y):.3f} of {len(sample.y)}, cross-validated")
    sample = Sample([c.features for c in found], np.array(answers), np.array(fold))
    p = out_of_fold(sample, INVERSE_REGULARISATION["alone"])
    models["alone"] = fit(sample, INVERSE_REGULARISATION["alone"])
    for members in articles:
        company([found[i] for i in members], [float(p[i]) for i in members])
    sample = sample._replace(features=[c.features for c in found])
    p = out_of_fold(sample, INVERSE_REGULARISATION["company"])
    models["company"] = fit(sample, INVERSE_REGULARISATION["company"])
    reached = thresholds(p, sample.y, articles, found, total)
    print(
        f"{len(articles)} articles, {total} events, {len(found)} candidates, of which {sample.y.sum()} are events "
        f"(recall of what is proposed {sample.y.sum() / total:.3f}); cross-validated F1 {reached.f1:.3f}, precision "
        f"{reached.precision:.3f}, recall {reached.recall:.3f} (first event from {reached.first:.2f}, others from "
        f"{reached.least:.3f})"
    )
    if not check:
        text = HEADER + f"\n[threshold]\nfirst = {reached.first:.3f}\nnext = {reached.least:.3f}\n"
        text += "".join(table(name, model) for name, model in models.items())
        with replacing(FOLDER / "event_weights.toml") as file:
            file.write(text.encode("utf8"))


if __name__ == "__main__":
    main()
