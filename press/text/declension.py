"""Declension: the forms that a name takes in a language, and what a form tells of its case.

Endings are data, ``declension`` in ``data/vocabulary/languages``. Common words are declined by table instead,
see :mod:`press.text.inflect`.
"""

from __future__ import annotations

from functools import cache

from press.vocabulary import read


@cache
def _declension(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Endings by the ending of the nominative, longest first."""
    table = read(f"languages/{language}").get("declension", {})
    return tuple(sorted(((k, tuple(v)) for k, v in table.items()), key=lambda kv: (kv[0] == "-", -len(kv[0]))))


@cache
def inflects(language: str) -> bool:
    """Whether a vocabulary language has cases."""
    return bool(_declension(language))


@cache
def _endings(language: str) -> frozenset[str]:
    """All endings that a name may take."""
    return frozenset(e for _, endings in _declension(language) for e in endings)


def decline(key: str, language: str) -> set[str]:
    """Folded forms that a folded name can take; the name itself where a language declines none.

    >>> sorted(decline("вулин", "ru"))[:2]
    ['вулин', 'вулина']
    """
    if not inflects(language):
        return _english_spellings(key)
    if "-" in key:
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
def _nominative_endings(language: str) -> frozenset[str]:
    return frozenset(ending for ending, _ in _declension(language) if ending != "-")


def root(key: str, language: str) -> str:
    """The letters that all forms of a folded name begin with; '' where it has forms that begin otherwise."""
    if not inflects(language):
        return ""
    key = key.partition("-")[0]
    endings = _nominative_endings(language)
    for n in range(min(3, len(key) - 2), 0, -1):
        if key[-n:] in endings:
            return key[:-n]
    return key


@cache
def _variants() -> dict[str, list[str]]:
    """English spellings of a given name by each of them: sergey, sergei."""
    table: dict[str, list[str]] = {}
    for group in read("given_names")["variants"]:
        for name in group:
            table.setdefault(name, []).extend(group)
    return table


def _english_spellings(key: str) -> set[str]:
    """Spellings under which English texts write a Slavic name: Sergei, Zelenskyy."""
    found = {key, *_variants().get(key, ())}
    for ending in ("skyy", "skyi", "skiy", "skii", "sky"):
        if key.endswith(ending):
            stem_ = key[: -len(ending)]
            return found | {stem_ + e for e in ("sky", "skiy", "skyy", "skyi", "skii")}
    if key.endswith(("yev", "iev")) and len(key) > 5:
        found |= {key[:-3] + e for e in ("yev", "iev", "ev")}
    return found


def stem(key: str, language: str) -> str:
    """A key without its case ending, for comparing two forms of one name."""
    if not inflects(language) or len(key) < 4:
        return key
    endings = _endings(language)
    for n in range(min(4, len(key) - 3), 0, -1):
        if key[-n:] in endings:
            return key[:-n]
    return key


#: What may stand after the stem of a common noun in the nominative.
_NOMINATIVE = {
    "sr": ("a", "o", "e", "i", "ka", "ca", "ci"),
    "ru": ("а", "я", "ь", "о", "е", "ы", "и", "ия", "ие", "ий", "ство", "ка", "ица"),
    "uk": ("а", "я", "ь", "о", "е", "и", "і", "ія", "ії", "ій", "ство", "ка", "иця", "ця"),
}
#: Serbian stems after which -a is a man's genitive (ministra), but for those of women's and abstract nouns (stranka).
_CONSONANTS = "bcdfghjklmnprstvz"
_CLUSTERS = ("ij", "lj", "dj", "nk", "rk", "sk", "tk", "vk", "lk")
#: Serbian stems of women's nouns, and of adjectives before them (narodna banka), whose -a is a nominative.
_FEMININE = (
    "ambasad",
    "vlad",
    "skupstin",
    "sluzb",
    "bank",
    "kancelarij",
    "agencij",
    "komisij",
    "narodn",
    "izborn",
    "centraln",
    "tajn",
    "staln",
    "bezbednosn",
    "republick",
)
#: Endings of possessive adjectives made from names.
_POSSESSIVE = {"sr": ("ov", "ev", "in")}


def may_be_nominative(key: str, base: str, language: str, singular: bool = False, person: bool = False) -> bool:
    """Whether a word, found by the stem or lemma ``base``, can be a subject.

    ``singular`` tells that it has no plural, ``person`` that it is an office: президента is no subject.
    """
    if not inflects(language) or key == base:
        return True
    tail = key[len(base) :] if key.startswith(base) else ""
    if not tail:
        return key.startswith(base)
    if singular:
        return tail in ("a", "o", "ka", "ska", "а", "я", "о", "ь", "й", "ка")
    if person and tail == "а" and not base.endswith(("глав", "голов", "к", "ц")):
        return False
    if tail == "a" and base[-1:] in _CONSONANTS and base[-2:] not in _CLUSTERS and not base.endswith(_FEMININE):
        return False
    return tail in _NOMINATIVE[language]


def possessive(key: str, base: str, language: str) -> bool:
    """Whether a form is a possessive adjective such as Vučićev, Putinova."""
    if language not in _POSSESSIVE:
        return False
    last = base.rsplit(" ", 1)[-1]
    tail = key[len(last.rstrip("aoei")) :] if key.startswith(last.rstrip("aoei")) else ""
    return tail[:2] in _POSSESSIVE[language] and len(tail) <= 5
