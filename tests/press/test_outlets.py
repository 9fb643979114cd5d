"""Outlets: the clock that their pages show."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from press import outlets
from press.vocabulary import read


@pytest.mark.parametrize(
    ("name", "url", "language", "zone"),
    [
        ("TASS", "", "", "Europe/Moscow"),
        ("", "https://tass.com/politics/1", "en", "Europe/Moscow"),
        ("", "https://www.b92.net/1", "", "Europe/Belgrade"),
        ("RT", "https://rt.rs/vesti/1", "sr", "Europe/Belgrade"),
        ("RFE/RL", "https://www.slobodnaevropa.org/a/1", "sr", "Europe/Belgrade"),
        ("RFE/RL", "https://www.svoboda.org/a/1", "ru", "America/New_York"),
        ("Nobody's Herald", "https://e.example/1", "uk", "Europe/Kyiv"),
        ("Nobody's Herald", "https://e.example/1", "ru", "Europe/Moscow"),
        ("Nobody's Herald", "https://вести.срб/1", "", "Europe/Belgrade"),
        ("Nobody's Herald", "https://e.example/1", "en", ""),
        ("", "", "", ""),
    ],
)
def test_the_clock_of_an_outlet(name: str, url: str, language: str, zone: str) -> None:
    assert outlets.zone(name, url, language) == zone


def test_every_zone_is_known_and_every_country_of_an_outlet_has_one() -> None:
    data = read("outlets")
    for zone in (*data["zones"].values(), *data["zones_of_languages"].values()):
        ZoneInfo(zone)
    countries = {row["country"] for row in data["outlet"]} - {"unknown"}
    assert countries - set(data["zones"]) <= {"AR", "VE"}
