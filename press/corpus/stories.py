"""Stories: the same event as several outlets report it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache, lru_cache
from typing import Any

from press.article import stable_id
from press.reading.actors.known import countries
from press.text.dates import precision

_MOST_DAYS = 2  # days that reports of one event may differ
_SAID = frozenset({"statement", "accusation"})  # told anew every day, so their day must be closer
_SAID_DAYS = 1
_OF_STATE = 0.5  # what a state counts among the actors, beside 1 for a person
_MOST_SHARE = 0.6  # least share of the actors of the shorter report that both name
_MOST_STORIES, _MOST_MEMBERS = 80, 5  # stories of a bucket, and reports of a story, that a report is compared with


def bucket(event: dict[str, Any]) -> str:
    """The bucket of an event: :func:`group` never joins events of two buckets, whatever else it is given.

    Corpora rely on it: when articles come, only the buckets of their events are grouped anew.
    """
    return f"{event['type']}|{event['date'][:7] or event['article_id']}"


def group(events: list[dict[str, Any]], articles: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Group rows of ``events`` into stories; sets their ``story_id`` and returns rows of ``stories``.

    Two reports tell the same event where type, date and actors agree (:func:`_same_time`, :func:`_agreement`); a
    report joins the story that it agrees with best. Reports without date or actors stay stories of their
    own. Linear but for reports of one type within one month, of which the last eighty stories are compared.

    Parameters
    ----------
    events : rows of ``events``
    articles : rows of ``articles`` by ``article_id``, with at least ``published``, ``outlet`` and ``language``
    """
    stories: list[list[dict[str, Any]]] = []
    open_stories: dict[str, list[int]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (e["type"], e["date"], e["event_id"])):
        best, chosen = 0.0, -1
        if event["date"] and event["actors"]:
            for number in reversed(open_stories[bucket(event)][-_MOST_STORIES:]):
                story = stories[number]
                if not _same_article(story, event):
                    score = max(
                        _agreement(tuple(member["actors"]), tuple(event["actors"]), _one_day(member, event))
                        for member in [story[0], *story[-_MOST_MEMBERS:]]
                    )
                    if score > best and _same_time(story[0], event, articles):
                        best, chosen = score, number
        if chosen < 0:
            chosen = len(stories)
            stories.append([])
            if event["date"]:
                open_stories[bucket(event)].append(chosen)
        stories[chosen].append(event)
    return [_story(members, articles) for members in stories]


def _same_time(a: dict[str, Any], b: dict[str, Any], articles: dict[str, dict[str, Any]]) -> bool:
    """Whether two dates can be one event's: days close together, a month and a day of it where told at one time."""
    if len(a["date"]) == len(b["date"]):
        if len(a["date"]) < 10:
            return a["date"] == b["date"]
        apart = abs((date.fromisoformat(a["date"]) - date.fromisoformat(b["date"])).days)
        return apart <= (_SAID_DAYS if a["type"] in _SAID else _MOST_DAYS)
    published = [articles[e["article_id"]]["published"] for e in (a, b)]
    if None in published or not (a["date"].startswith(b["date"]) or b["date"].startswith(a["date"])):
        return False
    return abs((published[0] - published[1]).days) <= _MOST_DAYS


def _one_day(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return bool(a["date"] == b["date"] and len(a["date"]) == 10)


@lru_cache(maxsize=100_000)
def _agreement(a: tuple[str, ...], b: tuple[str, ...], one_day: bool) -> float:
    """How far the actors of two reports agree, 0 where they do not, 1 where they are the same.

    A state says less than a person: Serbia and Russia are everywhere. What two reports share must be most of what
    the shorter one names; where all they share is a state, the day must be the same.
    """
    one, other = set(a), set(b)
    shared = _weight(one & other)
    if not shared or shared < _MOST_SHARE * min(_weight(one), _weight(other)):
        return 0.0
    if shared < 1 and not one_day:
        return 0.0
    return shared / _weight(one | other)


def _weight(actors: set[str]) -> float:
    return sum(_OF_STATE if name in _states() else 1.0 for name in actors)


@cache
def _states() -> frozenset[str]:
    return frozenset(c["name"] for c in countries().values())


def _same_article(story: list[dict[str, Any]], event: dict[str, Any]) -> bool:
    return any(member["article_id"] == event["article_id"] for member in story[-_MOST_MEMBERS:])


def _story(members: list[dict[str, Any]], articles: dict[str, dict[str, Any]]) -> dict[str, Any]:
    def published(event: dict[str, Any]) -> tuple[bool, date]:
        day = articles[event["article_id"]]["published"]
        return day is None, day or date.max

    members.sort(key=lambda e: (published(e), e["event_id"]))
    first = members[0]
    story_id = stable_id("story", first["event_id"])
    for member in members:
        member["story_id"] = story_id
    dated = max((m["date"] for m in members), key=len)
    actors = list(dict.fromkeys(a for m in members for a in m["actors"]))
    reports = {m["article_id"]: articles[m["article_id"]] for m in members}
    return {
        "story_id": story_id,
        "type": first["type"],
        "date": dated,
        "day": first["day"],
        "date_precision": precision(dated),
        "title": first["sentence"],
        "actors": actors[:8],
        "articles": len(reports),
        "outlets": len({a["outlet"] for a in reports.values()}),
        "languages": sorted({a["language"] for a in reports.values()}),
        "planned": all(m["planned"] for m in members),
    }
