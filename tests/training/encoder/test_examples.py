"""What the network is given: words without who speaks, parties by name, nothing of what is held out."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("sklearn")

from press.evaluation.labels import held_out
from press.vocabulary import TONES
from training.encoder import examples
from training.encoder.examples import STANCES, Example, of_article, of_invented


def invented(text: str, statement: str, **more: object) -> dict:
    row = {"language": "en", "text": text, "statement": statement, "kind": "indirect", "speaker": "Anna Sample"}
    return row | {"sentiment": "negative", "targets": {}, "events": []} | more


def named(example: Example) -> dict[str, list[str]]:
    return {
        party: [example.text[a:b] for a, b in span] for party, span in zip(example.parties, example.spans, strict=True)
    }


@pytest.mark.parametrize("speaker", ["Anna Sample", "the Serbian president", "Moscow's ambassador Boris Sample"])
def test_words_stay_the_same_whoever_speaks(speaker: str) -> None:
    said = "Russia has let Serbia down"
    row = invented(f"On Monday {speaker} said that {said}.", said, targets={"Russia": "negative"})
    statement, *_ = of_invented("x 0", row)
    assert statement.text == f"said: {said}"
    assert named(statement) == {"Russia": ["Russia"], "Serbia": ["Serbia"]}
    assert [STANCES[s] for s in statement.stances] == ["negative", "none"]
    assert TONES[statement.tone or 0] == "negative"


def test_a_party_that_the_words_do_not_name_is_missed() -> None:
    row = invented("Russia pays. Russia, Anna Sample said, cannot be trusted.", "cannot be trusted")
    row["targets"] = {"Russia": "negative", "NATO": "negative"}
    statement, *_ = of_invented("x 0", row)
    assert (statement.spans, statement.missed) == ((), 2)


def test_a_party_named_twice_has_one_span_of_two_stretches() -> None:
    said = "Russia sells, and Russia gets paid"
    statement, *_ = of_invented("x 0", invented(f"Anna Sample said that {said}.", said))
    assert named(statement) == {"Russia": ["Russia", "Russia"]}


def test_a_sentence_has_the_words_that_propose_its_events() -> None:
    text = "The ministers met in Belgrade on Friday."
    event = {"type": "meeting", "planned": False, "background": True, "actors": []}
    sentences = [e for e in of_invented("x 0", invented(text, "", events=[event])) if e.tone is None]
    told = {
        (event.reported, event.planned, event.background, text[span[0][0] : span[0][1]])
        for e in sentences
        for event, span in zip(e.events, e.spans, strict=True)
    }
    assert (True, False, True, "met") in told


def test_an_article_gives_its_statements_in_order() -> None:
    text = "“We agree,” said Anna Sample. “Russia is a friend,” she added."
    statements = [
        {"kind": "direct", "text": "We agree,", "sentiment": "positive", "targets": {}, "speaker": "Anna Sample"},
        {"kind": "direct", "text": "Russia is a friend,", "sentiment": "positive", "targets": {"Russia": "positive"}, "speaker": "Anna Sample"},
    ]  # fmt: skip
    row = {"url": "https://example.org/1", "language": "en", "text": text, "date": "2024-05-01"}
    found = list(of_article(row | {"gold": {"statements": statements, "events": []}}))
    assert [e.text for e in found if e.tone is not None] == ["said: We agree,", "added: Russia is a friend,"]
    assert {e.place.group for e in found} == {"https://example.org/1"}


def test_held_out_articles_are_not_read() -> None:
    rows = examples.press_review()
    assert rows
    assert not [row["url"] for row in rows if held_out(row["url"])]


def test_labels_are_looked_for_where_the_environment_says(monkeypatch, tmp_path) -> None:
    (tmp_path / "some.jsonl").write_text(json.dumps({}), encoding="utf8")
    monkeypatch.setenv("PRESS_LABELS", str(tmp_path))
    assert examples.find("some.jsonl") == tmp_path / "some.jsonl"
    with pytest.raises(FileNotFoundError, match=r"none\.jsonl: is in none of"):
        examples.find("none.jsonl")
