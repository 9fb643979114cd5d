"""Quotation marks of every press. All texts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text.clean import clean
from press.text.quotes import find
from tests.steps import grows_linearly

MARKS = "\"“”„‟«»‘’‚‛‹›'"


def inner(text: str) -> list[str]:
    """The words of the outermost quotations."""
    text = clean(text).text
    return [text[q.inner : q.inner_end] for q in find(text) if q.depth == 0]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "„”", '„"', "»«", "””", "‚‘", "‘’", "‹›", "›‹", "''", '“"'])
def test_every_pair_of_marks(marks: str) -> None:
    assert inner(f"He said {marks[0]}it is so{marks[1]} and left.") == ["it is so"]


@pytest.mark.parametrize(
    ("opening", "closing"), [(",,", "“"), (",,", "”"), (",,", "''"), ("``", "''"), ("''", "''"), ("<<", ">>"), (">>", "<<"), ("‹‹", "››"), ('\\"', '\\"'), ('""', '""'), ("‚‚", "‘‘"), ("&bdquo;", "&ldquo;"), ("&laquo;", "&raquo;"), ("&quot;", "&quot;")]
)  # fmt: skip
def test_marks_typed_as_several_characters(opening: str, closing: str) -> None:
    for language in (f"Rekao je: {opening}Gas stiže{closing}.", f"{opening}Gas stiže{closing}, rekao je."):
        assert inner(language) == ["Gas stiže"]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        # spaces inside the marks
        ('" Serbia needs gas , " the minister said . " It is cold . "', ["Serbia needs gas ,", "It is cold ."]),
        ("« Газ будет » , сказал он. „ Гас “ стиже. “ Gas . ” said he.", ["Газ будет", "Гас", "Gas ."]),
        ('"Gas "the minister said. “Gas “ he said.', ["Gas", "Gas"]),
        # glued to the full stop, or to the next word
        ('Dogovor je blizu."Ostala su dva pitanja", rekao je.', ["Ostala su dva pitanja"]),
        ("Dogovor je blizu.„Ostala su dva pitanja“rekao je.“Gas”rekao je.", ["Ostala su dva pitanja", "Gas"]),
        ('"We need gas."Sample said. "We need oil"said Sample. He said"We need coal" too.', ["We need gas.", "We need oil", "We need coal"]),
        ("Домовленість близько.«Лишилося два питання»,сказав він.", ["Лишилося два питання"]),
        # nested in the same marks, with two closing marks or with one
        ('"Мы против "черных списков". Будем бороться", - сказал он.', ['Мы против "черных списков". Будем бороться']),
        ("„Mi smo protiv „crnih lista“. Borićemo se“, rekao je.", ["Mi smo protiv „crnih lista“. Borićemo se"]),
        ("“He said “no” to me,” she said.", ["He said “no” to me,"]),
        ("«Он сказал: «да»». Потом ушёл.", ["Он сказал: «да»"]),
        ('"Он сказал: "да"", - ответил он.', ['Он сказал: "да"']),
        ("«Он сказал: «да», — ответил он. Потом был в «Пробном».", ["Он сказал: «да", "Пробном"]),
        ("„Protiv smo „crnih lista“, rekao je.", ["Protiv smo „crnih lista"]),
        # over several paragraphs: each opens, only the last closes
        ("“We need gas.\n\n“We need it now.\n\n“And we need it from you,” he said.", ["We need gas.\n\n“We need it now.\n\n“And we need it from you,"]),
        ('He said: "They need gas.\n\n"They need it now."\n\nThen he left.', ['They need gas.\n\n"They need it now.']),
        ("„Први пасус.\n„Други пасус.\n„Трећи“, рекао је.", ["Први пасус.\n„Други пасус.\n„Трећи"]),
        # … or only the first opens
        ('"Мы ждем ответа.\n\nОн будет в пятницу", - сказал он.', ["Мы ждем ответа.\n\nОн будет в пятницу"]),
        ("Він сказав: «Ми чекаємо.\n\nДосить довго.\n\nВідповідь буде».", ["Ми чекаємо.\n\nДосить довго.\n\nВідповідь буде"]),
        # nothing closes it: it ends with its paragraph
        ("“Gas is safe, he said.\n\nHe left.\n\nA “quote” here.", ["Gas is safe, he said.", "quote"]),
        ("Rekao je: „Gas stiže.\nOtišao je.\nZatim je jeo.\nPa je spavao.\nI sanjao.", ["Gas stiže."]),
        ("A company “Samplegas signed it.\n\nThe “Sampleoil” did not.", ["Sampleoil"]),
        # apostrophes, elisions, plurals, minutes, inches
        ("It's the mayors' plan, isn't it? п'ять з'їздів, rock 'n' roll, the '90s, 'tis. The dogs' food.", []),
        ("'The mayors' plan is good,' she said. ‘The mayors’ plan is bad,’ he said.", ["The mayors' plan is good,", "The mayors’ plan is bad,"]),
        ('The 6" pipe broke, 5\'10" tall. "The 6" pipe broke," he said. “It is 5″ long”.', ['The 6" pipe broke,', 'It is 5" long']),
        ('Телеканал "Россия 24" сообщает, что "Проба 5" и "Газ" ушли.', ["Россия 24", "Проба 5", "Газ"]),
        ('п"ять об"єктів і "слово"', ["слово"]),
        # typed at the wrong end
        ("„Gas„, ”gas“ i »gas», «газ«.", ["Gas", "gas", "gas", "газ"]),
        # marks beside other marks
        ("„Gasprom“-a i \"Gasprom\"-ov, („gas“), [„gas“], „gas“/„nafta“—„ugalj“", ["Gasprom", "Gasprom", "gas", "gas", "gas", "nafta", "ugalj"]),
        ("„Gas \"Družba\" stiže“, «„газ“ и \"нефть\"», \"a 'b' c\", \"'b' c\"", ['Gas "Družba" stiže', '„газ“ и "нефть"', "a 'b' c", "'b' c"]),
    ],
)  # fmt: skip
def test_marks_as_people_type_them(text: str, quotations: list[str]) -> None:
    assert inner(text) == quotations


def test_nested_quotations_have_their_depth() -> None:
    text = "“He told me ‘no’ and left,” she said. «Это „проба“», — сказал он."
    assert [(q.depth, text[q.inner : q.inner_end]) for q in find(text)] == [
        (0, "He told me ‘no’ and left,"),
        (1, "no"),
        (0, "Это „проба“"),
        (1, "проба"),
    ]


def test_a_quotation_that_nothing_closes_is_open() -> None:
    assert [q.open for q in find("“Gas is safe.\n\nHe said “no” and left.")] == [True, False]


@given(text=st.text(alphabet=MARKS + "ab6 .,\n—", max_size=80))
def test_any_text_gives_quotations_inside_it(text: str) -> None:
    ends: list[int] = []
    for q in find(text):
        assert 0 <= q.start < q.inner <= q.inner_end <= q.end <= len(text)
        ends = [e for e in ends if e > q.start]
        assert all(q.end <= e for e in ends), "quotations nest or stand apart"
        assert q.depth == len(ends)
        ends.append(q.end)


@pytest.mark.parametrize("unit", ['"', "“", "„ ", "'", "s' a", '6" a', "“a\n", "„a\n\n", "“a “b” ", '"a ', '" '])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def read(size: int) -> None:
        find(unit * (size // len(unit)))

    assert grows_linearly(read, 20_000)
    read(1_000_000)
