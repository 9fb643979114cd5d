"""The colours that stand for things, the same on every page, for colour-blind readers too."""

from __future__ import annotations

from . import labels

#: Orange – grey – blue: told apart by colour-blind readers too (after Okabe & Ito 2008).
TONES = {"negative": "#d55e00", "neutral": "#9aa5b1", "positive": "#0072b2"}
#: Okabe & Ito's palette, one colour a group of outlets, the same on every page.
GROUPS = {
    "serbian": "#0072b2", "russian_state": "#d55e00", "russian_other": "#e69f00", "russian_independent": "#cc79a7",
    "ukrainian": "#f0e442", "eu_us": "#009e73", "regional": "#56b4e9", "other": "#7f7f7f", "unknown": "#bdbdbd",
}  # fmt: skip
#: One colour a language; those without one are counted together.
LANGUAGES = {
    "sr": "#0072b2", "ru": "#d55e00", "uk": "#f0e442", "en": "#009e73", "bs": "#56b4e9", "hr": "#cc79a7", "de": "#e69f00",
}  # fmt: skip
OTHER = "other"
#: Lines that stand apart from each other on light and on dark ground, for colour-blind readers too (with marks of their own).
LINES = ["#2a86c5", "#d55e00", "#009e73", "#cc79a7", "#c58b00", "#56b4e9", "#8c8c2e", "#a66bbf"]
#: Colours of cells fade into the page's own ground, so that they suit light and dark.
DIVERGING = [
    [0.0, "rgba(213,94,0,0.75)"], [0.5, "rgba(213,94,0,0)"], [0.5, "rgba(0,114,178,0)"], [1.0, "rgba(0,114,178,0.75)"],
]  # fmt: skip
#: Numbers in coloured cells, by the theme.
INK = {"light": "#1b2430", "dark": "#e4eaf0"}
FADED_INK = {"light": "rgba(27,36,48,0.55)", "dark": "rgba(228,234,240,0.55)"}  # where another is picked
SEQUENTIAL = [[0.0, "rgba(0,114,178,0.03)"], [1.0, "rgba(0,114,178,0.75)"]]


def parts(column: str) -> dict[str, tuple[str, str]]:
    """Label and colour of each part that a chart stacks by ``outlet_group`` or by ``language``, in the order of charts."""
    if column == "language":
        named = {code: (labels.LANGUAGES[code], colour) for code, colour in LANGUAGES.items()}
        return {**named, OTHER: ("Other languages", GROUPS["other"])}
    return {group: (label, GROUPS[group]) for group, label in labels.group_labels().items()}
