"""Whether a cue with its speaker tells that something was said at all."""

import pytest

from press.reading.attribution.saying import is_unsaid
from tests.press.reading.attribution.told import contents, structure


@pytest.mark.parametrize(
    ("language", "text", "unsaid"),
    [
        ("en", "Anna Sample did not say whether gas is cheap.", True),
        ("en", "Anna Sample didn't say whether gas is cheap.", True),
        ("en", "Anna Sample did not deny that gas is cheap.", False),
        ("en", "Anna Sample said that gas is cheap.", False),
        ("sr", "Ana Probić nije rekla da li je gas jeftin.", True),
        ("sr", "Ana Probić nije želela da kaže da li je gas jeftin.", True),
        ("sr", "Ana Probić želi da gas bude jeftin.", False),
        ("ru", "Марк Тестов не сказал, дешев ли газ.", True),
        ("uk", "Марко Тестенко не сказав, чи газ дешевий.", True),
        ("uk", "Марко Тестенко не заперечив, що газ дешевий.", False),
    ],
)
def test_what_somebody_did_not_say(language: str, text: str, unsaid: bool) -> None:
    s = structure(text, language)
    assert {is_unsaid(s, cue) for cue in s.cues} == {unsaid}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # who passes on
        ("en", "Reuters reports that Anna Sample said gas is cheap.", ["gas is cheap"]),
        ("sr", "Ana Probić je rekla da je gas jeftin, prenosi Tanjug.", ["je gas jeftin"]),
        # but what a paper reports itself is its own
        ("en", "Reuters reported that the talks had failed.", ["the talks had failed"]),
        # impersonal passives name nobody, unless a source does
        ("sr", "Ana Probić je rekla da je gas jeftin. Potvrđeno je da pregovori traju.", ["je gas jeftin"]),
        # a share of the people, a clause that describes, a question to the speaker
        ("en", "Anna Sample said gas is cheap. Some 80% of Serbs oppose sanctions.", ["gas is cheap"]),
        ("en", "Anna Sample met supporters who reject the vote.", []),
        ("ru", "Что, на ваш взгляд, происходит в Белграде?", []),
    ],
)
def test_what_is_no_statement(language: str, text: str, expected: list[str]) -> None:
    assert contents(text, language) == expected
