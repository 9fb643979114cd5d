"""Corrections by hand: what a reader knows better than the parser, kept with the article and applied after parsing.

They stand in an article's JSON Lines record under ``corrections``, so that they go wherever the article goes: into a
visitor's download, back from it, and into a corpus by ``python -m press ingest``. A correction names the place that it
corrects by characters of the article's text; where a newer parser cuts the place a little differently, the row that
overlaps it most is meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from press.reading import topics
from press.reading.actors.known import kind_of, persons
from press.reading.events import events
from press.text.dates import first_day, precision
from press.vocabulary import TARGETS, TONES

#: Fields that can be corrected, by table; ``removed`` takes a false statement or event out.
FIELDS = {
    "articles": ("topics",),
    "statements": ("speaker", "label", "removed"),
    "stances": ("label",),
    "events": ("type", "date", "removed"),
}
#: Score of a tone that was told by hand: the middle of its half of the scale from −1 to 1.
SCORES = {"negative": -0.5, "neutral": 0.0, "positive": 0.5}
#: Corrections of one article, and characters of a name.
MOST, _LONGEST = 1_000, 200
_DAY = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?")
#: Share of common characters (intersection over union) from which on two places are the same.
_SAME_PLACE = 0.5

Rows = dict[str, list[dict[str, Any]]]


class Correction(NamedTuple):
    """One field of one row as it should be.

    Attributes
    ----------
    table, field : str
        See :data:`FIELDS`.
    value : str, list of str or True
        A name; a tone of :data:`press.vocabulary.TONES`; an event type; a day, month, year or ''; a list of topics; True.
    start, end : int
        Characters of the article's text; 0 and 0 for the article itself.
    item : str
        What tells apart rows of the same place: the type of an event as the parser told it, the target of
        a stance; '' for statements and articles.
    """

    table: str
    field: str
    value: Any
    start: int = 0
    end: int = 0
    item: str = ""

    @property
    def slot(self) -> tuple[str, str, int, int, str]:
        """What is corrected: a later correction of the same slot takes the place of an earlier one."""
        return self.table, self.field, self.start, self.end, self.item


def read(value: Any) -> list[Correction]:
    """Corrections from what stands in an article's record.

    Raises
    ------
    ValueError
        Saying which correction is faulty, and why.
    """
    if isinstance(value, str):  # as tables hold them
        try:
            value = json.loads(value) if value.startswith("[") else []
        except (ValueError, RecursionError):
            raise ValueError("is no list of corrections") from None
    if value in (None, []):
        return []
    if not isinstance(value, list):
        raise ValueError("is no list of corrections")
    if len(value) > MOST:
        raise ValueError(f"holds more than {MOST:,} corrections")
    return merge([], [_one(number, given) for number, given in enumerate(value, 1)])


def _one(number: int, given: Any) -> Correction:
    if not isinstance(given, dict):
        raise ValueError(f"correction {number} is no JSON object")
    table, field, value = given.get("table"), given.get("field"), given.get("value")
    if not isinstance(table, str) or field not in FIELDS.get(table, ()):
        raise ValueError(f"correction {number} names no field that can be corrected")
    start, end, item = given.get("start", 0), given.get("end", 0), given.get("item", "")
    if any(not isinstance(n, int) or isinstance(n, bool) or n < 0 for n in (start, end)) or (
        start >= end and table != "articles"
    ):
        raise ValueError(f"correction {number} has no place (start, end)")
    if not _is_text(item) or not _fits(table, str(field), value, item):
        raise ValueError(f"correction {number}: {field} cannot be {json.dumps(value, ensure_ascii=False)[:60]}")
    return Correction(
        table, str(field), " ".join(str(value).split()) if field == "speaker" else value, start, end, item
    )


def _fits(table: str, field: str, value: Any, item: str) -> bool:
    if field == "removed":
        return value is True
    if field == "topics":
        known = topics.labels()
        return isinstance(value, list) and all(isinstance(t, str) and t in known for t in value)
    if not _is_text(value):
        return False
    if field == "label":
        return value in TONES and (table != "stances" or item in TARGETS)
    if field == "type":
        return value in events.types()
    if field == "date":
        return is_day(value)
    return len(value) <= _LONGEST


def _is_text(value: Any) -> bool:
    """Whether a value is text that a file can hold: JSON can also write half of a surrogate pair."""
    return isinstance(value, str) and not any("\ud800" <= character <= "\udfff" for character in value)


def is_day(iso: str) -> bool:
    """Whether YYYY-MM-DD, YYYY-MM or YYYY names a day, month or year that there is; '' counts as unknown."""
    try:
        first_day(iso)
    except ValueError:
        return False
    return bool(_DAY.fullmatch(iso))


def write(corrections: Iterable[Correction]) -> list[dict[str, Any]]:
    """Corrections as they stand in an article's record."""
    out = []
    for c in corrections:
        place = {} if c.table == "articles" else {"start": c.start, "end": c.end}
        out.append({"table": c.table, **place, **({"item": c.item} if c.item else {}), "field": c.field, "value": c.value, "basis": "hand"})  # fmt: skip
    return out


def merge(before: Iterable[Correction], new: Iterable[Correction]) -> list[Correction]:
    """Earlier corrections and later ones, which take the place of those of the same slot."""
    return list({c.slot: c for c in (*before, *new)}.values())


def apply(rows: Rows, corrections: Sequence[Correction]) -> None:
    """Correct the rows of one article in place, before events are grouped into stories.

    Corrected rows get ``basis`` 'hand' where their table has that column, and the article's ``corrections`` keeps
    them all. A correction whose place the parser does not find any more is kept and changes nothing.
    """
    if not corrections:
        return
    article = rows["articles"][0]
    article["corrections"] = json.dumps(write(corrections), ensure_ascii=False)
    places = {table: [_place(table, row) for row in rows[table]] for table in ("statements", "events")}
    removed: set[int] = set()
    for c in corrections:
        if c.table == "articles":
            _set_topics(rows, c.value)
            continue
        table = "events" if c.table == "events" else "statements"
        row = _find(rows[table], places[table], c)
        if row is None:
            continue
        if c.field == "removed":
            removed.add(id(row))
        elif c.table == "stances":
            _set_stance(rows, row, c)
        elif c.table == "statements":
            _set_statement(row, c)
        else:
            _set_event(row, c)
        row["basis"] = "hand"
    if removed:
        gone = {r["statement_id"] for r in rows["statements"] if id(r) in removed}
        for table in ("statements", "events"):
            rows[table][:] = [r for r in rows[table] if id(r) not in removed]
        rows["stances"][:] = [r for r in rows["stances"] if r["statement_id"] not in gone]
    named = [m["name"] for m in rows["mentions"] if m["kind"] == "actor"]
    named += [s["speaker"] for s in rows["statements"] if s["speaker"]]
    article["actors"] = list(dict.fromkeys(named))


def _place(table: str, row: dict[str, Any]) -> tuple[int, int, str]:
    return row["start"], row["end"], row["type"] if table == "events" else ""


def _find(rows: list[dict[str, Any]], places: list[tuple[int, int, str]], c: Correction) -> dict[str, Any] | None:
    """The row that a correction means: of the same item, and overlapping its place most."""
    exact = (c.start, c.end, c.item if c.table == "events" else "")
    if exact in places:
        return rows[places.index(exact)]
    best, most = None, _SAME_PLACE
    for row, (start, end, item) in zip(rows, places, strict=True):
        if c.table == "events" and item != c.item:
            continue
        common = min(end, c.end) - max(start, c.start)
        share = common / (max(end, c.end) - min(start, c.start))
        if share >= most and (best is None or share > most):
            best, most = row, share
    return best


def _set_statement(row: dict[str, Any], c: Correction) -> None:
    if c.field == "speaker":
        person = persons().get(c.value)
        row["speaker"], row["speaker_country"] = c.value, person.country if person else ""
        row["speaker_kind"] = (kind_of(c.value) or "person") if c.value else ""
    elif row["label"] != c.value:
        row.update(label=c.value, sentiment=SCORES[c.value], reasons="[]")


def _set_stance(rows: Rows, statement: dict[str, Any], c: Correction) -> None:
    """Set the stance toward a target, which the statement may not have had."""
    for row in rows["stances"]:
        if row["statement_id"] == statement["statement_id"] and row["target"] == c.item:
            if row["label"] != c.value:
                row.update(label=c.value, stance=SCORES[c.value])
            return
    rows["stances"].append(
        {
            "statement_id": statement["statement_id"], "article_id": statement["article_id"], "target": c.item,
            "stance": SCORES[c.value], "label": c.value,
        }
    )  # fmt: skip


def _set_event(row: dict[str, Any], c: Correction) -> None:
    if c.field == "type":
        row["type"], row["cameo"] = c.value, events.types()[c.value]["cameo"]
    else:
        row["date"] = c.value
        row["day"] = first_day(c.value)
        row["date_precision"] = precision(c.value)


def _set_topics(rows: Rows, names: list[str]) -> None:
    """Set what the article is about; mentions of topics that it is not about any more go with them."""
    article = rows["articles"][0]
    gone = set(article["topics"]) - set(names)
    article["topics"] = list(dict.fromkeys(names))
    rows["mentions"][:] = [m for m in rows["mentions"] if m["kind"] != "topic" or m["name"] not in gone]
