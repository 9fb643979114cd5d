"""What the dashboard calls things, and the colours that stand for them."""

from __future__ import annotations

from functools import cache

from press import outlets, vocabulary
from press.reading import topics
from press.reading.events import events

LANGUAGES = {
    "en": "English", "sr": "Serbian", "ru": "Russian", "uk": "Ukrainian", "bs": "Bosnian", "hr": "Croatian", "bg": "Bulgarian",
    "mk": "Macedonian", "pl": "Polish", "cs": "Czech", "de": "German", "fr": "French", "it": "Italian", "es": "Spanish",
    "hu": "Hungarian", "ro": "Romanian", "sq": "Albanian", "tr": "Turkish", "be": "Belarusian", "und": "Unknown language",
}  # fmt: skip
KINDS = {"direct": "Direct quotation", "indirect": "Reported speech", "mixed": "Reported with quoted words"}
#: Shown where something was corrected.
BY_HAND = "corrected by hand"
TONES = {"negative": "Negative", "neutral": "Neutral", "positive": "Positive"}
#: Orange – grey – blue: told apart by colour-blind readers too (after Okabe & Ito 2008).
TONE_COLOURS = {"negative": "#d55e00", "neutral": "#9aa5b1", "positive": "#0072b2"}
#: Okabe & Ito's palette, one colour a group of outlets, the same on every page.
GROUP_COLOURS = {
    "serbian": "#0072b2", "russian_state": "#d55e00", "russian_other": "#e69f00", "russian_independent": "#cc79a7",
    "ukrainian": "#f0e442", "eu_us": "#009e73", "regional": "#56b4e9", "other": "#7f7f7f", "unknown": "#bdbdbd",
}  # fmt: skip
#: One colour a language; those without one are counted together.
LANGUAGE_COLOURS = {
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


def language(code: str) -> str:
    """Name of a language."""
    return LANGUAGES.get(code, code.upper())


@cache
def topic_labels() -> dict[str, str]:
    """Labels of topics by identifier."""
    return topics.labels()


@cache
def event_labels() -> dict[str, str]:
    """Labels of event types by identifier."""
    return {k: v["label"] for k, v in events.types().items()}


@cache
def group_labels() -> dict[str, str]:
    """Labels of outlet groups by identifier, in the order of charts."""
    return outlets.groups()


def parts(column: str) -> dict[str, tuple[str, str]]:
    """Label and colour of each part that a chart stacks by ``outlet_group`` or by ``language``, in the order of charts."""
    if column == "language":
        named = {code: (LANGUAGES[code], colour) for code, colour in LANGUAGE_COLOURS.items()}
        return {**named, OTHER: ("Other languages", GROUP_COLOURS["other"])}
    return {group: (label, GROUP_COLOURS[group]) for group, label in group_labels().items()}


def all_labels() -> dict[str, str]:
    """Every identifier that a selection can hold, with its label."""
    return {**LANGUAGES, **KINDS, **topic_labels(), **group_labels()}


@cache
def _countries() -> dict[str, str]:
    return {c["code"]: c["name"] for c in vocabulary.read("countries")["country"]}


def country(code: str) -> str:
    """Name of a country by its ISO 3166-1 code; the code itself where it is not in the vocabulary."""
    return _countries().get(code, code)


def date(iso: str) -> str:
    """A date as shown; 'date unknown' where there is none."""
    return iso or "date unknown"
