"""Statements: who said what, in what tone, about whom; with a speaker's own view."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import address, charts, filters, labels, picks, show, state
from components.text import escape, many
from press.vocabulary import TARGETS

chosen = filters.headline("Statements")
first, last = state.corpus().span()

# -- what to show ---------------------------------------------------------------------------------
speakers = state.query(
    "SELECT speaker, count(*) AS n FROM statements WHERE speaker_kind NOT IN ('', 'described', 'group') GROUP BY speaker ORDER BY n DESC, speaker LIMIT 1000"
)
if speakers.empty and not int(state.query("SELECT count(*) AS n FROM statements")["n"].iloc[0]):
    st.info("No statement in this selection. Widen the filter.", icon=":material/format_quote:")
    st.stop()
one, two, three = st.columns([3, 2, 3])
speaker = address.kept(
    "speaker", list(speakers["speaker"]),
    lambda **kept: one.selectbox("Speaker", list(speakers["speaker"]), index=None, **kept, placeholder="All speakers"),
)  # fmt: skip
target = address.kept(
    "target", TARGETS,
    lambda **kept: two.selectbox(
        "About", TARGETS, index=None, **kept, placeholder="Anything", help="Statements that take up this party"
    ),
)  # fmt: skip
kinds = address.kept_several(
    "kind", list(labels.KINDS),
    lambda **kept: three.multiselect(
        "Kind", list(labels.KINDS), **kept, format_func=labels.KINDS.__getitem__, placeholder="All kinds"
    ),
)  # fmt: skip
conditions: list[str] = []
values: list[str] = []
if speaker:
    conditions.append("s.speaker = ?")
    values.append(speaker)
if target:
    conditions.append("s.statement_id IN (SELECT statement_id FROM stances WHERE target = ?)")
    values.append(target)
if kinds:
    conditions.append("s.kind IN (" + ", ".join("?" * len(kinds)) + ")")
    values.extend(kinds)
where, parameters = " AND ".join(conditions) or "TRUE", tuple(values)
SAID = f"FROM article_statements s WHERE {where}"

own = state.query(
    "SELECT count(*) AS n, count(DISTINCT s.article_no) AS articles, count(DISTINCT s.outlet) AS outlets, avg(s.sentiment) AS tone, "
    f"(SELECT avg(s.stance) FROM article_stances s WHERE {where} AND s.target = ?) AS stance {SAID}",
    (*parameters, target or "Russia", *parameters),
).iloc[0]
if not own["n"]:
    st.info("No statement fits. Choose another speaker, party or kind.", icon=":material/info:")
    st.stop()
if speaker:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(escape(speaker), anchor=False)
        country = state.query("SELECT max(speaker_country) AS c FROM statements WHERE speaker = ?", (speaker,))[
            "c"
        ].iloc[0]
        if country:
            st.badge(labels.country(country), color="gray")
with st.container(horizontal=True, gap="xsmall"):
    for label, shown in (
        ("Statements", f"{int(own['n']):,}"),
        ("Articles", f"{int(own['articles']):,}"),
        ("Outlets", f"{int(own['outlets']):,}"),
        ("Mean tone (−1…1)", f"{own['tone']:+.2f}"),
        (f"Stance on {target or 'Russia'}", "–" if pd.isna(own["stance"]) else f"{own['stance']:+.2f}"),
    ):
        st.metric(label, shown, border=True, width=155)

# -- over time ------------------------------------------------------------------------------------
period = show.period_choice(((chosen.end or last) - (chosen.start or first)).days)
when = f"date_trunc('{period}', s.published)::TIMESTAMP AS period"
tones = state.query(
    f"SELECT {when}, s.label, count(*) AS statements, avg(s.sentiment) AS tone {SAID} AND s.published IS NOT NULL GROUP BY ALL ORDER BY period",
    parameters,
)
if tones.empty:
    st.info("All these statements are of unknown date; they are listed below.", icon=":material/event_busy:")
else:
    sums = (
        tones.assign(tone=tones["tone"] * tones["statements"])
        .groupby("period", as_index=False)[["tone", "statements"]]
        .sum()
    )
    means = sums.assign(tone=sums["tone"] / sums["statements"])
    left, right = st.columns(2, gap="large")
    with left:
        drawn, note = show.latest(tones, period)
        show.figure(
            charts.tone_over_time(drawn, period), tones, "tone-over-time",
            f"Bar chart of the number of statements by {period}, stacked by negative, neutral and positive tone.", "bar", note,
        )  # fmt: skip
    with right:
        drawn, note = show.latest(means, period)
        show.figure(
            charts.mean_tone(drawn, period), means, "mean-tone",
            f"Line chart of the mean tone of statements by {period}, from −1 to 1.", "bar", note or "A larger mark stands for more statements.",
        )  # fmt: skip

# -- by speaker and target ------------------------------------------------------------------------
left, right = st.columns([2, 3], gap="large")
if where == "TRUE":
    top = list(speakers["speaker"][:15])
else:
    most = f"SELECT s.speaker, count(*) AS n {SAID} AND s.speaker_kind NOT IN ('', 'described', 'group') GROUP BY s.speaker ORDER BY n DESC, s.speaker LIMIT 15"
    top = list(state.query(most, parameters)["speaker"])
among = f"{where} AND s.speaker IN ({', '.join('?' * len(top))})" if top else "FALSE"
by = state.query(
    "SELECT s.speaker, s.label, count(*) AS statements, avg(s.sentiment) AS tone FROM article_statements s "
    f"WHERE {among} GROUP BY ALL ORDER BY ALL",
    (*parameters, *top) if top else (),
)
with left:
    if speaker:
        subjects = state.query(
            "SELECT t.topic, count(*) AS statements FROM article_statements s JOIN article_topics t USING (article_no) "
            f"WHERE {where} GROUP BY ALL ORDER BY statements DESC, topic LIMIT 12",
            parameters,
        )
        top = [speaker]
        if subjects.empty:
            st.info("No topic was found in the articles of these statements.", icon=":material/category:")
        else:
            show.figure(
                charts.topics_of(subjects), subjects, "topics-of-speaker",
                f"Bar chart of the statements of {speaker} by topic of the article.", "subject",
            )  # fmt: skip
    elif by.empty:
        st.info("The speakers of these statements are unknown.", icon=":material/person_off:")
    else:
        show.figure(
            charts.tone_by_speaker(by), by, "tone-by-speaker",
            "Bar chart of the statements of the most quoted speakers, by tone.", "stance",
        )  # fmt: skip
with right:
    stances = state.query(
        "SELECT s.speaker, s.target, avg(s.stance) AS stance, count(*) AS statements FROM article_stances s "
        f"WHERE {among} GROUP BY ALL ORDER BY ALL",
        (*parameters, *top) if top else (),
    )
    if stances.empty:
        st.info("None of these statements takes up a party. Choose other kinds or speakers.", icon=":material/info:")
    else:
        top = [s for s in top if s in set(stances["speaker"])]
        targets = [t for t in TARGETS if t in set(stances["target"])]
        table = stances[stances["speaker"].isin(top)].pivot(
            index="speaker", columns="target", values=["stance", "statements"]
        )
        square, behind = (table[v].reindex(index=top, columns=targets) for v in ("stance", "statements"))
        show.figure(
            charts.heat(
                square, "Mean stance of speakers toward parties (−1 against, 1 for)", "Party spoken about", "Speaker",
                "mean stance", [[(s, t) for t in targets] for s in top], diverging=True, dark=state.is_dark(), behind=behind,
            ),
            stances, "stances",
            "Table in colours of the mean stance of the most quoted speakers toward each party; blue is for, orange against.",
            "stance", "Point at a number to read how many statements it is of.",
        )  # fmt: skip

# -- the statements -------------------------------------------------------------------------------
title, extra = "Statements, latest first", "TRUE"
more: tuple[str, ...] = ()
if picked := picks.get("bar"):
    day = pd.to_datetime(picked[-1], errors="coerce")
    if not pd.isna(day):
        extra = f"date_trunc('{period}', s.published) = date_trunc('{period}', CAST(? AS DATE))"
        more = (f"{day:%Y-%m-%d}",)
        title = f"Statements, {charts.period_name(day, period)}"
        if len(picked) == 2 and picked[0] in labels.TONES:
            extra, more = extra + " AND s.label = ?", (*more, picked[0])
            title = f"{labels.TONES[picked[0]]} {title[0].lower()}{title[1:]}"
elif (picked := picks.get("stance")) and len(picked) == 2:
    name, second = picked
    if second in labels.TONES:
        extra, more, title = (
            "s.speaker = ? AND s.label = ?",
            (name, second),
            f"{labels.TONES[second]} statements of {name}",
        )
    else:
        extra = "s.speaker = ? AND s.statement_id IN (SELECT statement_id FROM stances WHERE target = ?)"
        more, title = (name, second), f"{name} about {second}"
elif (picked := picks.get("subject")) and picked[0] in labels.topic_labels():
    extra = "s.article_id IN (SELECT article_id FROM articles WHERE list_contains(topics, ?))"
    more, title = picked, f"Statements in articles about {labels.topic_labels()[picked[0]]}"
found = show.find_statements(f"{where} AND {extra}", (*parameters, *more), None if more else int(own["n"]))
if more:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":blue-badge[Picked] {escape(title)}: {many(found.total, 'statement')}, [listed below](#listed)")
        picks.closing("statements")
else:
    st.caption("Click a bar, a point or a number to narrow the list below.")
st.subheader(escape(title), anchor="listed")
st.caption(
    "Marked words made the score: blue raises it, orange lowers it. After “on”: the stance toward a party, from −1, against, to 1, for. "
    + show.origin()
)
show.statements(found, "statements", here=True)
