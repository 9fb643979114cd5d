"""Building a corpus from articles: read a folder, parse into tables, write them as one corpus."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa

from press.article import Article
from press.corpus import repeats, stories
from press.corpus.rows import rows_of
from press.corpus.store import KEYS, PART, CorpusError, Manifest, Part, Store, is_whole
from press.corpus.versions import newest
from press.readers import Refusal, jsonl
from press.reading.parse import parse
from press.tables import STORED
from press.vocabulary import ROOT

#: The bundled press review.
ARTICLES = ROOT / "data" / "articles"
#: Called with (articles done, articles in all).
Progress = Callable[[int, int], None]


def read_articles(folder: Path = ARTICLES) -> list[Article]:
    """The articles of a folder of JSON Lines files.

    The bundled texts are abstracts; those of another folder are where a record says so.

    Raises
    ------
    CorpusError
        Naming file, line and field of the first faulty article.
    """
    out: list[Article] = []
    for file in sorted(folder.glob("*.jsonl")):
        for item in jsonl.read(file.read_bytes().splitlines(), file.name, abstract=folder == ARTICLES):
            if isinstance(item, Refusal):
                raise CorpusError(str(item))
            out.append(item)
    if not out:
        raise CorpusError(f"{folder}: holds no articles (*.jsonl)")
    return out


def tables_of(articles: Iterable[Article], total: int = 0, progress: Progress | None = None) -> dict[str, pa.Table]:
    """Parse articles into Arrow tables; ``progress(done, total)`` is called now and then."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in STORED}
    for number, article in enumerate(newest(articles), 1):
        for name, new in rows_of(parse(article)).items():
            rows[name].extend(new)
        if progress is not None and (number % 10 == 0 or number == total):
            progress(number, total)
    if hidden := repeats.mark(rows["articles"]):
        rows = {name: [r for r in table if r["article_id"] not in hidden] for name, table in rows.items()}
    rows["stories"] = stories.group(rows["events"], {r["article_id"]: r for r in rows["articles"]})
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in STORED.items()}


def write(tables: dict[str, pa.Table], folder: Path) -> None:
    """Write tables as a corpus folder, whole or not at all; a corpus that is there already is left as it is."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=".partial-", dir=folder.parent))
    try:
        store = Store(partial)
        rows = {name: tables[name] for name in PART if name in tables}
        buckets = [stories.bucket(e) for e in tables["events"].select(["type", "date", "article_id"]).to_pylist()]
        rows["events"] = tables["events"].append_column("bucket", pa.array(buckets, pa.string()))
        rows["keys"] = KEYS.empty_table()
        by_story = dict(zip(tables["events"]["story_id"].to_pylist(), buckets, strict=True))
        story_buckets = pa.array([by_story[s] for s in tables["stories"]["story_id"].to_pylist()], pa.string())
        store.write("articles", rows)
        store.write(
            "stories",
            {
                "stories": tables["stories"].append_column("bucket", story_buckets),
                "reports": rows["events"].select(["event_id", "story_id", "bucket"]),
                "buckets": pa.table({"bucket": pa.array(sorted(set(buckets)), pa.string())}),
            },
        )
        size = tables["articles"].num_rows
        store.commit(Manifest(parts=(Part("articles", 1, size),), stories=(Part("stories", 1, size),)))
        try:
            partial.rename(folder)
        except OSError:
            if not is_whole(folder):
                raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)
