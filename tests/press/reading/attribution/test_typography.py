"""Direct speech as it is set and typed."""

from __future__ import annotations

import pytest

from tests.press.reading.attribution.told import told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # dash dialogue is direct: without the dash and the stop, one statement for a turn
        ("sr", "- Nismo primili odgovor iz Moskve. Čekamo do petka - rekao je Marko Testić.", [("direct", "Nismo primili odgovor iz Moskve. Čekamo do petka", "Marko Testić")]),
        ("ru", "— Мы не получили ответа из Белграда. Ждем до пятницы, — пояснил министр Марк Тестов.", [("direct", "Мы не получили ответа из Белграда. Ждем до пятницы", "Mark Testov")]),
        ("uk", "— Проблем із газом не буде, — запевнив Марко Тестенко.", [("direct", "Проблем із газом не буде", "Marko Testenko")]),
        ("sr", "– Гас стиже сутра – рекао је Марко Тестић.", [("direct", "Гас стиже сутра", "Marko Testić")]),
        ("sr", "– Srbija neće uvesti sankcije – rekao je Petar Probić. – To je naš stav.", [("direct", "Srbija neće uvesti sankcije", "Petar Probić"), ("direct", "To je naš stav", "Petar Probić")]),
        ("sr", "Petar Probić je rekao:\n- Gas stiže sutra. To je dobro.", [("direct", "Gas stiže sutra. To je dobro", "Petar Probić")]),
        ("ru", "— Газ будет, — сказал Марк Тестов. — Ждите.", [("direct", "Газ будет", "Mark Testov"), ("direct", "Ждите", "Mark Testov")]),
        # the author's words inside one pair of marks
        ("ru", "«Газ будет, — сказал Петр Пробников. — И цена не вырастет».", [("direct", "Газ будет", "Pyotr Probnikov"), ("direct", "И цена не вырастет", "Pyotr Probnikov")]),
        ("uk", "«Ми чекаємо, — заявив Марко Тестенко, — але недовго».", [("direct", "Ми чекаємо", "Marko Testenko"), ("direct", "але недовго", "Marko Testenko")]),
        ("sr", "„Gas će stići – rekao je Petar Probić – i to uskoro.“", [("direct", "Gas će stići", "Petar Probić"), ("direct", "i to uskoro.", "Petar Probić")]),
        # over several paragraphs: one statement
        ("en", "“We need gas.\n\n“We need it now.\n\n“And we need it from you,” Petar Sample told parliament.", [("direct", "We need gas.\n\n“We need it now.\n\n“And we need it from you,", "Petar Sample")]),
        ("en", 'Petar Sample said: "They need gas.\n\n"If they do not get it, they freeze."', [("direct", 'They need gas.\n\n"If they do not get it, they freeze.', "Petar Sample")]),
        ("ru", '"Мы ждем ответа из Москвы.\n\nОн будет в пятницу", - сказал Марк Тестов.', [("direct", "Мы ждем ответа из Москвы.\n\nОн будет в пятницу", "Mark Testov")]),
        # nested in the same marks, glued, typed as other characters, with spaces inside
        ("ru", '"Мы против "черных списков". Будем бороться дальше", - сказал Марк Тестов.', [("direct", 'Мы против "черных списков". Будем бороться дальше', "Mark Testov")]),
        ("sr", 'Govorio je Marko Testić.Testić je rekao da je dogovor blizu."Ostala su dva pitanja", rekao je Testić.', [("indirect", "je dogovor blizu", "Marko Testić"), ("direct", "Ostala su dva pitanja", "Marko Testić")]),
        ("sr", ",,Srbija neće uvesti sankcije”, rekao je Petar Probić.", [("direct", "Srbija neće uvesti sankcije", "Petar Probić")]),
        ("ru", "<<Газ будет>>, - сказал Петр Пробников.", [("direct", "Газ будет", "Pyotr Probnikov")]),
        ("en", '" Serbia needs gas , " the minister said .', [("direct", "Serbia needs gas ,", "the minister")]),
    ],
)  # fmt: skip
def test_direct_speech_in_the_typography_of_every_press(
    language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text, language) == expected


def test_lists_are_nobodys_words() -> None:
    assert told("Ministar je najavio mere:\n- niža cena gasa\n- rok do petka", "sr") == []
