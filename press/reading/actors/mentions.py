"""Actors: persons, states and organisations named in a text, under one canonical name.

One scan finds the vocabulary's names, institutions and roles; neighbours are then composed ("МВД
Сербии" is the Serbian Interior Ministry, "the Serbian president" whoever held the office on the day).
Persons whom the vocabulary does not know are found by their form and unified within the article.
"""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from press.reading.actors import names
from press.reading.document import Document, Mention
from press.text import declension
from press.text.words import Hit, Phrases, Tokens, fold, tokenise, vocabulary_language
from press.vocabulary import forms, read

#: Order in which readings of one phrase are tried.
_KINDS = (
    "person",
    "organisation",
    "country",
    "institution",
    "role",
    "adjective",
    "people",
    "outlet",
    "surname",
)


class Entry(NamedTuple):
    """What a phrase of the vocabulary may stand for."""

    kind: str
    name: str  # canonical name, country code, institution or role identifier
    country: str = ""
    gender: str = ""
    ambiguous: bool = False
    base: str = ""  # folded nominative


class Person(NamedTuple):
    """A person of the vocabulary."""

    name: str
    country: str
    gender: str


class Office(NamedTuple):
    """A term of office."""

    name: str
    start: date
    end: date


class Spelled(NamedTuple):
    """A row of ``persons.toml``: spellings by language, and whether the surname alone is too common to count."""

    name: str
    country: str
    gender: str
    spellings: dict[str, list[str]]
    full: bool


@cache
def spelled() -> list[Spelled]:
    """The rows of ``persons.toml``; | in a spelling marks where the surname begins."""
    rows = []
    for line in read("persons")["persons"].splitlines():
        cells = [cell.strip() for cell in line.split(";")]
        name, country, gender, ru, uk, sr, en, full = (cells + [""] * 8)[:8]
        spellings = {k: v.split("/") if v else [] for k, v in (("ru", ru), ("uk", uk), ("sr", sr), ("en", en))}
        rows.append(Spelled(name, country, gender, spellings, full == "full"))
    return rows


@cache
def persons() -> dict[str, Person]:
    """Persons of the vocabulary by canonical name."""
    return {clean(p.name): Person(clean(p.name), p.country, p.gender) for p in spelled()}


@cache
def offices() -> dict[tuple[str, str], list[Office]]:
    """Terms of office by role identifier and country code or organisation."""
    table: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in read("offices")["office"]:
        for holder in office["holders"]:
            start, end = holder.get("from", date.min), holder.get("to", date.max)
            table[office["role"], office["of"]].append(Office(clean(holder["name"]), start, end))
    return table


@cache
def roles_of() -> dict[str, list[tuple[str, str, date, date]]]:
    """Offices by holder: (role, of, start, end)."""
    table: dict[str, list[tuple[str, str, date, date]]] = defaultdict(list)
    for (role, of), terms in offices().items():
        for term in terms:
            table[term.name].append((role, of, term.start, term.end))
    return table


@cache
def countries() -> dict[str, dict[str, Any]]:
    """Countries of the vocabulary by ISO code."""
    return {c["code"]: c for c in read("countries")["country"]}


@cache
def institutions() -> dict[str, str]:
    """Name patterns of institutions by identifier, such as "{adjective} Foreign Ministry"."""
    return {i["id"]: i["name"] for i in read("institutions")["institution"]}


@cache
def organisations() -> dict[str, dict[str, Any]]:
    """Organisations of the vocabulary by canonical name."""
    return {o["name"]: o for o in read("organisations")["organisation"]}


@cache
def covers(role: str) -> frozenset[str]:
    """Words for a role that are wider than it: a foreign minister is a minister, a diplomat, an official."""
    return frozenset(next((r.get("wider", ()) for r in read("roles")["role"] if r["id"] == role), ()))


def described(role: str, of: str) -> str:
    """A person known only by an office, in English as the labels name him: "a Russian diplomat"."""
    country = countries().get(of)
    words = [country["adjective"] if country else of, role.replace("_", " ")]
    phrase = " ".join(w for w in words if w)
    vowel = re.match(r"[AEIOaeio]|EU\b|u[bcdfgklmprstvw]", phrase) and not phrase.startswith("European ")
    return f"{'an' if vowel else 'a'} {phrase}"


def clean(name: str) -> str:
    """A name without the mark of where the surname begins."""
    return name.replace("|", "")


def holders(role: str, of: str, day: date | None) -> list[str]:
    """Who held an office on a day; all who ever did, latest first, where the day is unknown."""
    terms = offices().get((role, of), ())
    if day is None:
        return list(dict.fromkeys(t.name for t in reversed(list(terms))))
    return list(dict.fromkeys(t.name for t in terms if t.start <= day <= t.end))


def holders_of(role: str, of: str, day: date | None) -> list[str]:
    """Who held an office, or one that another word for it means, on a day."""
    return holders(role, of, day) or holders(_SAME.get(role, role), of, day)


@cache
def _table(language: str) -> Phrases[tuple[Entry, ...]]:
    """Everything of the vocabulary that can stand in a text of a language, in one table."""
    # Thousands of small tuples that all stay: collecting garbage among them takes a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _build(language)
    finally:
        if collecting:
            gc.enable()


def _build(language: str) -> Phrases[tuple[Entry, ...]]:
    common = _Builder(language)
    for country in read("countries")["country"]:
        words = country.get(language, {})
        code = country["code"]
        for key, kind in (
            ("nouns", "country"),
            ("metonyms", "country"),
            ("adjectives", "adjective"),
            ("people", "people"),
        ):
            for phrase in words.get(key, ()):
                common.add(phrase, Entry(kind, code, code))
    for institution in read("institutions")["institution"]:
        for phrase in institution.get(language, ()):
            common.add(phrase, Entry("institution", institution["id"]))
    for role in read("roles")["role"]:
        for phrase in role.get(language, ()):
            common.add(phrase, Entry("role", role["id"], role.get("of", "")))
        for phrase in role.get("feminine", {}).get(language, ()):
            common.add(phrase, Entry("role", role["id"], role.get("of", ""), gender="f"))
    for organisation in read("organisations")["organisation"]:
        entry = Entry("organisation", organisation["name"], organisation.get("country", ""))
        for phrase in dict.fromkeys(
            [organisation["name"], *organisation.get(language, ()), *organisation.get("en", ())]
        ):
            common.add(phrase, entry)
    for outlet in read("outlets")["outlet"]:
        entry = Entry("outlet", outlet.get("speaker", outlet["name"]), outlet.get("country", ""))
        for phrase in dict.fromkeys([outlet["name"], *outlet.get("names", ())]):
            common.add(phrase, entry)
    for person in spelled():
        entry = Entry("person", clean(person.name), person.country, person.gender, person.full)
        own, english, serbian = (person.spellings[k] for k in (language, "en", "sr"))
        for alias in dict.fromkeys([person.name, *own, *english, *serbian]):
            common.add_person(alias, entry)
            if language == "en" and "đ" in alias.lower():
                common.add_person(alias.replace("đ", "d").replace("Đ", "D"), entry)
    return common.phrases()


class _Builder:
    """Collects the phrases of one language and what each may stand for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        self.common_forms = forms(language)
        self.declined: set[str] = set()

    def add(self, phrase: str, entry: Entry) -> None:
        phrase = " ".join(phrase.replace("-", " - ").split()) if " - " in phrase else phrase
        # Phrases are cut into words as a text is.
        words = [w for part in phrase.split() for w in _words(part, self.language)]
        if words:
            self.entries[" ".join(words)].append(entry._replace(base=" ".join(w.rstrip("*?") for w in words)))
            if (
                entry.kind in ("organisation", "outlet")
                and len(words) == 1
                and not phrase.endswith("*")
                and not phrase.isupper()
            ):
                self.declined.add(words[0])

    def add_person(self, alias: str, entry: Entry) -> None:
        _given, _mark, surname = alias.rpartition("|") if "|" in alias else alias.rpartition(" ")
        words = [w for part in alias.replace("|", "").split() for w in _words(part, self.language)]
        last = [w for part in surname.split() for w in _words(part, self.language)]
        self.declined.update(words)
        if not words:
            return
        entry = entry._replace(base=" ".join(words))
        self.entries[entry.base].append(entry)
        if len(words) == 2 and last != words and len(words[0]) > 1 and self.language != "sr":
            # with a middle initial or a patronymic
            self.entries[f"{words[0]} _ {words[1]}"].append(entry)
        if last and last != words:
            self.entries[" ".join(last)].append(entry._replace(kind="surname", base=" ".join(last)))

    def phrases(self) -> Phrases[tuple[Entry, ...]]:
        def word_forms(key: str) -> Iterable[str]:
            if key in self.declined:
                return declension.decline(key, self.language)
            return self.common_forms(key)

        def root(key: str) -> str:
            return declension.root(key, self.language) if key in self.declined else ""

        ordered = []
        for phrase, entries in self.entries.items():
            if len(entries) > 1:
                entries = sorted(dict.fromkeys(entries), key=lambda e: _KINDS.index(e.kind))
            ordered.append((phrase, tuple(entries)))
        return Phrases(ordered, self.language, word_forms, root)


@cache
def _words(part: str, language: str) -> list[str]:
    """The words of a vocabulary phrase, cut as a text is cut, with their ``*`` and ``?``."""
    mark = part[-1] if part[-1] in "*?" and len(part) > 1 else ""
    if part == "_":
        return ["_"]
    if part.isalpha():
        return [fold(part, language)]
    keys = tokenise(part.rstrip("*?"), language).keys
    return [*keys[:-1], keys[-1] + mark] if keys else []


def find(document: Document) -> None:
    """Fill ``document.mentions`` and ``document.references``."""
    language = vocabulary_language(document.language)
    tokens = document.tokens
    day = document.published
    hits = _read(tokens, document, language)
    composed = _compose(hits, document, language)
    taken = bytearray(len(tokens.words))
    for hit in hits:
        taken[hit.first : hit.last] = b"\1" * (hit.last - hit.first)
    unknown = names.find(document, taken, language)
    references = sorted([*composed, *unknown], key=lambda m: (m.start, -m.end, m))
    document.references = _resolve_roles(references, day)
    document.mentions = [
        m for m in document.references
        if m.name and m.kind not in ("role", "name") and (m.known or m.kind == "person")
    ]  # fmt: skip
    if document.title:
        document.title_mentions = _title_names(document, language)


def _title_names(document: Document, language: str) -> list[str]:
    title = Document(
        document.title, document.language, document.script, document.published, "",
        tokenise(document.title, document.language), [],
    )  # fmt: skip
    composed = _compose(_read(title.tokens, title, language), title, language)
    return list(dict.fromkeys(m.name for m in _resolve_roles(composed, document.published) if m.name))


def canonical(form: str, language: str) -> str:
    """The canonical name of the actor that a form stands for, '' where it names none.

    Parameters
    ----------
    form : str
        A name as a text has it, in any spelling, script or case: "Александром Вучичем".
    language : str
        ISO 639-1 code of the text.
    """
    document = Document(form, language, "", None, "", tokenise(form, language), [])
    find(document)
    named = [m for m in document.references if m.name]
    return max(named, key=lambda m: m.end - m.start).name if named else ""


class _Found(NamedTuple):
    first: int
    last: int
    entry: Entry
    nominative: bool
    possessive: bool


def _read(tokens: Tokens, document: Document, language: str) -> list[_Found]:
    """Phrases of the vocabulary with the one reading that fits."""
    words, keys = tokens.words, tokens.keys
    hits: list[Hit[tuple[Entry, ...]]] = list(_table(language).scan(keys))
    text = document.text
    starts = {s.first for s in document.sentences}
    full_names: dict[str, Entry] = {}
    for first, _, entries in hits:
        for entry in entries:
            if entry.kind == "person" and words[first][0].isupper():
                full_names.setdefault(entry.name, entry)
    found: list[_Found] = []
    for hit in hits:
        first, last, _ = hit
        capital = words[first][0].isupper() or words[last - 1][0].isupper()
        chosen = _reading(hit, capital, first in starts, full_names, tokens, text)
        if chosen is None:
            continue
        entry = chosen
        if language == "en" and entry.kind in ("role", "institution") and _attributive(hit, entry, tokens, starts):
            continue
        nominative = language == "en" or " ".join(keys[first:last]) == entry.base
        if entry.kind in ("role", "institution", "organisation", "people", "country") and language != "en":
            nominative = declension.may_be_nominative(
                keys[first],
                entry.base.split(" ")[0],
                language,
                singular=entry.kind == "country",
                person=entry.kind == "role",
            )
        possessive = words[last - 1][-2:] in ("'s", "’s") or declension.possessive(keys[last - 1], entry.base, language)
        found.append(_Found(first, last, entry, nominative, possessive))
    return found


def _reading(
    hit: Hit[tuple[Entry, ...]],
    capital: bool,
    initial: bool,
    full_names: dict[str, Entry],
    tokens: Tokens,
    text: str,
) -> Entry | None:
    for entry in hit.value:
        kind = entry.kind
        if kind in ("role", "adjective", "institution", "people"):
            return entry
        numbered = kind == "outlet" and any(c.isdigit() for c in tokens.words[hit.first])  # "b92" as it writes itself
        if not capital and not numbered:
            continue
        if kind == "outlet":
            if (
                not initial
                or _quoted(tokens, hit, text)
                or hit.last - hit.first > 1
                or tokens.words[hit.first].isupper()
            ):
                return entry
            continue
        if kind == "surname":
            break
        if entry.ambiguous and kind != "person":
            continue
        return entry
    surnames = [e for e in hit.value if e.kind == "surname"] if capital else []
    if not surnames:
        return None
    named = [e for e in surnames if e.name in full_names]
    if named:
        return _as_person(named[0])
    if _given_name_before(hit, tokens, text, initial):
        return None
    sure = [e for e in surnames if not e.ambiguous]
    return _as_person(sure[0]) if sure else None


@cache
def _as_person(surname: Entry) -> Entry:
    return surname._replace(kind="person")


def _attributive(hit: Hit[tuple[Entry, ...]], entry: Entry, tokens: Tokens, starts: set[int]) -> bool:
    """Whether an English noun only describes another (military experts) or is part of a name (Center for X)."""
    words = tokens.words
    if (
        words[hit.first][0].isupper() and hit.last - hit.first == 1 and hit.first > 0
        and words[hit.first - 1][0].isupper() and names.is_given_name(words[hit.first - 1])
        and tokens.starts[hit.first] == tokens.ends[hit.first - 1] + 1
    ):  # fmt: skip
        return True  # Julie Bishop
    if entry.kind == "institution" and hit.last - hit.first == 1 and words[hit.first].islower():
        following = hit.last < len(words) and tokens.keys[hit.last]
        return (
            bool(following) and following in plural_roles() and tokens.starts[hit.last] == tokens.ends[hit.last - 1] + 1
        )
    if entry.name in _NOUNS and words[hit.first][0].isupper():
        joined = hit.last < len(words) and (
            words[hit.last][0].isupper() or tokens.keys[hit.last] in ("for", "of", "on")
        )
        before = hit.first > 0 and words[hit.first - 1][0].isupper() and hit.first not in starts
        return bool(joined or before)
    return False


@cache
def plural_roles() -> frozenset[str]:
    """English plurals of roles: experts, officials, sources."""
    return frozenset(
        phrase + "s" for role in read("roles")["role"] for phrase in role.get("en", ()) if " " not in phrase
    ) | {"sources", "sites", "outlets", "reports", "data", "media"}


def _quoted(tokens: Tokens, hit: Hit[tuple[Entry, ...]], text: str) -> bool:
    at = tokens.starts[hit.first]
    return at > 0 and text[at - 1] in "\"“„«»'‘”"


def _given_name_before(hit: Hit[tuple[Entry, ...]], tokens: Tokens, text: str, initial: bool) -> bool:
    """Whether another capitalised word stands right before a surname: somebody else's given name."""
    i = hit.first - 1
    if initial or i < 0 or text[tokens.ends[i] : tokens.starts[hit.first]] != " ":
        return False
    return names.is_given_name(tokens.words[i])


def _compose(found: list[_Found], document: Document, language: str) -> list[Mention]:
    """Join neighbours: country and institution, role and country, role and person."""
    tokens, text = document.tokens, document.text
    out: list[Mention] = []
    n = len(found)
    i = 0
    home = _home(document.language)
    possessives = _possessives(language)
    links = names.lists(language)["role_links"]
    sentences = [s.start for s in document.sentences]

    def gap(a: _Found, b: _Found) -> str:
        return text[tokens.ends[a.last - 1] : tokens.starts[b.first]]

    def near(a: _Found, b: _Found, most: int = 2) -> bool:
        """Whether nothing stands between two phrases but prepositions and articles that join them."""
        return (
            b.first - a.last <= most
            and not _STOPS.intersection(gap(a, b))
            and links.issuperset(tokens.keys[a.last : b.first])
        )

    def owner(first: int, before: list[Mention]) -> str:
        """Whose "its president" is: the first state of the sentence that owns nothing, else the one named last."""
        if first == 0 or tokens.keys[first - 1] not in possessives:
            return ""
        states = [m for m in before[-12:] if m.kind == "state"]
        begin = sentences[bisect_right(sentences, tokens.starts[first]) - 1] if sentences else 0
        here = [m for m in states if m.start >= begin and not m.possessive]
        return here[0].country if here else states[-1].country if states else ""

    def mention(first: int, last: int, name: str, kind: str, f: _Found, **more: Any) -> None:
        out.append(
            Mention(
                name, kind, tokens.starts[first], tokens.ends[last - 1], first, last,
                nominative=f.nominative, possessive=f.possessive, **more,
            )
        )  # fmt: skip

    counts = Counter(f.entry.name for f in found if f.entry.kind in ("country", "adjective"))
    dominant = counts.most_common(1)[0][0] if counts else home
    while i < n:
        f = found[i]
        entry = f.entry
        kind = entry.kind
        first, last = f.first, f.last
        if kind in ("country", "adjective", "people"):
            following = found[i + 1] if i + 1 < n else None
            joins = following is not None and following.entry.kind in ("institution", "role")
            if (
                joins
                and following is not None
                and (kind == "adjective" or (kind == "country" and f.possessive))
                and near(f, following)
            ):
                if following.entry.kind == "institution":
                    i = _institution(found, i + 1, first, entry.name, mention, near)
                else:
                    i = _role(found, i + 1, first, entry.name, mention, near, owner, out)
                continue
            if kind == "country":
                mention(first, last, countries()[entry.name]["name"], "state", f, country=entry.name)
            elif kind == "people":
                adjective = countries()[entry.name]
                mention(
                    first,
                    last,
                    adjective.get("people_name", adjective["adjective"] + "s"),
                    "group",
                    f,
                    country=entry.name,
                )
        elif (
            kind == "institution"
            and language == "en"
            and entry.name in ("officials", "media")
            and not (i + 1 < n and found[i + 1].entry.kind == "country" and near(f, found[i + 1]))
        ):
            pass  # of nobody knows where: a described source
        elif kind == "institution":
            ministry = entry.name.endswith("_ministry")
            i = _institution(found, i, first, "", mention, near, home if home and ministry else dominant, out)
            continue
        elif kind == "role":
            i = _role(found, i, first, "", mention, near, owner, out)
            continue
        elif kind == "person":
            mention(first, last, entry.name, "person", f, country=entry.country, gender=entry.gender)
        elif (
            kind == "organisation"
            and (f.possessive or language == "en")
            and i + 1 < n
            and found[i + 1].entry.kind == "role"
            and found[i + 1].entry.name not in _NOUNS
            and near(f, found[i + 1], 0)
        ):
            # the Kremlin's press secretary
            i = _role(found, i + 1, first, entry.name, mention, near, owner, out)
            continue
        elif kind == "organisation":
            organisation = organisations().get(entry.name, {})
            state = organisation.get("kind") == "state"
            mention(first, last, entry.name, "state" if state else "organisation", f, country=entry.country)
        elif kind == "outlet":
            mention(first, last, entry.name, "outlet", f, country=entry.country)
        i += 1
    return out


_STOPS = frozenset(".,;:!?()[]—–\n")


@cache
def _possessives(language: str) -> frozenset[str]:
    return frozenset(fold(w, language) for w in read(f"languages/{language}")["grammar"]["its"])


def _home(language: str) -> str:
    return {"sr": "RS", "ru": "RU", "uk": "UA"}.get(language, "")


def _country_after(found: list[_Found], i: int, near: Any) -> _Found | None:
    """A country, or an organisation, that follows an institution or a role in the genitive."""
    if i + 1 < len(found):
        following = found[i + 1]
        if following.entry.kind == "country" and near(found[i], following):
            return following
    return None


def _institution(
    found: list[_Found], i: int, first: int, country: str, mention: Any, near: Any, default: str = "",
    out: list[Mention] | None = None,
) -> int:  # fmt: skip
    """Name an institution by its country; returns the index after what was used."""
    f = found[i]
    last = f.last
    used = i + 1
    if not country:
        following = _country_after(found, i, near)
        if following is not None:
            country, last, used = following.entry.name, following.last, i + 2
    if f.entry.name == "embassy" and (host := _country_after(found, used - 1, near)) is not None:
        last, used = host.last, used + 1  # the US embassy in Belgrade
    pattern = institutions()[f.entry.name]
    if not country:
        # The same kind of institution named before in this article, else the home country.
        tail = pattern.replace("{adjective}", "").strip()
        before = [m for m in (out or [])[-60:] if m.kind == "organisation" and m.name.endswith(tail)]
        if before:
            mention(first, last, before[-1].name, "organisation", f, country=before[-1].country)
            return used
        country = default
    data = countries().get(country)
    if data:
        name = (
            pattern.replace("{adjective}", data["adjective"])
            .replace(" in {place}", "")
            .replace("{country}", data["name"])
        )
        mention(first, last, name, "organisation", f, country=country)
    return used


def _role(
    found: list[_Found],
    i: int,
    first: int,
    country: str,
    mention: Any,
    near: Any,
    owner: Any,
    out: list[Mention],
) -> int:
    """Attach a role to the person it stands beside, or keep it as a reference to a person."""
    f = found[i]
    roles = [f.entry.name]
    last, used = f.last, i + 1
    beside = found[used].entry.kind if used < len(found) and near(f, found[used], 0) else ""
    if roles[0] in _NOUNS and beside in ("organisation", "outlet", "institution"):
        return used  # the watchdog CRTA, saopštenje vlade: the name follows and speaks for itself
    gender = f.entry.gender
    # rekao je novinarima portparol: whom one speaks to is no part of an office
    chained = roles[0] != "journalist"
    while chained and used < len(found) and found[used].entry.kind == "role":
        noun = found[used].entry.name in _NOUNS and not found[used - 1].possessive  # the chief of the service
        if not near(found[used - 1], found[used], 2 if noun else 0):
            break
        if found[used - 1].possessive:
            roles.clear()  # the president's adviser
        roles.append(found[used].entry.name)
        gender = gender or found[used].entry.gender
        last, used = found[used].last, used + 1
    of = country or f.entry.country
    if (
        used < len(found)
        and found[used].entry.kind in ("country", "organisation", "adjective")
        and near(found[used - 1], found[used], 3)
    ):
        following = found[used]
        if (
            following.entry.kind == "adjective"
            and not country
            and used + 1 < len(found)
            and found[used + 1].entry.kind == "institution"
        ):
            # глава сербского МИД: the role of an institution.
            of = following.entry.name
            last, used = found[used + 1].last, used + 2
        elif following.entry.kind != "adjective":
            of = country if country else following.entry.name
            last, used = following.last, used + 1
            within = found[used] if used < len(found) and following.possessive else None
            if within is not None and within.entry.kind == "organisation" and near(following, within, 0):
                # the leader of Serbia's Liberal Democratic Party
                of, last, used = within.entry.name, within.last, used + 1
    elif used < len(found) and found[used].entry.kind == "institution" and near(found[used - 1], found[used], 2):
        inner = found[used]
        roles = [_head_of(inner.entry.name, roles[0])]
        last, used = inner.last, used + 1
        following_country = _country_after(found, used - 1, near)
        if following_country is not None:
            of, last, used = following_country.entry.name, following_country.last, used + 1
    if used < len(found) and found[used].entry.kind == "person" and near(found[used - 1], found[used], 1):
        return used  # "President Vučić": the name follows and speaks for itself
    if not of and out:
        of = owner(first, out)
    if "spokesperson" in roles and "president" in roles:
        # the Russian president's press secretary speaks for the Kremlin
        roles, of = ["spokesperson"], "Kremlin" if of == "RU" else of
    mention(first, last, "", "role", f, country=of, role="/".join(roles), gender=gender)
    return used


#: Nouns that take up an outlet, an institution or a document.
_NOUNS = frozenset({"outlet_noun", "body_noun", "document_noun"})


def _head_of(institution: str, role: str) -> str:
    """The role of who heads an institution: head of the foreign ministry = foreign minister."""
    if role not in _HEADS:
        return role
    if institution.endswith("_ministry"):
        return institution.removesuffix("_ministry") + "_minister"
    return {"government": "prime_minister", "parliament": "parliament_speaker"}.get(institution, role)


def _resolve_roles(references: list[Mention], day: date | None) -> list[Mention]:
    """Name the holders of roles that say of which country, by the day of publication."""
    present = {m.name for m in references if m.kind == "person"}
    out = []
    for m in references:
        if m.kind == "role" and m.country:
            name = ""
            for role in m.role.split("/"):
                candidates = [c for c in holders_of(role, m.country, day) if _fits(c, m.gender)]
                here = [c for c in candidates if c in present]
                if here:
                    name = here[0]
                elif len(candidates) == 1 or (candidates and day is not None and role in _SINGLE):
                    name = candidates[-1]
                if name:
                    break
            if name:
                person = persons().get(name)
                m = m._replace(
                    name=name, kind="person", gender=person.gender if person else m.gender,
                    country=person.country if person else m.country,
                )  # fmt: skip
        out.append(m)
    return out


def _fits(name: str, gender: str) -> bool:
    """Whether a person may be of a gender: a spokeswoman is no man."""
    person = persons().get(name)
    return not gender or person is None or person.gender in ("", gender)


#: Roles by which the head of an institution is named.
_HEADS = frozenset({"head", "leader", "director", "president", "minister"})
#: Words for an office of an organisation that mean the same.
_SAME = {"director": "head", "head": "president", "president": "head", "leader": "head"}
#: Offices that one person holds at a time.
_SINGLE = frozenset({"president", "prime_minister", "foreign_minister", "defence_minister", "interior_minister"})
