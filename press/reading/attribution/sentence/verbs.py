"""Whether a word of speech is a finite verb where it stands, and no noun, name, infinitive or modifier.

Where verbs are inflected, their endings tell (``grammar.not_finite``); elsewhere the words around them.
"""

from __future__ import annotations

from press.reading.attribution.sentence.words import ANY, COMMA, OPENS, Words


def is_verb(words: Words, first: int, last: int) -> bool:
    """Whether a phrase of speech, tokens ``first``-``last``, is a finite verb here."""
    g, key = words.grammar, words.keys[first]
    if first > words.first and words.words[first][0].isupper() and not words.gap(first) & OPENS:
        return False  # a name
    if g.not_finite:
        return not _is_subordinate(words, first, last) and (
            last - first > 1 or key in g.listed or not key.endswith(g.not_finite)
        )
    previous = words.keys[first - 1] if first > words.first else ""
    if (
        _is_participle(words, first, last)
        or (key in g.homographs and _is_noun(words, first, last, previous))
        or (" ".join(words.keys[first:last]) in g.intransitive and _is_other_verb(words, last))
    ):
        return False
    return bool(words.gap(first) & ANY) or not (_is_passive(words, first, last) or _is_governed(words, key, previous))


def _is_subordinate(words: Words, first: int, last: int) -> bool:
    """Slavic po završetku *posete*, upitana da *prokomentariše*: a noun after a preposition, a verb that another governs."""
    g, previous = words.grammar, words.keys[first - 1] if first > words.first else ""
    if not previous or words.gap(first) & ANY or last - first > 1:
        return False
    return previous in g.prepositions or (
        previous in g.infinitive_markers and words.keys[last : last + 1] != [previous]
    )


def _is_participle(words: Words, first: int, last: int) -> bool:
    """Asked whether …, he replied; the changes promised by X; Sample, asked if she would go, said …"""
    keys, g = words.keys, words.grammar
    if first == words.first and words.words[first][0].isupper():
        return True
    if last >= words.last:
        return False
    following = keys[last]
    return following in g.agents or bool(
        keys[first] in g.participles and following in g.complementisers and words.gap(first) & COMMA
    )


def _is_noun(words: Words, first: int, last: int, previous: str) -> bool:
    """What may be both: the claims of X; but supporters worry that …, Sample claims …, they worry …"""
    keys, g = words.keys, words.grammar
    if last - first > 1 or previous in g.pronouns or previous in g.adverbs or words.follows_name(first):
        return False
    if last < words.last and not words.gap(last) & ANY:
        ends = False
    else:
        ends = first - words.first > 2 and previous not in g.determiners and _opens_clause(words, first)
    if ends:
        return False  # …, a recent poll found.
    governs = last < words.last and keys[last] in g.plain_complementisers
    plural = previous.endswith(g.plural_endings) and not keys[first].endswith(g.plural_endings)
    return not (governs and (plural or previous in g.chains or words.gap(first) & COMMA))


def _opens_clause(words: Words, token: int) -> bool:
    """Whether the clause of a token begins with an article after a comma: …, *a recent poll* found"""
    for i in range(token - 1, max(words.first, token - 8), -1):
        if words.gap(i) & ANY:
            return bool(words.gap(i) & COMMA) and words.keys[i] in words.grammar.determiners
    return False


def _is_other_verb(words: Words, last: int) -> bool:
    """A verb of another sense, which takes an object: continued supplies, concluded a pact."""
    g = words.grammar
    if last >= words.last or words.gap(last) & ANY:
        return False
    following = words.keys[last]
    return following not in g.complementisers and following not in g.adjuncts


def _is_passive(words: Words, first: int, last: int) -> bool:
    """The bill is often mentioned."""
    keys, g, i = words.keys, words.grammar, first - 1
    while i > words.first and (keys[i] in g.adverbs or keys[i].endswith(g.adverb_endings)):
        i -= 1
    progressive = keys[first].endswith(g.participle_endings)
    return keys[i] in g.passive and last - first == 1 and not progressive


def _is_governed(words: Words, key: str, previous: str) -> bool:
    """To say, his claim, of promised help: the word before makes an infinitive, a noun or a modifier of it."""
    g = words.grammar
    if previous in g.blocks:
        progressive = previous in g.passive and key.endswith(g.participle_endings)  # was saying
        return previous not in g.negations and not progressive and previous not in g.passive
    return previous in g.prepositions and previous not in g.adverbs and not key.endswith(g.participle_endings)
