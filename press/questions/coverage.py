"""Coverage: how much is written, when, and by whom."""

from __future__ import annotations

from datetime import date

import pandas as pd

from press.corpus.queries import Corpus
from press.questions import listing, periods
from press.selection import Selection
from press.tables import TABLES

#: What coverage over time can be stacked by.
STACKED = ("outlet_group", "language")


def figures(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """The headline figures: one row.

    Columns: ``articles``, ``statements``, ``events`` (each once, however many outlets report it) and ``outlets``, numbers;
    ``tone``, the mean stance toward Russia (−1 against, 1 for), NaN where nobody takes it up.
    """
    return corpus.sql(
        "SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM statements) AS statements, "
        "(SELECT count(DISTINCT story_no) FROM article_events) AS events, (SELECT count(DISTINCT outlet) FROM articles) AS outlets, "
        "(SELECT avg(stance) FROM article_stances WHERE target = 'Russia') AS tone",
        selection,
    )


def by_period(corpus: Corpus, selection: Selection, period: str, by: str) -> pd.DataFrame:
    """Dated articles by period of publication and by one of :data:`STACKED`.

    Columns: ``period`` (its first day, a timestamp), the column ``by``, ``articles`` (their number); in this order.
    """
    if by not in STACKED:
        raise ValueError(f"coverage is not stacked by “{by}”; it is by {' or '.join(STACKED)}")
    return corpus.sql(
        f"SELECT {periods.start_of(period)} AS period, {by}, count(*) AS articles FROM articles "
        f"WHERE published IS NOT NULL GROUP BY ALL ORDER BY period, {by}",
        selection,
    )


def undated(corpus: Corpus, selection: Selection) -> int:
    """Number of articles of unknown date."""
    return int(corpus.sql("SELECT count(*) AS n FROM articles WHERE published IS NULL", selection)["n"].iloc[0])


def abstracts(corpus: Corpus, selection: Selection) -> int:
    """Number of articles of which the text is an abstract."""
    return int(corpus.sql("SELECT count(*) AS n FROM articles WHERE abstract", selection)["n"].iloc[0])


def span(corpus: Corpus, selection: Selection) -> tuple[date, date]:
    """First and last day of publication; today where no article has a date."""
    row = corpus.sql("SELECT min(published) AS first, max(published) AS last FROM articles", selection).iloc[0]
    first, last = (date.today() if pd.isna(v) else pd.Timestamp(v).date() for v in row)
    return first, last


def values(corpus: Corpus, selection: Selection, column: str) -> pd.DataFrame:
    """The different values of a column of ``articles``; of lists (topics, actors) those of their items.

    Columns: ``value``, ``articles`` (their number). The most frequent first, then by value; '' is left out.

    Raises
    ------
    KeyError
        Where articles have no such column.
    """
    if column not in TABLES["articles"].names:
        raise KeyError(f"articles have no column {column}")
    source = f'unnest("{column}")' if column in ("topics", "actors") else f'"{column}"'
    return corpus.sql(
        f"SELECT value, count(*) AS articles FROM (SELECT {source} AS value FROM articles) "
        "WHERE value <> '' GROUP BY value ORDER BY articles DESC, value",
        selection,
    )


def outlets(corpus: Corpus, selection: Selection) -> listing.Rows:
    """The outlets that cover it.

    Columns: ``outlet``, ``outlet_group``, ``languages`` (list of codes), ``articles`` (their number),
    ``stance_on_russia`` (mean of the statements that it brings, −1…1, NaN where none takes up Russia). Those with the
    most articles first, then by name.
    """
    order = "articles DESC, outlet"
    return listing.rows(
        corpus, selection,
        "outlet, any_value(outlet_group) AS outlet_group, list(DISTINCT language ORDER BY language) AS languages, count(*) AS articles",
        "articles", "TRUE GROUP BY outlet", (), order, counted="SELECT count(DISTINCT outlet) AS n FROM articles",
        around="SELECT o.*, t.stance AS stance_on_russia FROM ({}) o LEFT JOIN (SELECT outlet, avg(stance) AS stance FROM article_stances "
        f"WHERE target = 'Russia' GROUP BY outlet) t USING (outlet) ORDER BY {order}",
    )  # fmt: skip


def peaks(counts: pd.DataFrame, most: int = 3, least: int = 3) -> pd.DataFrame:
    """The periods with the most articles, of what :func:`by_period` counted.

    Columns: ``period``, ``articles`` (at least ``least``), ``number`` (from 1). In the order of time, at most ``most``.
    """
    totals = counts.groupby("period", as_index=False)["articles"].sum()
    highest = totals[totals["articles"] >= least].nlargest(most, "articles")
    highest = highest.sort_values("period").reset_index(drop=True)
    return highest.assign(number=range(1, len(highest) + 1))
