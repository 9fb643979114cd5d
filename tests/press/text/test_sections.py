"""Sentences and sections of an article's text. All texts are invented."""

import pytest

from press.reading.document import Sentence
from press.text import quotes
from press.text.sections import split
from press.text.words import tokenise


def sentences(text: str, language: str = "en", title: str = "") -> list[Sentence]:
    """The sentences of a text."""
    return split(text, tokenise(text, language), language, title, quotes.find(text))


def texts(text: str, language: str = "en") -> list[str]:
    """The words of each sentence."""
    return [text[s.start : s.end] for s in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Mr. Sample left. He came back at 5 p.m. on Monday.", 2),
        ("en", "Rep. A. B. Sample, D-Ohio, spoke. “It is over. We won,” she said. Then she left.", 3),
        ("en", "The U.S. team won. It was late.", 2),
        ("en", "She wrote it on X. The post is gone.", 2),
        ("en", "It ended.They left.", 2),
        ("en", "Wait... what? Yes! No.", 3),
        ("sr", "Sastali su se 20. oktobra 2024. godine u Probnom gradu. Razgovor je bio dug.", 2),
        ("ru", "Встреча прошла в 2024 г. в Пробном. Она была долгой.", 2),
        ("uk", "Зустріч відбулася у Пробному. Вона була довгою!", 2),
    ],
)
def test_ends_of_sentences(language: str, text: str, count: int) -> None:
    found = texts(text, language)
    assert len(found) == count, found
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # glued to the stop, and to the next word
        ('Dogovor je blizu."Ostala su dva pitanja", rekao je.', ["Dogovor je blizu.", '"Ostala su dva pitanja", rekao je.']),
        ("Ответ близко.«Я жду», — сказал он.", ["Ответ близко.", "«Я жду», — сказал он."]),
        ('"We need gas."Sample said it. He left.', ['"We need gas."', "Sample said it.", "He left."]),
        # a quotation over paragraphs, and one that a line with a colon brings, are one sentence
        ("“A b.\n\n“C d,” he said. He left.\nThen.", ["“A b.\n\n“C d,” he said.", "He left.", "Then."]),
        ("He said:\n“We need gas.”\nHe left.", ["He said:\n“We need gas.”", "He left."]),
        ("Рекао је:\n\n„Гас стиже.“\n\nОтишао је.", ["Рекао је:\n\n„Гас стиже.“", "Отишао је."]),
    ],
)  # fmt: skip
def test_quotations_and_sentences(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_a_quotation_over_paragraphs_counts_them() -> None:
    found = sentences("“A b.\n\n“C d,” he said.\nHe left.")
    assert [s.paragraph for s in found] == [0, 2]


def test_lines_are_paragraphs() -> None:
    found = sentences("One line\nAnother line.\n\nA third.")
    assert [s.paragraph for s in found] == [0, 1, 2]


def test_sections_are_told_by_their_markers() -> None:
    text = "The lead of the article.\nSource: The Sample Ledger\nDetails: They met.\nBackground:\n- They had met before.\nSubscribe to us!"
    found = {text[s.start : s.end]: s.section for s in sentences(text)}
    assert found["The lead of the article."] == "lead"
    assert found["The Sample Ledger"] == "source"
    assert found["They met."] == "body"
    assert found["They had met before."] == "background"
    assert found["Subscribe to us!"] == "boilerplate"


def test_what_stood_before_is_a_repeat() -> None:
    line = "The mayor of Sampleville spoke about the bridge on Monday."
    first, second = sentences(f"{line}\nSomething else was said there too.\n{line}")[::2]
    assert not first.repeat
    assert second.repeat
    assert not second.readable


def test_the_headline_on_top_is_no_sentence_to_read() -> None:
    found = sentences("Mayor speaks about the bridge\nThe mayor spoke.", title="Mayor speaks about the bridge")
    assert found[0].section == "headline"
    assert found[1].readable


def test_a_dateline_is_no_part_of_the_lead() -> None:
    text = "SAMPLEVILLE, Ohio (SW) — The mayor spoke."
    (only,) = sentences(text)
    assert text[only.start : only.end] == "The mayor spoke."


def test_token_ranges_match_the_characters() -> None:
    text = "One two. “Three four. Five,” she said.\n- Six"
    tokens = tokenise(text, "en")
    for s in sentences(text):
        assert all(s.start <= a < s.end for a in tokens.starts[s.first : s.last])
