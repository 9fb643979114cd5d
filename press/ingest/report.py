"""What became of the items of an ingest, and how far it is."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

from press.readers import Refusal

#: Refusals and notices of which the words are kept.
KEPT_REFUSALS = 1_000


@dataclass(slots=True)
class Report:
    """What became of the items of an ingest.

    Attributes
    ----------
    added, updated : int
        Articles that are new, and articles of a known address whose content has changed (or that another
        version of the parser had read).
    duplicates : int
        Articles whose address is there already, with the same content or a newer version.
    refused : int
        Items that cannot be read.
    refusals : list of Refusal
        The first thousand of them, with file, line, field and problem.
    interrupted : bool
    """

    added: int = 0
    updated: int = 0
    duplicates: int = 0
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    interrupted: bool = False

    @property
    def items(self) -> int:
        """All items so far."""
        return self.added + self.updated + self.duplicates + self.refused

    def refuse(self, refusal: Refusal) -> None:
        """Count a refused item."""
        self.refused += 1
        if len(self.refusals) < KEPT_REFUSALS:
            self.refusals.append(refusal)

    def table(self) -> str:
        """The report as text: a line for each outcome, the reasons of refusals below."""
        rows = [
            ("added", self.added, ""),
            ("updated", self.updated, ""),
            ("duplicates", self.duplicates, "their address is there, with this content or a newer one" * bool(self.duplicates)),
            ("refused", self.refused, ""),
        ]  # fmt: skip
        reasons = Counter((f"“{r.field}” " if r.field else "") + r.problem for r in self.refusals)
        rows += [("", n, reason) for reason, n in reasons.most_common(20)]
        width = max(len(f"{n:,}") for _, n, _ in rows)
        return "\n".join(f"{name:<11}{n:>{width},}  {note}".rstrip() for name, n, note in rows)


#: Called with the report as it stands.
Progress = Callable[[Report], None]


class Reading(Protocol):
    """What is being read: bytes so far, and bytes in all."""

    done: int
    total: int


class Bar:
    """A progress bar on standard error; on anything but a terminal a line every half minute."""

    def __init__(self, sources: Reading) -> None:
        self.sources = sources
        self.terminal = sys.stderr.isatty()
        self.every = 0.2 if self.terminal else 30.0
        self.last = self.start = monotonic()

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self.terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def __call__(self, report: Report) -> None:
        """Show how far the reading is, if some time has passed."""
        now = monotonic()
        if now - self.last < self.every:
            return
        self.last = now
        share = self.sources.done / max(1, self.sources.total)
        line = f"{share:4.0%} · {report.items:,} read · {report.added:,} added · {report.items / (now - self.start):,.0f} a second"
        if self.terminal:
            filled = round(30 * share)
            print(f"\r\x1b[K[{'#' * filled}{'.' * (30 - filled)}] {line}", end="", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)
