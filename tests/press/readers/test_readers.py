"""Every form of input: what is read, what is refused, and that nothing else ever happens."""

from __future__ import annotations

import gzip
import io
import json
import time
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press import readers
from press.article import Article
from press.readers import Refusal, fields, limits, read_bytes, read_path, table

from . import files


def one(data: bytes, name: str, **more) -> Article:
    (item,) = read_bytes(data, name, **more)
    assert isinstance(item, Article), item
    return item


def refused(data: bytes, name: str, **more) -> str:
    (item,) = read_bytes(data, name, **more)
    assert isinstance(item, Refusal), item
    assert str(item).startswith(name)
    return str(item)


# -- every form ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", files.SAMPLES)
def test_every_form_yields_its_articles(name) -> None:
    items = list(read_bytes(files.SAMPLES[name], name))
    assert items
    assert all(isinstance(item, Article) for item in items), items
    assert all("Anna Sample" in item.text or item.title in ("Second", "A year only") for item in items)
    assert items[0].title.startswith("Talks")


@pytest.mark.parametrize("name", files.SAMPLES)
def test_a_form_is_known_by_its_bytes_where_the_name_says_nothing(name) -> None:
    data = files.SAMPLES[name]
    if name in ("a.txt", "a.md", "a.csv"):
        assert "is of no form that is read" in refused(data, "upload")
    else:
        assert all(isinstance(item, Article) for item in read_bytes(data, "upload"))


@pytest.mark.parametrize("name", files.SAMPLES)
@pytest.mark.parametrize("data", [b"", b" \n\n "])
def test_an_empty_file_is_refused_in_words(name, data) -> None:
    items = list(read_bytes(data, name))
    assert not any(isinstance(item, Article) for item in items)
    if not name.startswith("a.jsonl"):
        assert items, "an empty file must not pass silently"


def test_a_path_is_read_and_a_missing_one_refused(tmp_path) -> None:
    (tmp_path / "a.jsonl").write_bytes(files.jsonl(files.ARTICLE))
    (item,) = read_path(tmp_path / "a.jsonl")
    assert isinstance(item, Article)
    (missing,) = read_path(tmp_path / "none.csv")
    assert "none.csv: No such file" in str(missing)
    (folder,) = read_path(tmp_path)
    assert isinstance(folder, Refusal)


def test_every_ending_of_the_upload_field_is_a_form() -> None:
    assert {"txt", "html", "md", "docx", "pdf", "csv", "xlsx", "json", "jsonl", "zip"} <= set(readers.ENDINGS)


# -- random and mutilated bytes ------------------------------------------------------------------


def drive(data: bytes, name: str) -> None:
    start = time.monotonic()
    for item in read_bytes(data, name):
        assert isinstance(item, Article | Refusal)
        if isinstance(item, Article):
            assert item.text.strip()
            assert (item.published is None) == (item.date_basis == "unknown")
        else:
            assert str(item).startswith(name)
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("name", files.SAMPLES)
@given(data=st.binary(max_size=600))
@settings(max_examples=25)
def test_random_bytes_are_read_or_refused(name, data) -> None:
    drive(data, name)


@pytest.mark.parametrize("name", files.SAMPLES)
@given(cuts=st.data())
@settings(max_examples=25)
def test_mutilated_files_are_read_or_refused(name, cuts) -> None:
    data = bytearray(files.SAMPLES[name])
    for _ in range(cuts.draw(st.integers(1, 4))):
        place = cuts.draw(st.integers(0, max(0, len(data) - 1)))
        what = cuts.draw(st.sampled_from(["change", "cut", "insert", "end"]))
        if what == "change" and data:
            data[place] = cuts.draw(st.integers(0, 255))
        elif what == "cut":
            del data[place : place + cuts.draw(st.integers(1, 40))]
        elif what == "insert":
            data[place:place] = cuts.draw(st.binary(max_size=20))
        else:
            del data[place:]
    drive(bytes(data), name)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["text", "title", "url", "date", "authors", "abstract", "articles", "x"]),
                inner,
                max_size=5,
            )
        ),
    )
)
def test_any_json_is_read_or_refused(value) -> None:
    drive(json.dumps(value).encode(), "a.json")
    drive(json.dumps(value).encode(), "a.jsonl")


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["", "text", "url", "date", "1/2/2024", "https://e.example", '"', "a;b", "Anna Sample spoke."]
            ),
            max_size=5,
        ),
        max_size=8,
    )
)
def test_any_table_is_read_or_refused(rows) -> None:
    drive("\n".join(",".join(row) for row in rows).encode(), "a.csv")


# -- encodings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (text, encoding)
        for text, encodings in (
            (files.SERBIAN, ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251")),
            (files.SERBIAN_LATIN, ("utf-8", "utf-16", "utf-16-le", "cp1250", "iso8859_2")),
            (files.RUSSIAN, ("utf-8", "utf-16", "cp1251", "koi8_r")),
            (files.UKRAINIAN, ("utf-8", "utf-16", "cp1251")),
        )
        for encoding in encodings
    ],
)
def test_the_encoding_is_found(text, encoding) -> None:
    assert one(text.encode(encoding), "a.txt").text == text
    table = f"title,url,text\nA,https://news.example/1,{text.replace(',', ' ')}\n"
    assert one(table.encode(encoding), "a.csv").text == text.replace(",", " ")


def test_a_foreign_name_in_an_english_text_keeps_its_letters() -> None:
    text = "The minister, Ana Uzorković, met her colleague Petar Primerić in Sampletown for talks on gas and trade."
    assert one(text.encode("cp1250"), "a.txt").text == text


def test_json_lines_in_utf_16_and_with_one_line_in_windows_1251() -> None:
    rows = [files.ARTICLE | {"text": files.RUSSIAN}, files.ARTICLE | {"text": files.SERBIAN}]
    assert [a.text for a in read_bytes(files.jsonl(*rows).decode().encode("utf-16"), "a.jsonl")] == [
        files.RUSSIAN,
        files.SERBIAN,
    ]
    mixed = files.jsonl(rows[0]) + files.jsonl(rows[1]).decode().encode("cp1251")
    assert [a.text for a in read_bytes(mixed, "a.jsonl")] == [files.RUSSIAN, files.SERBIAN]


def test_a_page_in_the_encoding_that_it_declares() -> None:
    body = "".join(f"<p>{files.RUSSIAN * 3} {i}</p>" for i in range(4))
    item = one(files.page(charset="windows-1251", body=body).encode("cp1251"), "a.html")
    assert files.RUSSIAN in item.text


# -- pages and their dates -----------------------------------------------------------------------


def test_a_page_tells_its_day_in_its_metadata() -> None:
    head = '<meta property="article:published_time" content="2024-05-09T10:00:00Z">'
    item = one(files.page(head=head).encode(), "a.html")
    assert (item.published, item.date_basis) == (date(2024, 5, 9), "metadata")


def test_a_day_in_the_text_is_offered_and_not_taken() -> None:
    from press.readers.days import candidates

    item = one(
        files.page(body=f"<p>{files.PARAGRAPH * 4}</p><p>It began on 7 May 2024, {files.PARAGRAPH}</p>").encode(),
        "a.html",
    )
    assert (item.published, item.date_basis) == (None, "unknown")
    assert date(2024, 5, 7) in [c.day for c in candidates(item)]


def test_a_broken_page_is_read() -> None:
    broken = files.page().replace("</p>", "").replace("</article>", "<b><i></b><table><td>").replace("</html>", "")
    assert "the talks on gas would go on" in one(broken.encode(), "a.html").text


def test_a_page_without_an_article_is_refused() -> None:
    assert "no article text was found" in refused(
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "a.html"
    )


def test_scripts_are_no_text() -> None:
    item = one(
        files.page(body=f"<p>{files.PARAGRAPH * 5}</p><script>alert('boo')</script><p>{files.PARAGRAPH}</p>").encode(),
        "a.html",
    )
    assert "alert" not in item.text


# -- documents -----------------------------------------------------------------------------------


def test_a_word_document_with_its_title_and_without_what_is_struck_out() -> None:
    item = one(files.docx("A heading", "Anna Sample spoke.", "It went on.", title="The title"), "a.docx")
    assert (item.title, item.author, item.text) == (
        "The title",
        "Bo Writer",
        "A heading\n\nAnna Sample spoke.\n\nIt went on.",
    )
    assert (item.published, item.extra["file_date"]) == (None, "2024-05-10T08:00:00Z")
    assert one(files.docx("A heading", "Anna Sample spoke."), "a.docx").title == "A heading"


def test_a_word_document_with_entities_is_refused() -> None:
    data = files.docx("Talks", "&a;", before='<!DOCTYPE w [<!ENTITY a "lol">]>')
    assert "declares XML entities" in refused(data, "a.docx")


def test_a_pdf_is_put_together_to_paragraphs() -> None:
    item = one(
        files.pdf("Talks in Sampletown", "", "Anna Sample, the minister of Sampleland, said on Thurs-", "day that the talks on gas would go on next week and",
                  "that all was well.", "The other side agreed with all of it and more, as was heard."), "a.pdf",
    )  # fmt: skip
    assert item.title == "Talks in Sampletown"
    assert "said on Thursday that the talks on gas would go on next week and that all was well." in item.text
    assert (item.published, item.extra["file_date"], item.author) == (None, "2024-05-10", "Bo Writer")


def test_letters_of_another_size_are_another_paragraph() -> None:
    from press.readers.pdf import Line, paragraphs

    lines = [
        Line("A headline of «two", 700, 20, 1), Line("lines»", 677, 20, 1), Line("The lead begins here and goes on", 650, 10, 1),
        Line("to the next line and so on and so", 638, 10, 1), Line("forth.", 626, 10, 1), Line("After a gap it is another one, it", 604, 10, 1),
        Line("goes over the page and is not cut", 592, 10, 1), Line("in two by that.", 700, 10, 2),
    ]  # fmt: skip
    assert paragraphs(lines).split("\n\n") == [
        "A headline of «two lines»",
        "The lead begins here and goes on to the next line and so on and so forth.",
        "After a gap it is another one, it goes over the page and is not cut in two by that.",
    ]
    assert paragraphs([]) == ""


def test_a_pdf_without_text_is_refused() -> None:
    assert "has no text: its pages may be pictures" in refused(files.pdf(), "a.pdf")
    assert "cannot be read as a PDF" in refused(b"%PDF-1.7\nnothing", "a.pdf")


def test_markdown_reads_as_it_looks() -> None:
    item = one(
        b"---\ntitle: Talks\ndate: 2024-05-09\nurl: https://news.example/t\n---\n## Gas\n\n*Anna* **Sample** [spoke](javascript:alert(1)).\n\n![x](http://e.example/p.png)",
        "a.md",
    )
    assert (item.title, item.published, item.url) == ("Talks", date(2024, 5, 9), "https://news.example/t")
    assert item.text.startswith("Gas\n\nAnna Sample spoke")
    assert "javascript" not in item.text and "http" not in item.text


def test_a_bibliography() -> None:
    first, second = read_bytes(files.RIS.encode(), "a.ris")
    assert (first.title, first.outlet, first.author, first.url) == (
        "Talks in Sampletown",
        "Sample News",
        "Writer, Bo",
        "https://news.example/talks",
    )
    assert (first.published, first.language, first.abstract) == (date(2024, 5, 9), "en", True)
    assert first.text == "Anna Sample spoke about gas.\nIt was a long talk."
    assert (second.text, second.published, second.extra["date_as_written"]) == ("A year only", None, "2024")


# -- JSON ----------------------------------------------------------------------------------------


def test_json_of_news_please() -> None:
    row = {"authors": ["Bo Writer", "Cy Scribe"], "date_publish": "2024-05-09 10:00:00", "language": "en", "maintext": "Anna Sample spoke.",
           "source_domain": "news.example", "title": "Talks", "url": "https://news.example/t", "text": None, "title_rss": None}  # fmt: skip
    item = one(json.dumps(row, indent=2).encode(), "a.json")
    assert (item.text, item.author, item.outlet) == ("Anna Sample spoke.", "Bo Writer, Cy Scribe", "news.example")
    assert (item.published, item.date_basis) == (date(2024, 5, 9), "given")


def test_json_of_trafilatura_names_the_address_its_source() -> None:
    import trafilatura

    head = '<meta property="article:published_time" content="2024-05-09"><meta property="og:site_name" content="Sample News">'
    data = trafilatura.extract(
        files.page(head=head), url="https://news.example/talks", output_format="json", with_metadata=True
    )
    item = one(data.encode(), "a.json")
    assert (item.url, item.outlet, item.published) == ("https://news.example/talks", "Sample News", date(2024, 5, 9)) or (
        item.url, item.outlet, item.published) == ("https://news.example/talks", "news.example", date(2024, 5, 9))  # fmt: skip
    assert "the talks on gas" in item.text


def test_bibliographies_of_zotero_as_csv_and_csl_json() -> None:
    table = (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date","Language"\n'
        '"AB1","newspaperArticle","2024","Writer, Bo","Talks","Sample News","https://news.example/t","Anna Sample spoke.","2024-05-09","en"\n'
    )
    item = one(table.encode(), "a.csv")
    assert (item.text, item.outlet, item.published, item.author) == (
        "Anna Sample spoke.",
        "Sample News",
        date(2024, 5, 9),
        "Writer, Bo",
    )
    assert item.abstract
    csl = [{"type": "article-newspaper", "title": "Talks", "container-title": "Sample News", "URL": "https://news.example/t",
            "abstract": "Anna Sample spoke.", "author": [{"family": "Writer", "given": "Bo"}], "issued": {"date-parts": [[2024, 5, 9]]}}]  # fmt: skip
    item = one(json.dumps(csl).encode(), "a.json")
    assert (item.text, item.outlet, item.published, item.author) == (
        "Anna Sample spoke.",
        "Sample News",
        date(2024, 5, 9),
        "Bo Writer",
    )
    csl[0]["issued"] = {"date-parts": [[2024]]}
    assert one(json.dumps(csl).encode(), "a.json").extra["date_as_written"] == "2024"


def test_a_gdelt_list_of_articles_is_known_by_headlines_only() -> None:
    data = {"articles": [{"url": "https://news.example/t", "url_mobile": "", "title": "Talks in Sampletown", "seendate": "20240509T101500Z",
                          "socialimage": "", "domain": "news.example", "language": "Serbian", "sourcecountry": "Serbia"}]}  # fmt: skip
    item = one(json.dumps(data).encode(), "a.json")
    assert (item.text, item.abstract, item.language, item.outlet) == ("Talks in Sampletown", True, "sr", "news.example")
    assert (item.published, item.date_basis) == (date(2024, 5, 9), "metadata")
    item = one(b"URL,MobileURL,Date,Title\nhttps://news.example/t,,2024-05-09 10:15:00,Talks in Sampletown\n", "a.csv")
    assert (item.text, item.url, item.published) == ("Talks in Sampletown", "https://news.example/t", date(2024, 5, 9))


@given(
    st.text("ab <p>&;\n\t-.A", min_size=1, max_size=120).map("A".__add__),
    st.text("ab<b>&", max_size=20),
    st.booleans(),
)
def test_an_article_that_was_written_is_read_as_the_same(text, title, dated) -> None:
    from press.readers import jsonl

    article = Article(
        text,
        title=title.strip(),
        published=date(2024, 5, 9) if dated else None,
        date_basis="given" if dated else "unknown",
    )
    assert one(jsonl.line(article), "a.jsonl") == article


def test_a_text_that_speaks_of_a_tag_stays_as_it_is() -> None:
    text = "The page said <script>alert(1)</script> and <b>& 5 < 6."
    item = one(json.dumps({"title": text, "text": text}).encode(), "a.json")
    assert (item.title, item.text) == (text, text)


def test_json_lines_under_the_name_of_json() -> None:
    items = list(read_bytes(files.jsonl(files.ARTICLE, files.ARTICLE) + b"{\n", "a.json"))
    assert [type(item) for item in items] == [Article, Article, Refusal]
    assert items[2].line == 3


def test_nested_json_that_is_too_deep_and_numbers_that_are_too_long() -> None:
    assert "nested too deep" in refused(b"[" * 100_000, "a.json")
    assert "is no JSON" in refused(b"9" * 10_000, "a.json")
    assert "is no JSON" in refused(b'{"text": ' + b"9" * 10_000 + b"}", "a.jsonl")


def test_ten_thousand_lines_of_which_three_are_bad() -> None:
    lines = [json.dumps(files.ARTICLE | {"url": f"https://news.example/{i}"}).encode() for i in range(10_000)]
    lines[17], lines[4711], lines[9999] = b"{", b'{"text": 5}', b"\x81\x82"
    items = list(read_bytes(b"\n".join(lines), "a.jsonl"))
    assert [item.line for item in items if isinstance(item, Refusal)] == [18, 4712, 10_000]
    assert sum(isinstance(item, Article) for item in items) == 9_997


# -- large files ---------------------------------------------------------------------------------


def test_an_overlong_line_is_passed_over_without_being_held(monkeypatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 5_000)
    good = files.jsonl(files.ARTICLE)
    first, fault, last = read_bytes(good + b'{"text": "' + b"x" * 40_000 + b'"}\n' + good, "a.jsonl")
    assert isinstance(first, Article) and isinstance(last, Article)
    assert (fault.line, fault.problem) == (2, "is longer than 5,000 bytes")
    table = (
        b"title,url,text\nA,https://e.example/1,short\nB,https://e.example/2,"
        + b"x" * 40_000
        + b"\nC,https://e.example/3,short\n"
    )
    items = list(read_bytes(table, "a.csv"))
    assert [item.title for item in items if isinstance(item, Article)] == ["A", "C"]
    assert [(item.line, item.problem) for item in items if isinstance(item, Refusal)] == [(3, "is too long a line")]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.json"])
def test_a_document_over_the_limit_is_refused(name, monkeypatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 1_000)
    monkeypatch.setattr(limits, "PAGE_BYTES", 1_000)
    assert "larger than 1,000 bytes" in refused(files.SAMPLES[name][:10] + b"x" * 2_000, name)


class Endless(io.RawIOBase):
    """A file of any size that exists only where it is read."""

    def __init__(self, line: bytes, size: int) -> None:
        self.line, self.size, self.place = line, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self.place = offset
        return offset

    def readinto(self, buffer) -> int:
        n = max(0, min(len(buffer), self.size - self.place))
        start = self.place % len(self.line)
        data = (self.line * (n // len(self.line) + 2))[start : start + n]
        buffer[:n] = data
        self.place += n
        return n


@pytest.mark.parametrize("line", [b"x" * 100_000, b"{]" + b"x" * 99_997 + b"\n"])
def test_five_hundred_megabytes_do_not_fill_the_memory(line) -> None:
    import tracemalloc

    tracemalloc.start()
    try:
        stream = io.BufferedReader(Endless(line, 500_000_000), 1 << 20)
        for item in readers.read_stream(stream, "a.jsonl"):
            assert isinstance(item, Refusal)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


# -- archives ------------------------------------------------------------------------------------


def test_a_zip_is_read_member_by_member_and_faulty_ones_are_named() -> None:
    items = list(
        read_bytes(
            files.zipped({"a.txt": b"Talks\n\nAnna spoke.", "b.docx": b"no", "__MACOSX/x": b"", "c.jsonl": b"{\n"}),
            "a.zip",
        )
    )
    assert isinstance(items[0], Article)
    assert [str(item).split(":")[0] for item in items[1:]] == ["a.zip/b.docx", "a.zip/c.jsonl, line 1"]


@pytest.mark.parametrize(
    "member", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "C:a.txt", "..\\a.txt", "\\\\host\\a.txt"]
)
def test_names_that_point_outside_are_refused(member) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(zipfile.ZipInfo(member), b"Talks\n\nAnna spoke.")
        file.writestr("good.txt", b"Talks\n\nAnna spoke.")
    bad, good = read_bytes(out.getvalue(), "a.zip")
    assert isinstance(good, Article)
    assert "points outside of the archive" in str(bad)


def test_bombs_are_refused_before_they_unpack(monkeypatch) -> None:
    bomb = files.zipped({"a.txt": b"\0" * 50_000_000})
    assert len(bomb) < 100_000
    assert "may be a bomb" in refused(bomb, "a.zip")
    assert "may be a bomb" in refused(
        files.zipped({"[Content_Types].xml": b"", "word/document.xml": b" " * 50_000_000}), "a.docx"
    )
    assert "may be a bomb" in refused(
        files.zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b" " * 50_000_000}), "a.xlsx"
    )
    monkeypatch.setattr(limits, "ZIP_MEMBERS", 3)
    assert "more than 3" in refused(files.zipped({f"{i}.txt": b"Hello." for i in range(4)}), "a.zip")
    monkeypatch.setattr(limits, "ZIP_BYTES", 1000)
    assert "larger than 1,000 bytes when unpacked" in refused(files.zipped({"a.txt": b"x" * 2000}), "a.zip")
    assert "larger than 1,000 bytes when unpacked" in str(list(read_bytes(gzip.compress(b"x" * 5000), "a.txt.gz")))


def test_an_archive_within_an_archive_is_refused() -> None:
    inner = files.zipped({"a.txt": b"Talks\n\nAnna spoke."})
    assert "archive within an archive" in str(list(read_bytes(files.zipped({"b.zip": inner}), "a.zip")))
    assert "archive within an archive" in str(list(read_bytes(files.zipped({"b.gz": gzip.compress(b"x")}), "a.zip")))
    assert "archive within an archive" in str(list(read_bytes(gzip.compress(inner), "a.zip.gz")))


def test_a_member_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(files.zipped({"a.txt": b"Talks\n\nAnna spoke." * 100}))
    place = data.rfind(b"PK\x01\x02") + 24
    data[place : place + 4] = (5).to_bytes(4, "little")
    (item,) = read_bytes(bytes(data), "a.zip")
    assert isinstance(item, Refusal)


def test_a_web_archive_names_the_page_that_has_no_article() -> None:
    data = files.warc(
        ("https://news.example/talks", files.page().encode(), "text/html; charset=utf-8"),
        ("https://news.example/logo", b"GIF89a", "image/gif"),
        ("https://news.example/empty", b"<html><body></body></html>", "text/html"),
    )
    good, bad = read_bytes(data, "a.warc.gz")
    assert (good.url, good.title) == ("https://news.example/talks", "Talks in Sampletown")
    assert bad.field == "https://news.example/empty"
    assert "is cut off" in str(list(read_bytes(files.SAMPLES["a.warc"][:-300], "a.warc"))[-1])
    assert "holds no web pages" in refused(
        files.warc(("https://e.example/", files.page().encode(), "text/html"), status="404 Not Found"), "a.warc"
    )


# -- hostile documents ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body>" + b"<div>" * 30_000 + files.PARAGRAPH.encode()),
        ("a.html", b"<html><body><article>" + b"<table><tr><td>" * 2_000 + files.PARAGRAPH.encode()),
        ("a.html", files.page(head='<script type="application/ld+json">' + '{"a":' * 30_000 + "</script>").encode()),
        ("a.md", b"[" * 200_000),
        ("a.md", b"](" * 200_000),
        ("a.md", b"[a](" * 50_000),
        ("a.md", b"[a](b(" * 50_000),
        ("a.md", b"# " + b"#" * 200_000),
        ("a.md", b"*a " * 100_000),
        ("a.rss", b"<rss><channel><item><title>A</title><link>https://e.example/</link><description>" + b"&lt;script&gt;a" * 30_000
         + b"</description></item></channel></rss>"),
        ("a.rss", b"<!DOCTYPE" * 300_000),
        ("a.ris", b"TY  - NEWS\n" + b"AB  - x\n" * 50_000),
        ("a.csv", b'title,text\n"' + b'a""' * 100_000),
        ("a.jsonl", b'{"text":' * 50_000),
        ("a.json", b'[{"text": "a"}, ' + b'{"text": {"text":' * 20_000),
        ("a.html", b"<html><body>" + b"<div class='comment'><h1>a" * 20_000 + files.PARAGRAPH.encode()),
        ("a.html", b"<html><body>" + b"<h2><a href='/1'>a</a></h2>" * 5_000),
        ("a.html", b"<html><body><p>" + b"15. maj 2024. 10:30 " * 20_000),
        ("a.txt", b"words that go on and\n" * 50_000),
        ("a.txt", b"word-\n" * 100_000),
        ("a.txt", b"> " * 200_000),
        ("a.md", b"> " * 200_000),
        ("a.md", b"\\" * 200_000),
        ("a.bib", b"@a{b, title = {" * 20_000),
        ("a.bib", b"@article{b, title = \"" + b"{\\'c" * 50_000),
        ("a.eml", b"Subject: a\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nb\n" * 20_000),
        ("a.xml", b"<nitf>" * 30_000),
        ("a.rss", b"<rss><channel>" + b"<item><title>A</title><link>/1</link></item>" * 20_000 + b"</channel></rss>"),
        ("a.csv", b"sep=;\n" * 50_000),
        ("a.csv", b"title,text,url\n" + b'a,b,"[x](https://' + b"a" * 100_000 + b'"\n'),
    ],
)  # fmt: skip
def test_documents_made_to_take_long_do_not(name, data) -> None:
    start = time.monotonic()
    assert list(read_bytes(data, name))
    assert time.monotonic() - start < 10


def test_a_pdf_that_unpacks_to_hundreds_of_megabytes_is_refused() -> None:
    import zlib

    bomb = zlib.compress(b"BT (x) Tj ET\n" * 8_000_000, 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(bomb) + bomb + b"\nendstream"
    assert isinstance(next(read_bytes(files.pdf("x", content=stream), "a.pdf")), Refusal)


def test_a_workbook_with_entities_or_too_large_is_refused(monkeypatch) -> None:
    good = files.xlsx(["Title", "Date", "Text"], ["Talks", "2024-05-09", "Anna Sample spoke."])
    with zipfile.ZipFile(io.BytesIO(good)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    for bad in (
        b"<!--" + b" " * 2_000_000 + b'--><!DOCTYPE x [<!ENTITY a "b">]>' + members["xl/workbook.xml"],
        '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'.encode("utf-16"),
        b"<!--" + b" " * ((1 << 20) - 10) + b'--><!DOCTYPE x [<!ENTITY a "b">]><workbook/>',
    ):
        assert "declares XML entities" in refused(
            files.zipped(members | {"xl/workbook.xml": bad}, zipfile.ZIP_STORED), "a.xlsx"
        )
    monkeypatch.setattr(limits, "WORKBOOK_BYTES", 1_000)
    assert "larger than 1,000 bytes when unpacked" in refused(good, "a.xlsx")


# -- feeds ---------------------------------------------------------------------------------------


def test_a_feed_is_a_list_of_abstracts() -> None:
    first, second = read_bytes(files.RSS, "a.rss", url="https://news.example/rss")
    assert (first.title, first.text, first.author) == ("Talks & gas", "Anna Sample spoke.", "Bo Writer")
    assert (first.published, first.date_basis, first.abstract) == (date(2024, 5, 9), "given", True)
    assert (second.url, second.text) == ("https://news.example/second", "Second")
    (atom,) = read_bytes(files.ATOM, "a.xml")
    assert (atom.url, atom.text, atom.published, atom.author) == (
        "https://news.example/talks",
        "Anna Sample spoke.",
        date(2024, 5, 9),
        "Bo Writer",
    )


def test_entities_in_a_feed_are_refused() -> None:
    assert "declares XML entities" in refused(files.BILLION_LAUGHS, "a.rss")
    assert "declares XML entities" in refused(
        files.BILLION_LAUGHS.decode().replace("?>", ' encoding="UTF-16"?>').encode("utf-16"), "a.rss"
    )
    outside = b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss><channel><item><title>A</title><link>https://e.example/</link></item></channel></rss>'
    assert one(outside, "a.rss").title == "A"


def test_columns_whose_names_are_written_without_accents() -> None:
    seen = table.look([["Naslov clanka", "Sadrzaj", "Datum objave"], ["Gas", "Ana Novak je govorila.", "03.04.2025"]])
    assert seen.sure
    assert seen.columns == {"title": "Naslov clanka", "text": "Sadrzaj", "date": "Datum objave"}


def test_a_table_without_addresses_has_a_text_and_no_word_is_a_language() -> None:
    rows = [
        ["a", "b", "c"],
        ["foo", "Gas talks go on", "2025-03-04"],
        ["bar", "Ana Novak spoke of gas on Monday.", "2025-03-05"],
    ]
    seen = table.look(rows)
    assert not seen.sure and seen.columns["text"] == "b" and "language" not in seen.columns
    assert (
        fields.language_code("srp") == "sr"
        and fields.language_code("SR-Latn") == "sr"
        and fields.language_code("foo") == ""
    )
