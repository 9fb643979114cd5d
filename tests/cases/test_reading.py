"""Invented examples of what real press text does to a parser: ``reading.toml`` says what is right."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from press.article import Article
from press.reading.parse import as_json, parse

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("reading.toml").read_text("utf8"))["case"]
_EDGES = " \t\n.,!?…;:—–-\"'“”„«»"


def problems(case: dict[str, Any]) -> list[str]:
    """What is wrong in the reading of a case, in words; empty where all is right."""
    day = date.fromisoformat(case.get("date", "2025-03-12"))
    found = as_json(parse(Article(case["text"], case.get("title", ""), published=day, language=case["language"])))
    out = []
    statements = [(s["kind"], s["speaker"], s["text"].strip(_EDGES)) for s in found["statements"]]
    if "statements" in case:
        wanted = [(kind, speaker, text.strip(_EDGES)) for kind, speaker, text in case["statements"]]
        left = list(statements)
        for kind, speaker, text in wanted:
            same = next((s for s in left if s[1:] == (speaker, text) and kind in ("", s[0])), None)
            if same is None:
                out.append(f"no {kind} [{speaker}] «{text}»")
            else:
                left.remove(same)
        if left and not case.get("others"):
            out += [f"too much: {kind} [{speaker}] «{text}»" for kind, speaker, text in left]
    out += [f"speaker {s[1]}" for s in statements if s[1] in case.get("no_speakers", ())]
    events = found["events"]
    for wanted_event in case.get("events", ()):
        fields = {k: v for k, v in wanted_event.items() if k not in ("actors", "times")}
        fitting = [e for e in events if all(e[k] == v for k, v in fields.items())]
        fitting = [e for e in fitting if set(wanted_event.get("actors", ())) <= set(e["actors"])]
        if not fitting:
            out.append(
                f"no event {wanted_event}, but {[(e['type'], e['date'], e['planned'], e['background']) for e in events]}"
            )
        same_type = sum(e["type"] == wanted_event["type"] for e in events)
        if same_type > wanted_event.get("times", 9):
            out.append(f"{same_type} times {wanted_event['type']}")
    unwanted = case.get("no_events", ())
    out += [f"event {e['type']} {e['date']}" for e in events if e["type"] in unwanted or ("*" in unwanted)]
    out += [f"dated {e['date']}" for e in events if e["date"][:7] in case.get("no_months", ())]
    if "topics" in case and found["topics"] != case["topics"]:
        out.append(f"topics {found['topics']}")
    actors = {m["name"] for m in found["mentions"] if m["kind"] == "actor"}
    out += [f"actor {name}" for name in case.get("no_actors", ()) if name in actors]
    out += [f"no actor {name}" for name in case.get("actors", ()) if name not in actors]
    first = found["statements"][0] if found["statements"] else {"label": "none", "targets": {}}
    if "tone" in case and first["label"] != case["tone"]:
        out.append(f"tone {first['label']}")
    if "stance" in case:
        sides = {party: side for party, side in first["targets"].items() if side != "neutral"}
        if sides != case["stance"]:
            out.append(f"stance {first['targets']}")
    return out


def _param(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
    return pytest.param(case, id=f"{case['id']}-{case['kind']}", marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_is_read_right(case: dict[str, Any]) -> None:
    assert problems(case) == []


def test_every_case_checks_something() -> None:
    checks = {
        "statements",
        "no_speakers",
        "events",
        "no_events",
        "no_months",
        "no_actors",
        "actors",
        "topics",
        "tone",
        "stance",
    }
    assert [case["id"] for case in CASES if not checks & case.keys()] == []
