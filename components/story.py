"""One event: every sentence that reports it, by language and outlet, and what is said in these articles."""

from __future__ import annotations

import streamlit as st

from press.questions import events, statements

from . import clicks, downloads, labels, lists, sources, state
from .text import escape, many


def opened(story_id: str) -> None:
    """The event, in a box that can be closed; a word where it is not in the selection."""
    story = state.ask(events.story, story_id)
    if story.empty:
        st.info(
            "The event of this link is not in the selection. Reset the filter to see it.",
            icon=":material/filter_alt_off:",
        )
        clicks.closing("story")
        return
    row = story.iloc[0]
    reports = state.ask(events.reports, story_id)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(f"{labels.event_labels()[row['type']]} · {labels.date(row['date'])}", anchor=False)
            if row["planned"]:
                st.badge("Planned", color="orange")
            clicks.closing("story")
        actors = ", ".join(escape(a) for a in row["actors"]) or "not named"
        outlets = reports["outlet"].nunique()
        st.markdown(f"Actors: {actors} · {many(outlets, 'outlet')} · {many(len(reports), 'report')}")
        for language, part in reports.groupby("language", sort=False):
            n = part["outlet"].nunique()
            st.markdown(f"**{labels.language(str(language))}** · {many(n, 'outlet')}")
            for report in part.itertuples():
                group = labels.group_labels().get(report.outlet_group, "")
                told = " · told as background" if report.background else ""
                sources.sentence(report, f" · {escape(group)}{told}{sources.by_hand(report)}")
        downloads.button(reports, "reports", "reports")
        said = state.ask(statements.in_articles, tuple(reports["article_id"].unique()))
        if said.total:
            with st.expander(f"{many(said.total, 'statement')} in these articles"):
                lists.statements(said, "story-statements")
