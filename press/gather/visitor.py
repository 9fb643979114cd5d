"""Visits to sites, politely: as robots.txt allows (RFC 9309), with a pause between two requests to one host."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from press.gather import feeds
from press.gather.fetch import CONTENT_TYPES, USER_AGENT, Page, fetch
from press.readers import Refusal

#: Seconds between two requests to one host; GDELT asks for five, robots.txt may ask for more.
DELAY = 2.0
GDELT_DELAY = 6.0
MOST_DELAY = 30.0


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

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Page:
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
        if rules is not None and not rules.can_fetch(url, USER_AGENT):
            raise Refusal(url, 0, "", "is forbidden by the site's robots.txt")
        asked = rules.crawl_delay(USER_AGENT) if rules is not None else None
        least = GDELT_DELAY if url.startswith(feeds.GDELT) else self.delay
        self._wait(host, min(max(least, asked or 0), MOST_DELAY))
        try:
            return fetch(url, headers=headers, allow_loopback=self.allow_loopback)
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
                page = fetch(
                    f"{origin}/robots.txt", most_bytes=500_000, seconds=10, any_status=True,
                    content_types=(*CONTENT_TYPES, "application/octet-stream"), allow_loopback=self.allow_loopback,
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
