"""Overview: how much coverage, its peaks, the latest events, the most quoted people, and who covers it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import address, charts, downloads, filters, labels, picks, show, state
from components.text import escape, many

chosen = filters.headline("Overview")
first, last = state.corpus().span()
start, end = chosen.start or first, chosen.end or last

# -- figures against the period before ------------------------------------------------------------
FIGURES = """
SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM statements) AS statements,
       (SELECT count(DISTINCT story_no) FROM article_events) AS events, (SELECT count(DISTINCT outlet) FROM articles) AS outlets,
       (SELECT avg(stance) FROM article_stances WHERE target = 'Russia') AS tone
"""
METRICS: tuple[tuple[str, str, str, str, dict[str, str]], ...] = (
    ("articles", "Articles", "Articles in the selection", "articles", {}),
    ("statements", "Statements", "Quoted and reported statements in these articles", "statements", {}),
    ("events", "Events", "Each event is counted once, however many outlets report it", "events", {"as": "all"}),
    ("outlets", "Outlets", "Outlets with at least one of these articles", "", {}),
    (
        "tone",
        "Stance on Russia",
        "Mean stance of the statements that take up Russia, from −1 (against) to 1 (for)",
        "statements",
        {"target": "Russia"},
    ),
)
STACKED = {"outlet_group": "Group of outlets", "language": "Language"}
now = state.query(FIGURES).iloc[0]
previous = replace(chosen, end=end).before() if chosen.start else None
then = state.query(FIGURES, chosen=previous).iloc[0] if previous else None
with st.container(horizontal=True, gap="xsmall"):
    for key, label, help_, page, more in METRICS:
        tone = key == "tone"
        value = now[key]
        delta = None
        if then is not None and not pd.isna(value) and not pd.isna(then[key]):
            delta = f"{value - then[key]:+.2f}" if tone else f"{int(value - then[key]):+,d}"
        with st.container(width=155, border=True, gap=None):
            shown = ("–" if pd.isna(value) else f"{value:+.2f}") if tone else f"{int(value):,}"
            st.metric(label, shown, delta, delta_color="off", help=help_)
            if not page:
                st.caption("[:material/arrow_downward: Show them](#outlets)")
                continue
            st.page_link(
                f"pages/{page}.py",
                label="Show them",
                icon=":material/arrow_forward:",
                query_params=dict(more),
            )
if previous and then is not None:
    st.caption(
        f"Small figures: change against the period of the same length before, {previous.start} to {previous.end}, "
        f"which has {many(int(then['articles']), 'article')}. The stance is a mean between −1 and 1."
    )
else:
    st.caption("Choose a start in the filter, or “Last 12 months”, to compare with the period before.")

# -- coverage over time ---------------------------------------------------------------------------
with st.container(horizontal=True, gap="medium"):
    period = show.period_choice((end - start).days)
    by = address.kept(
        "stack", list(STACKED),
        lambda **kept: st.segmented_control(
            "Stacked by", list(STACKED), format_func=STACKED.__getitem__, required=True, **kept
        ),
        "outlet_group",
    )  # fmt: skip
counts = state.query(
    f"SELECT date_trunc('{period}', published)::TIMESTAMP AS period, {by}, count(*) AS articles FROM articles "
    "WHERE published IS NOT NULL GROUP BY ALL ORDER BY period"
)
undated = int(state.query("SELECT count(*) AS n FROM articles WHERE published IS NULL")["n"].iloc[0])
if counts.empty:
    st.info("All these articles are of unknown date; find them on the page Articles.", icon=":material/event_busy:")
else:
    drawn, note = show.latest(counts, period)
    if undated:
        note = f"Not in this chart, of unknown date: {many(undated, 'article')}. {note}"
    totals = drawn.groupby("period", as_index=False)["articles"].sum()
    peaks = totals[totals["articles"] >= 3].nlargest(3, "articles").sort_values("period").reset_index(drop=True)
    peaks["number"] = range(1, len(peaks) + 1)
    show.figure(
        charts.coverage(drawn, period, peaks, by), counts, "coverage",
        f"Bar chart of articles by {period}, stacked by {STACKED[by].lower()}; the highest {period} has {totals['articles'].max():,}.",
        "period", note or "Click a bar to list its articles.",
    )  # fmt: skip
    if picked := picks.get("period"):
        day = pd.to_datetime(picked[0], errors="coerce")
        if pd.isna(day):
            st.info("The period of this link is not a date.")
        else:
            with st.container(border=True):
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.subheader(f"Articles of {charts.period_name(day, period)}", anchor=False)
                    picks.closing("period")
                condition = f"date_trunc('{period}', published) = date_trunc('{period}', CAST(? AS DATE))"
                show.articles(show.find_articles(condition, (f"{day:%Y-%m-%d}",)), "period-articles")
    if len(peaks):
        with st.expander("What is behind the peaks", expanded=True):
            for peak in peaks.itertuples():
                behind = state.query(
                    "SELECT st.story_id, st.type, st.date, st.title, p.outlets FROM (SELECT story_no, count(DISTINCT outlet) AS outlets, max(date) AS date "
                    f"FROM article_events WHERE NOT background AND published >= CAST(? AS DATE) AND published < CAST(? AS DATE) + INTERVAL 1 {period} "
                    "GROUP BY story_no ORDER BY outlets DESC, date DESC, story_no LIMIT 3) p "
                    "JOIN all_stories st USING (story_no) ORDER BY p.outlets DESC, st.date DESC, story_no",
                    (f"{peak.period:%Y-%m-%d}", f"{peak.period:%Y-%m-%d}"),
                )
                telling = behind[behind["outlets"] > 1]
                if telling.empty:
                    telling = behind.head(1)
                name = (
                    f"**{peak.number}** · {charts.period_name(peak.period, period)} · {many(peak.articles, 'article')}"
                )
                st.markdown(name + ("" if len(telling) else ": no single event stands out"))
                show.events(telling)

# -- events and people ----------------------------------------------------------------------------
left, right = st.columns(2, gap="large")
with left:
    st.subheader("Latest events", anchor=False)
    latest = state.query(
        "SELECT story_id, type, date, title, outlets FROM all_stories JOIN (SELECT story_no FROM all_stories WHERE date <> '' AND NOT planned "
        "AND story_no IN (SELECT story_no FROM article_events WHERE NOT background) "
        "ORDER BY date DESC, outlets DESC, story_no LIMIT 10) USING (story_no) ORDER BY date DESC, outlets DESC, story_no"
    )
    if latest.empty:
        st.info("No dated event in this selection. Widen the filter.", icon=":material/event_busy:")
    else:
        show.events(latest, 90)
        downloads.button(latest, "latest-events", "latest")
with right:
    st.subheader("Most quoted", anchor=False)
    quoted = state.query(
        "SELECT speaker, count(*) AS statements, avg(sentiment) AS tone, count(DISTINCT outlet) AS outlets "
        "FROM article_statements WHERE speaker_kind NOT IN ('', 'described', 'group') GROUP BY speaker ORDER BY statements DESC, speaker LIMIT 15"
    )
    if quoted.empty:
        st.info("Nobody is quoted in this selection. Widen the filter.", icon=":material/person_off:")
    else:
        picks.table(
            quoted, quoted["speaker"], "speaker-of", "quoted",
            "Table of the most quoted speakers with the number of their statements, mean tone and number of outlets",
            height=420 if len(quoted) > 10 else "content",
            column_config={
                "speaker": st.column_config.TextColumn("Speaker", width="medium"),
                "statements": st.column_config.ProgressColumn("Statements", format="localized", width="small", min_value=0, max_value=int(quoted["statements"].max())),
                "tone": st.column_config.NumberColumn("Mean tone", format="%+.2f", width="small", help="From −1, negative, to 1, positive"),
                "outlets": st.column_config.NumberColumn("Outlets", width="small", format="localized"),
            },
        )  # fmt: skip
        name = (picks.get("speaker-of") or ("",))[0]
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
covering = state.rows(
    "outlet, any_value(outlet_group) AS outlet_group, list(DISTINCT language ORDER BY language) AS languages, count(*) AS articles",
    "articles", "TRUE GROUP BY outlet", (), "articles DESC, outlet", counted="SELECT count(DISTINCT outlet) AS n FROM articles",
    around="SELECT o.*, t.stance AS stance_on_russia FROM ({}) o LEFT JOIN (SELECT outlet, avg(stance) AS stance FROM article_stances "
    "WHERE target = 'Russia' GROUP BY outlet) t USING (outlet) ORDER BY articles DESC, outlet",
)  # fmt: skip
listed = covering.first
picks.table(
    listed.assign(
        outlet_group=listed["outlet_group"].map(labels.group_labels()),
        languages=[[labels.language(code) for code in codes] for codes in listed["languages"]],
    ),
    listed["outlet"], "outlet-of", "covering",
    "Table of the outlets with their group, languages, number of articles and mean stance on Russia",
    height=420 if len(listed) > 11 else "content",
    column_order=["outlet", "articles", "stance_on_russia", "languages", "outlet_group"],
    column_config={
        "outlet": st.column_config.TextColumn("Outlet", width="medium"),
        "outlet_group": st.column_config.TextColumn("Group", width="medium"),
        "languages": st.column_config.ListColumn("Languages", width="medium"),
        "articles": st.column_config.ProgressColumn("Articles", format="localized", width="small", min_value=0, max_value=int(listed["articles"].max())),
        "stance_on_russia": st.column_config.NumberColumn("Stance on Russia", format="%+.2f", width="small", help="Mean stance of the statements that it brings, from −1, against, to 1, for"),
    },
)  # fmt: skip
name = (picks.get("outlet-of") or ("",))[0]
with st.container(horizontal=True, vertical_alignment="center"):
    downloads.button(covering, "outlets", "outlets")
    if name in set(listed["outlet"]):
        st.button(
            f"Only {escape(name)}", icon=":material/filter_alt:", type="tertiary", on_click=filters.only_outlet, args=(name,),
            help="Narrow the filter to this outlet", key="only-outlet",
        )  # fmt: skip
    else:
        rest = f" The first {len(listed):,} of {covering.total:,}." if covering.total > len(listed) else ""
        st.caption(f"Select a row to see the outlet alone.{rest}")
if origin := show.origin():
    st.caption(origin)
