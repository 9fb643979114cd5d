"""Tone words and their shifting, the tone of statements, stance toward parties."""

from __future__ import annotations

import pytest

from press.article import Article
from press.reading.parse import parse
from press.reading.tone import lexicon as tone
from press.reading.tone import sentiment
from press.text.words import tokenise
from press.vocabulary import LANGUAGES, read
from tests.steps import grows_linearly


def words(text: str, language: str) -> list[tone.Word]:
    tokens = tokenise(text, language)
    return tone.find(text, tokens, language)


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


def statement_tone(text: str, language: str = "en") -> sentiment.Tone:
    ((_, found),) = parse(Article(text=text, language=language)).statements
    return found


def test_thanks_are_positive_and_blame_is_negative_toward_their_party() -> None:
    thanks = statement_tone(
        "“We are grateful to Russia, our brotherly friend, for its support,” Mr Petar Izmišljenić said."
    )
    blame = statement_tone(
        "“The West condemns and threatens us with sanctions, it is pure blackmail,” Mr Petar Izmišljenić said."
    )
    assert (thanks.label, thanks.targets["Russia"].label) == ("positive", "positive")
    assert (blame.label, blame.targets["West"].label) == ("negative", "negative")
    assert thanks.score > 0 > blame.score


def test_a_score_is_traced_to_words_of_the_text() -> None:
    text = "“It is a shameful lie and a provocation,” Mr Petar Izmišljenić said."
    found = statement_tone(text)
    reasons = {text[r.start : r.end]: r.weight for r in found.reasons}
    assert reasons["shameful"] < 0
    assert reasons["lie"] < 0
    assert reasons["provocation"] < 0


def test_scores_and_labels_agree_and_stay_in_range() -> None:
    text = "\n".join(
        f"“{said},” Mr Petar Izmišljenić said."
        for said in (
            "We thank you",
            "They lie to us all",
            "The meeting is at noon in Niš",
            "No",
            "It is good but dangerous",
        )
    )
    tones = [t for _, t in parse(Article(text=text, language="en")).statements]
    assert len(tones) == 5
    for found in tones:
        assert -1 <= found.score <= 1
        assert found.label in ("negative", "neutral", "positive")
        assert all(-1 <= s.score <= 1 for s in found.targets.values())


def test_a_statement_without_end_takes_linear_work() -> None:
    unit = "Russia and Serbia condemn the terrible war and thank the good people of Ukraine "

    def read_aloud(times: int) -> None:
        parse(Article(text="“" + unit * times + " Mr Petar Izmišljenić said.", language="en"))

    assert grows_linearly(read_aloud, 40)
