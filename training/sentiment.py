"""Learns the weights of tone and stance from the labels, and measures them by cross-validation.

    python -m training.sentiment           cross-validation by article, then weights to data/vocabulary/tone
    python -m training.sentiment --check   cross-validation only

Learns from the labels of ``tests/gold/press-review.jsonl`` that are not held out. Multinomial logistic regression with an L2 penalty (scikit-learn), over the features of
:mod:`press.reading.tone.sentiment` and :mod:`press.reading.tone.stance`; features seen in few statements are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from press.atomic import replacing
from press.evaluation.labels import article_of, locate
from press.evaluation.measures import macro_f1, pairs
from press.reading.attribution import statements
from press.reading.document import Statement
from press.reading.parse import read
from press.reading.tone import sentiment, stance
from press.reading.tone.lexicon import Word
from press.vocabulary import FOLDER, TONES
from training import only_check
from training.labels import measured

STANCE = ("none", *TONES)


@dataclass
class Sample:
    """A labelled statement with the features of its tone and of each party it may speak about."""

    url: str
    language: str
    gold: dict[str, Any]
    tone: dict[str, float]
    parties: Callable[[Sequence[float]], dict[str, dict[str, float]]]


def samples(rows: list[dict[str, Any]]) -> list[Sample]:
    """The statements that the parser finds in the articles, paired with the labelled ones."""
    out = []
    for row in rows:
        document = read(article_of(row))
        found = [{"span": document.traced.span(s.start, s.end), "statement": s} for s in statements.find(document)]
        reader = sentiment.Reader(document)
        for gold, told in pairs(locate(row["text"], row["gold"]["statements"]), found, 0.5):
            s = told["statement"]
            first, last = reader.span(s)
            words = reader.words(first, last)
            out.append(
                Sample(
                    row["url"], row["language"], gold,
                    _expand(reader.features(s, words, first, last)),
                    partial(_candidates, reader, s, words, first, last),
                )
            )  # fmt: skip
    return out


def _candidates(
    reader: sentiment.Reader, s: Statement, words: list[Word], first: int, last: int, mood: Sequence[float]
) -> dict[str, dict[str, float]]:
    found = stance.candidates(reader.parties, s, words, first, last, mood)
    return {name: _expand(features) for name, features in found}


def _expand(features: Iterable[Any]) -> dict[str, float]:
    """Values by name; a name that comes twice counts twice."""
    out: dict[str, float] = defaultdict(float)
    for group, value, *_ in features:
        for name in group.names:
            out[name] += value
    return dict(out)


class Model:
    """Logistic regression over named features."""

    def __init__(self, classes: Sequence[str], strength: float, least: int, balanced: bool) -> None:
        self.classes, self.least = classes, least
        self.vectorizer = DictVectorizer()
        self.regression = LogisticRegression(C=strength, max_iter=2000, class_weight="balanced" if balanced else None)

    def fit(self, features: list[dict[str, float]], labels: list[str]) -> Model:
        """Learn from features and their classes."""
        seen = Counter(name for f in features for name, value in f.items() if value)
        kept = [{k: v for k, v in f.items() if seen[k] >= self.least} for f in features]
        self.regression.fit(self.vectorizer.fit_transform(kept), [self.classes.index(x) for x in labels])
        return self

    def probabilities(self, features: list[dict[str, float]]) -> np.ndarray:
        """Probabilities, one row each, one column a class."""
        return self.regression.predict_proba(self.vectorizer.transform(features))

    def write(self, name: str, note: str, further: dict[str, float] | None = None) -> None:
        """Write the weights, classes centred, those that hardly count left out."""
        weights = self.regression.coef_ - self.regression.coef_.mean(axis=0)
        bias = self.regression.intercept_ - self.regression.intercept_.mean()
        lines = [f"# {note}", "feature\t" + "\t".join(self.classes)]
        lines.append("(bias)\t" + "\t".join(f"{x:.3f}" for x in bias))
        for key, value in (further or {}).items():
            lines.append(f"{key}\t{value:.3f}")
        for feature, column in zip(self.vectorizer.get_feature_names_out(), weights.T, strict=True):
            if np.abs(column).max() >= 0.01:
                lines.append(feature + "\t" + "\t".join(f"{x:.3f}" for x in column))
        with replacing(FOLDER / "tone" / f"{name}.tsv") as file:
            file.write("\n".join([*lines, ""]).encode("utf8"))


def tone_model() -> Model:
    """The model of a statement's tone."""
    return Model(TONES, 0.15, 4, balanced=True)


def stance_model() -> Model:
    """The model of a stance toward a party."""
    return Model(STANCE, 0.2, 4, balanced=False)


def folds(data: list[Sample]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Ten parts by article."""
    return GroupKFold(10, shuffle=True, random_state=1).split(data, groups=[s.url for s in data])


def check_tone(data: list[Sample]) -> np.ndarray:
    """What models say of each statement's tone that did not see its article; prints macro-F1."""
    moods = np.zeros((len(data), 3))
    for train, test in folds(data):
        model = tone_model().fit([data[i].tone for i in train], [data[i].gold["sentiment"] for i in train])
        moods[test] = model.probabilities([data[i].tone for i in test])
    by_language = defaultdict(list)
    for s, mood in zip(data, moods, strict=True):
        by_language[s.language].append((s.gold["sentiment"], TONES[int(mood.argmax())]))
    every = [x for part in by_language.values() for x in part]
    print(f"sentiment: macro-F1 {macro_f1(every):.3f} of {len(every)};",
          {k: round(macro_f1(v), 2) for k, v in by_language.items() if len(v) > 50}, Counter(every).most_common(9))  # fmt: skip
    return moods


Told = dict[str, np.ndarray]  # probabilities by party


def stance_f1(data: list[Sample], told: list[Told], least: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of (party, class) where a party is told from P(some stance) ≥ ``least``."""
    right = found = gold = 0
    for s, parties in zip(data, told, strict=True):
        gold += len(s.gold["targets"])
        for name, p in parties.items():
            if 1 - p[0] >= least:
                found += 1
                right += s.gold["targets"].get(name) == STANCE[1 + int(p[1:].argmax())]
    return right / max(1, found), right / max(1, gold), 2 * right / max(1, found + gold)


def check_stance(data: list[Sample], moods: np.ndarray) -> float:
    """The best least probability of a stance, by models that did not see the article; prints its F1."""
    told: list[Told] = [{} for _ in data]
    parties = [s.parties(mood) for s, mood in zip(data, moods, strict=True)]
    for train, test in folds(data):
        rows = [(f, data[i].gold["targets"].get(name, "none")) for i in train for name, f in parties[i].items()]
        model = stance_model().fit([f for f, _ in rows], [label for _, label in rows])
        for i in test:
            if parties[i]:
                told[i] = dict(zip(parties[i], model.probabilities(list(parties[i].values())), strict=True))
    best = max((i / 100 for i in range(20, 65, 5)), key=lambda least: stance_f1(data, told, least)[2])
    precision, recall, f1 = stance_f1(data, told, best)
    print(f"stance: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} at least {best}")
    return best


def main() -> None:
    """Cross-validate, then learn from everything and write the weights."""
    check = only_check(__doc__)
    data = samples(measured())
    # The stance is learned from what the tone looks like in articles not seen, as it will be when used.
    moods = check_tone(data)
    least = check_stance(data, moods)
    if check:
        return
    tone_model().fit([s.tone for s in data], [s.gold["sentiment"] for s in data]).write(
        "statement",
        "Weights of a statement's tone, learned by python -m training.sentiment; see press/reading/tone/sentiment.py.",
    )
    rows = [
        (f, s.gold["targets"].get(name, "none"))
        for s, mood in zip(data, moods, strict=True)
        for name, f in s.parties(mood).items()
    ]
    stance_model().fit([f for f, _ in rows], [label for _, label in rows]).write(
        "stance", "Weights of a stance toward a party, learned by python -m training.sentiment; see press/reading/tone/stance.py.",
        {"(least)": least},
    )  # fmt: skip


if __name__ == "__main__":
    main()
