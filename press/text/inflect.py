"""Makes ``data/vocabulary/forms``: the inflected forms of the vocabulary's words.

    python -m press.text.inflect

Needs simplemma (a development requirement). Its dictionaries lead from a form to its lemma; read the
other way round they give the forms of each lemma in the vocabulary. They are written to text files,
a lemma and its forms on a line, so that the dashboard needs neither the library nor its seconds of
start-up and hundreds of megabytes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from press.text.words import fold, to_latin
from press.vocabulary import FOLDER, LANGUAGES, read

_SIMPLEMMA = {"en": "en", "sr": "hbs", "ru": "ru", "uk": "uk"}
#: Files whose words are inflected as common words (names are declined by rule, see press.reading.actors).
_FILES = ("topics", "institutions", "roles", "organisations", "countries", "parties", "tone/concepts")
_MOST_FORMS = 80


def words_of(language: str) -> set[str]:
    """Folded plain words (no stems, no wildcards) that the vocabulary lists for a language."""
    found: set[str] = set()
    for phrase in _phrases(language):
        for word in phrase.replace("?", " ").replace("|", " ").split():
            if "*" not in word and word != "_" and not any(c.isdigit() for c in word):
                found.add(fold(word, language))
    return found


def _phrases(language: str) -> Iterator[str]:
    for name in _FILES:
        if (FOLDER / f"{name}.toml").exists():
            yield from _under(read(name), language)
    yield from _strings(read(f"languages/{language}")["cues"])
    if (FOLDER / "tone" / f"{language}.toml").exists():
        yield from _strings(read(f"tone/{language}"))


def _under(node: Any, language: str) -> Iterator[str]:
    """All strings below keys that name the language."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == language:
                yield from _strings(value)
            else:
                yield from _under(value, language)
    elif isinstance(node, list):
        for value in node:
            yield from _under(value, language)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(value, dict | list | str):
                yield key
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def forms_of(language: str, lemmas: set[str]) -> dict[str, set[str]]:
    """Folded forms of each folded lemma, by simplemma's dictionary."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    dictionary = DefaultDictionaryFactory().get_dictionary(_SIMPLEMMA[language])
    table: dict[str, set[str]] = defaultdict(set)
    for form, lemma in dictionary.items():
        if language == "sr":
            lemma = to_latin(lemma)
        key = fold(lemma, language)
        if key in lemmas:
            table[key].add(fold(form, language))
    if language == "sr":
        for lemma in lemmas:
            if lemma.endswith("ti"):
                table[lemma] |= regular_serbian(lemma)
    return {k: v - {k} for k, v in table.items() if 1 < len(v | {k}) <= _MOST_FORMS}


_SERBIAN = {
    "ovati": "ovao ovala ovalo ovali ovale uje uju ovavsi ujuci",
    "ivati": "ivao ivala ivalo ivali ivale uje uju ujuci",
    "avati": "avao avala avalo avali avale ava avaju avajuci",
    "ati": "ao ala alo ali ale a aju avsi ajuci",
    "nuti": "nuo nula nulo nuli nule ne nu nuvsi",
    "iti": "io ila ilo ili ile i e ivsi eci",
    "jeti": "io jela jelo jeli jele i e",
    "eti": "eo ela elo eli ele i e",
}


def regular_serbian(infinitive: str) -> set[str]:
    """Participles and present of a regular verb, folded: simplemma knows few forms of many Serbian verbs."""
    for ending, forms in _SERBIAN.items():
        if infinitive.endswith(ending):
            return {infinitive[: -len(ending)] + form for form in forms.split()}
    return set()


def main() -> int:
    """Write the forms of all languages; print how many."""
    folder = FOLDER / "forms"
    folder.mkdir(exist_ok=True)
    for language in LANGUAGES:
        table = forms_of(language, words_of(language))
        path = folder / f"{language}.txt"
        lines = [f"{lemma} {' '.join(sorted(forms))}\n" for lemma, forms in sorted(table.items())]
        path.write_text("".join(lines), encoding="utf8")
        print(f"{path.name}: {len(table)} words, {sum(map(len, table.values()))} forms", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
