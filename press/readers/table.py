"""Tables of articles: CSV with any delimiter and XLSX, whatever their columns are called.

Columns are known by their names (``data/vocabulary/columns.toml``). A table without a header, or with names
that say nothing, is not read on a guess: :func:`look` tells what its columns seem to hold, and the reader of
the table confirms or corrects that by passing ``columns``.
"""

from __future__ import annotations

import csv
import itertools
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO, NamedTuple

from press.address import is_address
from press.article import Article

from . import archive, csv_rows, days, fields, guesses, limits, sheets
from .csv_rows import Row
from .decode import Lines, encoding_of
from .errors import Notes, Refusal, Tell, silent
from .sheets import Linked, written

#: Rows that delimiter, header and the order of dates are told from.
_SAMPLE = 500
#: The column of addresses that a sheet's headlines link to, where it has no other.
_OF_LINKS = "hyperlink"


class Look(NamedTuple):
    """What a table seems to be.

    ``names`` are its columns, numbers from "1" on where it has no header; ``columns`` the column of each
    field; ``sure`` tells whether that is by name, not by content; ``twice`` are names that stand more than
    once; ``order`` is the order of day and month; ``delimiter`` is '' for a sheet; ``rows`` are the first ones;
    ``above`` counts the rows before the header.
    """

    names: list[str]
    columns: dict[str, str]
    header: bool
    sure: bool
    twice: list[str]
    order: str
    delimiter: str
    rows: list[list[str]]
    above: int = 0


def look(sample: Sequence[Row], columns: Mapping[str, str] | None = None, delimiter: str = "") -> Look:
    """Tell header, columns and the order of dates from the first rows of a table."""
    wanted = {field: column for field, column in (columns or {}).items() if column}
    above = guesses.header_at(sample, wanted.values())
    header = above >= 0
    above = max(above, 0)
    body = sample[above + header :]
    first = [written(cell).strip() for cell in sample[above]]
    by_name = fields.guess(first) if header else {}
    names = first if header else [str(i) for i in range(1, max(map(len, sample)) + 1)]
    if "url" not in by_name and any(isinstance(cell, Linked) for row in body for cell in row):
        names = [*names, _OF_LINKS]
        by_name["url"] = [_OF_LINKS]
    rows = [_of_width(row, len(names), names[-1:] == [_OF_LINKS]) for row in body]
    sure = "title" in by_name or "text" in by_name or "url" in by_name
    found = {field: candidates[0] for field, candidates in by_name.items()}
    if "text" not in found and not ("title" in found and "url" in found):
        for field, column in guesses.by_content(names, rows).items():
            if field not in found and column not in found.values():
                found[field] = column
        sure = False
    if wanted:
        found, sure = wanted, True
    order = ""
    if found.get("date") in names:
        i = names.index(found["date"])
        order = days.order_of(row[i] for row in rows if i < len(row))
    twice = [name for name, count in Counter(names).items() if count > 1 and name]
    return Look(names, found, header, sure, twice, order, delimiter, rows[:5], above)


def look_csv(stream: BinaryIO, columns: Mapping[str, str] | None = None) -> Look | None:
    """What a CSV file seems to be; None where it is empty. The file is set back to its start."""
    encoding = encoding_of(stream)
    lines = list(itertools.islice(Lines(stream, encoding, limits.LINE_BYTES), _SAMPLE))
    stream.seek(0)
    declared = csv_rows.declared(lines[0]) if lines else ""
    lines = lines[bool(declared) :]
    if not any(line.strip() for line in lines):
        return None
    delimiter = declared or csv_rows.delimiter_of(lines)
    return look(list(itertools.islice(csv_rows.cells_of(lines, delimiter), _SAMPLE)), columns, delimiter)


def read_csv(
    stream: BinaryIO, name: str, columns: Mapping[str, str] | None = None, tell: Tell = silent
) -> Iterator[Article | Refusal]:
    """Read a CSV file row by row; encoding, delimiter and header are told from its beginning.

    Messages count rows by the line on which they begin.
    """
    csv.field_size_limit(limits.LINE_BYTES)
    try:
        seen = look_csv(stream, columns)
    except csv.Error as error:
        yield Refusal(name, 0, "", f"is no readable CSV: {error}")
        return
    if seen is None:
        yield Refusal(name, 0, "", "is empty")
        return
    lines = Lines(stream, encoding_of(stream), limits.LINE_BYTES)
    yield from _articles(iter(csv_rows.Records(lines, seen.delimiter, name)), seen, name, tell)
    yield from (Refusal(name, number, "", "is too long a line") for number in lines.overlong)


def read_xlsx(
    stream: BinaryIO, name: str, columns: Mapping[str, str] | None = None, tell: Tell = silent
) -> Iterator[Article | Refusal]:
    """Read the sheets of an Excel workbook, by openpyxl; formulas count as the values they were saved with.

    A cell that links to an address stands for it in the column of addresses.
    """
    try:
        with zipfile.ZipFile(stream) as file:
            archive.check(file, name)
            if sum(member.file_size for member in file.infolist()) > limits.WORKBOOK_BYTES:
                raise Refusal(name, 0, "", f"is larger than {limits.WORKBOOK_BYTES:,} bytes when unpacked")
            nothing = True
            for title, rows in _sheets(stream, file, sheets.check(file, name)):
                sample = list(itertools.islice(rows, _SAMPLE))
                if not sample:
                    continue
                nothing = False
                seen = look([cells for _, cells in sample], columns)
                yield from _articles(itertools.chain(sample, rows), seen, f"{name}/{title}" if title else name, tell)
    except Refusal as refusal:
        yield refusal
    except Exception as error:
        yield Refusal(name, 0, "", f"cannot be read as an Excel workbook ({type(error).__name__})")
    else:
        if nothing:
            yield Refusal(name, 0, "", "is empty")


def look_xlsx(stream: BinaryIO, columns: Mapping[str, str] | None = None) -> Look | None:
    """What the first sheet of a workbook that is not empty seems to be; None where all are."""
    try:
        with zipfile.ZipFile(stream) as file:
            for _, rows in _sheets(stream, file, sheets.check(file, "")):
                if sample := [cells for _, cells in itertools.islice(rows, _SAMPLE)]:
                    return look(sample, columns)
        return None
    finally:
        stream.seek(0)


def _sheets(
    stream: BinaryIO, file: zipfile.ZipFile, with_links: set[str]
) -> Iterator[tuple[str, Iterator[tuple[int, Row]]]]:
    """The sheets of a workbook: title ('' where there is but one) and rows."""
    from openpyxl import load_workbook

    stream.seek(0)
    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            part = getattr(sheet, "_worksheet_path", "").lstrip("/")
            links = sheets.links(file, part) if part in with_links else {}
            yield sheet.title if len(book.worksheets) > 1 else "", sheets.rows(sheet, links)
    finally:
        book.close()


# -- rows to articles ----------------------------------------------------------------------------


def _articles(
    rows: Iterator[tuple[int, Row | Refusal]], seen: Look, name: str, tell: Tell
) -> Iterator[Article | Refusal]:
    """The articles of numbered rows, the header among them."""
    if problem := _problem(seen):
        yield Refusal(name, 1, "", problem)
        return
    columns = {field: [column] for field, column in seen.columns.items()}
    if seen.header:
        by_name = fields.guess(seen.names)
        columns |= {f: names for f, names in by_name.items() if seen.columns.get(f, names[0]) == names[0]}
    notes = Notes(name)
    width = len(seen.names)
    for i, (number, cells) in enumerate(rows):
        if isinstance(cells, Refusal):
            yield cells
            continue
        if not any(written(cell).strip() for cell in cells):
            continue
        if i < seen.above:
            notes.add(
                "", "stands above the header and is left out", number, " ".join(filter(None, map(written, cells)))
            )
        if i < seen.above + seen.header:
            continue
        if seen.names[-1:] == [_OF_LINKS]:
            cells = _of_width(cells, width, linked=True)
        if any(written(cell) for cell in cells[width:]):
            yield Refusal(name, number, "", f"has {len(cells)} cells, {width} are expected")
            continue
        row, clash = _row(seen.names, cells, set(columns.get("url", ())))
        if clash:
            yield Refusal(name, number, clash, "stands twice, with different values")
            continue
        try:
            yield fields.article(row, name, number, order=seen.order, columns=columns, notes=notes)
        except Refusal as refusal:
            yield refusal
    notes.tell(tell)


def _row(names: list[str], cells: Row, addresses: set[str]) -> tuple[dict[str, Any], str]:
    """A row by its columns' names, and a name that stands twice with different values."""
    row: dict[str, Any] = {}
    clash = ""
    for column, cell in zip(names, cells, strict=False):
        if not column:
            continue
        value = cell if isinstance(cell, datetime | date) else written(cell)
        if column in addresses and isinstance(cell, Linked) and not is_address(cell):
            value = cell.target
        if row.get(column) not in (None, "", value) and value != "":
            clash = column
        if value != "" or column not in row:
            row[column] = value
    return row, clash


def _of_width(cells: Row, width: int, linked: bool) -> list[Any]:
    """The cells of a row as text; where the column of links is the last, with the address that the row links to."""
    out = [cell if isinstance(cell, datetime | date) else written(cell) for cell in cells]
    if linked:
        target = next((cell.target for cell in cells if isinstance(cell, Linked)), "")
        out = [*out[: width - 1], *[""] * (width - 1 - len(out)), target, *out[width - 1 :]]
    return [written(cell) for cell in out]


def _problem(seen: Look) -> str:
    """Why a table cannot be read without its reader's word; '' where it can."""
    missing = [f"{column} for {field}" for field, column in seen.columns.items() if column not in seen.names]
    if missing:
        return f"has no column {', '.join(missing)}; its columns are {', '.join(seen.names)[:300]}"
    if not seen.sure:
        guess = ", ".join(f"{field} = {column}" for field, column in seen.columns.items()) or "nothing that is known"
        what = "has names of columns that are not known" if seen.header else "has no header line"
        return f"{what}; its columns seem to be: {guess}. Name them to read it (ingest: --column text=…)"
    if "text" not in seen.columns and not ("title" in seen.columns and "url" in seen.columns):
        return f"has no column for the text, nor for both headline and address; its columns are {', '.join(seen.names)[:300]}"
    return ""
