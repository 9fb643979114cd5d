"""Ingest: one worker against two, memory against the size of the input, linear growth, a hundred articles more.

    python -m benchmarks.ingest [--articles 4000] [--megabytes 20 100] [--growth 5000 10000 20000] [--json FILE]

The input is the bundled corpus repeated, each copy under another address and with words of its own, so that nothing is
taken for a duplicate. Every ingest runs as its own ``python -m press ingest`` process; memory is that of all its
processes together.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import Any

from benchmarks import report
from press.corpus import read_articles
from press.vocabulary import ROOT


def lines() -> Iterator[str]:
    """Articles without end, as JSON Lines: words are marked differently in every copy of an article."""
    articles = read_articles()
    copy = 0
    while True:
        for number, a in enumerate(articles):
            words = a.text.split(" ")
            for place in range(copy % 7, len(words), 7):
                words[place] += f" k{copy}"
            row = {
                "url": f"https://example.org/{copy}/{number}", "title": a.title, "sitename": a.outlet, "language": a.language,
                "date": a.published.isoformat() if a.published else None, "text": " ".join(words),
            }  # fmt: skip
            yield json.dumps(row, ensure_ascii=False) + "\n"
        copy += 1


def write(file: Path, articles: int = 0, megabytes: float = 0) -> int:
    """Write articles up to a number or a size; returns their number."""
    count = size = 0
    with file.open("w", encoding="utf8") as out:
        for line in lines():
            if (articles and count >= articles) or (megabytes and size >= megabytes * 1e6):
                return count
            out.write(line)
            size += len(line.encode())
            count += 1
    return count


def memory_of(pid: int) -> float:
    """Megabytes that a process and its children hold: proportional shares, so that shared pages count once."""
    total = 0.0
    todo = [pid]
    while todo:
        process = todo.pop()
        try:
            for task in Path(f"/proc/{process}/task").iterdir():
                todo += [int(child) for child in (task / "children").read_text().split()]
            for row in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
                if row.startswith("Pss:"):
                    total += int(row.split()[1]) / 1024
        except OSError:
            continue
    return total


def run(source: Path, corpus: Path, workers: int) -> dict[str, float]:
    """Seconds, CPU seconds and most megabytes of an ingest."""
    before = os.times()
    start = perf_counter()
    command = [sys.executable, "-m", "press", "ingest", str(source), "--corpus", str(corpus), "--workers", str(workers)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, memory_of(process.pid))
        sleep(0.2)
    if process.returncode:
        raise RuntimeError(f"ingest ended with {process.returncode}")
    seconds = perf_counter() - start
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return {"s": seconds, "CPU s": cpu, "memory, MB": most}


def main() -> None:
    """Print all figures."""
    parser = report.arguments(__doc__)
    parser.add_argument(
        "--articles", type=int, default=4_000, help="articles for one worker against two (default 4000)"
    )
    parser.add_argument(
        "--megabytes", type=float, nargs="*", default=[5, 20], help="input sizes for memory (default 5 20)"
    )
    parser.add_argument("--growth", type=int, nargs="*", default=[2_000, 4_000, 8_000], help="articles for growth")
    parser.add_argument("--large", type=Path, help="corpus to add a hundred articles to, such as a made one")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "input.jsonl"
        write(source, options.articles)
        rows: list[dict[str, Any]] = [
            {"workers": workers, "articles": options.articles, **run(source, folder / f"w{workers}", workers)}
            for workers in (1, 2)
        ]
        for row in rows:
            row["articles/s"] = options.articles / row["s"]
            row["times one worker"] = rows[0]["s"] / row["s"]
        report.show("One worker against two", rows, options.json)
        rows = []
        for size in options.growth:
            write(source, size)
            measured = run(source, folder / f"g{size}", 2)
            rows.append({"articles": size, **measured, "CPU ms an article": measured["CPU s"] / size * 1000})
        report.show("Growth", rows, options.json)
        rows = []
        for size in options.megabytes:
            count = write(source, megabytes=size)
            rows.append({"input, MB": size, "articles": count, **run(source, folder / f"m{size}", 2)})
        report.show("Memory", rows, options.json)
        rows = []
        big = options.large or folder / f"g{options.growth[-1]}"
        from press.store import Store

        held = sum(p.size for p in Store(big).manifest().parts)
        for _ in range(2):
            with source.open("w", encoding="utf8") as out:
                for i in range(100):
                    text = f"Anna Sample of Serbia met Boris Example of Russia in Niš. “We go on with {os.urandom(40).hex(' ', 4)},” she said."
                    row = {
                        "url": f"https://example.org/more/{os.urandom(8).hex()}",
                        "title": f"Talks {i}",
                        "date": "2024-05-06",
                        "text": text,
                    }
                    out.write(json.dumps(row) + "\n")
            rows.append({"corpus, articles": held, "added": 100, **run(source, big, 2)})
        report.show("A hundred articles more", rows, options.json)


if __name__ == "__main__":
    main()
