"""Fetches pages and feeds from the web, safely: nothing inside one's own network, nothing endless.

A visitor may type any address, and a feed may name any. Every request, and every redirect, goes over connections that
know where they may go (:mod:`press.gather.guard`). Proxies of the environment are not used.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from press.article import Article
from press.gather.guard import WAIT_SECONDS, Guard, Manager
from press.readers import Refusal, read_bytes

#: Says who asks and where to complain: in a workflow, the repository that runs it.
_CONTACT = (
    f"+https://github.com/{os.environ['GITHUB_REPOSITORY']}" if "GITHUB_REPOSITORY" in os.environ else "press monitor"
)
USER_AGENT = f"SerbiaRussiaMonitor/1.0 ({_CONTACT})"
#: Seconds for everything, from the look-up of the name to the last byte.
TOTAL_SECONDS = 30.0
#: Bytes of a body, as sent and again as unpacked.
MOST_BYTES = 10_000_000
MOST_REDIRECTS = 5
PORTS = frozenset({80, 443, 8080, 8443})
#: Kinds of content that can hold an article or a feed; others are not read any further than their headers.
CONTENT_TYPES = (
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/csv", "text/xml", "application/xml",
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/json",
    "application/feed+json", "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Page(NamedTuple):
    """What came: address after redirects, status, headers in lower case, body, kind of content."""

    url: str
    status: int
    headers: dict[str, str]
    data: bytes
    content_type: str

    @property
    def encoding(self) -> str:
        """The encoding that the server declares, '' where none."""
        return self.headers.get("content-type", "").lower().partition("charset=")[2].split(";")[0].strip("\"' ")


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    content_types: tuple[str, ...] = CONTENT_TYPES,
    most_bytes: int = MOST_BYTES,
    seconds: float = TOTAL_SECONDS,
    any_status: bool = False,
    allow_loopback: bool = False,
) -> Page:
    """Fetch one address.

    Parameters
    ----------
    url : str
        http or https.
    headers : dict, optional
        Further headers, as ``If-None-Match``.
    content_types : tuple of str
        Kinds of content that are wanted.
    most_bytes, seconds
        Limits of the whole body and of the whole time.
    any_status : bool
        Whether answers other than 200 are returned as well, without a body.
    allow_loopback : bool
        Whether this machine itself may be asked, at any port: for tests.

    Returns
    -------
    Page
        With status 200; without a body, 304 where ``headers`` ask for that.

    Raises
    ------
    Refusal
        Says in words what is wrong: address, network, status, redirects, time, size or kind of content.
    """
    end = time.monotonic() + seconds
    seen: set[str] = set()
    here = url = url.strip()
    for _ in range(MOST_REDIRECTS + 1):
        _check(here, url, allow_loopback)
        if here in seen:
            raise Refusal(url, 0, "", "redirects in a circle")
        seen.add(here)
        page = _once(here, url, headers or {}, content_types, most_bytes, end, any_status, allow_loopback)
        if page.status not in _REDIRECTS:
            return page
        target = page.headers.get("location", "")
        if not target:
            raise Refusal(url, 0, "", "redirects to nowhere")
        here = urljoin(here, target).split("#")[0]
    raise Refusal(url, 0, "", f"redirects more than {MOST_REDIRECTS} times")


def read(url: str, *, allow_loopback: bool = False) -> Iterator[Article | Refusal]:
    """The article at an address, or all entries of a feed there; see :func:`press.readers.read_bytes`."""
    from press.readers import html

    try:
        page = fetch(url, allow_loopback=allow_loopback)
    except Refusal as refusal:
        yield refusal
        return
    if page.content_type in ("text/html", "application/xhtml+xml") and b"<rss" not in page.data[:1000]:
        yield html.read(page.data, url, page.url, page.encoding)
    else:
        yield from read_bytes(page.data, url, page.url)


def _check(here: str, url: str, allow_loopback: bool) -> None:
    """Refuse an address that cannot be asked, before anything is asked."""
    try:
        parts = urlsplit(here)
        port = parts.port
    except ValueError:
        raise Refusal(url, 0, "", "is no web address") from None
    if parts.scheme not in ("http", "https"):
        raise Refusal(url, 0, "", "is no http or https address" if here == url else "redirects to no web address")
    if not parts.hostname or any(c.isspace() or ord(c) < 32 for c in here):
        raise Refusal(url, 0, "", "is no web address")
    if parts.username is not None or parts.password is not None:
        raise Refusal(url, 0, "", "holds a user name or password")
    if port is not None and port not in PORTS and not allow_loopback:
        raise Refusal(url, 0, "", f"asks for port {port}, which is none of the web")


def _once(
    here: str, url: str, headers: Mapping[str, str], content_types: tuple[str, ...], most_bytes: int, end: float,
    any_status: bool, allow_loopback: bool,
) -> Page:  # fmt: skip
    """One request without redirects, within limits of time, size and kind."""
    guard = Guard(end, allow_loopback)
    asked = {
        "User-Agent": USER_AGENT, "Accept": ", ".join(content_types) + ";q=0.9, */*;q=0.1", "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "sr, ru, uk, en;q=0.8", **headers,
    }  # fmt: skip
    manager = Manager(guard)
    response: Any = None
    try:
        guard.start()
        response = manager.request(
            "GET", here, headers=asked, redirect=False, retries=False, preload_content=False, decode_content=False,
            timeout=urllib3.Timeout(connect=WAIT_SECONDS, read=WAIT_SECONDS),
        )  # fmt: skip
        found = {name.lower(): value for name, value in response.headers.items()}
        kind = found.get("content-type", "").split(";")[0].strip().lower()
        if response.status in _REDIRECTS or response.status == 304 or (any_status and response.status != 200):
            return Page(here, response.status, found, b"", kind)
        if response.status != 200:
            reason = f" {response.reason}" if response.reason else ""
            raise Refusal(url, 0, "", f"the server answers {response.status}{reason[:60]}")
        if kind and kind not in content_types:
            raise Refusal(url, 0, "", f"is no page but {kind[:60]}")
        return Page(here, 200, found, _body(response, url, found, most_bytes, guard), kind)
    except Refusal:
        raise
    except (HTTPError, OSError, ValueError) as error:
        if guard.refused:
            raise Refusal(url, 0, "", guard.refused) from None
        if guard.is_over():
            raise Refusal(url, 0, "", "takes too long to answer") from None
        raise Refusal(url, 0, "", _in_words(error)) from None
    finally:
        guard.stop()
        if response is not None:
            with contextlib.suppress(Exception):
                response.close()
        manager.clear()


def _body(response: Any, url: str, headers: Mapping[str, str], most: int, guard: Guard) -> bytes:
    """The body, counted as it comes and as it unpacks."""
    declared = headers.get("content-length", "")
    if declared.isdigit() and int(declared) > most:
        raise Refusal(url, 0, "", f"is larger than {most:,} bytes")
    parts: list[bytes] = []
    size = 0
    for chunk in response.stream(65_536, decode_content=True):
        size += len(chunk)
        if size > most:
            raise Refusal(url, 0, "", f"is larger than {most:,} bytes")
        parts.append(chunk)
        if guard.is_over():
            raise Refusal(url, 0, "", "takes too long to answer")
    if guard.is_over():
        raise Refusal(url, 0, "", "takes too long to answer")
    return b"".join(parts)


def _in_words(error: Exception) -> str:
    text = str(error)
    if isinstance(error, urllib3.exceptions.SSLError) or "CERTIFICATE" in text.upper():
        return "has no valid certificate"
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return "cannot be reached"
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "takes too long to answer"
    if isinstance(error, urllib3.exceptions.DecodeError):
        return "is packed in a way that cannot be read"
    if isinstance(error, (urllib3.exceptions.ProtocolError, urllib3.exceptions.IncompleteRead)):
        return "breaks off while it answers"
    return "cannot be reached"
