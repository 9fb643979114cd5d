"""Every group and tone has a colour of its own."""

from __future__ import annotations

import pytest

from components import colours, labels


def test_groups_and_tones_have_colours_of_their_own() -> None:
    assert set(colours.GROUPS) == set(labels.group_labels())
    assert len(set(colours.GROUPS.values())) == len(colours.GROUPS)


@pytest.mark.parametrize("column", ["outlet_group", "language"])
def test_parts_of_a_stack_are_told_apart(column: str) -> None:
    parts = colours.parts(column)
    assert len(set(parts.values())) == len(parts) == len({colour for _, colour in parts.values()})
    assert set(colours.TONES) == set(labels.TONES)


def test_colours_differ_in_light_and_dark_for_eyes_that_do_not_tell_red_from_green() -> None:
    def lightness(colour: str) -> float:
        r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    tones = [lightness(colours.TONES[t]) for t in ("negative", "neutral", "positive")]
    assert all(abs(a - b) > 0.02 for a in tones for b in tones if a is not b)
