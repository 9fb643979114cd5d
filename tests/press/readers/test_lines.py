"""Lines that were broken to fit a page."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.readers import lines

TEXTS = {
    "en": "The Serbian energy minister Petar Sample said on Wednesday that Serbia would keep its gas deal with Russia and that the price would not rise, as the President Ana Primer had asked. He added that nobody would freeze in the winter. Nothing else was said about the long talks that were held in Belgrade.",
    "sr": "Ministar energetike Petar Probić rekao je u sredu da će Srbija zadržati sporazum o gasu sa Rusijom i da cena neće porasti, kako je tražila Ana Primer. Dodao je da se niko neće smrznuti tokom zime. Ništa drugo nije rečeno o dugim razgovorima koji su održani u Beogradu.",
    "ср": "Министар енергетике Петар Пробић рекао је у среду да ће Србија задржати споразум о гасу са Русијом и да цена неће порасти, како је тражила Ана Пример. Додао је да се нико неће смрзнути током зиме. Ништа друго није речено о дугим разговорима који су одржани у Београду.",
    "ru": "Министр энергетики Петр Пробников заявил в среду, что Сербия сохранит соглашение о газе с Россией и что цена не вырастет, как просила Анна Пробная. Он добавил, что зимой никто не замерзнет. Больше ничего о долгих переговорах, которые прошли в Белграде, сказано не было.",
    "uk": "Міністр енергетики Петро Пробний заявив у середу, що Сербія збереже угоду про газ із Росією і що ціна не зросте, як просила Ганна Зразкова. Він додав, що взимку ніхто не замерзне. Більше нічого про довгі переговори, які пройшли в Белграді, сказано не було.",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_wrapped_paragraphs_are_one_line_again(language: str, width: int) -> None:
    text = TEXTS[language]
    wrapped = "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))
    assert lines.joined(f"Headline\n\n{wrapped}\n\n{wrapped}\n") == f"Headline\n\n{text}\n\n{text}\n"
    quoted = "\n".join(f"> {line}" for line in wrapped.split("\n"))
    assert lines.joined(quoted) == text


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "\n\n".join(TEXTS.values()),
        "\n".join(TEXTS.values()),
        "Vučić: Nećemo uvoditi sankcije Rusiji\nLavrov stiže u Beograd u sredu popodne\nMinistar govori o ceni gasa u Srbiji",
        "Prvi pasus je kratak i završava se tačkom.\nDrugi pasus je isto tako kratak i završen.\nTreći pasus je opet kratak.",
        "— Мы ждем его с визитом в Россию, — попросил Петр.\n— Я приеду, — ответила Анна. — Но не сейчас же, правда.",
        "- gas for the winter and for the spring\n- oil for the summer and for the autumn\n- wheat for the whole of the next year",
        "Q: Will Serbia impose sanctions on Russia?\nPetar Sample: I do not think so. We need the gas.\nQ: And the price?\nPetar Sample: It will rise.",
        "Short\nlist\nof\nwords",
    ],
)  # fmt: skip
def test_what_is_not_wrapped_stays_as_it_is(text: str) -> None:
    assert lines.joined(text) == text


def test_a_headline_on_top_keeps_its_line() -> None:
    wrapped = "\n".join(textwrap.wrap(TEXTS["en"], 60))
    assert lines.joined("Gas is safe for the winter\n" + wrapped).startswith("Gas is safe for the winter\nThe Serbian")


def test_cut_words_are_mended_and_compounds_keep_their_hyphens() -> None:
    text = "Ministar je rekao da će razgovori sa rus-\nkom stranom biti nastavljeni i da je rusko-\nsrpski odbor spreman. Taj rusko-srpski odbor\nse sastaje."
    assert lines.joined(text) == "Ministar je rekao da će razgovori sa ruskom stranom biti nastavljeni i da je rusko-srpski odbor spreman. Taj rusko-srpski odbor se sastaje."  # fmt: skip


@given(st.text("ab c.,-\nA>", max_size=300))
def test_no_words_are_lost(text: str) -> None:
    joined = lines.joined(text)
    assert [c for c in joined if c.isalnum()] == [c for c in text if c.isalnum()]
    assert joined.count("\n\n") >= 0 and len(joined) <= len(text)


@pytest.mark.parametrize("unit", ["words that go on and\n", "word-\n", "> ", "a\n\n", "x" * 50 + "-\n", "- a\n"])
def test_long_texts_take_no_longer_than_they_are_long(unit: str) -> None:
    start = time.process_time()
    lines.joined(unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 20
