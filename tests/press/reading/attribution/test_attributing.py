"""Which clauses only attribute what stands around them."""

import pytest

from press.reading.attribution.attributing import attribution
from tests.press.reading.attribution.told import structure


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Gas is cheap, Anna Sample said.", "Anna Sample said"),
        ("en", "Gas is cheap, said Anna Sample.", "said Anna Sample"),
        ("sr", "Gas je jeftin, rekla je Ana Probić.", "rekla je Ana Probić"),
        ("ru", "Газ дешев, сказал Марк Тестов.", "сказал Марк Тестов"),
        ("uk", "Газ дешевий, сказав Марко Тестенко.", "сказав Марко Тестенко"),
        # an apposition parts the subject from its verb
        ("en", "Gas is cheap, Anna Sample, the spokeswoman of the ministry, said.", "Anna Sample"),
        # no attribution: a clause of its own, a relative clause, a verb that leads to what follows, a participle
        ("en", "Gas is cheap, Anna Sample said that oil is not.", ""),
        ("en", "Gas is cheap, which Anna Sample regretted and said.", ""),
        ("uk", "Марко Тестенко, який прийшов, сказав: газ дешевий.", ""),
        ("en", "Gas is cheap, saying nothing.", ""),
    ],
)  # fmt: skip
def test_the_clause_in_which_an_attribution_begins(language: str, text: str, expected: str) -> None:
    s = structure(text, language)
    found = [clause for cue in s.cues if (clause := attribution(s, cue)) is not None]
    assert [text[c.start : c.end].strip(" .") for c in found] == ([expected] if expected else [])
