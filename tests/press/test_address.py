"""Addresses: what is one, the original behind a copy, and one spelling for all addresses of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press import outlets
from press.address import found_in, identifies, is_address, normalise_url, original
from press.article import Article

GAS = "paper.example/gas"


@pytest.mark.parametrize(
    "url",
    [
        # scheme, host, port
        "https://paper.example/gas", "http://paper.example/gas", "HTTPS://www.PAPER.Example/gas", "https://www2.paper.example/gas",
        "https://m.paper.example/gas", "https://amp.paper.example/gas", "https://mobile.paper.example/gas", "https://www.m.paper.example/gas",
        "https://paper.example:443/gas", "http://paper.example:80/gas", "https://paper.example./gas", "https://user@paper.example/gas",
        "paper.example/gas", "www.paper.example/gas",
        # path
        "https://paper.example/gas/", "https://paper.example//gas", "https://paper.example/./gas", "https://paper.example/g%61s",
        "https://paper.example/gas/index.html", "https://paper.example/gas/index.php", "https://paper.example/gas;jsessionid=AB12",
        "https://paper.example/gas/amp", "https://paper.example/gas/amp/", "https://paper.example/amp/gas", "https://paper.example/gas/amp.html",
        "https://paper.example/gas/print/",
        # query and fragment
        "https://paper.example/gas?", "https://paper.example/gas#comments", "https://paper.example/gas#:~:text=price",
        "https://paper.example/gas?utm_source=rss&utm_medium=feed", "https://paper.example/gas?fbclid=IwAR1", "https://paper.example/gas?ysclid=l1",
        "https://paper.example/gas?amp", "https://paper.example/gas?amp=1", "https://paper.example/gas?outputType=amp", "https://paper.example/gas?print=1",
        "https://paper.example/gas?view=print", "https://paper.example/gas?utm_source=rss&amp;utm_medium=x",
        # as people paste them
        " https://paper.example/gas ", "<https://paper.example/gas>", "[Read](https://paper.example/gas)", '<a href="https://paper.example/gas">Read</a>',
        '=HYPERLINK("https://paper.example/gas","link")', "Link: https://paper.example/gas",
        # copies
        "https://web.archive.org/web/20240515103000/https://paper.example/gas", "http://web.archive.org/web/20240515103000id_/http://www.paper.example:80/gas",
        "https://web.archive.org/web/2024*/paper.example/gas", "https://web.archive.org/web/https://paper.example/gas",
        "https://web.archive.org/web/20240515/https%3A%2F%2Fpaper.example%2Fgas", "https://web.archive.org/web/20240515103000/https:/paper.example/gas",
        "https://archive.ph/2024.05.15-103000/https://paper.example/gas", "https://archive.is/o/AbC12/https://paper.example/gas",
        "https://webcache.googleusercontent.com/search?q=cache:AbC_1:https://paper.example/gas+gas&cd=1",
        "https://www.google.com/amp/s/www.paper.example/gas", "https://www.google.rs/amp/s/amp.paper.example/gas", "https://www.bing.com/amp/s/paper.example/gas",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/gas?amp_js_v=0.1", "https://cdn.ampproject.org/v/s/www.paper.example/gas/amp",
        "https://yandex.ru/turbo?text=https%3A%2F%2Fpaper.example%2Fgas", "https://paper-example.turbopages.org/paper.example/s/gas",
        "https://www-paper-example.translate.goog/gas?_x_tr_sl=sr&_x_tr_tl=en", "https://translate.google.com/translate?sl=sr&u=https://paper.example/gas",
        # pages that lead on
        "https://www.google.com/url?rct=j&sa=t&url=https://paper.example/gas&ct=ga", "https://vk.com/away.php?to=https%3A%2F%2Fpaper.example%2Fgas",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fgas%3Ffbclid%3Dx&h=1",
        # a copy of a copy
        "https://web.archive.org/web/20240515103000/https://www.google.com/amp/s/amp.paper.example/gas?amp=1&utm_source=x",
    ],
)  # fmt: skip
def test_all_addresses_of_a_page_are_one(url: str) -> None:
    assert normalise_url(url) == GAS
    assert Article(text="Any.", url=url).article_id == Article(text="Other.", url=f"https://{GAS}").article_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/i.php?topic1", "https://paper.example/i.php?topic2"),
        ("https://paper.example/?p=1", "https://paper.example/?p=2"),
        ("https://paper.example/gas?page=1", "https://paper.example/gas"),
        ("https://paper.example:8080/gas", "https://paper.example/gas"),
        ("https://paper.example/#/news/1", "https://paper.example/#/news/2"),
        ("https://paper.example/#!news/1", "https://paper.example/#!news/2"),
        ("https://paper.example/Gas", "https://paper.example/gas"),
        ("https://sport.paper.example/1", "https://paper.example/1"),
        ("https://paper.example/a%2Fb", "https://paper.example/a/b"),
        ("https://paper.example/print-edition", "https://paper.example/"),
        ("https://m.me/gas", "https://me/gas"),
    ],
)
def test_addresses_of_different_pages_stay_apart(one: str, other: str) -> None:
    assert normalise_url(one) != normalise_url(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/?b=2&a=1", "https://paper.example?a=1&b=2"),
        ("https://новине.срб/гас", "https://xn--b1agiscd.xn--90a3ac/%D0%B3%D0%B0%D1%81"),
        ("https://paper.example/вести/гас", "https://paper.example/%d0%b2%d0%b5%d1%81%d1%82%d0%b8/%D0%B3%D0%B0%D1%81"),
    ],
)
def test_other_spellings_of_one_page(one: str, other: str) -> None:
    assert normalise_url(one) == normalise_url(other)


@pytest.mark.parametrize(
    "text",
    ["", "link", "N/A", "#N/A", "Read here", "-", "gas.html", "15.5.2024", "mailto:ana@paper.example", "javascript:alert(1)", "file:///C:/gas.html",
     "https://", "http://x", "paper.example", "and/or", "Ana Primer said: no."],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    assert found_in(text) == ""
    assert not identifies(text)
    assert Article(text="A.", url=text).article_id != Article(text="B.", url=text).article_id


@pytest.mark.parametrize(
    "url",
    ["https://paper.example", "https://www.paper.example/", "http://m.paper.example/index.html", "https://paper.example/?utm_source=rss", "https://paper.example/sr/",
     "https://paper.example/naslovna", "https://paper.example/sr/vesti/", "https://paper.example/#top", "https://web.archive.org/web/20240515103000/https://paper.example/"],
)  # fmt: skip
def test_a_front_page_is_no_address_of_an_article(url: str) -> None:
    assert is_address(url) and not identifies(url)
    assert Article(text="A.", url=url).article_id != Article(text="B.", url=url).article_id


@pytest.mark.parametrize(
    ("copy", "there"),
    [
        ("https://web.archive.org/web/20240515103000/https://www.politika.rs/sr/clanak/1", "https://www.politika.rs/sr/clanak/1"),
        ("https://www.google.com/amp/s/www.politika.rs/sr/clanak/1", "https://www.politika.rs/sr/clanak/1"),
        ("https://www-politika-rs.cdn.ampproject.org/c/s/www.politika.rs/sr/clanak/1/amp?amp_js_v=0.1", "https://www.politika.rs/sr/clanak/1"),
    ],
)  # fmt: skip
def test_a_copy_is_an_article_of_the_original(copy: str, there: str) -> None:
    article = Article(text="Any.", url=copy)
    assert (article.url, article.extra["copy"]) == (there, copy)
    assert article.article_id == Article(text="Any.", url=there).article_id
    assert outlets.resolve("", article.url).name == "Politika"


@pytest.mark.parametrize(
    "url",
    [
        "https://amp.politika.rs/sr/clanak/1",
        "https://m.politika.rs/sr/clanak/1",
        "https://www.politika.rs/sr/clanak/1?outputType=amp",
    ],
)
def test_an_outlets_own_page_for_phones_keeps_its_address_and_is_the_same_article(url: str) -> None:
    article = Article(text="Any.", url=url)
    assert (article.url, article.extra) == (url, {})
    assert article.article_id == Article(text="Any.", url="https://www.politika.rs/sr/clanak/1").article_id
    assert outlets.resolve("", article.url).name == "Politika"


def test_an_ordinary_address_is_kept_as_it_is() -> None:
    url = "https://www.Paper.example/gas/?utm_source=rss#top"
    article = Article(text="Any.", url=url)
    assert (article.url, article.extra) == (url, {})
    assert original("no address") == "no address"


@given(st.text(max_size=80) | st.text("htps:/.?#&=%wm[]()<>a1 -", max_size=80).map("https://".__add__))
def test_any_text_is_taken(text: str) -> None:
    assert normalise_url(text) == normalise_url(text)
    assert isinstance(identifies(text), bool)
    if found := found_in(text):
        assert is_address(found)
        assert normalise_url(normalise_url(found)) == normalise_url(found) or not found_in(normalise_url(found))


@pytest.mark.parametrize("unit", ["https://web.archive.org/web/1/", "a.", "(", "%2f", "?a&", "/amp", "http://"])
def test_long_addresses_take_no_longer_than_they_are_long(unit: str) -> None:
    for text in (unit * 100_000, "https://paper.example/" + unit * 100_000):
        normalise_url(text), found_in(text), identifies(text)
