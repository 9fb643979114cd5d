"""The feeds as data."""

from __future__ import annotations

import pytest

from press import outlets
from press.__main__ import main
from press.gather.feeds import FeedError, load


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[[feed", "cannot be read"),
        ('[[feed]]\noutlet = "A"\n', "feed 1: has to name outlet, country, group and language"),
        ('[[feed]]\noutlet = "A"\ncountry = "RS"\ngroup = "x"\nlanguage = "sr"\n', "has to have either url or query"),
        ('[[feed]]\noutlet = "A"\nadress = "x"\n', "field “adress” is not known"),
        ("[[feed]]\noutlet = 5\n", "is no text"),
    ],
)
def test_a_faulty_list_of_feeds_is_explained(tmp_path, capsys, content, says) -> None:
    (tmp_path / "f.toml").write_text(content)
    with pytest.raises(FeedError, match=r"f\.toml") as caught:
        load(tmp_path / "f.toml")
    assert says in str(caught.value)
    assert main(["refresh", "--feeds", str(tmp_path / "f.toml")]) == 1
    assert "error: " in capsys.readouterr().err


def test_the_shipped_feeds_agree_with_the_outlets() -> None:
    found = load()
    assert len(found) >= 25
    assert len({feed.address for feed in found}) == len(found)
    for feed in found:
        if feed.outlet:
            outlet = outlets.resolve(feed.outlet)
            assert (feed.outlet, feed.country, feed.group) == (outlet.name, outlet.country, outlet.group)
        assert feed.group in outlets.groups()
        assert not feed.url or feed.url.startswith("https://")
        assert feed.licence == "", "no licence is held for any of the shipped feeds"
