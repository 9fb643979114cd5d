"""What is no letter. All texts are invented."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text.clean import clean
from press.text.search import search_key
from tests.steps import grows_linearly

LATIN = "Petar Probić izjavio je da Srbija neće uvesti sankcije Rusiji. „Gas je potreban“, rekao je Šćepan Žorđić."
CYRILLIC = "Петар Пробић изјавио је да Србија неће увести санкције Русији. „Гас је потребан“, рекао је Ђорђе Џунић."
RUSSIAN = "Пётр Пробников сказал, что Сербия — надёжный партнёр. «Газ пойдёт и в ноябре», — объявил её посол."
UKRAINIAN = "Петро Пробенко заявив, що Сербія й Росія домовляються. «Об’єкт у Києві стоїть», — його слова."
ENGLISH = "Petar Sample's officials confirmed the first flight. “It is fine,” the chief of staff said."
ALL = (LATIN, CYRILLIC, RUSSIAN, UKRAINIAN, ENGLISH)


@pytest.mark.parametrize("text", ALL)
def test_a_text_that_is_clean_stays_as_it_is(text: str) -> None:
    traced = clean(text)
    assert traced.text == text
    assert not traced.moved


@pytest.mark.parametrize("text", ALL)
@pytest.mark.parametrize("form", ["NFD", "NFKD", "NFC", "NFKC"])
def test_every_normal_form_reads_alike(text: str, form: str) -> None:
    given = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    traced = clean(given)
    assert traced.text == text
    for start, end in ((0, 5), (6, 14), (len(text) - 9, len(text) - 1)):
        a, b = traced.span(start, end)
        assert unicodedata.normalize("NFC", given[a:b]) == text[start:end]


@pytest.mark.parametrize("text", ALL)
@pytest.mark.parametrize(
    "unseen", "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u202e\u2066\u034f\ufe0f\x1f\x00\U000e0041"
)
def test_what_nobody_sees_is_passed_over(text: str, unseen: str) -> None:
    given = unseen + unseen.join(text) + unseen
    traced = clean(given)
    assert traced.text == text
    assert given[slice(*traced.span(0, 5))] == unseen.join(text[:5])


@pytest.mark.parametrize(
    ("given", "read"),
    [
        # stress marks; letters with marks of their own stay letters
        ("Про́бников заяви́л, что Йошкар-Ола ещё ждёт", "Пробников заявил, что Йошкар-Ола ещё ждёт"),
        ("Пробнико\u0300в зая\u0300вил вѐсти, ѝ", "Пробников заявил вести, и"),
        ("Про\u0301бенко зая\u0301вив: її́ об'\u0457зд", "Пробенко заявив: її об'їзд"),
        ("\u0438\u0306 \u0435\u0308 \u0456\u0308 \u0443\u0306", "й ё ї ў"),
        ("Про̏бић је ре̑као а̄", "Пробић је рекао а"),
        ("сказáл и объявѝл рекāо её", "сказал и объявил рекао её"),  # Latin letters with the mark
        # ligatures and forms
        ("oﬃcial conﬁrmed the ﬂight of the staﬀ", "official confirmed the flight of the staff"),
        ("ǉubav, ǌegov, ǆep, ǈubav, ǋegov, ǅep, Ǉ Ǌ Ǆ", "ljubav, njegov, džep, Ljubav, Njegov, Džep, LJ NJ DŽ"),
        ("𝐑𝐮𝐬𝐬𝐢𝐚 𝑏𝑢𝑦𝑠 ｇａｓ！", "Russia buys gas!"),
        # letters of the other script
        ("Cрбија, Pусија и Bучић: Jевропа, боj, Haто", "Србија, Русија и Вучић: Јевропа, бој, Нато"),
        ("Vuсić, Сrbija, Pеtar, NАTО", "Vucić, Crbija, Petar, NATO"),
        ("Владимиp Пyтин cказал: «Еë газ»", "Владимир Путин сказал: «Её газ»"),
        ("Пiсля зустрiчi у Києвi, CБУ", "Після зустрічі у Києві, СБУ"),
        ("Газ a нефть, o цене, c Сербией. C мая и в Сербии", "Газ а нефть, о цене, с Сербией. С мая и в Сербии"),
        ("IT-сектор и SMS-порука, план B, YouTube", "IT-сектор и SMS-порука, план B, YouTube"),
        ("Ðinđić i Ɖorđe, GUÐMUNDUR", "Đinđić i Đorđe, GUÐMUNDUR"),
        # spaces, hyphens, dashes, apostrophes
        ("15\u00a0maja, 10\u202f000,\u2009da", "15 maja, 10 000, da"),
        ("rusko‑srpski, rusko‐srpski, русско−сербский − да ― нет", "rusko-srpski, rusko-srpski, русско-сербский – да — нет"),
        ("Gas -- he said --- is safe; a-b, -----", "Gas — he said — is safe; a-b, -----"),
        ("п‘ять, об\"єкт, об´їзд, з′їзд, пʼять", "п’ять, об’єкт, об'їзд, з'їзд, пʼять"),
        ("don‘t, O´Hara", "don’t, O'Hara"),
        # entities, once and twice
        ("Probi&#263; ne&#x107;e&nbsp;&mdash; &amp;quot;gas&amp;quot; &shy;AT&T &c", "Probić neće — \"gas\" AT&T &c"),
        ("зая&#769;вив &laquo;газ&raquo; R&D; x&y;", "заявив «газ» R&D; x&y;"),
        # marks as people type them
        (",,Gas'', ``gas'', <<газ>>, >>gas<<, ‚‚gas‘‘, \"\"gas\"\"", "„Gas\", “gas\", «газ», »gas«, „gas“, \"gas\""),
        ("〝gas〞 ❝gas❞ ＂gas＂", "“gas” “gas” \"gas\""),
        ("a,b, c,,d and 5'' and \"a \"b\"\" and a >> b\n>> quoted", "a,b, c,,d and 5\" and \"a \"b\"\" and a » b\n>> quoted"),
        ("\x84Gas\x93 \x96 \x8Aid\x85", "„Gas“ – Šid…"),
        # line ends
        ("One.\r\nTwo.\rThree.\u2028Four.\x0bFive.", "One.\nTwo.\nThree.\nFour.\nFive."),
        ("газо\u00ad\nпровод", "газопровод"),
    ],
)  # fmt: skip
def test_stand_ins_become_the_usual_characters(given: str, read: str) -> None:
    assert clean(given).text == read


@pytest.mark.parametrize(
    "odd", ["Про\u0301бников", "Pro\u00adbić", "Probi&#263;", "Proﬁć", "𝐏𝐫𝐨𝐛𝐢𝐜", "Pro\u200bbić", "Пpобић"]
)
def test_search_finds_what_looks_alike(odd: str) -> None:
    plain = unicodedata.normalize("NFC", clean(odd).text)
    assert search_key(odd) == search_key(plain)
    assert search_key(odd).isalpha()


@given(st.text(alphabet="aа\u0301\u00ad\u200b&#;13\u00a0ﬁ,'\"<>-–\nŠ\r\x93ÃÐ\u0085", max_size=60))
def test_any_text_is_read_and_found_again(text: str) -> None:
    traced = clean(text)
    before = (0, 0)
    for i in range(len(traced.text)):
        start, end = traced.span(i, i + 1)
        assert 0 <= start < end <= len(text)
        assert before <= (start, end) and before[1] <= end, "in order"
        before = start, end


@pytest.mark.parametrize("unit", ["\u00ad", "a\u00ad", "e\u0301", "\u0301", "аa", "&amp;", "&", ",,", "''", '""a', "--", "ﬁ", "Ã©", "æ", "\r", "a b\n", "a"])  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def read(size: int) -> None:
        clean(unit * (size // len(unit)))

    assert grows_linearly(read, 20_000)
    read(1_000_000)
