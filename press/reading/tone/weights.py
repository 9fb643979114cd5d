"""Weights of the models of tone and stance: multinomial logistic regressions learned by ``training/sentiment.py``."""

from __future__ import annotations

from press.vocabulary import FOLDER


class Group:
    """Features that share a value, by name; ``row`` remembers the sum of their weights."""

    __slots__ = ("names", "row")

    def __init__(self, *names: str) -> None:
        self.names = names
        self.row: tuple[float, ...] = ()


class Weights:
    """Weights learned: for each feature one number a class, read from a tab-separated file.

    The first line names the classes; the row ``(bias)`` holds what stands before any feature.
    """

    def __init__(self, name: str) -> None:
        lines = (FOLDER / "tone" / f"{name}.tsv").read_text(encoding="utf8").splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        self.classes = tuple(rows[0][1:])
        self.rows = {row[0]: tuple(map(float, row[1:])) for row in rows[1:]}
        self.bias = self.rows.pop("(bias)")

    def of(self, group: Group) -> tuple[float, ...]:
        """Sum of the weights of features that go together, kept in the group for the next time."""
        nothing = (0.0,) * len(self.classes)
        group.row = tuple(map(sum, zip(nothing, *(self.rows.get(n, nothing) for n in group.names), strict=True)))
        return group.row
