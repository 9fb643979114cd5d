"""Small files of every form, made up for the tests: nobody in them is real."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import Any

ARTICLE: dict[str, Any] = {
    "url": "https://news.example/talks",
    "sitename": "Sample News",
    "date": "2024-05-09",
    "language": "en",
    "title": "Talks in Sampletown",
    "text": "“We agree on gas,” said Anna Sample, the minister of Sampleland.\n\nThe talks go on.",
}
SERBIAN = "Министарка Ана Узорковић изјавила је да ће разговори бити настављени у уторак. Џеп, љубав, њива, ђак, ћуран."
SERBIAN_LATIN = "Ministarka Ana Uzorković izjavila je da će razgovori biti nastavljeni. Đak, žena, čovek, šuma, ćup."
RUSSIAN = "Министр Анна Образцова заявила, что переговоры будут продолжены во вторник. Объём, ёлка, эхо, ещё, юг."
UKRAINIAN = "Міністерка Ганна Зразкова заявила, що переговори продовжаться у вівторок. Їжак, ґанок, єдність."

PARAGRAPH = "Anna Sample, the minister of Sampleland, said on Thursday that the talks on gas would go on next week. "


def page(
    title: str = "Talks in Sampletown", head: str = "", paragraphs: int = 4, charset: str = "utf-8", body: str = ""
) -> str:
    """A web page with an article."""
    body = body or "".join(f"<p>{PARAGRAPH * 3}Part {i}.</p>" for i in range(paragraphs))
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>{head}</head><body><nav>Home</nav>'
        f"<article><h1>{title}</h1>{body}</article><footer>About</footer></body></html>"
    )


def jsonl(*rows: dict[str, Any]) -> bytes:
    """JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def zipped(members: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(*paragraphs: str, title: str = "", created: str = "2024-05-10T08:00:00Z", before: str = "") -> bytes:
    """A Word document; the first paragraph is a heading."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{"Heading1" if i == 0 else "Normal"}"/></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>"
        for i, text in enumerate(paragraphs)
    )
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>Bo Writer</dc:creator><dcterms:created>{created}</dcterms:created>"
        "</cp:coreProperties>"
    )
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>".encode(),
            "docProps/core.xml": core.encode(),
        }
    )


def xlsx(*rows: list[Any], sheets: int = 1) -> bytes:
    """An Excel workbook."""
    from openpyxl import Workbook

    book = Workbook()
    for number in range(sheets):
        sheet = book.active if number == 0 else book.create_sheet(f"Sheet {number + 1}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def pdf(*lines: str, made: str = "D:20240510080000Z", content: bytes = b"") -> bytes:
    """A PDF of one page with these lines in a standard font."""
    drawn = "BT /F1 11 Tf 50 780 Td 14 TL " + " ".join(
        f"({line.replace(chr(92), '').replace('(', '').replace(')', '')}) Tj T*" for line in lines
    )
    stream = (drawn + " ET").encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        content or b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Author (Bo Writer) /CreationDate ({made}) >>".encode(),
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )


def warc(*pages: tuple[str, bytes, str], packed: bool = True, status: str = "200 OK") -> bytes:
    """A web archive of pages (address, bytes, content type)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("sample.warc", {"software": "tests"}))
    for url, data, kind in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=headers))
    return out.getvalue()


def gdelt_event(actor1: str = "SRB", actor2: str = "RUS", tone: str = "-2.5", columns: int = 61) -> str:
    """One line of a GDELT 2.0 event export."""
    cells = [""] * columns
    cells[0], cells[1], cells[2], cells[3] = "1100000001", "20240509", "202405", "2024"
    cells[5], cells[6], cells[7] = actor1, "SERBIA", actor1
    cells[15], cells[16], cells[17] = actor2, "RUSSIA", actor2
    cells[25], cells[26], cells[27], cells[28] = "1", "042", "042", "04"
    cells[29], cells[30], cells[31], cells[32], cells[33], cells[34] = "1", "1.9", "4", "1", "4", tone
    cells[52], cells[60] = "Belgrade, Serbia (general), Serbia", "https://news.example/talks"
    return "\t".join(cells)


RIS = """TY  - NEWS
TI  - Talks in Sampletown
T2  - Sample News
AU  - Writer, Bo
DA  - 2024/05/09/
UR  - https://news.example/talks
LA  - en
AB  - Anna Sample spoke about gas.
It was a long talk.
ER  -

TY  - NEWS
TI  - A year only
PY  - 2024
ER  -
"""

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Sample News</title><link>https://news.example/</link>
<item><title>Talks &amp; gas</title><link>https://news.example/talks?utm_source=rss</link>
<description>&lt;p&gt;Anna Sample &lt;b&gt;spoke&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>
<pubDate>Thu, 09 May 2024 10:00:00 +0200</pubDate><dc:creator>Bo Writer</dc:creator></item>
<item><title>Second</title><link>/second</link></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Sample</title>
<entry><title>Talks</title><link rel="enclosure" href="https://news.example/a.mp3"/><link href="https://news.example/talks"/>
<updated>2024-05-10T00:00:00Z</updated><published>2024-05-09T10:00:00Z</published><author><name>Bo Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Anna Sample spoke.</p></div></content></entry></feed>"""

BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]><rss><channel><item><title>&j;</title><link>https://news.example/</link></item></channel></rss>"
)


def _samples() -> dict[str, bytes]:
    """One well-formed file of each form."""
    row = [ARTICLE[k] for k in ("title", "url", "date", "text")]
    return {
        "a.txt": b"Talks\n\nAnna Sample spoke.",
        "a.md": b"# Talks\n\n**Anna Sample** [spoke](https://news.example).",
        "a.html": page().encode(),
        "a.docx": docx("Talks", "Anna Sample spoke about gas."),
        "a.pdf": pdf("Talks in Sampletown", "", "Anna Sample spoke about gas."),
        "a.csv": ("title;url;date;text\n" + ";".join(f'"{cell}"' for cell in row) + "\n").encode(),
        "a.xlsx": xlsx(["title", "url", "date", "text"], row),
        "a.json": json.dumps([ARTICLE]).encode(),
        "a.jsonl": jsonl(ARTICLE, ARTICLE),
        "a.jsonl.gz": gzip.compress(jsonl(ARTICLE)),
        "a.zip": zipped({"in/a.txt": b"Talks\n\nAnna Sample spoke.", "b.jsonl": jsonl(ARTICLE)}),
        "a.warc": warc(("https://news.example/talks", page().encode(), "text/html"), packed=False),
        "a.warc.gz": warc(("https://news.example/talks", page().encode(), "text/html")),
        "a.ris": RIS.encode(),
        "a.rss": RSS,
        "a.atom": ATOM,
        "a.bib": b"@article{a, title = {Talks}, abstract = {Anna Sample spoke about gas.}, date = {2024-05-09}}\n",
        "a.eml": b"From: Bo Writer <bo@news.example>\nSubject: Talks\nDate: Thu, 09 May 2024 10:00:00 +0200\n\nAnna Sample spoke about gas.\n",
        "a.xml": b'<doc title="Talks" date="2024-05-09"><main><p>Anna Sample spoke about gas.</p></main></doc>',
    }


SAMPLES = _samples()
