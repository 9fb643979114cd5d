"""Corrections by hand: what they change, and that they go wherever the article goes."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from press.__main__ import main
from press.article import Article
from press.corpus import corrections as applying
from press.corpus.building import tables_of
from press.corpus.opening import open_corpus
from press.corpus.rows import rows_of
from press.readers import corrections, read_bytes
from press.readers.corrections import Correction
from press.reading.actors.known import Person
from press.reading.events import events
from press.reading.parse import parse

TEXT = (
    "Russian Foreign Minister Boris Example met Serbian President Anna Sample in Belgrade on 12 May 2024. "
    "“Russia is a wonderful and reliable friend of Serbia,” said Anna Sample. "
    "“We signed the contract for the supply of gas,” said Boris Example."
)


def rows(*made: Correction, text: str = TEXT) -> dict[str, list[dict]]:
    extra = {"corrections": corrections.write(made)} if made else {}
    return rows_of(parse(Article(text, "Talks on gas", published=date(2024, 5, 13), extra=extra)))


def one(text: str) -> tuple[int, int]:
    start = TEXT.index(text)
    return start, start + len(text)


FRIEND = one("Russia is a wonderful and reliable friend of Serbia,")
PARSED = rows()
EVENT = PARSED["events"][0]


def test_what_the_tests_correct_is_there() -> None:
    statement = PARSED["statements"][0]
    assert (statement["start"], statement["end"]) == FRIEND
    assert (statement["speaker"], statement["label"], statement["basis"]) == ("Anna Sample", "positive", "parser")
    assert {s["target"] for s in PARSED["stances"] if s["statement_id"] == statement["statement_id"]} >= {"Russia"}
    assert EVENT["date"] == "2024-05-12"
    assert "gas" in PARSED["articles"][0]["topics"]
    assert PARSED["articles"][0]["corrections"] == ""


def test_a_speaker_is_corrected_with_country_and_the_articles_actors(monkeypatch) -> None:
    known = {"Carl Test": Person("Carl Test", "RU", "m")}
    monkeypatch.setattr(applying, "persons", lambda: known)
    fixed = rows(Correction("statements", "speaker", "Carl Test", *FRIEND))
    statement = fixed["statements"][0]
    assert (statement["speaker"], statement["speaker_country"], statement["basis"]) == ("Carl Test", "RU", "hand")
    assert statement["speaker_kind"] == "person"
    assert "Carl Test" in fixed["articles"][0]["actors"]
    assert fixed["statements"][1] == PARSED["statements"][1]


def test_a_tone_told_by_hand_has_a_score_that_agrees_and_no_words_that_made_it() -> None:
    fixed = rows(Correction("statements", "label", "negative", *FRIEND))["statements"][0]
    assert (fixed["label"], fixed["sentiment"], fixed["reasons"]) == ("negative", -0.5, "[]")
    kept = rows(Correction("statements", "label", "positive", *FRIEND))["statements"][0]
    assert kept == {**PARSED["statements"][0], "basis": "hand"}


def test_a_stance_is_changed_or_added() -> None:
    fixed = rows(
        Correction("stances", "label", "negative", *FRIEND, "Russia"),
        Correction("stances", "label", "positive", *FRIEND, "NATO"),
    )
    own = fixed["statements"][0]["statement_id"]
    stances = {s["target"]: (s["label"], s["stance"]) for s in fixed["stances"] if s["statement_id"] == own}
    assert stances["Russia"] == ("negative", -0.5)
    assert stances["NATO"] == ("positive", 0.5)


def test_a_false_statement_goes_with_its_stances() -> None:
    fixed = rows(Correction("statements", "removed", True, *FRIEND))
    assert [s["text"] for s in fixed["statements"]] == [s["text"] for s in PARSED["statements"][1:]]
    assert all(s["statement_id"] != PARSED["statements"][0]["statement_id"] for s in fixed["stances"])


def test_type_and_date_of_an_event_are_corrected_whichever_comes_first() -> None:
    place = (EVENT["start"], EVENT["end"], EVENT["type"])
    other = next(t for t in events.types() if t != EVENT["type"])
    both = [Correction("events", "type", other, *place), Correction("events", "date", "2023-04", *place)]
    for made in (both, both[::-1]):
        fixed = next(e for e in rows(*made)["events"] if e["event_id"] == EVENT["event_id"])
        assert (fixed["type"], fixed["date"], fixed["date_precision"]) == (other, "2023-04", "month")
        assert (fixed["day"], fixed["basis"]) == (date(2023, 4, 1), "hand")
        assert fixed["cameo"] == events.types()[other]["cameo"]


def test_a_false_event_is_removed() -> None:
    fixed = rows(Correction("events", "removed", True, EVENT["start"], EVENT["end"], EVENT["type"]))
    assert EVENT["event_id"] not in [e["event_id"] for e in fixed["events"]]
    assert len(fixed["events"]) == len(PARSED["events"]) - 1


def test_topics_are_set_and_mentions_of_those_that_went_go_too() -> None:
    fixed = rows(Correction("articles", "topics", ["kosovo"]))
    assert fixed["articles"][0]["topics"] == ["kosovo"]
    assert "gas" in {m["name"] for m in PARSED["mentions"]}
    assert "gas" not in {m["name"] for m in fixed["mentions"] if m["kind"] == "topic"}


def test_a_place_that_has_moved_a_little_is_still_meant_and_another_is_not() -> None:
    start, end = FRIEND
    assert rows(Correction("statements", "speaker", "X Y", start - 1, end + 3))["statements"][0]["speaker"] == "X Y"
    away = rows(Correction("statements", "speaker", "X Y", start - 90, start + 10))
    assert [s["speaker"] for s in away["statements"]] == [s["speaker"] for s in PARSED["statements"]]
    assert "X Y" in away["articles"][0]["corrections"]


def test_a_column_that_only_happens_to_be_called_so_is_no_fault() -> None:
    (article,) = read_bytes(b'{"text": "A text.", "corrections": "An earlier version misspelt a name."}', "w.jsonl")
    assert isinstance(article, Article)
    assert rows_of(parse(article))["articles"][0]["corrections"] == ""


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 400) | st.text(max_size=8), lambda c: st.lists(c, max_size=3)
)
GIVEN = st.lists(
    st.dictionaries(st.sampled_from(["table", "field", "value", "start", "end", "item"]), VALUES, max_size=6)
    | st.fixed_dictionaries(
        {
            "table": st.sampled_from(list(corrections.FIELDS)),
            "field": st.sampled_from(["speaker", "label", "removed", "type", "date", "topics"]),
            "value": st.sampled_from(["A B", "neutral", True, "2024", "", ["gas"], "no-type"]) | VALUES,
            "start": st.integers(0, len(TEXT)),
            "end": st.integers(0, len(TEXT)),
            "item": st.sampled_from(["", "Russia", EVENT["type"]]),
        }
    ),
    max_size=5,
)  # fmt: skip


@given(GIVEN)
def test_corrections_survive_their_record_and_never_break_an_article(given) -> None:
    try:
        made = corrections.read(given)
    except ValueError:
        return
    assert corrections.read(corrections.write(made)) == made
    assert corrections.read(json.dumps(corrections.write(made))) == made
    tables_of([Article(TEXT, extra={"corrections": corrections.write(made)})])


def test_ingest_and_the_bundled_corpus_take_corrections_over(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PRESS_STORE", str(tmp_path / "store"))
    record = {"text": TEXT, "url": "https://example.org/1", "date": "2024-05-13", "language": "en"}
    made = corrections.write([Correction("statements", "speaker", "Carl Test", *FRIEND)])
    folder = tmp_path / "articles"
    folder.mkdir()
    file = folder / "a.jsonl"
    query = "SELECT speaker, basis FROM statements ORDER BY start LIMIT 1"
    file.write_text(json.dumps(record))
    assert main(["ingest", str(file), "--corpus", str(tmp_path / "corpus"), "--workers", "1"]) == 0
    file.write_text(json.dumps({**record, "corrections": made}))
    assert main(["ingest", str(file), "--corpus", str(tmp_path / "corpus"), "--workers", "1"]) == 0
    for place in (tmp_path / "corpus", folder):
        corpus = open_corpus(place)
        assert corpus.sql(query).values.tolist() == [["Carl Test", "hand"]]
        assert json.loads(corpus.sql("SELECT corrections FROM articles")["corrections"][0]) == made
