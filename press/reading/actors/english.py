"""What naming actors takes in English alone: nouns side by side, and names that a word of theirs tells.

"Military experts" names no military, "Center for X" no center; "House Ethics Committee" is an organisation by its last
word. Which words do so is data, ``names`` in ``data/vocabulary/languages/en.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from press.reading.actors.known import Entry
from press.reading.actors.offices import NOUNS
from press.reading.document import Mention
from press.text import transliterate
from press.text.given_names import is_given_name
from press.text.words import Tokens
from press.vocabulary import read

_LONGEST_ORGANISATION = 8  # words


@cache
def plural_roles() -> frozenset[str]:
    """Plurals of roles: experts, officials, sources."""
    return frozenset(
        phrase + "s" for role in read("roles")["role"] for phrase in role.get("en", ()) if " " not in phrase
    ) | {"sources", "sites", "outlets", "reports", "data", "media"}


def describes(entry: Entry, first: int, last: int, tokens: Tokens, initial: bool) -> bool:
    """Whether a noun only describes another (military experts) or is part of a name (Center for X, Julie Bishop).

    It stands for ``entry``, a role or an institution, at the tokens ``first`` to ``last`` (exclusive); ``initial`` tells that it begins a sentence.
    """
    words, keys, starts, ends = tokens.words, tokens.keys, tokens.starts, tokens.ends
    single = last - first == 1
    if keys[last - 1].endswith("ed") and not entry.base.endswith("ed"):
        return True  # reported is no report
    if (
        words[first][0].isupper() and single and first > 0
        and words[first - 1][0].isupper() and is_given_name(words[first - 1])
        and starts[first] == ends[first - 1] + 1
    ):  # fmt: skip
        return True
    if entry.kind == "institution" and single and words[first].islower():
        return last < len(words) and keys[last] in plural_roles() and starts[last] == ends[last - 1] + 1
    if entry.name in NOUNS and words[first][0].isupper():
        joined = last < len(words) and (words[last][0].isupper() or keys[last] in ("for", "of", "on"))
        return joined or (first > 0 and words[first - 1][0].isupper() and not initial)
    return False


def organisation(first: int, last: int, tokens: Tokens, text: str, grammar: dict[str, Any]) -> Mention | None:
    """An organisation by a word of its name: House Ethics Committee, Department of Border Affairs.

    ``first`` to ``last`` (exclusive) are capitalised words that stand together; ``grammar`` has the language's lists.
    """
    words, keys, starts, ends = tokens.words, tokens.keys, tokens.starts, tokens.ends
    while first < last and keys[first] in grammar["not_names"] and keys[first] not in grammar["organisation_words"]:
        first += 1
    if not any(keys[k] in grammar["bodies"] for k in range(first, last)):
        return None
    while (
        first > 0
        and last - first < _LONGEST_ORGANISATION
        and words[first - 1][0].isupper()
        and text[ends[first - 1] : starts[first]] == " "
        and keys[first - 1] not in grammar["not_names"] | grammar["titles"]
    ):
        first -= 1  # American Bridge Association: the vocabulary has explained "American"
    n = len(words)
    while last < n and last - first < _LONGEST_ORGANISATION:
        # "of Border Affairs", "for the Arts"; "and Trade" only where the name is not whole yet
        i = last
        if i < n and keys[i] in grammar["links"] and (keys[i] != "and" or keys[last - 1] not in grammar["bodies"]):
            i += 1
            if i < n and keys[i] == "the" and keys[i - 1] != "and":
                i += 1
        if i == last or i >= n or not words[i][0].isupper():
            break
        if any(text[ends[k] : starts[k + 1]] != " " for k in range(last - 1, i)):
            break
        last = i + 1
        while (
            last < n
            and words[last][0].isupper()
            and text[ends[last - 1] : starts[last]] == " "
            and last - first < _LONGEST_ORGANISATION
        ):
            last += 1
    if last - first < 2:
        return None
    possessed = words[last - 1][-2:] in ("'s", "’s")
    end = ends[last - 1] - 2 * possessed
    name = text[starts[first] : end].replace("\n", " ")
    return Mention(name, "organisation", starts[first], end, first, last, known=False, possessive=possessed)


def canonical(parts: list[str]) -> tuple[str, list[str]]:
    """Canonical name and words of a person's name: with diacritics where it is Serbian, with stops after initials."""
    plain = [p.removesuffix("'s").removesuffix("’s").replace("’", "'") for p in parts]
    shown = transliterate.with_diacritics(plain)
    return " ".join(p + "." if len(p) == 1 or p in ("Jr", "Sr") else p for p in shown), plain
