"""Learns which of the topics that an article mentions it is about.

    python -m training.topics           cross-validation by article, then weights to data/vocabulary
    python -m training.topics --check   cross-validation only

Logistic regression with an L2 penalty (scikit-learn) over the features of :mod:`press.reading.topics`.
"""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from press.atomic import replacing
from press.evaluation.labels import article_of
from press.reading import topics
from press.reading.parse import read
from press.vocabulary import FOLDER
from training import only_check
from training.labels import measured

OUT = FOLDER / "topic_weights.toml"
STRENGTH = 1.0  # inverse of the penalty's weight (scikit-learn's C)


def f1(gold: list[set[str]], told: list[dict[str, float]], least: float) -> float:
    """F1 of the topics told at a threshold."""
    right = wrong = 0
    for labels, scores in zip(gold, told, strict=True):
        ordered = sorted(scores, key=lambda t: -scores[t])[:4]
        chosen = {t for i, t in enumerate(ordered) if scores[t] >= least or (i == 0 and scores[t] >= least / 4)}
        right += len(labels & chosen)
        wrong += len(labels ^ chosen)
    return 2 * right / (2 * right + wrong)


def main() -> None:
    """Cross-validate, choose the threshold, fit on everything and write the weights."""
    check = only_check(__doc__)
    documents = [(read(article_of(row)), set(row["gold"]["topics"])) for row in measured()]
    found = [topics.features(d, topics.find(d)) for d, _ in documents]
    gold = [g for _, g in documents]
    names = list(next(f for f in found if f).popitem()[1])
    ids = list(topics.labels())
    rows = [(i, topic) for i, f in enumerate(found) for topic in f]
    x = np.zeros((len(rows), len(names) + 2 * len(ids)))
    for k, (i, topic) in enumerate(rows):
        values = found[i][topic]
        x[k, : len(names)] = [values[n] for n in names]
        x[k, len(names) + ids.index(topic)] = 1
        x[k, len(names) + len(ids) + ids.index(topic)] = values["total"]
    y = np.array([topic in gold[i] for i, topic in rows])
    article = np.array([i for i, _ in rows])
    scale = np.ones(x.shape[1])
    scale[: len(names)] = x[:, : len(names)].std(axis=0) + 1e-6

    def fit(chosen: np.ndarray) -> LogisticRegression:
        return LogisticRegression(C=STRENGTH, max_iter=5000).fit(x[chosen] / scale, y[chosen])

    told: list[dict[str, float]] = [{} for _ in found]
    for train, test in KFold(8, shuffle=True, random_state=1).split(np.arange(len(found))):
        model = fit(np.isin(article, train))
        inside = np.isin(article, test)
        for at, p in zip(np.flatnonzero(inside), model.predict_proba(x[inside] / scale)[:, 1], strict=True):
            told[rows[at][0]][rows[at][1]] = float(p)
    tried = {round(float(t), 2): f1(gold, told, t) for t in np.arange(0.3, 0.55, 0.02)}
    # Thresholds that come within half a hundredth are equal; of these the highest, which tells least that is not so.
    least = max(t for t in tried if tried[t] >= max(tried.values()) - 0.005)
    print(f"{len(found)} articles, cross-validated F1 by threshold:", {t: round(v, 3) for t, v in tried.items()})
    if check:
        return
    model = fit(np.ones(len(rows), bool))
    weights = model.coef_[0] / scale
    lines = [
        "# Weights by which an article's topics are told: see press/reading/topics.py; written by python -m training.topics.",
        f"least = {least}",
        "",
        "[weights]",
        *(f'"{n}" = {w:.4f}' for n, w in zip(names, weights, strict=False)),
        "",
        "[bias]",
        *(f"{t} = {weights[len(names) + i] + model.intercept_[0]:.4f}" for i, t in enumerate(ids)),
        "",
        "[total]",
        *(f"{t} = {weights[len(names) + len(ids) + i]:.4f}" for i, t in enumerate(ids)),
    ]
    with replacing(OUT) as file:
        file.write("\n".join([*lines, ""]).encode("utf8"))


if __name__ == "__main__":
    main()
