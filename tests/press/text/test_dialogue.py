"""Speech that dashes open, and the author's words inside a speech. All texts and persons are invented."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from press.article import Article
from press.reading.parse import read
from press.text.quotes import Quote
from tests.steps import grows_linearly


def quotations(text: str, language: str) -> list[list[str]]:
    """The words of the outermost quotations, those of one turn together."""
    document = read(Article(text=text, language=language))
    out: list[list[str]] = []
    turn = -1
    for q in document.quotes:
        if q.depth == 0:
            words = document.text[q.inner : q.inner_end]
            if q.turn == turn >= 0:
                out[-1].append(words)
            else:
                out.append([words])
            turn = q.turn
    return out


@pytest.mark.parametrize(
    ("language", "text", "turns"),
    [
        # one turn: all its sentences, without the dash and the stop
        ("sr", "- Nismo primili odgovor. Čekamo do petka - rekao je Marko Testić.", [["Nismo primili odgovor. Čekamo do petka"]]),
        ("sr", "– Нисмо добили одговор. Чекамо – рекао је Марко Тестић. Отишао је.", [["Нисмо добили одговор. Чекамо"]]),
        ("ru", "— Мы не получили ответа. Ждем, — пояснил министр Марк Тестов.", [["Мы не получили ответа. Ждем"]]),
        ("uk", "– Угорці — наші друзі. Маємо закінчити до 15 січня, – наголосив він.", [["Угорці — наші друзі. Маємо закінчити до 15 січня"]]),
        ("en", "— We have had no answer. We wait, — said Mark Sample.", [["We have had no answer. We wait"]]),
        ("ru", "― Мы ждем, ― сказал Тестов.", [["Мы ждем"]]),  # another dash
        ("sr", "-Gas stiže -rekao je Testić.", [["Gas stiže"]]),  # glued
        ("ru", "-- Мы ждем,-- сказал Тестов.", [["Мы ждем"]]),  # typed as two hyphens
        ("ru", "— Когда? — спросил Тестов. — Ну же!", [["Когда?", "Ну же!"]]),  # a question mark is kept
        # the author's words break it
        ("sr", "– Srbija neće uvesti sankcije – rekao je Petar Probić. – To je naš stav. Tako je.", [["Srbija neće uvesti sankcije", "To je naš stav. Tako je"]]),
        ("ru", "— Мы ждём, — сказал Тестов и добавил: — И скоро.", [["Мы ждём", "И скоро"]]),
        ("uk", "— Ми чекаємо, — сказав Тестенко, — але недовго.", [["Ми чекаємо", "але недовго"]]),
        ("sr", "– Gas stiže – rekao je dr Petar Probić, v.d. ministra. – Cena pada – dodao je. – Tako je.", [["Gas stiže", "Cena pada", "Tako je"]]),
        ("ru", "— Газ будет, — сообщил А. Б. Тестов. — Ждите.", [["Газ будет", "Ждите"]]),
        # … and ends at the author's own sentence
        ("sr", "– Gas stiže – rekao je Probić. – Cena pada. Dodao je da čeka.", [["Gas stiže", "Cena pada"]]),
        # … inside one pair of marks
        ("ru", "«Мы ждем, — сказал Марк Тестов. — Ответа пока нет».", [["Мы ждем", "Ответа пока нет"]]),
        ("uk", "«Газ буде, — сказав Тестенко, — і ціна не зросте. Так».", [["Газ буде", "і ціна не зросте. Так"]]),
        ("ru", "\"Газ будет,- сказал Тестов.- И цена не вырастет\", и ушел.", [["Газ будет", "И цена не вырастет"]]),
        ("sr", "„Gas stiže – rekao je Petar Probić – i to uskoro.“", [["Gas stiže", "i to uskoro."]]),
        ("ru", "«Ждем! — воскликнул Тестов».", [["Ждем!"]]),
        ("ru", "«Он спросил: „Где газ?“ — и я ответил, — сказал Тестов. — Газ будет».", [["Он спросил: „Где газ?“ — и я ответил", "Газ будет"]]),
        ("ru", "\"Газ будет, - сказал Тестов.\n\nОн ушел.", [["Газ будет"]]),  # nobody closed it
        ("en", "“We need gas, said Mark Sample.\nHe left.", [["We need gas"]]),
        # the verb stands far behind the dash, and the stop before it
        ("ru", "— Газ будет, — в беседе с журналистами агентства ТАСС заявил Тестов. — Ждите.", [["Газ будет", "Ждите"]]),
        ("sr", "- Rusija je uvek uz nas. - istakao je Probić.", [["Rusija je uvek uz nas"]]),
        ("sr", "– Gas stiže – rekao je Probić, a Testić je dodao: – I mi.", [["Gas stiže", "I mi"]]),
        ("ru", "— Он сказал: «Ждём», — рассказал Тестов.", [["Он сказал: «Ждём»"]]),
        ("ru", "«Мы ждем.\n\nГаз будет, — сказал Тестов. — И скоро».", [["Мы ждем.\n\nГаз будет", "И скоро"]]),
        # a turn with a name in marks, and one that begins with it
        ("sr", "– Protiv smo „crnih lista“ – rekao je Probić. – „Gasprom“ isporučuje gas.", [["Protiv smo „crnih lista“", "„Gasprom“ isporučuje gas"]]),
        # a line with a colon brings it, or a colon in the line
        ("ru", "Тестов объяснил, с чего всё началось:\n\n— Я увидел это. Мне стало стыдно.\n\nОн ушел.", [["Я увидел это. Мне стало стыдно"]]),
        ("sr", "Na pitanje o gasu Probić je odgovorio:\n– Stiže.", [["Stiže"]]),
        ("sr", "Probić je rekao: – Gas stiže. To je dobro.", [["Gas stiže. To je dobro"]]),
        ("sr", "„Gas stiže“, kaže Probić i dodaje: – Cena pada.", [["Gas stiže"], ["Cena pada"]]),
        # over paragraphs: each opens, or only the first
        ("sr", "– Prvi pasus je ovo.\n– Drugi pasus je ovo – rekao je Probić.\n– Treći pasus je ovo.", [["Prvi pasus je ovo"], ["Drugi pasus je ovo"], ["Treći pasus je ovo"]]),
        ("sr", "– Čekamo odgovor iz Moskve.\n\nDoći će u petak – rekao je Probić.", [["Čekamo odgovor iz Moskve.\n\nDoći će u petak"]]),
        ("ru", "— Когда будет газ? — спросил журналист.\n— Завтра, — ответил Тестов.", [["Когда будет газ?"], ["Завтра"]]),
        # after a comma, where several sentences are said
        ("sr", "– Čekamo odgovor. Nadamo se uspehu, rekao je Testić.", [["Čekamo odgovor. Nadamo se uspehu"]]),
        # in the middle of a line, after a stop or without one
        ("sr", "Probić je govorio o gasu. - Gas stiže sutra - rekao je on. Otišao je.", [["Gas stiže sutra"]]),
        ("sr", "Predsednik Ivan Probić obratio se građanima ispred hrama - Hvala na prijateljstvu - poručio je Probić.", [["Hvala na prijateljstvu"]]),
        # what the speaker himself has said is none of the author's
        ("sr", "- Mi smo za mir - i rekao sam to predsedniku - poručio je Probić.", [["Mi smo za mir - i rekao sam to predsedniku"]]),
        ("ru", "«Газа нет, — говорю я им, — и не будет», — сказал Тестов.", [["Газа нет, — говорю я им, — и не будет"]]),
    ],
)  # fmt: skip
def test_speech_that_dashes_open(language: str, text: str, turns: list[list[str]]) -> None:
    assert quotations(text, language) == turns


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Ministar je najavio mere:\n- niža cena gasa\n- rok do petka\n- nova pruga"),
        ("en", "The deal covers:\n- Gas from Russia.\n- Oil from Russia."),
        ("uk", "Передісторія:\n- Раніше Тестенко відвідав Белград.\n- Потім він повернувся."),
        ("en", "- Serbia will not impose sanctions, said Mark Sample.\n- The price is fixed, said Ann Sample."),
        ("sr", "BEOGRAD – Predsednik Petar Probić rekao je danas da gas stiže."),
        ("ru", "МОСКВА — Министр Тестов заявил, что газ будет. Связь Белград — Москва сказалась."),
        ("sr", "Radno vreme je 10 – 12 časova, kaže on. Meč je završen 2 - 1. Odnosi Beograd – Moskva su dobri."),
        ("en", "Serbian President Mark Sample — Russia's closest friend — said on Monday that gas was safe."),
        ("ru", "Сербия — надёжный партнёр, — это важно, сказал Тестов."),
        ("sr", "Srbija – kaže Probić – neće uvesti sankcije."),
        ("en", "-5 degrees, said the office. A well-known deal - and a good one - is near."),
    ],
)
def test_lists_datelines_ranges_and_asides_are_no_speech(language: str, text: str) -> None:
    assert quotations(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ru", "«Газ — это важно, — и цена тоже», — сказал Тестов.", "Газ — это важно, — и цена тоже"),
        ("ru", "«То, что меня беспокоит, — бывают разные виды нападений», — сказал он.", "То, что меня беспокоит, — бывают разные виды нападений"),
        ("en", "“That means one thing – the land is afraid of isolation,” Mark Sample said.", "That means one thing – the land is afraid of isolation,"),
        ("sr", "„Gas stiže“ – rekao je Petar Probić.", "Gas stiže"),
    ],
)  # fmt: skip
def test_dashes_of_the_speaker_break_nothing(language: str, text: str, words: str) -> None:
    assert quotations(text, language) == [[words]]


def is_well_formed(found: list[Quote], length: int) -> bool:
    """Whether quotations lie inside a text, nest or stand apart, and have their depth."""
    ends: list[int] = []
    for q in found:
        ends = [e for e in ends if e > q.start]
        if not (0 <= q.start <= q.inner <= q.inner_end <= q.end <= length) or q.depth != len(ends):
            return False
        if any(q.end > e for e in ends):
            return False
        ends.append(q.end)
    return True


@example('"«, сказал Тестов«')
@given(st.lists(st.sampled_from(["— ", "- ", " — ", "«", "»", '"', "said he", "сказал Тестов", ". ", ", ", "\n", ": ", "Газ ", "газ "]), max_size=25).map("".join))  # fmt: skip
def test_any_text_gives_quotations_inside_it(text: str) -> None:
    document = read(Article(text=text, language="ru"))
    assert is_well_formed(document.quotes, len(document.text)), document.quotes


UNITS = ["— ", "—\n", "— А, сказал Б, ", "— А б. ", "— сказал Тестов ", "«а, — сказал Тестов. — ", "– A – rekao je X. ", "- A b.\n", "— A b — rekao je X\n", "gas: \n— A.\n", "Tekst ide dalje bez kraja ovde i sada - Hvala puno ti - "]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def find(size: int) -> None:
        read(Article(text=unit * (size // len(unit)), language="sr"))

    assert grows_linearly(find, 4_000)
    find(200_000)
