"""Events: a timeline in lanes by type; a click opens the event with every report of it."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from components import address, charts, downloads, filters, gdelt, labels, picks, show, state
from components.text import escape, many, shorten

chosen = filters.headline("Events")
AS = {"news": "News", "all": "News and background"}


def open_story(story_id: str) -> None:
    """An event with every sentence that reports it, by language and outlet, and what is said in these articles."""
    story = state.query("SELECT * FROM stories WHERE story_id = ?", (story_id,))
    if story.empty:
        st.info(
            "The event of this link is not in the selection. Reset the filter to see it.",
            icon=":material/filter_alt_off:",
        )
        picks.closing("story")
        return
    row = story.iloc[0]
    reports = state.query(
        "SELECT e.sentence, e.background, e.basis, a.article_id, a.published, a.outlet, a.outlet_group, a.language, a.title, a.url "
        "FROM events e JOIN articles a USING (article_id) WHERE e.story_id = ? ORDER BY a.language, a.published NULLS LAST, a.outlet",
        (story_id,),
    )
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(f"{labels.event_labels()[row['type']]} · {labels.date(row['date'])}", anchor=False)
            if row["planned"]:
                st.badge("Planned", color="orange")
            picks.closing("story")
        actors = ", ".join(escape(a) for a in row["actors"]) or "not named"
        outlets = reports["outlet"].nunique()
        st.markdown(f"Actors: {actors} · {many(outlets, 'outlet')} · {many(len(reports), 'report')}")
        for language, part in reports.groupby("language", sort=False):
            n = part["outlet"].nunique()
            st.markdown(f"**{labels.language(str(language))}** · {many(n, 'outlet')}")
            for report in part.itertuples():
                group = labels.group_labels().get(report.outlet_group, "")
                told = " · told as background" if report.background else ""
                show.sentence(report, f" · {escape(group)}{told}{show.by_hand(report)}")
        downloads.button(reports, "reports", "reports")
        said = show.find_statements("list_contains(?, s.article_id)", (tuple(reports["article_id"].unique()),))
        if said.total:
            with st.expander(f"{many(said.total, 'statement')} in these articles"):
                show.statements(said, "story-statements")


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
where = "story_no IN (SELECT story_no FROM article_events" + (")" if told == "all" else " WHERE NOT background)")
if types:
    where += " AND type IN (" + ", ".join("?" * len(types)) + ")"
COLUMNS = "story_no, story_id, type, date, day::TIMESTAMP AS day, date_precision, title, actors, articles, outlets, languages, planned"
around = f"SELECT {COLUMNS} FROM ({{}}) JOIN all_stories USING (story_no) ORDER BY "
latest_first = "all_stories.day DESC NULLS LAST, outlets DESC, story_no"
told_as = "TRUE" if told == "all" else "NOT background"
counted = f"SELECT count(DISTINCT story_no) AS n FROM article_events WHERE {told_as}" + where.partition(")")[2]
stories = state.rows(
    "story_no", "all_stories", where, tuple(types), latest_first, around=around + latest_first, counted=counted
)
story_id = (picks.get("story") or ("",))[0]
if not stories.total:
    st.info("No event fits. Choose other types, or widen the filter.", icon=":material/event_busy:")
    if story_id:
        open_story(story_id)
    st.stop()

first, last = state.corpus().span()
# Events are reported some days after; older ones, mostly of history, would stretch the axis out of all use.
low, high = (chosen.start or first) - timedelta(31), chosen.end or last
MOST_DRAWN = 1_500
inside = f"{where} AND all_stories.day >= ? AND year(all_stories.day) <= ?"
drawable = (*types, low, high.year + 2)
drawn = state.query(
    around.format(
        f"SELECT story_no FROM all_stories WHERE {inside} ORDER BY outlets DESC, all_stories.day DESC, story_no LIMIT {MOST_DRAWN}"
    )
    + "outlets DESC, all_stories.day DESC, story_no",
    drawable,
)
if drawn.empty:
    st.info("All events of this selection are of another time or of unknown date; they are in the table below.")
else:
    outlets = drawn["outlets"].map(lambda n: many(n, "outlet"))
    drawn = drawn.assign(label=drawn["date"] + " · " + drawn["title"].map(lambda t: shorten(t, 140)) + " · " + outlets)
    note = "Click a mark to open the event."
    if len(drawn) == MOST_DRAWN:
        note += (
            f" Drawn: the {len(drawn):,} events of the period that most outlets report, of {stories.total:,} in all."
        )
    elif hidden := stories.total - len(drawn):
        note += f" Not drawn: {many(hidden, 'event')} of unknown date or outside of the period; the download has all."
    show.figure(
        charts.timeline(drawn), stories, "events",
        f"Timeline of {len(drawn):,} events in lanes by type; larger marks are reported by more outlets.", "story", note,
    )  # fmt: skip

if story_id:
    open_story(story_id)
listed = stories.first
table = listed[["date", "type", "title", "actors", "outlets", "languages", "planned"]].assign(
    languages=[[labels.language(code) for code in codes] for codes in listed["languages"]],
    type=listed["type"].map(labels.event_labels()),
    date=listed["date"].map(labels.date),
    planned=listed["planned"].map({True: "planned", False: ""}),
)
first_of = f", the first {len(listed)} are listed" if stories.total > len(listed) else ""
st.markdown(f"**{many(stories.total, 'event')}**{first_of}")
picks.table(
    table, listed["story_id"], "story", "story-table",
    "Table of the events with date, type, first report, actors, number of outlets and languages", height=360 if len(listed) > 9 else "content",
    column_config={
        "date": st.column_config.TextColumn("Date", width=95), "type": st.column_config.TextColumn("Type", width=105),
        "title": st.column_config.TextColumn("First report", width=300), "actors": st.column_config.ListColumn("Actors", width=165),
        "outlets": st.column_config.NumberColumn("Outlets", width=65, format="localized"),
        "languages": st.column_config.ListColumn("Languages", width=120), "planned": st.column_config.TextColumn("Planned", width=75),
    },
)  # fmt: skip
if not story_id:
    st.caption("Click a mark in the chart or select a row to open an event.")
gdelt.section(drawn)
if origin := show.origin():
    st.caption(origin)
