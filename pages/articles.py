"""Articles: search, table and reader."""

from __future__ import annotations

import json

import pandas as pd
import streamlit as st

from components import downloads, filters, labels, state
from components.text import Mark, escape, link, marked

filters.headline("Articles")

found = state.query(
    "SELECT article_id, published, outlet, outlet_group, language, title, url, topics, words, duplicate_of FROM articles ORDER BY published DESC NULLS LAST, title"
)
table = found[["published", "outlet", "outlet_group", "language", "title", "topics", "words"]].copy()
table["outlet_group"] = table["outlet_group"].map(labels.group_labels())
table["language"] = table["language"].map(labels.language)
table["topics"] = table["topics"].map(lambda ts: [labels.topic_labels().get(t, t) for t in ts])
picked = st.dataframe(
    table, hide_index=True, height=360, key="articles-table", on_select="rerun", selection_mode="single-row",
    column_config={
        "published": st.column_config.DateColumn("Published", format="YYYY-MM-DD"), "outlet": "Outlet", "outlet_group": "Group",
        "language": "Language", "title": st.column_config.TextColumn("Title", width="large"), "topics": "Topics", "words": "Words",
    },
    alt="Table of the selected articles with day, outlet, group, language, title, topics and length",
)  # fmt: skip
downloads.button(found, "articles", "articles")

article_id = st.query_params.get("article", "")
if picked["selection"]["rows"]:
    article_id = found.iloc[picked["selection"]["rows"][0]]["article_id"]
if not article_id:
    st.caption("Select a row to read the article. Words to search for go into the side bar.")
    st.stop()
article = state.corpus().article(article_id)
if article is None:
    st.info("The article of this link is not in the corpus.", icon=":material/search_off:")
    st.stop()
st.query_params["article"] = article_id

with st.container(border=True):
    st.subheader(escape(article["title"] or "Untitled"))
    day = "date unknown" if pd.isna(article["published"]) else f"{pd.Timestamp(article['published']):%Y-%m-%d}"
    basis = {
        "given": "",
        "metadata": " (from the page's metadata)",
        "inferred": " (inferred)",
        "unknown": "",
    }[article["date_basis"]]
    group = labels.group_labels().get(article["outlet_group"], "")
    st.markdown(
        f"{day}{basis} · **{escape(article['outlet'])}** ({escape(group)}) · {labels.language(article['language'])} · "
        + link(article["url"], "Read the original")
    )
    if article["abstract"]:
        st.caption(
            "This is an abstract written for this project of the linked article, not the article itself. Quotations stand as published."
        )
    if article["topics"] is not None and len(article["topics"]):
        st.markdown("Topics: " + ", ".join(labels.topic_labels().get(t, t) for t in article["topics"]))
    layers = st.pills(
        "Mark",
        ["Statements", "Actors", "Topics", "Tone words"],
        selection_mode="multi",
        default=["Statements", "Actors"],
        key="layers",
    )
    statements = state.corpus().sql(
        'SELECT kind, text, start, "end", speaker, sentiment, label, reasons FROM statements WHERE article_id = ? ORDER BY start',
        None,
        [article_id],
    )
    mentions = state.corpus().sql(
        'SELECT kind, name, start, "end" FROM mentions WHERE article_id = ? ORDER BY start',
        None,
        [article_id],
    )
    marks: list[Mark] = []
    if "Statements" in layers:
        marks.extend(
            Mark(
                r.start,
                r.end,
                "statement",
                f"{r.speaker or 'speaker unknown'}: {labels.TONES[r.label].lower()} ({r.sentiment:+.2f})",
            )
            for r in statements.itertuples()
        )
    for m in mentions.itertuples():
        if m.kind == "actor" and "Actors" in layers:
            marks.append(Mark(m.start, m.end, "actor", m.name))
        if m.kind == "topic" and "Topics" in layers:
            marks.append(Mark(m.start, m.end, "topic", labels.topic_labels().get(m.name, m.name)))
    if "Tone words" in layers:
        for r in statements.itertuples():
            for a, b, weight in json.loads(r.reasons):
                marks.append(Mark(a, b, "positive" if weight > 0 else "negative", f"weight {weight:+.2f}"))
    st.html(f'<div style="max-width:46rem;line-height:1.6">{marked(article["text"], marks)}</div>')
    st.caption(
        "Grey ground: a statement; green line: an actor; dotted line: a topic; blue and orange: words that raise or lower the tone."
    )
    if not statements.empty:
        said = statements.assign(kind=statements["kind"].map(labels.KINDS), label=statements["label"].map(labels.TONES))
        st.dataframe(
            said[["speaker", "kind", "text", "label", "sentiment"]], hide_index=True,
            column_config={
                "speaker": "Speaker", "kind": "Kind", "text": st.column_config.TextColumn("Statement", width="large"), "label": "Tone",
                "sentiment": st.column_config.NumberColumn("Score (−1…1)", format="%+.2f"),
            },
            alt="Table of the statements of this article",
        )  # fmt: skip
        downloads.button(said.drop(columns=["reasons"]), "statements", "article-statements")
