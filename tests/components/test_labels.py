"""Every identifier has a name to show, every group and tone a colour of its own."""

from __future__ import annotations

import re

import pytest

from components import labels


def test_identifiers_have_names() -> None:
    for name, label in labels.all_labels().items():
        assert label and label != name, name
        assert not re.search(r"_", label)
    for name, label in labels.event_labels().items():
        assert "_" not in label and label[0].isupper(), name


def test_groups_and_tones_have_colours_of_their_own() -> None:
    assert set(labels.GROUP_COLOURS) == set(labels.group_labels())
    assert len(set(labels.GROUP_COLOURS.values())) == len(labels.GROUP_COLOURS)


@pytest.mark.parametrize("column", ["outlet_group", "language"])
def test_parts_of_a_stack_are_told_apart(column: str) -> None:
    parts = labels.parts(column)
    assert len(set(parts.values())) == len(parts) == len({colour for _, colour in parts.values()})
    assert set(labels.TONE_COLOURS) == set(labels.TONES)


def test_colours_differ_in_light_and_dark_for_eyes_that_do_not_tell_red_from_green() -> None:
    def lightness(colour: str) -> float:
        r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    tones = [lightness(labels.TONE_COLOURS[t]) for t in ("negative", "neutral", "positive")]
    assert all(abs(a - b) > 0.02 for a in tones for b in tones if a is not b)


def test_countries_have_names() -> None:
    assert labels.country("RS") == "Serbia"
    assert labels.country("ZZ") == "ZZ"


def test_an_unknown_date_is_said() -> None:
    assert labels.date("") == "date unknown"
    assert labels.date("2024-05") == "2024-05"
