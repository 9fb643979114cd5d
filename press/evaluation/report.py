"""The scores as tables: printed, in the README, and kept for the About page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from press.atomic import replacing
from press.vocabulary import ROOT

RESULT = ROOT / "data" / "quality.json"
TASKS = {
    "direct": ("Direct quotations", "f1"),
    "statements": ("All statements", "f1"),
    "content": ("Attributed content, by characters", "f1"),
    "speaker": ("Speaker right", "accuracy"),
    "names": ("Names, one person under all forms", "accuracy"),
    "kind": ("Kind right", "accuracy"),
    "sentiment": ("Sentiment, macro-F1", "macro_f1"),
    "stance": ("Stance toward parties", "f1"),
    "topics": ("Topics", "f1"),
    "events": ("Events", "f1"),
    "event_dates": ("Event day right", "accuracy"),
    "event_actors": ("Event actors", "f1"),
}


#: Measured on invented English sentences, half of them held out.
PERSON_TASK = "Tone toward a person (invented sentences)"


def as_table(result: dict[str, Any]) -> str:
    """The scores of the tasks that have labels as a Markdown table, and the confusions below."""
    parts = {k: result[k] for k in ("held out", "all") if k in result} | result["languages"]
    lines = [
        "| task | labels | precision | recall | " + " | ".join(parts) + " |",
        "| --- | ---: | ---: | ---: |" + " ---: |" * len(parts),
    ]
    for task, (label, measure_) in TASKS.items():
        whole = result["all"].get(task)
        if not whole or not whole["labels"]:
            continue
        precision = f"{whole['precision']:.2f}" if "precision" in whole else ""
        recall = f"{whole['recall']:.2f}" if "recall" in whole else ""
        cells = [f"{p[task][measure_]:.2f}" for p in parts.values()]
        lines.append(f"| {label} | {whole['labels']} | {precision} | {recall} | " + " | ".join(cells) + " |")
    if "person" in result:
        whole, half = result["person"]["all"], result["person"]["held out"]
        blanks = " |" * len(result["languages"])
        lines.append(
            f"| {PERSON_TASK}, macro-F1 | {whole['labels']} |  |  | {half['macro_f1']:.2f} | {whole['macro_f1']:.2f} |{blanks}"
        )
    lines.append("")
    for task, rows in result["all"]["confusions"].items():
        lines.append(f"{task}: " + "; ".join(f"{a} → {b or '(nobody)'} {c}" for a, b, c in rows))
    return "\n".join(lines)


#: How far two annotators agreed, in the measure of each task (``tests/gold/README.md``); a span is that of the languages.
SECOND_ANNOTATOR = {
    "direct": "0.99", "statements": "0.91–0.97", "speaker": "0.94", "sentiment": "0.86", "stance": "0.70", "topics": "0.87",
    "events": "0.72", "event_dates": "0.88",
}  # fmt: skip
_README = ROOT / "README.md"
_OPEN, _CLOSE = "<!-- quality: written by python -m press evaluate --save -->", "<!-- /quality -->"


def readme_block(result: dict[str, Any]) -> str:
    """The scores as the README shows them: the held-out part, all labels, each language, a second annotator."""
    parts = {"held out": result["held out"], "all": result["all"], **result["languages"]}
    lines = [
        f"Measured on {result['measured']} on {result['all']['articles']} labelled articles, "
        f"{result['held out']['articles']} of them held out. Rules and weights were fitted to the others, so the column "
        "**held out** is what to expect of new articles; the languages are of all labels.",
        "",
        "| step | measure | labels | " + " | ".join(parts) + " | second annotator |",
        "| --- | --- | ---: |" + " ---: |" * len(parts) + " ---: |",
    ]
    names = {"f1": "F1", "accuracy": "share right", "macro_f1": "macro-F1"}
    for task, (label, kind) in TASKS.items():
        if task not in result["all"]:
            continue
        cells = " | ".join(f"{p[task][kind]:.2f}" for p in parts.values())
        second = SECOND_ANNOTATOR.get(task, "")
        lines.append(
            f"| {label.removesuffix(', macro-F1')} | {names[kind]} | {result['all'][task]['labels']} | {cells} | {second} |"
        )
    if "person" in result:
        whole, half = result["person"]["all"], result["person"]["held out"]
        lines.append(
            f"| {PERSON_TASK} | macro-F1 | {whole['labels']} | {half['macro_f1']:.2f} | {whole['macro_f1']:.2f} |"
            + " |" * (len(result["languages"]) + 1)
        )
    return "\n".join(lines)


def save(result: dict[str, Any], path: Path = RESULT, readme: Path = _README) -> None:
    """Keep the scores for the About page and write them into the README; each file whole or not at all."""
    text = readme.read_text(encoding="utf8")
    before, _, rest = text.partition(_OPEN)
    after = rest.partition(_CLOSE)[2]
    for file, content in (
        (path, json.dumps(result, ensure_ascii=False, indent=1) + "\n"),
        (readme, f"{before}{_OPEN}\n{readme_block(result)}\n{_CLOSE}{after}"),
    ):
        with replacing(file) as out:
            out.write(content.encode("utf8"))
