"""How much a reader takes: said once, so that nothing fills the memory."""

from __future__ import annotations

#: Characters of one article's text.
ARTICLE_CHARACTERS = 2_000_000
#: Bytes of one document that has to be held as a whole: a PDF, a DOCX, a JSON list.
DOCUMENT_BYTES = 50_000_000
#: Bytes of a web page: trafilatura takes some seconds for each two million.
PAGE_BYTES = 10_000_000
#: Bytes of a workbook when unpacked; its texts are held in memory.
WORKBOOK_BYTES = 200_000_000
#: Bytes of one line of JSON Lines or one row of CSV.
LINE_BYTES = 16_000_000
#: Bytes that a visitor may upload at once; files on the command line may be larger where they are read in pieces.
UPLOAD_BYTES = 200_000_000
#: Members of a ZIP, their bytes when unpacked, and how much larger than packed one may be.
ZIP_MEMBERS = 20_000
ZIP_BYTES = 1_000_000_000
ZIP_RATIO = 200
#: Pages of a PDF, and seconds that reading it may take.
PDF_PAGES = 2_000
PDF_SECONDS = 60
#: Lines of one row of CSV, and quotation marks left open that are looked for in one file.
ROW_LINES = 2_000
UNCLOSED_QUOTES = 200
#: Cells in a row of a table, and cells of a sheet.
TABLE_COLUMNS = 1_000
SHEET_CELLS = 5_000_000
