"""Outlets: one canonical name, country, kind and group for every spelling and domain of an outlet."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from press.vocabulary import read


class Outlet(NamedTuple):
    """An outlet; ``country``, ``kind`` and ``group`` are 'unknown' where the vocabulary does not know it."""

    name: str
    country: str = "unknown"
    kind: str = "unknown"
    group: str = "unknown"


@cache
def _tables() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for row in read("outlets")["outlet"]:
        outlet = Outlet(row["name"], row["country"], row["kind"], row["group"])
        for name in (row["name"], *row.get("names", ())):
            names.setdefault(name.casefold(), outlet)
        for domain in row["domains"]:
            domains.setdefault(domain, outlet)
    return names, domains


def groups() -> dict[str, str]:
    """Labels of the outlet groups by identifier, in the order of charts."""
    return read("outlets")["groups"]


@lru_cache(maxsize=10_000)
def resolve(name: str, url: str = "") -> Outlet:
    """The outlet of an article by its name, else by the domain of its address.

    >>> resolve("ТАСС").name
    'TASS'
    """
    names, domains = _tables()
    found = names.get(name.strip().casefold())
    if found is not None:
        return found
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        host = ""
    parts = host.split(".")
    for i in range(len(parts) - 1):
        found = domains.get(".".join(parts[i:]))
        if found is not None:
            return found
    return Outlet(name.strip() or host.removeprefix("www.") or "unknown")
