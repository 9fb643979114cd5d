"""Mentions: the actors that a text names, each under one canonical name.

One scan finds the vocabulary's phrases, and each gets the one reading that fits; neighbours are then composed, persons
whom the vocabulary does not know are found by their form, and offices are given their holders on the day.
"""

from __future__ import annotations

from functools import cache

from press.reading.actors import bodies, english, names
from press.reading.actors.composition import Found, compose
from press.reading.actors.known import Entry, phrases
from press.reading.actors.offices import NOUNS, name_holders
from press.reading.document import Document, Mention
from press.reading.grammar import grammar
from press.text import declension
from press.text.given_names import is_given_name
from press.text.nominative import is_patronymic
from press.text.phrases import Hit
from press.text.words import Tokens, tokenise, vocabulary_language

#: Rules of a language for a noun that is no actor, as it only describes another.
_DESCRIBES = {"en": english.describes}
_DESCRIBING = frozenset({"role", "institution"})
#: Kinds of phrases that are stems and common words; the others are names, and decline as names do.
_COMMON = frozenset({"role", "institution", "organisation", "people", "country"})


def find(document: Document) -> None:
    """Fill ``document.mentions``, ``document.references`` and ``document.title_mentions``."""
    language = vocabulary_language(document.language)
    found = _found(document, language)
    tokens = document.tokens
    taken = bytearray(len(tokens.words))
    for f in found:
        taken[f.first : f.last] = b"\1" * (f.last - f.first)
    unknown = names.find(document, taken, language)
    references = [*compose(found, document, language), *unknown]
    unlisted = bodies.find(document, references, language)
    if unlisted:
        covered = {i for m in unlisted for i in range(m.first, m.last)}
        references = [left for m in references if (left := _uncovered(m, covered, tokens))] + unlisted
    references.sort(key=lambda m: (m.start, -m.end, m))
    document.references = name_holders(references, document.published)
    document.mentions = [
        m for m in document.references
        if m.name and m.kind not in ("role", "name") and (m.known or m.kind == "person")
    ]  # fmt: skip
    if document.title:
        document.title_mentions = _title_names(document, language)


def _uncovered(m: Mention, covered: set[int], tokens: Tokens) -> Mention | None:
    """What of a mention is no part of another's name: of "министра газета" the minister."""
    if covered.isdisjoint((m.first, m.last - 1)):
        return m
    roles = [role for role in m.role.split("/") if role not in NOUNS]
    if m.first in covered or not m.role or not roles:
        return None
    last = next(i for i in range(m.first, m.last) if i in covered)
    return m._replace(last=last, end=tokens.ends[last - 1], role="/".join(roles))


def _title_names(document: Document, language: str) -> list[str]:
    title = Document(
        document.title, document.language, document.script, document.published, "",
        tokenise(document.title, document.language), [],
    )  # fmt: skip
    composed = compose(_found(title, language), title, language)
    return list(dict.fromkeys(m.name for m in name_holders(composed, document.published) if m.name))


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


def _found(document: Document, language: str) -> list[Found]:
    """Phrases of the vocabulary with the one reading that fits."""
    tokens = document.tokens
    words, keys = tokens.words, tokens.keys
    hits: list[Hit[tuple[Entry, ...]]] = list(phrases(language).scan(keys))
    text = document.text
    starts = {s.first for s in document.sentences}
    full_names: dict[str, Entry] = {}
    for first, _, entries in hits:
        for entry in entries:
            if entry.kind == "person" and words[first][0].isupper():
                full_names.setdefault(entry.name, entry)
    strangers = _strangers(hits, tokens, text, starts, language)
    describes, inflects = _DESCRIBES.get(language), declension.inflects(language)
    found: list[Found] = []
    for hit in hits:
        first, last, _ = hit
        capital = words[first][0].isupper() or words[last - 1][0].isupper() or _written_small(hit, language)
        chosen = _reading(hit, capital, first in starts, full_names, tokens, text)
        if (
            chosen is not None and chosen.kind == "person" and last - first == 1
            and chosen.name not in full_names and declension.stem(keys[first], language) in strangers
        ):  # fmt: skip
            continue  # the text has introduced somebody else of this surname
        if (
            chosen is not None
            and chosen.kind in ("outlet", "institution")
            and _is_common(chosen, hit, tokens, text, language)
        ):
            continue
        if chosen is None or (chosen.kind == "person" and _goes_on(last, tokens, text, language)):
            continue
        if describes and chosen.kind in _DESCRIBING and describes(chosen, first, last, tokens, first in starts):
            continue
        nominative = True
        if inflects:
            nominative = (
                declension.may_be_nominative(
                    keys[first], chosen.base.split(" ")[0], language,
                    singular=chosen.kind == "country", person=chosen.kind == "role",
                )
                if chosen.kind in _COMMON
                else " ".join(keys[first:last]) == chosen.base or _with_middle_name(keys[first:last], chosen.base)
            )  # fmt: skip
        possessive = words[last - 1][-2:] in ("'s", "’s") or declension.possessive(
            keys[last - 1], chosen.base, language
        )
        found.append(Found(first, last, chosen, nominative, possessive))
    return found


def _reading(
    hit: Hit[tuple[Entry, ...]],
    capital: bool,
    initial: bool,
    full_names: dict[str, Entry],
    tokens: Tokens,
    text: str,
) -> Entry | None:
    """What a phrase stands for, None where it is no name here.

    ``capital`` tells whether it is written with a capital letter, ``initial`` whether it begins a sentence;
    ``full_names`` has the persons whom the text names in full.
    """
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


def _goes_on(last: int, tokens: Tokens, text: str, language: str) -> bool:
    """Whether a name that seems whole is given name and patronymic of another: Иван Петрович Образцов."""
    words = tokens.words
    return (
        last < len(words)
        and words[last][0].isupper()
        and text[tokens.ends[last - 1] : tokens.starts[last]] == " "
        and is_patronymic(words[last - 1], language)
        and not is_patronymic(words[last], language)
    )


def _written_small(hit: Hit[tuple[Entry, ...]], language: str) -> bool:
    """Whether a language's press writes a name small on purpose: лавров, москва in Ukrainian texts."""
    countries = names.lists(language)["small_names"]
    return bool(countries) and all(
        e.country in countries and e.kind in ("person", "surname", "country") and not e.ambiguous for e in hit.value
    )


def _is_common(entry: Entry, hit: Hit[tuple[Entry, ...]], tokens: Tokens, text: str, language: str) -> bool:
    """Whether a word that may name an outlet or the media is an ordinary word here, or part of a longer name.

    Dan pobede, u Novom Sadu; Medija centar; the presidents of Serbia; portal "Insajderi", which is not Insajder.
    """
    first, last, _ = hit
    keys, words = tokens.keys, tokens.words
    exact = " ".join(keys[first:last]) == entry.base
    if entry.kind == "outlet" and not exact:
        if not declension.inflects(language) and not words[last - 1].endswith(("'s", "’s")):
            return True
        if first and last - first == 1 and keys[first - 1] in bodies.outlet_nouns(language):
            return True
    if last - first > 1 or last >= len(words) or text[tokens.ends[last - 1] : tokens.starts[last]] != " ":
        return False
    lists, g = names.lists(language), grammar(language)
    if entry.kind == "institution":
        return words[first][0].isupper() and keys[last] in lists["organisation_words"] and entry.name == "media"
    ordinary = lists["not_names"] | lists["organisation_words"]
    if keys[first] not in ordinary and entry.base not in ordinary:
        return False
    if words[last][0].isupper():
        return True
    joined = g.auxiliaries | g.prepositions | g.conjunctions | g.complementisers | g.relative
    hit_ = g.cues.at(keys, last)
    return keys[last] not in joined and (hit_ is None or hit_.value not in ("say", "think", "act"))


def _with_middle_name(keys: list[str], base: str) -> bool:
    """Whether words are a name of two words with one between them: a patronymic or an initial."""
    return len(keys) == 3 and f"{keys[0]} {keys[2]}" == base


def _strangers(
    hits: list[Hit[tuple[Entry, ...]]], tokens: Tokens, text: str, starts: set[int], language: str
) -> set[str]:
    """Stems of surnames of the vocabulary that stand behind other people's given names in the text."""
    return {
        declension.stem(tokens.keys[hit.first], language)
        for hit in hits
        if hit.last - hit.first == 1
        and any(e.kind == "surname" for e in hit.value)
        and tokens.words[hit.first][0].isupper()
        and _given_name_before(hit, tokens, text, hit.first in starts)
    }


@cache
def _as_person(surname: Entry) -> Entry:
    return surname._replace(kind="person")


def _quoted(tokens: Tokens, hit: Hit[tuple[Entry, ...]], text: str) -> bool:
    at = tokens.starts[hit.first]
    return at > 0 and text[at - 1] in "\"“„«»'‘”"


def _given_name_before(hit: Hit[tuple[Entry, ...]], tokens: Tokens, text: str, initial: bool) -> bool:
    """Whether another capitalised word stands right before a surname: somebody else's given name."""
    i = hit.first - 1
    if initial or i < 0 or text[tokens.ends[i] : tokens.starts[hit.first]] != " ":
        return False
    return is_given_name(tokens.words[i])
