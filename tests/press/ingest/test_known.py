"""What a corpus holds: near-identical texts, and articles that are known."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from press.corpus.near_identical import BANDS, signature
from press.ingest.known import Seen
from press.text.search import search_key

_TEXT = (
    "The mayor of Sample met a delegation from Example on Monday and spoke about a new bridge, a road and the price of gas. "
    "Both sides agreed to meet again in the spring, when the first part of the road is to be opened to traffic."
)


def _bands(text: str) -> np.ndarray:
    return signature(search_key(text))


def test_one_changed_word_is_near_and_another_text_is_not(tmp_path: Path) -> None:
    seen = Seen(tmp_path)
    seen.add(1, 11, _bands(_TEXT))
    assert seen.like(_bands(_TEXT.upper())) == 1
    assert seen.like(_bands(_TEXT + " End.")) == 1
    other = "A ferry between two islands has stopped. Its owner says that nobody wanted to cross the sea in winter any more."
    assert seen.like(_bands(other)) is None
    assert (seen.content(1), seen.content(2)) == (11, None)


def test_what_was_there_before_is_found_and_replaced(tmp_path: Path) -> None:
    seen = Seen(tmp_path)
    bands = np.concatenate([_bands(_TEXT), _bands("A quite different text about a ferry that nobody wanted.")])
    seen.extend(np.array([1, 2], np.uint64), np.array([11, 22], np.uint64), bands.reshape(-1, BANDS))
    assert seen.like(_bands(_TEXT)) == 1
    seen.add(1, 12, _bands(_TEXT))
    assert (seen.content(1), seen.content(2)) == (12, 22)
