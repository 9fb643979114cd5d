"""Quotation marks: the spans they enclose, in the typography of every press.

Each mark tells by its neighbours whether it opens or closes; a mark that could do both closes what is open. Marks are
paired in one pass over a paragraph, and a text with unbalanced marks is read on: a quotation that nothing closes may
share the closing mark of one inside it («Он сказал: «да»), go on in the next paragraphs, each of which may open
anew, or run to the end of its paragraph; otherwise its mark is dropped.

Texts are read as :mod:`press.text.clean` leaves them: ,,…'' and <<…>> are „…" and «…» there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: Marks that open a quotation or a name.
OPENING = '"“„«‚‹‘'
_MARK = re.compile("[\"“”„‟«»‘’‚‹›'\n]")
#: Which marks may close what a mark opened.
_CLOSES = {
    '"': '"”“', "“": '”"“', "”": '”"“', "„": '“”"„', "‟": '”"', "«": "»«", "»": "«»",
    "‘": "’'", "‚": "‘’'", "‹": "›", "›": "‹", "'": "'’", "’": "",
}  # fmt: skip
_SINGLE = frozenset("‘’'‚‹›")
_MOST_DEPTH = 6
_MOST_SILENT = 3  # paragraphs without any mark that a quotation may hold

# What a mark does.
_OPENS, _CLOSES_ONE, _EITHER, _NEITHER, _WEAK = range(5)
#: What stands before a mark that opens, and after one that closes, besides spaces.
_BEFORE_OPENING = frozenset("([{/—–-:")
_AFTER_CLOSING = frozenset(",.;:!?…)]}—–-")
#: Elisions that begin with an apostrophe, and years: 'em, '90s.
_ELISION = re.compile(r"'(?:\d|(?:em|tis|twas|til|till|cause|bout|round|n)\b)", re.I)
#: Inches: a short number, its mark, and a word.
_INCHES = re.compile(r'(?<!\d)\d{1,3}" [a-zа-яђ-џ]')
#: Where a mark that closes two quotations at once may stand: before the words of the author, or at an end.
_BOTH_END = re.compile(r"[,.!?…]?\s*(?:[—–-]|\Z)|,|[.!?…;](?!\w)")


class Quote(NamedTuple):
    """A quotation: marks included from ``start`` to ``end``, its words from ``inner`` to ``inner_end``.

    ``depth`` is 0 for an outer quotation; ``open`` tells that no closing mark was found. Quotations with the same
    ``turn`` are one speech that the author's words break, see :mod:`press.text.dialogue`; −1 is a speech of its own.
    """

    start: int
    end: int
    inner: int
    inner_end: int
    depth: int
    open: bool
    turn: int = -1


class _Open(NamedTuple):
    """An open mark.

    Of one that waits for its partner in another paragraph, ``led_in`` tells whether it opens a paragraph or follows a
    colon, a comma or a dash, ``until`` is the end of the last paragraph that it opens, and ``silent`` counts later
    ones without marks.
    """

    mark: str
    at: int
    led_in: bool = False
    until: int = 0
    silent: int = 0


def find(text: str) -> list[Quote]:
    """All quotations of a text in the order of their opening marks; nested ones are included. Linear."""
    pairing = _Pairing(text)
    marks: list[int] = []
    begin = 0
    for match in _MARK.finditer(text):
        at = match.start()
        if text[at] != "\n":
            marks.append(at)
            continue
        if marks or pairing.pending is not None:
            pairing.paragraph(begin, at, marks)
            marks = []
        begin = at + 1
    if marks:
        pairing.paragraph(begin, len(text), marks)
    pairing.give_up()
    return nest(pairing.out)


def nest(quotes: list[Quote]) -> list[Quote]:
    """Quotations in their order, with depths by what holds what; none that crosses the end of another."""
    ends: list[int] = []
    out = []
    for quote in sorted(quotes, key=lambda q: (q.start, -q.end)):
        while ends and ends[-1] <= quote.start:
            ends.pop()
        if ends and quote.end > ends[-1]:
            continue  # it goes on beyond the one that it begins in
        out.append(quote if quote.depth == len(ends) else quote._replace(depth=len(ends)))
        ends.append(quote.end)
    return out


def quote(text: str, start: int, end: int, marks: tuple[int, int] = (1, 1), turn: int = -1) -> Quote:
    """A quotation from ``start`` to ``end``, with the numbers of characters before and after its words; none after is open."""
    inner, inner_end = start + marks[0], end - marks[1]
    while inner < inner_end and text[inner].isspace():
        inner += 1
    while inner_end > inner and text[inner_end - 1].isspace():
        inner_end -= 1
    return Quote(start, end, inner, inner_end, 0, not marks[1], turn)


# -- what each mark does -------------------------------------------------------------------------


def _sides(text: str, marks: list[int]) -> list[int]:
    """What each mark of a paragraph does, by its neighbours, and then by the marks that follow it."""
    sides = [_side(text, at) for at in marks]
    following = _NEITHER  # what the next double mark does
    ends_speech = False  # whether the next single mark closes after a comma or stop
    for i in range(len(marks) - 1, -1, -1):
        at, side = marks[i], sides[i]
        mark = text[at]
        if mark in "'’‘":
            if side == _WEAK:
                sides[i] = _NEITHER if ends_speech else _CLOSES_ONE
            elif side == _OPENS:
                ends_speech = False
            elif side == _CLOSES_ONE and text[at - 1] in ",.!?…;":
                ends_speech = True
        else:
            if mark == '"' and side == following == _CLOSES_ONE and _inches(text, at):
                sides[i] = _NEITHER
            following = side
    return sides


def _side(text: str, at: int) -> int:
    """What a mark does, by its neighbours."""
    mark = text[at]
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if before in _CLOSES:
        before = _over_marks(text, at, -1)
    if after in _CLOSES:
        after = _over_marks(text, at, 1)
    left = before.isspace() or before in _BEFORE_OPENING
    right = after.isspace() or after in _AFTER_CLOSING
    if mark in "„«‹‚‟":
        closes = not left and right and mark in "„«‹"
        return _CLOSES_ONE if closes else _NEITHER if mark == "‚" and right else _OPENS
    if mark in "»›":
        return _EITHER if left and not right else _CLOSES_ONE
    if mark in "'’":
        return _apostrophe(text, at, left, right)
    if left != right:
        if left:
            return _EITHER if mark == "”" else _OPENS
        return _CLOSES_ONE
    if mark == "‘":
        return _NEITHER
    if mark == "”":
        return _CLOSES_ONE
    if left:  # spaces on both sides
        return _CLOSES_ONE if text[max(0, at - 9) : at].rstrip()[-1:].isdigit() else _EITHER
    # Glued to the word or stop before it.
    return _EITHER if before in ".,:;!?…)" or (before.islower() and after.isupper()) else _CLOSES_ONE


def _apostrophe(text: str, at: int, left: bool, right: bool) -> int:
    """What ' and ’ do: they are apostrophes more often than marks."""
    if left and not right:
        return _OPENS if text[at] == "'" and not _ELISION.match(text, at) else _NEITHER
    if left or not right:
        return _NEITHER
    plural = text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
    return _WEAK if plural else _CLOSES_ONE  # the mayors' plan


def _inches(text: str, at: int) -> bool:
    return _INCHES.search(text, max(0, at - 4), at + 3) is not None


def _over_marks(text: str, at: int, step: int) -> str:
    """The character beside a mark, over other marks; a line break at the ends of the text."""
    for i in range(at + 2 * step, at + 4 * step, step):
        if not 0 <= i < len(text):
            return "\n"
        if text[i] not in _CLOSES:
            return text[i]
    return text[at + step]


# -- which marks belong together -----------------------------------------------------------------


class _Pairing:
    """Pairs the marks of one paragraph after the other; ``pending`` is a quotation that may go on in the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[Quote] = []
        self.pending: _Open | None = None

    def paragraph(self, begin: int, end: int, marks: list[int]) -> None:
        """Pair the marks of the characters ``begin`` to ``end``."""
        text, pending = self.text, self.pending
        if not marks:
            self._silent(begin, end)
            return
        goes_on = (
            pending is not None and pending.led_in and text[marks[0]] == pending.mark and self._opens(begin, marks[0])
        )
        told = len(self.out)
        stack = self._pair(marks[1:] if goes_on else marks, pending, goes_on)
        if pending is not None and stack[:1] == [pending]:
            if goes_on:
                self._leftovers(stack[1:], told, begin, end)
                self.pending = pending._replace(until=end, silent=0)
                return
            self.give_up()
            del stack[0]
        self.pending = self._leftovers(stack, told, begin, end)

    def _pair(self, marks: list[int], pending: _Open | None, goes_on: bool) -> list[_Open]:
        """Pair marks; returns those that stay open."""
        text = self.text
        stack = [pending] if pending is not None else []
        for at, side in zip(marks, _sides(text, marks), strict=True):
            mark = text[at]
            if side == _NEITHER:
                continue
            if side != _OPENS:
                depth = next((d for d in range(len(stack) - 1, -1, -1) if mark in _CLOSES[stack[d].mark]), -1)
                if depth == 0 and stack[0] is pending and not goes_on and side == _EITHER:
                    depth = -1
                if depth >= 0:
                    self.out.append(quote(text, stack[depth].at, at + 1))
                    del stack[depth:]
                    continue
            if side != _CLOSES_ONE and len(stack) < _MOST_DEPTH:
                stack.append(_Open(mark, at))
        return stack

    def _leftovers(self, stack: list[_Open], told: int, begin: int, end: int) -> _Open | None:
        """Settle what a paragraph left open; returns what may go on in the next one."""
        i = 0
        while i + 1 < len(stack):  # “gas “ he said: the mark that closes stands as one that opens
            first, second = stack[i], stack[i + 1]
            if second.mark in _CLOSES[first.mark] and first.mark not in _SINGLE:
                self.out.append(quote(self.text, first.at, second.at + 1))
                del stack[i : i + 2]
            else:
                i += 1
        stack = [o for o in stack if o.mark not in _SINGLE]
        if not stack:
            return None
        outer = stack[0]
        both = self._closed_with(outer, told)
        if both is None:
            before = self.text[max(begin, outer.at - 9) : outer.at].rstrip()
            led_in = self._opens(begin, outer.at) or before.endswith((":", ",", "—", "–", "-"))
            return outer._replace(led_in=led_in, until=end)
        self.out.append(quote(self.text, outer.at, both))
        return None

    def _closed_with(self, outer: _Open, told: int) -> int | None:
        """The end of a quotation of the same marks inside ``outer`` whose closing mark closes both, None if there is none."""
        held = 0
        for inner in sorted(self.out[told:]):
            if (
                inner.start > outer.at
                and inner.start >= held
                and self.text[inner.start] == outer.mark
                and _BOTH_END.match(self.text, inner.end)
            ):
                return inner.end
            held = max(held, inner.end)
        return None

    def _silent(self, begin: int, end: int) -> None:
        """A paragraph without marks: a quotation may hold some."""
        pending = self.pending
        if pending is not None and self.text[begin:end].strip():
            self.pending = pending._replace(silent=pending.silent + 1)
            if pending.silent == _MOST_SILENT:
                self.give_up()

    def give_up(self) -> None:
        """Nothing closes the pending quotation: it runs to its own end, if it can be speech at all."""
        if self.pending is not None and self.pending.led_in:
            self.out.append(quote(self.text, self.pending.at, self.pending.until, (1, 0)))
        self.pending = None

    def _opens(self, begin: int, at: int) -> bool:
        """Whether a mark opens the paragraph that begins at ``begin``."""
        return at - begin < 9 and not self.text[begin:at].strip(" \t—–-")
