"""Statements: who said what, in what tone, about whom; with a speaker's own view."""

from __future__ import annotations

import streamlit as st

from components import (
    address,
    charts,
    clicks,
    figures,
    filters,
    headline,
    labels,
    lists,
    periods,
    sources,
    state,
)
from components.text import escape, many
from press.questions import coverage, people, statements
from press.questions.narrowing import EVERY_STATEMENT, Statements
from press.questions.periods import During
from press.vocabulary import TARGETS

chosen = filters.headline("Statements")
first, last = state.ask_under(state.EVERYTHING, coverage.span)

# -- what to show ---------------------------------------------------------------------------------
speakers = list(state.ask(people.speakers)["speaker"])
if not speakers and not state.ask(statements.figures, EVERY_STATEMENT)["n"].iloc[0]:
    st.info("No statement in this selection. Widen the filter.", icon=":material/format_quote:")
    st.stop()
one, two, three = st.columns([3, 2, 3])
speaker = address.kept(
    "speaker", speakers,
    lambda **kept: one.selectbox("Speaker", speakers, index=None, **kept, placeholder="All speakers"),
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
which = Statements(speaker=speaker or "", target=target or "", kinds=tuple(kinds))
own = state.ask(statements.figures, which).iloc[0]
if not own["n"]:
    st.info("No statement fits. Choose another speaker, party or kind.", icon=":material/info:")
    st.stop()
if speaker:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(escape(speaker), anchor=False)
        if country := state.ask(people.country, speaker):
            st.badge(labels.country(country), color="gray")
headline.statements(own, target or "Russia")

# -- over time ------------------------------------------------------------------------------------
period = periods.choice(chosen.start or first, chosen.end or last)
tones = state.ask(statements.tone_by_period, which, period)
if tones.empty:
    st.info("All these statements are of unknown date; they are listed below.", icon=":material/event_busy:")
else:
    means = statements.mean_tone(tones)
    left, right = st.columns(2, gap="large")
    with left:
        drawn, note = periods.drawable(tones, period)
        figures.figure(
            charts.tone_over_time(drawn, period), tones, "tone-over-time",
            f"Bar chart of the number of statements by {period}, stacked by negative, neutral and positive tone.", "bar", note,
        )  # fmt: skip
    with right:
        drawn, note = periods.drawable(means, period)
        figures.figure(
            charts.mean_tone(drawn, period), means, "mean-tone",
            f"Line chart of the mean tone of statements by {period}, from −1 to 1.", "bar", note or "A larger mark stands for more statements.",
        )  # fmt: skip

# -- by speaker and target ------------------------------------------------------------------------
left, right = st.columns([2, 3], gap="large")
top = speakers[:15] if which == EVERY_STATEMENT else list(state.ask(people.speakers, which, 15)["speaker"])
with left:
    if speaker:
        subjects = state.ask(statements.by_topic, which)
        if subjects.empty:
            st.info("No topic was found in the articles of these statements.", icon=":material/category:")
        else:
            figures.figure(
                charts.topics_of(subjects), subjects, "topics-of-speaker",
                f"Bar chart of the statements of {speaker} by topic of the article.", "subject",
            )  # fmt: skip
    elif not top:
        st.info("The speakers of these statements are unknown.", icon=":material/person_off:")
    else:
        by = state.ask(statements.tone_by_speaker, which, tuple(top))
        figures.figure(
            charts.tone_by_speaker(by), by, "tone-by-speaker",
            "Bar chart of the statements of the most quoted speakers, by tone.", "stance",
        )  # fmt: skip
with right:
    stances = state.ask(statements.stance_by_speaker, which, tuple(top))
    if stances.empty:
        st.info("None of these statements takes up a party. Choose other kinds or speakers.", icon=":material/info:")
    else:
        rows = [s for s in top if s in set(stances["speaker"])]
        columns = [t for t in TARGETS if t in set(stances["target"])]
        table = stances.pivot(index="speaker", columns="target", values=["stance", "statements"])
        square, behind = (table[v].reindex(index=rows, columns=columns) for v in ("stance", "statements"))
        figures.figure(
            charts.heat(
                square, "Mean stance of speakers toward parties (−1 against, 1 for)", "Party spoken about", "Speaker",
                "mean stance", [[(s, t) for t in columns] for s in rows], diverging=True, dark=state.is_dark(), behind=behind,
            ),
            stances, "stances",
            "Table in colours of the mean stance of the most quoted speakers toward each party; blue is for, orange against.",
            "stance", "Point at a number to read how many statements it is of.",
        )  # fmt: skip

# -- the statements -------------------------------------------------------------------------------
title, clicked = "Statements, latest first", EVERY_STATEMENT
if picked := clicks.get("bar"):
    if day := periods.day(picked[-1]):
        clicked, title = Statements(during=During(period, day)), f"Statements, {periods.name(day, period)}"
        if len(picked) == 2 and picked[0] in labels.TONES:
            clicked = Statements(during=During(period, day), label=picked[0])
            title = f"{labels.TONES[picked[0]]} {title[0].lower()}{title[1:]}"
elif (picked := clicks.get("stance")) and len(picked) == 2:
    name, second = picked
    if second in labels.TONES:
        clicked, title = Statements(speaker=name, label=second), f"{labels.TONES[second]} statements of {name}"
    else:
        clicked, title = Statements(speaker=name, target=second), f"{name} about {second}"
elif (picked := clicks.get("subject")) and picked[0] in labels.topic_labels():
    clicked, title = Statements(topic=picked[0]), f"Statements in articles about {labels.topic_labels()[picked[0]]}"
narrowed = clicked != EVERY_STATEMENT
found = state.ask(statements.listed, which, clicked, None if narrowed else int(own["n"]))
if narrowed:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":blue-badge[Picked] {escape(title)}: {many(found.total, 'statement')}, [listed below](#listed)")
        clicks.closing("statements")
else:
    st.caption("Click a bar, a point or a number to narrow the list below.")
st.subheader(escape(title), anchor="listed")
st.caption(
    "Marked words made the score: blue raises it, orange lowers it. After “on”: the stance toward a party, from −1, against, to 1, for. "
    + sources.origin()
)
lists.statements(found, "statements", here=True)
