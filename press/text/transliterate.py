"""Names across scripts: a person whom the vocabulary does not know, under one canonical name.

Serbian names are given in Serbian Latin, others in the usual English form, whatever the language of the
text. Given names are data (``data/vocabulary/given_names.toml``); surnames follow the romanisation that
the press uses (BGN/PCGN without soft signs) or, for Serbian surnames in Russian and Ukrainian, the way
back to Serbian Latin.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from press.text.given_names import foreign, given_names
from press.text.words import fold, to_latin
from press.vocabulary import read

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
_UKRAINIAN_INITIAL = _UKRAINIAN | {"й": "y"}
_BACK_TO_SERBIAN = [
    ("дж", "đ"), ("ль", "lj"), ("нь", "nj"), ("лю", "lju"), ("ля", "lja"), ("ня", "nja"), ("ню", "nju"), ("йо", "jo"), ("ье", "je"), ("ьо", "jo"),
    ("ч", "č"), ("ж", "ž"), ("ш", "š"), ("щ", "šč"), ("ц", "c"), ("х", "h"), ("й", "j"), ("ю", "ju"), ("я", "ja"), ("е", "e"), ("є", "je"),
    ("ы", "i"), ("і", "i"), ("ї", "ji"), ("э", "e"), ("ь", ""), ("ъ", ""),
]  # fmt: skip
_FROM_SERBIAN = {
    "šč": "shch", "đ": "j", "dž": "j", "lj": "l", "nj": "n", "ž": "zh", "č": "ch", "ć": "ch", "š": "sh", "ju": "yu", "ja": "ya", "jo": "yo",
    "je": "ye", "h": "kh", "c": "ts", "j": "y",
}  # fmt: skip
_FROM_SERBIAN_LETTERS = re.compile("|".join(sorted(_FROM_SERBIAN, key=len, reverse=True)))


def romanised(name: str, language: str) -> str:
    """A name in Latin letters, word for word: of an outlet or a body."""
    romanise = {"sr": to_latin, "ru": _romanise_russian, "uk": _romanise_ukrainian}.get(language, str)
    return " ".join(
        word if word.isascii() else romanise(word) if word[0].isupper() else romanise(word).lower()
        for word in name.split()
    )


def canonical(name: str, language: str) -> str:
    """The name under which a person is shown, from the nominative as written in a text."""
    words = name.split()
    if language not in _CANONICAL or not words:
        return name
    entry = given_names()[language].get(fold(words[0], language))
    return _CANONICAL[language](words, entry[0] if entry is not None and len(words) > 1 else "")


def _from_serbian(words: list[str], given: str) -> str:
    """A name of a Serbian text: a Serb's as it is, a Russian's in its English form."""
    latin = [to_latin(w) for w in words]
    surname = latin[-1].lower().split("-")
    serbian = surname[-1].endswith(("ski", "ac")) or any(part.endswith("ić") for part in surname)
    if serbian and fold(words[-1], "sr")[-2:] != "ic":
        # Petar Bogdanovski, but Mikhail Lesovsky: the given name tells
        serbian = not given or fold(given, "sr") == fold(words[0], "sr")
    own = bool(given) and fold(given, "sr") == fold(words[0], "sr")
    looks = _RUSSIAN_SURNAME if own else _EASTERN_SURNAME  # Andrej Novak may be anybody, Sergej Novak is none of Serbia
    if not serbian and given and looks.search(latin[-1].lower()) and _is_russian(given, latin[0]):
        return " ".join([_foreign_given(given), *(_english_from_serbian(w) for w in latin[1:])])
    if not serbian and given and fold(given, "en") != fold(latin[0], "en"):
        return " ".join([given, *latin[1:]])
    return " ".join(latin)


def _from_russian(words: list[str], given: str) -> str:
    """A name of a Russian text: a Serb's back in Serbian Latin, others romanised."""
    if _is_serbian(words, given):
        return " ".join(_serbian_from_cyrillic(w) for w in words)
    return _english(words, given, _romanise_foreign if _is_foreign(words, given) else _romanise_russian)


def _from_ukrainian(words: list[str], given: str) -> str:
    """A name of a Ukrainian text: a Serb's back in Serbian Latin, a Russian's romanised from Russian, others from Ukrainian."""
    if _is_serbian(words, given):
        return " ".join(_serbian_from_cyrillic(w) for w in words)
    if _is_foreign(words, given):
        return _english(words, given, _romanise_foreign)
    if re.search(r"([оеєь]в|ін|їн|[оеє]ва|іна|їна)$", words[-1].lower()):
        # A Russian in a Ukrainian text: the surname in Russian letters
        rest = [re.sub("(?<![жчшщц])и", "ы", w).translate(_UKRAINIAN_TO_RUSSIAN) for w in words[1:]]
        return _english([words[0], *rest], given, _romanise_russian)
    return _english(words, _variant("ukrainian", fold(words[0], "uk")) or given, _romanise_ukrainian)


_CANONICAL = {"sr": _from_serbian, "ru": _from_russian, "uk": _from_ukrainian}


def _is_serbian(words: list[str], given: str) -> bool:
    """Whether a name in Cyrillic letters of another language is a Serb's: by the surname, or by both names."""
    surname = words[-1]
    if any(part.endswith(("ич", "іч", "ić")) for part in surname.lower().split("-")):
        return True
    of_serbs = given_names()["sr"].get(fold(given, "sr"), ("",))[0] == given
    if not given or not of_serbs or _is_russian(given, given) or given in foreign():
        return False
    return _EASTERN_CYRILLIC.search(surname.lower()) is None


def _is_foreign(words: list[str], given: str) -> bool:
    """Whether a name in Cyrillic letters is of no Slavic people: the given name may be, and the surname does not look so."""
    return given in foreign() and _SLAVIC_CYRILLIC.search(words[-1].lower()) is None


#: Surnames of Russians and Ukrainians, and of Slavs in general, in the letters of their languages.
_EASTERN_CYRILLIC = re.compile(r"(?:енко|чук|юк|[оеє]в|[оеє]ва|ский|цкий|ский|ський|цький|ская|цкая|ська|цька)$")
_SLAVIC_CYRILLIC = re.compile(
    rf"{_EASTERN_CYRILLIC.pattern}|(?:[ое]в|ин|ын|ін|їн|ина|ына|іна|їна|ко|ук|ак|як|ик|ец|ич|іч|их|ых|ой|ий|ая)$"
)


def _english(words: list[str], given: str, romanise: Callable[[str], str]) -> str:
    """The usual English form of a given name, the rest of the name romanised."""
    if given:
        return " ".join([_foreign_given(given), *map(romanise, words[1:])])
    return " ".join(map(romanise, words))


def _is_russian(given: str, written: str) -> bool:
    """Whether a given name in a Serbian text may be a Russian's: Sergej and Ivan, not Bojan."""
    return given not in read("given_names")["serbs_only"] and (
        fold(given, "sr") != fold(written, "sr")
        or bool(_variant("foreign", given))
        or given in read("given_names")["shared"]
    )


_UKRAINIAN_TO_RUSSIAN = str.maketrans("іїєґІЇЄҐ", "ииегИИЕГ")


def _foreign_given(given: str) -> str:
    """The usual English form of a given name that the table has under its Serbian form."""
    return _variant("foreign", given) or given


def _variant(table: str, name: str) -> str:
    return read("given_names")[table].get(name, "")


@cache
def _serbian_surnames() -> dict[str, str]:
    """Surnames in -ić of the vocabulary by their folded form, with diacritics."""
    names = re.findall(r"\|([^\W\d_]+ić)\b", read("persons")["persons"])
    return {fold(name, "en"): name for name in names}


def with_diacritics(words: list[str]) -> list[str]:
    """A Serbian name that an English text writes without diacritics: Bosko Markovic is Boško Marković."""
    surname = words[-1]
    if len(words) < 2 or not surname.isascii() or not surname.endswith("ic") or len(surname) < 4:
        return words
    if (len(surname) < 5 or not surname.endswith("vic")) and fold(words[0], "sr") not in given_names()["sr"]:
        return words
    given = given_names()["sr"].get(
        fold(words[0], "sr"), given_names()["en"].get(fold(words[0], "en"), (words[0], ""))
    )[0]
    same = fold(given, "en") == fold(words[0], "en")
    last = _serbian_surnames().get(fold(surname, "en"), _with_likely_diacritics(surname))
    return [given if same else words[0], *words[1:-1], last]


#: Ends of Serbian surnames without diacritics, and the likeliest with them: of 310 in the vocabulary, 265 come out right.
_DIACRITICS = (
    (re.compile(r"dzic$"), "džić"), (re.compile(r"icevic$"), "ićević"), (re.compile(r"cevic$"), "čević"), (re.compile(r"sevic$"), "šević"), (re.compile(r"zevic$"), "žević"),
    (re.compile(r"skovic$"), "šković"), (re.compile(r"cic$"), "čić"), (re.compile(r"sic$"), "šić"), (re.compile(r"zic$"), "žić"), (re.compile(r"ic$"), "ić"),
)  # fmt: skip


def _with_likely_diacritics(surname: str) -> str:
    """A Serbian surname that English writes without diacritics: Nikcevic, Nikčević."""
    surname = surname.replace("dj", "đ").replace("Dj", "Đ")
    return next((end.sub(likely, surname) for end, likely in _DIACRITICS if end.search(surname)), surname)


#: Surnames that Russians have, and those that others of the east have too, in Serbian Latin.
_RUSSIAN_SURNAME = re.compile(r"(?:ov|ev|in|ova|eva|ina|ski|skaja|ckaja|enko)$")
_EASTERN_SURNAME = re.compile(rf"{_RUSSIAN_SURNAME.pattern}|(?:uk|ak|jan|čov|njak)$")


def _english_from_serbian(word: str) -> str:
    """A Russian surname from Serbian Latin to the English form: Žuravkina, Zhuravkina."""
    lower = re.sub(r"ski$", "sky", word.lower())
    lower = _FROM_SERBIAN_LETTERS.sub(lambda m: _FROM_SERBIAN[m.group()], lower)
    return lower[:1].upper() + lower[1:]


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


def _romanise_russian(word: str) -> str:
    """The press's romanisation of Russian: Лисовский → Lisovsky."""
    parts = []
    for part in word.lower().split("-"):
        lower = re.sub(r"(ск|цк)ий$", r"\1и", part).replace("ий", "и") if part.endswith("ий") else part
        lower = re.sub(r"ый$", "ы", lower)
        lower = re.sub(r"^е", "йе", lower)
        lower = re.sub(r"(?<=[ьъ])е", "йе", lower)
        shown = re.sub(r"(sk|tsk)i$", r"\1y", "".join(_RUSSIAN.get(c, c) for c in lower))
        parts.append(shown[:1].upper() + shown[1:])
    return "-".join(parts)


def _romanise_foreign(word: str) -> str:
    """A name of no Slavic people back from Cyrillic letters: Хасан → Hasan, Джонсон → Jonson."""
    shown = word.lower()
    for letters, latin in _BACK_TO_FOREIGN:
        shown = shown.replace(letters, latin)
    shown = "".join(_RUSSIAN.get(c, c) for c in shown)
    return "-".join(part[:1].upper() + part[1:] for part in shown.split("-"))


_BACK_TO_FOREIGN = (
    ("дж", "j"),
    ("хт", "cht"),
    ("кс", "x"),
    ("х", "h"),
    ("ґ", "g"),
    ("ь", ""),
    ("ий", "i"),
    ("ій", "i"),
    ("є", "e"),
    ("і", "i"),
    ("ї", "i"),
    ("э", "e"),
    ("ы", "y"),
    ("'", ""),
)


def _romanise_ukrainian(word: str) -> str:
    """The press's romanisation of Ukrainian: Ковальський → Kovalsky."""
    parts = []
    for part in word.lower().split("-"):
        lower = re.sub(r"^є", "йе", part)
        lower = re.sub(r"^ю", "йу", lower)
        lower = re.sub(r"^я", "йа", lower)
        shown = "".join((_UKRAINIAN_INITIAL if i == 0 else _UKRAINIAN).get(c, c) for i, c in enumerate(lower))
        shown = re.sub(r"(sk|tsk)yi$", r"\1y", shown)
        parts.append(shown[:1].upper() + shown[1:])
    return "-".join(parts)
