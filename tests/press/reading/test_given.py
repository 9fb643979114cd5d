"""What was read in the clean text, told by the characters of the text as given. All texts and persons are invented."""

import unicodedata
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.article import Article
from press.corpus.rows import rows_of
from press.reading.parse import as_json, parse

TEXTS = {
    "sr": "Petar Probić izjavio je da Srbija neće uvesti sankcije Rusiji. „Gas je potreban“, rekao je Probić u Beogradu.",
    "en": "Petar Sample said on Monday that Serbia would not impose sanctions on Russia. “Gas is fine,” Sample said in Belgrade.",
    "ru": "Петр Пробников заявил, что Сербия не введёт санкции против России. «Газ нужен, — сказал он. — И йод тоже».",
    "uk": "Петро Пробенко заявив, що Сербія не запровадить санкцій проти Росії. «Газ потрібен», — сказав він у Києві.",
}


def entities(text: str) -> str:
    """Every character beyond ASCII as an entity."""
    return "".join(c if c.isascii() else f"&#{ord(c)};" for c in escape(text))


WAYS = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: text.replace("i", "i\u00ad").replace("и", "и\u00ad"),
    "zero width": lambda text: "\ufeff" + text.replace("a", "a\u200b").replace("а", "а\u200b"),
    "entities": entities,
    "typed marks": lambda text: text.replace("„", ",,").replace("“", "''").replace("«", "<<").replace("»", ">>"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "line ends": lambda text: text.replace(". ", ".\r\n\r\n"),
    "mojibake": lambda text: text.encode().decode("latin-1"),
    "stress": lambda text: text.replace("Про", "Про\u0301").replace("зая", "зая\u0301"),
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("way", WAYS)
def test_a_text_however_written_says_the_same(language: str, way: str) -> None:
    plain = as_json(parse(Article(text=TEXTS[language], language=language)))
    given = WAYS[way](TEXTS[language])
    told = as_json(parse(Article(text=given, title=given[:30], language=language)))
    assert told["text"] == given
    for kind, fields in (
        ("statements", ("kind", "speaker", "label", "targets", "cue")),
        ("events", ("type", "actors", "date")),
        ("mentions", ("kind", "name")),
    ):
        assert [[row[f] for f in fields] for row in told[kind]] == [[row[f] for f in fields] for row in plain[kind]]
        for row, other in zip(told[kind], plain[kind], strict=True):
            assert row["text"] == given[row["start"] : row["end"]]
            assert row["text"][:1] in (other["text"][:1], WAYS[way](other["text"])[:1])
    assert told["statements"], "nothing was read"


def test_characters_that_belong_to_a_word_are_told_with_it() -> None:
    text = "Petar Pro\u00adbic\u0301 je re\u00adkao da je gas sti\u00adgao\u00ad. Kraj."
    row = as_json(parse(Article(text=text, language="sr")))
    assert [s["text"] for s in row["statements"]] == ["je gas sti\u00adgao"]
    assert [m["text"] for m in row["mentions"] if m["name"] == "Petar Probić"] == ["Petar Pro\u00adbic\u0301"]


def test_tables_quote_the_text_as_given() -> None:
    text = "Petar Probi&#263; je rekao da &bdquo;gas sti&#382;e&ldquo; u Srbiju iz Rusije."
    article = Article(text=text, language="sr")
    rows = rows_of(parse(article))
    for table in ("statements", "mentions"):
        for row in rows[table]:
            assert text[row["start"] : row["end"]] == row.get("text", row.get("surface"))
    assert {row["sentence"] for row in rows["mentions"]} == {text}
    assert rows["articles"][0]["lead"] == text


def test_a_document_handed_back_is_of_one_piece() -> None:
    text = "Petar Pro\u00adbić je re\u00adkao: ,,Gas sti\u00adže'' i otišao.\r\nKraj."
    document = parse(Article(text=text, language="sr")).document
    assert document.text == text
    assert [document.text[a:b] for a, b in zip(document.tokens.starts, document.tokens.ends, strict=True)][:3] == ["Petar", "Pro\u00adbić", "je"]  # fmt: skip
    assert [document.text[q.inner : q.inner_end] for q in document.quotes] == ["Gas sti\u00adže"]
    assert [document.quote(s) for s in document.sentences][1:] == ["Kraj."]


ODD = ["\u00ad", "\u0301", "&amp;", "&#263;", ",,", "''", "ﬁ", "\r\n", "\u00a0", "<<", ">>", "--", "Ã©", "\u200b"]
WORDS = ["Petar Probić ", "je rekao ", "da ", "Srbija ", "neće. ", "„", "“", ", ", "\n", "– "]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ODD + WORDS), max_size=30).map("".join))
def test_places_lie_in_the_text_and_in_order(text: str) -> None:
    parsed = parse(Article(text=text, language="sr"))
    for items in ([s for s, _ in parsed.statements], parsed.mentions, parsed.document.sentences):
        spans = [(i.start, i.end) for i in items]
        assert spans == sorted(spans)
        assert all(0 <= a <= b <= len(text) for a, b in spans)
    reasons = [r for _, tone in parsed.statements for r in tone.reasons]
    assert all(0 <= r.start < r.end <= len(text) for r in reasons)
