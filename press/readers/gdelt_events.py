"""GDELT's event exports: what machines read in the world's news, to be set beside our own events.

The columns are those of the GDELT 2.0 Event Database codebook (v2.0, 2015); the older 57 and 58 columns of
GDELT 1.0 and exports with a header, as BigQuery writes them, are read as well.
"""

from __future__ import annotations

import csv
import io
import itertools
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from . import archive, limits
from .decode import Lines, encoding_of
from .errors import Refusal

if TYPE_CHECKING:
    import pandas as pd

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO_2 = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_GEO_1 = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")


def _layout(geo: tuple[str, ...], source: bool) -> list[str]:
    return [
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
        *(f"Actor{n}{column}" for n in (1, 2) for column in _ACTOR),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
        "NumMentions", "NumSources", "NumArticles", "AvgTone",
        *(f"{place}_{column}" for place in ("Actor1Geo", "Actor2Geo", "ActionGeo") for column in geo),
        "DATEADDED", *(["SOURCEURL"] if source else []),
    ]  # fmt: skip


_LAYOUTS = {len(names): names for names in (_layout(_GEO_2, True), _layout(_GEO_1, True), _layout(_GEO_1, False))}
#: Columns of the frame that :func:`read` returns, and GDELT's names for them.
COLUMNS = {
    "event_id": "GLOBALEVENTID", "day": "SQLDATE", "actor1": "Actor1Name", "actor1_country": "Actor1CountryCode",
    "actor2": "Actor2Name", "actor2_country": "Actor2CountryCode", "cameo": "EventCode", "root": "EventRootCode",
    "goldstein": "GoldsteinScale", "tone": "AvgTone", "mentions": "NumMentions", "articles": "NumArticles",
    "place": "ActionGeo_FullName", "url": "SOURCEURL",
}  # fmt: skip
_KEYS = {name.casefold(): name for names in _LAYOUTS.values() for name in names}


def looks_like(start: str) -> bool:
    """Whether the first line of a file is of an event export: by its header or by the number of its columns."""
    cells = start.rstrip("\r\n").split("\t")
    return (len(cells) in _LAYOUTS and cells[0].isdigit() and len(cells[1]) == 8) or "globaleventid" in start[
        :4000
    ].casefold()


def read(
    source: Path | BinaryIO | bytes, name: str = "", between: tuple[str, str] | None = ("SRB", "RUS")
) -> tuple[pd.DataFrame, list[Refusal]]:
    """Read an event export, plain or as GDELT's ZIP, row by row.

    Parameters
    ----------
    source : Path, binary file or bytes
    name : str
        What messages call it.
    between : pair of CAMEO country codes, optional
        Keep events with one actor of each; None keeps all.

    Returns
    -------
    events : DataFrame
        One row an event: ``event_id`` (str), ``day`` (datetime64), ``actor1``, ``actor1_country``, ``actor2``,
        ``actor2_country`` (CAMEO), ``cameo`` (event code), ``root`` (its first two digits), ``goldstein`` (-10 to 10),
        ``tone`` (-100 to 100), ``mentions``, ``articles`` (counts), ``place``, ``url``.
    refusals : list of Refusal
        Rows that could not be read, at most the first hundred.
    """
    import pandas as pd

    rows: list[dict[str, object]] = []
    faults: list[Refusal] = []
    try:
        if isinstance(source, Path):
            name = name or str(source)
            with source.open("rb") as stream:
                _read(stream, name, between, rows, faults)
        else:
            _read(io.BytesIO(source) if isinstance(source, bytes) else source, name or "events", between, rows, faults)
    except Refusal as refusal:
        faults.append(refusal)
    except Exception as error:
        faults.append(Refusal(name, 0, "", f"cannot be read as an event export ({type(error).__name__})"))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame["day"] = pd.to_datetime(frame["day"], format="%Y%m%d", errors="coerce")
    for column in ("goldstein", "tone"):
        frame[column] = frame[column].astype("float64")
    for column in ("mentions", "articles"):
        frame[column] = frame[column].astype("int64")
    return frame, faults[:100]


def _read(
    stream: BinaryIO, name: str, between: tuple[str, str] | None, rows: list[dict[str, object]], faults: list[Refusal]
) -> None:
    if stream.read(2) == b"PK":
        stream.seek(0)
        with zipfile.ZipFile(stream) as file:
            archive.check(file, name)
            for member in file.infolist():
                with file.open(member) as opened:
                    _read(opened, f"{name}/{member.filename}", between, rows, faults)  # type: ignore[arg-type]
        return
    stream.seek(0)
    lines = Lines(stream, encoding_of(stream), limits.LINE_BYTES)
    every = iter(lines)
    first = next(every, "")
    if not first.strip():
        raise Refusal(name, 0, "", "is empty")
    delimiter = max("\t,;", key=first.count)
    names: list[str] = []
    if "globaleventid" in first.casefold():
        names = [_KEYS.get(cell.strip().casefold(), "") for cell in next(csv.reader([first], delimiter=delimiter))]
    else:
        every = itertools.chain([first], every)
    table = csv.reader(every, delimiter=delimiter) if names else csv.reader(every, "excel-tab", quoting=csv.QUOTE_NONE)
    for cells in table:
        layout = names or _LAYOUTS.get(len(cells), [])
        if not layout or len(cells) != len(layout):
            faults.append(Refusal(name, lines.number, "", f"has {len(cells)} columns, which no GDELT event export has"))
            if len(faults) > 100 and not rows:
                return
            continue
        row = dict(zip(layout, cells, strict=True))
        if between is not None and {row.get("Actor1CountryCode"), row.get("Actor2CountryCode")} != set(between):
            continue
        event: dict[str, object] = {ours: row.get(theirs, "").strip() for ours, theirs in COLUMNS.items()}
        try:
            for column, most in (("goldstein", 10), ("tone", 100)):
                value = float(str(event[column]) or "nan")
                if abs(value) > most:
                    raise ValueError
                event[column] = value
            for column in ("mentions", "articles"):
                event[column] = int(str(event[column]) or 0)
        except ValueError:
            faults.append(
                Refusal(name, lines.number, COLUMNS[column], f"“{str(event[column])[:40]}” is no such number")
            )
            continue
        if not str(event["url"]).startswith(("http://", "https://")):
            event["url"] = ""
        rows.append(event)
