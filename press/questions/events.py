"""Events: what happened, each once, however many outlets report it, and every report of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from press.corpus.queries import Corpus
from press.questions import listing
from press.questions.periods import During
from press.selection import Selection

#: Events of a timeline, beyond which nobody can tell its marks apart.
MOST_DRAWN = 1_500
_COLUMNS = "story_no, story_id, type, date, day::TIMESTAMP AS day, date_precision, title, actors, articles, outlets, languages, planned"
#: Around a query for numbers of events: their columns.
_TOLD = f"SELECT {_COLUMNS} FROM ({{}}) JOIN all_stories USING (story_no) ORDER BY "


def _news(background: bool) -> str:
    """SQL that holds for rows of events that are news; for all where ``background`` counts too."""
    return "TRUE" if background else "NOT background"


def _of_types(types: Sequence[str]) -> str:
    """The end of a condition that narrows events to some types; nothing where none is named."""
    return f" AND type IN ({', '.join('?' * len(types))})" if types else ""


def listed(corpus: Corpus, selection: Selection, types: tuple[str, ...] = (), background: bool = False) -> listing.Rows:
    """Events that selected articles report.

    Columns: ``story_no``, ``story_id``, ``type``, ``date`` (as :data:`press.tables.TABLES` says), ``day`` (timestamp),
    ``date_precision``, ``title`` (the sentence of the first report), ``actors``, ``articles`` and ``outlets`` (numbers, of the
    whole corpus), ``languages``, ``planned``. The latest first, then those that most outlets report; undated ones last.

    Parameters
    ----------
    types : tuple of str
        Types of event, all where it is empty.
    background : bool
        Whether events that are told as earlier context of other news alone are listed too.
    """
    news, narrow = _news(background), _of_types(types)
    order = "all_stories.day DESC NULLS LAST, outlets DESC, story_no"
    return listing.rows(
        corpus, selection, "story_no", "all_stories",
        f"story_no IN (SELECT story_no FROM article_events WHERE {news}){narrow}", types, order, around=_TOLD + order,
        counted=f"SELECT count(DISTINCT story_no) AS n FROM article_events WHERE {news}{narrow}",
    )  # fmt: skip


def timeline(
    corpus: Corpus, selection: Selection, types: tuple[str, ...], background: bool, first: date, last: date
) -> pd.DataFrame:
    """Events to draw for articles published from ``first`` to ``last``; columns as of :func:`listed`.

    Those of days from a month before ``first``, as events are reported some days after, to the second year after ``last``, as
    they are announced before: others, mostly of history, would stretch the axis out of all use. At most
    :data:`MOST_DRAWN`: those that most outlets report, which come first, then the latest.
    """
    order = "outlets DESC, all_stories.day DESC, story_no"
    found = (
        f"SELECT story_no FROM all_stories WHERE story_no IN (SELECT story_no FROM article_events WHERE {_news(background)})"
        f"{_of_types(types)} AND all_stories.day >= ? AND year(all_stories.day) <= ? ORDER BY {order} LIMIT {MOST_DRAWN}"
    )
    return corpus.sql(_TOLD.format(found) + order, selection, [*types, first - timedelta(31), last.year + 2])


def latest(corpus: Corpus, selection: Selection, most: int = 10) -> pd.DataFrame:
    """The latest events that are news, neither planned nor undated.

    Columns: ``story_id``, ``type``, ``date``, ``title``, ``outlets`` (their number). The latest first, then those that
    most outlets report.
    """
    return corpus.sql(
        "SELECT story_id, type, date, title, outlets FROM all_stories JOIN (SELECT story_no FROM all_stories WHERE date <> '' AND NOT planned "
        "AND story_no IN (SELECT story_no FROM article_events WHERE NOT background) "
        f"ORDER BY date DESC, outlets DESC, story_no LIMIT {int(most)}) USING (story_no) ORDER BY date DESC, outlets DESC, story_no",
        selection,
    )


def behind(corpus: Corpus, selection: Selection, during: During, most: int = 3) -> pd.DataFrame:
    """The events that most outlets report in a period: what is behind a peak.

    Columns: ``story_id``, ``type``, ``date``, ``title``, ``outlets`` (number of those that report it as news in the period).
    Those of the most outlets first, then the latest.
    """
    inside, values = during.condition()
    return corpus.sql(
        "SELECT st.story_id, st.type, st.date, st.title, p.outlets FROM (SELECT story_no, count(DISTINCT outlet) AS outlets, max(date) AS date "
        f"FROM article_events WHERE NOT background AND {inside} "
        f"GROUP BY story_no ORDER BY outlets DESC, date DESC, story_no LIMIT {int(most)}) p "
        "JOIN all_stories st USING (story_no) ORDER BY p.outlets DESC, st.date DESC, story_no",
        selection, values,
    )  # fmt: skip


def story(corpus: Corpus, selection: Selection, story_id: str) -> pd.DataFrame:
    """One event, a row of the table ``stories``; no row where no selected article reports it."""
    return corpus.sql("SELECT * FROM stories WHERE story_id = ?", selection, [story_id])


def reports(corpus: Corpus, selection: Selection, story_id: str) -> pd.DataFrame:
    """Every sentence that reports an event.

    Columns: ``sentence``, ``background`` (told as earlier context), ``basis`` ('parser' or 'hand'), ``article_id``,
    ``published``, ``outlet``, ``outlet_group``, ``language``, ``title``, ``url``. By language, day and outlet; undated ones
    last in their language.
    """
    return corpus.sql(
        "SELECT e.sentence, e.background, e.basis, a.article_id, a.published, a.outlet, a.outlet_group, a.language, a.title, a.url "
        "FROM events e JOIN articles a USING (article_id) WHERE e.story_id = ? "
        "ORDER BY a.language, a.published NULLS LAST, a.outlet, a.article_id, e.start",
        selection, [story_id],
    )  # fmt: skip
