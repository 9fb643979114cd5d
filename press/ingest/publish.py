"""The last step of an ingest: the events of new parts are grouped with the rest, and all is shown at once.

Memory stays bounded by the largest bucket of events, whatever the size of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

import pyarrow as pa

from press.corpus import repeats, stories
from press.corpus.merge_on_read import live, repeated, several, with_order
from press.corpus.sql import columns
from press.corpus.store import KEYS, PART, STORY_PART, Manifest, Part, Store, new_name, portions

#: Parts of the grouping that become one where there are as many.
MOST_STORY_PARTS = 8
_SORTED_EVENTS = 500_000


def publish(store: Store, manifest: Manifest) -> Manifest:
    """Group the events of pending parts with the rest, and show them: one swap of the manifest.

    Only buckets with events that came or went are grouped anew; memory stays bounded by the largest bucket.
    """
    import duckdb  # here: not held while articles are read

    every = manifest.every
    name, repeats_name = new_name(), new_name()
    wanted = columns(PART["events"].names, "e")
    touched = f"SELECT bucket FROM ({with_order(store, manifest.pending, 'events')})"
    if manifest.parts:
        touched += (
            f" UNION SELECT bucket FROM ({with_order(store, manifest.parts, 'events')}) "
            f"WHERE article_id IN (SELECT article_id FROM ({with_order(store, manifest.pending, 'keys')}))"
        )
    with store.scratch() as folder, duckdb.connect(str(folder / "events.duckdb")) as connection:
        connection.execute("SET memory_limit = '250MB'; SET enable_progress_bar = false")
        if not store.local:
            connection.register_filesystem(store.fs)
        keys = live(store, every, {"keys": KEYS}, "article_id", "keys")["keys"]
        connection.execute(f"CREATE TABLE repeats AS {repeats.query(keys)}")
        if manifest.repeats and manifest.parts:
            # What is hidden now and was not, or the reverse, touches the buckets of its events too.
            before = f"SELECT article_id FROM ({repeated(store, manifest)}) WHERE hidden"
            now = "SELECT article_id FROM repeats WHERE hidden"
            touched += (
                f" UNION SELECT bucket FROM ({with_order(store, manifest.parts, 'events')}) "
                f"WHERE article_id IN (({before} EXCEPT {now}) UNION ({now} EXCEPT {before}))"
            )
        connection.execute(f"CREATE TABLE touched AS SELECT DISTINCT bucket FROM ({touched})")
        connection.execute(f"CREATE TABLE several AS {several(store, every, 'article_id', 'keys')}")
        # Some parts at a time, so that no join holds more than their articles.
        for number, parts in enumerate(portions(every)):
            rows = (
                f"SELECT {wanted}, a.published, a.outlet, a.language FROM ({with_order(store, parts, 'events')}) e "
                f"JOIN ({with_order(store, parts, 'articles')}) a USING (article_id, part_order) "
                "ANTI JOIN several s ON s.article_id = e.article_id AND s.part_order > e.part_order "
                "WHERE e.bucket IN (FROM touched) AND e.article_id NOT IN (SELECT article_id FROM repeats WHERE hidden)"
            )
            connection.execute(f"INSERT INTO told {rows}" if number else f"CREATE TABLE told AS {rows}")
        ((count,),) = connection.execute("SELECT count(*) FROM told").fetchall()
        turns = 1 + count // _SORTED_EVENTS
        with store.writer(name, "stories", STORY_PART["stories"]) as out_stories, store.writer(name, "reports", STORY_PART["reports"]) as out_reports:  # fmt: skip
            for batch in _grouped(_by_bucket(connection, turns)):
                out_stories.write_table(pa.Table.from_pylist(batch[0], STORY_PART["stories"]))
                out_reports.write_table(pa.Table.from_pylist(batch[1], STORY_PART["reports"]))
        buckets: Any = connection.sql("FROM touched").to_arrow_table()
        store.write(name, {"buckets": buckets.cast(STORY_PART["buckets"])})
        found: Any = connection.sql("FROM repeats").to_arrow_table()
        store.write(repeats_name, {"repeats": found.cast(repeats.REPEATS)})
    part = Part(name, manifest.next_order, len(buckets))
    story_parts = (*manifest.stories, part)
    published = store.commit(
        replace(
            manifest,
            parts=every,
            pending=(),
            stories=story_parts,
            repeats=(Part(repeats_name, part.order, len(found)),),
        )
    )
    store.remove(manifest.repeats)
    if len(story_parts) >= MOST_STORY_PARTS:
        merged = store.merge(story_parts, STORY_PART, "bucket", "buckets")
        published = store.commit(replace(published, stories=(merged,)))
        store.remove(story_parts)
    return published


def _by_bucket(connection: Any, turns: int) -> Iterator[dict[str, Any]]:
    """The rows of ``told``, those of a bucket one after the other; sorted in several turns, so that each takes little memory."""
    for turn in range(turns):
        sorted_rows = connection.sql(
            f"SELECT * FROM told WHERE hash(bucket) % {turns} = {turn} ORDER BY bucket, event_id"
        ).to_arrow_reader(5_000)
        for chunk in sorted_rows:
            yield from chunk.to_pylist()


def _grouped(
    events: Iterable[dict[str, Any]], most: int = 10_000
) -> Iterator[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Rows of ``stories`` and of ``reports``, some thousands at a time, of events ordered by bucket."""
    found: list[dict[str, Any]] = []
    reports: list[dict[str, Any]] = []
    for bucket, members in groupby(events, key=lambda e: e["bucket"]):
        own = list(members)
        new = stories.group(own, {e["article_id"]: e for e in own})
        found += [{**story, "bucket": bucket} for story in new]
        reports += [{"event_id": e["event_id"], "story_id": e["story_id"], "bucket": bucket} for e in own]
        if len(reports) >= most:
            yield found, reports
            found, reports = [], []
    yield found, reports
