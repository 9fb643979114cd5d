"""A batch of articles, parsed and written as a part of a corpus: what workers do."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from press.article import Article
from press.corpus import repeats, stories
from press.corpus.rows import rows_of
from press.corpus.store import PART, Store
from press.corpus.versions import Version
from press.readers import Refusal
from press.reading import parse as pipeline


def parse_part(address: str, name: str, articles: list[Article], versions: list[Version]) -> tuple[int, list[Refusal]]:
    """Parse a batch and write it as a part; returns its number of articles, and what could not be parsed."""
    tables, refusals = tables_of_batch(articles, versions)
    Store(address).write(name, tables)
    return tables["keys"].num_rows, refusals


def tables_of_batch(articles: list[Article], versions: list[Version]) -> tuple[dict[str, pa.Table], list[Refusal]]:
    """The tables of a part, and what could not be parsed.

    Parameters
    ----------
    articles : list of Article
    versions : list of Version
    """
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in PART}
    refusals = []
    for article, version in zip(articles, versions, strict=True):
        try:
            own = rows_of(pipeline.parse(article))
        except Exception as error:  # one faulty article stops none of the others
            refusals.append(Refusal(article.url or article.title or "article", 0, "", f"cannot be parsed ({error!r})"))
            continue
        for table, new in own.items():
            rows.setdefault(table, []).extend(new)
        (row,) = own["articles"]
        compared = repeats.keys(row["title"], row["text"], row["outlet"], row["published"])
        rows["keys"].append(
            {
                "article_id": article.article_id,
                **compared._asdict(),
                "content": version.content,
                "version": version.number,
            }
        )
    for event in rows["events"]:
        event["bucket"] = stories.bucket(event)
    return {table: pa.Table.from_pylist(rows[table], schema) for table, schema in PART.items()}, refusals
