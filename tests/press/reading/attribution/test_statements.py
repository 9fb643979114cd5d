"""Who is reported to have said what: the patterns of attribution, and hostile input. All persons are invented."""

import pytest

from press.article import Article
from press.reading.parse import parse
from tests.steps import grows_linearly


def told(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Kind, words and speaker of each statement of a text."""
    parsed = parse(Article(text=text, language=language))
    return [(s.kind, parsed.document.quote(s), s.speaker) for s, _ in parsed.statements]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Anna Sample said that the talks would go on.", [("indirect", "the talks would go on", "Anna Sample")]),
        ("en", "The talks would go on, Anna Sample said on Monday.", [("indirect", "The talks would go on", "Anna Sample")]),
        ("en", "According to Anna Sample, the talks would go on.", [("indirect", "the talks would go on", "Anna Sample")]),
        ("en", "“The talks will go on,” said Anna Sample.", [("direct", "The talks will go on,", "Anna Sample")]),
        ("sr", "Ana Probić je rekla da se razgovori nastavljaju.", [("indirect", "se razgovori nastavljaju", "Ana Probić")]),
        ("sr", "Разговори се настављају, рекла је Ана Пробић.", [("indirect", "Разговори се настављају", "Ana Probić")]),
        ("ru", "Анна Пробникова заявила, что переговоры продолжатся.", [("indirect", "переговоры продолжатся", "Anna Probnikova")]),
        ("uk", "Переговори тривають, заявила Олена Пробна.", [("indirect", "Переговори тривають", "Olena Probna")]),
    ],
)  # fmt: skip
def test_attribution_before_and_after(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, language) == expected


def test_a_quotation_broken_by_its_cue_is_two_statements() -> None:
    found = told("“We are ready,” Anna Sample said, “and we will not wait for others.”")
    assert [(k, w) for k, w, _ in found] == [
        ("direct", "We are ready,"),
        ("direct", "and we will not wait for others."),
    ]


def test_names_and_titles_in_marks_are_no_statements() -> None:
    assert told("Anna Sample watched “The Long Road” in Sampleville, then walked home.") == []


@pytest.mark.parametrize(
    ("language", "text", "contents"),
    [
        # English: no complementiser, though a relative "that" follows
        ("en", "Anna Sample said she had been promised a vote that never came.", ["she had been promised a vote that never came"]),
        # the infinitive or the object is what is said
        ("en", "Anna Sample vowed to cut the budget by half.", ["to cut the budget by half"]),
        ("en", "Anna Sample predicted a long winter of talks.", ["a long winter of talks"]),
        # an apposition before the verb is no content
        ("en", "Its chief economist, Vera Sample, predicts layoffs by spring.", ["layoffs by spring"]),
        # a relative clause ends before the main verb
        ("en", "The opposition, which accuses the ruling party of theft, lost the vote.", ["accuses the ruling party of theft"]),
        # a second verb of the same subject, and a second clause with its own
        ("en", "Anna Sample rejected the offer and said she would fight on.", ["rejected the offer", "she would fight on"]),
        ("en", "Mr. Sample has argued that money corrupts, and he once told a crowd that he would rather lose.", ["money corrupts", "he would rather lose"]),
        # the comma inside the closing mark parts the clauses
        ("en", "A “deportation order was issued,” the lawyer Anna Sample added.", ["A “deportation order was issued,”"]),
        # the source is explained before its words come
        ("en", "In the view of Anna Sample, a scholar at the institute, symbols matter.", ["symbols matter"]),
        # a passive says nothing, nor does a question that only introduces
        ("en", "The bill is often mentioned as a model.", []),
        ("en", "Asked about the bill, Anna Sample left the room.", []),
        # what leads in to a quotation, and who speaks it, are no content of their own
        ("en", "“We will win,” Anna Sample, 54, told the crowd, adding: “Believe me.”", ["We will win,", "Believe me."]),
        ("en", "Anna Sample, asked if she would resign, said: “No.”", ["No."]),
        ("en", "Anna Sample wrote that the deal was dead: “Sad!”", ["the deal was dead", "Sad!"]),
        # the mark that opens a quotation belongs to what is said
        ("en", "Anna Sample said that “nobody” was above the law.", ["“nobody” was above the law"]),
        # a subject with an apposition after a conjunction begins a statement of its own
        ("en", "The mayor has said it is late, and a spokesman, Bob Sample, said on Friday that it was near.", ["it is late", "it was near"]),
        # a comment of the writer is not said
        ("en", "Anna Sample said the vote was lost, a point that her rival called absurd.", ["the vote was lost"]),
        # behind a semicolon the same person goes on
        ("en", "The talks failed, Anna Sample said; the next round is in May.", ["The talks failed", "the next round is in May"]),
        # Slavic languages: the object opens the clause
        ("sr", "Takve priče Ana Probić naziva običnim lažima.", ["Takve priče Ana Probić naziva običnim lažima"]),
        ("ru", "Эту работу Анна Пробникова назвала тяжёлой.", ["Эту работу Анна Пробникова назвала тяжёлой"]),
        # the source in the middle
        ("ru", "Переговоры, по словам Анны Пробниковой, идут трудно.", ["Переговоры, по словам Анны Пробниковой, идут трудно"]),
        # the sentence before is what was said
        ("ru", "Город примет новый договор о поставках. Об этом рассказала Анна Пробникова.", ["Город примет новый договор о поставках"]),
        ("sr", "Probni grad dobija novi ugovor o gasu. To je u utorak poručila Ana Probić.", ["Probni grad dobija novi ugovor o gasu"]),
        # a participle as the verb of thought, and a thought as predicate
        ("uk", "Правильно було б утриматися, переконана Олена Пробна.", ["Правильно було б утриматися"]),
        ("uk", "Олена Пробна вважає місто одним з найкращих у світі.", ["вважає місто одним з найкращих у світі"]),
    ],
)  # fmt: skip
def test_what_is_said_is_delimited(language: str, text: str, contents: list[str]) -> None:
    assert [words for _, words, _ in told(text, language)] == contents


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


def test_the_policy_of_a_state_is_nobodys_words() -> None:
    assert told("Serbia wants to join the European Union.") == []
    assert told("Anna Sample wants to join the European Union.") != []


def test_what_only_looks_like_a_verb_of_speech_is_none() -> None:
    assert told("Anna Sample called an emergency meeting of the council on Monday.") == []
    assert told("Anna Sample called early elections.") == []
    assert told("Anna Sample called the plan a disgrace.") != []


def test_agencies_that_pass_on_make_no_statement() -> None:
    assert told("The bridge in Sampleville is open again, Serbian media reported.") == []


#: Units that are repeated to long inputs: without full stops, marks without words, cues without clauses.
HOSTILE = (
    "said ", '"', ", ", "« ", "Anna Sample ", "said Anna Sample ", '"a b" said Anna, ', '"a" ', "!", '!"', "said;",
    "according to Anna Sample ", "he said that ", "— ", "accused ", "A. ", "- a\n", "\n", " ", "a",
    "Anna Sample said that the talks went on and ", "«а» сказал ", "1.1.2020 ", "„a“, rekao je ",
    "\u00ad", "a\u00ad", "e\u0301", "аa", "&amp;", ",,a'' ", "“a\n", "„a\n\n", "— А, сказал он, ", "«а, — сказал он. — ",
    "– A b – said he. ", "— A b — said he\n", "- A b.\n", "said: \n— A.\n", "a b c d e f g h i j k l m n o p q r\n", "Ã©",
)  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_hostile_input_takes_linear_time(unit: str, language: str) -> None:
    def read(size: int) -> None:
        parse(Article(text=unit * (size // len(unit)), language=language))

    assert grows_linearly(read, 2_000)
    read(200_000)  # a pattern whose time grows with the square of the length would take minutes


def test_statements_lie_inside_the_text_and_in_order() -> None:
    text = "“Yes,” he said. Anna Sample said it was so; Bob Sample said that it was not, and “no” is no.\n\n“Open"
    parsed = parse(Article(text=text, language="en"))
    spans = [(s.start, s.end) for s, _ in parsed.statements]
    assert spans == sorted(spans)
    assert all(0 <= a < b <= len(text) for a, b in spans)


def test_reports_without_a_name_are_not_given_to_the_institution_named_before() -> None:
    found = told(
        "The EU met. Sampleland refuses to support the EU sanctions, but, according to unofficial reports, sells weapons through others."
    )
    assert found == [("indirect", "sells weapons through others", "unofficial reports")]


@pytest.mark.parametrize("source", ["телеканал «Проба 24»", "«Пробинформ» со ссылкой на мэрию"])
def test_an_unknown_outlet_that_passes_on_is_known_by_its_form(source: str) -> None:
    assert told(f"Анна Пробникова молчит. Мост в Пробном снова открыт, передает {source}.", "ru") == []
