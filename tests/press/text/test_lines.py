"""Hard line breaks. All texts are invented."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text.lines import unwrap

PARAGRAPHS = {
    "en": "The Serbian energy minister Petar Sample said on Wednesday that Serbia would keep its gas deal with Russia and that the price would not rise. “Nobody will freeze this winter,” he told reporters in Belgrade after the talks.",
    "sr": "Ministar energetike Petar Probić izjavio je u sredu da će Srbija zadržati ugovor o gasu sa Rusijom i da cena neće rasti. „Niko se ove zime neće smrzavati“, rekao je on novinarima u Beogradu posle razgovora.",
    "ru": "Министр энергетики Пётр Пробников заявил в среду, что Сербия сохранит договор о поставках газа с Россией и что цена не вырастет. «Никто этой зимой не замёрзнет», — сказал он журналистам в Белграде после переговоров.",
    "uk": "Міністр енергетики Петро Пробенко заявив у середу, що Сербія збереже угоду про газ із Росією і що ціна не зросте. «Ніхто цієї зими не замерзне», — сказав він журналістам у Белграді після переговорів.",
}


@pytest.mark.parametrize("language", PARAGRAPHS)
@pytest.mark.parametrize("width", [45, 60, 72, 100])
def test_a_paragraph_broken_into_lines_is_one_line(language: str, width: int) -> None:
    paragraph = PARAGRAPHS[language]
    text = f"Short headline\n\n{fill(paragraph, width)}\n\n{fill(paragraph, width)}\n"
    assert unwrap(text) == f"Short headline\n\n{paragraph}\n\n{paragraph}\n"


def test_paragraphs_without_an_empty_line_between_them_stay_apart() -> None:
    first, second = "Gas is safe in every town of the land, he said.", PARAGRAPHS["en"]
    assert unwrap(f"{first}\n{fill(second, 72)}") == f"{first}\n{second}"


def test_ragged_lines() -> None:
    text = "The minister Petar Sample said on Wednesday that\nSerbia would keep its gas deal with Russia and\nthat the price would not rise at all\nthis winter."
    assert "\n" not in unwrap(text)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia keeps its deal on gas with Russia for years\nRussia is glad about the deal with Serbia, it says\nThe minister will travel to Moscow for the talks",
        "The minister named what the deal with Russia covers:\n- gas for all the towns of the land until winter,\n- oil for all the towns of the land until winter.",
        "— Мы ждём ответа из Москвы до самой пятницы, сказал он.\n— А если ответа не будет и до понедельника, тогда что?\n— Тогда будем ждать ещё одну неделю, а потом и другую.",
        "1. the first item of the list which is long enough\n2. the second item of the list which is long enough\n3. the third item of the list which is long enough",
        "gas\nnafta\nstruja\nvoda",
        "A paragraph on a line of its own that goes on and on, for it holds several sentences. Here is the second one of them.\nAnother paragraph.\nAnd a third one, which is a little longer than the second.",
        "> quoted text that somebody wrote in an e-mail and that\n> goes on in the next line of the same old e-mail of his",
    ],
)  # fmt: skip
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    assert unwrap(text) == text


def test_a_dash_in_front_of_the_authors_words_begins_no_paragraph() -> None:
    text = "«Никто этой зимой не замёрзнет, и цена не вырастет»,\n— сказал журналистам министр энергетики Пробников."
    assert "\n" not in unwrap(text)


def test_words_that_a_printer_broke_become_whole() -> None:
    text = "Ministar je rekao da će Srbija zadr-\nžati ugovor o gasu i da cena za gra-\nđane neće rasti ni posle pregovora o\ngasovodu, koji počinju u utorak."
    assert unwrap(text) == "Ministar je rekao da će Srbija zadržati ugovor o gasu i da cena za građane neće rasti ni posle pregovora o gasovodu, koji počinju u utorak."  # fmt: skip


def test_a_hyphen_of_its_own_stays() -> None:
    text = "The talks on the long-awaited deal were held in the well-\nknown hotel in the middle of the city, where the ministers\nof both of the countries had met a year before them, he said."
    assert "well-known hotel" in unwrap(text)


@given(st.text(alphabet="ab -.\n", max_size=200))
def test_only_line_breaks_and_hyphens_before_them_change(text: str) -> None:
    assert unwrap(text).replace("\n", "").replace(" ", "").replace("-", "") == text.replace("\n", "").replace(
        " ", ""
    ).replace("-", "")
