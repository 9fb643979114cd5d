"""The subject of an English verb, in made-up sentences."""

from __future__ import annotations

import pytest

from tests.press.parsing import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dora Quillfeather, a Democrat from Ohio, said the bridge would be closed.", "Dora Quillfeather"),
        ("Rep. Amos Tarbuckle (R-Ohio) said the bridge would be closed.", "Amos Tarbuckle"),
        ("A spokeswoman for Tarbuckle, Dora Quillfeather, said the bridge would be closed.", "Dora Quillfeather"),
        (
            "His opponent in November, former prosecutor Dora Quillfeather, said the bridge would be closed.",
            "Dora Quillfeather",
        ),
        ("Dora Quillfeather thanked Amos Tarbuckle and said that the bridge would be closed.", "Dora Quillfeather"),
        ("The newspaper quoted Dora Quillfeather as saying that the bridge would be closed.", "Dora Quillfeather"),
        ("Civil bridge groups, which sued last month, contend the bridge was closed.", "civil bridge groups"),
    ],
)
def test_the_subject_in_english(text: str, speaker: str) -> None:
    assert speakers(text)[:1] == [speaker]
