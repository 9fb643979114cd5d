"""Files, addresses and feeds read into a tray."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import BinaryIO
from urllib.parse import urlsplit

from press.address import normalise_url
from press.article import Article
from press.gather.fetch import fetch as fetch_page
from press.gather.fetch import read as read_page
from press.readers import Refusal, feed, read_stream
from press.readers.feed import Entry

from .progress import Progress
from .tray import Tray

#: Addresses that are fetched at once, and how many at the same time.
MOST_ADDRESSES = 50
_AT_ONCE = 4


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
        jobs = {pool.submit(lambda u: list(read_page(u)), url): url for url in addresses}
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
    page = fetch_page(url)
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
