"""Who is reported to have said what: before and after the words, and hostile input. All persons are invented."""

import pytest

from press.article import Article
from press.reading.parse import parse
from tests.press.reading.attribution.told import told
from tests.steps import grows_linearly


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Anna Sample said that the talks would go on.", [("indirect", "the talks would go on", "Anna Sample")]),
        ("en", "The talks would go on, Anna Sample said on Monday.", [("indirect", "The talks would go on", "Anna Sample")]),
        ("en", "According to Anna Sample, the talks would go on.", [("indirect", "the talks would go on", "Anna Sample")]),
        ("en", "“The talks will go on,” said Anna Sample.", [("direct", "The talks will go on,", "Anna Sample")]),
        ("sr", "Ana Probić je rekla da se razgovori nastavljaju.", [("indirect", "se razgovori nastavljaju", "Ana Probić")]),
        ("sr", "Разговори се настављају, рекла је Ана Пробић.", [("indirect", "Разговори се настављају", "Ana Probić")]),
        ("ru", "Анна Пробникова заявила, что переговоры продолжатся.", [("indirect", "переговоры продолжатся", "Anna Probnikova")]),
        ("uk", "Переговори тривають, заявила Олена Пробна.", [("indirect", "Переговори тривають", "Olena Probna")]),
    ],
)  # fmt: skip
def test_attribution_before_and_after(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, language) == expected


#: Units that are repeated to long inputs: without full stops, marks without words, cues without clauses.
HOSTILE = (
    "said ", '"', ", ", "« ", "Anna Sample ", "said Anna Sample ", '"a b" said Anna, ', '"a" ', "!", '!"', "said;",
    "according to Anna Sample ", "he said that ", "— ", "accused ", "A. ", "- a\n", "\n", " ", "a",
    "Anna Sample said that the talks went on and ", "«а» сказал ", "1.1.2020 ", "„a“, rekao je ",
)  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_hostile_input_takes_linear_time(unit: str, language: str) -> None:
    def read(size: int) -> None:
        parse(Article(text=unit * (size // len(unit)), language=language))

    assert grows_linearly(read, 2_000)
    read(200_000)  # a pattern whose time grows with the square of the length would take minutes


def test_statements_lie_inside_the_text_and_in_order() -> None:
    text = "“Yes,” he said. Anna Sample said it was so; Bob Sample said that it was not, and “no” is no.\n\n“Open"
    parsed = parse(Article(text=text, language="en"))
    spans = [(s.start, s.end) for s, _ in parsed.statements]
    assert spans == sorted(spans)
    assert all(0 <= a < b <= len(text) for a, b in spans)
