"""One article: its head, its text with what was found in it marked, its statements and events."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from press.questions import articles

from . import cards, clicks, correct, downloads, labels, lists, shared, sources, state
from .text import Mark, escape, many, marked, original

_BASIS = {"given": "", "metadata": " (from the page's metadata)", "inferred": " (inferred)", "unknown": ""}
_LAYERS = ("Statements", "Actors", "Topics", "Tone words")


def opened(article_id: str) -> None:
    """The article, in a box that can be closed; a word where there is none."""
    article = articles.article(state.corpus(), article_id)
    if article is None:
        st.info("The article of this link is not in the corpus.", icon=":material/search_off:")
        clicks.closing("article")
        return
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(escape(article["title"] or "Untitled"), anchor=False)
            clicks.closing("article")
        _head(article)
        _read(article)
        correct.editor(article)


def _head(article: dict[str, Any]) -> None:
    """Day, outlet, language, author, and what kind of text it is."""
    day = sources.day_of(article["published"]) + _BASIS.get(article["date_basis"], "")
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
            if articles.article(shared.corpus(), article["article_id"])
            else "Only a headline or an abstract of this article was read, not the article itself.",
            icon=":material/short_text:",
        )
    topics = [] if article["topics"] is None else list(article["topics"])
    if topics:
        st.markdown("Topics: " + ", ".join(labels.topic_labels().get(t, t) for t in topics))
    if article["corrections"]:
        st.markdown(f":material/edit: {labels.BY_HAND}")


@st.fragment
def _read(article: dict[str, Any]) -> None:
    """The text with what the parser found in it marked, then the statements and events."""
    corpus, article_id = state.corpus(), article["article_id"]
    statements = articles.statements_of(corpus, article_id)
    layers = st.pills("Mark", _LAYERS, selection_mode="multi", default=list(_LAYERS[:3]), key="layers")
    marks = _marks(layers, statements, articles.mentions_of(corpus, article_id))
    st.html(f'<div style="max-width:46rem;line-height:1.65">{marked(article["text"], marks)}</div>')
    st.caption(
        "Grey ground: a statement. Green line: an actor. Dotted line: a topic. Blue and orange ground: words that raise or lower the "
        "tone. Point at a mark to read what it is."
    )
    if statements.empty:
        st.caption("No statement was found in this text.")
    else:
        _statements(statements.merge(articles.parties_of(corpus, article_id), on="statement_id", how="left"))
    events = articles.events_of(corpus, article_id)
    if not events.empty:
        st.markdown(f"**{many(len(events), 'event')} in this text**")
        lists.events(events.assign(title=events["sentence"], outlets=0))


def _marks(layers: list[str], statements: pd.DataFrame, mentions: pd.DataFrame) -> list[Mark]:
    """What the parser found in an article, as spans to mark."""
    marks: list[Mark] = []
    for r in statements.itertuples():
        tone = f"{r.speaker or 'speaker unknown'}: {labels.TONES[r.label].lower()} ({r.sentiment:+.2f})"
        if "Statements" in layers:
            marks.append(Mark(r.start, r.end, "statement", tone))
        if "Tone words" in layers:
            marks += cards.tone_marks(r.reasons)
    for m in mentions.itertuples():
        if m.kind == "actor" and "Actors" in layers:
            marks.append(Mark(m.start, m.end, "actor", m.name))
        if m.kind == "topic" and "Topics" in layers:
            marks.append(Mark(m.start, m.end, "topic", labels.topic_labels().get(m.name, m.name)))
    return marks


def _statements(statements: pd.DataFrame) -> None:
    """A table of the statements with speaker, tone and the parties that they are about."""
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
