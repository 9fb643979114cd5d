"""Changed cells of the tables of what was understood, as corrections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from press.readers import corrections
from press.readers.corrections import Correction

from . import labels

#: Cells that were changed: row, column and new value, as ``st.data_editor`` tells them.
Edits = Mapping[int, Mapping[str, Any]]


def of_statements(statements: pd.DataFrame, edits: Edits) -> list[Correction]:
    """Corrections from the changed cells of the table of statements: speaker, label, removed."""
    out = []
    for row, cells in edits.items():
        said = statements.iloc[int(row)]
        place = (int(said["start"]), int(said["end"]))
        if cells.get("removed"):
            out.append(Correction("statements", "removed", True, *place))
            continue
        if "speaker" in cells and (name := " ".join(str(cells["speaker"] or "").split())) != said["speaker"]:
            out.append(Correction("statements", "speaker", name, *place))
        tones = {name: tone for tone, name in labels.TONES.items()}
        if "label" in cells and (tone := tones.get(cells["label"], "")) not in ("", said["label"]):
            out.append(Correction("statements", "label", tone, *place))
    return out


def of_stances(stances: pd.DataFrame, edits: Edits) -> list[Correction]:
    """Corrections from the changed cells of the table of stances (with ``start`` and ``end`` of their statements)."""
    tones = {name: tone for tone, name in labels.TONES.items()}
    out = []
    for row, cells in edits.items():
        stance = stances.iloc[int(row)]
        tone = tones.get(cells.get("label", ""), "")
        if tone not in ("", stance["label"]):
            out.append(Correction("stances", "label", tone, int(stance["start"]), int(stance["end"]), stance["target"]))
    return out


def of_events(events: pd.DataFrame, edits: Edits, before: list[Correction]) -> tuple[list[Correction], list[str]]:
    """Corrections from the changed cells of the table of events (type, date, removed), and what is wrong with them."""
    types = {name: kind for kind, name in labels.event_labels().items()}
    #: Events that were given another type before are still told apart by the parser's.
    parsed = {(c.start, c.end, c.value): c.item for c in before if c.table == "events" and c.field == "type"}
    out: list[Correction] = []
    faults: list[str] = []
    for row, cells in edits.items():
        event = events.iloc[int(row)]
        place = (int(event["start"]), int(event["end"]))
        item = parsed.get((*place, event["type"]), event["type"])
        if cells.get("removed"):
            out.append(Correction("events", "removed", True, *place, item))
            continue
        if "type" in cells and (kind := types.get(cells["type"], "")) not in ("", event["type"]):
            out.append(Correction("events", "type", kind, *place, item))
        if "date" in cells and (iso := str(cells["date"] or "").strip()) != event["date"]:
            if corrections.is_day(iso):
                out.append(Correction("events", "date", iso, *place, item))
            else:
                faults.append(f"“{iso[:40]}” is no date: YYYY-MM-DD, YYYY-MM or YYYY, or nothing where it is unknown.")
    return out, faults
