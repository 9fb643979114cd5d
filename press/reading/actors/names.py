"""Names by their form: persons whom the vocabulary does not know.

A person is named in full once and by surname afterwards; the two are unified within an article, in
inflected languages too. Nothing here knows a person: capital letters, titles, given names and the verbs
of speech beside a name decide.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from press.reading.actors import english
from press.reading.document import Document, Mention
from press.reading.grammar import grammar
from press.text import declension, given_names, transliterate
from press.text.nominative import nominative, without_patronymic
from press.text.words import CYRILLIC, Tokens, fold
from press.vocabulary import read

_LONGEST_NAME = 5
_TO_VERB = 3  # words after a name among which its verb stands
_CYRILLIC = "\u0400"  # letters of European scripts before it are Latin
_MOST_PARTICLES = 2
_MOST_NAMESAKES = 12
#: Rules of a language's own: an organisation by a word of its name, the canonical name of a person.
_ORGANISATION = {"en": english.organisation}
_CANONICAL = {"en": english.canonical}


@cache
def lists(language: str) -> dict[str, Any]:
    """The lists of ``[names]`` in a language's vocabulary, folded, and its habits; a list that it lacks is empty."""
    data = read(f"languages/{language}")["names"]
    kinds = (
        "body_nouns",
        "named_places",
        "not_names",
        "organisation_words",
        "particles",
        "titles",
        "honorifics",
        "links",
        "bodies",
        "role_links",
    )
    folded: dict[str, Any] = {k: frozenset(fold(w, language) for w in data.get(k, ())) for k in kinds}
    folded["small_names"] = frozenset(data.get("small_names", ()))
    habits = {k: data.get(k, False) for k in ("given_alone", "given_needed", "nouns_describe")}
    return folded | habits | {"title_gender": data.get("title_gender", {})}


class _Known(NamedTuple):
    """A person of the article: words of the name, given name and surname as stems, the word for an office before it."""

    words: list[str]
    given: str
    surname: str
    office: str = ""


#: Words after a surname that are no part of it.
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def _runs(tokens: Tokens, taken: bytearray, text: str, particles: frozenset[str]) -> list[tuple[int, int]]:
    """Capitalised words that stand together as a name does: initials and lower-case particles join them."""
    words, keys, starts, ends = tokens.words, tokens.keys, tokens.starts, tokens.ends
    capitals = [i for i, word in enumerate(words) if not taken[i] and word[0].isupper()]
    runs = []
    n, i = len(capitals), 0
    while i < n:
        first = last = capitals[i]
        i += 1
        while i < n and last - first < _LONGEST_NAME:
            following = capitals[i]
            if following - last > _MOST_PARTICLES + 1:
                break
            if (words[following][0] < _CYRILLIC) != (words[first][0] < _CYRILLIC):
                break  # an outlet in Latin letters beside a name in Cyrillic ones
            if following == last + 1 and starts[following] - ends[last] == 1 and text[ends[last]] == " ":
                last = following  # the common case
                i += 1
                continue
            gap = text[ends[last] : starts[following]]
            if following == last + 1:
                joined = gap in (" ", "\u00a0") or (gap in (". ", ".") and len(words[last]) <= 2)
                joined = joined or (gap == ", " and keys[following] in _SUFFIXES)
            else:
                joined = all(k in particles for k in keys[last + 1 : following]) and gap.count(" ") == following - last
            if not joined:
                break
            last = following
            i += 1
        runs.append((first, last + 1))
    return runs


def find(document: Document, taken: bytearray, language: str) -> list[Mention]:
    """Persons, and in English organisations, that the vocabulary does not know.

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
        Full names, surnames where the article has the full name, and organisations by a word such as
        "committee" in their name.
    """
    tokens = document.tokens
    words, keys, starts, ends, text = tokens.words, tokens.keys, tokens.starts, tokens.ends, document.text
    habits = lists(language)
    not_names, titles = habits["not_names"], habits["titles"]
    initial = {s.first for s in document.sentences} | {tokens.at(q.inner) for q in document.quotes}
    by_surname: dict[str, list[_Known]] = {}
    by_given: dict[str, list[_Known]] = {}
    order: list[tuple[int, int, str, str]] = []
    sure: set[str] = set()  # surnames that a given name or a title goes with
    alone: list[tuple[int, str]] = []
    out: list[Mention] = []
    organisation, inflects = _ORGANISATION.get(language), declension.inflects(language)
    for first, last in _runs(tokens, taken, text, habits["particles"]):
        if organisation and (found := organisation(first, last, tokens, text, habits)):
            out.append(found)
            continue
        title = ""
        while first < last and (keys[first] in not_names or keys[first] in titles):
            title = keys[first] if keys[first] in titles else ""
            first += 1
        while first < last and keys[last - 1] in not_names:
            last -= 1
        if last <= first:
            continue
        title = title or _title_before(first, taken, tokens, text, titles)
        if last - first == 1:
            alone.append((first, title))
            continue
        if any(keys[k] in habits["organisation_words"] for k in range(first, last)):
            continue
        if all(w.isupper() and len(w) > 1 for w in words[first:last]) or any(
            c.isdigit() for w in words[first:last] for c in w
        ):
            continue
        office = words[first - 1] if first and taken[first - 1] else ""
        first = _past_acronym(first, last, words)
        if (
            last - first > 2
            and taken[first - 1]
            and habits["given_needed"]
            and not given_names.is_given_name(words[first])
        ):
            first += 1  # премьер-министра Малайзии Хасана Пробира: the country behind the office
        if (
            last - first > 2 and (first in initial or inflects) and given_names.is_given_name(words[first + 1])
            and not given_names.is_given_name(words[first])
        ):  # fmt: skip
            first += 1  # Brave Ana Primer said; trener Zenita Petar Probić
        if last - first < 2:
            alone.append((first, title))
            continue
        if inflects and _is_no_person(first, last, tokens, text, language, habits):
            continue
        family = last - 1 if keys[last - 1] not in _SUFFIXES or last - first < 3 else last - 2
        if len(words[family]) == 1:
            continue
        given = given_names.is_given_name(words[first])
        # In languages that capitalise only names, two capitalised words may still be a place or a firm.
        if (
            not given
            and habits["given_needed"]
            and (last - first > 3 or (first in initial and not _speaks(last, tokens, text, language)))
        ):
            continue
        surname, forename = declension.stem(keys[family], language), declension.stem(keys[first], language)
        order.append((first, last, surname, forename))
        if given or title:
            sure.add(surname)
        known = by_surname.setdefault(surname, [])
        same = next((k for k, p in enumerate(known) if _same_given(p.given, forename)), -1)
        person = _Known(words[first:last], forename, surname, office)
        if same < 0:
            if len(known) < _MOST_NAMESAKES:
                known.append(person)
        elif len(person.words) > len(known[same].words):
            known[same] = person
    for known in by_surname.values():
        for person in known:
            by_given.setdefault(person.given, []).append(person)
    shown: dict[int, tuple[str, list[str], str]] = {}

    def add(first: int, last: int, person: _Known) -> None:
        if id(person) not in shown:
            name, nominative_words = _canonical(person.words, language, person.office)
            shown[id(person)] = name, nominative_words, given_names.gender(" ".join(nominative_words), language)
        name, nominative_words, gender = shown[id(person)]
        base = fold(nominative_words[-1], language)
        out.append(
            Mention(
                name, "person" if person.surname in sure else "name",
                starts[first], ends[last - 1], first, last, known=False,
                possessive=words[last - 1][-2:] in ("'s", "’s") or declension.possessive(keys[last - 1], base, language),
                nominative=not inflects or keys[last - 1] == base, gender=gender,
            )
        )  # fmt: skip

    for first, last, surname, forename in order:
        namesakes = by_surname[surname]
        add(first, last, next((p for p in namesakes if _same_given(p.given, forename)), namesakes[0]))
    for at, title in alone:
        key = declension.stem(keys[at], language)
        if key in by_surname:
            add(at, at + 1, _of_gender(by_surname[key], habits["title_gender"].get(title, ""), language))
        elif habits["given_alone"] and len(by_given.get(key, ())) == 1 and given_names.is_given_name(words[at]):
            add(at, at + 1, by_given[key][0])
        elif (title and title in habits["honorifics"] and key not in not_names) or _given_beside_verb(
            at, tokens, text, language, not_names
        ):
            # Mr. Sample, whose full name the article never gives; said Anna, 25
            person = _Known([words[at]], "", key)
            sure.add(key)
            by_surname[key] = [person]
            add(at, at + 1, person)
    return out


def _is_no_person(first: int, last: int, tokens: Tokens, text: str, language: str, habits: dict[str, Any]) -> bool:
    """Whether a name is none of a person: Latin letters in a Cyrillic text, a place's name, one that goes on."""
    words = tokens.words
    given = given_names.is_given_name(words[first])
    if language in CYRILLIC and words[first][0] < _CYRILLIC and not given:
        return True  # Clash Report in a Ukrainian text
    if first and declension.stem(tokens.keys[first - 1], language) in _stems(language):
        return text[tokens.ends[first - 1] : tokens.starts[first]].strip(' "„“«') == ""  # aerodrom „Nikola Tesla“
    goes_on = (
        last < len(words) and words[last][0].isupper() and text[tokens.ends[last - 1] : tokens.starts[last]] == " "
    )
    return goes_on and last - first == 2 and not given and given_names.is_given_name(words[first + 1])


@cache
def _stems(language: str) -> frozenset[str]:
    """Stems of words for places that are named after people."""
    return frozenset(declension.stem(key, language) for key in lists(language)["named_places"])


def _past_acronym(first: int, last: int, words: list[str]) -> int:
    """Where a name begins behind the acronym of a body: глава НАБУ Петр Пробенко; in a line of capitals nothing tells."""
    if all(w.isupper() for w in words[first:last]):
        return first
    while last - first > 1 and len(words[first]) > 1 and words[first].isupper():
        first += 1
    return first


def _speaks(last: int, tokens: Tokens, text: str, language: str) -> bool:
    """Whether a verb of speech follows a name: Zoltan Kereš je rekao."""
    cues = grammar(language).cues
    for i in range(last, min(last + _TO_VERB, len(tokens.keys))):
        if text[tokens.ends[i - 1] : tokens.starts[i]] != " ":
            return False
        hit = cues.at(tokens.keys, i)
        if hit is not None and hit.value in ("say", "think"):
            return True
    return False


def _given_beside_verb(at: int, tokens: Tokens, text: str, language: str, not_names: frozenset[str]) -> bool:
    """Whether a given name stands alone beside a verb of speech: каже Тетяна; Anna says."""
    if not given_names.is_given_name(tokens.words[at]) or tokens.keys[at] in not_names or len(tokens.words[at]) < 3:
        return False
    if _speaks(at + 1, tokens, text, language):
        return True
    before = grammar(language).cues.at(tokens.keys, at - 1) if at else None
    return before is not None and before.value == "say" and before.last == at and text[tokens.ends[at - 1]] == " "


def _same_given(a: str, b: str) -> bool:
    """Whether two stems of given names may be one person's: the same, one an initial, one the other's short form."""
    if not a or not b or a == b:
        return True
    return ((len(a) == 1 or len(b) == 1) and a[0] == b[0]) or (len(a) > 2 and len(b) > 2 and a[:3] == b[:3])


def _of_gender(namesakes: list[_Known], gender: str, language: str) -> _Known:
    """The first namesake of a gender, or simply the first, whom the article is about."""
    if gender and len(namesakes) > 1:
        for person in namesakes:
            if given_names.gender(" ".join(person.words), language) == gender:
                return person
    return namesakes[0]


def _title_before(first: int, taken: bytearray, tokens: Tokens, text: str, titles: frozenset[str]) -> str:
    """The title or office that stands right before a name, '' where none does."""
    if first == 0 or text[tokens.ends[first - 1] : tokens.starts[first]] not in (" ", ". ", "\u00a0"):
        return ""
    return tokens.keys[first - 1] if taken[first - 1] or tokens.keys[first - 1] in titles else ""


def _canonical(parts: list[str], language: str, office: str) -> tuple[str, list[str]]:
    """Canonical name and nominative words of a name as the article writes it."""
    if language in _CANONICAL:
        return _CANONICAL[language](parts)
    nominative_words = nominative(without_patronymic(parts, language), language, office)
    return transliterate.canonical(" ".join(nominative_words), language), nominative_words
