"""Sentences and sections of an article's text.

Sections follow the marks that news agencies and portals set: a headline repeated on top, "Source:",
"Details:", "Background:" with bullets, appeals for support at the end. The words that mark them are data,
``data/vocabulary/languages/*.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from press.text.quotes import Quote
from press.text.words import Tokens, fold, to_latin, tokenise, vocabulary_language
from press.vocabulary import read

#: A possible end of a sentence: a line; terminal marks with closing quotes or brackets, then white space; a mark
#: between a small letter and a capital, with a quotation mark before the capital or without. (It begins with a plain
#: set of characters, which the engine finds fast.)
_END = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|(?<=(?<![.!?…])[.!?…])[.!?…]*+([\"'”’»“)\]]*+)(\s+)"
    r"|(?<=[a-zа-яђјљњћџіїєґšđčćž][.!?])(?:(?=[A-ZА-ЯЂЈЉЊЋЏІЇЄҐŠĐČĆŽ][a-zа-я])|(?=[\"”“„«][A-ZА-ЯЂЈЉЊЋЏІЇЄҐŠĐČĆŽ][\sa-zа-я])))"
)
_BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪●]|\d{1,2}[.)])[ \t]+")
_MARKER = re.compile(r"[ \t]*(?:[-–—•*]\s+)?([^\W\d_][^\W\d_'’ -]{1,40}?)[ \t]*[:.][ \t]*(?=\S|\n|$)")
#: "BELGRADE, Serbia (AP) — ", "MOSCOW, May 9. /TASS/. "
_DATELINE = re.compile(
    r"[A-ZŠĐČĆŽА-ЯЂЈЉЊЋЏІЇЄҐ][A-ZŠĐČĆŽА-ЯЂЈЉЊЋЏІЇЄҐ .]{2,30}(?:,[ \w.]{1,30})?(?:[ ]?\([^)\n]{1,30}\))?(?:[ ]?/[^/\n]{1,20}/\.?)?[ ]*[—–-]{1,2}[ ]+"
    r"|[A-ZА-Я]{3,20}, [^/\n]{3,20} /[^/\n]{2,20}/[. —–-]+"
)


class Sentence(NamedTuple):
    """A sentence: characters ``start`` to ``end``, tokens ``first`` to ``last`` (exclusive).

    ``section`` is one of ``headline``, ``summary``, ``lead``, ``body``, ``background``, ``source`` and
    ``boilerplate``; ``repeat`` marks text that stood before in the same article.
    ``paragraph`` counts paragraphs from 0.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    section: str = "body"
    repeat: bool = False

    @property
    def readable(self) -> bool:
        """Whether the sentence counts: it is neither repeated nor boilerplate nor a source line."""
        return not self.repeat and self.section in ("lead", "body", "background")


@cache
def _language(language: str) -> tuple[frozenset[str], dict[str, str], tuple[str, ...]]:
    """Abbreviations, section markers (folded word to section) and boilerplate openings of a language."""
    data = read(f"languages/{language}")
    markers = {
        " ".join(fold(w, language) for w in phrase.split()): section
        for section, phrases in data["sections"].items()
        for phrase in phrases
    }
    abbreviations = frozenset(a.lower() for a in data["abbreviations"])
    if language == "sr":
        abbreviations |= {to_latin(a) for a in abbreviations}
    return abbreviations, markers, tuple(p.lower() for p in data["boilerplate"])


def split(
    text: str, tokens: Tokens, language: str, title: str = "", quotes: list[Quote] | None = None
) -> list[Sentence]:
    """Split a text into sentences, each with its section and paragraph.

    Sentence ends inside quotation marks do not count, so that a quotation of several sentences stays
    whole together with the words that attribute it. Text that repeats what stood before in the same
    article (a headline, a summary that is the lead once more) is marked ``repeat``.
    """
    language = vocabulary_language(language)
    spans = _spans(text, language, quotes or [])
    return _with_sections(text, tokens, language, title, spans)


def _spans(text: str, language: str, quotes: list[Quote]) -> list[tuple[int, int, int]]:
    """Start, end and paragraph of each sentence."""
    abbreviations = _language(language)[0]
    whole = _speeches(quotes)
    spans: list[tuple[int, int, int]] = []
    start = paragraph = own = q = 0  # ``own`` is the paragraph in which the sentence began

    def add(end: int) -> None:
        a, b = start, end
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            spans.append((a, b, own))

    for match in _END.finditer(text):
        at = match.start()
        while q < len(whole) and whole[q][1] <= at:
            q += 1
        inside = q < len(whole) and whole[q][0] < at
        closing, space = match.group(1, 2)
        if space is None:
            end = match.end()
            if text[at] == "\n":
                paragraph += 1
                if not inside and not _brings(text, at, end, whole[q : q + 1]):
                    add(at)
                    start, own = end, paragraph
            elif not inside or whole[q][1] == end + 1:  # …gas."Sample said
                add(end + inside)
                start, own = end + inside, paragraph
            continue
        gap = match.start(2)
        goes_on = inside and gap < whole[q][1]
        paragraph += "\n" in space
        if goes_on:
            continue
        stop = text[at : match.start(1)]
        following = text[match.end() : match.end() + 2]
        if "\n" not in space and not _ends(text, at, stop, closing, following, abbreviations, inside):
            continue
        add(gap)
        start, own = match.end(), paragraph
    add(len(text))
    return spans


def _speeches(quotes: list[Quote]) -> list[tuple[int, int]]:
    """Start and end of each outer quotation, those that the author's words break as one."""
    out: list[tuple[int, int]] = []
    turn = -1
    for quote in quotes:
        if quote.depth == 0:
            if quote.turn == turn >= 0:
                out[-1] = (out[-1][0], quote.end)
            else:
                out.append((quote.start, quote.end))
            turn = quote.turn
    return out


def _brings(text: str, at: int, end: int, following: list[tuple[int, int]]) -> bool:
    """Whether a line that ends with a colon brings the quotation with which the next one begins."""
    if not following or text[max(0, at - 3) : at].rstrip()[-1:] != ":":
        return False
    start = following[0][0]
    return start - end < 9 and not text[end:start].strip(" \t—–-")


def _ends(
    text: str, at: int, stop: str, closing: str, following: str, abbreviations: frozenset[str], quoted: bool
) -> bool:
    """Whether terminal marks at ``at`` end a sentence."""
    if not following:
        return True
    lead = following[0]
    if lead.islower() or (lead in ",;:)" and lead):
        return False
    if lead in "—–-" and quoted:
        return False  # «…!» — said …
    if stop == "." and not closing:
        word = _word_before(text, at)
        if word.lower() in abbreviations:
            return False
        if len(word) == 1 and word.isalpha():
            begin = at - 1
            return word == "X" and text[max(0, begin - 2) : begin - 1].islower()  # an initial, unless on X
        if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
            return lead.isupper() and _common_start(text, at)
        if word.isdigit() and len(word) <= 2 and lead.isdigit():
            return False
    return True


def _word_before(text: str, at: int) -> str:
    """The word, or the abbreviation of several letters with stops, that ends at a character."""
    start = at
    while start > 0 and at - start < 20 and (text[start - 1].isalnum() or text[start - 1] in ".'’"):
        start -= 1
    return text[start:at]


def is_abbreviated(text: str, at: int, language: str) -> bool:
    """Whether the stop at a character belongs to an abbreviation or an initial."""
    word = _word_before(text, at)
    return text[at] == "." and (
        (len(word) == 1 and word.isalpha()) or word.lower() in _language(vocabulary_language(language))[0]
    )


def _common_start(text: str, at: int) -> bool:
    """After "U.S." a sentence begins only with a word such as The, He, In."""
    following = text[at + 1 : at + 14].split()
    return bool(following) and following[0] in {
        "The", "He", "She", "It", "In", "But", "They", "A", "An", "This", "On", "At", "We", "I",
    }  # fmt: skip


def _with_sections(
    text: str, tokens: Tokens, language: str, title: str, spans: list[tuple[int, int, int]]
) -> list[Sentence]:
    _, markers, boilerplate = _language(language)
    seen: dict[str, int] = {}
    out: list[Sentence] = []
    section = "lead"
    bullets = False
    previous = -1
    first_paragraph = spans[0][2] if spans else 0
    headline = " ".join(tokenise(title, language).keys)
    keys, starts = tokens.keys, tokens.starts
    summary = _summary(tokens, spans)
    for start, end, paragraph in spans:
        begin = start
        if paragraph != previous:
            line_start = text.rfind("\n", 0, start) + 1
            is_bullet = bool(_BULLET.match(text, line_start))
            if (
                (section == "background" and bullets and not is_bullet)
                or section in ("source", "boilerplate")
                or (section == "lead" and paragraph > first_paragraph)
            ):
                section = "body"
            if is_bullet and (bullet := _BULLET.match(text, start)):
                begin = bullet.end()
            if section == "background":
                bullets = bullets or is_bullet
            previous = paragraph
        marker = _MARKER.match(text, begin, min(end + 1, begin + 60))
        if marker:
            key = " ".join(fold(w, language) for w in marker.group(1).split())
            found = markers.get(key)
            if found and (text[marker.end(1) :].lstrip()[:1] == ":" or found == "background"):
                section = "body" if found == "details" else found
                bullets = False
                begin = min(marker.end(), end)
        if paragraph != first_paragraph or section != "lead":
            lowered = text[begin : begin + 60].lower()
            if lowered.startswith(boilerplate):
                section = "boilerplate"
        if dateline := _DATELINE.match(text, begin, end):
            begin = dateline.end()
        first = bisect_left(starts, begin)
        last = bisect_left(starts, end, first)
        plain = " ".join(keys[first:last])
        place = section
        if paragraph == first_paragraph and headline and plain == headline:
            place = "headline"
        repeat = len(plain) > 25 and plain in seen
        if paragraph in summary:
            place, repeat = summary[paragraph]
        else:
            seen.setdefault(plain, start)
        if begin < end:
            out.append(Sentence(begin, end, first, last, paragraph, place, repeat))
    return out


def _summary(tokens: Tokens, spans: list[tuple[int, int, int]]) -> dict[int, tuple[str, bool]]:
    """Paragraphs on top that the rest repeats: a headline line, and a summary in one line.

    Portals and tables of articles often give "headline, summary, body" in one text, where the summary holds
    the first paragraphs run together.
    """
    paragraphs: dict[int, list[tuple[int, int]]] = {}
    for start, end, paragraph in spans:
        paragraphs.setdefault(paragraph, []).append((start, end))
        if len(paragraphs) > 8:
            break
    numbers = list(paragraphs)
    if len(numbers) < 4:
        return {}
    lines = {
        n: " ".join(tokens.keys[tokens.at(paragraphs[n][0][0]) : tokens.at(paragraphs[n][-1][1])]) for n in numbers
    }
    found: dict[int, tuple[str, bool]] = {}
    for i, number in enumerate(numbers[:3]):
        following = [lines[n] for n in numbers[i + 1 :] if len(lines[n]) > 20]
        if not following:
            break
        line = lines[number]
        if len(line) > 60 and line.startswith(following[0]) and len(line) >= len(following[0]):
            found[number] = ("summary", True)
            for before in numbers[:i]:
                found[before] = ("headline", False)
            break
    return found
