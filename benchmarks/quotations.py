"""Direct quotations in English against hand labels, beside ``compromise`` (npm) in the same run, where Node is there.

    python -m benchmarks.quotations [--json FILE]

``compromise`` finds what stands in quotation marks; it names no speaker. Both are measured on labelled direct quotations
(found where half of the characters agree), and on speed with the bundled English articles.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks import report
from press.corpus.building import read_articles
from press.evaluation.labels import LABELS, locate, read_labels
from press.evaluation.measures import pairs, scores
from press.evaluation.quality import parse_rows

VERSION = "compromise@14"
SCRIPT = """
const nlp = require('compromise');
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
nlp('Anna said: "yes".').quotations().json({offset: true});
const start = process.hrtime.bigint();
const spans = texts.map(text => nlp(text).quotations().json({offset: true}).map(q => [q.offset.start, q.offset.start + q.offset.length]));
console.log(JSON.stringify({spans, seconds: Number(process.hrtime.bigint() - start) / 1e9}));
"""


def compromise(texts: list[str], folder: Path) -> tuple[list[list[tuple[int, int]]], float] | None:
    """Spans in each text and seconds in all; None where Node is not there or the package cannot be had."""
    if not shutil.which("node") or not shutil.which("npm"):
        print("Node is not installed: compromise is left out")
        return None
    install = ["npm", "install", "--silent", "--no-save", "--prefix", str(folder), VERSION]
    if not (folder / "node_modules").exists() and subprocess.call(install, stdout=subprocess.DEVNULL):
        print(f"{VERSION} cannot be installed: it is left out")
        return None
    done = subprocess.run(["node", "-e", SCRIPT], cwd=folder, input=json.dumps(texts), capture_output=True, text=True, check=True)  # fmt: skip
    found = json.loads(done.stdout)
    return [[_characters(text, *s) for s in spans] for text, spans in zip(texts, found["spans"], strict=True)], found[
        "seconds"
    ]


def _characters(text: str, start: int, end: int) -> tuple[int, int]:
    """A span in UTF-16 units as characters."""
    units = text.encode("utf-16-le")
    return len(units[: 2 * start].decode("utf-16-le", "ignore")), len(units[: 2 * end].decode("utf-16-le", "ignore"))


def main() -> None:
    """Print all figures."""
    options = report.arguments(__doc__).parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file in (LABELS, LABELS.parent / "us-style.jsonl"):
            rows = [r for r in read_labels(file) if r["language"] == "en"]
            labelled = [locate(r["text"], [s for s in r["gold"]["statements"] if s["kind"] == "direct"]) for r in rows]
            own = [
                [{**s, "span": (s["start"], s["end"])} for s in parsed["statements"] if s["kind"] == "direct"]
                for parsed in parse_rows(rows)
            ]
            tools: dict[str, list[list[dict[str, Any]]]] = {"this parser": own}
            if peer := compromise([r["text"] for r in rows], folder):
                tools["compromise"] = [[{"span": span} for span in spans] for spans in peer[0]]
            table = []
            for tool, found in tools.items():
                matched = [pairs(a, b, 0.5) for a, b in zip(labelled, found, strict=True)]
                right = sum(map(len, matched))
                row: dict[str, Any] = {"tool": tool, **scores(right, sum(map(len, found)), sum(map(len, labelled)))}
                spoken = sum(a["speaker"] == b.get("speaker") for m in matched for a, b in m)
                row["right speaker, of those found"] = spoken / max(1, right) if tool == "this parser" else "–"
                table.append(row)
            report.show(f"Direct quotations in English, {file.stem}", table, options.json)
        articles = [a for a in read_articles() if a.language == "en"]
        texts = [a.text for a in articles] * 5
        size = sum(len(t.encode()) for t in texts) / 1e6
        from press.reading.parse import parse

        start = perf_counter()
        for article in articles * 5:
            parse(article)
        speed: list[dict[str, Any]] = [
            {"tool": "this parser, whole analysis", "MB": size, "MB/s": size / (perf_counter() - start)}
        ]
        if peer := compromise(texts, folder):
            speed.append({"tool": "compromise, quotations only", "MB": size, "MB/s": size / peer[1]})
        report.show("Speed on English articles", speed, options.json)


if __name__ == "__main__":
    main()
