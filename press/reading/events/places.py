"""Places: the sentences in which an event may be told, each with its dates, names, speech, cues and triggers.

Triggers are the words of ``data/vocabulary/events.toml`` that tell of a type of event; some need a companion in the
sentence. Cues tell how a sentence tells it: denied, possible, planned, earlier.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from datetime import date
from functools import cache
from typing import NamedTuple

from press.reading.document import Document, Mention, Sentence, Statement
from press.text import dates
from press.text.dates import DateMention
from press.text.phrases import Hit, Phrases
from press.text.words import vocabulary_language
from press.vocabulary import read

_CUES = frozenset(
    {"background", "planned", "negated", "modal", "report", "subordinate", "undone", "unsure", "demanded", "affirmed"}
)
_DENYING = frozenset({"negated", "undone", "unsure"})
_AGAINST = _DENYING | {"demanded"}
_REACH, _BEHIND = 5, 6  # words between a denial and what it denies: before it, behind it
_BORDER = re.compile(r"""[,;:.!?–—"“”„«»()]|\b(?:but|ali|nego|но|але)\b""")
#: What takes an event of a type away; a refused sanction is one, and who says "no" has said so.
_NO_EVENT = {"statement": frozenset[str](), "sanction": frozenset({"unsure", "demanded"})}
_THESE_DAYS = 7  # days before publication that news tells of


class Group(NamedTuple):
    """Words that mean the same: event type and name of the group; ``paired`` needs a companion."""

    type: str
    name: str
    paired: bool


#: Stands for the day of publication where it is unknown.
_SOME_DAY = date(2000, 1, 1)


@cache
def triggers(language: str) -> Phrases[tuple[Group, ...]]:
    """Words that propose a type of event, each with the groups that it is of; words of another sense have none.

    The longest phrase of a place is what is found there, so a phrase is also of the groups of the stem or word that
    it begins with.
    """
    entries: dict[str, dict[Group, None]] = defaultdict(dict)
    data = read("events")
    for kind in data["type"]:
        for group in kind.get("group", ()):
            value = Group(kind["id"], f"{kind['id']}.{group['id']}", f"with_{language}" in group)
            for phrase in group[language]:
                entries[phrase][value] = None
    alone = {phrase: tuple(groups) for phrase, groups in entries.items() if " " not in phrase}
    for phrase, groups in entries.items():
        word = phrase.split()[0]
        begins = [word[:n] + "*" for n in range(1, len(word) + 1)]
        for shorter in (*begins, word):
            groups |= dict.fromkeys(alone.get(shorter, ()))
    entries |= {phrase: {} for phrase in data["senses"][language]}
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
    for cue in _CUES:
        for phrase in data["cues"][cue][language]:
            entries[phrase][cue] = None
    alone = {phrase: tuple(names) for phrase, names in entries.items() if " " not in phrase}
    affirmed = data["cues"]["affirmed"][language]
    for phrase in entries.keys() - alone.keys() - set(affirmed):
        for word in phrase.split():  # "has not" holds a "not"
            entries[phrase] |= dict.fromkeys(alone.get(word, ()))
    return Phrases(((p, tuple(v)) for p, v in entries.items()), language)


class Place(NamedTuple):
    """A sentence with what stands in it."""

    number: int
    sentence: Sentence
    order: int  # among the sentences that count
    dates: list[DateMention]
    named: list[DateMention]  # as dates, and in an undated article also those of nobody knows which year
    mentions: list[Mention]
    speech: list[Statement]
    cues: dict[str, int]  # kind of cue: its first token
    triggers: dict[str, list[tuple[int, str]]]  # type: (token, group)
    day: str = ""  # of these days, that the text named last


def places_of(document: Document, statements: list[Statement]) -> list[Place]:
    """The sentences that count, each with its dates, names, speech and triggers."""
    language = vocabulary_language(document.language)
    keys = document.tokens.keys
    places = [
        Place(i, s, order, [], [], [], [], {}, {})
        for order, (i, s) in enumerate((i, s) for i, s in enumerate(document.sentences) if s.readable)
    ]
    ends = [p.sentence.end for p in places]
    at_token: list[Place | None] = [None] * (len(keys) + 1)  # a date may begin within the last word
    for p in places:
        first, last = p.sentence.first, p.sentence.last
        at_token[first:last] = [p] * (last - first)

    # "On 9 May" names a day also where nobody knows of which year.
    for d in dates.in_tokens(document.text, document.tokens, document.language, document.published or _SOME_DAY):
        if place := at_token[d.first]:
            place.named.append(d)
            if document.published or not d.relative:
                place.dates.append(d)
    for m in document.mentions:
        if place := at_token[m.first]:
            place.mentions.append(m)
    for s in statements:
        k = bisect_left(ends, s.start + 1)
        while k < len(places) and places[k].sentence.start < s.end:
            places[k].speech.append(s)
            k += 1
    found: dict[int, list[Hit[tuple[Group, ...]]]] = defaultdict(list)
    for hit in triggers(language).scan(keys):
        if place := at_token[hit.first]:
            found[place.order].append(hit)
    for place in places:
        if found[place.order] or place.speech or not place.order:
            _read_words(place, found[place.order], document, language)
    return _with_days(places, document.published)


def _with_days(places: list[Place], published: date | None) -> list[Place]:
    """The sentences, each with the day shortly before publication that the text named last."""
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
        if day:
            places[i] = place._replace(day=day)
    return places


def _read_words(place: Place, found: list[Hit[tuple[Group, ...]]], document: Document, language: str) -> None:
    """Fill the cues of a sentence and the triggers that have the companion they need and are not taken back."""
    companions: set[str] = set()
    cues: list[Hit[tuple[str, ...]]] = []
    for hit in _companions(language).scan(document.tokens.keys, place.sentence.first, place.sentence.last):
        for name in hit.value:
            if name in _CUES:
                place.cues.setdefault(name, hit.first)
            else:
                companions.add(name)
        if not _AGAINST.isdisjoint(hit.value):
            cues.append(hit)
    if document.quote(place.sentence).rstrip(" \n\"'“”„«»").endswith("?"):
        return
    for trigger in found:
        against = _against(trigger, cues, document) if cues else frozenset()
        for group in trigger.value:
            if (not group.paired or group.name in companions) and against.isdisjoint(
                _NO_EVENT.get(group.type, _DENYING)
            ):
                place.triggers.setdefault(group.type, []).append((trigger.first, group.name))


def _against(trigger: Hit[tuple[Group, ...]], cues: list[Hit[tuple[str, ...]]], document: Document) -> frozenset[str]:
    """The cues that reach a trigger: they stand shortly before it in its clause, or tell right behind it that it came
    to nothing."""
    text, starts, ends = document.text, document.tokens.starts, document.tokens.ends
    found: set[str] = set()
    near = bisect_left(cues, trigger.first - 2 * _REACH, key=lambda hit: hit.first)
    for hit in cues[near : near + 3 * _REACH]:
        if hit.last <= trigger.first <= hit.last + _REACH - 1:
            between = text[ends[hit.last - 1] : starts[trigger.first]]
        elif "undone" in hit.value and trigger.last <= hit.first < trigger.last + _BEHIND:
            between = text[ends[trigger.last - 1] : starts[hit.first]]
        else:
            continue
        if not _BORDER.search(between):
            found.update(hit.value)
    return frozenset(found)
