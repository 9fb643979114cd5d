"""Keeps the press review fresh: reads feeds politely, keeps what is about Serbia and Russia, stores short extracts.

The feeds are data, ``data/feeds.toml``. What is kept, how that is decided and what may be stored: ``docs/refresh.md``.
"""

from __future__ import annotations

import json
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from press import outlets
from press.article import Article, normalise_url, stable_id
from press.atomic import replacing
from press.gather import fetch as web
from press.gather import relevance
from press.readers import Refusal, feed, html, jsonl
from press.readers.feed import Entry
from press.reading.parse import parse
from press.vocabulary import ROOT

FEEDS = ROOT / "data" / "feeds.toml"
STATE = ROOT / ".refresh" / "state.json"
GDELT = "https://api.gdeltproject.org/api/v2/doc/doc"
#: Seconds between two requests to one host; GDELT asks for five, robots.txt may ask for more.
DELAY = 2.0
GDELT_DELAY = 6.0
MOST_DELAY = 30.0
#: Days that addresses are remembered, so that what was read or refused is not fetched again.
REMEMBERED_DAYS = 60
#: Articles that are fetched of one feed in one run.
MOST_PAGES = 40
#: Extract of an article for whose text no licence is held: sentences, and characters in all.
EXTRACT_SENTENCES = 3
EXTRACT_CHARACTERS = 400
EXTRACT_SHARE = 0.2
#: What may pass and is therefore tried again at the next run.
_PASSING = ("cannot be reached", "takes too long to answer", "breaks off while it answers", "has a host that is not known", "the server answers 5", "the server answers 429")  # fmt: skip


class FeedError(ValueError):
    """``feeds.toml`` cannot be read; the message names the entry and the field."""


@dataclass(frozen=True)
class Feed:
    """A feed of one outlet, or a GDELT query.

    Attributes
    ----------
    outlet, country, group, language
        As in ``data/vocabulary/outlets.toml``; ``outlet`` and ``language`` are empty where articles differ.
    url, query : str
        One of them: the address of an RSS or Atom feed, or a query to the GDELT DOC 2.0 API.
    licence : str
        Under which the full text may be stored; empty where none is held.
    """

    outlet: str
    country: str
    group: str
    language: str
    url: str = ""
    query: str = ""
    licence: str = ""

    @property
    def address(self) -> str:
        """What is asked for."""
        if self.url:
            return self.url
        asked = {
            "query": self.query,
            "mode": "artlist",
            "format": "json",
            "maxrecords": 75,
            "timespan": "3d",
            "sort": "datedesc",
        }
        return f"{GDELT}?{urlencode(asked)}"

    @property
    def name(self) -> str:
        """What the table of a run calls it."""
        return self.outlet or "GDELT"


def load(path: Path = FEEDS) -> list[Feed]:
    """Read the feeds of a TOML file.

    Raises
    ------
    FeedError
        Naming what is wrong with which entry.
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf8")).get("feed", [])
    except (OSError, ValueError) as error:
        raise FeedError(f"{path}: cannot be read: {error}") from error
    out = []
    for number, row in enumerate(rows, 1):
        place = f"{path}, feed {number}"
        unknown = set(row) - set(Feed.__dataclass_fields__)
        if unknown or any(not isinstance(value, str) for value in row.values()):
            raise FeedError(f"{place}: field “{min(unknown, default='?')}” is not known or is no text")
        try:
            found = Feed(**row)
        except TypeError:
            raise FeedError(f"{place}: has to name outlet, country, group and language") from None
        if bool(found.url) == bool(found.query):
            raise FeedError(f"{place}: has to have either url or query")
        out.append(found)
    return out


# -- what is remembered --------------------------------------------------------------------------


class State:
    """What earlier runs learnt: validators of feeds for conditional requests, and addresses that are done with.

    Parameters
    ----------
    path : Path or None
        JSON file; a missing or broken one is an empty memory, which costs requests and nothing else.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.feeds: dict[str, dict[str, str]] = {}
        self.done: dict[str, str] = {}
        if path is not None:
            with suppress(OSError, ValueError, AttributeError, TypeError, LookupError):
                data = json.loads(path.read_text(encoding="utf8"))
                self.feeds = {str(k): {str(h): str(v) for h, v in of.items()} for k, of in data["feeds"].items()}
                self.done = {str(k): str(v) for k, v in data["done"].items()}

    def conditions(self, address: str) -> dict[str, str]:
        """Headers that ask for a feed only where it has changed."""
        known = self.feeds.get(address, {})
        names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        return {names[header]: value for header, value in known.items() if header in names}

    def learn(self, address: str, headers: Mapping[str, str]) -> None:
        """Keep the validators that a server sent with a feed."""
        found = {h: headers[h][:500] for h in ("etag", "last-modified") if headers.get(h)}
        if found:
            self.feeds[address] = found
        else:
            self.feeds.pop(address, None)

    def is_done(self, url: str) -> bool:
        """Whether an address needs no further look."""
        return _key(url) in self.done

    def finish(self, url: str, today: date) -> None:
        """Remember that an address needs no further look."""
        self.done[_key(url)] = today.isoformat()

    def save(self, today: date) -> None:
        """Write the state, whole or not at all; forget what is old."""
        if self.path is None:
            return
        oldest = (today - timedelta(REMEMBERED_DAYS)).isoformat()
        done = {k: v for k, v in sorted(self.done.items()) if v >= oldest}
        _replace(self.path, json.dumps({"feeds": self.feeds, "done": done}, indent=0).encode())


def _key(url: str) -> str:
    return stable_id(normalise_url(url))


# -- politeness ----------------------------------------------------------------------------------


class Visitor:
    """Fetches politely: as robots.txt allows (RFC 9309), with a pause between two requests to one host.

    Parameters
    ----------
    delay : float
        Seconds between two requests to one host.
    sleep : callable
        Waits; replaced in tests.
    allow_loopback : bool
        See :func:`press.gather.fetch.fetch`.
    """

    def __init__(
        self, delay: float = DELAY, sleep: Callable[[float], None] = time.sleep, allow_loopback: bool = False
    ) -> None:
        self.delay, self.sleep, self.allow_loopback = delay, sleep, allow_loopback
        self._robots: dict[str, Any] = {}
        self._next: dict[str, float] = {}
        self._closed: dict[str, str] = {}

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> web.Page:
        """Fetch an address, see :func:`press.gather.fetch.fetch`.

        Raises
        ------
        Refusal
            Also where robots.txt forbids it, or the host has asked to be left alone in this run.
        """
        parts = urlsplit(url)
        host = parts.netloc.lower()
        origin = f"{parts.scheme}://{host}"
        rules = None if host in self._closed else self._rules(origin, host)
        if host in self._closed:
            raise Refusal(url, 0, "", self._closed[host])
        if rules is not None and not rules.can_fetch(url, web.USER_AGENT):
            raise Refusal(url, 0, "", "is forbidden by the site's robots.txt")
        asked = rules.crawl_delay(web.USER_AGENT) if rules is not None else None
        least = GDELT_DELAY if url.startswith(GDELT) else self.delay
        self._wait(host, min(max(least, asked or 0), MOST_DELAY))
        try:
            return web.fetch(url, headers=headers, allow_loopback=self.allow_loopback)
        except Refusal as refusal:
            if refusal.problem.startswith(("the server answers 429", "the server answers 503")):
                self._closed[host] = refusal.problem
            raise

    def _wait(self, host: str, pause: float) -> None:
        now = time.monotonic()
        due = self._next.get(host, now)
        if due > now:
            self.sleep(due - now)
        self._next[host] = max(now, due) + pause

    def _rules(self, origin: str, host: str) -> Any:
        """The rules of a site; None where it has none. Where they cannot be had, the host is closed for this run."""
        from protego import Protego

        if origin not in self._robots:
            rules: Any = None
            try:
                page = web.fetch(
                    f"{origin}/robots.txt", most_bytes=500_000, seconds=10, any_status=True,
                    content_types=(*web.CONTENT_TYPES, "application/octet-stream"), allow_loopback=self.allow_loopback,
                )  # fmt: skip
                if page.status == 200 and not page.content_type.startswith("text/html"):
                    rules = Protego.parse(page.data.decode("utf-8", "replace"))
                elif page.status >= 500 or page.status == 429:
                    self._closed[host] = f"the server answers {page.status} for its robots.txt"
            except Refusal as refusal:
                if not refusal.problem.startswith(("redirects", "is no page")):
                    self._closed[host] = refusal.problem
            self._robots[origin] = rules
        return self._robots[origin]


# -- a run ---------------------------------------------------------------------------------------


class Outcome(NamedTuple):
    """What became of one entry of a feed, or of the feed itself.

    ``what`` is 'new' (``article`` is then what is stored), 'known', 'other' (not about Serbia and Russia),
    'refused' (``why`` says it) or 'unchanged' (the whole feed).
    """

    feed: Feed
    url: str
    what: str
    article: Article | None = None
    why: str = ""


def refresh(
    feeds: list[Feed],
    known: set[str],
    state: State,
    visitor: Visitor,
    *,
    today: date | None = None,
    end: float = float("inf"),
) -> Iterator[Outcome]:
    """Read feeds and fetch their articles, one outcome after the other.

    Parameters
    ----------
    feeds : list of Feed
    known : set of str
        Normalised addresses of the articles that are there.
    state : State
        Changed in place; :meth:`State.save` is the caller's.
    visitor : Visitor
    today : date, optional
    end : float
        Time (``time.monotonic``) after which no further request is made.
    """
    today = today or datetime.now(UTC).date()
    for source in feeds:
        if time.monotonic() > end:
            yield Outcome(source, source.address, "refused", why="the time for this run is over")
            continue
        try:
            page = visitor.fetch(source.address, state.conditions(source.address))
            if page.status == 304:
                yield Outcome(source, source.address, "unchanged")
                continue
            entries = _entries(source, page)
        except Refusal as refusal:
            yield Outcome(source, source.address, "refused", why=refusal.problem)
            continue
        whole = True
        fetched = 0
        for entry in entries:
            outcome, asked = _entry(
                source, entry, known, state, visitor, today, fetched < MOST_PAGES and time.monotonic() < end
            )
            fetched += asked
            if outcome is None:
                whole = False
                continue
            if outcome.what == "refused" and outcome.why.startswith(_PASSING):
                whole = False
            elif outcome.what != "known":
                state.finish(entry.url, today)
            yield outcome
        # A feed whose entries are not all done with is asked for in full again.
        state.learn(source.address, page.headers if whole else {})


def _entries(source: Feed, page: web.Page) -> list[Entry]:
    if source.url:
        return feed.entries(page.data, source.address, page.url)
    if not page.data.lstrip().startswith(b"{"):
        # GDELT says in plain text what is wrong with a query; an empty list is "{}".
        raise Refusal(source.address, 0, "", f"GDELT answers: {page.data[:100].decode('utf-8', 'replace').strip()}")
    if page.data.strip() in (b"{}", b'{"articles":[]}'):
        return []
    found = jsonl.read_document(page.data, source.address)
    return [Entry(a.url, a.title, "", a.published, "") for a in found if isinstance(a, Article)]


def _entry(
    source: Feed, entry: Entry, known: set[str], state: State, visitor: Visitor, today: date, may_fetch: bool
) -> tuple[Outcome | None, bool]:
    """One entry, and whether its page was asked for; None where it has to wait for the next run."""
    if normalise_url(entry.url) in known or state.is_done(entry.url):
        return Outcome(source, entry.url, "known"), False
    told = Article(
        text=entry.summary or entry.title, title=entry.title, url=entry.url, language=source.language,
        published=entry.published, author=entry.author,
    )  # fmt: skip
    if not source.query and not is_promising(told, source.country):
        return Outcome(source, entry.url, "other"), False
    if not may_fetch:
        return None, False
    try:
        page = visitor.fetch(entry.url)
        found = html.read(page.data, entry.url, page.url, page.encoding)
        if isinstance(found, Refusal):
            raise found
    except Refusal as refusal:
        return Outcome(source, entry.url, "refused", why=refusal.problem), True
    article = Article(
        text=found.text, title=entry.title or found.title, url=entry.url, author=found.author or entry.author,
        outlet=source.outlet or outlets.resolve(found.outlet, entry.url).name, language=source.language,
        published=found.published or entry.published,
        date_basis="metadata" if found.published or entry.published else "unknown",
    )  # fmt: skip
    if not relevance.is_about(article):
        return Outcome(source, entry.url, "other"), True
    return Outcome(source, entry.url, "new", to_store(article, source.licence, today)), True


def is_promising(told: Article, country: str) -> bool:
    """Whether headline and summary of an entry are reason enough to fetch the article.

    They have to name the side that is not the outlet's own: Russia in a Serbian outlet, Serbia elsewhere. So
    a run asks a site for some articles and not for all.
    """
    found = relevance.sides_of(told)
    return (found.russia if country == "RS" else found.serbia) > 0


def to_store(article: Article, licence: str = "", today: date | None = None) -> Article:
    """What may be stored of an article: all of it under a licence, else a very short extract.

    The extract has at most :data:`EXTRACT_SENTENCES` sentences, :data:`EXTRACT_CHARACTERS` characters and a
    fifth of the text: those that quote or report what is said and that name the two sides, in their order.
    """
    extra: dict[str, Any] = {"retrieved": (today or datetime.now(UTC).date()).isoformat()}
    if licence:
        text, extra["licence"] = article.text, licence
    else:
        text = _extract(article) or article.title
        extra["extract"] = True
    return Article(
        text=text, title=article.title, url=article.url, outlet=article.outlet, language=article.language,
        published=article.published, date_basis=article.date_basis, author=article.author, abstract=not licence, extra=extra,
    )  # fmt: skip


def _extract(article: Article) -> str:
    parsed = parse(article)
    document = parsed.document
    said = Counter(statement.sentence for statement, _ in parsed.statements)
    spots = relevance.places(document)
    ranked = []
    for number, sentence in enumerate(document.sentences):
        if not sentence.readable:
            continue
        named = sum(any(sentence.start <= at < sentence.end for at in spots[side]) for side in relevance.SIDES)
        score = 2 * bool(said[number]) + 2 * named + (sentence.section == "lead")
        if score > 1:
            ranked.append((-score, number))
    left = min(EXTRACT_CHARACTERS, int(len(article.text) * EXTRACT_SHARE))
    kept: list[int] = []
    for _, number in sorted(ranked):
        text = document.quote(document.sentences[number]).strip()
        if len(text) <= left and len(kept) < EXTRACT_SENTENCES:
            kept.append(number)
            left -= len(text)
    return "\n\n".join(document.quote(document.sentences[number]).strip() for number in sorted(kept))


# -- the files -----------------------------------------------------------------------------------


def known_addresses(folder: Path) -> set[str]:
    """Normalised addresses of the articles in a folder of JSON Lines files."""
    out: set[str] = set()
    for file in sorted(folder.glob("*.jsonl")):
        with file.open("rb") as stream:
            for line in stream:
                with suppress(ValueError, AttributeError):
                    url = json.loads(line).get("url")
                    if url:
                        out.add(normalise_url(str(url)))
    return out


def as_row(article: Article) -> dict[str, Any]:
    """An article as a line of ``data/articles``, with trafilatura's field names."""
    row: dict[str, Any] = {
        "url": article.url,
        "sitename": article.outlet,
        "date": article.published.isoformat() if article.published else "unknown",
        "date_basis": article.date_basis,
        "language": article.language,
        "title": article.title,
        "text": article.text,
        "abstract": article.abstract,
        **article.extra,
    }
    return {key: value for key, value in row.items() if value != ""}


def append(articles: list[Article], folder: Path) -> list[Path]:
    """Add articles to the files of a folder, one file a year of publication; each is replaced as a whole.

    Returns
    -------
    list of Path
        The files that changed: ``feeds-YYYY.jsonl``, ``feeds-undated.jsonl``.
    """
    changed = []
    by_file: dict[Path, list[Article]] = {}
    for article in articles:
        year = article.published.year if article.published else "undated"
        by_file.setdefault(folder / f"feeds-{year}.jsonl", []).append(article)
    for path, new in sorted(by_file.items()):
        old = path.read_bytes() if path.exists() else b""
        if old and not old.endswith(b"\n"):
            old += b"\n"
        rows = sorted((as_row(a) for a in new), key=lambda row: (row["date"], row["url"]))
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        _replace(path, old + lines.encode("utf8", "replace"))
        changed.append(path)
    return changed


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(data)


# -- the command ---------------------------------------------------------------------------------


@dataclass
class Report:
    """Counts of a run by feed, with the reasons of refusals."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    reasons: dict[str, Counter[str]] = field(default_factory=dict)
    failed: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count what became of an entry or of a whole feed."""
        name = outcome.feed.name
        self.counts.setdefault(name, Counter())[outcome.what] += 1
        if outcome.what == "refused":
            self.reasons.setdefault(name, Counter())[outcome.why] += 1
            self.failed += outcome.url == outcome.feed.address

    def table(self) -> str:
        """The report as text: a line for each outlet, then why what was refused."""
        columns = ("new", "known", "other", "refused")
        width = max((len(name) for name in self.counts), default=4)
        lines = [f"{'outlet':<{width}}" + "".join(f"{c:>9}" for c in columns)]
        for name, counts in self.counts.items():
            lines.append(f"{name:<{width}}" + "".join(f"{counts[c]:>9}" for c in columns))
            lines += [f"  {n} × {why}" for why, n in self.reasons.get(name, Counter()).most_common(5)]
        total = sum((Counter(c) for c in self.counts.values()), Counter())
        lines.append(f"{'in all':<{width}}" + "".join(f"{total[c]:>9}" for c in columns))
        return "\n".join(lines)


def add_arguments(commands: Any) -> None:
    """Declare ``python -m press refresh``."""
    p = commands.add_parser(
        "refresh",
        help="read feeds and add new articles about Serbia and Russia to the press review",
        description="Reads the feeds of a TOML file politely (conditional requests, robots.txt, a pause between two requests to "
        "one host), keeps articles about Serbia and Russia and adds their metadata with a very short extract to the "
        "files of a folder. Feeds that cannot be read are named in the table at the end and stop no other.",
    )
    p.add_argument("--feeds", type=Path, default=FEEDS, metavar="FILE", help="TOML file (default: data/feeds.toml)")
    p.add_argument(
        "--articles", type=Path, default=ROOT / "data" / "articles", metavar="DIR",
        help="folder of JSON Lines files (default: data/articles)",
    )  # fmt: skip
    p.add_argument("--corpus", metavar="DIR", help="also bring the new articles into this corpus, as ingest does")
    p.add_argument("--state", type=Path, default=STATE, metavar="FILE", help="what is remembered between runs")
    p.add_argument("--minutes", type=float, default=20, metavar="N", help="time for all requests (default: 20)")
    p.add_argument("--dry-run", action="store_true", help="fetch and print what would be added, write nothing")


def run(options: Any, visitor: Visitor | None = None) -> int:
    """Run ``python -m press refresh``; 1 where no feed at all could be read."""
    import sys

    try:
        feeds = load(options.feeds)
    except FeedError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    today = datetime.now(UTC).date()
    state = State(None if options.dry_run else options.state)
    report, new = Report(), []
    outcomes = refresh(
        feeds, known_addresses(options.articles), state, visitor or Visitor(), today=today,
        end=time.monotonic() + options.minutes * 60,
    )  # fmt: skip
    try:
        for outcome in outcomes:
            report.add(outcome)
            if outcome.article is not None:
                new.append(outcome.article)
                print(f"new: {outcome.article.outlet}: {outcome.article.title} <{outcome.url}>", file=sys.stderr)
    finally:
        # Also after Ctrl-C: what was fetched is kept, articles before the memory of them.
        if not options.dry_run:
            append(new, options.articles)
            if options.corpus and new:
                from press.ingest.job import ingest

                ingest(new, options.corpus)
            state.save(today)
    print(report.table())
    return 1 if feeds and report.failed == len(feeds) else 0
