"""Word, Excel and PDF as offices and browsers make them: changes and text boxes, links of cells, running heads."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from press.article import Article
from press.readers import read_bytes
from press.readers.pdf import Line, paragraphs, without_edges

from . import files

INPUTS = Path(__file__).parent / "inputs"


def read(name: str, data: bytes | None = None) -> list[Article]:
    items = list(read_bytes((INPUTS / name).read_bytes() if data is None else data, name))
    assert all(isinstance(item, Article) for item in items), items
    return [item for item in items if isinstance(item, Article)]


def test_a_word_document_reads_as_with_its_changes_accepted() -> None:
    (article,) = read("doc.docx")
    assert article.text.split("\n\n") == [
        "Vučić o gasu",
        "Predsednik Srbije Aleksandar Vučić rekao je da je rusko-srpski sporazum siguran.",
        "Lavrov je rekao da Rusija podržava Srbiju.",
        "Putin je rekao da će gas teći.",
        "Datum",
        "15. maj 2024.",
        "Okvir: Peskov je rekao da je gas jeftin.",
    ]


_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>", "ab"),
        ("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p>", "b"),
        ("<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:r><w:t>b</w:t></w:r></w:p>", "b"),
        # the mark between two paragraphs is struck out
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>", "a b"),
        # words behind a text box are the paragraph's
        ("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:r><w:r><w:t>b</w:t></w:r></w:p>", "ab\n\nbox"),
        ("<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", "a"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>", "a\nb\tc"),
    ],
)  # fmt: skip
def test_parts_of_word_documents(body: str, text: str) -> None:
    document = f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"
    data = files.zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})
    assert read("a.docx", data)[0].text == text


def test_the_links_of_a_workbook_are_the_addresses() -> None:
    articles = read("table.xlsx")
    assert [(a.title, a.url, a.published) for a in articles] == [
        ("Gas", "https://example.org/1", date(2024, 5, 15)),
        ("Gas 3", "https://example.org/3", date(2024, 5, 15)),
        ("Gas 4", "https://example.org/4", date(2024, 5, 16)),
        ("Linked headline", "https://example.org/5", date(2024, 5, 17)),
    ]
    assert articles[0].text == "Vučić said Serbia would not impose sanctions on Russia.\nSecond line said so."
    assert articles[2].text == "Putin said Russia would"  # what a formula shows that no program has computed


def workbook(*rows: list[object], links: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, target in (links or {}).items():
        sheet[cell].hyperlink = target
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_headline_that_is_a_link_gives_the_address_where_no_column_does() -> None:
    data = workbook(
        ["Naslov", "Tekst"], ["Gas", "Ana Primer je govorila."], ["Nafta", "Petar Primer je govorio."],
        links={"A2": "https://e.example/1"},
    )  # fmt: skip
    assert [(a.title, a.url) for a in read("a.xlsx", data)] == [("Gas", "https://e.example/1"), ("Nafta", "")]


def test_titles_above_the_header_and_a_number_for_a_day() -> None:
    told = []
    data = workbook(
        ["Pregled štampe"], [], ["Datum objavljivanja", "Naslov", "Sadržaj", "Link"],
        [45427, "Gas", "Ana Primer je govorila.", "https://e.example/1"],
    )  # fmt: skip
    (article,) = read_bytes(data, "a.xlsx", tell=told.append)
    assert isinstance(article, Article)
    assert (article.published, article.title, article.url) == (date(2024, 5, 15), "Gas", "https://e.example/1")
    assert ["“Pregled štampe” stands above the header and is left out" in str(n) for n in told] == [True]


def printed(pages: int, head: str, foot: str) -> list[Line]:
    """The lines of a page as browsers print it: what stands at the edges comes last."""
    lines = []
    for page in range(1, pages + 1):
        what = ("gas", "oil", "wheat", "rail")[page - 1]
        body = [
            f"The minister of energy said of {what} that it",
            f"was safe, that the talks on {what} would go on",
            f"and that all was well with {what}.",
        ]
        lines += [Line(text, 700 - 14 * i, 11, page) for i, text in enumerate(body)]
        lines += [Line(head.format(page, pages), 770, 8, page), Line(foot.format(page, pages), 17, 8, page)]
    return lines


@pytest.mark.parametrize("pages", [1, 3])
@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("5/15/24, 10:30 AM Gas is safe – Sample Post", "https://paper.example/gas {}/{}"),  # Chromium
        ("15.05.2024. 10:30 Gas je siguran", "https://paper.example/gas {}/{}"),
        ("Gas is safe – Sample Post https://paper.example/gas", "{} of {} 15/05/2024, 10:30"),  # Firefox
        ("15.05.2024, 10:30 Газ", "https://paper.example/gas {}/{}"),
    ],
)
def test_what_a_browser_prints_at_the_edges_is_no_text(pages: int, head: str, foot: str) -> None:
    body, addresses = without_edges(printed(pages, head, foot))
    text = paragraphs(body)
    assert addresses[0] == "https://paper.example/gas"
    assert "paper.example" not in text and "10:30" not in text and "Sample Post" not in text
    assert text.count("The minister of energy") == pages


def test_running_heads_of_a_newspaper_go_and_its_first_words_stay() -> None:
    body, _ = without_edges(printed(4, "Sample Post, 15 May 2024, p. {}", "{}"))
    assert {line.y for line in body} == {700, 686, 672}
    assert [line.text for line in without_edges([Line("One page of one line.", 700, 11, 1)])[0]] == [
        "One page of one line."
    ]


def test_a_word_cut_at_the_end_of_a_line_keeps_its_hyphen_where_it_has_one_elsewhere() -> None:
    lines = [
        Line("The Serbian-Russian talks and the rus-", 700, 11, 1),
        Line("sian side, a Serbian-", 686, 11, 1),
        Line("russian word, the Serbian-russian one.", 672, 11, 1),
    ]
    assert (
        paragraphs(lines)
        == "The Serbian-Russian talks and the russian side, a Serbian-russian word, the Serbian-russian one."
    )
