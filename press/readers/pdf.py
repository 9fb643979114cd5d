"""PDF files: the words on their pages, put together to paragraphs."""

from __future__ import annotations

import io
import logging
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from press.address import is_address
from press.article import Article

from . import limits
from . import lines as wrapped
from .errors import Refusal

_SENTENCE_END = re.compile(r"[.!?…:][\"”“»’)\]]*$")
#: Distance of lines, in sizes of their letters, where a document is too short to tell its own.
_USUAL_STEP = 1.5
#: What browsers print at the head and the foot of each page: the time of printing, the address, the number of the page.
_HEAD = re.compile(r"\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}\.?,? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AP]M)?(?!\w)")
_FOOT = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d{1,4} ?(?:/|of|od|из|з) ?\d{1,4})?"
    r"|(?:(?:page|strana|stranica|страна|страница|стр\.?|сторінка|стор\.?) ?)?\d{1,4} ?(?:/|of|od|из|з|од) ?\d{1,4}(?:\s+"
    + _HEAD.pattern
    + r")?",
    re.I,
)
_ADDRESS = re.compile(r"https?://\S+")
#: Rows from the edge of a page that may be running heads, and share of pages on which one stands.
_EDGE, _RUNNING = 2, 0.5


def read(data: bytes, name: str = "document.pdf", url: str = "") -> Article | Refusal:
    """Read a PDF as one article, by pypdf.

    The day on which the file was made is kept as ``extra["file_date"]`` and only offered. A PDF of scanned
    pages has no text and is refused; so is one that takes longer than a minute.
    """
    if len(data) > limits.DOCUMENT_BYTES:
        return Refusal(name, 0, "", f"is larger than {limits.DOCUMENT_BYTES:,} bytes")
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on broken files are for nobody here
    end = time.monotonic() + limits.PDF_SECONDS
    found = _Lines()
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Refusal(name, 0, "", "is encrypted")
        if len(reader.pages) > limits.PDF_PAGES:
            return Refusal(name, 0, "", f"has more than {limits.PDF_PAGES:,} pages")
        characters = 0
        for found.page, page in enumerate(reader.pages, 1):
            characters += len(page.extract_text(visitor_text=found.take))
            if time.monotonic() > end:
                return Refusal(name, found.page, "", f"takes longer than {limits.PDF_SECONDS} seconds to read")
            if characters > limits.ARTICLE_CHARACTERS:
                return Refusal(name, 0, "text", f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
        about: dict[str, Any] = dict(reader.metadata or {})
        title, author, made = (str(about.get(key) or "").strip() for key in ("/Title", "/Author", "/CreationDate"))
    except Exception as error:
        return Refusal(name, 0, "", f"cannot be read as a PDF ({type(error).__name__})")
    body, edges = without_edges(found.lines)
    text = paragraphs(body)
    if not text:
        return Refusal(name, 0, "text", "has no text: its pages may be pictures")
    stamp = re.match(r"D:(\d{4})(\d\d)(\d\d)", made)
    return Article(
        text=text,
        title=title or _first_line(text),
        url=url or next((a for a in edges if is_address(a)), ""),
        author=author,
        extra={"file_date": "-".join(stamp.groups())} if stamp else {},
    )


class Line(NamedTuple):
    """A line on a page: its words, its place from the bottom of the page, the size of its letters, the page."""

    text: str
    y: float
    size: float
    page: int


class _Lines:
    """Takes a page's pieces of text, as pypdf finds them, and puts them together to lines."""

    def __init__(self) -> None:
        self.page = 0
        self._found: list[tuple[list[str], float, float, int]] = []

    def take(self, text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        """A piece of text with the matrices that place it, see pypdf's ``visitor_text``."""
        for i, part in enumerate(text.replace("\0", "").split("\n")):
            if i or not self._found or self._found[-1][3] != self.page or not self._found[-1][0]:
                y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
                height = abs(size * (cm[1] * tm[2] + cm[3] * tm[3]))
                self._found.append(([], y, height, self.page))
            if part.strip() or (part and self._found[-1][0]):
                self._found[-1][0].append(part)

    @property
    def lines(self) -> list[Line]:
        """The lines that are not empty, in the order of the pages' content."""
        return [Line("".join(parts).strip(), y, size, page) for parts, y, size, page in self._found if parts]


def without_edges(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """The lines without what is printed at the head and the foot of every page, and the addresses among that.

    It is known by what browsers print there, and by standing at the edge of half of the pages, whatever its numbers.
    """
    rows: dict[int, dict[int, list[Line]]] = {}
    for line in lines:
        rows.setdefault(line.page, {}).setdefault(round(line.y), []).append(line)
    edges = []  # rows at the edges of pages: whether at the top, the words and the lines
    counts: Counter[tuple[int, str]] = Counter()
    for of_page in rows.values():
        heights = sorted(of_page, reverse=True)
        for height in dict.fromkeys([*heights[:_EDGE], *heights[-_EDGE:]]):
            words = unicodedata.normalize("NFKC", " ".join(line.text for line in of_page[height])).strip()
            running = (height, re.sub(r"\d+", "0", words))
            counts[running] += 1
            edges.append((height == heights[0], words, running, of_page[height]))
    gone: set[int] = set()
    addresses = []
    for top, words, running, members in edges:
        found = [m for m in _ADDRESS.finditer(words) if not m[0].endswith(("…", "..."))]
        printed = _FOOT.fullmatch(words) or _HEAD.match(words) or (top and found and found[-1].end() == len(words))
        if printed or counts[running] >= max(2, _RUNNING * len(rows)):
            gone.update(map(id, members))
            addresses += [m[0] for m in found]
    return [line for line in lines if id(line) not in gone], addresses


def paragraphs(lines: list[Line]) -> str:
    """Lines as they stand on pages, put together to paragraphs; words broken at a line's end are mended.

    A paragraph ends where the next line stands further down than lines usually do, or has letters of another
    size, or where a line is short and ends a sentence.
    """
    width = _quantile([len(line.text) for line in lines], 0.75)
    steps = [step for a, b in pairwise(lines) if 0 < (step := _step(a, b)) < 3]
    usual = _quantile(steps, 0.5) if len(steps) > 5 else _USUAL_STEP
    compounds = wrapped.compounds_in("\n".join(line.text for line in lines))
    out: list[list[str]] = []
    for i, line in enumerate(lines):
        before = lines[i - 1] if i else None
        if before is None or _ends(before, line, width, usual):
            out.append([line.text])
        elif (whole := wrapped.mended(out[-1][-1], line.text, compounds)) is not None:
            out[-1][-1] = whole
            out[-1].append(line.text)
        else:
            out[-1].append(" " + line.text)
    return "\n\n".join("".join(parts) for parts in out)


def _ends(before: Line, line: Line, width: float, usual: float) -> bool:
    """Whether a paragraph ends between two lines."""
    short = len(before.text) < 0.75 * width and _SENTENCE_END.search(before.text[-20:]) is not None
    if before.page != line.page:
        return short
    other = before.size and line.size and abs(before.size - line.size) > 0.1 * before.size
    return bool(short or other or (usual and _step(before, line) > 1.3 * usual))


def _step(before: Line, line: Line) -> float:
    """How far a line stands below the one before it, in sizes of its letters; 0 on another page."""
    return (before.y - line.y) / before.size if before.page == line.page and before.size else 0.0


def _quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)] if values else 0.0


def _first_line(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= 200 and not first.endswith((".", ",", ";")) and "\n" in text else ""
