"""A month with the day and the year beside it; and whether the word is a month: May, Marta, March, лютий are more than that."""

from __future__ import annotations

import re

from press.text import nearest
from press.text.calendar import Found, Source, iso_day, table
from press.text.words import fold

#: A year beside a month, as a word: 2021, 2021-го, 2021г.
_YEAR = re.compile(r"((?:19|20)\d\d)(?:-?[^\W\d_]{1,4}|['’]s)?")
#: A day of the month written in digits: 9, 9th, 9-го, 9-tog, and of "7-8" the first.
_DAY = re.compile(
    r"(\d{1,2})(?:-\d{1,2}|-?(?:st|nd|rd|th|го|ого|е|ое|му|те|та|тог|ог|ога|ти|og|oga|tog|toga|ti|i|a|eg|mog|vog))?"
)
#: What may stand between a day and a month.
_BESIDE = re.compile(r"[ \u00a0./-]{0,3}|\.?\n")
_SENTENCE_START = re.compile(r"[.!?:;\n«„“”\"(—–]")
_PARTS = re.compile(r"[./ \u00a0-]+")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}  # fmt: skip
#: Cyrillic letters that stand for Roman digits.
_TO_ROMAN = str.maketrans("ХІ", "XI")


def read(source: Source, month: int, i: int, short: bool) -> Found | None:
    """The date that the name of a month, or a short form of it, stands for at token ``i``; None where it is no month."""
    keys, context = source.tokens.keys, source.context
    capital = _is_capital(source.tokens.words[i])
    if context.capitals and not capital:
        return None
    day, first = _day_before(source, i)
    last = i + 1
    if not day and context.day_after_month and (after := _day_after(source, i)):
        day, last = after, i + 2
    year = _year_at(source, last)
    last += bool(year)
    if short:
        marked = context.capitals or source.text.startswith(".", source.tokens.ends[i])
        sure = day and year if keys[i] in context.doubtful else day or (year and marked)
        if not sure and (not context.capitals or is_other(source, i, context.before_month, doubtful=True)):
            return None
    elif not day and not year:
        if is_other(source, i, context.before_month):
            return None
    elif not year and capital and keys[i] in context.names and _name_follows(source, last):
        return None  # "2. Maja Probić" in a list
    relative = not year
    year = year or nearest.year(source, first, last, month, day)
    if not year:
        return first, last, "", "unknown", True
    if not day:
        return first, last, f"{year}-{month:02d}", "month", relative
    iso = iso_day(year, month, day)
    return (first, last, iso, "day", relative) if iso else None


def joined(source: Source, m: re.Match[str]) -> str:
    """The day of a date whose month stands between marks or in Roman digits, 15-May-2024, 15. X 2024; '' where it is none."""
    day, word, year = (part for part in _PARTS.split(m[0]) if part)
    month = _ROMAN.get(word.translate(_TO_ROMAN), 0)
    hit = None if month else table(source.language).at([fold(word, source.language)], 0)
    if hit and hit.value[0] in ("month", "short"):
        month = int(hit.value[1])
    return iso_day(int(year), month, int(day)) if month else ""


def is_other(source: Source, i: int, before: frozenset[str], doubtful: bool = False) -> bool:
    """Whether the name of a month or a weekday that stands alone is a person's name or another word.

    Parameters
    ----------
    source : Source
    i : int
        Its token.
    before : set of str
        Words after which it is none.
    doubtful : bool
        Whether it needs such a word, even if the calendar does not call it doubtful.
    """
    word, key, context = source.tokens.words[i], source.tokens.keys[i], source.context
    gap = source.gap(i) if i else "\n"
    if context.capitals:
        if not _is_capital(word):
            return True
    elif word[0].isupper():
        shouted = word.isupper() and len(word) > 1
        doubtful = doubtful or shouted
        if not shouted and (key in context.names or not _SENTENCE_START.search(gap)):
            return True
    if not doubtful and key not in context.doubtful:
        return False
    lead = source.tokens.keys[i - 1] if i and not gap.strip() else ""
    if lead in before:
        return False
    told = lead in context.before_name or (lead in context.determiners and key not in context.not_after_determiner)
    return not told or _name_follows(source, i + 1)


def _day_before(source: Source, i: int) -> tuple[int, int]:
    """The day of the month that stands before a month, and its first token; 0 where there is none."""
    keys, context = source.tokens.keys, source.context
    link = i
    for k in (i - 1, i - 2):
        if k > 0 and (hit := context.day_links.at(keys, k, i)) and hit.last == i:
            link = k
    k = link - 1
    if k < 0 or not _BESIDE.fullmatch(source.gap(link)):
        return 0, i
    if day := _number(source, k):
        between = source.gap(k) if k else ""
        if len(between) <= 4 and between.strip(" .") in ("-", "–", "—") and (start := _number(source, k - 1)):
            return start, k - 1
        return day, k
    day = context.ordinals.get(keys[k], 0)
    if 0 < day < 10 and k and (tens := context.tens.get(keys[k - 1])):
        return (day + tens, k - 1) if day + tens <= 31 else (0, i)
    return (day, k) if day else (0, i)


def _day_after(source: Source, i: int) -> int:
    """The day of the month right after a month, 0 where there is none; "in May 15 people" names none."""
    keys, after = source.tokens.keys, i + 1
    if after >= len(keys) or source.gap(after) not in (" ", ". ", "\u00a0"):
        return 0
    if i and keys[i - 1] in source.context.whole_month and not _year_at(source, after + 1):
        return 0
    return _number(source, after)


def _number(source: Source, k: int) -> int:
    """A day of the month written in digits, else 0."""
    digits = _DAY.fullmatch(source.tokens.words[k])
    return int(digits[1]) if digits and 1 <= int(digits[1]) <= 31 else 0


def _year_at(source: Source, k: int) -> int:
    """The year that stands at a token right after the one before, else 0."""
    if k >= len(source.tokens.words) or len(source.gap(k)) > 3:
        return 0
    found = _YEAR.fullmatch(source.tokens.words[k])
    return int(found[1]) if found else 0


def _is_capital(word: str) -> bool:
    """Whether a month or a weekday has a capital: May, mid-May."""
    return word[word.rfind("-") + 1].isupper()


def _name_follows(source: Source, k: int) -> bool:
    """Whether a word with a capital stands at a token, parted from the one before by no more than blanks."""
    words = source.tokens.words
    return k < len(words) and words[k][0].isupper() and not source.gap(k).strip()
