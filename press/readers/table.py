"""Tables of articles: CSV with any delimiter and XLSX, whatever their columns are called.

Columns are known by their names (``data/vocabulary/columns.toml``). A table without a header, or with names
that say nothing, is not read on a guess: :func:`look` tells what its columns seem to hold, and the reader of
the table confirms or corrects that by passing ``columns``.
"""

from __future__ import annotations

import csv
import itertools
import re
import statistics
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO, NamedTuple

from press.article import Article

from . import days, fields, limits
from .decode import Lines, encoding_of
from .errors import Refusal

DELIMITERS = (",", ";", "\t", "|")
#: Rows that delimiter, header and the order of dates are told from.
_SAMPLE = 500
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)

Row = Sequence[Any]


class Look(NamedTuple):
    """What a table seems to be.

    ``names`` are its columns, numbers from "1" on where it has no header; ``columns`` the column of each
    field; ``sure`` tells whether that is by name, not by content; ``twice`` are names that stand more than
    once; ``order`` is the order of day and month; ``delimiter`` is '' for a sheet; ``rows`` are the first ones.
    """

    names: list[str]
    columns: dict[str, str]
    header: bool
    sure: bool
    twice: list[str]
    order: str
    delimiter: str
    rows: list[list[str]]


def look(sample: Sequence[Row], columns: Mapping[str, str] | None = None, delimiter: str = "") -> Look:
    """Tell header, columns and the order of dates from the first rows of a table."""
    first = [_written(cell) for cell in sample[0]]
    by_name = fields.guess(first)
    wanted = {field: column for field, column in (columns or {}).items() if column}
    header = bool(by_name) or (bool(wanted) and set(wanted.values()) <= set(first)) or _is_header(sample)
    names = first if header else [str(i) for i in range(1, max(map(len, sample)) + 1)]
    rows = [[_written(cell) for cell in row] for row in sample[header:]]
    sure = "title" in by_name or "text" in by_name or "url" in by_name
    found = {field: candidates[0] for field, candidates in by_name.items()}
    if "text" not in found and not ("title" in found and "url" in found):
        for field, column in _by_content(names, rows).items():
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
    return Look(names, found, header, sure, twice, order, delimiter, rows[:5])


def look_csv(stream: BinaryIO, columns: Mapping[str, str] | None = None) -> Look | None:
    """What a CSV file seems to be; None where it is empty. The file is set back to its start."""
    encoding = encoding_of(stream)
    lines = list(itertools.islice(Lines(stream, encoding, limits.LINE_BYTES), _SAMPLE))
    stream.seek(0)
    if not any(line.strip() for line in lines):
        return None
    delimiter = _delimiter(lines)
    return look(list(itertools.islice(_cells(lines, delimiter), _SAMPLE)), columns, delimiter)


def read_csv(stream: BinaryIO, name: str, columns: Mapping[str, str] | None = None) -> Iterator[Article | Refusal]:
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
    yield from _articles(iter(_Records(lines, seen.delimiter, name)), seen, name)
    yield from (Refusal(name, number, "", "is too long a line") for number in lines.overlong)


def read_xlsx(stream: BinaryIO, name: str, columns: Mapping[str, str] | None = None) -> Iterator[Article | Refusal]:
    """Read the sheets of an Excel workbook, by openpyxl; formulas count as the values they were saved with."""
    import zipfile

    from . import archive

    try:
        with zipfile.ZipFile(stream) as file:
            archive.check(file, name)
            if sum(member.file_size for member in file.infolist()) > limits.WORKBOOK_BYTES:
                raise Refusal(name, 0, "", f"is larger than {limits.WORKBOOK_BYTES:,} bytes when unpacked")
            for member in file.namelist():
                if member.endswith((".xml", ".rels")):
                    _refuse_entities(file, member, name)
        stream.seek(0)
        from openpyxl import load_workbook

        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        nothing = True
        for sheet in book.worksheets:
            rows = _cells_of(sheet)
            sample = list(itertools.islice(rows, _SAMPLE))
            if not sample:
                continue
            nothing = False
            place = name if len(book.worksheets) == 1 else f"{name}/{sheet.title}"
            seen = look([cells for _, cells in sample], columns)
            yield from _articles(itertools.chain(sample, rows), seen, place)
        book.close()
    except Refusal as refusal:
        yield refusal
    except Exception as error:
        yield Refusal(name, 0, "", f"cannot be read as an Excel workbook ({type(error).__name__})")
    else:
        if nothing:
            yield Refusal(name, 0, "", "is empty")


def look_xlsx(stream: BinaryIO, columns: Mapping[str, str] | None = None) -> Look | None:
    """What the first sheet of a workbook that is not empty seems to be; None where all are."""
    from openpyxl import load_workbook

    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            sample = [cells for _, cells in itertools.islice(_cells_of(sheet), _SAMPLE)]
            if sample:
                return look(sample, columns)
        return None
    finally:
        book.close()
        stream.seek(0)


# -- rows to articles ----------------------------------------------------------------------------


def _articles(rows: Iterator[tuple[int, Row | Refusal]], seen: Look, name: str) -> Iterator[Article | Refusal]:
    """The articles of numbered rows, the header among them."""
    if problem := _problem(seen):
        yield Refusal(name, 1, "", problem)
        return
    columns = {field: [column] for field, column in seen.columns.items()}
    if seen.header:
        by_name = fields.guess(seen.names)
        columns |= {f: names for f, names in by_name.items() if seen.columns.get(f, names[0]) == names[0]}
    width = len(seen.names)
    for i, (number, cells) in enumerate(rows):
        if isinstance(cells, Refusal):
            yield cells
            continue
        if (i == 0 and seen.header) or not any(_written(cell).strip() for cell in cells):
            continue
        if any(_written(cell) for cell in cells[width:]):
            yield Refusal(name, number, "", f"has {len(cells)} cells, {width} are expected")
            continue
        row: dict[str, Any] = {}
        clash = ""
        for column, cell in zip(seen.names, cells, strict=False):
            if not column:
                continue
            value = cell if isinstance(cell, datetime | date) else _written(cell)
            if row.get(column) not in (None, "", value) and value != "":
                clash = column
            if value != "" or column not in row:
                row[column] = value
        if clash:
            yield Refusal(name, number, clash, "stands twice, with different values")
            continue
        try:
            yield fields.article(row, name, number, order=seen.order, columns=columns)
        except Refusal as refusal:
            yield refusal


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


class _Records:
    """The rows of a CSV file, each with the number of the line on which it begins.

    A quotation mark that is not closed would swallow the rows after it. It shows where another mark stands in
    the wrong place or the file ends: then only the line that it stands on is refused, and the rest is read anew.
    """

    def __init__(self, lines: Lines, delimiter: str, name: str) -> None:
        self.lines, self.delimiter, self.name = iter(lines), delimiter, name
        self.source = lines
        self.again: deque[tuple[int, str]] = deque()
        self.taken: list[tuple[int, str]] = []
        self.unclosed = 0

    def _feed(self) -> Iterator[str]:
        while len(self.taken) < limits.ROW_LINES:
            if self.again:
                number, line = self.again.popleft()
            else:
                line = next(self.lines, "")
                number = self.source.number
                if not line:
                    return
            self.taken.append((number, line))
            yield line

    def __iter__(self) -> Iterator[tuple[int, Row | Refusal]]:
        reader = csv.reader(self._feed(), delimiter=self.delimiter, strict=True)
        while True:
            self.taken = []
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                number, line = self.taken[0]
                problem = f"is no readable row: {error}"
                rest = self.taken[1:]
                if rest and self.unclosed < limits.UNCLOSED_QUOTES:
                    self.unclosed += 1
                    problem = "has a quotation mark that is not closed"
                    self.again.extendleft(reversed(rest))
                elif not rest:
                    cells = self._leniently(line)
                    problem = "" if cells else problem
                yield number, cells if not problem else Refusal(self.name, number, "", problem)
                reader = csv.reader(self._feed(), delimiter=self.delimiter, strict=True)
                continue
            number = self.taken[0][0] if self.taken else self.source.number
            if len(cells) > limits.TABLE_COLUMNS:
                yield number, Refusal(self.name, number, "", f"has more than {limits.TABLE_COLUMNS:,} cells")
            elif cells:
                yield number, cells

    def _leniently(self, line: str) -> list[str]:
        """The cells of one line with a stray mark, as most programs read it; none where that fails too."""
        try:
            return next(csv.reader([line], delimiter=self.delimiter), [])
        except csv.Error:
            return []


def _cells_of(sheet: Any) -> Iterator[tuple[int, Row]]:
    total = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=limits.TABLE_COLUMNS), 1):
        total += len(cells)
        if total > limits.SHEET_CELLS:
            raise Refusal(sheet.title, number, "", f"has more than {limits.SHEET_CELLS:,} cells")
        if any(cell is not None for cell in cells):
            yield number, cells


def _refuse_entities(file: Any, member: str, name: str) -> None:
    with file.open(member) as opened:
        before = b""
        while chunk := opened.read(1 << 20):
            # Without its zero bytes UTF-16 reads as ASCII; in what Excel writes "<!" stands nowhere.
            if _DECLARATION.search((before + chunk).replace(b"\0", b"")):
                raise Refusal(name, 0, member[:100], "declares XML entities, which are not read")
            before = chunk[-40:]


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


# -- guesses -------------------------------------------------------------------------------------


def _delimiter(lines: list[str]) -> str:
    """The delimiter that cuts the first rows into the same number of cells, more than one."""
    best, most = ",", 0.0
    for delimiter in DELIMITERS:
        try:
            widths = [len(cells) for cells in itertools.islice(_cells(lines, delimiter), 50) if cells]
        except csv.Error:
            continue
        if not widths:
            continue
        width, count = Counter(widths).most_common(1)[0]
        known = len(fields.guess(next(_cells(lines, delimiter), [])))
        score = (known + 1) * count / len(widths) * min(width - 1, 10)
        if score > most:
            best, most = delimiter, score
    return best


def _cells(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    return (cells for cells in csv.reader(lines, delimiter=delimiter) if cells)


def _is_header(sample: Sequence[Row]) -> bool:
    """Whether the first row names columns: short, all different, no address or date, and there are others."""
    first = [_written(cell).strip() for cell in sample[0]]
    return (
        len(sample) > 1
        and len(first) > 1
        and len(set(first)) == len(first)
        and all(0 < len(cell) <= 30 and not fields.ADDRESS.match(cell) and not days.possible(cell) for cell in first)
        and not any(cell[:1].isdigit() for cell in first)
    )


def _by_content(names: list[str], rows: list[list[str]]) -> dict[str, str]:
    """The columns that seem to hold each field, by what stands in them."""
    found: dict[str, str] = {}
    lengths: dict[str, float] = {}
    for i, name in enumerate(names):
        cells = [row[i].strip() for row in rows[:50] if i < len(row) and row[i].strip()]
        if not cells:
            continue
        if all(fields.ADDRESS.match(cell) for cell in cells):
            found.setdefault("url", name)
        elif all(len(cell) <= 40 and days.possible(cell) for cell in cells):
            found.setdefault("date", name)
        elif all(fields.language_code(cell) for cell in cells) and max(map(len, cells)) <= 10:
            found.setdefault("language", name)
        elif any(" " in cell for cell in cells):
            lengths[name] = statistics.fmean(map(len, cells))
        elif not all(cell.replace(".", "").isdigit() for cell in cells):
            found.setdefault("outlet", name)
    longest = sorted(lengths, key=lambda name: -lengths[name])
    if longest and (
        lengths[longest[0]] > 120 or len(longest) == 1 or "url" not in found
    ):  # a text, where no list of links
        found["text"] = longest.pop(0)
    if longest:
        found["title"] = longest[0]
    return found
