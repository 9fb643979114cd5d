"""Fit ``data/vocabulary/event_weights.toml``: what tells that a sentence reports an event.

    python -m training.events          fit, cross-validate by article, write the weights
    python -m training.events --dry    the same, without writing

Learns from the tuning part of ``tests/gold`` and from ``training/labels.jsonl``; held-out articles are not read.
Needs ``requirements-dev.txt`` (scikit-learn).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from press import events, statements
from press.article import Article
from press.document import Document, Statement
from press.evaluate import _locate, held_out, overlap, read_labels
from press.parse import read
from press.vocabulary import FOLDER, ROOT

FOLDS = 8
INVERSE_REGULARISATION = {"alone": 0.1, "company": 0.15, "background": 0.5}
HEADER = """\
# How far each feature speaks for an event: weights of two logistic regressions (see press/events.py),
# written by `python -m training.events`; do not edit by hand.
# background: whether an event is told as earlier context. alone: a sentence and a type looked at by themselves; company: the same beside the article's other candidates.
# A feature "type.group" is a group of words in events.toml, "type:feature" counts for that type only.
"""


def rows() -> Iterator[dict[str, Any]]:
    """Labelled articles to learn from, with their texts."""
    for row in read_labels():
        if not held_out(row["url"]):
            yield row
    texts: dict[str, dict[str, Any]] = {}
    for path in sorted((ROOT / "data" / "articles").glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            article = json.loads(line)
            texts[article["url"]] = article
    for line in (ROOT / "training" / "labels.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        yield {**texts[row["url"]], **row}


def prepare(row: dict[str, Any]) -> tuple[Document, list[Statement]]:
    """What :func:`press.events.find` is given of an article."""
    published = date.fromisoformat(row["date"]) if row.get("date") else None
    document = read(
        Article(row["text"], row.get("title", ""), row["url"], language=row.get("language", ""), published=published)
    )
    return document, statements.find(document)


def labelled(found: list[events.Candidate], row: dict[str, Any]) -> list[dict[str, Any] | None]:
    """The label of each candidate that is an event, None for the others."""
    out: list[dict[str, Any] | None] = [None] * len(found)
    for event in _locate(row["text"], row["gold"]["events"]):
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


def fit(features: list[dict[str, float]], y: np.ndarray, c: float) -> tuple[DictVectorizer, LogisticRegression]:
    """One regression."""
    vectors = DictVectorizer()
    x = vectors.fit_transform(features)
    return vectors, LogisticRegression(C=c, max_iter=3000).fit(x, y)


def out_of_fold(features: list[dict[str, float]], y: np.ndarray, fold: np.ndarray, c: float) -> np.ndarray:
    """Probability of each candidate by a regression that has not seen its article."""
    p = np.zeros(len(y))
    for k in range(FOLDS):
        train, test = np.flatnonzero(fold != k), np.flatnonzero(fold == k)
        vectors, model = fit([features[i] for i in train], y[train], c)
        if len(test):
            p[test] = model.predict_proba(vectors.transform([features[i] for i in test]))[:, 1]
    return p


def thresholds(
    p: np.ndarray, y: np.ndarray, articles: list[list[int]], found: list[events.Candidate], total: int
) -> tuple[float, float, float]:
    """Best F1 and the least probabilities, of an article's first event and of further ones, that reach it."""
    best = (0.0, 0.0, 0.0)
    for least in np.arange(0.2, 0.5, 0.025):
        for first in (0.1, 0.15, 0.2):
            right = told = 0
            for members in articles:
                in_sentence: Counter[int] = Counter()
                for n, i in enumerate(sorted(members, key=lambda i: -p[i])):
                    if p[i] < (least if n else first):
                        break
                    if in_sentence[found[i].sentence] < events.MOST_IN_SENTENCE:
                        in_sentence[found[i].sentence] += 1
                        told += 1
                        right += y[i]
            best = max(best, (2 * right / (told + total), float(first), float(least)))
    return best


def table(name: str, model: tuple[DictVectorizer, LogisticRegression]) -> str:
    """A regression as TOML, features that hardly count left out."""
    vectors, regression = model
    lines = [f"\n[{name}]", f"bias = {regression.intercept_[0]:.3f}"]
    for feature, weight in zip(vectors.get_feature_names_out(), regression.coef_[0], strict=True):
        if abs(weight) >= 0.01:
            lines.append(f'"{feature}" = {weight:.3f}')
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    options = parser.parse_args()
    found: list[events.Candidate] = []
    answers: list[int] = []
    earlier: list[tuple[dict[str, float], bool, int]] = []
    fold: list[int] = []
    articles: list[list[int]] = []
    total = 0
    for row in rows():
        document, said = prepare(row)
        places = events.places_of(document, said)
        candidates = events.candidates(document, places)
        articles.append(list(range(len(found), len(found) + len(candidates))))
        found += candidates
        part = int(hashlib.md5(row["url"].encode() + b"x").hexdigest(), 16) % FOLDS
        by_number = {p.number: p for p in places}
        for c, event in zip(candidates, labelled(candidates, row), strict=True):
            answers.append(event is not None)
            if event is not None:
                place = by_number[c.sentence]
                iso = events.date_of(document, c, place)
                features = events.background_features(c, place, iso, document.published)
                earlier.append((features, bool(event["background"]), part))
        total += len(row["gold"]["events"])
        fold += [part] * len(candidates)
    y, folds = np.array(answers), np.array(fold)
    told, was, parts = ([e[k] for e in earlier] for k in range(3))
    background = out_of_fold(told, np.array(was), np.array(parts), INVERSE_REGULARISATION["background"])
    models = {"background": fit(told, np.array(was), INVERSE_REGULARISATION["background"])}
    print(f"background told apart: {np.mean((background > 0.5) == np.array(was)):.3f} of {len(was)}, cross-validated")
    features = [c.features for c in found]
    alone = out_of_fold(features, y, folds, INVERSE_REGULARISATION["alone"])
    models["alone"] = fit(features, y, INVERSE_REGULARISATION["alone"])
    for members in articles:
        events.company([found[i] for i in members], [float(alone[i]) for i in members])
    company = out_of_fold(features, y, folds, INVERSE_REGULARISATION["company"])
    models["company"] = fit(features, y, INVERSE_REGULARISATION["company"])
    f1, first, least = thresholds(company, y, articles, found, total)
    print(
        f"{len(articles)} articles, {total} events, {len(found)} candidates of which {y.sum()} labelled; "
        f"cross-validated F1 {f1:.3f} (first event from {first:.2f}, others from {least:.3f})"
    )
    if not options.dry:
        text = HEADER + f"\n[threshold]\nfirst = {first:.3f}\nnext = {least:.3f}\n"
        text += "".join(table(name, model) for name, model in models.items())
        (FOLDER / "event_weights.toml").write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
