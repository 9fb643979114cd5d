"""Dates: the parser's own reader against ``dateparser``, by language.

    python -m benchmarks.dates [--json FILE]

Both are given the phrases of ``tests/press/text/dates.tsv`` one by one, the language and the day of publication;
``dateparser`` is given the phrase alone and may call a month by any of its days. Needs ``requirements-dev.txt``.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from time import perf_counter

import dateparser.search

from benchmarks import report
from press.text import dates
from press.text.words import tokenise
from press.vocabulary import ROOT

CASES = ROOT / "tests" / "press" / "text" / "dates.tsv"


def ours(phrase: str, language: str, published: date) -> str:
    """The first date that the parser reads."""
    found = dates.in_tokens(phrase, tokenise(phrase, language), language, published)
    return found[0].iso if found else ""


def theirs(phrase: str, language: str, published: date) -> str:
    """The first date that ``dateparser`` finds in the phrase."""
    settings = {"RELATIVE_BASE": datetime.combine(published, datetime.min.time()), "PREFER_DATES_FROM": "past"}
    languages = ["sr-Latn", "sr", "hr"] if language == "sr" else [language]
    found = dateparser.search.search_dates(phrase, languages=languages, settings=settings)
    return found[0][1].date().isoformat() if found else ""


def main() -> None:
    """Print the figures."""
    options = report.arguments(__doc__).parse_args()
    with CASES.open(encoding="utf8", newline="") as file:
        cases = list(csv.DictReader(file, delimiter="\t"))
    total = Counter(c["language"] for c in cases)
    rows = []
    readers: dict[str, Callable[[str, str, date], str]] = {"press.text.dates": ours, "dateparser": theirs}
    for name, read in readers.items():
        for case in cases[:1]:  # tables are made at the first use
            read(case["phrase"], case["language"], date(2024, 10, 20))
        right: Counter[str] = Counter()
        start = perf_counter()
        for case in cases:
            found = read(case["phrase"], case["language"], date.fromisoformat(case["published"]))
            right[case["language"]] += found[: len(case["date"])] == case["date"]
        milliseconds = 1000 * (perf_counter() - start) / len(cases)
        shares = {language: f"{right[language]} of {total[language]}" for language in total}
        rows.append({"reader": name, **shares, "ms a phrase": f"{milliseconds:.3f}"})
    report.show("Dates", rows, options.json)


if __name__ == "__main__":
    main()
