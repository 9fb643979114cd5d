"""Folding, tokens and phrase tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text.words import Phrases, fold, to_latin, tokenise


@pytest.mark.parametrize("word", ["Вучић", "Vučić", "Vucic", "VUČIĆ", "вучић"])
def test_serbian_spellings_fold_to_one(word: str) -> None:
    assert fold(word, "sr") == "vucic"


def test_folding_by_language() -> None:
    assert fold("Ђоковић", "sr") == fold("Đoković", "sr") == fold("Djokovic", "sr")
    assert fold("Ёлка", "ru") == "елка"
    assert fold("Vučić's", "en") == "vucic"
    assert to_latin("Љубљана, Џеп, Његош") == "Ljubljana, Džep, Njegoš"


@given(st.text(max_size=120), st.sampled_from(["en", "sr", "ru", "uk"]))
def test_tokens_are_where_they_say(text: str, language: str) -> None:
    tokens = tokenise(text, language)
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert text[start:end] == word
    assert tokens.starts == sorted(tokens.starts)
    assert len(tokens.keys) == len(tokens.words)


def test_phrases_find_the_longest_and_do_not_overlap() -> None:
    table = Phrases([("gas", 1), ("gas pipeline", 2), ("sankcij*", 3), ("the? red army", 4), ("end of _ war", 5)], "sr")
    keys = tokenise("gas pipeline i gas, sankcijama; Red Army i the Red Army, end of every war", "sr").keys
    assert [(h.first, h.last, h.value) for h in table.scan(keys)] == [
        (0, 2, 2), (3, 4, 1), (4, 5, 3), (5, 7, 4), (8, 11, 4), (11, 15, 5),
    ]  # fmt: skip


def test_forms_stand_for_their_word() -> None:
    table = Phrases([("rekao", "say")], "sr", lambda key: ["rekla", "rekli"] if key == "rekao" else [])
    assert [h.first for h in table.scan(tokenise("Rekla je, rekli su, reci", "sr").keys)] == [0, 2]
