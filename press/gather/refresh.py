"""A run over the feeds: what is new is fetched, and kept where it is about Serbia and Russia.

How that is decided and what may be stored: ``docs/refresh.md``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from press import outlets
from press.article import Article, normalise_url
from press.gather import relevance
from press.gather.extract import to_store
from press.gather.feeds import Feed
from press.gather.fetch import Page
from press.gather.state import State
from press.gather.visitor import Visitor
from press.readers import Refusal, feed, html, jsonl
from press.readers.feed import Entry

#: Articles that are fetched of one feed in one run.
MOST_PAGES = 40
#: What may pass and is therefore tried again at the next run.
_PASSING = ("cannot be reached", "takes too long to answer", "breaks off while it answers", "has a host that is not known", "the server answers 5", "the server answers 429")  # fmt: skip


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


def _entries(source: Feed, page: Page) -> list[Entry]:
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
