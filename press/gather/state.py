"""What is remembered between runs: how feeds are asked whether they have changed, and which addresses are done with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from press.article import normalise_url, stable_id
from press.atomic import write
from press.vocabulary import ROOT

STATE = ROOT / ".refresh" / "state.json"
#: Days that addresses are remembered, so that what was read or refused is not fetched again.
REMEMBERED_DAYS = 60


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
        write(self.path, json.dumps({"feeds": self.feeds, "done": done}, indent=0).encode())


def _key(url: str) -> str:
    return stable_id(normalise_url(url))
