"""Stories: the same event as several outlets report it, and articles that repeat one another."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from .article import stable_id
from .words import fold

_MOST_COMPARED = 3_000  # characters
_MOST_DAYS = 2  # days that reports of one event may differ


def bucket(event: dict[str, Any]) -> str:
    """The bucket of an event: :func:`group` never joins events of two buckets, whatever else it is given.

    Corpora rely on it: when articles come, only the buckets of their events are grouped anew.
    """
    return f"{event['type']}|{event['date'][:7] or event['article_id']}"


def group(events: list[dict[str, Any]], articles: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Group rows of ``events`` into stories; sets their ``story_id`` and returns rows of ``stories``.

    Two reports tell the same event where type and date agree (days within two, months and years equal) and they
    share an actor. Reports without date stay stories of their own. Linear but for reports of one type
    within a few days of each other.
    """
    stories: list[list[dict[str, Any]]] = []
    open_stories: dict[tuple[str, str], list[int]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (e["type"], e["date"], e["event_id"])):
        chosen = None
        if event["date"] and event["actors"]:
            bucket = open_stories[event["type"], event["date"][:7]]
            for number in reversed(bucket[-80:]):
                story = stories[number]
                if (
                    _near(story[-1]["date"], event["date"])
                    and _shared(story, event)
                    and not _same_article(story, event)
                ):
                    chosen = number
                    break
        if chosen is None:
            chosen = len(stories)
            stories.append([])
            if event["date"]:
                open_stories[event["type"], event["date"][:7]].append(chosen)
        stories[chosen].append(event)
    return [_story(members, articles) for members in stories]


def _near(a: str, b: str) -> bool:
    if len(a) == len(b) == 10:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _MOST_DAYS
    return a == b


def _shared(story: list[dict[str, Any]], event: dict[str, Any]) -> bool:
    actors = set(event["actors"])
    return any(actors & set(member["actors"]) for member in story[-5:])


def _same_article(story: list[dict[str, Any]], event: dict[str, Any]) -> bool:
    return any(member["article_id"] == event["article_id"] for member in story[-5:])


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
        "date_precision": {10: "day", 7: "month", 4: "year"}.get(len(dated), "unknown"),
        "title": first["sentence"],
        "actors": actors[:8],
        "articles": len(reports),
        "outlets": len({a["outlet"] for a in reports.values()}),
        "languages": sorted({a["language"] for a in reports.values()}),
        "planned": all(m["planned"] for m in members),
    }


def mark_duplicates(articles: list[dict[str, Any]]) -> None:
    """Set ``duplicate_of`` where a text's first words are those of an earlier one, in whatever case or script."""
    seen: dict[str, str] = {}
    for row in sorted(articles, key=lambda r: (r["published"] is None, r["published"] or date.max, r["article_id"])):
        key = stable_id(" ".join(fold(row["text"][:_MOST_COMPARED], "sr").split()))
        original = seen.setdefault(key, row["article_id"])
        row["duplicate_of"] = "" if original == row["article_id"] else original
