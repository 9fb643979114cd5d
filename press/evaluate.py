"""Quality: precision, recall and F1 of every step against hand labels.

A statement is found where a labelled one overlaps it by at least half (characters in common over the
characters of both); speaker, kind, sentiment and stance are then compared on the pairs. An event is found where
type and sentence agree (overlap of a fifth). What the labels mean: ``tests/gold/README.md``.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from press.article import Article
from press.atomic import replacing
from press.gather.relevance import is_about
from press.reading.actors import mentions as actors
from press.reading.parse import as_json, parse, read
from press.reading.tone import person
from press.vocabulary import ROOT, TONES

LABELS = ROOT / "tests" / "gold" / "press-review.jsonl"
NAMES = ROOT / "tests" / "gold" / "names.jsonl"
PERSONS = ROOT / "tests" / "gold" / "person-tone.jsonl"
RELEVANCE = ROOT / "tests" / "gold" / "relevance.jsonl"
RESULT = ROOT / "data" / "quality.json"


def held_out(url: str, parts: int = 4) -> bool:
    """Whether a labelled article is kept out of tuning: a quarter of them, by a hash of the address."""
    return int(hashlib.md5(url.encode(), usedforsecurity=False).hexdigest(), 16) % parts == 0


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Characters that two spans share over the characters they cover together (Jaccard index)."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return max(0, high - low) / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def pairs(gold: list[dict], found: list[dict], least: float) -> list[tuple[dict, dict]]:
    """One-to-one pairs of spans, best overlap first."""
    candidates = sorted(
        ((overlap(g["span"], f["span"]), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    out = []
    for o, i, j in candidates:
        if o < least:
            break
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out.append((gold[i], found[j]))
    return out


def scores(right: int, found: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 with the number of labels."""
    p, r = right / found if found else 0.0, right / gold if gold else 0.0
    return {"precision": p, "recall": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "labels": gold}


def content_f1(pairs_of_spans: Iterable[tuple[list[tuple[int, int]], list[tuple[int, int]]]]) -> dict[str, float]:
    """Attributed content by characters: the characters inside any statement, labelled against found.

    Parameters
    ----------
    pairs_of_spans : iterable of (list of (start, end), list of (start, end))
        For each article the labelled and the found spans; spans may overlap, a character counts once.

    Returns
    -------
    dict
        ``precision``, ``recall`` and ``f1`` over all articles' characters; ``labels`` is the number of
        labelled characters. The measure of content spans in Pareti (2015) and PolNeAR, by characters.
    """
    right = found = gold = 0
    for labelled, told in pairs_of_spans:
        a, b = _union(labelled), _union(told)
        gold += sum(y - x for x, y in a)
        found += sum(y - x for x, y in b)
        i = j = 0
        while i < len(a) and j < len(b):
            right += max(0, min(a[i][1], b[j][1]) - max(a[i][0], b[j][0]))
            if a[i][1] < b[j][1]:
                i += 1
            else:
                j += 1
    return scores(right, found, gold)


def _union(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif end > start:
            out.append((start, end))
    return out


def macro_f1(labelled: Iterable[tuple[str, str]]) -> float:
    """Mean F1 of the classes that occur, from pairs (label, found)."""
    rows = list(labelled)
    values = []
    for c in TONES:
        tp = sum(g == p == c for g, p in rows)
        wrong = sum((g == c) != (p == c) for g, p in rows)
        if tp + wrong:
            values.append(2 * tp / (2 * tp + wrong))
    return sum(values) / len(values) if values else 0.0


def locate(text: str, items: list[dict]) -> list[dict]:
    """Find the labelled texts, by their offsets where given, else the n-th same text is the n-th occurrence."""
    used: Counter[str] = Counter()
    out = []
    for item in items:
        if "start" in item:
            out.append({**item, "span": (item["start"], item["end"])})
            continue
        at = -1
        for _ in range(used[item["text"]] + 1):
            at = text.find(item["text"], at + 1)
        used[item["text"]] += 1
        out.append({**item, "span": (at, at + len(item["text"]))})
    return out


def compare(rows: list[dict[str, Any]], parsed: list[dict[str, Any]]) -> dict[str, Any]:
    """Scores of parsed articles against their labels, both in the same order."""
    n: Counter[str] = Counter()
    tones: list[tuple[str, str]] = []
    confusions: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    contents = []
    for row, out in zip(rows, parsed, strict=True):
        gold = row["gold"]
        labelled = locate(row["text"], gold["statements"])
        found = [{**s, "span": (s["start"], s["end"])} for s in out["statements"]]
        contents.append(([s["span"] for s in labelled], [s["span"] for s in found]))
        n["gs"] += len(labelled)
        n["ps"] += len(found)
        for a, b in pairs(labelled, found, 0.5):
            n["ms"] += 1
            n["speaker"] += a["speaker"] == b["speaker"]
            n["kind"] += a["kind"] == b["kind"]
            if a["speaker"] != b["speaker"]:
                confusions["speaker"][a["speaker"], b["speaker"]] += 1
            if a["kind"] != b["kind"]:
                confusions["kind"][a["kind"], b["kind"]] += 1
            if "sentiment" not in a:
                continue
            if a["sentiment"] != b["label"]:
                confusions["sentiment"][a["sentiment"], b["label"]] += 1
            tones.append((a["sentiment"], b["label"]))
            n["gt"] += len(a["targets"])
            n["pt"] += len(b["targets"])
            n["mt"] += sum(b["targets"].get(k) == v for k, v in a["targets"].items())
        direct = [s for s in labelled if s["kind"] == "direct"]
        found_direct = [s for s in found if s["kind"] == "direct"]
        n["gd"] += len(direct)
        n["pd"] += len(found_direct)
        n["md"] += len(pairs(direct, found, 0.5))
        n["mdp"] += len(pairs(labelled, found_direct, 0.5))
        if "topics" not in gold:
            continue
        topics, found_topics = set(gold["topics"]), set(out["topics"])
        n["gtop"] += len(topics)
        n["ptop"] += len(found_topics)
        n["mtop"] += len(topics & found_topics)
        for t in sorted(topics - found_topics):
            confusions["topics"][t, "missed"] += 1
        for t in sorted(found_topics - topics):
            confusions["topics"]["(none)", t] += 1
        if "events" not in gold:
            continue
        labelled_events = locate(row["text"], gold["events"])
        found_events = [{**e, "span": (e["start"], e["end"])} for e in out["events"]]
        n["ge"] += len(labelled_events)
        n["pe"] += len(found_events)
        free = list(found_events)
        for event in labelled_events:
            match = next(
                (e for e in free if e["type"] == event["type"] and overlap(event["span"], e["span"]) >= 0.2), None
            )
            if match is None:
                other = next((e for e in free if overlap(event["span"], e["span"]) >= 0.2), None)
                confusions["events"][event["type"], other["type"] if other else "missed"] += 1
                continue
            free.remove(match)
            n["me"] += 1
            if len(event["date"]) == 10:
                n["dated"] += 1
                n["date"] += event["date"] == match["date"][:10]
            n["background"] += bool(event["background"]) == bool(match["background"])
            n["ga"] += len(event["actors"])
            n["pa"] += len(match["actors"])
            n["ma"] += len(set(event["actors"]) & set(match["actors"]))
    precision, recall = n["mdp"] / max(n["pd"], 1), n["md"] / max(n["gd"], 1)
    return {
        "articles": len(rows),
        "statements": scores(n["ms"], n["ps"], n["gs"]),
        "content": content_f1(contents),
        "direct": {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0, "labels": n["gd"]},
        "speaker": {"accuracy": n["speaker"] / max(n["ms"], 1), "labels": n["ms"]},
        "kind": {"accuracy": n["kind"] / max(n["ms"], 1), "labels": n["ms"]},
        "sentiment": {"macro_f1": macro_f1(tones), "labels": len(tones)},
        "stance": scores(n["mt"], n["pt"], n["gt"]),
        "topics": scores(n["mtop"], n["ptop"], n["gtop"]),
        "events": scores(n["me"], n["pe"], n["ge"]),
        "event_dates": {"accuracy": n["date"] / max(n["dated"], 1), "labels": n["dated"]},
        "event_actors": scores(n["ma"], n["pa"], n["ga"]),
        "event_background": {"accuracy": n["background"] / max(n["me"], 1), "labels": n["me"]},
        "confusions": {k: [[a, b, c] for (a, b), c in v.most_common(12)] for k, v in confusions.items()},
    }  # fmt: skip


def read_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled rows of a JSON Lines file; ``ValueError`` names the line that is none."""
    rows = []
    with path.open(encoding="utf8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path}, line {number}: is no JSON ({error})") from None
            if not isinstance(row, dict):
                raise ValueError(f"{path}, line {number}: is no JSON object")
            rows.append(row)
    return rows


def article_of(row: dict[str, Any]) -> Article:
    """The article of a labelled row, without its labels."""
    return Article(
        text=row["text"],
        title=row.get("title", ""),
        url=row["url"],
        outlet=row.get("sitename", ""),
        language=row.get("language", ""),
        published=date.fromisoformat(row["date"]) if row.get("date") else None,
    )


def parse_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parse labelled rows, without looking at their labels."""
    return [as_json(parse(article_of(row))) for row in rows]


def measure_names(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """How often a form (spelling, case, script) leads to its person's canonical name.

    ``rows`` have ``form``, ``language`` and ``name``; the half of the forms whose hash is even is held out
    from tuning. Returns ``accuracy`` and ``labels``.
    """
    right = sum(actors.canonical(r["form"], r["language"]) == r["name"] for r in rows)
    return {"accuracy": right / max(len(rows), 1), "labels": len(rows)}


def name_held_out(row: dict[str, Any]) -> bool:
    """Whether a labelled form of a name is kept out of tuning: half of them, by a hash of the form."""
    return hashlib.md5(row["form"].encode(), usedforsecurity=False).digest()[0] % 2 == 0


def measure_persons() -> dict[str, dict[str, float]]:
    """Macro-F1 of the tone toward a person over single sentences: all, and the half held out from tuning."""
    rows = read_labels(PERSONS)
    told = []
    for row in rows:
        document = read(Article(text=row["text"], language="en"))
        end = row["start"] + len(row["person"])
        told.append((row["label"], person.toward(document, row["start"], end).label))
    half = [x for x, row in zip(told, rows, strict=True) if held_out(row["text"], 2)]
    return {
        "all": {"macro_f1": macro_f1(told), "labels": len(told)},
        "held out": {"macro_f1": macro_f1(half), "labels": len(half)},
    }


def measure_relevance() -> dict[str, float]:
    """Precision, recall and F1 of :func:`press.gather.relevance.is_about` on labelled articles, with their number."""
    rows = read_labels(RELEVANCE)
    judged = [
        (row["about"], is_about(Article(text=row["text"], title=row["title"], language=row["language"])))
        for row in rows
    ]
    right = sum(gold and found for gold, found in judged)
    return {
        **scores(right, sum(found for _, found in judged), sum(gold for gold, _ in judged)),
        "articles": len(rows),
    }


def measure(path: Path = LABELS) -> dict[str, Any]:
    """Scores over all labels, by language, and on the part held out from tuning; ``ValueError`` where a row has no labels."""
    rows = read_labels(path)
    for i, row in enumerate(rows, 1):
        if missing := {"text", "url", "language", "gold"} - row.keys():
            raise ValueError(f"{path}, article {i}: has no {', '.join(sorted(missing))}")
    parsed = parse_rows(rows)

    def part(keep: list[bool]) -> dict[str, Any]:
        chosen = [(r, p) for r, p, k in zip(rows, parsed, keep, strict=True) if k]
        return compare([r for r, _ in chosen], [p for _, p in chosen])

    languages = [k for k, c in Counter(r["language"] for r in rows).most_common() if c >= 8]
    result: dict[str, Any] = {
        "measured": date.today().isoformat(),
        "labels": path.name,
        "all": part([True] * len(rows)),
    }
    if path == LABELS:
        result["held out"] = part([held_out(r["url"]) for r in rows])
        result["person"] = measure_persons()
        result["tuned on"] = part([not held_out(r["url"]) for r in rows])
    result["languages"] = {k: part([r["language"] == k for r in rows]) for k in languages} if len(languages) > 1 else {}
    if path == LABELS:
        forms = read_labels(NAMES)
        result["all"]["names"] = measure_names(forms)
        result["held out"]["names"] = measure_names([r for r in forms if name_held_out(r)])
        for language, scored in result["languages"].items():
            scored["names"] = measure_names([r for r in forms if r["language"] == language])
    return result


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
