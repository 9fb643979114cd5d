"""The pipeline as a whole, and the article that the project was created from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.article import Article
from press.readers import read_path
from press.reading.parse import as_json, parse

PIECES = st.sampled_from(
    [
        "Anna Sample said", "“", "”", "«", "»", "„", '"', "'", " that ", "Вучић је рекао да ", "заявил, что ", "заявив, що ",
        "Source: ", "Background:\n- ", "\n", "\n\n", ". ", ", ", ": ", "(", ")", "— ", "9 May", "2024", "20. октобра 2024. ",
        "санкции", "sankcije", "gas", "Kosovo", "Putin", "U.S. ", "Mr. ", "he", "ona", "а", "\u0000", "\u202e", "😀", "İ", "ß", "\r\n",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join)


@given(text=TEXTS, title=st.text(max_size=30), language=st.sampled_from(["", "en", "sr", "ru", "uk", "bg", "de", "xx"]))
def test_any_text_is_read_and_every_offset_is_right(text: str, title: str, language: str) -> None:
    out = as_json(parse(Article(text=text, title=title, language=language, published=date(2024, 10, 20))))
    for part in ("statements", "events", "mentions"):
        for row in out[part]:
            assert 0 <= row["start"] < row["end"] <= len(text)
            assert text[row["start"] : row["end"]] == row["text"]
    for statement in out["statements"]:
        assert statement["kind"] in ("direct", "indirect", "mixed")
        assert -1 <= statement["sentiment"] <= 1
        assert statement["label"] in ("negative", "neutral", "positive")
        assert statement["speaker_kind"] in ("person", "organisation", "state", "outlet", "group", "described", "")
        assert bool(statement["speaker_kind"]) == bool(statement["speaker"])
    spans = [(s["start"], s["end"]) for s in out["statements"]]
    assert len(spans) == len(set(spans))


def test_an_undated_article_has_no_date() -> None:
    out = as_json(parse(Article(text="Anna Sample said on Sunday that she would come.", language="en")))
    assert out["date"] == "unknown"
    assert all(event["date"] == "" for event in out["events"])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“We will meet again,” said Anna Sample, the mayor of Sampleville.", "Anna Sample"),
        ("sr", "„Videćemo se opet“, rekla je Ana Primerić, gradonačelnica.", "Ana Primerić"),
        ("sr", "„Видећемо се опет“, рекла је Ана Примерић, градоначелница.", "Ana Primerić"),
    ],
)
def test_a_quotation_has_its_speaker(language: str, text: str, speaker: str) -> None:
    (statement,) = as_json(parse(Article(text=text, language=language, published=date(2024, 10, 20))))["statements"]
    assert statement["kind"] == "direct"
    assert statement["speaker"] == speaker


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Sample said that gas is cheap.", "person"),
        ("Gazprom said that gas is cheap.", "organisation"),
        ("A woman near the river said that gas is cheap.", "described"),
        ("The committee that nobody heard was silent.", ""),
    ],
)
def test_a_speaker_has_a_kind(text: str, kind: str) -> None:
    found = as_json(parse(Article(text=text, language="en", published=date(2024, 10, 20))))["statements"]
    assert [s["speaker_kind"] for s in found] == ([kind] if kind else [])


@pytest.fixture(scope="module")
def out(seed) -> dict:
    """What is read in the seed article."""
    (article,) = read_path(seed)
    return as_json(parse(article))


class TestSeed:
    """The article that the project was created from: plain text, no date, sections, two long quotations."""

    def test_headline_and_date(self, out) -> None:
        assert out["title"] == out["text"].split("\n", 1)[0]
        assert out["date"] == "unknown"

    def test_the_repeated_lead_counts_once(self, out) -> None:
        starts = [s["text"][:40] for s in out["statements"]]
        assert len(starts) == len(set(starts))

    def test_quotations_and_reported_speech_have_their_speaker(self, out) -> None:
        direct = [s for s in out["statements"] if s["kind"] == "direct"]
        assert len(direct) == 2
        assert {s["speaker"] for s in direct} == {"Aleksandar Vučić"}
        added = next(s for s in out["statements"] if "would not impose sanctions" in s["text"])
        assert added["speaker"] == "Aleksandar Vučić"
        assert added["kind"] == "indirect"

    def test_events(self, out) -> None:
        assert {"phone_call", "invitation"} <= {e["type"] for e in out["events"]}
        assert all(e["date"] == "" or len(e["date"]) == 4 for e in out["events"])
        news = [e for e in out["events"] if e["type"] in ("phone_call", "invitation", "ceremony")]
        assert not any(e["background"] for e in news)

    @pytest.mark.xfail(
        strict=True, reason="the model gives the planned celebrations 0.26, and tells events from 0.30 on"
    )
    def test_the_celebrations_to_come_are_an_event(self, out) -> None:
        assert "ceremony" in {e["type"] for e in out["events"]}

    def test_topics(self, out) -> None:
        assert {"gas", "sanctions", "kosovo", "ww2_memory"} <= {
            m["name"] for m in out["mentions"] if m["kind"] == "topic"
        }

    def test_background_and_appeal(self, out) -> None:
        at = out["text"].index("Background:")
        for event in out["events"]:
            if event["start"] > at:
                assert event["background"]
        for row in out["statements"] + out["events"]:
            assert "patron" not in row["text"]
