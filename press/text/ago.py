"""Three years ago, два тижні тому, pre mesec dana: a number of units before the day of publication."""

from __future__ import annotations

import re
from datetime import date

from press.text.calendar import Found, Source, shift

_SENTENCE_END = re.compile(r"[.!?;\n](?!\d)")


def read(source: Source, side: str, i: int, last: int) -> Found | None:
    """The day, month or year that is told, as exact as its unit is; None where no number is told.

    Parameters
    ----------
    source : Source
    side : {'before', 'after'}
        Where the word at tokens ``i`` to ``last`` stands: before the number ("pre tri godine") or after the
        unit ("three years ago").
    """
    if source.published is None:
        return None
    keys, context = source.tokens.keys, source.context
    fuzzy = False
    if side == "after":
        unit, end = i - 1, last
        amount, first = _amount(source, i - 2) if i > 1 else (0.0, unit)
    else:
        unit = last
        while unit < len(keys) and (hit := context.about.at(keys, unit)):
            unit, fuzzy = hit.last, True
        start = unit
        while unit < min(len(keys), start + 2) and keys[unit] not in context.units:
            unit += 1
        amount = _amount(source, unit - 1)[0] if unit > start else 0.0
        first, end = i, unit + 1
        if end < len(keys) and context.units.get(keys[end]) == "day":
            end += 1  # "pre mesec dana"
    if not 0 <= unit < len(keys) or keys[unit] not in context.units:
        return None
    if not amount and keys[unit] in context.one:
        amount, first = 1.0, min(first, unit) if side == "before" else unit
    if not amount or _SENTENCE_END.search(source.text, source.tokens.ends[first], source.tokens.starts[end - 1]):
        return None
    name = context.units[keys[unit]]
    iso = _earlier(source.published, name, amount)
    precision = {"decade": "year", "year": "year", "month": "month"}.get(name, "day")
    if fuzzy and precision == "day":
        iso, precision = iso[:7], "month"
    return first, end, iso, precision, True


def _amount(source: Source, k: int) -> tuple[float, int]:
    """The number that ends at a token, in digits or words, and its first token; 0 where there is none."""
    words, keys, numbers = source.tokens.words, source.tokens.keys, source.context.numbers
    if words[k].isdecimal() and len(words[k]) <= 3:
        if source.gap(k) not in (",", ".") or not k or not words[k - 1].isdecimal():
            return float(words[k]), k
        return (float(f"{words[k - 1]}.{words[k]}"), k - 1) if len(words[k]) == 1 else (0.0, k)
    amount = sum(numbers.get(part, 0.0) for part in keys[k].split("-"))
    if 1 <= amount < 10 and k and 20 <= (tens := numbers.get(keys[k - 1], 0.0)) < 100:
        return tens + amount, k - 1
    return float(amount), k


def _earlier(day: date, unit: str, amount: float) -> str:
    """The day, month or year that lies some days, weeks, months, years or decades before a day; '' before the calendar."""
    if unit in ("day", "week"):
        return shift(day, -round(amount * (7 if unit == "week" else 1)))
    months = day.year * 12 + day.month - 1 - round(amount * {"decade": 120, "year": 12, "month": 1}[unit])
    if months < 12:
        return ""
    return f"{months // 12:04d}" + (f"-{months % 12 + 1:02d}" if unit == "month" else "")
