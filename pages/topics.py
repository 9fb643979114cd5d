"""Topics: mentions over time, by group of outlets, and topics that come together."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import charts, downloads, filters, labels, show, state
from components.text import escape

chosen = filters.headline("Topics")
first, last = state.corpus().span()
days = ((chosen.end or last) - (chosen.start or first)).days
names = labels.topic_labels()

ABOUT = "(SELECT article_id, published, outlet_group, unnest(topics) AS topic FROM articles)"
totals = state.query(f"SELECT topic, count(*) AS articles FROM {ABOUT} GROUP BY topic ORDER BY articles DESC, topic")
if totals.empty:
    st.info("No topic was found in these articles. Widen the filter in the side bar.")
    st.stop()

left, middle, right = st.columns([3, 1, 1])
shown = left.multiselect(
    "Topics to draw", list(totals["topic"]), default=list(totals["topic"][:5]), key="draw", format_func=lambda t: names.get(t, t),
    max_selections=8,
)  # fmt: skip
suggested = "month" if days <= 800 else "year"
period = middle.selectbox(
    "Count by",
    list(charts.PERIODS),
    index=list(charts.PERIODS).index(suggested),
    format_func=charts.PERIODS.get,
)
share = (
    right.segmented_control("Measure", ["Articles", "Share"], default="Articles", key="measure", required=True)
    == "Share"
)
if shown:
    lines = state.query(
        f"SELECT date_trunc('{period}', published)::TIMESTAMP AS period, topic, count(*) AS articles FROM {ABOUT} "
        "WHERE published IS NOT NULL GROUP BY ALL ORDER BY period"
    )
    lines = lines[lines["topic"].isin(shown)]
    every = state.query(
        f"SELECT date_trunc('{period}', published)::TIMESTAMP AS period, count(*) AS total FROM articles WHERE published IS NOT NULL GROUP BY ALL"
    )
    grid = pd.MultiIndex.from_product([sorted(every["period"]), shown], names=["period", "topic"])
    lines = lines.set_index(["period", "topic"]).reindex(grid, fill_value=0).reset_index().merge(every, on="period")
    lines["share"] = lines["articles"] / lines["total"]
    lines["order"] = lines["topic"].map({t: i for i, t in enumerate(shown)})
    lines = lines.sort_values(["order", "period"])
    points = show.chart(
        charts.topic_lines(lines, share, period), "topic-lines",
        f"Line chart of articles about {', '.join(names[t] for t in shown)} by {period}.",
    )  # fmt: skip
    downloads.button(lines.drop(columns=["order"]), "topics-over-time", "lines")
else:
    points = []
    st.info("Choose topics to draw.", icon=":material/add:")

picked = ""
where, parameters = "", ()
if points:
    topic, day = points[0]["customdata"]
    picked = topic
    where, parameters = (
        f"list_contains(topics, ?) AND date_trunc('{period}', published) = CAST(? AS DATE)",
        (topic, day),
    )
    caption = f"{names[topic]}, {charts.period_name(pd.Timestamp(day), period)}"

left, right = st.columns(2, gap="large")
with left:
    cells = state.query(f"SELECT topic, outlet_group, count(*) AS articles FROM {ABOUT} GROUP BY ALL")
    order = list(totals["topic"])
    groups = [g for g in labels.group_labels() if g in set(cells["outlet_group"])]
    table = (
        cells.pivot(index="topic", columns="outlet_group", values="articles")
        .reindex(index=order, columns=groups)
        .fillna(0)
    )
    per_group = state.query("SELECT outlet_group, count(*) AS n FROM articles GROUP BY ALL").set_index("outlet_group")[
        "n"
    ]
    percent = table.div(per_group.reindex(groups), axis=1) * 100
    drawn = percent.rename(index=names, columns=labels.group_labels())
    clicked = show.chart(
        charts.heat(drawn, "Topics by group of outlets: share of the group's articles", "Group of outlets", "Topic", "% of articles", height=620),
        "topic-heat", "Heat map of the share of each outlet group's articles that are about each topic.",
    )  # fmt: skip
    downloads.button(percent.reset_index(), "topics-by-group", "heat")
    if clicked:
        label_topic, label_group = clicked[0].get("y"), clicked[0].get("x")
        topic = next(k for k, v in names.items() if v == label_topic)
        group = next(k for k, v in labels.group_labels().items() if v == label_group)
        picked, caption = topic, f"{label_topic} in {label_group} outlets"
        where, parameters = "list_contains(topics, ?) AND outlet_group = ?", (topic, group)
with right:
    both = state.query(
        "SELECT a.topic AS one, b.topic AS other, count(*) AS articles FROM "
        f"{ABOUT} a JOIN {ABOUT} b ON a.article_id = b.article_id AND a.topic <> b.topic GROUP BY ALL"
    )
    top = list(totals["topic"][:12])
    square = both.pivot(index="one", columns="other", values="articles").reindex(index=top, columns=top).fillna(0)
    drawn = square.rename(index=names, columns=names)
    clicked = show.chart(
        charts.heat(drawn, "Topics that come together: articles about both", "Topic", "Topic", "articles", height=620),
        "topic-pairs", "Heat map of the number of articles that are about both of two topics.",
    )  # fmt: skip
    downloads.button(both, "topic-pairs", "pairs")
    if clicked:
        ids = [next(k for k, v in names.items() if v == clicked[0].get(axis)) for axis in ("y", "x")]
        picked, caption = ids[0], f"{names[ids[0]]} together with {names[ids[1]]}"
        where, parameters = "list_contains(topics, ?) AND list_contains(topics, ?)", (ids[0], ids[1])

if not picked:
    st.caption("Click a point or a cell to list its articles and the sentences that mention the topic.")
    st.stop()
with st.container(border=True):
    st.subheader(caption)
    found = show.find_articles(where, parameters)
    show.articles(found, "topic-articles")
    ids = list(found["article_id"])
    sentences = state.query(
        "SELECT DISTINCT m.sentence, a.article_id, a.published, a.outlet, a.language, a.url, a.title FROM mentions m JOIN articles a USING (article_id) "
        "WHERE m.kind = 'topic' AND m.name = ? ORDER BY a.published DESC NULLS LAST LIMIT 400",
        (picked,),
    )
    sentences = sentences[sentences["article_id"].isin(ids)]
    st.markdown(f"**Sentences that mention {names[picked].lower()}**")
    for row in sentences.head(12).itertuples():
        st.markdown(f"> {escape(row.sentence)}")
        st.caption(show.article_line(row))
    downloads.button(sentences, "topic-sentences", "sentences")
st.caption(show.ABSTRACT)
