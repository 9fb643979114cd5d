"""The dashboard's questions to a corpus, beside the same by a plain scan with pandas.

    python -m benchmarks.queries [--articles 20000 | --corpus FOLDER] [--store FOLDER] [--json FILE]

Pandas holds the columns it needs in main memory and scans them; the time in which it loads them is told apart. Each
question is asked under a selection that was not asked for before; answers are compared.
"""

from __future__ import annotations

import resource
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from benchmarks import report
from press.corpus.opening import open_corpus
from press.corpus.queries import Corpus
from press.corpus.store import Store
from press.questions import coverage, statements, topics
from press.questions.narrowing import EVERY_STATEMENT
from press.selection import Selection
from press.text.search import words_of

SELECTIONS = {
    "everything": Selection(),
    "a year": Selection(start=date(2024, 1, 1), end=date(2024, 12, 31)),
    "a language": Selection(languages=("sr",)),
    "a topic": Selection(topics=("gas",)),
    "a person": Selection(actors=("Vladimir Putin",)),
    "a word": Selection(words="vucic"),
    "two words": Selection(words="gas moskva"),
}
#: Questions as the dashboard asks them, and the column that counts.
QUESTIONS: dict[str, tuple[Callable[..., pd.DataFrame], tuple[Any, ...], str]] = {
    "articles by month and group": (coverage.by_period, ("month", "outlet_group"), "articles"),
    "statements by month and tone": (statements.tone_by_period, (EVERY_STATEMENT, "month"), "statements"),
    "stances by group of outlets and party": (statements.stance_by_group, (), "statements"),
    "topics by group of outlets": (topics.by_group, (), "articles"),
}
COLUMNS = {
    "articles": ["article_id", "published", "language", "outlet_group", "topics", "actors", "title", "text"],
    "statements": ["article_id", "label"],
    "stances": ["article_id", "target"],
}


class Scan:
    """The same questions by pandas: every one scans whole columns."""

    def __init__(self, folder: Path) -> None:
        store = Store(folder)
        parts = store.manifest().parts
        self.frames = {
            table: pd.concat([pq.read_table(store.path(p, table), columns=columns).to_pandas() for p in parts], ignore_index=True)
            for table, columns in COLUMNS.items()
        }  # fmt: skip
        articles = self.frames["articles"]
        texts = articles.pop("title") + "\n" + articles.pop("text")
        # Words are searched in texts folded before; above a hundred thousand articles that takes too long.
        articles["folded"] = [" " + " ".join(words_of(t)) for t in texts] if len(texts) <= 100_000 else None
        self.frames["articles"]["published"] = pd.to_datetime(self.frames["articles"]["published"])

    @property
    def searches(self) -> bool:
        """Whether words can be searched."""
        return bool(self.frames["articles"]["folded"].notna().all())

    def selected(self, s: Selection) -> pd.DataFrame:
        """The articles of a selection."""
        articles = self.frames["articles"]
        keep = pd.Series(True, index=articles.index)
        if s.start:
            keep &= articles["published"] >= pd.Timestamp(s.start)
        if s.end:
            keep &= articles["published"] <= pd.Timestamp(s.end)
        if s.languages:
            keep &= articles["language"].isin(s.languages)
        for column, values in (("topics", s.topics), ("actors", s.actors)):
            if values:
                keep &= articles[column].map(lambda own, values=values: any(v in own for v in values))
        if s.words:
            for word in words_of(s.words):
                keep &= articles["folded"].str.contains(f" {word}", regex=False)
        return articles[keep]

    def ask(self, question: str, s: Selection) -> int:
        """The number of all that a question counts."""
        articles = self.selected(s)
        if question == "topics by group of outlets":
            topics = articles[["outlet_group", "topics"]].explode("topics").dropna()
            return int(topics.groupby(["topics", "outlet_group"]).size().sum())
        months = articles["published"].dt.to_period("M")
        if question == "articles by month and group":
            return int(articles.groupby([months, "outlet_group"]).size().sum())
        statements = self.frames["statements"]
        statements = statements[statements["article_id"].isin(articles["article_id"])]
        if question == "statements by month and tone":
            joined = statements.merge(articles[["article_id", "published"]], on="article_id")
            return int(joined.groupby([joined["published"].dt.to_period("M"), "label"]).size().sum())
        joined = self.frames["stances"].merge(articles[["article_id", "outlet_group"]], on="article_id")
        return int(joined.groupby(["outlet_group", "target"]).size().sum())


def timed(call: Callable[..., Any], *arguments: Any) -> tuple[float, Any]:
    """Seconds of a call, and what it returns."""
    start = perf_counter()
    result = call(*arguments)
    return perf_counter() - start, result


def measure(corpus: Corpus, scan: Scan | None) -> list[dict[str, Any]]:
    """A row for each selection and question."""
    rows = []
    for name, selection in SELECTIONS.items():
        articles, (chosen, _) = timed(corpus.count, selection)
        rows.append({"selection": name, "question": "number of articles", "articles": chosen, "ms": articles * 1000, "pandas ms": float("nan"), "times": float("nan")})  # fmt: skip
        for question, (ask, arguments, counts) in QUESTIONS.items():
            seconds, frame = timed(ask, corpus, selection, *arguments)
            row = {"selection": name, "question": question, "articles": chosen, "ms": seconds * 1000}
            if scan is not None and (not selection.words or scan.searches):
                slow, total = timed(scan.ask, question, selection)
                if total != frame[counts].sum():
                    raise RuntimeError(f"{name}, {question}: {frame[counts].sum()}, pandas says {total}")
                row |= {"pandas ms": slow * 1000, "times": slow / seconds}
            elif scan is not None:
                row |= {"pandas ms": float("nan"), "times": float("nan")}
            rows.append(row)
    return rows


def main() -> None:
    """Print all figures."""
    parser = report.arguments(__doc__)
    parser.add_argument("--articles", type=int, default=20_000, help="size of the corpus (default 20000)")
    parser.add_argument("--corpus", type=Path, help="folder of a corpus that is there already")
    parser.add_argument("--store", type=Path, help="folder of indexes, to keep the corpus's")
    parser.add_argument("--no-pandas", action="store_true", help="leave the scans out")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = options.corpus or Path(name) / "corpus"
        if options.corpus is None:
            from benchmarks.make_corpus import make

            make(folder, options.articles)
        seconds, corpus = timed(lambda: open_corpus(folder, options.store or Path(name) / "store"))
        again, corpus = timed(lambda: open_corpus(folder, options.store or Path(name) / "store"))
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows = measure(corpus, None)
        asked = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        load: Any = "–"
        if not options.no_pandas:
            load, scan = timed(lambda: Scan(folder))
            corpus = open_corpus(folder, options.store or Path(name) / "store")  # with nothing kept
            rows = measure(corpus, scan)
        report.show(
            f"Questions to {corpus.count()[1]:,} articles",
            [{k: r[k] for k in rows[1] if k in r} for r in rows],
            options.json,
        )
        report.show(
            "Opening",
            [{"first opening, s": seconds, "again, s": again, "pandas loads, s": load, "memory when open, MB": held, "after the questions, MB": asked}],
            options.json,
        )  # fmt: skip


if __name__ == "__main__":
    main()
