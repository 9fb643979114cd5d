"""Statements: who said what, in what tone, about whom; with a speaker's own view."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import charts, downloads, filters, labels, show, state
from press.vocabulary import TARGETS

chosen = filters.headline("Statements")
first, last = state.corpus().span()
days = ((chosen.end or last) - (chosen.start or first)).days

speakers = state.query(
    "SELECT speaker, count(*) AS n FROM statements WHERE speaker <> '' GROUP BY speaker ORDER BY n DESC, speaker"
)
if speakers.empty:
    st.info("No statement in this selection. Widen the filter in the side bar.")
    st.stop()
left, middle, right = st.columns([3, 3, 2])
speaker = left.selectbox(
    "Speaker",
    list(speakers["speaker"]),
    index=None,
    key="speaker",
    placeholder="All speakers",
    bind="query-params",
)
kinds = middle.multiselect(
    "Kind",
    list(labels.KINDS),
    key="kind",
    format_func=lambda k: labels.KINDS[k],
    placeholder="All kinds",
    bind="query-params",
)
period = right.selectbox(
    "Count by",
    list(charts.PERIODS),
    index=2 if days <= 2200 else 3,
    format_func=charts.PERIODS.get,
    key="tone-by",
)
conditions, parameters = ["TRUE"], []
if speaker:
    conditions.append("s.speaker = ?")
    parameters.append(speaker)
if kinds:
    conditions.append("s.kind IN (" + ", ".join("?" * len(kinds)) + ")")
    parameters.extend(kinds)
where = " AND ".join(conditions)

if speaker:
    own = state.query(
        "SELECT count(*) AS n, count(DISTINCT s.article_id) AS articles, count(DISTINCT a.outlet) AS outlets, avg(s.sentiment) AS tone "
        "FROM statements s JOIN articles a USING (article_id) WHERE s.speaker = ?",
        (speaker,),
    ).iloc[0]
    st.subheader(speaker)
    columns = st.columns(4)
    columns[0].metric("Statements", int(own["n"]), border=True)
    columns[1].metric("Articles", int(own["articles"]), border=True)
    columns[2].metric("Outlets", int(own["outlets"]), border=True)
    columns[3].metric("Mean tone (−1…1)", f"{own['tone']:+.2f}" if own["n"] else "–", border=True)

tones = state.query(
    f"SELECT date_trunc('{period}', a.published)::TIMESTAMP AS period, s.label, count(*) AS statements FROM statements s "
    f"JOIN articles a USING (article_id) WHERE a.published IS NOT NULL AND {where} GROUP BY ALL ORDER BY period",
    tuple(parameters),
)
if tones.empty:
    st.info("No dated statement fits. Choose another speaker or kind.", icon=":material/info:")
    st.stop()
points = show.chart(
    charts.tone_over_time(tones, period), f"tone-{period}",
    f"Bar chart of the number of statements by {period}, stacked by negative, neutral and positive tone.",
)  # fmt: skip
downloads.button(tones, "tone-over-time", "tones")
extra, more, caption = "TRUE", [], "Statements, latest first"
if points:
    tone, day = points[0]["customdata"]
    extra, more = f"s.label = ? AND date_trunc('{period}', a.published) = CAST(? AS DATE)", [tone, day]
    caption = f"{labels.TONES[tone]} statements, {charts.period_name(pd.Timestamp(day), period)}"

left, right = st.columns(2, gap="large")
with left:
    by = state.query(
        f"SELECT s.speaker, s.label, count(*) AS statements FROM statements s WHERE s.speaker <> '' AND {where} GROUP BY ALL",
        tuple(parameters),
    )
    top = by.groupby("speaker")["statements"].sum().nlargest(15).index
    by = by[by["speaker"].isin(top)]
    clicked = show.chart(
        charts.tone_by_speaker(by),
        "tone-speaker",
        "Bar chart of the statements of the most quoted speakers, by tone.",
    )
    downloads.button(by, "tone-by-speaker", "by-speaker")
    if clicked:
        name, tone = clicked[0]["customdata"]
        extra, more = "s.speaker = ? AND s.label = ?", [name, tone]
        caption = f"{labels.TONES[tone]} statements of {name}"
with right:
    stances = state.query(
        f"SELECT s.speaker, t.target, avg(t.stance) AS stance, count(*) AS statements FROM stances t JOIN statements s USING (statement_id) "
        f"WHERE s.speaker <> '' AND {where} GROUP BY ALL",
        tuple(parameters),
    )
    if stances.empty:
        st.info("None of these statements takes up a party.")
    else:
        top = stances.groupby("speaker")["statements"].sum().nlargest(15).index
        targets = [t for t in TARGETS if t in set(stances["target"])]
        square = (
            stances[stances["speaker"].isin(top)]
            .pivot(index="speaker", columns="target", values="stance")
            .reindex(index=top, columns=targets)
        )
        clicked = show.chart(
            charts.heat(square, "Mean stance of speakers toward parties", "Party spoken about", "Speaker", "stance (−1…1)", diverging=True, height=110 + 24 * max(5, len(top)) + 60),
            "stance-heat", "Heat map of the mean stance of the most quoted speakers toward each party; blue is positive, orange negative.",
        )  # fmt: skip
        downloads.button(stances, "stances", "stances")
        if clicked and clicked[0].get("z") is not None:
            name, target = clicked[0]["y"], clicked[0]["x"]
            extra = "s.speaker = ? AND s.statement_id IN (SELECT statement_id FROM stances WHERE target = ?)"
            more, caption = [name, target], f"{name} about {target}"

st.subheader(caption)
st.caption("Marked words made the score: blue raises it, orange lowers it. " + show.ABSTRACT)
found = show.find_statements(f"{where} AND {extra}", (*parameters, *more))
show.statements(found, "statements")
if not points:
    st.caption("Click a bar or a cell to narrow the list.")
