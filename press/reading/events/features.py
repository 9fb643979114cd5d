"""Features: what a reader would look at to tell whether a sentence reports an event.

Which words, where in the article, whether the title says so, what is dated and how long ago, who is named, whether it is
quoted, denied, possible or already told. Features are named; what each counts is learned (``training/events.py``).
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from press.reading.document import Document, Statement
from press.reading.events.places import Place
from press.text import dates

_NEGATION_REACH = 4  # words between "not" and what it denies
_BESIDE = 4  # words from what proposes a type to a day that it is on
_NEAR = 6  # words between what proposes a type and the names around it
_STEM = 5  # letters that the forms of a word share
#: Features that tell how many different names of a kind a sentence has: none, one, more.
_COUNTS = {kind: (kind + "0", kind + "1", kind + "2") for kind in ("person", "state", "organisation")}
_ORDER = ("lead", "second", "third", "later")
#: Days before publication at most, and the name of what is so old.
_AGES = ((-1, "ahead"), (0, "today"), (3, "days"), (10, "week"), (40, "weeks"))
#: The same, coarser, for the dates of a sentence.
_AGE_OF_DATE = {
    "unknown": "date unknown", "ahead": "date ahead", "today": "date now", "days": "date now", "week": "date before",
    "weeks": "date before", "old": "date before", "month now": "month now", "year now": "month now",
    "month before": "month before", "year before": "month before", "month ahead": "date ahead",
    "year ahead": "date ahead",
}  # fmt: skip


class Context(NamedTuple):
    """What the features of a sentence need of its article."""

    types: set[str]  # that the title names
    groups: set[str]
    names: set[str]
    title_quotes: bool
    lead: set[str]  # types of the first sentence


def sentence_features(
    p: Place, article: Context, places: int, published: date | None
) -> tuple[list[str], tuple[str, ...]]:
    """Features that all types of a sentence share, and those of them that each type also has for itself."""
    names = {(m.kind, m.name) for m in p.mentions}
    kinds = [kind for kind, _ in names]
    counts = tuple([count[min(2, kinds.count(kind))] for kind, count in _COUNTS.items()])
    shared = [_ORDER[min(p.order, 3)], *counts]
    shared += {d.precision for d in p.named}
    if p.dates:
        shared += {_AGE_OF_DATE[age(d.iso, published)] for d in p.dates}
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


def type_features(
    kind: str, found: list[tuple[int, str]], p: Place, article: Context, counts: tuple[str, ...], document: Document
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
    if kind != "statement":
        own += _surroundings(kind, found, p, document)
    if p.speech and kind != "statement":
        offset = document.tokens.starts[first]
        inside = {s.kind for s in p.speech if s.start <= offset < s.end}
        if inside:
            own.append("quoted" if inside == {"direct"} else "reported")
    return own


def _surroundings(kind: str, found: list[tuple[int, str]], p: Place, document: Document) -> list[str]:
    """The words that propose a type, the word before the first of them, and the kinds of names around it."""
    keys, first = document.tokens.keys, found[0][0]
    own = list(dict.fromkeys(f"{kind}={keys[token][:_STEM]}" for token, _ in found))
    if first > p.sentence.first:
        own.append("before=" + keys[first - 1])
    if any(d.precision == "day" and 0 <= d.first - token < _BESIDE for d in p.named for token, _ in found):
        own.append("day beside")  # celebrations on 9 May
    for m in p.mentions:
        if 0 <= first - m.last < _NEAR:
            own += [m.kind + " before", f"{kind}:{m.kind} before"]
            if m.nominative and not m.possessive:
                own.append("subject before")
        elif 0 < m.first - first < _NEAR:
            own += [m.kind + " behind", f"{kind}:{m.kind} behind"]
    return list(dict.fromkeys(own))


def statement_features(said: list[Statement], p: Place, article: Context, speakers: set[str]) -> list[str]:
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


@lru_cache(maxsize=10_000)
def age(iso: str, published: date | None) -> str:
    """How long before publication a date lies, in words."""
    if not iso or published is None:
        return "unknown"
    if len(iso) < 10:
        now = published.isoformat()[: len(iso)]
        return dates.precision(iso) + (" now" if iso == now else " before" if iso < now else " ahead")
    days = (published - date.fromisoformat(iso)).days
    return next((name for most, name in _AGES if days <= most), "old")
