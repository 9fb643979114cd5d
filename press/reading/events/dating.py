"""Dating: the day of an event.

An event whose sentence names no date is dated by the day that the text named last, a first sentence by the day of
publication, others by its month; an undated article has events without date.
"""

from __future__ import annotations

from press.reading.document import Document
from press.reading.events.candidates import Candidate
from press.text.dates import DateMention

#: Types whose event lies before its report, whatever day the words name.
TOLD_NOW = frozenset({"statement", "accusation", "invitation"})

#: Types that a term set for them dates: "to be signed by 31 March".
_HAS_DEADLINE = frozenset({"agreement", "transaction", "negotiation"})


def date_of(document: Document, c: Candidate) -> str:
    """The day of the event: the date of its sentence that fits best, else the day that the article tells of."""
    published = document.published.isoformat() if document.published else ""
    place, trigger = c.place, c.trigger
    offset = document.tokens.starts[trigger] if trigger < len(document.tokens.starts) else c.start
    said = next((s for s in place.speech if s.start <= offset < s.end), None)

    def distance(d: DateMention) -> float:
        """How badly a date fits: words between, and what speaks against it."""
        words = abs(d.first - trigger) * (0.5 if d.first > trigger else 1.0)
        words += {"day": 0, "month": 8, "year": 16}[d.precision]
        if d.limit:
            words += 12
        if said and not said.start <= d.start < said.end:
            words += 5
        return words

    def of_another(d: DateMention) -> bool:
        """Whether a coming day is that of another deed: of what is said, or of a plan in a clause behind the trigger."""
        if not published or d.iso <= published:
            return False
        told = any(s.start <= d.start < s.end and not s.start <= offset < s.end for s in place.speech)
        return told or trigger < place.cues.get("subordinate", -1) < place.cues.get("planned", -1) < d.first

    fitting = [d for d in place.dates if not (d.limit and d.precision == "year") and not of_another(d)]
    terms = c.type in _HAS_DEADLINE and bool(published)
    fitting = [d for d in fitting if d.limit != "until" or (terms and d.precision == "day" and d.iso > published)]
    if c.type in TOLD_NOW:
        fitting = [d for d in fitting if not published or d.iso <= published]
    if c.type == "statement":
        fitting = [d for d in fitting if not any(s.start <= d.start < s.end for s in place.speech)]
    if fitting:
        return min(fitting, key=distance).iso
    if not published:
        return ""
    if place.sentence.section == "background":
        return ""
    return place.day or (published if not place.order else published[:7])
