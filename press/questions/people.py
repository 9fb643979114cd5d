"""People: who is quoted, and how often."""

from __future__ import annotations

import pandas as pd

from press.corpus.queries import Corpus
from press.questions.narrowing import EVERY_STATEMENT, Statements
from press.selection import Selection

#: Speakers with a name: people and bodies, none that is only described ("a diplomat").
_NAMED = "speaker_kind NOT IN ('', 'described', 'group')"


def speakers(
    corpus: Corpus, selection: Selection, narrowing: Statements = EVERY_STATEMENT, most: int = 1_000
) -> pd.DataFrame:
    """The most quoted people and bodies.

    Columns: ``speaker``, ``n`` (number of statements that fulfil the narrowing). The most quoted first, then by name;
    speakers who are unknown or only described are left out.
    """
    where, values = narrowing.condition()
    return corpus.sql(
        f"SELECT s.speaker, count(*) AS n FROM article_statements s WHERE {where} AND s.{_NAMED} "
        f"GROUP BY s.speaker ORDER BY n DESC, s.speaker LIMIT {int(most)}",
        selection, values,
    )  # fmt: skip


def most_quoted(corpus: Corpus, selection: Selection, most: int = 15) -> pd.DataFrame:
    """The most quoted people and bodies with their tone and reach.

    Columns: ``speaker``, ``statements`` (their number), ``tone`` (mean sentiment, −1…1), ``outlets`` (number of those that
    quote). The most quoted first, then by name.
    """
    return corpus.sql(
        "SELECT speaker, count(*) AS statements, avg(sentiment) AS tone, count(DISTINCT outlet) AS outlets "
        f"FROM article_statements WHERE {_NAMED} GROUP BY speaker ORDER BY statements DESC, speaker LIMIT {int(most)}",
        selection,
    )


def country(corpus: Corpus, selection: Selection, speaker: str) -> str:
    """The country that a speaker speaks for, its ISO 3166-1 alpha-2 code; '' where it is unknown or nobody is quoted so."""
    found = corpus.sql(
        "SELECT coalesce(max(speaker_country), '') AS country FROM statements WHERE speaker = ?", selection, [speaker]
    )
    return str(found["country"].iloc[0])
