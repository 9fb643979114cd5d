"""Whom pronouns and verbs without a subject stand for, in made-up sentences."""

from __future__ import annotations

from tests.press.parsing import speakers

MET = "Dora Quillfeather met Amos Tarbuckle in Sampleville. "


def test_pronouns_agree_in_gender() -> None:
    assert speakers(MET + "She said that the bridge would be closed.") == ["Dora Quillfeather"]
    assert speakers(MET + "He said that the bridge would be closed.") == ["Amos Tarbuckle"]


def test_a_dropped_subject_is_who_spoke_last() -> None:
    text = "Milutin Grbavčić je rekao da će most biti zatvoren. Dodao je da je star."
    assert speakers(text, "sr") == ["Milutin Grbavčić"] * 2


def test_the_gender_of_the_verb_chooses() -> None:
    met = "Milutin Grbavčić i Snežana Krstonošić sreli su se u Nišu. "
    assert speakers(met + "Rekla je da će most biti zatvoren.", "sr") == ["Snežana Krstonošić"]
    assert speakers(met + "Rekao je da će most biti zatvoren.", "sr") == ["Milutin Grbavčić"]


def test_they_and_it_are_who_spoke_where_that_is_a_body() -> None:
    said = "The House Bridge Committee said that the bridge was closed. "
    assert speakers(said + "They said that it was old.") == ["House Bridge Committee"] * 2
    assert speakers(said + "It said that the river was high.") == ["House Bridge Committee"] * 2


def test_a_sentence_that_a_pronoun_opens_brings_no_new_subject() -> None:
    text = "Dora Quillfeather came to Sampleville. She knew Anna Sample. She said that the bridge would be closed."
    assert speakers(text) == ["Dora Quillfeather"]


def test_a_verb_that_tells_no_gender_goes_on_with_the_body_that_spoke() -> None:
    text = "Milutin Grbavčić je stigao. Evropski parlament poručuje da prijem počinje u podne. Dodaje da traje sat."
    assert speakers(text, "sr") == ["European Parliament"] * 2
