"""Articles: lists of them, and all that was read in one.

What belongs to one article is asked by its identifier alone: it is shown whether it is selected or not.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from press.corpus.queries import Corpus
from press.questions import listing
from press.questions.narrowing import EVERY_ARTICLE, Articles
from press.questions.statements import ABOUT
from press.selection import Selection
from press.tables import TABLES

_COLUMNS = ("article_id", "published", "outlet", "outlet_group", "language", "title", "url")


def listed(
    corpus: Corpus, selection: Selection, narrowing: Articles = EVERY_ARTICLE, more: tuple[str, ...] = ()
) -> listing.Rows:
    """The articles that fulfil a narrowing.

    Columns: ``article_id``, ``published``, ``outlet``, ``outlet_group``, ``language``, ``title``, ``url``, and ``more`` columns of
    the table ``articles``. The latest first, undated ones last.

    Raises
    ------
    KeyError
        Where articles have no such column.
    """
    for column in more:
        if column not in TABLES["articles"].names:
            raise KeyError(f"articles have no column {column}")
    where, values = narrowing.condition()
    columns = ", ".join(f'"{c}"' for c in (*_COLUMNS, *more))
    return listing.rows(corpus, selection, columns, "articles", where, values, corpus.latest())


def article(corpus: Corpus, article_id: str) -> dict[str, Any] | None:
    """One article with all columns of the table ``articles``; None where there is none."""
    columns = ", ".join(f'"{c}"' for c in TABLES["articles"].names)
    found = corpus.sql(f"SELECT {columns} FROM articles WHERE article_id = ?", None, [article_id])
    return None if found.empty else found.iloc[0].to_dict()


def statements_of(corpus: Corpus, article_id: str) -> pd.DataFrame:
    """The statements of an article: columns of the table ``statements``, in the order of the text."""
    return _of(corpus, "statements", article_id)


def mentions_of(corpus: Corpus, article_id: str) -> pd.DataFrame:
    """The actors and topics named in an article: columns of the table ``mentions``, in the order of the text."""
    return _of(corpus, "mentions", article_id)


def events_of(corpus: Corpus, article_id: str) -> pd.DataFrame:
    """The events that an article reports: columns of the table ``events``, in the order of the text."""
    return _of(corpus, "events", article_id)


def _of(corpus: Corpus, table: str, article_id: str) -> pd.DataFrame:
    columns = ", ".join(f'"{c}"' for c in TABLES[table].names)
    return corpus.sql(
        f"SELECT {columns} FROM all_article_{table} WHERE article_no = (SELECT article_no FROM articles WHERE article_id = ?) ORDER BY start",
        None, [article_id],
    )  # fmt: skip


def stances_of(corpus: Corpus, article_id: str) -> pd.DataFrame:
    """The stance of an article's statements toward parties.

    Columns: ``target``, ``label`` ('negative', 'neutral', 'positive'), and of the statement ``text``, ``start``, ``end``
    (characters of the article's text). In the order of the text, then by target.
    """
    return corpus.sql(
        'SELECT t.target, t.label, s.text, s.start, s."end" FROM all_stances t JOIN all_statements s USING (statement_id) '
        "WHERE s.article_id = ? ORDER BY s.start, t.target",
        None, [article_id],
    )  # fmt: skip


def parties_of(corpus: Corpus, article_id: str) -> pd.DataFrame:
    """The parties that an article's statements take up.

    Columns: ``statement_id``, ``about`` (as of :func:`press.questions.statements.listed`); a row for each statement that takes
    up a party, by its identifier.
    """
    return corpus.sql(
        f"SELECT statement_id, {ABOUT} FROM all_article_stances "
        "WHERE article_no = (SELECT article_no FROM articles WHERE article_id = ?) GROUP BY statement_id ORDER BY statement_id",
        None, [article_id],
    )  # fmt: skip
