"""Events: a timeline in lanes by type; a click opens the event with every report of it."""

from __future__ import annotations

import streamlit as st

from components import (
    address,
    charts,
    clicks,
    figures,
    filters,
    gdelt,
    labels,
    sources,
    state,
    story,
    tables,
)
from components.text import many, shorten
from press.questions import coverage, events

AS = {"news": "News", "all": "News and background"}

chosen = filters.headline("Events")

# -- what to show ---------------------------------------------------------------------------------
left, right = st.columns([3, 2])
types = address.kept_several(
    "type", list(labels.event_labels()),
    lambda **kept: left.multiselect(
        "Types of event", list(labels.event_labels()), **kept, format_func=labels.event_labels().__getitem__, placeholder="All types"
    ),
)  # fmt: skip
told = address.kept(
    "as", list(AS),
    lambda **kept: right.segmented_control(
        "Told as", list(AS), **kept, required=True, format_func=AS.__getitem__, help="Background: told as earlier context of other news",
    ),
    "news",
)  # fmt: skip
which = (tuple(types), told == "all")
found = state.ask(events.listed, *which)
story_id = clicks.one("story")
if not found.total:
    st.info("No event fits. Choose other types, or widen the filter.", icon=":material/event_busy:")
    if story_id:
        story.opened(story_id)
    st.stop()

# -- the timeline ---------------------------------------------------------------------------------
first, last = state.ask_under(state.EVERYTHING, coverage.span)
drawn = state.ask(events.timeline, *which, chosen.start or first, chosen.end or last)
if drawn.empty:
    st.info("All events of this selection are of another time or of unknown date; they are in the table below.")
else:
    outlets = drawn["outlets"].map(lambda n: many(n, "outlet"))
    drawn = drawn.assign(label=drawn["date"] + " · " + drawn["title"].map(lambda t: shorten(t, 140)) + " · " + outlets)
    note = "Click a mark to open the event."
    if len(drawn) == events.MOST_DRAWN:
        note += f" Drawn: the {len(drawn):,} events of the period that most outlets report, of {found.total:,} in all."
    elif hidden := found.total - len(drawn):
        note += f" Not drawn: {many(hidden, 'event')} of unknown date or outside of the period; the download has all."
    figures.figure(
        charts.timeline(drawn), found, "events",
        f"Timeline of {len(drawn):,} events in lanes by type; larger marks are reported by more outlets.", "story", note,
    )  # fmt: skip

# -- one event, and all of them -------------------------------------------------------------------
if story_id:
    story.opened(story_id)
tables.events(found)
if not story_id:
    st.caption("Click a mark in the chart or select a row to open an event.")
gdelt.section(drawn)
if origin := sources.origin():
    st.caption(origin)
