"""Ingest: one worker against two, memory against the size of the input, linear growth, a hundred articles more.

    python -m benchmarks.ingest [--articles 8000] [--megabytes 5 20] [--large FOLDER] [--json FILE]

The input is the bundled corpus repeated, each copy under another address and with words of its own, so that nothing is
taken for a duplicate. Every ingest runs as its own ``python -m press ingest`` process; memory and CPU time are those of
all its processes together. ``--megabytes 100 2000`` takes an hour: growth is told of the largest of these inputs, each
time the corpus has doubled.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import Any, NamedTuple

from benchmarks import report
from press.corpus.building import read_articles
from press.corpus.store import Store
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


def family(pid: int) -> list[int]:
    """A process and all that it has started, directly or not."""
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += family(int(child))
    except OSError:
        pass
    return found


def memory_of(pid: int) -> float:
    """Megabytes that a process and its children hold: proportional shares, so that shared pages count once."""
    total = 0.0
    for process in family(pid):
        try:
            rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(row.split()[1]) / 1024 for row in rows if row.startswith("Pss:"))
    return total


def cpu_of(pid: int) -> float:
    """CPU seconds of a process, its living children, and those that have ended and been waited for."""
    ticks = 0
    for process in family(pid):
        try:
            ticks += sum(map(int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15]))
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


class Run(NamedTuple):
    """An ingest: seconds, CPU seconds, most megabytes, and how far it was when: articles, seconds, CPU seconds, megabytes."""

    seconds: float
    cpu: float
    memory: float
    course: list[tuple[int, float, float, float]]

    def row(self) -> dict[str, float]:
        """As columns of a table."""
        return {"s": self.seconds, "CPU s": self.cpu, "most memory, MB": self.memory}


def run(source: Path, corpus: Path, workers: int) -> Run:
    """Ingest a file."""
    start = perf_counter()
    command = [sys.executable, "-m", "press", "ingest", str(source), "--corpus", str(corpus), "--workers", str(workers)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = cpu = 0.0
    store, course = Store(corpus), []
    while process.poll() is None:
        held = memory_of(process.pid)
        most, cpu = max(most, held), max(cpu, cpu_of(process.pid))
        course.append((sum(p.size for p in store.manifest().every), perf_counter() - start, cpu, held))
        sleep(0.2)
    if process.returncode:
        raise RuntimeError(f"ingest ended with {process.returncode}")
    return Run(perf_counter() - start, cpu, most, course)


def growth(whole: Run, first: int = 1_000) -> list[dict[str, float]]:
    """A row each time that the corpus has doubled, and one of the end, when the events have been grouped."""
    rows = []
    wanted = first
    for articles, seconds, cpu, memory in whole.course:
        if articles >= wanted:
            rows.append({"articles": articles, "s": seconds, "CPU s": cpu, "memory, MB": memory})
            wanted *= 2
    articles = whole.course[-1][0]
    rows.append({"articles": articles, "s": whole.seconds, "CPU s": whole.cpu, "memory, MB": whole.memory})
    for before, row in pairwise([{"articles": 0, "CPU s": 0.0}, *rows]):
        more = row["articles"] - before["articles"]
        row["CPU ms an article more"] = (row["CPU s"] - before["CPU s"]) / more * 1000 if more else 0.0
    return rows


def main() -> None:
    """Print all figures."""
    parser = report.arguments(__doc__)
    parser.add_argument(
        "--articles", type=int, default=8_000, help="articles for one worker against two (default 8000)"
    )
    parser.add_argument(
        "--megabytes", type=float, nargs="*", default=[5, 20], help="input sizes for memory (default 5 20)"
    )
    parser.add_argument("--large", type=Path, help="corpus to add a hundred articles to, such as a made one")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "input.jsonl"
        write(source, options.articles)
        rows: list[dict[str, Any]] = []
        for workers in (1, 2):
            whole = run(source, folder / f"w{workers}", workers)
            rows.append({"workers": workers, "articles": options.articles, **whole.row()})
        for row in rows:
            row["articles/s"] = options.articles / row["s"]
            row["times one worker"] = rows[0]["s"] / row["s"]
        report.show("One worker against two", rows, options.json)
        rows = []
        for size in sorted(options.megabytes):
            count = write(source, megabytes=size)
            whole = run(source, folder / f"m{size}", 2)
            rows.append({"input, MB": size, "articles": count, **whole.row()})
        report.show("Memory", rows, options.json)
        report.show(
            "Growth: cost so far, each time the corpus has doubled, and at the end", growth(whole), options.json
        )
        rows = []
        big = options.large or folder / f"m{max(options.megabytes)}"
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
            rows.append({"corpus, articles": held, "added": 100, **run(source, big, 2).row()})
        report.show("A hundred articles more", rows, options.json)


if __name__ == "__main__":
    main()
