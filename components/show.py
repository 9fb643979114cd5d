"""Figures, cards and lists that several pages show."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from press.selection import Selection

from . import address, charts, downloads, labels, picks, state
from .text import Mark, escape, marked, original, shorten

_ABSTRACTS = (
    "Texts of the press review are abstracts written for this project of real, linked articles, or very short extracts that "
    "feeds brought; quotations stand as published."
)

#: Rows of a list that a page shows at once, and those that it shows when asked for more; its download has more.
MOST_ARTICLES, MOST_STATEMENTS, MOST_SHOWN = 20, 12, 100


def origin() -> str:
    """What the texts are, for a caption; '' where the corpus has whole articles alone."""
    found = state.query("SELECT count(*) AS n FROM articles WHERE abstract", chosen=Selection())
    return _ABSTRACTS if found["n"].iloc[0] else ""


def day_of(published: Any) -> str:
    """A day of publication as shown; 'date unknown' where there is none."""
    return "date unknown" if pd.isna(published) else f"{pd.Timestamp(published):%Y-%m-%d}"


def figure(drawn: go.Figure, rows: pd.DataFrame | state.Rows, file: str, alt: str, pick: str, note: str = "") -> None:
    """A chart with its title, what can be clicked, and the download of the rows behind it.

    The title stands outside of the drawing, where it wraps on a narrow screen. ``pick`` is the name under which a click
    is kept, see :mod:`components.picks`.
    """
    st.markdown(f"**{escape(drawn.layout.title.text)}**")
    drawn.update_layout(title=None)
    picks.chart(drawn, pick, file, alt)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        downloads.button(rows, file, file)
        if note:
            st.caption(note)


def period_choice(days: int) -> str:
    """Ask by what the charts count; the suggestion fits a span of days, another choice is kept in the address."""
    suggested = "day" if days <= 45 else "week" if days <= 200 else "month" if days <= 2200 else "year"

    def draw(**kept: Any) -> str | None:
        return st.segmented_control(
            "Count by", list(charts.PERIODS), format_func=charts.PERIODS.__getitem__, required=True, **kept
        )

    return str(address.kept("by", list(charts.PERIODS), draw, suggested))


def latest(frame: pd.DataFrame, period: str) -> tuple[pd.DataFrame, str]:
    """What of a frame can be drawn, and a note where that is not everything."""
    drawn = charts.latest_periods(frame, period)
    note = f"Drawn: the last {charts.MOST_PERIODS} {period}s. Set dates in the filter to see others."
    return drawn, note if len(drawn) < len(frame) else ""


def source(row: Any, note: str = "") -> None:
    """Where something stands: the article, to be read here, with day, outlet, language and the original."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="xsmall"):
        st.page_link(
            "pages/articles.py", label="Read", icon=":material/article:", help="Read the article here",
            query_params={"article": row.article_id},
        )  # fmt: skip
        st.caption(
            f"**{escape(row.title or 'Untitled')}** · {day_of(row.published)} · {escape(row.outlet)} · "
            f"{labels.language(row.language)}{original(row.url)}{note}"
        )


def sentence(row: Any, note: str = "") -> None:
    """A sentence of an article and where it stands."""
    with st.container(gap="xxsmall"):
        st.markdown(escape(row.sentence))
        source(row, note)


def articles(found: state.Rows, key: str) -> None:
    """A list of articles with a download of all its rows."""
    if not found.total:
        st.info("No article here. Take a condition out of the filter.", icon=":material/info:")
        return
    shown = _length(MOST_ARTICLES)
    with st.container(gap="xxsmall"):
        for row in found.first.head(shown).itertuples():
            source(row)
    _rest(found.total, shown, MOST_ARTICLES, key)
    downloads.button(found, "articles", key)


def events(frame: pd.DataFrame, most: int = 110) -> None:
    """A list of events, each with a link that opens it.

    ``frame`` has ``story_id``, ``type``, ``date``, ``title`` (shown cut at ``most``) and ``outlets``.
    """
    with st.container(gap="xxsmall"):
        for row in frame.itertuples():
            with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="xsmall"):
                st.page_link(
                    "pages/events.py", label="Open", icon=":material/event:", help="Open the event",
                    query_params={"story": row.story_id},
                )  # fmt: skip
                outlets = f" · {row.outlets:,} outlets" if row.outlets > 1 else ""
                st.caption(
                    f"{labels.date(row.date)} · **{labels.event_labels()[row.type]}** · {escape(shorten(row.title, most))}{outlets}"
                )


def tone_text(text: str, start: int, reasons: str) -> str:
    """A statement as HTML with the words that made its score marked."""
    marks = []
    for a, b, weight in json.loads(reasons or "[]"):
        marks.append(Mark(int(a), int(b), "positive" if weight > 0 else "negative", f"weight {weight:+.2f}"))
    return marked(text, marks, start)


_BADGES = {"negative": "orange", "neutral": "gray", "positive": "blue"}


def tone_badge(label: str, score: float) -> str:
    """Tone of a statement as a badge in Markdown, in the colours of the charts."""
    return f":{_BADGES[label]}-badge[{labels.TONES[label]} {score:+.2f}]"


def speaker(name: str, key: str, here: bool) -> None:
    """A speaker's name, which leads to his or her statements; ``here``: on the page Statements itself."""
    label, icon, help_ = f"**{escape(name)}**", ":material/person:", "All statements of this speaker"
    if not name:
        st.markdown("**Speaker unknown**")
    elif here:
        st.button(
            label,
            icon=icon,
            help=help_,
            key=f"speaker-{key}",
            type="tertiary",
            on_click=address.say,
            args=("speaker", name),
        )
    else:
        st.page_link("pages/statements.py", label=label, icon=icon, help=help_, query_params={"speaker": name})


def by_hand(row: Any) -> str:
    """The end of a Markdown line that says that a statement or event was corrected by a visitor."""
    return f" · :material/edit: {labels.BY_HAND}" if row.basis == "hand" else ""


def statement(row: Any, here: bool = False) -> None:
    """A statement: speaker, kind, tone with the words that made it, stance toward parties, and where it stands."""
    with st.container(border=True, gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            speaker(row.speaker, row.statement_id, here)
            about = f" · on {escape(row.about)}" if row.about else ""
            st.markdown(f"{tone_badge(row.label, row.sentiment)} {labels.KINDS[row.kind]}{about}{by_hand(row)}")
        st.html(f"<div>{tone_text(row.text, row.start, row.reasons)}</div>")
        source(row)


def statements(found: state.Rows, key: str, here: bool = False) -> None:
    """Statement cards with a download of all rows; ``here``: on the page Statements itself."""
    if not found.total:
        st.info("No statement here. Choose another kind, or widen the filter.", icon=":material/info:")
        return
    shown = _length(MOST_STATEMENTS)
    for row in found.first.head(shown).itertuples():
        statement(row, here)
    _rest(found.total, shown, MOST_STATEMENTS, key)
    downloads.button(found, "statements", key, without=["reasons"])


def _length(step: int) -> int:
    """How many rows a list shows: ``step``, or as many as the visitor has asked for, kept in the address."""
    asked = st.query_params.get("shown", "")
    return max(step, min(int(asked), MOST_SHOWN)) if asked.isdecimal() and len(asked) < 5 else step


def _rest(found: int, shown: int, step: int, key: str) -> None:
    if found <= shown:
        return
    more = "them all" if found <= state.MOST_DOWNLOADED else "more"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"The first {shown} of {found:,}; the download has {more}.")
        if shown < MOST_SHOWN:
            st.button(
                "Show more", key=f"more-{key}", icon=":material/expand_more:", type="tertiary",
                on_click=address.say, args=("shown", str(shown + 2 * step)),
            )  # fmt: skip


#: The parties that a statement takes up, the strongest stance first, of rows of ``article_stances``.
ABOUT = "string_agg(printf('%s %+.2f', target, stance), ', ' ORDER BY abs(stance) DESC, target) AS about"
STATEMENT_COLUMNS = (
    "s.statement_id, s.article_id, s.kind, s.text, s.start, s.speaker, s.cue, s.sentiment, s.label, s.reasons, s.basis, "
    "s.published, s.outlet, s.language"
)


def find_statements(where: str = "TRUE", parameters: tuple[Any, ...] = (), total: int | None = None) -> state.Rows:
    """Statements (``s``) under the visitor's selection that fulfil a condition, latest first, with their articles.

    ``total`` is their number, where it is known. The column ``about`` names the parties that a statement takes up, with its stance toward each: Russia +0.60, EU -0.25.
    """
    return state.rows(
        's.article_no, s.start, s."end"', "article_statements s", where, parameters, f"{state.latest('s')}, s.start",
        around=f"WITH i AS MATERIALIZED ({{}}), t AS (SELECT statement_id, {ABOUT} FROM all_article_stances "
        "WHERE article_no IN (SELECT article_no FROM i) GROUP BY statement_id) "
        f"SELECT {STATEMENT_COLUMNS}, coalesce(t.about, '') AS about, a.url, a.title FROM i JOIN all_article_statements s ON s.article_no = i.article_no "
        'AND s.start = i.start AND s."end" = i."end" JOIN articles a ON a.article_no = i.article_no '
        "LEFT JOIN t ON t.statement_id = s.statement_id "
        "ORDER BY s.published DESC NULLS LAST, s.article_no DESC, s.start",
    )  # fmt: skip


ARTICLE_COLUMNS = "article_id, published, outlet, outlet_group, language, title, url"


def find_articles(where: str = "TRUE", parameters: tuple[Any, ...] = ()) -> state.Rows:
    """Articles under the visitor's selection that fulfil a condition, latest first."""
    return state.rows(ARTICLE_COLUMNS, "articles", where, parameters, state.latest())
