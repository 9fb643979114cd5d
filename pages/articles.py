"""Articles: search, table and reader."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components import address, correct, downloads, filters, labels, picks, show, state
from components.text import Mark, escape, many, marked, original

chosen = filters.headline("Articles")
BASIS = {"given": "", "metadata": " (from the page's metadata)", "inferred": " (inferred)", "unknown": ""}
LAYERS = ("Statements", "Actors", "Topics", "Tone words")


def marks_of(article_id: str, layers: list[str], statements: Any) -> list[Mark]:
    """What the parser found in an article, as spans to mark."""
    marks: list[Mark] = []
    for r in statements.itertuples():
        tone = f"{r.speaker or 'speaker unknown'}: {labels.TONES[r.label].lower()} ({r.sentiment:+.2f})"
        if "Statements" in layers:
            marks.append(Mark(r.start, r.end, "statement", tone))
        if "Tone words" in layers:
            for a, b, weight in json.loads(r.reasons or "[]"):
                marks.append(Mark(a, b, "positive" if weight > 0 else "negative", f"weight {weight:+.2f}"))
    for m in state.corpus().of_article("mentions", article_id).itertuples():
        if m.kind == "actor" and "Actors" in layers:
            marks.append(Mark(m.start, m.end, "actor", m.name))
        if m.kind == "topic" and "Topics" in layers:
            marks.append(Mark(m.start, m.end, "topic", labels.topic_labels().get(m.name, m.name)))
    return marks


@st.fragment
def reader(article: dict[str, Any]) -> None:
    """An article's text with what the parser found in it marked."""
    article_id = article["article_id"]
    statements = state.corpus().of_article("statements", article_id)
    layers = st.pills("Mark", LAYERS, selection_mode="multi", default=list(LAYERS[:3]), key="layers")
    st.html(
        f'<div style="max-width:46rem;line-height:1.65">{marked(article["text"], marks_of(article_id, layers, statements))}</div>'
    )
    st.caption(
        "Grey ground: a statement. Green line: an actor. Dotted line: a topic. Blue and orange ground: words that raise or lower the "
        "tone. Point at a mark to read what it is."
    )
    if statements.empty:
        st.caption("No statement was found in this text.")
    else:
        statement_table(article_id, statements)
    events = state.corpus().of_article("events", article_id)
    if not events.empty:
        st.markdown(f"**{many(len(events), 'event')} in this text**")
        show.events(events.assign(title=events["sentence"], outlets=0))


def statement_table(article_id: str, statements: pd.DataFrame) -> None:
    """An article's statements with speaker, tone and the parties that they are about."""
    stances = state.corpus().sql(
        f"SELECT statement_id, {show.ABOUT} FROM article_stances "
        "WHERE article_no = (SELECT article_no FROM articles WHERE article_id = ?) GROUP BY statement_id",
        None, [article_id],
    )  # fmt: skip
    statements = statements.merge(stances, on="statement_id", how="left")
    said = statements.assign(kind=statements["kind"].map(labels.KINDS), label=statements["label"].map(labels.TONES))
    said["speaker"] = said["speaker"].replace("", "unknown")
    said["about"] = said["about"].fillna("")
    said["basis"] = said["basis"].map({"hand": labels.BY_HAND}).fillna("")
    columns = ["speaker", "text", "label", "sentiment", "about", "kind", "basis"]
    st.markdown(f"**{many(len(said), 'statement')} in this text**")
    st.dataframe(
        said[columns if said["basis"].any() else columns[:-1]], hide_index=True,
        column_config={
            "speaker": st.column_config.TextColumn("Speaker", width=155), "kind": "Kind",
            "text": st.column_config.TextColumn("Statement", width=330), "label": st.column_config.TextColumn("Tone", width="small"),
            "sentiment": st.column_config.NumberColumn("Score", format="%+.2f", width="small", help="From −1, negative, to 1, positive"),
            "about": st.column_config.TextColumn("About", width=165, help="Parties, with the stance toward each from −1, against, to 1, for"),
            "basis": st.column_config.TextColumn("Corrected", width="small"),
        },
        alt="Table of the statements of this article with speaker, tone, score, parties and kind",
    )  # fmt: skip
    downloads.button(said.drop(columns=["reasons"]), "statements", "article-statements")


def open_article(article_id: str) -> None:
    """Head and text of an article."""
    article = state.corpus().article(article_id)
    if article is None:
        st.info("The article of this link is not in the corpus.", icon=":material/search_off:")
        picks.closing("article")
        return
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(escape(article["title"] or "Untitled"), anchor=False)
            picks.closing("article")
        day = show.day_of(article["published"]) + BASIS.get(article["date_basis"], "")
        group = labels.group_labels().get(article["outlet_group"], "")
        group = f" ({escape(group)})" if article["outlet_group"] != "unknown" else ""
        by = f" · {escape(article['author'])}" if article["author"] else ""
        st.markdown(
            f"{day} · **{escape(article['outlet'])}**{group} · {labels.language(article['language'])}{by}"
            + original(article["url"]).replace("[original]", "[read the original]")
        )
        if article["abstract"]:
            st.info(
                "This is an abstract written for this project of the linked article, not the article itself. Quotations stand as published."
                if state.shared().article(article_id)
                else "Only a headline or an abstract of this article was read, not the article itself.",
                icon=":material/short_text:",
            )
        topics = [] if article["topics"] is None else list(article["topics"])
        if topics:
            st.markdown("Topics: " + ", ".join(labels.topic_labels().get(t, t) for t in topics))
        if article["corrections"]:
            st.markdown(f":material/edit: {labels.BY_HAND}")
        reader(article)
        correct.editor(article)


search = address.kept_text(
    "find",
    lambda **kept: st.text_input(
        "Find in these articles", placeholder="Words of a title or text, any script or accents", icon=":material/search:", **kept
    ),
)  # fmt: skip
within = replace(chosen, words=f"{chosen.words} {search}")
found = state.rows(
    "article_id, published, outlet, outlet_group, language, title, url, topics, words", "articles",
    order=state.latest(), chosen=within,
)  # fmt: skip
article_id = (picks.get("article") or ("",))[0]
if article_id:
    open_article(article_id)
if not found.total:
    st.info("No article has these words. Take one out.", icon=":material/search_off:")
    st.stop()
listed = found.first
table = listed[["published", "outlet", "title", "language", "outlet_group", "topics", "words"]].assign(
    published=listed["published"].map(show.day_of),
    outlet_group=listed["outlet_group"].map(labels.group_labels()),
    language=listed["language"].map(labels.language),
    topics=[[labels.topic_labels().get(t, t) for t in ts] for ts in listed["topics"]],
)
first_of = f", the first {len(listed)} are listed" if found.total > len(listed) else ""
st.markdown(f"**{many(found.total, 'article')}**" + (f" with “{escape(search)}”" if search else "") + first_of)
picks.table(
    table, listed["article_id"], "article", "articles-table",
    "Table of the selected articles with day, outlet, title, language, group, topics and length", height=420 if len(listed) > 11 else "content",
    column_config={
        "published": st.column_config.TextColumn("Published", width=105), "outlet": st.column_config.TextColumn("Outlet", width=130),
        "outlet_group": st.column_config.TextColumn("Group", width=120), "language": st.column_config.TextColumn("Language", width=85),
        "title": st.column_config.TextColumn("Title", width="large"), "topics": st.column_config.ListColumn("Topics", width="medium"),
        "words": st.column_config.NumberColumn("Words", width=65, format="localized"),
    },
)  # fmt: skip
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    downloads.button(found, "articles", "articles")
    st.caption("Select a row to read the article. " + show.origin())
