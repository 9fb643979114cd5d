"""Texts as ids, spans of characters as places of word pieces."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("tokenizers")

from press.meaning import inputs
from press.meaning.inputs import Encoded, encode, matrix, statement
from press.vocabulary import ROOT


@pytest.fixture(scope="module")
def tokenizer():
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(ROOT / "data" / "model" / "tokenizer.json"))


def words(tokenizer, encoded: Encoded, span: int) -> str:
    pieces = [tokenizer.id_to_token(encoded.ids[i]) for i in encoded.spans[span]]
    return "".join(pieces).replace("▁", " ").strip()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Freedonia thanked Sylvania for gas", ["Freedonia", "Sylvania"]),
        ("Слобода захвалила Слобожанима", ["Слобода", "Слобожанима"]),
        ("Ruritania’s ambassador left", ["Ruritania"]),
        ("…\u200b Zamunda", ["Zamunda"]),
    ],
)
def test_a_span_covers_the_pieces_of_its_words_and_no_others(tokenizer, text: str, names: list[str]) -> None:
    spans = [[(text.index(name), text.index(name) + len(name))] for name in names]
    (encoded,) = encode(tokenizer, [text], [spans])
    assert [words(tokenizer, encoded, i) for i in range(1, 1 + len(names))] == names


def test_a_span_of_several_stretches_is_one(tokenizer) -> None:
    text = "Zamunda wants peace, and Zamunda says so"
    (encoded,) = encode(tokenizer, [text], [[[(0, 7), (25, 32)]]])
    assert words(tokenizer, encoded, 1) == "Zamunda Zamunda"


def test_the_first_span_is_the_whole_text(tokenizer) -> None:
    (encoded,) = encode(tokenizer, ["Peace."], [[]])
    assert encoded.spans == [list(range(len(encoded.ids)))]
    assert (encoded.ids[0], encoded.ids[-1]) == (0, 2)


@pytest.mark.parametrize("text", ["word " * 100_000, "x" * 1_000_000, "\u0301" * 50_000, " " * 50_000, ""])
def test_long_and_odd_texts_are_cut(tokenizer, text: str) -> None:
    (encoded,) = encode(tokenizer, [text], [[[(0, 10)], [(len(text) - 1, len(text))]]])
    assert 2 <= len(encoded.ids) <= inputs.MOST_PIECES
    assert encoded.ids[-1] == 2
    assert all(i < len(encoded.ids) for places in encoded.spans for i in places)


def test_a_span_beyond_what_is_read_has_no_pieces(tokenizer) -> None:
    text = "word " * 5_000
    (encoded,) = encode(tokenizer, [text], [[[(20_000, 20_004)]]])
    assert encoded.spans[1] == []


def test_control_characters_vanish_and_all_spaces_are_one(tokenizer) -> None:
    plain, odd = encode(tokenizer, ["No war, no peace", "No\u00a0war,\n\n\tno\u2009pe\x07ace"], [[], []])
    assert plain.ids == odd.ids


def test_matrix_pads_and_weighs() -> None:
    ids, mask, spans = matrix([Encoded([0, 7, 8, 2], [[0, 1, 2, 3], [1, 2]]), Encoded([0, 9, 2], [[0, 1, 2]])])
    assert ids.tolist() == [[0, 7, 8, 2], [0, 9, 2, inputs.PADDING]]
    assert mask.tolist() == [[1, 1, 1, 1], [1, 1, 1, 0]]
    np.testing.assert_allclose(spans.sum(-1), [[1, 1], [1, 0]], rtol=1e-6)
    assert spans[0, 1].tolist() == [0, 0.5, 0.5, 0]


def test_a_statement_is_its_cue_and_its_words_with_the_spans_moved() -> None:
    given = statement("Zamunda pays", [[(0, 7)]], "warned")
    assert given.text == "warned: Zamunda pays"
    assert [given.text[a:b] for a, b in given.spans[0]] == ["Zamunda"]
    assert statement("Zamunda pays", [[(0, 7)]], "") == ("Zamunda pays", (((0, 7),),))
