"""Topics: mentions over time, by group of outlets, and topics that come together."""

from __future__ import annotations

import streamlit as st

from components import (
    address,
    charts,
    clicks,
    figures,
    filters,
    labels,
    lists,
    periods,
    sources,
    state,
)
from components.text import many
from press.questions import articles, coverage, topics
from press.questions.narrowing import Articles
from press.questions.periods import During

chosen = filters.headline("Topics")
first, last = state.ask_under(state.EVERYTHING, coverage.span)
names, groups = labels.topic_labels(), labels.group_labels()
frequent = list(state.ask(topics.frequent)["topic"])
if not frequent:
    st.info("No topic was found in these articles. Widen the filter.", icon=":material/category:")
    st.stop()


def detail(title: str, topic: str, narrowing: Articles) -> None:
    """The articles behind a mark, and their sentences that mention the topic."""
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(title, anchor=False)
            clicks.closing("topic")
        found = state.ask(articles.listed, narrowing)
        sentences = state.ask(topics.sentences, topic, narrowing)
        listed, said = st.tabs([many(found.total, "article"), f"{many(sentences.total, 'sentence')} on {names[topic]}"])
        with listed:
            lists.articles(found, "topic-articles")
        with said:
            lists.sentences(sentences, "topic-sentences")


# -- over time ------------------------------------------------------------------------------------
left, middle, right = st.columns([7, 5, 4])
shown = (
    address.kept_several(
        "draw", frequent,
        lambda **kept: left.multiselect(
            "Topics to draw", frequent, **kept, format_func=lambda t: names.get(t, t), max_selections=8,
            placeholder="The five most frequent",
        ),
    )
    or frequent[:5]
)  # fmt: skip
with middle:
    period = periods.choice(chosen.start or first, chosen.end or last)
measure = address.kept(
    "measure", ["count", "share"],
    lambda **kept: right.segmented_control(
        "Measure", ["count", "share"], **kept, required=True, format_func={"count": "Articles", "share": "Share"}.__getitem__,
        help="Share: of all articles of the period",
    ),
    "count",
)  # fmt: skip
lines = state.ask(topics.by_period, period, tuple(shown))
if lines.empty:
    st.info("All these articles are of unknown date; the tables below count them.", icon=":material/event_busy:")
else:
    drawn, note = periods.drawable(lines, period)
    figures.figure(
        charts.topic_lines(drawn, measure == "share", period), lines, "topics-over-time",
        f"Line chart of articles about {', '.join(names[t] for t in shown)} by {period}.", "line",
        note or "Click a point to list its articles and sentences.",
    )  # fmt: skip
if (picked := clicks.get("line")) and len(picked) == 2 and picked[0] in names and (day := periods.day(picked[1])):
    detail(
        f"{names[picked[0]]}, {periods.name(day, period)}", picked[0],
        Articles(topics=picked[:1], during=During(period, day)),
    )  # fmt: skip

# -- by group of outlets, and together ------------------------------------------------------------
left, right = st.columns(2, gap="large")
with left:
    cells = state.ask(topics.by_group)
    columns = [g for g in groups if g in set(cells["outlet_group"])]
    percent = 100 * cells.pivot(index="topic", columns="outlet_group", values="share").reindex(
        index=frequent, columns=columns
    )
    figures.figure(
        charts.heat(
            percent.rename(index=names, columns=groups), "Topics by group of outlets: share of the group's articles (%)",
            "Group of outlets", "Topic", "% of the group's articles", [[(t, g) for g in columns] for t in frequent],
            dark=state.is_dark(),
        ),
        percent.reset_index(), "topics-by-group",
        "Heat map of the share of each outlet group's articles that are about each topic.", "cell",
        "Click a number to list its articles and sentences.",
    )  # fmt: skip
with right:
    both = state.ask(topics.together)
    if both.empty:
        st.info("No article here is about two topics. Widen the filter.", icon=":material/info:")
    else:
        rows = [t for t in frequent if t in set(both["one"])][:10]
        square = both.pivot(index="one", columns="other", values="articles").reindex(index=rows, columns=rows)
        figures.figure(
            charts.heat(
                square.rename(index=names, columns=names), "Topics that come together: articles about both",
                "Topic", "Topic", "articles about both", [[(a, b) for b in rows] for a in rows],
                dark=state.is_dark(),
            ),
            both, "topic-pairs", "Heat map of the number of articles that are about both of two topics.", "pair",
            f"The {len(rows)} most frequent topics. Click a number to list its articles and sentences.",
        )  # fmt: skip
if (picked := clicks.get("cell")) and len(picked) == 2 and picked[0] in names:
    detail(
        f"{names[picked[0]]} in outlets of the group {groups.get(picked[1], picked[1])}", picked[0],
        Articles(topics=picked[:1], group=picked[1]),
    )  # fmt: skip
elif (picked := clicks.get("pair")) and len(picked) == 2 and set(picked) <= set(names):
    detail(f"{names[picked[0]]} together with {names[picked[1]]}", picked[0], Articles(topics=picked))
if origin := sources.origin():
    st.caption(origin)
