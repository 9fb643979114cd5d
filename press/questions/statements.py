"""Statements: how many, in what tone, toward whom, by whom; and the statements themselves."""

from __future__ import annotations

import pandas as pd

from press.corpus.queries import Corpus
from press.questions import listing, periods
from press.questions.narrowing import EVERY_STATEMENT, Statements
from press.selection import Selection

#: SQL that names the parties that a statement takes up, the strongest stance first, of its rows of ``article_stances``.
ABOUT = "string_agg(printf('%s %+.2f', target, stance), ', ' ORDER BY abs(stance) DESC, target) AS about"
_COLUMNS = (
    "s.statement_id, s.article_id, s.kind, s.text, s.start, s.speaker, s.cue, s.sentiment, s.label, s.reasons, s.basis, "
    "s.published, s.outlet, s.language"
)


def figures(corpus: Corpus, selection: Selection, narrowing: Statements) -> pd.DataFrame:
    """The headline figures of the statements: one row.

    Columns: ``n`` (statements), ``articles``, ``outlets`` (numbers); ``tone``, the mean sentiment (−1…1); ``stance``, the mean
    stance toward the narrowing's party, toward Russia where it has none (−1…1). Means are NaN of nothing.
    """
    where, values = narrowing.condition()
    of_stances, same = narrowing.condition(stances=True)
    return corpus.sql(
        "SELECT count(*) AS n, count(DISTINCT s.article_no) AS articles, count(DISTINCT s.outlet) AS outlets, avg(s.sentiment) AS tone, "
        f"(SELECT avg(s.stance) FROM article_stances s WHERE {of_stances} AND s.target = ?) AS stance "
        f"FROM article_statements s WHERE {where}",
        selection, [*same, narrowing.target or "Russia", *values],
    )  # fmt: skip


def tone_by_period(corpus: Corpus, selection: Selection, narrowing: Statements, period: str) -> pd.DataFrame:
    """Dated statements by period of publication and tone.

    Columns: ``period`` (its first day, a timestamp), ``label`` ('negative', 'neutral', 'positive'), ``statements`` (their
    number), ``tone`` (their mean sentiment, −1…1). By period and label.
    """
    where, values = narrowing.condition()
    return corpus.sql(
        f"SELECT {periods.start_of(period, 's.')} AS period, s.label, count(*) AS statements, avg(s.sentiment) AS tone "
        f"FROM article_statements s WHERE {where} AND s.published IS NOT NULL GROUP BY ALL ORDER BY period, label",
        selection, values,
    )  # fmt: skip


def mean_tone(tones: pd.DataFrame) -> pd.DataFrame:
    """The mean over all labels of what :func:`tone_by_period` counted.

    Columns: ``period``, ``tone`` (−1…1), ``statements``. In the order of time.
    """
    sums = tones.assign(tone=tones["tone"] * tones["statements"])
    sums = sums.groupby("period", as_index=False)[["tone", "statements"]].sum()
    return sums.assign(tone=sums["tone"] / sums["statements"])


def _by(narrowing: Statements, speakers: tuple[str, ...], stances: bool = False) -> tuple[str, list[str]]:
    where, values = narrowing.condition(stances)
    if not speakers:
        return "FALSE", []
    return f"{where} AND s.speaker IN ({', '.join('?' * len(speakers))})", [*values, *speakers]


def tone_by_speaker(
    corpus: Corpus, selection: Selection, narrowing: Statements, speakers: tuple[str, ...]
) -> pd.DataFrame:
    """Statements of some speakers by tone.

    Columns: ``speaker``, ``label``, ``statements`` (their number), ``tone`` (their mean sentiment, −1…1). By speaker and label.
    """
    where, values = _by(narrowing, speakers)
    return corpus.sql(
        "SELECT s.speaker, s.label, count(*) AS statements, avg(s.sentiment) AS tone FROM article_statements s "
        f"WHERE {where} GROUP BY ALL ORDER BY ALL",
        selection, values,
    )  # fmt: skip


def stance_by_speaker(
    corpus: Corpus, selection: Selection, narrowing: Statements, speakers: tuple[str, ...]
) -> pd.DataFrame:
    """Stance of some speakers toward the parties that they take up.

    Columns: ``speaker``, ``target``, ``stance`` (mean, −1 against, 1 for), ``statements`` (number behind it). By speaker and
    target.
    """
    where, values = _by(narrowing, speakers, stances=True)
    return corpus.sql(
        "SELECT s.speaker, s.target, avg(s.stance) AS stance, count(*) AS statements FROM article_stances s "
        f"WHERE {where} GROUP BY ALL ORDER BY ALL",
        selection, values,
    )  # fmt: skip


def stance_by_group(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """Stance toward the parties, of what each group of outlets reports as said.

    Columns: ``outlet_group``, ``target``, ``stance`` (mean, −1 against, 1 for), ``statements`` (number behind it). By group and
    target.
    """
    return corpus.sql(
        "SELECT outlet_group, target, avg(stance) AS stance, count(*) AS statements FROM article_stances "
        "GROUP BY ALL ORDER BY outlet_group, target",
        selection,
    )


def by_topic(corpus: Corpus, selection: Selection, narrowing: Statements, most: int = 12) -> pd.DataFrame:
    """Statements by topic of the article they stand in.

    Columns: ``topic``, ``statements`` (their number; one counts with every topic of its article). The most frequent first,
    then by topic.
    """
    where, values = narrowing.condition()
    return corpus.sql(
        "SELECT t.topic, count(*) AS statements FROM article_statements s JOIN article_topics t USING (article_no) "
        f"WHERE {where} GROUP BY ALL ORDER BY statements DESC, topic LIMIT {int(most)}",
        selection, values,
    )  # fmt: skip


def listed(
    corpus: Corpus, selection: Selection, narrowing: Statements, clicked: Statements = EVERY_STATEMENT,
    total: int | None = None,
) -> listing.Rows:  # fmt: skip
    """The statements that fulfil a narrowing, and what was clicked.

    Columns: ``statement_id``, ``article_id``, ``kind``, ``text``, ``start`` (characters of the article's text), ``speaker``,
    ``cue``, ``sentiment``, ``label``, ``reasons``, ``basis``, ``published``, ``outlet``, ``language`` as :data:`press.tables.TABLES`
    says; ``about``, the parties that it takes up with its stance toward each ('Russia +0.60, EU -0.25'), the strongest
    first; the article's ``url`` and ``title``. Those of the latest articles first, then in the order of the text.

    Parameters
    ----------
    total : int, optional
        Their number, where it is known.
    """
    (one, values), (other, more) = narrowing.condition(), clicked.condition()
    return _listed(corpus, selection, f"{one} AND {other}", [*values, *more], total)


def in_articles(corpus: Corpus, selection: Selection, article_ids: tuple[str, ...]) -> listing.Rows:
    """The statements of some articles; columns and order as of :func:`listed`."""
    return _listed(corpus, selection, "list_contains(?, s.article_id)", [article_ids], None)


def _listed(corpus: Corpus, selection: Selection, where: str, values: list[object], total: int | None) -> listing.Rows:
    return listing.rows(
        corpus, selection,
        's.article_no, s.start, s."end"', "article_statements s", where, values, f"{corpus.latest('s')}, s.start",
        around=f"WITH i AS MATERIALIZED ({{}}), t AS (SELECT statement_id, {ABOUT} FROM all_article_stances "
        "WHERE article_no IN (SELECT article_no FROM i) GROUP BY statement_id) "
        f"SELECT {_COLUMNS}, coalesce(t.about, '') AS about, a.url, a.title FROM i JOIN all_article_statements s ON s.article_no = i.article_no "
        'AND s.start = i.start AND s."end" = i."end" JOIN articles a ON a.article_no = i.article_no '
        "LEFT JOIN t ON t.statement_id = s.statement_id "
        "ORDER BY s.published DESC NULLS LAST, s.article_no DESC, s.start",
        total=total,
    )  # fmt: skip
