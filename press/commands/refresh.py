"""``python -m press refresh``: new articles about Serbia and Russia from the feeds."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from press.gather.feeds import FEEDS, FeedError, load
from press.gather.press_review import append, known_addresses
from press.gather.refresh import Outcome, refresh
from press.gather.state import STATE, State
from press.gather.visitor import Visitor
from press.vocabulary import ROOT


@dataclass
class Report:
    """Counts of a run by feed, with the reasons of refusals."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    reasons: dict[str, Counter[str]] = field(default_factory=dict)
    failed: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count what became of an entry or of a whole feed."""
        name = outcome.feed.name
        self.counts.setdefault(name, Counter())[outcome.what] += 1
        if outcome.what == "refused":
            self.reasons.setdefault(name, Counter())[outcome.why] += 1
            self.failed += outcome.url == outcome.feed.address

    def table(self) -> str:
        """The report as text: a line for each outlet, then why what was refused."""
        columns = ("new", "known", "other", "refused")
        width = max((len(name) for name in self.counts), default=4)
        lines = [f"{'outlet':<{width}}" + "".join(f"{c:>9}" for c in columns)]
        for name, counts in self.counts.items():
            lines.append(f"{name:<{width}}" + "".join(f"{counts[c]:>9}" for c in columns))
            lines += [f"  {n} × {why}" for why, n in self.reasons.get(name, Counter()).most_common(5)]
        total = sum((Counter(c) for c in self.counts.values()), Counter())
        lines.append(f"{'in all':<{width}}" + "".join(f"{total[c]:>9}" for c in columns))
        return "\n".join(lines)


def add_arguments(commands: Any) -> None:
    """Declare the command."""
    p = commands.add_parser(
        "refresh",
        help="read feeds and add new articles about Serbia and Russia to the press review",
        description="Reads the feeds of a TOML file politely (conditional requests, robots.txt, a pause between two requests to "
        "one host), keeps articles about Serbia and Russia and adds their metadata with a very short extract to the "
        "files of a folder. Feeds that cannot be read are named in the table at the end and stop no other.",
    )
    p.add_argument("--feeds", type=Path, default=FEEDS, metavar="FILE", help="TOML file (default: data/feeds.toml)")
    p.add_argument(
        "--articles", type=Path, default=ROOT / "data" / "articles", metavar="DIR",
        help="folder of JSON Lines files (default: data/articles)",
    )  # fmt: skip
    p.add_argument("--corpus", metavar="DIR", help="also bring the new articles into this corpus, as ingest does")
    p.add_argument("--state", type=Path, default=STATE, metavar="FILE", help="what is remembered between runs")
    p.add_argument("--minutes", type=float, default=20, metavar="N", help="time for all requests (default: 20)")
    p.add_argument("--dry-run", action="store_true", help="fetch and print what would be added, write nothing")
    p.set_defaults(run=run)


def run(options: argparse.Namespace, visitor: Visitor | None = None) -> int:
    """Read the feeds and add what is new; 1 where no feed at all could be read."""
    try:
        feeds = load(options.feeds)
    except FeedError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    today = datetime.now(UTC).date()
    state = State(None if options.dry_run else options.state)
    report, new = Report(), []
    outcomes = refresh(
        feeds, known_addresses(options.articles), state, visitor or Visitor(), today=today,
        end=time.monotonic() + options.minutes * 60,
    )  # fmt: skip
    try:
        for outcome in outcomes:
            report.add(outcome)
            if outcome.article is not None:
                new.append(outcome.article)
                print(f"new: {outcome.article.outlet}: {outcome.article.title} <{outcome.url}>", file=sys.stderr)
    finally:
        # Also after Ctrl-C: what was fetched is kept, articles before the memory of them.
        if not options.dry_run:
            append(new, options.articles)
            if options.corpus and new:
                from press.ingest.job import ingest

                ingest(new, options.corpus)
            state.save(today)
    print(report.table())
    return 1 if feeds and report.failed == len(feeds) else 0
