"""Language and script of a text."""

import pytest

from press.text.language import detect, script_of

TEXTS = {
    "en": "The minister told the parliament that the talks would be held in the capital and that they were useful.",
    "sr": "Ministar je rekao da će se razgovori održati u glavnom gradu i da su oni bili korisni za sve.",
    "ru": "Министр сказал, что переговоры пройдут в столице и что они были полезны для всех, кто в них участвовал.",
    "uk": "Міністр сказав, що переговори відбудуться у столиці і що вони були корисними для всіх, хто брав участь.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_four_languages_are_told_apart(language):
    assert detect(TEXTS[language])[0] == language


def test_serbian_is_serbian_in_both_scripts():
    assert detect("Министар је рекао да ће се разговори одржати у главном граду и да су били корисни.") == (
        "sr",
        "Cyrl",
    )
    assert detect(TEXTS["sr"]) == ("sr", "Latn")


def test_a_given_language_is_kept_and_its_script_told():
    assert detect(TEXTS["ru"], "uk") == ("uk", "Cyrl")


def test_what_has_no_letters_is_of_no_known_language():
    assert detect("1234 … !!!") == ("und", "Latn")


def test_the_script_is_that_of_most_letters():
    assert script_of("Газпром Gazprom Neft Energy") == "Latn"
    assert script_of("Газпром и Gaz") == "Cyrl"
