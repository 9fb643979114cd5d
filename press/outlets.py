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
def zone(name: str, url: str = "", language: str = "") -> str:
    """The time zone whose clock an outlet's pages show, as the IANA names it; '' where nothing tells.

    The country in its address counts first, then the language (a Serbian page of an outlet from Moscow shows the
    time of Belgrade), then the outlet's own country; Russian is written in many countries and counts last.

    >>> zone("", "https://rt.rs/vesti/1"), zone("TASS"), zone("Sample Post")
    ('Europe/Belgrade', 'Europe/Moscow', '')
    """
    zones, spoken = read("outlets")["zones"], read("outlets")["zones_of_languages"]
    found = zones.get(_host(url).rpartition(".")[2].upper(), "")
    if not found and language != "ru":
        found = spoken.get(language, "")
    return found or zones.get(resolve(name, url).country, "") or spoken.get(language, "")


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
    host = _host(url)
    parts = host.split(".")
    for i in range(len(parts) - 1):
        found = domains.get(".".join(parts[i:]))
        if found is not None:
            return found
    return Outlet(name.strip() or host.removeprefix("www.") or "unknown")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
