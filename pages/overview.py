"""Overview: how much coverage, its peaks, the latest events, the most quoted people, and who covers it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import (
    address,
    charts,
    clicks,
    downloads,
    figures,
    filters,
    headline,
    lists,
    periods,
    sources,
    state,
    tables,
)
from components.text import escape, many
from press.questions import articles, coverage, events, people
from press.questions.narrowing import Articles
from press.questions.periods import During

STACKED = {"outlet_group": "Group of outlets", "language": "Language"}

chosen = filters.headline("Overview")
first, last = state.ask_under(state.EVERYTHING, coverage.span)
start, end = chosen.start or first, chosen.end or last

# -- figures against the period before ------------------------------------------------------------
before = replace(chosen, end=end).before() if chosen.start else None
then = state.ask_under(before, coverage.figures).iloc[0] if before else None
headline.coverage(state.ask(coverage.figures).iloc[0], then, before)

# -- coverage over time ---------------------------------------------------------------------------
with st.container(horizontal=True, gap="medium"):
    period = periods.choice(start, end)
    by = address.kept(
        "stack", list(STACKED),
        lambda **kept: st.segmented_control(
            "Stacked by", list(STACKED), format_func=STACKED.__getitem__, required=True, **kept
        ),
        "outlet_group",
    )  # fmt: skip
counts = state.ask(coverage.by_period, period, by)
undated = state.ask(coverage.undated)
if counts.empty:
    st.info("All these articles are of unknown date; find them on the page Articles.", icon=":material/event_busy:")
else:
    drawn, note = periods.drawable(counts, period)
    if undated:
        note = f"Not in this chart, of unknown date: {many(undated, 'article')}. {note}"
    peaks = coverage.peaks(drawn)
    highest = drawn.groupby("period")["articles"].sum().max()
    figures.figure(
        charts.coverage(drawn, period, peaks, by), counts, "coverage",
        f"Bar chart of articles by {period}, stacked by {STACKED[by].lower()}; the highest {period} has {highest:,}.",
        "period", note or "Click a bar to list its articles.",
    )  # fmt: skip
    if picked := clicks.one("period"):
        day = periods.day(picked)
        if day is None:
            st.info("The period of this link is not a date.")
        else:
            with st.container(border=True):
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.subheader(f"Articles of {periods.name(day, period)}", anchor=False)
                    clicks.closing("period")
                lists.articles(state.ask(articles.listed, Articles(during=During(period, day))), "period-articles")
    if len(peaks):
        with st.expander("What is behind the peaks", expanded=True):
            for peak in peaks.itertuples():
                behind = state.ask(events.behind, During(period, peak.period.date()))
                telling = behind[behind["outlets"] > 1]
                if telling.empty:
                    telling = behind.head(1)
                name = f"**{peak.number}** · {periods.name(peak.period, period)} · {many(peak.articles, 'article')}"
                st.markdown(name + ("" if len(telling) else ": no single event stands out"))
                lists.events(telling)

# -- events and people ----------------------------------------------------------------------------
left, right = st.columns(2, gap="large")
with left:
    st.subheader("Latest events", anchor=False)
    latest = state.ask(events.latest)
    if latest.empty:
        st.info("No dated event in this selection. Widen the filter.", icon=":material/event_busy:")
    else:
        lists.events(latest, 90)
        downloads.button(latest, "latest-events", "latest")
with right:
    st.subheader("Most quoted", anchor=False)
    quoted = state.ask(people.most_quoted)
    if quoted.empty:
        st.info("Nobody is quoted in this selection. Widen the filter.", icon=":material/person_off:")
    else:
        tables.quoted(quoted)
        name = clicks.one("speaker-of")
        with st.container(horizontal=True, vertical_alignment="center"):
            downloads.button(quoted, "most-quoted", "quoted")
            if name:
                st.page_link(
                    "pages/statements.py", label=f"Statements of {escape(name)}", icon=":material/format_quote:",
                    query_params={"speaker": name},
                )  # fmt: skip
            else:
                st.caption("Select a row to go to the speaker's statements.")

# -- who covers it --------------------------------------------------------------------------------
st.subheader("Outlets", anchor="outlets")
outlets = state.ask(coverage.outlets)
listed = outlets.first
tables.outlets(listed)
name = clicks.one("outlet-of")
with st.container(horizontal=True, vertical_alignment="center"):
    downloads.button(outlets, "outlets", "outlets")
    if name in set(listed["outlet"]):
        st.button(
            f"Only {escape(name)}", icon=":material/filter_alt:", type="tertiary", on_click=filters.only_outlet, args=(name,),
            help="Narrow the filter to this outlet", key="only-outlet",
        )  # fmt: skip
    else:
        rest = f" The first {len(listed):,} of {outlets.total:,}." if outlets.total > len(listed) else ""
        st.caption(f"Select a row to see the outlet alone.{rest}")
if origin := sources.origin():
    st.caption(origin)
