"""Overview: how much coverage, its peaks, the latest events and the most quoted people."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import charts, downloads, filters, labels, show, state
from components.text import escape

chosen = filters.headline("Overview")
corpus = state.corpus()
first, last = corpus.span()
start, end = chosen.start or first, chosen.end or last

FIGURES = """
SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM statements) AS statements,
       (SELECT count(DISTINCT story_id) FROM events) AS events, (SELECT count(DISTINCT outlet) FROM articles) AS outlets,
       (SELECT avg(stance) FROM stances WHERE target = 'Russia') AS tone
"""
now = state.query(FIGURES).iloc[0]
previous = chosen.before()
then = state.query(FIGURES, chosen=previous).iloc[0] if previous else None
METRICS = (
    ("articles", "Articles", "Articles in the selection"),
    ("statements", "Statements", "Statements attributed to a speaker"),
    ("events", "Events", "Events, each counted once over all outlets that report it"),
    ("outlets", "Outlets", "Outlets with at least one article"),
    ("tone", "Tone toward Russia", "Mean stance of statements that speak about Russia, −1 to 1"),
)
figures = st.container(horizontal=True)
for key, label, help_ in METRICS:
    tone = key == "tone"
    value = now[key]
    shown = ("–" if pd.isna(value) else f"{value:+.2f}") if tone else f"{int(value)}"
    delta = None
    if then is not None and not pd.isna(value) and not pd.isna(then[key]):
        delta = round(float(value - then[key]), 2) if tone else int(value - then[key])
    figures.metric(label, shown, delta, delta_color="off", help=help_, border=True, width=165)
if previous:
    st.caption(f"Small figures: change against the period before, {previous.start} to {previous.end}.")
else:
    st.caption("Choose a period with a start and an end to compare it with the period before.")

# -- coverage over time ---------------------------------------------------------------------------
suggested = show.period_for((end - start).days)
period = st.segmented_control(
    "Count by",
    list(charts.PERIODS),
    default=suggested,
    format_func=charts.PERIODS.get,
    key="by",
    required=True,
)
period = period or suggested
counts = state.query(
    f"SELECT date_trunc('{period}', published)::TIMESTAMP AS period, outlet_group, count(*) AS articles FROM articles "
    "WHERE published IS NOT NULL GROUP BY ALL ORDER BY period"
)
totals = counts.groupby("period", as_index=False)["articles"].sum()
peaks = totals[totals["articles"] >= 3].nlargest(3, "articles").sort_values("period").reset_index(drop=True)
peaks["number"] = range(1, len(peaks) + 1)
points = show.chart(
    charts.coverage(counts, period, peaks), f"coverage-{period}",
    f"Bar chart of the number of articles by {period}, stacked by group of outlets; the highest {period} has {totals['articles'].max()} articles.",
)  # fmt: skip
undated = state.query("SELECT count(*) AS n FROM articles WHERE published IS NULL")["n"][0]
if undated:
    st.caption(f"{undated} articles of unknown date are not in this chart.")
downloads.button(counts, "coverage", "coverage")
STORIES = (
    "SELECT st.story_id, st.type, st.date, st.title, st.outlets, st.planned FROM stories st WHERE st.story_id IN "
    "(SELECT e.story_id FROM events e JOIN articles a USING (article_id) WHERE NOT e.background AND "
)
for peak in peaks.itertuples():
    behind = state.query(
        STORIES + f"date_trunc('{period}', a.published)::TIMESTAMP = ?) ORDER BY st.outlets DESC, st.date LIMIT 2",
        (peak.period.to_pydatetime(),),
    )
    what = "; ".join(f"{labels.event_labels()[b.type].lower()}: {escape(b.title)}" for b in behind.itertuples())
    st.markdown(
        f"**{peak.number}** · {charts.period_name(peak.period, period)} · {peak.articles} articles · {what or 'no single event stands out'}"
    )
if points:
    day = points[0]["customdata"] if isinstance(points[0]["customdata"], str) else points[0]["customdata"][0]
    with st.container(border=True):
        st.subheader(f"Articles of {charts.period_name(pd.Timestamp(day), period)}")
        show.articles(show.find_articles(f"date_trunc('{period}', published) = CAST(? AS DATE)", (day,)), "peak")
else:
    st.caption("Click a bar to list its articles.")

# -- events and people ----------------------------------------------------------------------------
left, right = st.columns(2, gap="large")
with left:
    st.subheader("Latest events")
    latest = state.query(
        "SELECT st.story_id, st.type, st.date, st.title, st.outlets FROM stories st WHERE st.date <> '' AND NOT st.planned "
        "AND st.story_id IN (SELECT story_id FROM events WHERE NOT background) ORDER BY st.date DESC, st.outlets DESC LIMIT 12"
    )
    if latest.empty:
        st.info("No dated event in this selection.")
    for row in latest.itertuples():
        outlets = f"{row.outlets} outlets" if row.outlets > 1 else "1 outlet"
        st.markdown(
            f"{row.date} · **{labels.event_labels()[row.type]}** · {escape(row.title)} · [{outlets}](/events?story={row.story_id})"
        )
    downloads.button(latest, "events", "latest")
with right:
    st.subheader("Most quoted")
    quoted = state.query(
        "SELECT speaker, count(*) AS statements, avg(sentiment) AS tone, count(DISTINCT outlet) AS outlets "
        "FROM statements JOIN articles USING (article_id) WHERE speaker <> '' GROUP BY speaker ORDER BY statements DESC, speaker LIMIT 15"
    )
    table = st.dataframe(
        quoted, hide_index=True, key="quoted", on_select="rerun", selection_mode="single-row",
        column_config={
            "speaker": "Speaker",
            "statements": st.column_config.ProgressColumn("Statements", format="%d", width="small", min_value=0, max_value=int(quoted["statements"].max() if len(quoted) else 1)),
            "tone": st.column_config.NumberColumn("Tone −1…1", format="%+.2f", width="small"),
            "outlets": "Outlets",
        },
        alt="Table of the most quoted speakers with the number of their statements, mean tone and outlets",
    )  # fmt: skip
    downloads.button(quoted, "most-quoted", "quoted")
    rows = table["selection"]["rows"]
    if rows:
        name = quoted.iloc[rows[0]]["speaker"]
        st.page_link(
            "pages/statements.py",
            label=f"Statements of {name}",
            query_params={"speaker": name},
            icon=":material/format_quote:",
        )
    else:
        st.caption("Select a row to see the statements.")
st.caption(show.ABSTRACT)
