"""Speech that dashes open, and the author's words inside a speech.

    — Мы ждём его, — сказал Пробников. — И скоро.
    – Srbija neće uvesti sankcije – rekao je Petar Probić. – To je naš stav.
    «Газ будет, — сказал Пробников. — И цена не вырастет».

What somebody says becomes quotations, one for each stretch that the author's words leave whole; those of one speech
have the same ``turn``. The author's words are a clause that begins in lower case, with a verb of saying among its
first words, between a dash and the next one or the end of the sentence. A paragraph that opens with a dash is speech
where it has author's words, stands beside one that has, answers a question (which is none), or follows a line that ends
with a verb of saying and a colon; so lists, datelines and ranges of numbers are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from press.text.inserted import PARTS, Author, Clause, Insertions
from press.text.quotes import Quote, nest
from press.text.words import Tokens

# Speech that a dash opens in the middle of a sentence: fewest words before it, most words of the author after it, and
# characters back in which the words before it stand.
_LEAD, _SUBJECT, _BACK = 6, 12, 200
_NAME = 5  # first words of the author among which a name stands where only commas part them from the speech
_NEAR = 2  # first words of the author among which the verb stands where no comma parts them from the speech
_AUTHORS = frozenset(",—–-")  # marks after a quotation that bring the author's words
_LINE = re.compile(r"[^\n]+")
#: A dash between spaces, at the head of a text or line, or beside a mark; or glued to the word that follows a space.
_DASH = re.compile(r"[—–-](?:(?<=\A.)|(?<=[\s,.!?…:;»”“\"].))(?:(?=\s)|(?<=\A.)(?=[^\W\d_])|(?<=\s.)(?=[^\W\d_]))")
_SENTENCE = re.compile(r"[.!?…]\s+(?=\w)")


def find(text: str, tokens: Tokens, marks: list[Quote], language: str, author: Author) -> list[Quote]:
    """The quotations of a text with those that dashes open, and with the author's words taken out. Linear.

    ``marks`` are the quotations in marks, see :func:`press.text.quotes.find`.
    """
    dashes = [m.start() for m in _DASH.finditer(text)]
    if not dashes and not marks:
        return marks
    finder = _Finder(text, tokens, marks, Insertions(text, tokens, language, author))
    outside = finder.in_marks(dashes)
    if outside:
        finder.in_lines(outside)
    return nest(finder.out)


def _part(text: str, begin: int, end: int, turn: int) -> Quote:
    """What is said between two dashes, without the comma or the stop before the second."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    inner_end = end
    while inner_end > begin and text[inner_end - 1] in ",; ":
        inner_end -= 1
    if text[inner_end - 1 : inner_end] == "." and text[inner_end - 2 : inner_end - 1] != ".":
        inner_end -= 1
    return Quote(begin, end, begin, max(begin, inner_end), 0, False, turn)


class _Finder:
    """Finds the speech of one text; ``out`` are its quotations."""

    def __init__(self, text: str, tokens: Tokens, marks: list[Quote], author: Insertions) -> None:
        self.text, self.tokens, self.author = text, tokens, author
        self.marks = marks
        self.outer = [q for q in marks if q.depth == 0]
        self.outer_starts = [q.start for q in self.outer]
        self.outer_ends = [q.end for q in self.outer]
        self.out: list[Quote] = []
        self.turns = 0

    def _turn(self) -> int:
        self.turns += 1
        return self.turns

    # -- inside marks ------------------------------------------------------------------------------

    def in_marks(self, dashes: list[int]) -> list[int]:
        """Take the author's words out of the quotations in marks; returns the dashes outside all of them."""
        nested = [q for q in self.marks if q.depth == 1]
        nested_starts = [q.start for q in nested]
        inside: dict[int, list[int]] = {}
        outside: list[int] = []
        for dash in dashes:
            i = bisect_right(self.outer_starts, dash) - 1
            if i < 0 or dash >= self.outer[i].end:
                outside.append(dash)
                continue
            k = bisect_right(nested_starts, dash) - 1
            if k < 0 or dash >= nested[k].end:
                inside.setdefault(self.outer[i].start, []).append(dash)
        for q in self.marks:
            parts = self._parts(q, inside[q.start]) if q.depth == 0 and q.start in inside else []
            if q.open and not parts and (end := self.author.comma(q.inner, q.inner_end)) > q.inner:
                parts = [q._replace(end=end, inner_end=end)]  # nobody closed it: “We need gas, said Sample.
            elif not q.open and not parts and q.depth == 0 and self._stands_alone(q):
                parts = self._parts_by_comma(q)
            self.out += parts or [q]
        return outside

    def _parts(self, q: Quote, dashes: list[int]) -> list[Quote]:
        """The stretches of a quotation that the author's words leave; none where there are no such words."""
        out: list[Quote] = []
        begin, turn = q.inner, -1
        for dash in dashes:
            if dash < begin:
                continue
            marked_off = self.author.before(dash, q.inner) in PARTS
            clause = self.author.after(dash, q.inner_end, 0 if marked_off else _NEAR)
            if clause is not None and (marked_off or self.author.hold_name(dash, clause)):
                turn = turn if out else self._turn()
                out.append(_part(self.text, begin, dash, turn))
                begin = max(clause.end, clause.then + 1)
        if not out:
            return []
        if self.text[begin : q.inner_end].strip(" \t\n.,"):
            out.append(_part(self.text, begin, q.inner_end, turn)._replace(end=q.end, inner_end=q.inner_end))
        out[0] = out[0]._replace(start=q.start)
        return out

    def _parts_by_comma(self, q: Quote) -> list[Quote]:
        """What the author's words leave of a quotation where commas set them off: “We need gas, said Sample, and oil.”"""
        text, comma = self.text, self.author.comma(q.inner, q.inner_end)
        clause = self.author.after(comma, q.inner_end, _NEAR) if comma > 0 else None
        if clause is None:
            return []
        then = text.find(", ", comma + 1, clause.end)
        end = then if then > 0 else clause.end
        first, last = self.tokens.at(comma), self.tokens.at(end)
        if last - first > _SUBJECT or not any(
            w[0].isupper() for w in self.tokens.words[first + 1 : min(last, first + _NAME)]
        ):
            return []
        turn = self._turn()
        out = [_part(text, q.inner, comma, turn)._replace(start=q.start)]
        if text[end : q.inner_end].strip(" \t\n.,"):
            rest = _part(text, end + (then > 0), q.inner_end, turn)
            out.append(rest._replace(end=q.end, inner_end=q.inner_end))
        return out

    def _stands_alone(self, q: Quote) -> bool:
        """Whether a quotation is a sentence of its own, with nothing around it that could tell who speaks."""
        text = self.text
        before = text[max(0, q.start - 9) : q.start].rstrip(" ")[-1:]
        after = text[q.end : q.end + 9].lstrip(" .!?…")[:1]
        ends = text[q.inner_end - 1] in ".!?…" or text[q.end : q.end + 1] in (".", "!", "?", "…")
        return ends and before in ("", "\n", ".", "!", "?", "…") and not (after.islower() or after in _AUTHORS)

    # -- in lines ----------------------------------------------------------------------------------

    def in_lines(self, dashes: list[int]) -> None:
        """Find the speech that dashes outside marks open."""
        waiting: list[tuple[int, int]] = []  # lines before that a dash opens, and that nobody is told to have said
        in_row = False  # whether the line before opens with a dash and is speech
        before = (0, 0)
        for match in _LINE.finditer(self.text):
            begin, end = line = match.span()
            here = dashes[bisect_left(dashes, begin) : bisect_left(dashes, end)]
            if not here and match.group().isspace():
                continue
            if not here or self.text[begin : here[0]].strip():
                if here:
                    self._line(line, here, waiting[0][0] if len(waiting) == 1 else -1, joined=True)
                waiting, in_row = [], False
            elif self._line(line, here, here[0]):
                for dash, until in waiting:
                    self._whole_line(dash, until)
                waiting, in_row = [], True
            elif not in_row and self._answers(before, here[0], end):
                self._whole_line(here[0], end)
                waiting = []
            else:
                is_sentence = self._is_sentence(here[0], end)
                in_row = is_sentence and (in_row or self.author.bring(*before) or self._many_sentences(here[0], end))
                if in_row:
                    self._whole_line(here[0], end)
                elif is_sentence:
                    waiting.append((here[0], end))
                else:
                    waiting = []
            before = line

    def _line(self, line: tuple[int, int], dashes: list[int], opening: int, joined: bool = False) -> bool:
        """Read one line; ``opening`` is a dash that surely opens a speech, or −1. Returns whether speech was found.

        ``joined`` tells that the opening stands in an earlier line: only author's words that end the speech close it.
        """
        begin, end = line
        told, sure, turn = False, opening >= 0, -1
        free = begin
        for dash in dashes:
            if dash < free or dash == opening:
                continue
            clause = self.author.after(dash, end) if opening >= 0 else None
            if clause is None or (joined and sure and clause.then >= 0):
                if turn < 0 and (joined or not sure) and self._may_open(dash):
                    opening, sure, joined = dash, self._follows_stop(dash, begin), False
                continue
            if self._is_speech(opening, dash, clause, sure):
                turn = turn if turn >= 0 else self._turn()
                self.out.append(_part(self.text, opening + 1, dash, turn))
                told, opening = True, clause.then
            else:
                opening = -1
            turn = turn if opening >= 0 else -1
            sure, joined = opening >= 0, False
            free = max(clause.end, clause.then + 1)
        if turn >= 0 or (opening >= 0 and not joined and self.author.bring(begin, opening)):
            last = _part(self.text, opening + 1, self._spoken_to(opening, end), turn if turn >= 0 else self._turn())
            if last.inner < last.inner_end:
                self.out.append(last)
                told = True
        return told

    def _whole_line(self, opening: int, end: int) -> None:
        self.out.append(_part(self.text, opening + 1, self._spoken_to(opening, end), self._turn()))

    def _spoken_to(self, opening: int, end: int) -> int:
        """Where speech that a dash opens ends: at the author's words after a comma or stop, or with the line."""
        comma = self.author.comma(opening, end)
        end = comma if comma > 0 else end
        for m in _SENTENCE.finditer(self.text, opening, end):
            if self.author.begin(m.end()):
                return m.start() + 1
        return end

    def _many_sentences(self, opening: int, end: int) -> bool:
        """Whether several sentences stand before the author's words, so that they are speech: – A. B, said Sample."""
        comma = self.author.comma(opening, end)
        return comma > 0 and _SENTENCE.search(self.text, opening, comma) is not None

    def _is_speech(self, opening: int, dash: int, clause: Clause, sure: bool) -> bool:
        """Whether what stands between two dashes can be what the author's words behind it attribute."""
        tokens = self.tokens
        first, last = tokens.at(opening + 1), tokens.at(dash)
        if first == last:
            return False
        end = dash
        while end > opening and self.text[end - 1] in " ,.":
            end -= 1
        i = bisect_left(self.outer_ends, end)
        marked = i < len(self.outer) and self.outer_ends[i] == end  # „…“ – said Sample
        if sure:
            return not marked or bool(self.text[opening + 1 : self.outer_starts[i]].strip())
        # A dash in the middle of a sentence: … in front of the church - Thank you for that - said Sample.
        said = tokens.words[first:last]
        lead = first - tokens.at(max(self.text.rfind("\n", max(0, opening - _BACK), opening), opening - _BACK, 0))
        return (
            not marked
            and clause.then < 0
            and len(said) > 2
            and not all(w[0].isupper() for w in said)
            and lead >= _LEAD
            and tokens.at(clause.end) - last <= _SUBJECT
            and self.author.hold_name(dash, clause)
        )

    def _may_open(self, dash: int) -> bool:
        """Whether a dash in the middle of a line may open a speech: a capital letter follows."""
        i = dash + 1
        while i < min(dash + 9, len(self.text) - 1) and self.text[i].isspace():
            i += 1
        return self.text[i : i + 1].isupper()

    def _follows_stop(self, dash: int, begin: int) -> bool:
        """Whether a dash stands after the end of a sentence, or after a colon that brings speech."""
        return self.author.before(dash, begin) in (".", "!", "?", "…") or self.author.bring(begin, dash)

    def _answers(self, before: tuple[int, int], opening: int, end: int) -> bool:
        """Whether a line that opens with a dash answers the question before it, and is no item of a list."""
        text = self.text
        if self.author.before(before[1], before[0]) != "?" or self.author.before(end, opening) == "?":
            return False
        following = _LINE.search(text, end)
        while following is not None and following.group().isspace():
            following = _LINE.search(text, following.end())
        in_list = following is not None and following.group().lstrip()[0] in "—–-" and text[following.end() - 1] != "?"
        return not in_list and self._is_sentence(opening, end)

    def _is_sentence(self, opening: int, end: int) -> bool:
        """Whether a line that opens with a dash is a sentence at least, not an item of a list."""
        first = self.tokens.at(opening + 1)
        last = self.tokens.at(end)
        i = bisect_left(self.outer_starts, opening)
        if first == last or (i < len(self.outer) and self.outer_starts[i] < self.tokens.starts[first]):
            return False
        return self.author.before(end, opening) in (".", "!", "?", "…") and self.tokens.words[first][0].isupper()
