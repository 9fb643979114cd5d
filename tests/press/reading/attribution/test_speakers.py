"""The speaker of a cue: each language has a finder, and nothing that was read stays behind."""

from __future__ import annotations

import gc
import weakref

import pytest

from press.reading.attribution.speakers import Speakers
from press.reading.grammar import Cue, grammar
from press.vocabulary import LANGUAGES
from tests.press.parsing import read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_finder(language: str) -> None:
    document = read("Milutin Grbavčić 2024", language)
    speakers = Speakers(document, grammar(language))
    speakers.enter(document.sentences[0])
    who = speakers.of_cue(Cue(2, 3, "say", "2024"), document.sentences[0], bytearray(3), True)
    assert who.name == "Milutin Grbavčić"


def test_a_document_is_let_go_without_collecting_garbage() -> None:
    document = read("Dora Quillfeather said that the bridge was closed.")
    speakers = Speakers(document, grammar("en"))
    gone = weakref.ref(speakers.enter.__self__)
    gc.disable()
    try:
        del speakers
        assert gone() is None
    finally:
        gc.enable()
