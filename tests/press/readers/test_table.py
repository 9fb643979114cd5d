"""Tables of articles: delimiters, headers, names of columns, doubled columns, dates in every order."""

from __future__ import annotations

import time
from datetime import date, datetime

import pytest

from press.article import Article
from press.readers import Refusal, look, read_bytes

from . import files

TEXT = "Anna Sample spoke about gas."


def read(table: str, name: str = "a.csv", **more) -> list[Article | Refusal]:
    return list(read_bytes(table.encode(), name, **more))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter) -> None:
    rows = [
        ["title", "url", "date", "text"],
        ["Talks", "https://e.example/1", "2024-05-09", '"One, two; three | four"'],
    ]
    (item,) = read("\n".join(delimiter.join(row) for row in rows))
    assert (item.title, item.text) == ("Talks", "One, two; three | four")


def test_other_names_of_columns_are_known() -> None:
    (item,) = read(f"Naslov;Datum objave;Izvor;Tekst\nTalks;9.5.2024.;Sample News;{TEXT}\n")
    assert (item.title, item.published, item.outlet, item.text) == ("Talks", date(2024, 5, 9), "Sample News", TEXT)
    (item,) = read(f"Заголовок,Дата публикации,Ссылка,Текст\nTalks,9 мая 2024 г.,https://e.example/1,{TEXT}\n")
    assert (item.title, item.published, item.url) == ("Talks", date(2024, 5, 9), "https://e.example/1")


def test_a_table_of_media_cloud_is_a_list_of_headlines() -> None:
    (item,) = read(
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        "af1,2024-05-10 01:02:03,en,news.example,news.example,2024-05-09,Talks in Sampletown,https://news.example/talks\n"
    )
    assert (item.text, item.abstract, item.outlet) == ("Talks in Sampletown", True, "news.example")
    assert (item.published, item.date_basis, item.extra["id"]) == (date(2024, 5, 9), "given", "af1")


def test_without_a_header_the_guess_is_shown_and_nothing_is_read_until_it_is_confirmed() -> None:
    table = f"2024-05-09,https://e.example/1,{TEXT * 6},en\n2024-05-10,https://e.example/2,{TEXT * 6},sr\n"
    (refusal,) = read(table)
    assert "has no header line; its columns seem to be: " in str(refusal)
    seen = look(table.encode(), "a.csv")
    assert seen is not None
    assert not seen.header and not seen.sure
    assert seen.columns == {"date": "1", "url": "2", "text": "3", "language": "4"}
    first, second = read(table, columns=seen.columns)
    assert (first.published, first.url, first.language) == (date(2024, 5, 9), "https://e.example/1", "en")
    assert second.language == "sr"


def test_names_that_say_nothing_are_asked_for() -> None:
    table = f"alpha,beta,gamma\nTalks,09.05.2024,{TEXT * 6}\n"
    (refusal,) = read(table)
    assert "has names of columns that are not known" in str(refusal)
    assert "text = gamma" in str(refusal)
    (item,) = read(table, columns={"text": "gamma", "date": "beta"})
    assert (item.text, item.published, item.extra) == (TEXT * 6, date(2024, 5, 9), {"alpha": "Talks"})
    (wrong,) = read(table, columns={"text": "delta"})
    assert "has no column delta for text; its columns are" in str(wrong)


def test_doubled_columns_must_agree() -> None:
    items = read(
        f"title,date,date,text\nA,2024-05-09,2024-05-09,{TEXT}\nB,2024-05-09,2024-05-10,{TEXT}\nC,,2024-05-11,{TEXT}\n"
    )
    assert [(i.title, i.published) for i in items if isinstance(i, Article)] == [
        ("A", date(2024, 5, 9)),
        ("C", date(2024, 5, 11)),
    ]
    (refusal,) = [i for i in items if isinstance(i, Refusal)]
    assert (refusal.line, refusal.field, refusal.problem) == (3, "date", "stands twice, with different values")
    seen = look(f"title,date,date,text\nA,,,{TEXT}\n".encode(), "a.csv")
    assert seen is not None and seen.twice == ["date"]


def test_faulty_rows_are_named_and_the_rest_goes_on() -> None:
    items = read(
        f"title,date,text\nA,2024-05-09,{TEXT}\nB,soon,{TEXT}\nC,2024-05-09,\nD,2024-05-09,{TEXT},more\nE,,{TEXT}\n"
    )
    assert [i.title for i in items if isinstance(i, Article)] == ["A", "B", "E"]
    assert [(i.line, i.field) for i in items if isinstance(i, Refusal)] == [(4, "text"), (5, "")]
    assert (items[1].published, items[1].extra["date_as_written"]) == (None, "soon")


def test_the_column_tells_the_order_of_day_and_month() -> None:
    def days(*written: str) -> list[date | None]:
        return [i.published for i in read("date,text\n" + "".join(f"{w},{TEXT}\n" for w in written))]

    assert days("03/04/2024", "13/04/2024") == [date(2024, 4, 3), date(2024, 4, 13)]
    assert days("03/04/2024", "03/14/2024") == [date(2024, 3, 4), date(2024, 3, 14)]
    assert days("03/04/2024", "04/05/2024") == [None, None]
    assert days("2024/03/04") == [date(2024, 3, 4)]
    (item,) = read(f"date,text\n03/04/2024,{TEXT}\n")
    assert (item.date_basis, item.extra["date_as_written"]) == ("unknown", "03/04/2024")


def test_a_workbook_with_real_dates_and_several_sheets() -> None:
    first, second = read_bytes(
        files.xlsx(["Title", "Date", "Text"], ["Talks", datetime(2024, 5, 9, 10), TEXT], sheets=2), "a.xlsx"
    )
    assert first.published == second.published == date(2024, 5, 9)
    (refusal,) = read_bytes(files.xlsx(["Title", "Date", "Text"], ["Talks", 5, None]), "a.xlsx")
    assert str(refusal) == "a.xlsx, line 2, field “Text”: is missing or empty"
    (empty,) = read_bytes(files.xlsx(), "a.xlsx")
    assert "is empty" in str(empty)


def test_a_table_without_text_or_headline_is_refused() -> None:
    (refusal,) = read("url,date\nhttps://e.example/1,2024-05-09\n")
    assert isinstance(refusal, Refusal)
    assert "url" in str(refusal)


def test_an_unclosed_quotation_mark_does_not_swallow_the_rows_after_it() -> None:
    items = read(f'title,text\nA,"{TEXT}\nand more"\nB,"never closed\nC,{TEXT}\nD,"{TEXT}"\nE,"{TEXT}\nto the end"\n')
    assert [i.title for i in items if isinstance(i, Article)] == ["A", "C", "D", "E"]
    (refusal,) = [i for i in items if isinstance(i, Refusal)]
    assert (refusal.line, refusal.problem) == (4, "has a quotation mark that is not closed")
    items = read(f'title,text\nA,"never closed\nB,{TEXT}\nC,{TEXT}\n')
    assert [(i.title if isinstance(i, Article) else i.line) for i in items] == [2, "B", "C"]


def test_a_stray_quotation_mark_is_part_of_the_text() -> None:
    (item,) = read('title,text\nA,"Anna" Sample spoke about gas.\n')
    assert item.text == "Anna Sample spoke about gas."


def test_many_unclosed_quotation_marks_take_no_longer_than_the_file(monkeypatch) -> None:
    start = time.monotonic()
    items = read("title,text\n" + f'A,"{TEXT}\n' * 3_001)
    assert time.monotonic() - start < 20
    assert all(isinstance(i, Refusal | Article) for i in items)


def test_words_in_place_of_a_date_leave_the_article_undated() -> None:
    (article,) = read_bytes(b"title;text;date\nRain;Rain fell in Sampleville all day long.;bez datuma\n", "a.csv")
    assert isinstance(article, Article)
    assert (article.published, article.date_basis) == (None, "unknown")
