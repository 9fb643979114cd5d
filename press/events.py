"""Events: what happened or is set to happen, with its type, day, actors and sentence.

Event coding from the sentence that reports it, in the line of CAMEO coders (Schrodt 2012): words of
``data/vocabulary/events.toml`` trigger a type; where the sentence stands, what it dates, whom it names and
whether it is quoted or negated decide whether it is reported as an event. The weights of these
features are data, ``data/vocabulary/ranking.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from math import exp

from . import dates
from .document import Document, Event, Mention, Sentence, Statement
from .vocabulary import read
from .words import Phrases, tokenise, vocabulary_language

_PRECISION = {10: "day", 7: "month", 4: "year"}


@cache
def _table(language: str) -> Phrases[tuple[tuple[str, bool], ...]]:
    entries: dict[str, dict[str, bool]] = defaultdict(dict)
    for kind in read("events")["type"]:
        for phrase in kind[language]:
            entries[phrase.lstrip("!").strip()][kind["id"]] = phrase.startswith("!")
    return Phrases(((p, tuple(t.items())) for p, t in entries.items()), language)


@cache
def _cues(language: str) -> Phrases[str]:
    cues = read("events")["cues"]
    return Phrases(((w, kind) for kind in ("background", "planned", "negated") for w in cues[kind][language]), language)


@cache
def _weights() -> dict[str, float]:
    return read("ranking")["events"]


def types() -> dict[str, dict[str, str]]:
    """Label and CAMEO code of each event type, in the order of the vocabulary."""
    return {t["id"]: {"label": t["label"], "cameo": t["cameo"]} for t in read("events")["type"]}


class Candidate:
    """A sentence that may report an event of a type, with the features that decide."""

    __slots__ = ("features", "sentence", "span", "statement", "trigger", "type")

    def __init__(self, kind: str, sentence: int, trigger: int, span: tuple[int, int]) -> None:
        self.type, self.sentence, self.trigger, self.span = kind, sentence, trigger, span
        self.statement: Statement | None = None
        self.features: dict[str, float] = {}

    @property
    def probability(self) -> float:
        """Probability that the sentence reports the event (logistic regression)."""
        weights = _weights()
        total = weights["bias"] + sum(weights.get(k, 0.0) * v for k, v in self.features.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def find(document: Document, statements: list[Statement]) -> list[Event]:
    """The events that a text reports, in the order of the text.

    One sentence may report several events; the same event told again in a later sentence is reported once.
    """
    found = candidates(document, statements)
    least = _weights()["least"]
    all_dates = dates.find(document)
    chosen: list[Event] = []
    seen: set[tuple[str, str]] = set()
    per_sentence: dict[int, int] = defaultdict(int)
    for c in sorted(found, key=lambda c: -c.probability):
        if c.probability < least or per_sentence[c.sentence] >= 2:
            continue
        event = _event(document, c, all_dates)
        key = (event.type, event.date)
        if key in seen:
            continue
        seen.add(key)
        per_sentence[c.sentence] += 1
        chosen.append(event)
    return sorted(chosen, key=lambda e: e.start)


def candidates(document: Document, statements: list[Statement]) -> list[Candidate]:
    """Every sentence and type that a trigger proposes, with features."""
    language = vocabulary_language(document.language)
    keys = document.tokens.keys
    table, cues = _table(language), _cues(language)
    title_types: set[str] = set()
    if document.title:
        for hit in table.scan(tokenise(document.title, document.language).keys):
            title_types.update(t for t, _ in hit.value)
    dated: dict[int, list[str]] = defaultdict(list)
    sentences = document.sentences
    at = 0
    for d in dates.find(document):
        while at + 1 < len(sentences) and sentences[at].end <= d.start:
            at += 1
        dated[at].append(d.precision)
    quoted = [(s.start, s.end, s.kind) for s in statements]
    by_sentence: dict[int, list[Statement]] = defaultdict(list)
    for s in statements:
        by_sentence[s.sentence].append(s)
    mention_at = 0
    mentions = document.mentions
    order = 0
    out: list[Candidate] = []
    seen_types: set[str] = set()
    speech_at = 0
    for i, sentence in enumerate(sentences):
        if not sentence.readable:
            continue
        while mention_at < len(mentions) and mentions[mention_at].start < sentence.start:
            mention_at += 1
        here = mention_at
        names: set[str] = set()
        while here < len(mentions) and mentions[here].start < sentence.end:
            names.add(mentions[here].name)
            here += 1
        while speech_at < len(quoted) and quoted[speech_at][1] <= sentence.start:
            speech_at += 1
        spans = []
        k = speech_at
        while k < len(quoted) and quoted[k][0] < sentence.end:
            spans.append(quoted[k])
            k += 1
        cue_kinds: dict[str, int] = {}
        for cue in cues.scan(keys, sentence.first, sentence.last):
            cue_kinds.setdefault(cue.value, cue.first)
        triggers: dict[str, tuple[int, bool, int]] = {}
        for hit in table.scan(keys, sentence.first, sentence.last):
            for kind, strong in hit.value:
                first, was, count = triggers.get(kind, (hit.first, False, 0))
                triggers[kind] = (first, was or strong, count + 1)
        if (order == 0 and by_sentence.get(i)) or (
            order < 3 and any(s.kind != "direct" for s in by_sentence.get(i, ()))
        ):
            triggers.setdefault("statement", (sentence.first, True, 1))
        for kind, (first, strong, count) in triggers.items():
            c = Candidate(kind, i, first, (sentence.start, sentence.end))
            offset = document.tokens.starts[first]
            inside = [s for s in spans if s[0] <= offset < s[1]]
            f = c.features
            f["lead" if order == 0 else "second" if order == 1 else "third" if order == 2 else "later"] = 1.0
            f["type:" + kind] = 1.0
            f["strong"] = float(strong)
            f["count"] = float(count > 1)
            f["title"] = float(kind in title_types)
            f["day"] = float("day" in dated.get(i, ()))
            f["month"] = float(any(p in ("month", "year") for p in dated.get(i, ())))
            f["actors0"] = float(not names)
            f["actors2"] = float(len(names) >= 2)
            f["direct"] = float(any(s[2] == "direct" for s in inside))
            f["reported"] = float(any(s[2] != "direct" for s in inside))
            f["planned"] = float("planned" in cue_kinds)
            f["background"] = float("background" in cue_kinds or sentence.section == "background")
            f["negated"] = float("negated" in cue_kinds and 0 <= first - cue_kinds["negated"] <= 4)
            f["seen"] = float(kind in seen_types)
            f["others"] = float(len(triggers) > 2)
            if kind == "statement":
                f["statement_lead"] = float(order == 0)
                f["statement_only"] = float(len(triggers) == 1)
            if inside:
                c.span = (inside[0][0], inside[0][1]) if inside[0][2] == "direct" else c.span
            out.append(c)
        seen_types.update(triggers)
        order += 1
    return out


def _event(document: Document, c: Candidate, all_dates: list[dates.DateMention]) -> Event:
    sentence = document.sentences[c.sentence]
    iso = _date(document, c, sentence, all_dates)
    start, end = c.span
    day = document.published.isoformat() if document.published else ""
    planned_cue = c.features.get("planned", 0) > 0
    planned = bool(iso and day and iso[:10] > day[: len(iso)]) or (planned_cue and not iso)
    if len(iso) == 7 and day and iso == day[:7] and planned_cue:
        planned = True
    background = sentence.section == "background" or (
        not planned
        and (
            (
                c.features.get("background", 0) > 0
                and c.sentence > 0
                and not (iso and day and iso[:7] == day[:7] and len(iso) == 10 and _days(iso, day) < 3)
            )
            or bool(iso and day and _old(iso, day))
        )
    )
    return Event(
        c.type, start, end, iso, _PRECISION.get(len(iso), "unknown"), _actors(document, c, sentence), background, planned
    )  # fmt: skip


def _days(a: str, b: str) -> int:
    from datetime import date

    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def _old(iso: str, day: str) -> bool:
    """Whether a date lies more than some days before publication: told as context."""
    if len(iso) == 10:
        return iso < day and _days(iso, day) > 10
    return iso < day[: len(iso)]


def _date(document: Document, c: Candidate, sentence: Sentence, all_dates: list[dates.DateMention]) -> str:
    """The day of the event: of the dates in its sentence the nearest to the trigger, else the lead's day."""
    here = [d for d in all_dates if sentence.start <= d.start < sentence.end]
    offset = document.tokens.starts[c.trigger]
    if here:
        order = {"day": 0, "month": 1, "year": 2}
        best = min(
            here,
            key=lambda d: (order[d.precision] if abs(d.start - offset) > 0 else 0, abs(d.start - offset)),
        )
        return best.iso
    if document.published is None:
        return ""
    weights = _weights()
    day = document.published.isoformat()
    if c.features.get("background") or (c.features.get("reported") and c.features.get("planned")):
        return "" if sentence.section == "background" or c.sentence > 1 else day[:7]
    if c.type == "statement" or c.sentence == 0:
        return day if c.type in ("statement", "accusation") or weights.get("undated_is_day", 1) else day[:7]
    return day[:7]


def _actors(document: Document, c: Candidate, sentence: Sentence) -> tuple[str, ...]:
    """Who takes part: the names of the sentence, persons first; a statement's is its speaker."""
    here: list[Mention] = [m for m in document.mentions if sentence.start <= m.start < sentence.end]
    names = list(dict.fromkeys(m.name for m in here if m.kind in ("person", "organisation")))
    states = list(dict.fromkeys(m.name for m in here if m.kind == "state"))
    if c.type in ("statement", "accusation") and names:
        return (names[0],)
    if len(names) < 2:
        names += states[: 2 - len(names)]
    return tuple(names[:4])
