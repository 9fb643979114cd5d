"""Topics: mentions over time, by group of outlets, and topics that come together."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import address, charts, downloads, filters, labels, picks, show, state
from components.text import many

chosen = filters.headline("Topics")
first, last = state.corpus().span()
names = labels.topic_labels()
groups = labels.group_labels()

ABOUT = "article_topics"
totals = state.query(f"SELECT topic, count(*) AS articles FROM {ABOUT} GROUP BY topic ORDER BY articles DESC, topic")
if totals.empty:
    st.info("No topic was found in these articles. Widen the filter.", icon=":material/category:")
    st.stop()


def detail(title: str, topic: str, where: str, parameters: tuple[str, ...]) -> None:
    """The articles behind a mark, and their sentences that mention the topic."""
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(title, anchor=False)
            picks.closing("topic")
        found = show.find_articles(where, parameters)
        sentences = state.rows(
            "m.article_no, m.article_id, m.published, m.outlet, m.language, m.sentence, min(m.start) AS start", "article_mentions m",
            f"m.kind = 'topic' AND m.name = ? AND m.article_no IN (SELECT article_no FROM articles WHERE {where}) GROUP BY ALL",
            (topic, *parameters), f"{state.latest('m')}, start",
            around="SELECT s.* EXCLUDE (article_no), a.url, a.title FROM ({}) s JOIN all_articles a USING (article_no) "
            f"ORDER BY {state.latest('s')}, s.start",
        )  # fmt: skip
        listed, said = st.tabs([many(found.total, "article"), f"{many(sentences.total, 'sentence')} on {names[topic]}"])
        with listed:
            show.articles(found, "topic-articles")
        with said:
            for row in sentences.first.head(12).itertuples():
                show.sentence(row)
            if not sentences.total:
                st.info("No sentence here names the topic by itself.")
            downloads.button(sentences, "topic-sentences", "sentences")


# -- over time ------------------------------------------------------------------------------------
left, middle, right = st.columns([7, 5, 4])
frequent = list(totals["topic"])
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
    period = show.period_choice(((chosen.end or last) - (chosen.start or first)).days)
measure = address.kept(
    "measure", ["count", "share"],
    lambda **kept: right.segmented_control(
        "Measure", ["count", "share"], **kept, required=True, format_func={"count": "Articles", "share": "Share"}.__getitem__,
        help="Share: of all articles of the period",
    ),
    "count",
)  # fmt: skip
lines = state.query(
    f"SELECT date_trunc('{period}', published)::TIMESTAMP AS period, topic, count(*) AS articles FROM {ABOUT} "
    "WHERE published IS NOT NULL GROUP BY ALL ORDER BY period"
)
every = state.query(
    f"SELECT date_trunc('{period}', published)::TIMESTAMP AS period, count(*) AS total FROM articles WHERE published IS NOT NULL GROUP BY ALL"
)
if every.empty:
    st.info("All these articles are of unknown date; the tables below count them.", icon=":material/event_busy:")
else:
    grid = pd.MultiIndex.from_product([shown, sorted(every["period"])], names=["topic", "period"])
    lines = lines.set_index(["topic", "period"]).reindex(grid, fill_value=0).reset_index()
    lines = lines.merge(every, on="period", how="left", sort=False)
    lines["share"] = lines["articles"] / lines["total"]
    drawn, note = show.latest(lines, period)
    show.figure(
        charts.topic_lines(drawn, measure == "share", period), lines, "topics-over-time",
        f"Line chart of articles about {', '.join(names[t] for t in shown)} by {period}.", "line",
        note or "Click a point to list its articles and sentences.",
    )  # fmt: skip
if (picked := picks.get("line")) and len(picked) == 2 and picked[0] in names:
    day = pd.to_datetime(picked[1], errors="coerce")
    if not pd.isna(day):
        detail(
            f"{names[picked[0]]}, {charts.period_name(day, period)}", picked[0],
            f"list_contains(topics, ?) AND date_trunc('{period}', published) = date_trunc('{period}', CAST(? AS DATE))",
            (picked[0], f"{day:%Y-%m-%d}"),
        )  # fmt: skip

# -- by group of outlets, and together ------------------------------------------------------------
left, right = st.columns(2, gap="large")
with left:
    cells = state.query(f"SELECT topic, outlet_group, count(*) AS articles FROM {ABOUT} GROUP BY ALL")
    sizes = state.query("SELECT outlet_group, count(*) AS n FROM articles GROUP BY ALL").set_index("outlet_group")["n"]
    rows, columns = list(totals["topic"]), [g for g in groups if g in sizes.index]
    table = cells.pivot(index="topic", columns="outlet_group", values="articles").reindex(index=rows, columns=columns)
    percent = table.fillna(0).div(sizes.reindex(columns), axis=1) * 100
    show.figure(
        charts.heat(
            percent.rename(index=names, columns=groups), "Topics by group of outlets: share of the group's articles (%)",
            "Group of outlets", "Topic", "% of the group's articles", [[(t, g) for g in columns] for t in rows],
            dark=state.is_dark(),
        ),
        percent.reset_index(), "topics-by-group",
        "Heat map of the share of each outlet group's articles that are about each topic.", "cell",
        "Click a number to list its articles and sentences.",
    )  # fmt: skip
with right:
    both = state.query(
        "SELECT a.topic AS one, b.topic AS other, count(*) AS articles FROM "
        f"{ABOUT} a JOIN {ABOUT} b ON a.article_no = b.article_no AND a.topic <> b.topic GROUP BY ALL"
    )
    if both.empty:
        st.info("No article here is about two topics. Widen the filter.", icon=":material/info:")
    else:
        rows = [t for t in totals["topic"] if t in set(both["one"])][:10]
        square = both.pivot(index="one", columns="other", values="articles").reindex(index=rows, columns=rows)
        show.figure(
            charts.heat(
                square.rename(index=names, columns=names), "Topics that come together: articles about both",
                "Topic", "Topic", "articles about both", [[(a, b) for b in rows] for a in rows],
                dark=state.is_dark(),
            ),
            both, "topic-pairs", "Heat map of the number of articles that are about both of two topics.", "pair",
            f"The {len(rows)} most frequent topics. Click a number to list its articles and sentences.",
        )  # fmt: skip
if (picked := picks.get("cell")) and len(picked) == 2 and picked[0] in names:
    detail(
        f"{names[picked[0]]} in outlets of the group {groups.get(picked[1], picked[1])}", picked[0],
        "list_contains(topics, ?) AND outlet_group = ?", picked,
    )  # fmt: skip
elif (picked := picks.get("pair")) and len(picked) == 2 and set(picked) <= set(names):
    detail(
        f"{names[picked[0]]} together with {names[picked[1]]}", picked[0],
        "list_contains(topics, ?) AND list_contains(topics, ?)", picked,
    )  # fmt: skip
if origin := show.origin():
    st.caption(origin)
