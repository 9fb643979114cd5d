"""Events: what happened or is set to happen, with its type, day, actors and sentence.

Event coding from the sentence that reports it, in the line of CAMEO coders (Schrodt 2012). Words of
``data/vocabulary/events.toml`` propose a type for a sentence; a logistic regression then tells whether the
sentence reports such an event, from what a reader would look at: which words, where in the article, whether the
title says so, what is dated, who is named, whether it is quoted, denied, possible or already told. Its weights
are data too, ``data/vocabulary/event_weights.toml``, fitted to labels by ``training/events.py``.

An event whose sentence names no date is dated by the day that the text named last, a first sentence by the day of
publication, others by its month; an undated article has events without date.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import date
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple

from press.reading.actors.known import countries
from press.reading.document import Document, Event, Mention, Sentence, Statement
from press.text import dates
from press.text.dates import DateMention
from press.text.words import Hit, Phrases, tokenise, vocabulary_language
from press.vocabulary import read

_CUES = frozenset({"background", "planned", "negated", "modal", "report", "subordinate"})
#: Events that one sentence may report at most.
MOST_IN_SENTENCE = 2
_MOST_ACTORS = 4
_HOPELESS = 0.05  # probability below which a candidate is not looked at again
_NEGATION_REACH = 4  # words between "not" and what it denies
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
    for cue in _CUES:
        for phrase in data["cues"][cue][language]:
            entries[phrase][cue] = None
    return Phrases(((p, tuple(v)) for p, v in entries.items()), language)


class _Weights(dict[str, float]):
    """Weights of a regression; a feature that has none counts nothing."""

    def __missing__(self, name: str) -> float:
        return 0.0


@cache
def _weights(model: str) -> _Weights:
    return _Weights(read("event_weights")[model])


def types() -> dict[str, dict[str, str]]:
    """Label and CAMEO code of each event type, in the order of the vocabulary."""
    return {t["id"]: {"label": t["label"], "cameo": t["cameo"]} for t in read("events")["type"]}


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


class Candidate(NamedTuple):
    """A sentence that may report an event of a type.

    ``trigger`` is the token that proposes it. What decides are features that hold, by name, of the ``sentence``
    and its ``own``; ``company`` is filled by :func:`company`.
    """

    type: str
    place: Place
    trigger: int
    sentence: list[str]
    own: list[str]
    company: dict[str, float]

    @property
    def start(self) -> int:
        """First character of the sentence."""
        return self.place.sentence.start

    @property
    def end(self) -> int:
        """Character after the sentence."""
        return self.place.sentence.end

    @property
    def features(self) -> dict[str, float]:
        """All features with their values; one that is absent is 0."""
        return dict.fromkeys(self.sentence + self.own, 1.0) | self.company

    def __contains__(self, feature: object) -> bool:
        return feature in self.sentence or feature in self.own


def _logistic(total: float) -> float:
    total = 30.0 if total > 30.0 else -30.0 if total < -30.0 else total
    return 1 / (1 + exp(-total))


def _probabilities(found: list[Candidate], model: str) -> list[float]:
    """Probability of each candidate by a logistic regression; a sentence's own features are summed once."""
    weights = _weights(model)
    weight = weights.__getitem__
    sums: dict[int, float] = {}
    out = []
    for c in found:
        total = sums.get(c.place.number)
        if total is None:
            total = sums[c.place.number] = weights["bias"] + sum(map(weight, c.sentence))
        total += sum(map(weight, c.own))
        if c.company:
            total += sum([weights[name] * value for name, value in c.company.items()])
        out.append(_logistic(total))
    return out


def find(document: Document, statements: list[Statement]) -> list[Event]:
    """The events that a text reports, in the order of the text.

    One sentence may report several events, of different types.
    """
    found = candidates(document, places_of(document, statements))
    likely = [(p, c) for p, c in zip(_probabilities(found, "alone"), found, strict=True) if p >= _HOPELESS]
    found = [c for _, c in likely]
    company(found, [p for p, _ in likely])
    ranked = sorted(zip(_probabilities(found, "company"), found, strict=True), key=lambda pc: (-pc[0], pc[1].start))
    least = _weights("threshold")
    chosen: list[Event] = []
    in_sentence: dict[int, int] = defaultdict(int)
    for n, (probability, c) in enumerate(ranked):
        if probability < (least["next"] if n else least["first"]):
            break
        if in_sentence[c.start] < MOST_IN_SENTENCE:
            in_sentence[c.start] += 1
            chosen.append(_event(document, c))
    return sorted(chosen, key=lambda e: (e.start, e.end, e.type))


def places_of(document: Document, statements: list[Statement]) -> list[Place]:
    """The sentences that count, each with its dates, names, speech and triggers."""
    language = vocabulary_language(document.language)
    keys = document.tokens.keys
    places = [
        Place(i, s, order, [], [], [], {}, {})
        for order, (i, s) in enumerate((i, s) for i, s in enumerate(document.sentences) if s.readable)
    ]
    ends = [p.sentence.end for p in places]
    at_token: list[Place | None] = [None] * (len(keys) + 1)  # a date may begin within the last word
    for p in places:
        first, last = p.sentence.first, p.sentence.last
        at_token[first:last] = [p] * (last - first)

    for d in dates.in_tokens(document.text, document.tokens, document.language, document.published):
        if place := at_token[d.first]:
            place.dates.append(d)
    for m in document.mentions:
        if place := at_token[m.first]:
            place.mentions.append(m)
    for s in statements:
        k = bisect_left(ends, s.start + 1)
        while k < len(places) and places[k].sentence.start < s.end:
            places[k].speech.append(s)
            k += 1
    triggers: dict[int, list[Hit[tuple[_Group, ...]]]] = defaultdict(list)
    for hit in _triggers(language).scan(keys):
        if place := at_token[hit.first]:
            triggers[place.order].append(hit)
    for place in places:
        if triggers[place.order] or place.speech or not place.order:
            _read_words(place, triggers[place.order], keys, language)
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
        if day:
            places[i] = place._replace(day=day)
    return places


def _read_words(place: Place, found: list[Hit[tuple[_Group, ...]]], keys: list[str], language: str) -> None:
    """Fill the cues of a sentence and the triggers that have the companion they need."""
    companions: set[str] = set()
    for hit in _companions(language).scan(keys, place.sentence.first, place.sentence.last):
        for name in hit.value:
            if name in _CUES:
                place.cues.setdefault(name, hit.first)
            else:
                companions.add(name)
    for trigger in found:
        for group in trigger.value:
            if not group.paired or group.name in companions:
                place.triggers.setdefault(group.type, []).append((trigger.first, group.name))


def candidates(document: Document, places: list[Place]) -> list[Candidate]:
    """Every sentence and type that a trigger proposes, with features."""
    language = vocabulary_language(document.language)
    title = tokenise(document.title, document.language).keys
    title_groups = [g for hit in _triggers(language).scan(title) for g in hit.value if not g.paired]
    article = _Article(
        {g.type for g in title_groups},
        {g.name for g in title_groups},
        set(document.title_mentions),
        ":" in document.title or any(c in document.title for c in '"“„«'),
        set(),
    )
    told: set[str] = set()
    speakers: set[str] = set()
    out: list[Candidate] = []
    for p in places:
        sentence, triggers = p.sentence, p.triggers
        said = [s for s in p.speech if s.sentence == p.number or sentence.start <= s.start < sentence.end]
        if said or not p.order or "report" in p.cues:
            triggers.setdefault("statement", [(sentence.first, "statement.none")])
        else:
            triggers.pop("statement", None)
        if not triggers:
            continue
        if not p.order:
            article.lead.update(triggers)
        shared, counts = _sentence_features(p, article, len(places), document.published)
        first_type = (
            min((found[0][0], kind) for kind, found in triggers.items() if kind != "statement")[1]
            if len(triggers) > ("statement" in triggers)
            else ""
        )
        for kind, found in triggers.items():
            own = _own_features(kind, found, p, article, counts, document)
            if kind == first_type:
                own.append("first_trigger")
            if kind in told:
                own.append("told")
            if kind == "statement":
                own += _statement_features(said, p, article, speakers)
            out.append(Candidate(kind, p, found[0][0], shared, own, {}))
        told.update(triggers)
        speakers.update(s.speaker for s in said)
    return out


class _Article(NamedTuple):
    """What the features of a sentence need of its article."""

    types: set[str]  # that the title names
    groups: set[str]
    names: set[str]
    title_quotes: bool
    lead: set[str]  # types of the first sentence


#: Features that tell how many different names of a kind a sentence has: none, one, more.
_COUNTS = {kind: (kind + "0", kind + "1", kind + "2") for kind in ("person", "state", "organisation")}
_ORDER = ("lead", "second", "third", "later")


def _sentence_features(
    p: Place, article: _Article, places: int, published: date | None
) -> tuple[list[str], tuple[str, ...]]:
    """Features that all types of a sentence share, and those of them that each type also has for itself."""
    names = {(m.kind, m.name) for m in p.mentions}
    kinds = [kind for kind, _ in names]
    counts = tuple([count[min(2, kinds.count(kind))] for kind, count in _COUNTS.items()])
    shared = [_ORDER[min(p.order, 3)], *counts]
    if p.dates:
        shared += {d.precision for d in p.dates}
        shared += {_AGE_OF_DATE[_age(d.iso, published)] for d in p.dates}
    if p.cues:
        shared += [cue for cue in ("background", "planned", "modal", "report") if cue in p.cues]
    if p.sentence.section == "background":
        shared.append("background_section")
    if article.names and any(m.name in article.names for m in p.mentions):
        shared.append("title_name")
    if p.order == places - 1 and p.order > 1:
        shared.append("last")
    if len(p.triggers) > 3:
        shared.append("crowded")
    return shared, counts


@cache
def _with_type(kind: str, counts: tuple[str, ...]) -> list[str]:
    """A type, and how many names of each kind it has beside it."""
    return [kind, *[f"{kind}:{count}" for count in counts]]


def _own_features(
    kind: str, found: list[tuple[int, str]], p: Place, article: _Article, counts: tuple[str, ...], document: Document
) -> list[str]:
    """Features of one type in a sentence."""
    first = found[0][0]
    groups = {group for _, group in found}
    own = [*_with_type(kind, counts), *groups]
    if len(found) > 1:
        own.append("several")
    if p.cues.get("subordinate", first) < first:
        own.append("subordinate")
    if 0 <= first - p.cues.get("negated", first + 1) <= _NEGATION_REACH:
        own.append("negated")
    if kind in article.types:
        own.append("in_title")
        if groups & article.groups:
            own.append("group_in_title")
    place = 3 * (first - p.sentence.first) // max(1, p.sentence.last - p.sentence.first)
    own.append(("early", "middle", "late")[min(2, place)])
    if p.speech and kind != "statement":
        offset = document.tokens.starts[first]
        inside = {s.kind for s in p.speech if s.start <= offset < s.end}
        if inside:
            own.append("quoted" if inside == {"direct"} else "reported")
    return own


def _statement_features(said: list[Statement], p: Place, article: _Article, speakers: set[str]) -> list[str]:
    """Features of the type ``statement`` alone: whether what is said is the news."""
    kinds = {s.kind for s in said}
    own = ["statement." + ("none" if not kinds else "direct" if kinds == {"direct"} else "indirect")]
    own.append("statement.order" + str(min(p.order, 3)))
    if len(said) > 1:
        own.append("statement.many")
    if said:
        speaker = said[0].speaker
        if not speaker:
            own.append("statement.no_speaker")
        elif speaker in article.names:
            own.append("statement.speaker_in_title")
        if speaker in speakers:
            own.append("statement.speaker_told")
    if article.title_quotes:
        own.append("statement.title_quotes")
    if not article.types:
        own.append("statement.title_plain")
    if not article.lead - {"statement"}:
        own.append("statement.plain_lead")
    if len(p.triggers) == 1:
        own.append("statement.only")
    return own


_NOBODY = (0.0, -1, 0.0)


def company(found: list[Candidate], alone: list[float]) -> None:
    """Add to each candidate how likely the others are: an article has few events, and a statement is news
    where nothing else is.

    Parameters
    ----------
    found : candidates of one article
    alone : probability of each, told from itself
    """
    best: dict[tuple[str, object], tuple[float, int, float]] = {}  # highest, whose it is, next
    for i, (p, c) in enumerate(zip(alone, found, strict=True)):
        rooms: list[tuple[str, object]] = [("sentence", c.place.number), ("type", c.type)]
        if c.type == "statement":
            rooms.append(("statements", ""))
        else:
            rooms += [("others in the sentence", c.place.number), ("events", "")]
            if not c.place.order:
                rooms.append(("lead", ""))
        for room in rooms:
            highest, whose, following = best.get(room, _NOBODY)
            best[room] = (p, i, highest) if p > highest else (highest, whose, max(p, following))

    def most(room: tuple[str, object], but: int) -> float:
        highest, whose, following = best.get(room, _NOBODY)
        return highest if whose != but else following

    for i, c in enumerate(found):
        f, of = c.company, "statement:" if c.type == "statement" else ""
        f["better_in_sentence"] = float(most(("sentence", c.place.number), i) > alone[i])
        f["better_of_type"] = float(most(("type", c.type), i) > alone[i])
        f[of + "best_in_sentence"] = most(("others in the sentence", c.place.number), i)
        f[of + "best_in_lead"] = most(("lead", ""), i)
        f[of + "best_event"] = most(("events", ""), i)
        f[of + "best_statement"] = most(("statements", ""), i)


def _event(document: Document, c: Candidate) -> Event:
    place = c.place
    iso = date_of(document, c)
    published = document.published.isoformat() if document.published else ""
    ahead = bool(iso and published and iso > published[: len(iso)])
    planned = ahead or (c.type not in _TOLD_NOW and "planned" in c and (not iso or iso == published[: len(iso)]))
    weights = _weights("background")
    features = background_features(c, iso, document.published)
    p = _logistic(weights["bias"] + sum(weights[name] * value for name, value in features.items()))
    background = place.sentence.section == "background" or (place.order > 0 and not planned and p > 0.5)
    precision = dates.precision(iso)
    return Event(c.type, c.start, c.end, iso, precision, _actors(document, c), background, planned)


_OF_BACKGROUND = (
    "lead", "second", "third", "later", "last", "background", "background_section", "planned", "told", "in_title",
    "group_in_title", "title_name", "quoted", "reported", "negated", "subordinate", "modal", "report",
)  # fmt: skip


def background_features(c: Candidate, iso: str, published: date | None) -> dict[str, float]:
    """What tells whether an event is the news or was before: its place, its words, its age."""
    place = c.place
    held = {*c.sentence, *c.own}
    f = {name: 1.0 for name in _OF_BACKGROUND if name in held}
    f[c.type] = 1.0
    f["order"] = min(place.order, 5) / 5
    if not place.dates:
        f["undated"] = 1.0
    if published is not None:
        f["age:" + _age(iso, published)] = 1.0
    return f


@lru_cache(maxsize=10_000)
def _age(iso: str, published: date | None) -> str:
    """How long before publication a date lies, in words."""
    if not iso or published is None:
        return "unknown"
    if len(iso) < 10:
        now = published.isoformat()[: len(iso)]
        return dates.precision(iso) + (" now" if iso == now else " before" if iso < now else " ahead")
    days = (published - date.fromisoformat(iso)).days
    return next((name for most, name in _AGES if days <= most), "old")


_AGES = ((-1, "ahead"), (0, "today"), (3, "days"), (10, "week"), (40, "weeks"))
#: The same, coarser, for the dates of a sentence.
_AGE_OF_DATE = {
    "unknown": "date unknown", "ahead": "date ahead", "today": "date now", "days": "date now", "week": "date before",
    "weeks": "date before", "old": "date before", "month now": "month now", "year now": "month now",
    "month before": "month before", "year before": "month before", "month ahead": "date ahead",
    "year ahead": "date ahead",
}  # fmt: skip


def date_of(document: Document, c: Candidate) -> str:
    """The day of the event: the date of its sentence that fits best, else the day that the article tells of."""
    published = document.published.isoformat() if document.published else ""
    place, trigger = c.place, c.trigger
    offset = document.tokens.starts[trigger] if trigger < len(document.tokens.starts) else c.start
    said = next((s for s in place.speech if s.start <= offset < s.end), None)

    def distance(d: DateMention) -> float:
        """How badly a date fits: words between, and what speaks against it."""
        words = abs(d.first - trigger) * (0.5 if d.first > trigger else 1.0)
        words += {"day": 0, "month": 8, "year": 16}[d.precision]
        if d.limit:
            words += 12
        if said and not said.start <= d.start < said.end:
            words += 5
        return words

    fitting = [d for d in place.dates if d.limit != "until" and not (d.limit and d.precision == "year")]
    if c.type in _TOLD_NOW:
        fitting = [d for d in fitting if not published or d.iso <= published]
    if c.type == "statement":
        fitting = [d for d in fitting if not any(s.start <= d.start < s.end for s in place.speech)]
    if fitting:
        return min(fitting, key=distance).iso
    if not published:
        return ""
    if place.sentence.section == "background":
        return ""
    return place.day or (published if not place.order else published[:7])


@cache
def _parts() -> dict[str, tuple[list[str], int]]:
    """Of each type the kinds of names that take part, and how many persons it takes at least."""
    return {t["id"]: (t["actors"], t.get("persons", 0)) for t in read("events")["type"]}


def _actors(document: Document, c: Candidate) -> tuple[str, ...]:
    """Who takes part: names of the sentence of the kinds that such an event has; of a statement its speaker."""
    place = c.place
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
