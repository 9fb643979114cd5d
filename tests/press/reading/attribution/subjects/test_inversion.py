"""The English subject behind its verb, in made-up sentences."""

from __future__ import annotations

import pytest

from tests.press.parsing import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bridge will be closed, said Dora Quillfeather, who runs the office.", "Dora Quillfeather"),
        ("“The bridge is closed,” said its builder, Amos Tarbuckle, an engineer.", "Amos Tarbuckle"),
        (
            "“The bridge is closed,” said one of the people in the room, granted anonymity.",
            "one of the people in the room",
        ),
        ("“The bridge is closed,” said spokeswoman Dora Quillfeather.", "Dora Quillfeather"),
        ("“The bridge is closed,” Amos Tarbuckle told Dora Quillfeather.", "Amos Tarbuckle"),  # an addressee
    ],
)
def test_the_subject_behind_its_verb(text: str, speaker: str) -> None:
    assert speakers(text)[:1] == [speaker]
