"""Names by their form: declension, and persons whom the vocabulary does not know.

A person is named in full once and by surname afterwards; the two are unified within an article, in
inflected languages too. Nothing here knows a person: capital letters, titles, given names and the verbs
of speech beside a name decide.
"""

from __future__ import annotations

from functools import cache

from . import transliterate
from .document import Document, Mention
from .vocabulary import read
from .words import fold

_LONGEST_NAME = 5


@cache
def _declension(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Endings by the ending of the nominative, longest first."""
    table = read(f"languages/{language}").get("declension", {})
    return tuple(sorted(((k, tuple(v)) for k, v in table.items()), key=lambda kv: (kv[0] == "-", -len(kv[0]))))


@cache
def _endings(language: str) -> tuple[str, ...]:
    """All endings that a name may take, longest first."""
    found = {e for _, endings in _declension(language) for e in endings}
    return tuple(sorted(found, key=len, reverse=True))


def decline(key: str, language: str) -> set[str]:
    """Folded forms that a folded name can take; the name itself where a language declines none.

    >>> sorted(decline("вулин", "ru"))[:2]
    ['вулин', 'вулина']
    """
    if "-" in key and language in ("ru", "uk", "sr"):
        head, _, tail = key.rpartition("-")
        heads = decline(head, language)
        return {f"{h}-{t}" for t in decline(tail, language) for h in (heads if len(heads) < 20 else {head, *heads})}
    for ending, endings in _declension(language):
        if ending == "-":
            if key[-1:] not in "aeiouаяеиіїоуюыйь":
                return {key, *(key + e for e in endings)}
        elif key.endswith(ending) and len(key) > len(ending) + 1:
            stem = key[: -len(ending)]
            return {key, *(stem + e for e in endings)}
    return {key}


@cache
def _strippable(language: str) -> frozenset[str]:
    return frozenset(_endings(language))


def stem(key: str, language: str) -> str:
    """A key without its case ending, for comparing two forms of one name."""
    if language == "en" or len(key) < 4:
        return key
    endings = _strippable(language)
    for n in range(min(4, len(key) - 3), 0, -1):
        if key[-n:] in endings:
            return key[:-n]
    return key


def may_be_nominative(key: str, base: str, language: str) -> bool:
    """Whether a word, found by the stem or lemma ``base``, can be a subject."""
    if language == "en" or key == base:
        return True
    tail = key[len(base) :] if key.startswith(base) else ""
    if not tail:
        return key.startswith(base)
    if language == "sr":
        return tail in ("a", "o", "e", "i", "ka", "ca", "ci") and not (
            tail == "a"
            and base[-1:] in "bcdfghjklmnprstvz"
            and base[-2:] not in ("ij", "lj", "dj", "nk", "rk", "sk", "tk", "vk", "lk")
        )
    if language == "ru":
        return tail in ("а", "я", "ь", "о", "е", "ы", "и", "ия", "ие", "ий", "ство", "ка", "ица")
    return tail in ("а", "я", "ь", "о", "е", "и", "і", "ія", "ії", "ій", "ство", "ка", "иця", "ця")


def possessive(key: str, base: str, language: str) -> bool:
    """Whether a form is a possessive adjective such as Vučićev, Putinova."""
    if language != "sr":
        return False
    last = base.rsplit(" ", 1)[-1]
    tail = key[len(last.rstrip("aoei")) :] if key.startswith(last.rstrip("aoei")) else ""
    return tail[:2] in ("ov", "ev", "in") and len(tail) <= 5


def is_given_name(word: str) -> bool:
    """Whether a word is a given name in any language."""
    return any(transliterate.is_given_name(word, language) for language in ("en", "sr", "ru", "uk"))


def romanise(name: str, language: str) -> str:
    """The name of a person as the dashboard shows it."""
    return transliterate.canonical(name, language)


@cache
def _stop_words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = read(f"languages/{language}")["names"]
    keys = [frozenset(fold(w, language) for w in data[k]) for k in ("not_names", "organisation_words", "particles")]
    return keys[0], keys[1], keys[2]


def find(document: Document, taken: bytearray, language: str) -> list[Mention]:
    """Persons that the vocabulary does not know.

    Parameters
    ----------
    document : Document
        With tokens and sentences.
    taken : bytearray
        1 for each token that the vocabulary has explained.
    language : str
        Vocabulary language.

    Returns
    -------
    list of Mention
        Full names, and surnames alone where the article has the full name.
    """
    tokens = document.tokens
    words, keys, starts, ends, text = tokens.words, tokens.keys, tokens.starts, tokens.ends, document.text
    not_names, organisation_words, particles = _stop_words(language)
    initial = {s.first for s in document.sentences} | {tokens.at(q.inner) for q in document.quotes}
    n = len(words)
    capitals = [i for i in range(n) if words[i][0].isupper() and not taken[i]]
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(capitals):
        first = last = capitals[i]
        i += 1
        while i < len(capitals) and last - first < _LONGEST_NAME:
            following = capitals[i]
            between = text[ends[last] : starts[following]]
            if (
                following == last + 1
                and (between in (" ", "\u00a0") or (between in (". ", ".") and len(words[last]) <= 2))
            ) or (
                following == last + 2
                and keys[last + 1] in particles
                and text[ends[last] : starts[following]].count(" ") == 2
                and following - last == 2
            ):
                last = following
            else:
                break
            i += 1
        runs.append((first, last + 1))
    full: dict[str, list[str]] = {}  # stem of the surname: nominative words
    order: list[tuple[int, int, str]] = []
    sure: set[str] = set()  # surnames that a given name goes with
    alone: list[int] = []
    for first, last in runs:
        while first < last and (
            keys[first] in not_names
            or (first in initial and last - first > 2 and not is_given_name(words[first]) and keys[first] in not_names)
        ):
            first += 1
        while first < last and keys[last - 1] in not_names:
            last -= 1
        if last - first == 1:
            alone.append(first)
            continue
        if last <= first:
            continue
        if any(keys[k] in organisation_words for k in range(first, last)):
            continue
        if all(w.isupper() and len(w) > 1 for w in words[first:last]) or any(
            c.isdigit() for w in words[first:last] for c in w
        ):
            continue
        if len(words[last - 1]) == 1:
            continue
        given = is_given_name(words[first])
        # In languages that capitalise only names, two capitalised words may still be a place or a firm.
        if not given and language != "en" and (first in initial or last - first > 3):
            continue
        surname = stem(keys[last - 1], language)
        order.append((first, last, surname))
        if given or _titled(first, taken, tokens.keys, text, starts, ends):
            sure.add(surname)
        parts = words[first:last]
        known = full.get(surname)
        if known is None or len(parts) > len(known):
            full[surname] = parts
    if not full and not alone:
        return []
    canonical = _canonical_names(full, language)
    out = []

    def add(first: int, last: int, name: str, nominative_words: list[str], kind: str) -> None:
        base = fold(nominative_words[-1], language)
        out.append(
            Mention(
                name, kind, starts[first], ends[last - 1], first, last, known=False,
                possessive=words[last - 1][-2:] in ("'s", "’s") or possessive(keys[last - 1], base, language),
                nominative=language == "en" or keys[last - 1] == base,
                gender=transliterate.gender(" ".join(nominative_words), language),
            )
        )  # fmt: skip

    for first, last, surname in order:
        name, nominative_words = canonical[surname]
        add(first, last, name, nominative_words, "person" if surname in sure else "name")
    for at in alone:
        key = stem(keys[at], language)
        if key in canonical:
            name, nominative_words = canonical[key]
            add(at, at + 1, name, nominative_words, "person" if key in sure else "name")
    return out


def _titled(first: int, taken: bytearray, keys: list[str], text: str, starts: list[int], ends: list[int]) -> bool:
    """Whether an office or a title stands right before a name."""
    if first == 0 or text[ends[first - 1] : starts[first]] not in (" ", ". ", "\u00a0"):
        return False
    return bool(taken[first - 1]) or keys[first - 1] in _TITLES


_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gov",
        "gen",
        "prof",
        "sir",
        "judge",
        "justice",
        "rev",
        "sheriff",
        "lt",
        "col",
        "capt",
    ]
)


def _canonical_names(full: dict[str, list[str]], language: str) -> dict[str, tuple[str, list[str]]]:
    """Canonical name and nominative words by stem of the surname."""
    out = {}
    for surname, parts in full.items():
        if language == "en":
            plain = [p.removesuffix("'s").removesuffix("’s") for p in parts]
            out[surname] = (" ".join(p + "." if len(p) == 1 else p for p in plain), plain)
        else:
            nominative_words = transliterate.nominative(parts, language)
            out[surname] = (romanise(" ".join(nominative_words), language), nominative_words)
    return out
