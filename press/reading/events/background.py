"""Background and plans: whether an event is the news, was before, or lies ahead."""

from __future__ import annotations

from datetime import date

from press.reading.events.candidates import Candidate
from press.reading.events.dating import TOLD_NOW
from press.reading.events.features import age
from press.reading.events.model import logistic, weights

_UNDATED = 0.75  # probability of background in an article without a day, which does not tell how old an event is
_PLAN_REACH = 8  # words between "is expected to" and what is planned
_OF_BACKGROUND = (
    "lead", "second", "third", "later", "last", "background", "background_section", "planned", "told", "in_title",
    "group_in_title", "title_name", "quoted", "reported", "negated", "subordinate", "modal", "report",
)  # fmt: skip


def is_planned(c: Candidate, iso: str, published: date | None) -> bool:
    """Whether an event of a date lies ahead of its report, by the date or by the words."""
    day = published.isoformat()[: len(iso)] if published else ""
    if iso and day and iso != day:
        return iso > day
    cue = c.place.cues.get("planned", c.trigger + 1)
    return c.type not in TOLD_NOW and (c.trigger - _PLAN_REACH <= cue <= c.trigger or f"{c.type}.will" in c)


def is_background(c: Candidate, iso: str, published: date | None) -> bool:
    """Whether an event is told as earlier context; what stands in the first sentence is the news."""
    if c.place.sentence.section == "background":
        return True
    if not c.place.order or is_planned(c, iso, published):
        return False
    learned = weights("background")
    features = background_features(c, iso, published)
    p = logistic(learned["bias"] + sum(learned[name] * value for name, value in features.items()))
    return p > (0.5 if published is not None else _UNDATED)


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
        f["age:" + age(iso, published)] = 1.0
    return f
