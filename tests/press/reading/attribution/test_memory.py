"""Who spoke and who was named so far."""

from __future__ import annotations

from press.reading.attribution.memory import NOBODY, Memory, Who
from press.reading.attribution.references import References
from press.reading.grammar import grammar
from tests.press.parsing import read

DORA = Who("Dora Quillfeather", "she", kind="person", certain=True)


def after(text: str) -> Memory:
    """The memory of a text that was read to its end and told nothing."""
    memory = Memory(References(read(text), grammar("en")))
    for sentence in memory.references.document.sentences:
        memory.enter(sentence)
        memory.leave([])
    return memory


def test_who_was_named_last_comes_first() -> None:
    memory = after("Dora Quillfeather came. Amos Tarbuckle left. Carl Test stayed.")
    names = [m.name for m in memory.earlier(("person",))]
    assert names == ["Carl Test", "Amos Tarbuckle", "Dora Quillfeather"]
    assert [m.name for m in memory.earlier(("person",), 1)] == names[:2]


def test_what_is_kept_is_bounded() -> None:
    assert 40 <= len(after("Dora Quillfeather came. " * 300).recent) <= 80


def test_the_narrative_is_about_the_first_person_of_a_sentence_outside_statements() -> None:
    memory = after("Dora Quillfeather came and Amos Tarbuckle left.")
    assert memory.subject is not None and memory.subject.name == "Dora Quillfeather"
    memory = Memory(References(read("Dora Quillfeather came and Amos Tarbuckle left."), grammar("en")))
    memory.enter(memory.references.document.sentences[0])
    memory.leave([(0, 20)])
    assert memory.subject is not None and memory.subject.name == "Amos Tarbuckle"


def test_who_spoke() -> None:
    memory = Memory(References(read("She came. She left."), grammar("en")))
    first, second = memory.references.document.sentences
    assert (memory.last(), memory.going_on()) == (NOBODY, None)
    memory.enter(first)
    memory.spoke(DORA)
    memory.spoke(NOBODY)
    assert (memory.last(), memory.going_on()) == (DORA._replace(certain=False), DORA)
    memory.leave([])
    memory.enter(second)
    assert memory.going_on() is None
