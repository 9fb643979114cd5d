"""Names across scripts: a person whom the vocabulary does not know, under one canonical name.

Serbian names are given in Serbian Latin, others in the usual English form, whatever the language of the
text. Given names are data (``data/vocabulary/given_names.toml``); surnames follow the romanisation that
the press uses (BGN/PCGN without soft signs) or, for Serbian surnames in Russian and Ukrainian, the way
back to Serbian Latin.
"""

from __future__ import annotations

import re
from functools import cache

from .vocabulary import read
from .words import fold, to_latin

_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_UKRAINIAN = _RUSSIAN | {
    "г": "h",
    "ґ": "g",
    "е": "e",
    "є": "ie",
    "и": "y",
    "і": "i",
    "ї": "i",
    "й": "i",
    "'": "",
    "ю": "iu",
    "я": "ia",
}
_BACK_TO_SERBIAN = [
    ("дж", "đ"), ("ль", "lj"), ("нь", "nj"), ("лю", "lju"), ("ля", "lja"), ("ня", "nja"), ("ню", "nju"), ("йо", "jo"), ("ье", "je"), ("ьо", "jo"),
    ("ч", "č"), ("ж", "ž"), ("ш", "š"), ("щ", "šč"), ("ц", "c"), ("х", "h"), ("й", "j"), ("ю", "ju"), ("я", "ja"), ("е", "e"), ("є", "je"),
    ("ы", "i"), ("і", "i"), ("ї", "ji"), ("э", "e"), ("ь", ""), ("ъ", ""),
]  # fmt: skip
_FROM_SERBIAN = [("šč", "shch"), ("đ", "j"), ("dž", "j"), ("lj", "l"), ("nj", "n"), ("ž", "zh"), ("č", "ch"), ("ć", "ch"), ("š", "sh"), ("ju", "yu"), ("ja", "ya"), ("jo", "yo"), ("je", "ye"), ("h", "kh"), ("ij", "y"), ("c", "ts"), ("j", "y")]  # fmt: skip


@cache
def _given() -> dict[str, dict[str, tuple[str, str]]]:
    """Given names: by language and folded spelling, (canonical, gender)."""
    table: dict[str, dict[str, tuple[str, str]]] = {"en": {}, "sr": {}, "ru": {}, "uk": {}}
    for row in read("given_names")["names"]:
        canonical, gender, *spellings = row
        for language, spelling in zip(("sr", "ru", "uk"), spellings, strict=False):
            for one in spelling.split("/"):
                if one:
                    table[language].setdefault(fold(one, language), (canonical, gender))
        for one in (canonical, *spellings[3:]):
            table["en"].setdefault(fold(one, "en"), (canonical, gender))
    for gender, english in read("given_names")["english"].items():
        for one in english:
            table["en"].setdefault(fold(one, "en"), (one, gender))
    return table


@cache
def _forms(language: str) -> dict[str, str]:
    """Folded case forms of given names to their folded nominative."""
    from .names import decline

    table = _given()[language]
    forms: dict[str, str] = {}
    for key in table:
        if language != "en":
            for form in decline(key, language):
                forms.setdefault(form, key)
    return forms | {key: key for key in table}


def is_given_name(word: str, language: str) -> bool:
    """Whether a word is a given name of a language, in any case."""
    return fold(word, language) in _forms(language)


def gender(name: str, language: str) -> str:
    """Gender of a person by the given name, else by the ending of the surname; '' where unknown."""
    words = name.split()
    if not words:
        return ""
    entry = _given()[language].get(_forms(language).get(fold(words[0], language), ""))
    if entry is not None:
        return entry[1]
    last = fold(words[-1], language)
    if re.search(r"(ova|eva|ina|skaya|ska|ова|ева|ина|ая|ська)$", last) and len(words) > 1:
        return "f"
    return ""


def nominative(words: list[str], language: str) -> list[str]:
    """An inflected full name in the nominative, by the gender of the given name."""
    if language == "en" or not words:
        return words
    forms = _forms(language)
    table = _given()[language]
    key = forms.get(fold(words[0], language))
    first = words[0]
    if key is not None and fold(words[0], language) != key:
        first = _restore(words[0], key, language)
    sex = table[key][1] if key is not None else ""
    inflected = key is not None and fold(words[0], language) != key
    rest = [_surname(w, sex, inflected, language) for w in words[1:]]
    return [first, *rest]


def _restore(word: str, key: str, language: str) -> str:
    """The nominative of a given name with the letters and diacritics of the text."""
    shown = word
    for n in range(len(word), 0, -1):
        if fold(word[:n], language) == key[: len(fold(word[:n], language))]:
            shown = word[:n]
            break
    return shown + key[len(fold(shown, language)) :]


def _surname(word: str, sex: str, inflected: bool, language: str) -> str:
    lower = word.lower()
    if language == "sr":
        latin = to_latin(word)
        lower = latin.lower()
        if sex == "f":
            return re.sub(r"(ov|ev|in|sk)(e|oj|u|om)$", r"\1a", latin) if inflected else latin
        if inflected or re.search(r"(ić|ov|ev|in|ski|enko)(a|u|em|om)$", lower):
            return re.sub(r"(?<=[bcčćdđfghjklmnprsštvzž])(ovima|em|om|a|u|e)$", "", latin) or latin
        return latin
    if sex == "f":
        if language == "ru":
            return (
                re.sub(r"(ск)(ой|ую)$", r"\1ая", re.sub(r"(ов|ев|ёв|ин|ын)(ой|у|ою)$", r"\1а", word))
                if inflected
                else word
            )
        return (
            re.sub(r"(ськ)(ої|ій|у|ою)$", r"\1а", re.sub(r"(ов|єв|ев|ін|їн)(ої|ій|у|ою)$", r"\1а", word))
            if inflected
            else word
        )
    if not inflected and sex:
        return word
    if language == "ru":
        word = re.sub(r"(ск|цк)(ого|ому|им|ом)$", r"\1ий", word)
        return (
            re.sub(r"(?<=[бвгджзклмнпрстфхцчшщ])(ым|ом|ем|а|у|е)$", "", word)
            if lower[-1] in "аемоуы" or lower.endswith(("ым", "ом", "ем"))
            else word
        )
    word = re.sub(r"(ськ|цьк)(ого|ому|им|ім)$", r"\1ий", word)
    return re.sub(r"(?<=[бвгґджзклмнпрстфхцчшщ])(ові|еві|им|ом|ем|а|у|і)$", "", word)


def canonical(name: str, language: str, country: str = "") -> str:
    """The name under which a person is shown, from the nominative as written in a text."""
    if language == "en" or not name:
        return name
    words = name.split()
    table = _given()[language]
    entry = table.get(fold(words[0], language))
    serbian = country in ("RS", "BA", "ME", "HR") or _looks_serbian(words[-1], language)
    given = entry[0] if entry is not None and len(words) > 1 else ""
    if language == "sr":
        latin = [to_latin(w) for w in words]
        if serbian or not (given and not _looks_serbian(latin[-1], language) and _looks_russian(latin[-1])):
            if not serbian and given and fold(given, "en") != fold(latin[0], "en"):
                return " ".join([given, *latin[1:]])
            return " ".join(latin)
        return " ".join([_russian_given(given), *(_english_from_serbian(w) for w in latin[1:])])
    if serbian:
        return " ".join(_serbian_from_cyrillic(w) for w in words)
    table_ = _UKRAINIAN if language == "uk" else _RUSSIAN
    rest = words[1:] if given else words
    shown = [given] if given else []
    return " ".join([*shown, *(_romanise(w, table_) for w in rest)])


def _russian_given(given: str) -> str:
    return {
        "Aleksandar": "Alexander",
        "Petar": "Pyotr",
        "Pavle": "Pavel",
        "Marija": "Maria",
        "Igor": "Igor",
    }.get(given, given)


def _looks_serbian(surname: str, language: str) -> bool:
    lower = surname.lower()
    return (
        lower.endswith(("ić", "ић", "ич", "іч", "ovic", "evic", "ич-"))
        if language != "sr"
        else to_latin(lower).endswith(("ić", "ski", "ac"))
    )


def _looks_russian(latin: str) -> bool:
    return bool(re.search(r"(ov|ev|in|jov|ova|eva|ina|ski|skaja|enko|uk|ak|jan|čov|njak)$", latin.lower()))


def _english_from_serbian(word: str) -> str:
    lower = word.lower()
    lower = re.sub(r"ski$", "sky", lower)
    for a, b in _FROM_SERBIAN:
        lower = lower.replace(a, b)
    return lower.capitalize()


def _serbian_from_cyrillic(word: str) -> str:
    """A Serbian name back from Russian or Ukrainian spelling: Милинчич → Milinčić."""
    parts = []
    for part in word.split("-"):
        lower = part.lower()
        lower = re.sub(r"^е", "je", lower)
        lower = re.sub(r"(?<=[аоеиу])е", "je", lower)
        lower = re.sub(r"(и|і)ч$", "ić", lower)
        for a, b in _BACK_TO_SERBIAN:
            lower = lower.replace(a, b)
        lower = "".join(_RUSSIAN.get(c, c) for c in lower)
        parts.append(lower[:1].upper() + lower[1:])
    return "-".join(parts)


def _romanise(word: str, table: dict[str, str]) -> str:
    parts = []
    for part in word.split("-"):
        lower = part.lower()
        if table is _RUSSIAN:
            lower = re.sub(r"(ск|цк)ий$", r"\1и", lower).replace("ий", "и") if lower.endswith("ий") else lower
            lower = re.sub(r"^е", "йе", lower)
            lower = re.sub(r"(?<=[ьъ])е", "йе", lower)
            shown = "".join(table.get(c, c) for c in lower)
            shown = re.sub(r"(sk|tsk)i$", r"\1y", shown)
        else:
            lower = re.sub(r"^є", "йе", lower)
            lower = re.sub(r"^ю", "йу", lower)
            lower = re.sub(r"^я", "йа", lower)
            shown = "".join({**table, "й": "y"}.get(c, c) if i == 0 else table.get(c, c) for i, c in enumerate(lower))
            shown = re.sub(r"yi$", "y", shown)
        parts.append(shown[:1].upper() + shown[1:])
    return "-".join(parts)
