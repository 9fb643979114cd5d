"""The tone of statements and its reasons."""

from __future__ import annotations

from press.article import Article
from press.reading.parse import parse
from press.reading.tone import sentiment
from tests.steps import grows_linearly


def statement_tone(text: str, language: str = "en") -> sentiment.Tone:
    ((_, found),) = parse(Article(text=text, language=language)).statements
    return found


def test_thanks_are_positive_and_blame_is_negative_toward_their_party() -> None:
    thanks = statement_tone(
        "“We are grateful to Russia, our brotherly friend, for its support,” Mr Petar Izmišljenić said."
    )
    blame = statement_tone(
        "“The West condemns and threatens us with sanctions, it is pure blackmail,” Mr Petar Izmišljenić said."
    )
    assert (thanks.label, thanks.targets["Russia"].label) == ("positive", "positive")
    assert (blame.label, blame.targets["West"].label) == ("negative", "negative")
    assert thanks.score > 0 > blame.score


def test_a_score_is_traced_to_words_of_the_text() -> None:
    text = "“It is a shameful lie and a provocation,” Mr Petar Izmišljenić said."
    found = statement_tone(text)
    reasons = {text[r.start : r.end]: r.weight for r in found.reasons}
    assert reasons["shameful"] < 0
    assert reasons["lie"] < 0
    assert reasons["provocation"] < 0


def test_scores_and_labels_agree_and_stay_in_range() -> None:
    text = "\n".join(
        f"“{said},” Mr Petar Izmišljenić said."
        for said in (
            "We thank you",
            "They lie to us all",
            "The meeting is at noon in Niš",
            "No",
            "It is good but dangerous",
        )
    )
    tones = [t for _, t in parse(Article(text=text, language="en")).statements]
    assert len(tones) == 5
    for found in tones:
        assert -1 <= found.score <= 1
        assert found.label in ("negative", "neutral", "positive")
        assert all(-1 <= s.score <= 1 for s in found.targets.values())


def test_a_statement_without_end_takes_linear_work() -> None:
    unit = "Russia and Serbia condemn the terrible war and thank the good people of Ukraine "

    def read_aloud(times: int) -> None:
        parse(Article(text="“" + unit * times + " Mr Petar Izmišljenić said.", language="en"))

    assert grows_linearly(read_aloud, 40)
