"""What the dashboard calls things."""

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
