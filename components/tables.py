"""Tables of which a row can be clicked: people, outlets, events, articles."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from press.questions.listing import Rows

from . import clicks, labels, sources
from .text import many


def quoted(frame: pd.DataFrame) -> None:
    """The most quoted speakers, see :func:`press.questions.people.most_quoted`; a click picks the speaker."""
    column = st.column_config
    clicks.table(
        frame, frame["speaker"], "speaker-of", "quoted",
        "Table of the most quoted speakers with the number of their statements, mean tone and number of outlets",
        height=420 if len(frame) > 10 else "content",
        column_config={
            "speaker": column.TextColumn("Speaker", width="medium"),
            "statements": column.ProgressColumn("Statements", format="localized", width="small", min_value=0, max_value=int(frame["statements"].max())),
            "tone": column.NumberColumn("Mean tone", format="%+.2f", width="small", help="From −1, negative, to 1, positive"),
            "outlets": column.NumberColumn("Outlets", width="small", format="localized"),
        },
    )  # fmt: skip


def outlets(frame: pd.DataFrame) -> None:
    """Outlets, see :func:`press.questions.coverage.outlets`; a click picks the outlet."""
    column = st.column_config
    clicks.table(
        frame.assign(
            outlet_group=frame["outlet_group"].map(labels.group_labels()),
            languages=_languages(frame["languages"]),
        ),
        frame["outlet"], "outlet-of", "covering",
        "Table of the outlets with their group, languages, number of articles and mean stance on Russia",
        height=420 if len(frame) > 11 else "content",
        column_order=["outlet", "articles", "stance_on_russia", "languages", "outlet_group"],
        column_config={
            "outlet": column.TextColumn("Outlet", width="medium"),
            "outlet_group": column.TextColumn("Group", width="medium"),
            "languages": column.ListColumn("Languages", width="medium"),
            "articles": column.ProgressColumn("Articles", format="localized", width="small", min_value=0, max_value=int(frame["articles"].max())),
            "stance_on_russia": column.NumberColumn("Stance on Russia", format="%+.2f", width="small", help="Mean stance of the statements that it brings, from −1, against, to 1, for"),
        },
    )  # fmt: skip


def events(found: Rows) -> None:
    """Events with their number, see :func:`press.questions.events.listed`; a click picks the event."""
    listed, column = found.first, st.column_config
    frame = listed[["date", "type", "title", "actors", "outlets", "languages", "planned"]].assign(
        languages=_languages(listed["languages"]),
        type=listed["type"].map(labels.event_labels()),
        date=listed["date"].map(labels.date),
        planned=listed["planned"].map({True: "planned", False: ""}),
    )
    st.markdown(f"**{many(found.total, 'event')}**{_first_of(found)}")
    clicks.table(
        frame, listed["story_id"], "story", "story-table",
        "Table of the events with date, type, first report, actors, number of outlets and languages", height=360 if len(listed) > 9 else "content",
        column_config={
            "date": column.TextColumn("Date", width=95), "type": column.TextColumn("Type", width=105),
            "title": column.TextColumn("First report", width=300), "actors": column.ListColumn("Actors", width=165),
            "outlets": column.NumberColumn("Outlets", width=65, format="localized"),
            "languages": column.ListColumn("Languages", width=120), "planned": column.TextColumn("Planned", width=75),
        },
    )  # fmt: skip


def articles(found: Rows, note: str) -> None:
    """Articles with their number and a note on them, see :func:`press.questions.articles.listed`; a click picks the article.

    Besides the columns that are always there it takes ``topics`` and ``words``.
    """
    listed, column = found.first, st.column_config
    frame = listed[["published", "outlet", "title", "language", "outlet_group", "topics", "words"]].assign(
        published=listed["published"].map(sources.day_of),
        outlet_group=listed["outlet_group"].map(labels.group_labels()),
        language=listed["language"].map(labels.language),
        topics=[[labels.topic_labels().get(t, t) for t in ts] for ts in listed["topics"]],
    )
    st.markdown(f"**{many(found.total, 'article')}**{note}{_first_of(found)}")
    clicks.table(
        frame, listed["article_id"], "article", "articles-table",
        "Table of the selected articles with day, outlet, title, language, group, topics and length", height=420 if len(listed) > 11 else "content",
        column_config={
            "published": column.TextColumn("Published", width=105), "outlet": column.TextColumn("Outlet", width=130),
            "outlet_group": column.TextColumn("Group", width=120), "language": column.TextColumn("Language", width=85),
            "title": column.TextColumn("Title", width="large"), "topics": column.ListColumn("Topics", width="medium"),
            "words": column.NumberColumn("Words", width=65, format="localized"),
        },
    )  # fmt: skip


def _languages(codes: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[labels.language(code) for code in of_one] for of_one in codes]


def _first_of(found: Rows) -> str:
    listed = len(found.first)
    return f", the first {listed} are listed" if found.total > listed else ""
