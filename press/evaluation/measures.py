"""Measures: how far what is found agrees with what is labelled."""

from __future__ import annotations

from collections.abc import Iterable

from press.vocabulary import TONES


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Characters that two spans share over the characters they cover together (Jaccard index)."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return max(0, high - low) / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def pairs(gold: list[dict], found: list[dict], least: float) -> list[tuple[dict, dict]]:
    """One-to-one pairs of spans, best overlap first."""
    candidates = sorted(
        ((overlap(g["span"], f["span"]), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    out = []
    for o, i, j in candidates:
        if o < least:
            break
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out.append((gold[i], found[j]))
    return out


def f1(precision: float, recall: float) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(right: int, found: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 with the number of labels."""
    p, r = right / found if found else 0.0, right / gold if gold else 0.0
    return {"precision": p, "recall": r, "f1": f1(p, r), "labels": gold}


def content_f1(pairs_of_spans: Iterable[tuple[list[tuple[int, int]], list[tuple[int, int]]]]) -> dict[str, float]:
    """Attributed content by characters: the characters inside any statement, labelled against found.

    Parameters
    ----------
    pairs_of_spans : iterable of (list of (start, end), list of (start, end))
        For each article the labelled and the found spans; spans may overlap, a character counts once.

    Returns
    -------
    dict
        ``precision``, ``recall`` and ``f1`` over all articles' characters; ``labels`` is the number of
        labelled characters. The measure of content spans in Pareti (2015) and PolNeAR, by characters.
    """
    right = found = gold = 0
    for labelled, told in pairs_of_spans:
        a, b = _union(labelled), _union(told)
        gold += sum(y - x for x, y in a)
        found += sum(y - x for x, y in b)
        i = j = 0
        while i < len(a) and j < len(b):
            right += max(0, min(a[i][1], b[j][1]) - max(a[i][0], b[j][0]))
            if a[i][1] < b[j][1]:
                i += 1
            else:
                j += 1
    return scores(right, found, gold)


def _union(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif end > start:
            out.append((start, end))
    return out


def macro_f1(labelled: Iterable[tuple[str, str]]) -> float:
    """Mean F1 of the classes that occur, from pairs (label, found)."""
    rows = list(labelled)
    values = []
    for c in TONES:
        tp = sum(g == p == c for g, p in rows)
        wrong = sum((g == c) != (p == c) for g, p in rows)
        if tp + wrong:
            values.append(2 * tp / (2 * tp + wrong))
    return sum(values) / len(values) if values else 0.0
