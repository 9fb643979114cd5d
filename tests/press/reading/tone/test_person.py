"""The tone of a sentence toward a person named in it."""

from __future__ import annotations

import pytest

from press.article import Article
from press.evaluation.quality import measure_persons
from press.reading.parse import as_json, parse, read
from press.reading.tone import person
from tests.steps import grows_linearly


def toward(text: str, name: str, language: str = "en") -> person.PersonTone:
    document = read(Article(text=text, language=language))
    start = text.index(name)
    return person.toward(document, start, start + len(name))


def test_who_attacks_is_not_who_is_attacked() -> None:
    text = "Delia Marsh sharply criticized Harlan Coate."
    assert toward(text, "Harlan Coate").label == "negative"
    assert toward(text, "Delia Marsh").score > toward(text, "Harlan Coate").score
    passive = "Harlan Coate was sharply criticized by Delia Marsh."
    assert toward(passive, "Harlan Coate").label == "negative"
    assert toward(passive, "Delia Marsh").score > toward(passive, "Harlan Coate").score


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Voters praised Marsh for her honesty and courage.", "positive"),
        ("Prosecutors accused Marsh of fraud and bribery.", "negative"),
        ("Marsh will speak in Dover on Tuesday.", "neutral"),
        ("Marsh is no liar, the clerk said.", "positive"),
    ],
)
def test_what_is_done_to_a_person_and_said_of_him(text: str, label: str) -> None:
    assert toward(text, "Marsh").label == label


def test_what_a_person_says_counts_less_than_what_is_said_of_him() -> None:
    said = toward("Marsh said the bill was a cruel and shameful fraud.", "Marsh")
    done = toward("Marsh is a cruel and shameful fraud.", "Marsh")
    assert done.score < said.score <= 0


def test_each_reason_is_a_word_of_the_text() -> None:
    text = "The corrupt sheriff, Anita Lowe, lied to the court."
    tone = toward(text, "Anita Lowe")
    assert {text[a:b] for a, b, _ in tone.reasons} >= {"corrupt", "lied"}
    assert all(weight < 0 for *_, weight in tone.reasons)


def test_persons_in_the_output_have_a_tone_and_others_have_none() -> None:
    text = "President Anna Sample praised Russia. Senator Harlan Coate lied to the court, Mr. Coate admitted."
    rows = [m for m in as_json(parse(Article(text=text, language="en")))["mentions"] if m["kind"] == "actor"]
    toned = {m["name"] for m in rows if "label" in m}
    assert "Anna Sample" in toned
    assert "Russia" not in toned
    assert all(-1 <= m["sentiment"] <= 1 for m in rows if "label" in m)


def test_a_place_outside_every_sentence_is_neutral() -> None:
    document = read(Article(text="Short.", language="en"))
    assert person.toward(document, 400, 404) == person.PersonTone(0.0, "neutral", ())


def test_a_sentence_without_end_takes_linear_work() -> None:
    def toward_all(times: int) -> None:
        document = read(Article(text="Anna Sample lied and Carl Test won again and " * times, language="en"))
        assert len(person.of_mentions(document)) >= times

    assert grows_linearly(toward_all, 60)


def test_quality_on_the_half_held_out_stays() -> None:
    result = measure_persons()
    assert result["held out"]["labels"] >= 60
    assert result["held out"]["macro_f1"] > 0.74
