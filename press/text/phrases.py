"""Phrases: tables that find the vocabulary in the words of a text.

Everything the parser looks up goes through :class:`Phrases`, which is linear in the number of tokens:
one dictionary look-up a token, and a comparison only where a phrase may begin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from press.text.words import Memo, fold, key

V = TypeVar("V")


class Hit(NamedTuple, Generic[V]):
    """A phrase found: tokens ``first`` (inclusive) to ``last`` (exclusive) and its value."""

    first: int
    last: int
    value: V


_new = tuple.__new__  # makes named tuples in half the time


class Phrases(Generic[V]):
    """A table of words and phrases, found in a token list in linear time.

    Parameters
    ----------
    entries : iterable of (str, value)
        Phrases as written in the vocabulary. A word ending in ``*`` is a stem; a word ending in
        ``?`` may be left out; ``_`` alone stands for any one word; ``view|opinion`` for one of several.
        Any other word stands for the forms that ``forms`` gives for it, or for itself.
    language : str
        Language of the folding.
    forms : callable, optional
        From a folded word to its inflected, folded forms.
    root : callable, optional
        From a folded word to the letters that all its forms begin with, '' where there are none. The forms
        of such a word are made only when a text has a word that begins so: a table of thousands of names is
        compiled in milliseconds.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, V]],
        language: str,
        forms: Callable[[str], Iterable[str]] | None = None,
        root: Callable[[str], str] | None = None,
    ) -> None:
        self._roots: dict[str, list[tuple[_Phrase[V], _Forms]]] = {}
        self._exact: dict[str, list[_Phrase[V]]] = {}
        self._stems: dict[str, list[_Phrase[V]]] = {}
        self._memo: Memo[_Begin[V] | None] = Memo(self._begin)
        # Words that begin the same phrases, such as the forms of one noun, share what follows them.
        self._shared: dict[tuple[int, ...], _Begin[V]] = {}
        compiled = Memo(lambda word: _compile_word(word, language, forms, root))
        for phrase, value in entries:
            for words in _variants(phrase.split()) if "?" in phrase else (phrase.split(),):
                self._add([compiled[w] for w in words], value)
        self._longest_stem = max(map(len, [*self._stems, *self._roots]), default=0)

    def _add(self, compiled: list[_Word], value: V) -> None:
        if not compiled or compiled[0] is None:
            return
        phrase = (tuple(compiled[1:]), value)
        exact, stem = compiled[0]
        if isinstance(exact, _Forms):
            self._roots.setdefault(exact.root, []).append((phrase, exact))
            return
        if stem:
            self._stems.setdefault(stem, []).append(phrase)
        for form in exact:
            self._exact.setdefault(form, []).append(phrase)

    def _begin(self, key: str) -> _Begin[V] | None:
        """The phrases that a word may begin, None for most words."""
        phrases = list(self._exact.get(key, ()))
        for n in range(min(len(key), self._longest_stem), 0, -1):
            begin = key[:n]
            phrases.extend(self._stems.get(begin, ()))
            if begin in self._roots:
                phrases.extend(phrase for phrase, word_forms in self._roots[begin] if key in word_forms)
        if not phrases:
            return None
        identity = tuple(map(id, phrases))
        if identity not in self._shared:
            self._shared[identity] = _Begin(phrases)
        return self._shared[identity]

    def scan(self, keys: list[str], first: int = 0, last: int | None = None) -> Iterator[Hit[V]]:
        """Yield the longest phrase at each place, left to right, without overlaps."""
        memo = self._memo
        last = len(keys) if last is None else last
        free = first
        begins = map(memo.__getitem__, keys if last - first == len(keys) else keys[first:last])
        # Most words begin no phrase: they are passed over without a step of Python.
        for i in compress(range(first, last), begins):
            if i < free:
                continue
            begin: _Begin[V] = memo[keys[i]]  # type: ignore[assignment]
            if begin.heads or (i + 1 < last and keys[i + 1] in begin.exact):
                hit = begin.longest(keys, i, last)
                if hit is not None:
                    yield hit
                    free = hit.last
            elif begin.single:
                yield _new(Hit, (i, i + 1, begin.single[0]))

    def at(self, keys: list[str], i: int, last: int | None = None) -> Hit[V] | None:
        """The longest phrase that begins at token ``i``, or None."""
        begin = self._memo[keys[i]]
        return None if begin is None else begin.longest(keys, i, len(keys) if last is None else last)


class _Forms:
    """The forms of a word, made when they are first asked for."""

    def __init__(self, key: str, root: str, forms: Callable[[str], Iterable[str]]) -> None:
        self.key, self.root, self.make = key, root, forms

    @cached_property
    def all(self) -> frozenset[str]:
        return frozenset([self.key, *self.make(self.key)])

    def __contains__(self, key: object) -> bool:
        return key == self.key or (isinstance(key, str) and key.startswith(self.root) and key in self.all)


#: A compiled word: its exact forms and its stem; None matches any word.
_Word = tuple[frozenset[str] | _Forms, str] | None
#: A phrase after its first word: the words that follow, and the value.
_Phrase = tuple[tuple[_Word, ...], V]


class _Begin(Generic[V]):
    """Phrases that begin with the same word, by the word that follows."""

    __slots__ = ("exact", "heads", "lengths", "single")

    def __init__(self, phrases: list[_Phrase[V]]) -> None:
        self.single = next(((value,) for rest, value in phrases if not rest), ())
        self.exact: dict[str, list[_Phrase[V]]] = {}
        #: Phrases whose second word is a stem, an inflected name or any word, by the letters it begins with.
        self.heads: dict[str, list[_Phrase[V]]] = {}
        for rest, value in sorted(phrases, key=lambda p: -len(p[0])):
            if not rest:
                continue
            forms, stem = rest[0] or (frozenset(), "")
            if isinstance(forms, _Forms):
                self.heads.setdefault(forms.root, []).append((rest, value))
                continue
            if stem or rest[0] is None:
                self.heads.setdefault(stem, []).append((rest, value))
            for form in forms:
                self.exact.setdefault(form, []).append((rest[1:], value))
        self.lengths = sorted({len(head) for head in self.heads}, reverse=True)

    def longest(self, keys: list[str], i: int, last: int) -> Hit[V] | None:
        """The longest of the phrases that stands at token ``i`` and ends by token ``last``."""
        if i + 1 < last:
            following = keys[i + 1]
            best: tuple[V] | tuple[()] = ()
            end = 0
            for rest, value in self.exact.get(following, ()):
                if i + 2 + len(rest) <= last and (not rest or _matches(rest, keys, i + 2)):
                    best, end = (value,), i + 2 + len(rest)
                    break
            for length in self.lengths:
                for rest, value in self.heads.get(following[:length], ()):
                    if i + 1 + len(rest) <= end:
                        break
                    if i + 1 + len(rest) <= last and _matches(rest, keys, i + 1):
                        best, end = (value,), i + 1 + len(rest)
                        break
            if best:
                return _new(Hit, (i, end, best[0]))
        return _new(Hit, (i, i + 1, self.single[0])) if self.single else None


def _variants(words: list[str]) -> Iterator[list[str]]:
    for i, word in enumerate(words):
        if word.endswith("?") and len(word) > 1:
            yield from _variants(words[:i] + [word[:-1]] + words[i + 1 :])
            yield from _variants(words[:i] + words[i + 1 :])
            return
    yield words


def _compile_word(
    word: str,
    language: str,
    forms: Callable[[str], Iterable[str]] | None,
    root: Callable[[str], str] | None,
) -> _Word:
    if word == "_":
        return None
    if word.endswith("*"):
        return frozenset(), fold(word[:-1], language)
    keys = [key(w, language) for w in word.split("|")]
    if forms and root and (begin := root(keys[0])):
        return _Forms(keys[0], begin, forms), ""
    return frozenset(f for k in keys for f in (k, *(forms(k) if forms else ()))), ""


def _matches(rest: tuple[_Word, ...], keys: list[str], i: int) -> bool:
    for word in rest:
        if word is not None:
            exact, stem = word
            if keys[i] not in exact and not (stem and keys[i].startswith(stem)):
                return False
        i += 1
    return True
