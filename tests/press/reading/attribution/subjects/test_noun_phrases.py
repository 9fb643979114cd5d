"""The speaker that an English noun phrase names or describes, in made-up sentences."""

from __future__ import annotations

import pytest

from tests.press.parsing import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dora Quillfeather of the group Clean Rivers said the bridge would be closed.", "Dora Quillfeather"),
        ("The House Bridge Committee said the bridge would be closed.", "House Bridge Committee"),
        ("A senior bridge official said the bridge would be closed.", "a senior bridge official"),
        ("Dora Quillfeather's allies say the bridge will be closed.", "Dora Quillfeather's allies"),
        ("On Monday a bridge keeper said the bridge would be closed.", "a bridge keeper"),
    ],
)
def test_the_phrase_before_a_verb(text: str, speaker: str) -> None:
    assert speakers(text)[:1] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Engineers said the bridge would be closed.", "engineers"),  # a capital of the sentence
        ("Pontifex said the bridge would be closed.", "Pontifex"),  # of a name: nowhere written small
        ("Bridge keepers at the time said the bridge would be closed.", "bridge keepers"),  # a time is no part of it
    ],
)
def test_the_name_of_a_described_source(text: str, speaker: str) -> None:
    assert speakers(text + " Some engineers left.")[:1] == [speaker]
