"""Text that was read in another encoding than it was written in. All texts are invented."""

import pytest

from press.text.mojibake import mend
from press.text.offsets import Traced

SERBIAN = "Petar Probić: „Srbija neće uvesti sankcije“ – rekao je, a čeka i đake, žito, šume."
RUSSIAN = "Пётр Пробников сказал: «Газ пойдёт» — и всё."
UKRAINIAN = "Петро Пробенко: «Рішення є». Січень, РІК, СІМ."


def misread(text: str, codec: str) -> str:
    """UTF-8 read in a single-byte encoding; bytes that it lacks stay control characters."""
    return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize("text", [SERBIAN, RUSSIAN, UKRAINIAN])
@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp1250", "cp1251"])
def test_utf8_read_in_a_single_byte_encoding(text: str, codec: str) -> None:
    given = misread(text, codec)
    traced = mend(Traced(given))
    assert traced.text == text
    start, end = traced.span(0, 5)
    assert given[start:end] == misread(text[:5], codec)


def test_marks_alone() -> None:
    assert mend(Traced("He said: â€œgas is safeâ€\x9d â€” and left.")).text == "He said: “gas is safe” — and left."


def test_serbian_letters_read_as_western_ones() -> None:
    text = "Petar Probić izjavio je da Srbija neće čekati, a Đorđe je otišao."
    assert mend(Traced(text.encode("cp1250").decode("cp1252"))).text == text


def test_cyrillic_read_as_western_letters() -> None:
    assert mend(Traced(RUSSIAN.encode("cp1251").decode("cp1252"))).text == RUSSIAN


@pytest.mark.parametrize(
    "text",
    [
        SERBIAN, RUSSIAN, UKRAINIAN,
        "La Genève è bella e la città è grande.", "À côté de Genève, le père d'Æsop.", "Blåbær og ærlig ære.",
        "“CAFÉ” und „ÖRTLICHÄ“, «ÑANDÚ» è «PERÚ»", "РІК РІШЕНЬ, СІМ СІЛ: Різдво й Січень", "20 °C ± 3, § 5", "Guðmundur sagði já.",
    ],
)  # fmt: skip
def test_what_was_read_rightly_stays(text: str) -> None:
    assert mend(Traced(text)).text == text
