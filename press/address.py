"""Addresses of pages: what is one, the original behind a copy, and one spelling for all addresses of a page.

Which parameters, hosts and archives are meant is data, ``data/vocabulary/addresses.toml``.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from press.vocabulary import read

#: Characters of an address that are looked at, and of the words that may stand before one in a cell.
MOST = 4_000
_MOST_BEFORE = 40
_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:[/?#]\S*)?", re.I)
#: An address without its scheme: a host with a known kind of ending, and a path unless it begins with www.
_BARE = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,10})(?::\d{1,5})?(?P<path>/\S*)?", re.I
)
_WITHIN = re.compile(r"https?://[^\s<>\"']+", re.I)
_INNER = re.compile(r"https?:/{1,2}(?=[^/])", re.I)
_SNAPSHOT = re.compile(r"/web/\d{1,14}[a-z*_]{0,4}/(?=[^/]+\.[^/]+)")
#: google.com/amp/s/HOST/PATH and bing.com/amp/s/HOST/PATH; HOST.cdn.ampproject.org/c/s/HOST/PATH.
_AMP_VIEWER = re.compile(r"/amp/(s/)?(?=[^/]+\.)")
_VIEWERS = re.compile(r"google\.[a-z.]{2,6}|bing\.com")
_AMP_CACHE = re.compile(r"/(?:[a-z]{1,3}/)(s/)?(?=[^/]+\.)")
_TURBO = re.compile(r"/(?:turbo/)?([^/]+\.[^/]+)/s/")
_AMP_PATH = re.compile(r"/amp(?:\.html)?(?=/|$)|\.amp(?=\.html?$|$)")
_CACHE_KEY = re.compile(r"^cache:(?:[\w-]+:(?!//))?")
_AMP_PARAMETER = re.compile(r"_?amp(?:_.*)?|output(?:type)?", re.I)
_SAFE = "/-._~!$&'()*+,;=:@"


class _Rules(NamedTuple):
    prefixes: re.Pattern[str]
    mobile: frozenset[str]
    tracking: re.Pattern[str]
    views: list[tuple[re.Pattern[str], frozenset[str]]]
    last: frozenset[str]
    front: frozenset[str]
    archives: frozenset[str]
    redirects: list[tuple[re.Pattern[str], list[str]]]


@cache
def _rules() -> _Rules:
    data = read("addresses")
    return _Rules(
        prefixes=re.compile(rf"(?:{'|'.join([*data['desktop'], *data['mobile']])})\."),
        mobile=frozenset(data["mobile"]),
        tracking=re.compile("|".join(map(_wild, data["tracking"])), re.I),
        views=[(re.compile(_wild(name), re.I), frozenset(values)) for name, values in data["views"].items()],
        last=frozenset([*data["index"], *data["shown"]]),
        front=frozenset(data["front"]),
        archives=frozenset(data["archives"]),
        redirects=[(re.compile(rf"(?:www\.)?{_wild(where)}/?"), names) for where, names in data["redirects"].items()],
    )


def _wild(name: str) -> str:
    return re.escape(name).replace(r"\*", r"[\w.]*")


def is_address(text: str) -> bool:
    """Whether a text is the whole address of a page on the web.

    >>> is_address("https://paper.example/gas"), is_address("Read here")
    (True, False)
    """
    text = text.strip()
    if len(text) > MOST or not _ADDRESS.fullmatch(text):
        return False
    host = _host(text)
    return "." in host.strip(".") or host == "localhost" or ":" in host


def found_in(text: str) -> str:
    """The address that a cell or a field holds, with its scheme; '' where it holds none.

    Takes the forms that offices and editors write: without scheme, in brackets, as a link of HTML or Markdown, as a
    formula ``=HYPERLINK("https://…","link")``.
    """
    text = text.strip()[: 2 * MOST]
    if is_address(text):
        return html.unescape(text) if "&" in text else text
    if (bare := _BARE.fullmatch(text)) and (bare["path"] or text.lower().startswith("www.")):
        return f"https://{text}"
    inner = _WITHIN.search(text)
    if inner is None or (inner.start() > _MOST_BEFORE and not text.startswith(("<a ", "[", "="))):
        return ""
    found = html.unescape(inner[0]).rstrip(".,;>]}'\"")
    found = found.rstrip(")") if found.count(")") > found.count("(") else found
    return found if is_address(found) else ""


def original(url: str) -> str:
    """The address of the page that a copy shows or a link leads to: archives, caches of AMP pages, redirects.

    An address that is none of these is given back as it is; so is an outlet's own page for phones, see :func:`normalise_url`.

    >>> original("https://web.archive.org/web/20240515103000/https://amp.paper.example/gas")
    'https://paper.example/gas'
    """
    url = given = url.strip()
    for _ in range(4):  # a copy of a copy
        if len(url) > MOST or not _ADDRESS.fullmatch(url):
            return url
        behind = _behind(url)
        if not behind or behind == url:
            break
        url = behind
    return url if url == given else _desktop(url)


def normalise_url(url: str) -> str:
    """One spelling for all addresses of a page, without the scheme: what identifies it.

    Case of the host, ``www.``, ``m.`` and ``amp.``, usual ports, fragments, parameters of campaigns and of views for
    printing, the order of the others, a trailing slash or ``index.html``, percent-encoding and punycode make no
    difference; nor does whether it is a copy (see :func:`original`).

    >>> normalise_url("HTTP://www.Paper.example:80/gas/?utm_source=rss#top")
    'paper.example/gas'
    """
    url = _desktop(original(found_in(url) or url.strip()))
    try:
        parts = urlsplit(url[:MOST])
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return url
    host = _plain_host(_host(url))
    path = re.sub(r"/{2,}", "/", _unquoted(parts.path.partition(";")[0]))
    steps = [step for step in path.split("/") if step not in ("", ".")]
    while steps and steps[-1].lower() in _rules().last:
        steps.pop()
    path = "".join("/" + quote(step, safe=_SAFE) for step in steps)
    kept = sorted((name.removeprefix("amp;"), value) for name, value in query if not _says_nothing(name, value))
    tail = "&".join(urlencode([(n, v)]) if v else quote(n) for n, v in kept)
    route = parts.fragment if re.match(r"(?:!/?|/)\w", parts.fragment) and not steps else ""
    return f"{host}{port}{path}" + (f"?{tail}" if tail else "") + (f"#{route}" if route else "")


def identifies(url: str) -> bool:
    """Whether an address names a page, rather than the front page of an outlet, which many articles may share."""
    if not found_in(url):
        return False
    normal = normalise_url(url)
    rest = normal[len(re.split("[/?#]", normal, maxsplit=1)[0]) :].strip("/")
    return not all(step in _rules().front for step in rest.lower().split("/") if step)


def _behind(url: str) -> str:
    """The address that stands within another one, '' where none does."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = _host(url).removeprefix("www.")
    rest = parts.path + (f"?{parts.query}" if parts.query else "")
    return _archived(host, rest) or _translated(host, parts) or _in_cache(host, rest) or _led_to(host, parts)


def _archived(host: str, rest: str) -> str:
    if host not in _rules().archives:
        return ""
    rest = unquote(rest) if "%3a%2f" in rest.lower() else rest
    if inner := _INNER.search(rest):
        return inner[0].rstrip("/") + "//" + rest[inner.end() :]
    snapshot = _SNAPSHOT.match(rest)
    return f"https://{rest[snapshot.end() :]}" if snapshot else ""


def _translated(host: str, parts: SplitResult) -> str:
    if not host.endswith(".translate.goog"):
        return ""
    name = host.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".").replace("\0", "-")
    return urlunsplit((parts.scheme, name, parts.path, parts.query, ""))


def _in_cache(host: str, rest: str) -> str:
    """The page in an AMP viewer, an AMP cache, or Yandex's Turbo."""
    if host.endswith(".turbopages.org") or (host == "yandex.ru" and rest.startswith("/turbo/")):
        turbo = _TURBO.match(rest)
        return f"https://{turbo[1]}/{rest[turbo.end() :]}" if turbo else ""
    if ".ampproject." in host:
        found = _AMP_CACHE.match(rest)
    else:
        found = _AMP_VIEWER.match(rest) if _VIEWERS.fullmatch(host) else None
    return f"{'https' if found[1] else 'http'}://{rest[found.end() :]}" if found else ""


def _led_to(host: str, parts: SplitResult) -> str:
    place = host + parts.path.rstrip("/")
    for pattern, names in _rules().redirects:
        if pattern.fullmatch(place):
            for name, value in parse_qsl(parts.query):
                value = _CACHE_KEY.sub("", value).split(" ")[0]
                if name in names and (inner := found_in(value)):
                    return inner
    return ""


def _desktop(url: str) -> str:
    """An address without the marks of AMP and of mobile hosts."""
    try:
        parts = urlsplit(url)
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return url
    first, _, other = parts.netloc.partition(".")
    netloc = other if "." in other and first.lower() in _rules().mobile else parts.netloc
    path = _AMP_PATH.sub("", parts.path)
    left = [pair for pair in query if not (_AMP_PARAMETER.fullmatch(pair[0]) and _says_nothing(*pair))]
    tail = parts.query if len(left) == len(query) else urlencode(left)
    if (netloc, path, tail) == (parts.netloc, parts.path, parts.query):
        return url
    return urlunsplit((parts.scheme, netloc, path, tail, parts.fragment))


def _says_nothing(name: str, value: str) -> bool:
    """Whether a parameter names no page: it tells of a campaign or how the page is shown."""
    name, rules = name.removeprefix("amp;"), _rules()
    if rules.tracking.fullmatch(name):
        return True
    return any(p.fullmatch(name) and (values == {""} or value.lower() in values) for p, values in rules.views)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


def _plain_host(host: str) -> str:
    """A host without the prefixes of an outlet's servers, in punycode where it has other letters than Latin ones."""
    while (m := _rules().prefixes.match(host)) and "." in host[m.end() :]:
        host = host[m.end() :]
    if not host.isascii():
        try:
            host = host.encode("idna").decode()
        except UnicodeError:
            return host
    return host


def _unquoted(path: str) -> str:
    """A path with the characters that percent-encoding stands for; an encoded slash stays encoded."""
    return unquote(re.sub(r"%2f", "%252F", path, flags=re.I))
