"""Fetching: what is read, and everything that an address may do to whoever asks it."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.article import Article
from press.gather.fetch import fetch, read
from press.readers import Refusal
from tests.press.gather.refusals import refused, resolving_to
from tests.press.readers import files
from tests.press.server import Server, running


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


def test_a_page_is_read_as_an_article(server) -> None:
    server.page("/talks", files.page().encode())
    (item,) = read(server.url("/talks"), allow_loopback=True)
    assert isinstance(item, Article)
    assert (item.title, item.url) == ("Talks in Sampletown", server.url("/talks"))
    assert "SerbiaRussiaMonitor" in server.asked("/talks")[0]["user-agent"]


def test_the_encoding_that_the_server_declares_counts(server) -> None:
    body = "".join(f"<p>{files.RUSSIAN * 3} {i}</p>" for i in range(4))
    data = files.page(body=body).replace('<meta charset="utf-8">', "").encode("koi8_r")
    server.page("/koi", data, "text/html; charset=KOI8-R")
    (item,) = read(server.url("/koi"), allow_loopback=True)
    assert files.RUSSIAN in item.text


def test_redirects_are_followed_and_packed_pages_unpacked(server) -> None:
    server.packed("/packed", files.page().encode())
    server.redirect("/old", "/older", 301)
    server.redirect("/older", server.url("/packed#part"), 308)
    page = fetch(server.url("/old"), allow_loopback=True)
    assert (page.url, page.data) == (server.url("/packed"), files.page().encode())


def test_a_feed_and_a_pdf_are_read_by_their_kind(server) -> None:
    server.page("/feed.php", files.RSS, "application/rss+xml")
    assert [a.title for a in read(server.url("/feed.php"), allow_loopback=True)] == ["Talks & gas", "Second"]
    server.page("/download", files.SAMPLES["a.pdf"], "application/pdf")
    (item,) = read(server.url("/download"), allow_loopback=True)
    assert "Anna Sample spoke about gas." in item.text


@pytest.mark.parametrize(
    "url",
    [
        "", "news", "ftp://news.example/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,hi", "gopher://127.0.0.1/", "http://",
        "http:///x", "http://user:word@news.example/", "http://news.example:22/", "http://news.example:99999/", "http://[::1/", "http://a b/", "http://a\nb/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_without_asking(url, monkeypatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: asked.append(a) or [])
    assert "is not known" not in refused(url, allow_loopback=False)
    assert asked == []


def test_a_redirect_into_the_private_network_is_refused(server) -> None:
    server.redirect("/away", "http://10.0.0.1/secret")
    assert "private network" in refused(server.url("/away"))
    server.redirect("/file", "file:///etc/passwd")
    assert "redirects to no web address" in refused(server.url("/file"))


def test_the_proxy_of_the_environment_is_not_used(server, monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    server.page("/direct", files.page().encode())
    assert fetch(server.url("/direct"), allow_loopback=True).status == 200


def within(most: float, url: str, /, **more) -> str:
    start = time.monotonic()
    problem = refused(url, **more)
    assert time.monotonic() - start < most
    return problem


def test_a_circle_and_too_many_redirects(server) -> None:
    server.redirect("/a", "/b")
    server.redirect("/b", "/a")
    assert refused(server.url("/a")) == "redirects in a circle"
    for i in range(10):
        server.redirect(f"/hop{i}", f"/hop{i + 1}")
    assert refused(server.url("/hop0")) == "redirects more than 5 times"
    server.answers["/nowhere"] = lambda h: (h.send_response(302), h.send_header("Content-Length", "0"), h.end_headers())
    assert refused(server.url("/nowhere")) == "redirects to nowhere"


def test_a_server_that_never_answers(server) -> None:
    server.silent("/silent")
    assert within(3, server.url("/silent"), seconds=0.5) == "takes too long to answer"


def test_a_server_that_drips(server) -> None:
    server.dripping("/drip")
    assert within(3, server.url("/drip"), seconds=0.5) == "takes too long to answer"
    server.endless("/slow", pause=0.05)
    assert within(3, server.url("/slow"), seconds=0.5) == "takes too long to answer"


def test_a_server_that_takes_the_connection_and_no_more() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        assert within(3, url, seconds=0.5) == "takes too long to answer"
        assert within(3, url.replace("http:", "https:"), seconds=0.5) == "takes too long to answer"


def test_an_endless_body_is_cut_off(server) -> None:
    server.endless("/endless")
    assert within(5, server.url("/endless"), most_bytes=100_000) == "is larger than 100,000 bytes"


def test_a_body_that_unpacks_to_too_much(server) -> None:
    server.packed("/bomb", b"\0" * 50_000_000)
    assert within(5, server.url("/bomb")) == "is larger than 10,000,000 bytes"
    server.page("/big", b"x" * 2000)
    assert refused(server.url("/big"), most_bytes=1000) == "is larger than 1,000 bytes"


def test_a_body_that_is_packed_wrongly_or_breaks_off(server) -> None:
    server.page("/torn", b"no gzip", Content_Encoding="gzip")
    assert refused(server.url("/torn")) == "is packed in a way that cannot be read"

    def short(h) -> None:
        h.send_response(200)
        h.send_header("Content-Length", "1000")
        h.end_headers()
        h.wfile.write(b"short")

    server.answers["/short"] = short
    assert refused(server.url("/short")) == "breaks off while it answers"


def test_what_is_no_page(server) -> None:
    server.page("/film", b"\0", "video/mp4")
    assert refused(server.url("/film")) == "is no page but video/mp4"
    assert refused(server.url("/none")) == "the server answers 404 Not Found"
    server.page("/menu", b"<html><body><nav><a href='/'>Home</a></nav></body></html>")
    (item,) = read(server.url("/menu"), allow_loopback=True)
    assert isinstance(item, Refusal)
    assert "no article text was found" in str(item)


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/") == "cannot be reached"


def test_a_certificate_is_demanded(server) -> None:
    assert refused(server.url("/talks").replace("http:", "https:")) in ("cannot be reached", "has no valid certificate")


@given(st.text(max_size=40) | st.text(alphabet="htps:/.@[]%?#0123456789x", max_size=40).map("http:".__add__))
def test_any_text_is_refused_in_words(url) -> None:
    if url.strip().lower().startswith(("http://", "https://")):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(socket, "getaddrinfo", resolving_to("10.0.0.1"))
            refused(url, allow_loopback=False)
    else:
        refused(url, allow_loopback=False)
