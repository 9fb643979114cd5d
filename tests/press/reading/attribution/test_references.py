"""Mentions looked up by token."""

from __future__ import annotations

from press.reading.attribution.references import References
from press.reading.grammar import Cue, grammar
from tests.press.parsing import read

TEXT = "Dora Quillfeather met Amos Tarbuckle, and Amos Tarbuckle said that “Dora Quillfeather left”."


def references() -> References:
    return References(read(TEXT), grammar("en"))


def test_by_token() -> None:
    found = references()
    dora, amos, again, quoted = found.mentions
    assert (found.at(0), found.at(1)) == (dora, None)
    assert (found.ending_at(2), found.ending_at(3)) == (dora, None)
    assert found.around(0, amos.first) == [dora]
    assert (found.after(1, again.first), found.after(1, amos.first)) == (amos, None)
    assert found.cover(0, amos.first + 1) == {0, 1, amos.first}
    sentence = found.document.sentences[0]
    assert (found.before(quoted.start, sentence), found.before(0, sentence)) == (again, None)


def test_outside_quotations() -> None:
    found = references()
    sentence, said = found.document.sentences[0], found.keys.index("said")
    cue = Cue(said, said + 1, "say", "said")
    inside = bytearray(sentence.last - sentence.first)
    assert found.outside(inside, cue, sentence) == found.mentions
    inside[found.mentions[-1].first :] = b"\1" * (len(inside) - found.mentions[-1].first)
    assert found.outside(inside, cue, sentence) == found.mentions[:-1]


def test_a_preposition_keeps_a_name_from_being_a_subject() -> None:
    found = References(read("Yesterday Dora Quillfeather spoke with Amos Tarbuckle."), grammar("en"))
    may = {m.name: found.may_be_subject(m) for m in found.mentions if m.kind == "person"}
    assert may == {"Dora Quillfeather": True, "Amos Tarbuckle": False}


def test_a_common_noun_is_written_small_somewhere() -> None:
    found = References(read("Engineers met Pontifex. The engineers left."), grammar("en"))
    assert found.common_noun("engineers")
    assert not found.common_noun("pontifex")
