"""A visitor's own articles: in the visitor's session only, never on disk, never in what visitors share.

They are parsed once, when they come, and joined with the shared corpus (or stand in its place) as one more corpus, so
that every page, filter and download counts them. The visitor keeps them by downloading them as JSON Lines, with what
was corrected by hand, and opens that file again later.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from press.article import Article
from press.corpus import repeats, stories
from press.corpus.queries import Corpus
from press.corpus.rows import rows_of
from press.questions.articles import article as article_of
from press.readers import corrections, jsonl
from press.readers.corrections import Correction
from press.reading.parse import parse
from press.tables import STORED, TABLES

#: What one visitor may hold: it all stays in the server's memory.
MOST_ARTICLES = 20_000
MOST_CHARACTERS = 100_000_000
_MOST_CHUNKS = 100


class Outcome(NamedTuple):
    """What became of an article: 'added', 'replaced', 'unchanged' or 'refused' and why."""

    title: str
    outcome: str
    why: str = ""


class Workspace:
    """Articles of one visitor with their tables.

    Attributes
    ----------
    articles : dict of Article by article_id
    instead : bool
        Whether they stand instead of the shared corpus, not together with it.
    """

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.instead = False
        self._rows = {name: schema.empty_table() for name, schema in STORED.items() if name != "stories"}
        self._corpus: Corpus | None = None
        self._made_of: tuple[Any, ...] = ()
        self._changes = 0

    @property
    def characters(self) -> int:
        """Characters of all texts."""
        return sum(len(article.text) for article in self.articles.values())

    def add(self, articles: Iterable[Article]) -> list[Outcome]:
        """Parse articles and take them in; one of a known address or text takes the earlier one's place.

        A faulty article stops none of the others.
        """
        outcomes = []
        new: dict[str, tuple[Article, dict[str, pa.Table]]] = {}
        room = MOST_CHARACTERS - self.characters
        for article in articles:
            key, title = article.article_id, article.title or article.text.strip()[:80]
            known = new[key][0] if key in new else self.articles.get(key)
            if known == article:
                outcomes.append(Outcome(title, "unchanged", "it is in the workspace already"))
                continue
            room -= len(article.text)
            if room < 0 or (known is None and len(self.articles) + len(new) >= MOST_ARTICLES):
                limit = f"{MOST_ARTICLES:,} articles or {MOST_CHARACTERS:,} characters"
                outcomes.append(Outcome(title, "refused", f"the workspace is full ({limit})"))
                continue
            try:
                rows = rows_of(parse(article))
                new[key] = article, {name: pa.Table.from_pylist(rows[name], STORED[name]) for name in self._rows}
            except Exception as error:  # whatever a text does to the parser, the others go on
                outcomes.append(Outcome(title, "refused", f"it cannot be parsed ({type(error).__name__})"))
                continue
            outcomes.append(Outcome(title, "added" if known is None else "replaced"))
        self._drop(new)
        for name, table in self._rows.items():
            if new:
                batch = pa.concat_tables([tables[name] for _, tables in new.values()]).combine_chunks()
                joined = pa.concat_tables([table, batch])
                # Joining copies nothing, combining copies all: now and then, so that the time stays linear.
                many = joined.column(0).num_chunks > _MOST_CHUNKS
                self._rows[name] = joined.combine_chunks() if many else joined
        self.articles.update({key: article for key, (article, _) in new.items()})
        return outcomes

    def remove(self, keys: Iterable[str]) -> None:
        """Take articles out."""
        gone = [key for key in keys if key in self.articles]
        self._drop(gone)
        for key in gone:
            del self.articles[key]

    def _drop(self, keys: Iterable[str]) -> None:
        """Take the rows of articles out of the tables."""
        self._changes += 1
        gone = [key for key in keys if key in self.articles]
        if gone:
            for name, table in self._rows.items():
                out = pc.is_in(table["article_id"], value_set=pa.array(gone, pa.string()))
                self._rows[name] = table.filter(pc.invert(out))

    def correct(self, article: dict[str, Any], made: Sequence[Correction]) -> None:
        """Correct an article; one of the shared corpus (a row of its table ``articles``) is first taken over."""
        own = self.articles.get(article["article_id"]) or adopted(article)
        merged = corrections.merge(corrections.read(own.extra.get("corrections")), made)
        self.add([_with(own, corrections.write(merged))])

    def uncorrect(self, article: dict[str, Any], base: Corpus) -> None:
        """Take all corrections of an article back; one that was only taken over from the shared corpus goes."""
        own = self.articles.get(article["article_id"])
        if own is None:
            return
        plain = _with(own, [])
        shared = article_of(base, article["article_id"])
        if shared is not None and adopted(shared) == plain:
            self.remove([article["article_id"]])
        else:
            self.add([plain])

    def tables(self) -> dict[str, pa.Table]:
        """All tables, with events grouped into stories and repeated articles marked."""
        rows = dict(self._rows)
        articles = (
            rows["articles"].select(["article_id", "published", "outlet", "language", "title", "text"]).to_pylist()
        )
        hidden = repeats.mark(articles)
        index = rows["articles"].schema.get_field_index("duplicate_of")
        marked = pa.array([a["duplicate_of"] for a in articles], pa.string())
        rows["articles"] = rows["articles"].set_column(index, TABLES["articles"].field(index), marked)
        if hidden:
            gone = pa.array(sorted(hidden), pa.string())
            rows = {name: t.filter(pc.invert(pc.is_in(t["article_id"], value_set=gone))) for name, t in rows.items()}
        events = rows["events"].to_pylist()
        grouped = stories.group(events, {a["article_id"]: a for a in articles})
        rows["events"] = pa.Table.from_pylist(events, TABLES["events"])
        rows["stories"] = pa.Table.from_pylist(grouped, TABLES["stories"])
        return rows

    def corpus(self, base: Corpus) -> Corpus:
        """The shared corpus with these articles, or these alone; the shared one where there are none."""
        if not self.articles:
            self._corpus, self._made_of = None, ()
            return base
        if self._corpus is None or not self.is_ready(base):
            made_of = self._state_with(base)
            self._corpus, self._made_of = base.with_extra(self.tables(), self.instead), made_of
        return self._corpus

    def is_ready(self, base: Corpus) -> bool:
        """Whether :meth:`corpus` answers at once; joining thousands of articles takes some seconds."""
        return not self.articles or self._made_of == self._state_with(base)

    def _state_with(self, base: Corpus) -> tuple[Any, ...]:
        return base.name, self.instead, self._changes

    def download(self) -> bytes:
        """All articles as JSON Lines with what was corrected by hand; to be opened again, or ingested."""
        return b"".join(jsonl.line(article) for article in self.articles.values())


def get() -> Workspace:
    """The workspace of this visitor."""
    if "workspace" not in st.session_state:
        st.session_state["workspace"] = Workspace()
    workspace: Workspace = st.session_state["workspace"]
    return workspace


def adopted(row: dict[str, Any]) -> Article:
    """An article of a corpus, as it was read: from a row of the table ``articles``."""
    published = None if pd.isna(row["published"]) else pd.Timestamp(row["published"]).date()
    own = {name: row[name] for name in ("text", "title", "url", "outlet", "language", "date_basis", "author")}
    given = json.loads(row["corrections"]) if row.get("corrections") else []
    return _with(Article(**own, published=published, abstract=bool(row["abstract"])), given)


def _with(article: Article, given: list[dict[str, Any]]) -> Article:
    extra = {name: value for name, value in article.extra.items() if name != "corrections"}
    return replace(article, extra={**extra, "corrections": given} if given else extra)
