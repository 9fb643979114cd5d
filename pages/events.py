"""Events: a timeline in lanes by type; a click opens the event with every report of it."""

from __future__ import annotations

import streamlit as st

from components import charts, downloads, filters, labels, show, state
from components.text import escape

filters.headline("Events")

left, right = st.columns([3, 2])
types = left.multiselect(
    "Types of event", list(labels.event_labels()), key="type", format_func=lambda t: labels.event_labels()[t],
    placeholder="All types", bind="query-params",
)  # fmt: skip
what = right.segmented_control(
    "Reported as", ["News", "News and background"], default="News", key="as", required=True,
    help="Background: told as earlier context of other news",
)  # fmt: skip
inside = "SELECT story_id FROM events" + (" WHERE NOT background" if what == "News" else "")
stories = state.query(
    f"SELECT story_id, type, date, day::TIMESTAMP AS day, date_precision, title, actors, articles, outlets, planned FROM stories "
    f"WHERE story_id IN ({inside}) ORDER BY day DESC NULLS LAST, outlets DESC"
)
if types:
    stories = stories[stories["type"].isin(types)]
if stories.empty:
    st.info(
        "No event fits. Choose other types, or widen the filter in the side bar.",
        icon=":material/event_busy:",
    )
    st.stop()

chosen = state.selection()
first, last = state.corpus().span()
near = stories[stories["day"].notna()]
if not near.empty:
    low = min(chosen.start or first, last)
    high = max(chosen.end or last, last)
    drawn = near[(near["day"].dt.date >= low) & (near["day"].dt.year <= high.year + 2)].copy()
    drawn["label"] = [f"{r.date} · " + r.title[:110].replace("<", "‹").replace(">", "›") for r in drawn.itertuples()]
    points = show.chart(
        charts.timeline(drawn), "timeline",
        f"Timeline of {len(drawn)} events in lanes by type; larger marks are reported by more outlets.",
    )  # fmt: skip
    hidden = len(stories) - len(drawn)
    if hidden:
        st.caption(f"{hidden} events of unknown date or before the period are only in the table below.")
else:
    points = []
    st.info("All events of this selection are of unknown date; they are in the table below.")
downloads.button(stories, "events", "stories")

story_id = ""
if points:
    value = points[0]["customdata"]
    story_id = value if isinstance(value, str) else value[0]
elif st.query_params.get("story"):
    story_id = st.query_params["story"]

table = stories[["date", "type", "title", "actors", "outlets", "planned"]].copy()
table["type"] = table["type"].map(labels.event_labels())
table["date"] = table["date"].replace("", "date unknown")
picked = st.dataframe(
    table, hide_index=True, key="story-table", height=300, on_select="rerun", selection_mode="single-row",
    column_config={
        "date": "Date", "type": "Type", "title": st.column_config.TextColumn("First report", width="large"), "actors": "Actors",
        "outlets": st.column_config.NumberColumn("Outlets"), "planned": "Planned",
    },
    alt="Table of the events with date, type, first report, actors and number of outlets",
)  # fmt: skip
if picked["selection"]["rows"]:
    story_id = stories.iloc[picked["selection"]["rows"][0]]["story_id"]
if not story_id:
    st.caption("Click a mark or select a row to open the event.")
    st.stop()

story = state.query("SELECT * FROM stories WHERE story_id = ?", (story_id,))
if story.empty:
    st.info("The event of this link is not in the selection. Reset the filter to see it.")
    st.stop()
row = story.iloc[0]
st.query_params["story"] = story_id
with st.container(border=True):
    planned = " · planned" if row["planned"] else ""
    st.subheader(f"{labels.event_labels()[row['type']]} · {row['date'] or 'date unknown'}{planned}")
    st.markdown("Actors: " + (", ".join(escape(a) for a in row["actors"]) or "unknown"))
    reports = state.query(
        "SELECT e.sentence, e.background, a.article_id, a.published, a.outlet, a.outlet_group, a.language, a.title, a.url "
        "FROM events e JOIN articles a USING (article_id) WHERE e.story_id = ? ORDER BY a.language, a.published NULLS LAST",
        (story_id,),
    )
    for language, part in reports.groupby("language", sort=False):
        st.markdown(f"**{labels.language(str(language))}** · {part['outlet'].nunique()} outlets")
        for report in part.itertuples():
            st.markdown(f"> {escape(report.sentence)}")
            st.caption(show.article_line(report) + (" · told as background" if report.background else ""))
    downloads.button(reports, "reports", "reports")
    ids = tuple(reports["article_id"].unique())
    said = show.find_statements("list_contains(?, s.article_id)", (list(ids),)) if ids else None
    if said is not None and not said.empty:
        with st.expander(f"{len(said)} statements in these articles"):
            show.statements(said, "story-statements")
st.caption(show.ABSTRACT)
