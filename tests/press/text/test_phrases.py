"""Tables of phrases."""

from __future__ import annotations

from press.text.phrases import Phrases
from press.text.words import tokenise


def test_phrases_find_the_longest_and_do_not_overlap() -> None:
    table = Phrases([("gas", 1), ("gas pipeline", 2), ("sankcij*", 3), ("the? red army", 4), ("end of _ war", 5)], "sr")
    keys = tokenise("gas pipeline i gas, sankcijama; Red Army i the Red Army, end of every war", "sr").keys
    assert [(h.first, h.last, h.value) for h in table.scan(keys)] == [
        (0, 2, 2), (3, 4, 1), (4, 5, 3), (5, 7, 4), (8, 11, 4), (11, 15, 5),
    ]  # fmt: skip


def test_forms_stand_for_their_word() -> None:
    table = Phrases([("rekao", "say")], "sr", lambda key: ["rekla", "rekli"] if key == "rekao" else [])
    assert [h.first for h in table.scan(tokenise("Rekla je, rekli su, reci", "sr").keys)] == [0, 2]
