"""Events: what happened or is set to happen, with its type, day, actors and sentence.

Event coding from the sentence that reports it, in the line of CAMEO coders (Schrodt 2012). Words of
``data/vocabulary/events.toml`` propose a type for a sentence; a logistic regression then tells whether the
sentence reports such an event, from what a reader would look at: which words, where in the article, whether the
title says so, what is dated, who is named, whether it is quoted, denied, possible or already told. Its weights
are data too, ``data/vocabulary/event_weights.toml``, fitted to labels by ``training/events.py``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import date
from functools import cache
from math import exp
from typing import NamedTuple

from . import dates
from .actors import countries
from .dates import DateMention
from .document import Document, Event, Mention, Sentence, Statement
from .vocabulary import read
from .words import Phrases, tokenise, vocabulary_language

_PRECISION = {10: "day", 7: "month", 4: "year"}
_CUES = ("background", "planned", "negated", "modal", "report", "subordinate")
#: Name of the groups whose words propose no type, but support one that others propose.
_HINT = "hint"
#: Events that one sentence may report at most.
MOST_IN_SENTENCE = 2
_MOST_ACTORS = 4
_BACK = 12  # names before the sentence among which the other person is sought
#: Types whose event lies before its report, whatever day the words name.
_TOLD_NOW = frozenset({"statement", "accusation", "invitation"})
_THESE_DAYS = 7  # days before publication that news tells of


class _Group(NamedTuple):
    """Words that mean the same: event type and name of the group; ``paired`` needs a companion."""

    type: str
    name: str
    paired: bool


@cache
def _triggers(language: str) -> Phrases[tuple[_Group, ...]]:
    entries: dict[str, dict[_Group, None]] = defaultdict(dict)
    for kind in read("events")["type"]:
        for group in kind.get("group", ()):
            if group["id"] == _HINT:
                continue
            value = _Group(kind["id"], f"{kind['id']}.{group['id']}", f"with_{language}" in group)
            for phrase in group[language]:
                entries[phrase][value] = None
    return Phrases(((p, tuple(v)) for p, v in entries.items()), language)


@cache
def _companions(language: str) -> Phrases[tuple[str, ...]]:
    """Cues, and the words that a group of triggers needs beside it."""
    entries: dict[str, dict[str, None]] = defaultdict(dict)
    data = read("events")
    for kind in data["type"]:
        for group in kind.get("group", ()):
            for phrase in group.get(f"with_{language}", ()):
                entries[phrase][f"{kind['id']}.{group['id']}"] = None
            if group["id"] == _HINT:
                for phrase in group[language]:
                    entries[phrase][f"{kind['id']}.{_HINT}"] = None
    for cue in _CUES:
        for phrase in data["cues"][cue][language]:
            entries[phrase][cue] = None
    return Phrases(((p, tuple(v)) for p, v in entries.items()), language)


@cache
def _weights() -> dict[str, dict[str, float]]:
    return read("event_weights")


def types() -> dict[str, dict[str, str]]:
    """Label and CAMEO code of each event type, in the order of the vocabulary."""
    return {t["id"]: {"label": t["label"], "cameo": t["cameo"]} for t in read("events")["type"]}


class Candidate(NamedTuple):
    """A sentence that may report an event of a type.

    ``trigger`` is the token that proposes it, ``features`` what decides; a feature that is absent is 0.
    """

    type: str
    sentence: int
    trigger: int
    start: int
    end: int
    features: dict[str, float]


def _logistic(weights: dict[str, float], features: dict[str, float]) -> float:
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


class Place(NamedTuple):
    """A sentence with what stands in it."""

    number: int
    sentence: Sentence
    order: int  # among the sentences that count
    dates: list[DateMention]
    mentions: list[Mention]
    speech: list[Statement]
    cues: dict[str, int]  # kind of cue: its first token
    triggers: dict[str, list[tuple[int, str]]]  # type: (token, group)
    day: str = ""  # of these days, that the text named last


def find(document: Document, statements: list[Statement]) -> list[Event]:
    """The events that a text reports, in the order of the text.

    One sentence may report several events, of different types.
    """
    places = places_of(document, statements)
    by_number = {p.number: p for p in places}
    found = candidates(document, places)
    alone = [_logistic(_weights()["alone"], c.features) for c in found]
    company(found, alone)
    ranked = sorted(
        ((_logistic(_weights()["company"], c.features), c) for c in found), key=lambda pc: (-pc[0], pc[1].start)
    )
    least = _weights()["threshold"]
    chosen: list[Event] = []
    in_sentence: dict[int, int] = defaultdict(int)
    for n, (probability, c) in enumerate(ranked):
        if probability < (least["next"] if n else least["first"]):
            break
        if in_sentence[c.sentence] < MOST_IN_SENTENCE:
            in_sentence[c.sentence] += 1
            chosen.append(_event(document, c, by_number[c.sentence]))
    return sorted(chosen, key=lambda e: (e.start, e.end, e.type))


def places_of(document: Document, statements: list[Statement]) -> list[Place]:
    """The sentences that count, each with its dates, names, speech and triggers."""
    language = vocabulary_language(document.language)
    keys = document.tokens.keys
    places = [
        Place(i, s, order, [], [], [], {}, {})
        for order, (i, s) in enumerate((i, s) for i, s in enumerate(document.sentences) if s.readable)
    ]
    firsts = [p.sentence.first for p in places]
    ends = [p.sentence.end for p in places]

    def at_token(token: int) -> Place | None:
        k = bisect_left(firsts, token + 1) - 1
        return places[k] if k >= 0 and token < places[k].sentence.last else None

    for d in dates.find(document):
        if place := at_token(d.first):
            place.dates.append(d)
    for m in document.mentions:
        if place := at_token(m.first):
            place.mentions.append(m)
    for s in statements:
        k = bisect_left(ends, s.start + 1)
        while k < len(places) and places[k].sentence.start < s.end:
            places[k].speech.append(s)
            k += 1
    with_companion: set[tuple[int, str]] = set()
    for hit in _companions(language).scan(keys):
        if place := at_token(hit.first):
            for name in hit.value:
                if name in _CUES or name.endswith(_HINT):
                    place.cues.setdefault(name, hit.first)
                else:
                    with_companion.add((place.number, name))
    for trigger in _triggers(language).scan(keys):
        if place := at_token(trigger.first):
            for group in trigger.value:
                if not group.paired or (place.number, group.name) in with_companion:
                    place.triggers.setdefault(group.type, []).append((trigger.first, group.name))
    published = document.published
    day = ""
    for i, place in enumerate(places):
        for d in place.dates:
            if (
                published
                and d.precision == "day"
                and not d.limit
                and 0 <= (published - date.fromisoformat(d.iso)).days <= _THESE_DAYS
            ):
                day = d.iso
        places[i] = place._replace(day=day)
    return places


def candidates(document: Document, places: list[Place]) -> list[Candidate]:
    """Every sentence and type that a trigger proposes, with features."""
    language = vocabulary_language(document.language)
    starts = document.tokens.starts
    title = tokenise(document.title, document.language).keys
    title_groups = [g for hit in _triggers(language).scan(title) for g in hit.value if not g.paired]
    in_title = {g.type for g in title_groups}
    groups_in_title = {g.name for g in title_groups}
    title_names = set(document.title_mentions)
    told: dict[str, int] = defaultdict(int)
    speakers: set[str] = set()
    lead_types: set[str] = set()
    out: list[Candidate] = []
    for p in places:
        sentence, triggers = p.sentence, dict(p.triggers)
        own = [s for s in p.speech if s.sentence == p.number or sentence.start <= s.start < sentence.end]
        if own or not p.order or "report" in p.cues:
            triggers["statement"] = p.triggers.get("statement") or [(sentence.first, "statement.none")]
        else:
            triggers.pop("statement", None)
        if not p.order:
            lead_types = set(triggers)
        names = {m.name for m in p.mentions}
        base = {("lead", "second", "third")[p.order] if p.order < 3 else "later": 1.0}
        for kind in ("person", "state", "organisation"):
            base[kind + str(min(2, len({m.name for m in p.mentions if m.kind == kind})))] = 1.0
        for precision in {d.precision for d in p.dates}:
            base[precision] = 1.0
        for cue in p.cues:
            if cue not in ("negated", "subordinate") and "." not in cue:
                base[cue] = 1.0
        if sentence.section == "background":
            base["background_section"] = 1.0
        if names & title_names:
            base["title_name"] = 1.0
        if p.order == len(places) - 1 and p.order > 1:
            base["last"] = 1.0
        if len(triggers) > 3:
            base["crowded"] = 1.0
        length = max(1, sentence.last - sentence.first)
        order = sorted((found[0][0], kind) for kind, found in triggers.items() if kind != "statement")
        for kind, found in triggers.items():
            first = found[0][0]
            offset = starts[first] if first < len(starts) else sentence.start
            f = dict(base)
            f[kind] = 1.0
            for _, group in found:
                f[group] = 1.0
            if len(found) > 1:
                f["several"] = 1.0
            for n in "person", "state", "organisation":
                for m in "0", "1", "2":
                    if n + m in base:
                        f[f"{kind}:{n}{m}"] = 1.0
            before = [m for m in p.mentions if m.first < first]
            if before:
                f["before:" + before[-1].kind] = f[f"{kind}:before:{before[-1].kind}"] = 1.0
            if len(before) < len(p.mentions):
                after = p.mentions[len(before)].kind
                f["after:" + after] = f[f"{kind}:after:{after}"] = 1.0
            if order and order[0][1] == kind:
                f["first_trigger"] = 1.0
            if p.cues.get("subordinate", first) < first:
                f["subordinate"] = 1.0
            for _, group in found:
                if group in groups_in_title:
                    f["group_in_title"] = 1.0
            if f"{kind}.{_HINT}" in p.cues:
                f[f"{kind}.{_HINT}"] = 1.0
                f[_HINT] = 1.0
            if kind in in_title:
                f["in_title"] = 1.0
            if told[kind]:
                f["told"] = 1.0
            f["place"] = (first - sentence.first) / length
            if "negated" in p.cues and 0 <= first - p.cues["negated"] <= 4:
                f["negated"] = 1.0
            if kind == "statement":
                _statement_features(f, own, p, speakers, in_title, lead_types, document)
            else:
                inside = {s.kind for s in p.speech if s.start <= offset < s.end}
                if inside:
                    f["quoted" if inside == {"direct"} else "reported"] = 1.0
            start, end = sentence.start, sentence.end
            out.append(Candidate(kind, p.number, first, start, end, f))
            told[kind] += 1
        speakers.update(s.speaker for s in own)
    return out


def company(found: list[Candidate], alone: list[float]) -> None:
    """Add to each candidate how likely the others are: an article has few events, and a statement is news
    where nothing else is.

    Parameters
    ----------
    found : candidates of one article
    alone : probability of each, told from itself
    """
    best: dict[tuple[str, object], list[tuple[float, int]]] = defaultdict(list)

    def rooms(c: Candidate) -> list[tuple[str, object]]:
        rooms: list[tuple[str, object]] = [("sentence", c.sentence), ("type", c.type)]
        if c.type == "statement":
            return [*rooms, ("statements", "")]
        rooms += [("others in the sentence", c.sentence), ("events", "")]
        return [*rooms, ("lead", "")] if "lead" in c.features else rooms

    for i, c in enumerate(found):
        for room in rooms(c):
            two = best[room]
            two.append((alone[i], i))
            two.sort(reverse=True)
            del two[2:]

    def most(room: tuple[str, object], but: int) -> float:
        return next((p for p, i in best.get(room, ()) if i != but), 0.0)

    for i, c in enumerate(found):
        f, of = c.features, "statement:" if c.type == "statement" else ""
        f["better_in_sentence"] = float(most(("sentence", c.sentence), i) > alone[i])
        f["better_of_type"] = float(most(("type", c.type), i) > alone[i])
        f[of + "best_in_sentence"] = most(("others in the sentence", c.sentence), i)
        f[of + "best_in_lead"] = most(("lead", ""), i)
        f[of + "best_event"] = most(("events", ""), i)
        f[of + "best_statement"] = most(("statements", ""), i)


def _statement_features(
    f: dict[str, float], own: list[Statement], p: Place, speakers: set[str], in_title: set[str], lead_types: set[str],
    document: Document,
) -> None:  # fmt: skip
    if len(own) > 1:
        f["statement.many"] = 1.0
    kinds = {s.kind for s in own}
    f["statement." + ("none" if not kinds else "direct" if kinds == {"direct"} else "indirect")] = 1.0
    f["statement.order" + str(min(p.order, 3))] = 1.0
    if own and own[0].speaker and own[0].speaker in document.title_mentions:
        f["statement.speaker_in_title"] = 1.0
    if own and own[0].speaker in speakers:
        f["statement.speaker_told"] = 1.0
    if own and not own[0].speaker:
        f["statement.no_speaker"] = 1.0
    if ":" in document.title or any(c in document.title for c in '"“„«'):
        f["statement.title_quotes"] = 1.0
    if not in_title:
        f["statement.title_plain"] = 1.0
    if len(lead_types - {"statement"}) == 0:
        f["statement.plain_lead"] = 1.0
    if len(p.triggers) == 0:
        f["statement.only"] = 1.0


def _event(document: Document, c: Candidate, place: Place) -> Event:
    iso = date_of(document, c, place)
    published = document.published.isoformat() if document.published else ""
    ahead = bool(iso and published and iso > published[: len(iso)])
    planned = ahead or ("planned" in c.features and (not iso or iso == published[: len(iso)]))
    p = _logistic(_weights()["background"], background_features(c, place, iso, document.published))
    background = place.sentence.section == "background" or (place.order > 0 and not ahead and p > 0.5)
    precision = _PRECISION.get(len(iso), "unknown")
    return Event(c.type, c.start, c.end, iso, precision, _actors(document, c, place), background, planned)


_OF_BACKGROUND = (
    "lead", "second", "third", "later", "last", "background", "background_section", "planned", "told", "in_title",
    "group_in_title", "title_name", "quoted", "reported", "negated", "subordinate", "modal", "report",
)  # fmt: skip


def background_features(c: Candidate, place: Place, iso: str, published: date | None) -> dict[str, float]:
    """What tells whether an event is the news or was before: its place, its words, its age."""
    f = {name: 1.0 for name in _OF_BACKGROUND if name in c.features}
    f[c.type] = 1.0
    f["order"] = min(place.order, 5) / 5
    if not place.dates:
        f["undated"] = 1.0
    f["age:" + _age(iso, published)] = 1.0
    return f


def _age(iso: str, published: date | None) -> str:
    """How long before publication a date lies, in words."""
    if not iso or published is None:
        return "unknown"
    if len(iso) < 10:
        now = published.isoformat()[: len(iso)]
        return _PRECISION[len(iso)] + (" now" if iso == now else " before" if iso < now else " ahead")
    days = (published - date.fromisoformat(iso)).days
    return next((name for most, name in _AGES if days <= most), "old")


_AGES = ((-1, "ahead"), (0, "today"), (3, "days"), (10, "week"), (40, "weeks"))


def date_of(document: Document, c: Candidate, place: Place) -> str:
    """The day of the event: the date of its sentence that fits best, else the day that the article tells of."""
    published = document.published.isoformat() if document.published else ""
    trigger = c.trigger
    offset = document.tokens.starts[trigger] if trigger < len(document.tokens.starts) else c.start
    said = next((s for s in place.speech if s.start <= offset < s.end), None)

    def distance(d: DateMention) -> float:
        """How badly a date fits: words between, and what speaks against it."""
        words = abs(d.first - trigger) * (0.5 if d.first > trigger else 1.0)
        words += {"day": 0, "month": 4, "year": 8}[d.precision]
        if d.limit:
            words += 25
        if said and not said.start <= d.start < said.end:
            words += 5
        return words

    fitting = [d for d in place.dates if not d.limit or len(place.dates) == 1]
    if c.type in _TOLD_NOW:
        fitting = [d for d in fitting if not published or d.iso <= published]
    if c.type == "statement":
        fitting = [d for d in fitting if not any(s.start <= d.start < s.end for s in place.speech)]
    if fitting:
        return min(fitting, key=distance).iso
    if not published:
        return ""
    if place.sentence.section == "background" or ("background" in c.features and place.order > 0):
        return ""
    return place.day or (published if not place.order else published[:7])


@cache
def _parts() -> dict[str, tuple[list[str], int]]:
    """Of each type the kinds of names that take part, and how many persons it takes at least."""
    return {t["id"]: (t["actors"], t.get("persons", 0)) for t in read("events")["type"]}


def _actors(document: Document, c: Candidate, place: Place) -> tuple[str, ...]:
    """Who takes part: names of the sentence of the kinds that such an event has; of a statement its speaker."""
    if c.type == "statement" and (speaker := next((s.speaker for s in place.speech if s.speaker), "")):
        return (speaker,)
    kinds, persons = _parts()[c.type]
    mentions = place.mentions
    names = dict.fromkeys(m.name for kind in kinds for m in mentions if m.kind == kind)
    if not names:
        for kind in ("person", "organisation", "state"):
            names |= dict.fromkeys(m.name for m in mentions if m.kind == kind)
        names = dict.fromkeys(list(names)[:2])
    if c.type == "statement":
        return tuple(names)[:1]
    if sum(m.kind == "person" for m in mentions if m.name in names) < persons:
        k = bisect_left(document.mentions, place.sentence.start, key=lambda m: m.start)
        before = (m.name for m in reversed(document.mentions[max(0, k - _BACK) : k]) if m.kind == "person")
        if other := next((name for name in before if name not in names), ""):
            names[other] = None
    if "state" in kinds and kinds[0] != "person" and len(names) < 2:
        by_code = countries()
        for m in mentions:
            if m.country in by_code and len(names) < 2:
                names[by_code[m.country]["name"]] = None
    return tuple(names)[:_MOST_ACTORS]
