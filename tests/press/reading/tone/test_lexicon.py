"""Tone words and their shifting."""

from __future__ import annotations

import pytest

from press.reading.tone.lexicon import Word, tone_words
from press.text.words import tokenise
from press.vocabulary import LANGUAGES, read


def words(text: str, language: str) -> list[Word]:
    tokens = tokenise(text, language)
    return tone_words(text, tokens, language)


def total(text: str, language: str) -> float:
    return sum(w.weight for w in words(text, language))


@pytest.mark.parametrize(
    ("language", "good", "bad"),
    [
        ("en", "we thank our brothers for their support", "we condemn this aggression and the lies"),
        ("sr", "zahvaljujemo braći na podršci", "osuđujemo agresiju i laži"),
        ("sr", "захваљујемо браћи на подршци", "осуђујемо агресију и лажи"),
        ("ru", "благодарим братьев за поддержку", "осуждаем агрессию и ложь"),
        ("uk", "дякуємо братам за підтримку", "засуджуємо агресію і брехню"),
    ],
)
def test_praise_is_good_and_condemnation_bad_in_each_language(language: str, good: str, bad: str) -> None:
    assert total(good, language) > 1 > -1 > total(bad, language)


@pytest.mark.parametrize(
    ("language", "plain", "turned"),
    [
        ("en", "it is a threat", "it is not a threat"),
        ("en", "the war", "prevented the war"),
        ("sr", "to je pretnja", "to nije pretnja"),
        ("sr", "sukob", "sprečiti sukob"),
        ("ru", "это угроза", "это не угроза"),
        ("ru", "войны", "предотвратить войны"),
        ("uk", "це загроза", "це не загроза"),
        ("ru", "большое давление", "большого давления не было"),
        ("sr", "postoji pritisak", "pritiska nema"),
    ],
)
def test_negation_and_prevention_turn_a_bad_word(language: str, plain: str, turned: str) -> None:
    assert total(plain, language) < 0 < total(turned, language)


def test_an_intensifier_adds_and_a_diminisher_takes() -> None:
    assert total("somewhat dangerous", "en") > total("dangerous", "en") > total("very dangerous", "en")


def test_a_name_is_no_tone_word() -> None:
    assert not words("Mr Good arrived", "en")
    assert words("so good", "en")
    assert total("Sjedinjene Države i Ujedinjene nacije", "sr") == 0
    assert total("в Совете безопасности", "ru") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_words_and_no_word_has_two(language: str) -> None:
    seen: dict[str, str] = {}
    for name, concept in read("tone/concepts").items():
        assert concept[language], name
        assert -1 <= concept["tone"] <= 1
        for phrase in concept[language]:
            assert seen.setdefault(phrase, name) == name, phrase
            assert not any("*" in word[:-1] for word in phrase.split()), phrase
