"""A batch of articles, parsed and written as a part of a corpus: what workers do."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from press.article import Article
from press.corpus import stories
from press.corpus.near_identical import BANDS
from press.corpus.rows import rows_of
from press.corpus.store import PART, Store
from press.readers import Refusal
from press.reading import parse as pipeline


def parse_part(
    address: str, name: str, articles: list[Article], contents: list[int], bands: np.ndarray
) -> tuple[int, list[Refusal]]:
    """Parse a batch and write it as a part; returns its number of articles, and what could not be parsed."""
    tables, refusals = tables_of_batch(articles, contents, bands)
    Store(address).write(name, tables)
    return tables["keys"].num_rows, refusals


def tables_of_batch(
    articles: list[Article], contents: list[int], bands: np.ndarray
) -> tuple[dict[str, pa.Table], list[Refusal]]:
    """The tables of a part, and what could not be parsed.

    Parameters
    ----------
    articles : list of Article
    contents : list of int
        Hash of each one's content, see :func:`press.ingest.known.content_hash`.
    bands : array
        The bands of all texts, see :func:`press.corpus.near_identical.signature`.
    """
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in PART}
    refusals = []
    bands = bands.reshape(-1, BANDS)
    for i, article in enumerate(articles):
        try:
            own = rows_of(pipeline.parse(article))
        except Exception as error:  # one faulty article stops none of the others
            refusals.append(Refusal(article.url or article.title or "article", 0, "", f"cannot be parsed ({error!r})"))
            continue
        for table, new in own.items():
            rows.setdefault(table, []).extend(new)
        rows["keys"].append({"article_id": article.article_id, "content": contents[i], "bands": bands[i].tolist()})
    for event in rows["events"]:
        event["bucket"] = stories.bucket(event)
    return {table: pa.Table.from_pylist(rows[table], schema) for table, schema in PART.items()}, refusals
