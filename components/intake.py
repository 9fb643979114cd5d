"""What a visitor is about to add: articles as they were read, with the days that undated ones may be of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from press.address import normalise_url
from press.article import Article
from press.gather import fetch as web
from press.readers import Notice, Refusal, days, feed, fields, read_stream
from press.readers.feed import Entry

from .workspace import MOST_ARTICLES

#: Addresses that are fetched at once, and how many at the same time.
MOST_ADDRESSES = 50
_AT_ONCE = 4
#: Refusals that are listed; the others are counted.
_MOST_REFUSALS = 5_000

#: How a day is known, in words.
BASIS = {
    "given": "as the source gives it",
    "metadata": "from the page's metadata",
    "inferred": "chosen from what was suggested",
    "unknown": "unknown",
}
Progress = Callable[[float, str], None]


@dataclass(slots=True)
class Item:
    """An article to be added (or not, where the visitor says so), and the days suggested where its source tells none."""

    article: Article
    candidates: list[days.Candidate] = field(default_factory=list)
    add: bool = True

    @classmethod
    def of(cls, article: Article) -> Item:
        """An item with its suggestions."""
        return cls(article, [] if article.published else days.candidates(article))

    def edited(self, changes: Mapping[str, Any]) -> Item:
        """The item with fields as the visitor wants them: title, outlet, url, language, published, and whether to add it.

        A day that was suggested counts as inferred, another as given.
        """
        own: dict[str, Any] = {
            name: str(changes[name] or "").strip() for name in ("title", "outlet", "url") if name in changes
        }
        if "language" in changes:
            own["language"] = fields.language_code(str(changes["language"] or ""))
        article = replace(self.article, **own)
        if "published" in changes:
            day = _day(changes["published"])
            if day != article.published:
                suggested = day in {c.day for c in self.candidates}
                article.published = day
                article.date_basis = "unknown" if day is None else "inferred" if suggested else "given"
        return replace(self, article=article, add=bool(changes.get("add", self.add)))


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    return days.read(str(value)) if value else None


@dataclass(slots=True)
class Tray:
    """What was read and is not added yet: items, what could not be read, and what was left out of the items."""

    items: list[Item] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    refused: int = 0
    notices: list[Notice] = field(default_factory=list)

    def take(self, found: Iterable[Article | Refusal]) -> Iterator[int]:
        """Take in what a reader yields; yields the number of things read so far."""
        for item in found:
            if isinstance(item, Article) and len(self.items) >= MOST_ARTICLES:
                item = Refusal(
                    item.title or "article", 0, "", f"is beyond the {MOST_ARTICLES:,} that are taken at once"
                )
            if isinstance(item, Refusal):
                self.refused += 1
                if len(self.refusals) < _MOST_REFUSALS:
                    self.refusals.append(item)
            else:
                self.items.append(Item.of(item))
            yield len(self.items) + self.refused

    def accept_suggestions(self) -> None:
        """Give each undated item the likeliest day suggested: only where the visitor asks for it."""
        self.items = [
            item.edited({"published": item.candidates[0].day})
            if item.add and item.article.published is None and item.candidates
            else item
            for item in self.items
        ]


def read_files(files: Sequence[tuple[BinaryIO, str, Mapping[str, str] | None]], progress: Progress) -> Tray:
    """Read uploaded files: each an open file, its name and the columns of a table (None: by their names)."""
    tray = Tray()
    for number, (stream, name, columns) in enumerate(files):
        size = max(1, stream.seek(0, 2))
        stream.seek(0)
        for count in tray.take(read_stream(stream, name, "", columns, tray.notices.append)):
            if count % 50 == 0:
                share = 1.0 if stream.closed else min(1.0, stream.tell() / size)
                progress((number + share) / len(files), f"Reading {name}: {count:,} read")
    return tray


def addresses_in(text: str) -> tuple[list[str], list[Refusal]]:
    """The addresses of a text, one a line, and what is none."""
    good: list[str] = []
    bad: list[Refusal] = []
    for number, line in enumerate(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()), 1):
        url = line if "://" in line else f"https://{line}"
        try:
            parts = urlsplit(url)
            fine = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and " " not in line
        except ValueError:
            fine = False
        if not fine:
            bad.append(Refusal(line[:200], 0, "", "is no address of a page (https://…)"))
        elif len(good) >= MOST_ADDRESSES:
            bad.append(
                Refusal(line[:200], number, "", f"is beyond the {MOST_ADDRESSES} addresses that are fetched at once")
            )
        else:
            good.append(url)
    return good, bad


def fetch(addresses: Sequence[str], progress: Progress) -> Tray:
    """Fetch and read pages, some at the same time, in the order of the addresses."""
    tray = Tray()
    found: dict[str, list[Article | Refusal]] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        jobs = {pool.submit(lambda u: list(web.read(u)), url): url for url in addresses}
        for job in as_completed(jobs):
            url = jobs[job]
            try:
                found[url] = job.result()
            except Exception as error:  # one page stops none of the others
                found[url] = [Refusal(url, 0, "", f"cannot be read ({type(error).__name__})")]
            progress(len(found) / len(addresses), f"Fetched {len(found)} of {len(addresses)} pages")
    for url in addresses:
        for _ in tray.take(found[url]):
            pass
    return tray


def read_feed(url: str) -> list[Entry]:
    """The entries of the feed at an address.

    Raises
    ------
    Refusal
        Where the address cannot be fetched or is no feed.
    """
    page = web.fetch(url)
    return feed.entries(page.data, url, page.url)


def fetch_entries(entries: Sequence[Entry], progress: Progress) -> Tray:
    """Fetch the articles of a feed's entries; what a page does not tell is taken from the feed."""
    tray = fetch([entry.url for entry in entries], progress)
    by_url = {normalise_url(entry.url): entry for entry in entries}
    for item in tray.items:
        entry = by_url.get(normalise_url(item.article.url))
        if entry is None:
            continue
        item.article.title = item.article.title or entry.title
        if item.article.published is None and entry.published:
            item.article.published, item.article.date_basis = entry.published, "metadata"
    return tray
