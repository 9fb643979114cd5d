"""Folding and tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text.words import fold, to_latin, tokenise


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
