"""Web pages beside their text: comments, headlines, days, front pages."""

from __future__ import annotations

from datetime import date

import pytest

from press.article import Article
from press.readers import Refusal, html

from . import files


def read(url: str = "", **parts: str) -> Article:
    item = html.read(files.page(**parts), "a.html", url)
    assert isinstance(item, Article), item
    return item


COMMENT = '<b class="author">Žika iz kraja</b><p class="author">Žika iz kraja</p><p>Ma nema gasa, lažu vas sve redom, rekao mi je komšija.</p>'


@pytest.mark.parametrize(
    "comments",
    [
        f'<div id="komentari"><div class="comment">{COMMENT}</div></div>',
        f'<section class="comments-area"><ol class="comment-list"><li class="comment"><article class="comment-body">{COMMENT}</article></li></ol></section>',
        f'<div class="article-comments">{COMMENT}</div>',
        f'<div id="disqus_thread">{COMMENT}</div>',
        f'<div class="b-comments">{COMMENT}</div>',
        f'<ul class="komentari-lista"><li>{COMMENT}</li></ul>',
        f'<div class="singleComment">{COMMENT}</div>',
    ],
)
def test_what_readers_write_is_no_part_of_an_article(comments: str) -> None:
    body = f"<p>{files.PARAGRAPH * 3}</p><p>{files.PARAGRAPH}</p>"
    page = files.page(body=body).replace("</article>", f"</article>{comments}")
    item = html.read(page, "a.html")
    assert isinstance(item, Article)
    assert (item.author, "komšija" in item.text) == ("", False)


def test_a_column_that_is_called_a_comment_stays() -> None:
    page = files.page().replace("<article>", '<article class="komentar">').replace("<h1>Talks in Sampletown</h1>", "")
    item = html.read(page, "a.html")
    assert isinstance(item, Article) and "the talks on gas" in item.text


def test_an_article_in_a_part_with_comments_stays() -> None:
    page = (
        files.page()
        .replace("<article>", '<div class="with-comments comments-open"><article>')
        .replace("</article>", "</article></div>")
    )
    item = html.read(page, "a.html")
    assert isinstance(item, Article) and "the talks on gas" in item.text


@pytest.mark.parametrize(
    "notice",
    [
        "Imate nalog?", "Имате налог? Пријавите се да наставите читање.", "Već ste pretplatnik? Prijavite se.", "Ovaj sadržaj je dostupan samo pretplatnicima.",
        "Subscribe to continue reading this article.", "Already a subscriber? Log in.", "You have reached your limit of free articles.",
        "Чтобы продолжить чтение, оформите подписку.", "Уже есть аккаунт? Войти.", "Материал доступен только подписчикам.",
        "Щоб продовжити читання, оформіть передплату.", "Стаття доступна лише для передплатників.", "The post Gas appeared first on Sample Post.",
    ],
)  # fmt: skip
def test_notices_to_readers_are_no_text(notice: str) -> None:
    item = read(body=f"<p>{files.PARAGRAPH * 3}</p><p>{notice}</p><p>{files.PARAGRAPH}</p>")
    assert notice not in item.text


def test_a_long_paragraph_that_begins_like_a_notice_stays() -> None:
    from press.readers.notices import without

    text = "Subscribe to that view he would not, said the minister. " + files.PARAGRAPH * 3
    assert without(text) == text
    assert without("One.\nAlready a subscriber?\nTwo.") == "One.\nTwo."


@pytest.mark.parametrize(
    ("url", "written", "day"),
    [
        ("https://paper.rs/gas", "2024-05-14T22:30:00Z", date(2024, 5, 15)),
        ("https://paper.rs/gas", "2024-05-14T21:30:00Z", date(2024, 5, 14)),
        ("https://paper.ru/gas", "2024-05-14T21:30:00+00:00", date(2024, 5, 15)),
        ("https://paper.rs/gas", "2024-05-14T23:50:00+02:00", date(2024, 5, 14)),
        ("https://paper.example/gas", "2024-05-14T22:30:00Z", date(2024, 5, 14)),
        ("https://paper.rs/gas", "2024-05-14", date(2024, 5, 14)),
    ],
)
def test_the_day_is_that_on_the_outlets_clock(url: str, written: str, day: date) -> None:
    item = read(url, head=f'<meta property="article:published_time" content="{written}">')
    assert (item.published, item.date_basis) == (day, "metadata")


def test_a_time_of_another_kind_on_the_page_moves_no_day() -> None:
    head = '<meta property="article:published_time" content="2024-05-14T22:30:00Z">'
    body = f"<p>Updated 16 May 2024, 09:15</p><p>{files.PARAGRAPH * 3}</p>"
    assert read("https://paper.example/gas", head=head, body=body).published == date(2024, 5, 14)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("sreda, 15. maj 2024. | 10:30 -> 11:00", "2024-05-15"), ("15.05.2024. 10:30", "2024-05-15"), ("10:30, 15 мая 2024", "2024-05-15"),
        ("15 травня 2024, 10:30", "2024-05-15"), ("May 15, 2024 at 10:30 AM", "2024-05-15"), ("© 2024 Sample Post", ""),
    ],
)  # fmt: skip
def test_a_line_with_a_day_is_offered_and_not_taken(line: str, day: str) -> None:
    item = read(body=f"<div>{line}</div><p>{files.PARAGRAPH * 3}</p>")
    assert (item.published, item.extra.get("date_as_written", "")) == (None, day)


def test_a_front_page_that_is_fetched_is_refused_and_an_article_there_is_not() -> None:
    links = "".join(
        f"<div><h2><a href='/{i}'>Headline number {i}</a></h2><p>{files.PARAGRAPH}</p></div>" for i in range(6)
    )
    front = html.read(files.page(body=links), "a.html", "https://paper.example/")
    assert isinstance(front, Refusal) and "is the front page of an outlet" in str(front)
    assert read("https://paper.example/").url == "https://paper.example/"
    assert (
        read("https://paper.example/gas", body=links + f"<p>{files.PARAGRAPH * 4}</p>" * 3).title
        == "Talks in Sampletown"
    )


def test_a_front_page_whose_headlines_are_mere_links() -> None:
    links = "".join(f"<div class='t'><a href='/{i}'>Headline of the day number {i}</a></div>" for i in range(25))
    page = files.page(body=links + "<p>Short words of no article that stand here among the many links of the page.</p>")
    for url, says in (
        ("https://paper.example/", "front page"),
        ("", "page of links"),
        ("https://paper.example/a/b", "page of links"),
    ):
        found = html.read(page, "a.html", url)
        assert isinstance(found, Refusal) and says in str(found)
    long = files.page(body=f"<p>{files.PARAGRAPH * 8}</p>" + links)
    assert isinstance(html.read(long, "a.html"), Article)


def test_a_page_from_a_web_archive_is_the_original_without_the_bar() -> None:
    bar = "<div id='wm-ipp-base'><p>The Wayback Machine keeps many captures of this page, over many years, of all kinds.</p></div>"
    head = '<meta property="article:published_time" content="2024-05-14T22:30:00Z">'
    page = files.page(head=head).replace("<nav>", bar + "<nav>")
    item = html.read(page, "a.html", "https://web.archive.org/web/20240601120000/https://paper.rs/gas")
    assert isinstance(item, Article)
    assert (item.url, item.published, "Wayback" in item.text) == ("https://paper.rs/gas", date(2024, 5, 15), False)


def test_the_address_that_a_browser_noted_and_the_canonical_one() -> None:
    saved = files.page().replace("<html>", "<!-- saved from url=(0029)https://paper.example/gas/1 -->\n<html>")
    item = html.read(saved, "a.html")
    assert isinstance(item, Article) and item.url == "https://paper.example/gas/1"
    assert read(head='<link rel="canonical" href="https://paper.example/gas/2">').url == "https://paper.example/gas/2"
