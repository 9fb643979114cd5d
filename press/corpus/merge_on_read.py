"""Merge on read: SQL for the rows that count, where an article or a bucket stands in several parts.

The newest part counts, so that adding and changing never rewrite what is there; see :mod:`press.corpus.store`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from press.corpus.sql import columns, quoted
from press.corpus.store import PART, REPEATS_PART, STORY_PART, Manifest, Part, Store
from press.tables import STORED, TABLES


def sources(store: Store, manifest: Manifest) -> dict[str, str]:
    """Query for each table of a corpus, over its Parquet files."""
    schemas = {**PART, "events": TABLES["events"]}
    found = live(store, manifest.parts, schemas, "article_id", "keys")
    grouped = live(store, manifest.stories, STORY_PART, "bucket", "buckets")
    found["events"] = (
        f"SELECT e.* REPLACE (r.story_id AS story_id) FROM ({found['events']}) e JOIN ({grouped['reports']}) r USING (event_id)"
    )
    found["stories"] = f"SELECT * EXCLUDE (bucket) FROM ({grouped['stories']})"
    if manifest.repeats:
        found["articles"] = (
            f"SELECT a.* REPLACE (coalesce(r.duplicate_of, '') AS duplicate_of) FROM ({found['articles']}) a "
            f"LEFT JOIN ({repeated(store, manifest)}) r USING (article_id) WHERE NOT coalesce(r.hidden, FALSE)"
        )
    return {table: found[table] for table in (*STORED, "keys")}


def repeated(store: Store, manifest: Manifest) -> str:
    """SQL for which articles repeat others, as rows of :data:`press.corpus.repeats.REPEATS`."""
    return live(store, manifest.repeats[-1:], REPEATS_PART, "article_id", "repeats")["repeats"]


def live(store: Store, parts: Sequence[Part], schemas: dict[str, pa.Schema], key: str, of: str) -> dict[str, str]:
    """SQL for each table of some parts with only the rows that count.

    Parameters
    ----------
    key : str
        Column by whose value the rows of newer parts take the place of those of older ones.
    of : str
        Table that lists the keys of a part.

    Notes
    -----
    Files' names come from the manifest's own part names and the corpus address, quoted.
    """
    out = {}
    for table, schema in schemas.items():
        own = columns(schema.names, "t")
        if not parts:
            nulls = ", ".join(f'NULL AS "{c}"' for c in schema.names)
            out[table] = f"SELECT {nulls} WHERE FALSE"
        elif len(parts) == 1:
            out[table] = f"SELECT {own} FROM read_parquet({_files(store, parts, table)}) t"
        else:
            out[table] = (
                f"SELECT {own} FROM ({with_order(store, parts, table)}) t "
                f'ANTI JOIN ({several(store, parts, key, of)}) l ON l."{key}" = t."{key}" AND l.part_order > t.part_order'
            )
    return out


def with_order(store: Store, parts: Sequence[Part], table: str) -> str:
    """SQL for a table of some parts, with the order of each row's part as ``part_order``."""
    orders = ", ".join(f"({p.order}, '{p.name}')" for p in parts)
    return (
        f"SELECT f.*, o.part_order FROM read_parquet({_files(store, parts, table)}, filename=true) f "
        f"JOIN (VALUES {orders}) o(part_order, name) ON o.name = parse_path(f.filename)[-2]"
    )


def several(store: Store, parts: Sequence[Part], key: str, of: str) -> str:
    """SQL for the keys that stand in several parts, few as a rule, with the order of the newest as ``part_order``."""
    return (
        f'SELECT "{key}", max(part_order) AS part_order FROM ({with_order(store, parts, of)}) '
        f'GROUP BY "{key}" HAVING count(*) > 1'
    )


def _files(store: Store, parts: Sequence[Part], table: str) -> str:
    return "[" + ", ".join("'" + quoted(store.url(p, table)) + "'" for p in parts) + "]"
