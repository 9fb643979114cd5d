"""Corrections by hand, applied to the rows of an article after parsing.

Where a newer parser cuts a place a little differently than the one that was corrected, the row that overlaps it most is
meant. What a correction is, and how it is checked: :mod:`press.readers.corrections`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from press.readers.corrections import Correction, write
from press.reading.actors.known import kind_of, persons
from press.reading.events import events
from press.text.dates import first_day, precision

#: Score of a tone that was told by hand: the middle of its half of the scale from −1 to 1.
SCORES = {"negative": -0.5, "neutral": 0.0, "positive": 0.5}
#: Share of common characters (intersection over union) from which on two places are the same.
_SAME_PLACE = 0.5

Rows = dict[str, list[dict[str, Any]]]


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
