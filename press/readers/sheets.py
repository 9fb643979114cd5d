"""The rows of an Excel workbook, with the addresses that its cells link to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

from lxml import etree

from . import limits
from .errors import Refusal

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_LINKS = re.compile(rb"HYPERLINK|<(?:\w{1,10}:)?hyperlink\b")
_FORMULA = re.compile(r'HYPERLINK\(\s*"([^"]{1,4000})"\s*(?:[,;]\s*"((?:[^"]|""){0,1000})"\s*)?\)', re.I)
_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_LINKS = 200_000
_MOST_CELLS_OF_A_LINK = 2_000

#: Where a cell leads and what it shows, by row and column from 1 on.
Links = dict[tuple[int, int], tuple[str, str]]


class Linked(str):
    """The text of a cell that is a link; ``target`` is where it leads."""

    target: str = ""


def linked(shown: str, target: str) -> Linked:
    """A cell's text with the address that it leads to."""
    cell = Linked(shown)
    cell.target = target
    return cell


def rows(sheet: Any, links: Links) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of a sheet that are not empty, with their numbers."""
    total = 0
    of_row: dict[int, list[tuple[int, tuple[str, str]]]] = {}
    for (row, column), link in links.items():
        of_row.setdefault(row, []).append((column, link))
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=limits.TABLE_COLUMNS), 1):
        total += len(cells)
        if total > limits.SHEET_CELLS:
            raise Refusal(sheet.title, number, "", f"has more than {limits.SHEET_CELLS:,} cells")
        if number in of_row:
            cells = list(cells)
            for column, (target, shown) in of_row[number]:
                if column <= len(cells):
                    cells[column - 1] = linked(written(cells[column - 1]) or shown, target)
        if any(cell is not None for cell in cells):
            yield number, cells


def check(file: ZipFile, name: str) -> set[str]:
    """Refuse a workbook whose parts declare XML entities; returns the parts that hold links."""
    found = set()
    for member in file.namelist():
        if member.endswith((".xml", ".rels")) and _scan(file, member, name):
            found.add(member)
    return found


def _scan(file: ZipFile, member: str, name: str) -> bool:
    holds = False
    with file.open(member) as opened:
        before = b""
        while chunk := opened.read(1 << 20):
            # Without its zero bytes UTF-16 reads as ASCII; in what Excel writes "<!" stands nowhere.
            plain = (before + chunk).replace(b"\0", b"")
            if _DECLARATION.search(plain):
                raise Refusal(name, 0, member[:100], "declares XML entities, which are not read")
            holds = holds or _LINKS.search(plain) is not None
            before = chunk[-40:]
    return holds


def links(file: ZipFile, member: str) -> Links:
    """The links of a sheet, by its part in the workbook: those of cells, and those that formulas make."""
    found: Links = {}
    targets = _targets(file, member)
    with file.open(member) as opened:
        events = etree.iterparse(
            opened, tag=(_MAIN + "c", _MAIN + "hyperlink"), resolve_entities=False, no_network=True, huge_tree=False
        )
        for _, element in events:
            if element.tag == _MAIN + "c":
                formula = _FORMULA.search(element.findtext(_MAIN + "f") or "")
                place = _REF.fullmatch(element.get("r") or "")
                if formula and place:
                    found[_at(place)] = (formula[1], (formula[2] or "").replace('""', '"'))
            else:
                target = targets.get(element.get(_ID, ""), "")
                for place_ in _cells(element.get("ref", "")) if target else ():
                    found.setdefault(place_, (target, ""))
            element.clear()
            if len(found) > _MOST_LINKS:
                break
    return found


def _targets(file: ZipFile, member: str) -> dict[str, str]:
    folder, name = posixpath.split(member)
    path = f"{folder}/_rels/{name}.rels"
    if path not in file.namelist():
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(file.read(path), parser)
    return {r.get("Id", ""): r.get("Target", "") for r in root.iter() if r.get("TargetMode") == "External"}


def _cells(ref: str) -> list[tuple[int, int]]:
    """The cells of a reference such as D5 or A2:A9."""
    first, _, last = ref.partition(":")
    a, b = _REF.fullmatch(first), _REF.fullmatch(last or first)
    if not a or not b:
        return []
    (top, left), (bottom, right) = _at(a), _at(b)
    if (bottom - top + 1) * (right - left + 1) > _MOST_CELLS_OF_A_LINK:
        return []
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def _at(m: re.Match[str]) -> tuple[int, int]:
    column = 0
    for letter in m[1]:
        column = column * 26 + ord(letter) - 64
    return int(m[2]), column


def written(cell: Any) -> str:
    """A cell as text."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
