"""Names across scripts: a person whom the vocabulary does not know, under one canonical name.

Serbian names are given in Serbian Latin, others in the usual English form, whatever the language of the
text. Given names are data (``data/vocabulary/given_names.toml``); surnames follow the romanisation that
the press uses (BGN/PCGN without soft signs) or, for Serbian surnames in Russian and Ukrainian, the way
back to Serbian Latin.
"""

from __future__ import annotations

import re
from functools import cache

from press.text.declension import decline
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
def _forms(language: str) -> dict[str, list[str]]:
    """Folded case forms of given names to the folded nominatives that they may be of."""
    forms: dict[str, list[str]] = {key: [key] for key in _given()[language]}
    if language != "en":
        for key in _given()[language]:
            for form in decline(key, language):
                if form != key:
                    forms.setdefault(form, []).append(key)
    return forms


def is_given_name(word: str, language: str) -> bool:
    """Whether a word is a given name of a language, in any case."""
    return fold(word, language) in _forms(language)


def gender(name: str, language: str) -> str:
    """Gender of a person by the given name, else by the ending of the surname; '' where unknown."""
    words = name.split()
    if not words:
        return ""
    keys = _forms(language).get(fold(words[0], language))
    if keys:
        return _given()[language][keys[0]][1]
    last = fold(words[-1], language)
    if re.search(r"(ova|eva|ina|skaya|ska|ова|ева|ина|ая|ська)$", last) and len(words) > 1:
        return "f"
    return ""


#: What the ending of a surname tells, folded: it is a nominative (n), a man's (m) or a woman's (f) in another case.
_CASES = {
    "sr": (("m", r"ic(a|u|em)|sk(og|om|im)|[bcdfghjklmnprstvz]em|[^aeiou]c[au]"), ("n", r"[bcdfghjklnprstvz]"), ("f", r"(ov|ev|in)e|(ov|ev|in)oj|sk(e|oj|u)")),
    "ru": (
        ("n", r"ич|[оеё]в|ин|ын|ский|цкий|ская|цкая|енко|ук|юк"),
        ("m", r"ич(а|у|ем|е)|([оеё]в|ин|ын)ым|(ого|ому|ым|им)|(ск|цк)ом|[уюия]к(а|у|ом)|[оеё]ве|ине"),
        ("f", r"([оеё]в|ин|ын)ой|(ск|цк)(ой|ую)"),
    ),
    "uk": (
        ("n", r"ич|іч|[оеєь]в|ін|їн|ський|цький|ська|цька|енко|ук|юк|ий"),
        ("m", r"[иі]ч(а|у|ем|еві)|([оеєь]в|ін|їн)им|(ого|ому|ним|им)|[уюія]к(а|у|ом|ові)|(ен|ль)к(а|у|ом|ові)"),
        ("f", r"([оеє]в|ін|їн)(ої|ій|ою)|(ськ|цьк)(ої|ій|ою|у)"),
    ),
}  # fmt: skip


def _case(surname: str, language: str) -> str:
    """``n``, ``m`` or ``f`` as in :data:`_CASES`, '' where the ending leaves it open."""
    key = fold(surname.partition("-")[0], language)
    return next((kind for kind, endings in _CASES[language] if re.search(f"(?:{endings})$", key)), "")


def nominative(words: list[str], language: str) -> list[str]:
    """An inflected full name in the nominative: given name and surname agree, so each tells the other's case."""
    if language == "en" or not words:
        return words
    table = _given()[language]
    own = fold(words[0], language)
    case = _case(words[-1], language)
    keys = _forms(language).get(own, [])
    # Jovana Petrovića is Jovan's, Dragane Lukovac Dragana's: the surname decides between two readings.
    sex = {"m": "m", "f": "f"}.get(case, "" if own in keys else "f" if case == "n" else "")
    oblique = case in ("m", "f")
    keys = sorted(keys, key=lambda k: (bool(sex) and table[k][1] != sex, (k == own) == oblique, table[k][1] != "m"))
    if keys and not (case == "m" and table[keys[0]][1] == "f"):
        key = keys[0]
        first = words[0] if own == key else _restore(words[0], key, language)
        inflected = own != key
        sex = table[key][1]
    else:
        first = _given_nominative(words[0], case, language)
        inflected = first != words[0] or case in ("m", "f")
        sex = case if case in ("m", "f") else ("f" if first[-1:] in "aаяa" else "")
    return [first, *(_surname(w, sex, inflected, language) for w in words[1:])]


#: Endings of given names in oblique cases, and the nominative's: of men with a surname in a case, of women.
_GIVEN_ENDINGS = {
    "sr": {"m": (("om", ""), ("em", ""), ("a", ""), ("u", ""), ("e", "a"), ("i", "a")), "n": (("om", "a"), ("e", "a"), ("i", "a"), ("u", "a"))},
    "ru": {
        "m": (("ией", "ия"), ("ем", "й"), ("ом", ""), ("ой", "а"), ("а", ""), ("у", ""), ("я", "й"), ("ю", "й"), ("е", "а"), ("и", "а"), ("ы", "а")),
        "n": (("ой", "а"), ("ей", "я"), ("ы", "а"), ("е", "а"), ("у", "а"), ("и", "а")),
    },
    "uk": {
        "m": (("ом", ""), ("ем", "й"), ("ою", "а"), ("а", ""), ("у", ""), ("ові", ""), ("я", "й"), ("ю", "й"), ("и", "а"), ("і", "а")),
        "n": (("ою", "а"), ("ею", "я"), ("и", "а"), ("і", "а"), ("у", "а")),
    },
}  # fmt: skip


def _given_nominative(word: str, case: str, language: str) -> str:
    """The nominative of a given name that no list has, by the case that its surname stands in."""
    word = to_latin(word) if language == "sr" else word
    for ending, own in _GIVEN_ENDINGS[language]["n" if case in ("n", "f") else "m"] if case else ():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if case == "m" and own == "" and ending in ("om", "ом") and stem[-1] in "šш":
                own = "a" if language == "sr" else "а"  # Ljubišom
            return stem + own
    return word


def _restore(word: str, key: str, language: str) -> str:
    """The nominative of a given name with the letters and diacritics of the text."""
    shown = word
    for n in range(len(word), 0, -1):
        if fold(word[:n], language) == key[: len(fold(word[:n], language))]:
            shown = word[:n]
            break
    return shown + key[len(fold(shown, language)) :]


#: Surname endings in oblique cases and the nominative's, by language and sex; the first that fits is applied.
_SURNAMES = {
    ("sr", "m"): ((r"(sk|ck)(og|om|im)$", r"\1i"), (r"(?<=[^aeiou])c(a|u|em)$", "ac"), (r"(?<=[bcčćdđfghjklmnprsštvzž])(em|om|a|u|e)$", "")),
    ("sr", "f"): ((r"(ov|ev|in|sk)(e|oj|u|om)$", r"\1a"), (r"(?<=nj)(e|i|om|u)$", "a")),
    ("ru", "m"): ((r"(ск|цк)(ого|ому|им|ом)$", r"\1ий"), (r"([оеё]в|ин|ын)ым$", r"\1"), (r"(ого|ому|ым)$", "ый"), (r"(?<=[бвгджзклмнпрстфхцчшщ])(ым|ом|ем|а|у|е)$", "")),
    ("ru", "f"): ((r"(ск|цк)(ой|ую)$", r"\1ая"), (r"([оеё]в|ин|ын)(ой|у|ою)$", r"\1а")),
    ("uk", "m"): (
        (r"(ськ|цьк)(ого|ому|им|ім)$", r"\1ий"), (r"([оеєь]в|ін|їн)им$", r"\1"), (r"(?<=[бвгджзклмнпрстхчш])(ого|ому|им)$", "ий"), (r"((?:ен|ль|ей|оч)к)(а|у|ом|ові)$", r"\1о"),
        (r"(?<=[бвгґджзклмнпрстфхцчшщ])(ові|еві|им|ом|ем|а|у|і)$", ""),
    ),
    ("uk", "f"): ((r"(ськ|цьк)(ої|ій|у|ою)$", r"\1а"), (r"([оеє]в|ін|їн)(ої|ій|у|ою)$", r"\1а")),
}  # fmt: skip


def _surname(word: str, sex: str, inflected: bool, language: str) -> str:
    """The nominative of a surname, by the sex of the person; only where the given name shows another case."""
    word = to_latin(word) if language == "sr" else word
    if "-" in word:
        return "-".join(_surname(part, sex, inflected, language) for part in word.split("-"))
    case = _case(word, language)
    if case == "n" or not (inflected or case):
        return word
    for pattern, nominative_ in _SURNAMES[language, sex or "m"]:
        if re.search(pattern, word):
            return re.sub(pattern, nominative_, word)
    return word


def canonical(name: str, language: str) -> str:
    """The name under which a person is shown, from the nominative as written in a text."""
    if language == "en" or not name:
        return name
    words = name.split()
    entry = _given()[language].get(fold(words[0], language))
    given = entry[0] if entry is not None and len(words) > 1 else ""
    serbian = _looks_serbian(words[-1], language)
    if language == "sr" and serbian and fold(words[-1], "sr")[-2:] != "ic":
        # Petar Bogdanovski, but Mikhail Lesovsky: the given name tells
        serbian = not given or fold(given, "sr") == fold(words[0], "sr")
    if language == "sr":
        latin = [to_latin(w) for w in words]
        if serbian or not (given and _looks_russian(latin[-1]) and _is_russian(given, latin[0])):
            if not serbian and given and fold(given, "en") != fold(latin[0], "en"):
                return " ".join([given, *latin[1:]])
            return " ".join(latin)
        return " ".join([_foreign_given(given), *(_english_from_serbian(w) for w in latin[1:])])
    of_serbs = _given()["sr"].get(fold(given, "sr"), ("",))[0] == given
    if serbian or (of_serbs and words[-1].endswith(("ски", "скі", "ац")) and not _is_russian(given, given)):
        return " ".join(_serbian_from_cyrillic(w) for w in words)
    if language == "uk" and re.search(r"([оеєь]в|ін|їн|[оеє]ва|іна|їна)$", words[-1].lower()):
        # A Russian in a Ukrainian text: the surname in Russian letters
        words = [words[0], *(re.sub("(?<![жчшщц])и", "ы", w).translate(_UKRAINIAN_TO_RUSSIAN) for w in words[1:])]
        table = _RUSSIAN
    else:
        table = _UKRAINIAN if language == "uk" else _RUSSIAN
        if language == "uk":
            given = _variant("ukrainian", fold(words[0], "uk")) or given
    rest = words[1:] if given else words
    shown = [_foreign_given(given)] if given else []
    return " ".join([*shown, *(_romanise(w, table) for w in rest)])


def _is_russian(given: str, written: str) -> bool:
    """Whether a given name in a Serbian text may be a Russian's: Sergej and Ivan, not Bojan."""
    return (
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
    if len(words) < 2 or not surname.isascii() or not surname.endswith("ic") or len(surname) < 5:
        return words
    if not surname.endswith("vic") and fold(words[0], "sr") not in _given()["sr"]:
        return words
    given = _given()["sr"].get(fold(words[0], "sr"), _given()["en"].get(fold(words[0], "en"), (words[0], "")))[0]
    same = fold(given, "en") == fold(words[0], "en")
    last = _serbian_surnames().get(fold(surname, "en"), surname[:-1] + "ć")
    return [given if same else words[0], *words[1:-1], last]


def _looks_serbian(surname: str, language: str) -> bool:
    parts = surname.lower().split("-")
    if language == "sr":
        return to_latin(parts[-1]).endswith(("ski", "ac")) or any(to_latin(p).endswith("ić") for p in parts)
    return any(p.endswith(("ич", "іч", "ić")) for p in parts)


def _looks_russian(latin: str) -> bool:
    return bool(re.search(r"(ov|ev|in|jov|ova|eva|ina|ski|skaja|enko|uk|ak|jan|čov|njak)$", latin.lower()))


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


def _romanise(word: str, table: dict[str, str]) -> str:
    parts = []
    for part in word.split("-"):
        lower = part.lower()
        if table is _RUSSIAN:
            lower = re.sub(r"(ск|цк)ий$", r"\1и", lower).replace("ий", "и") if lower.endswith("ий") else lower
            lower = re.sub(r"ый$", "ы", lower)
            lower = re.sub(r"^е", "йе", lower)
            lower = re.sub(r"(?<=[ьъ])е", "йе", lower)
            shown = "".join(table.get(c, c) for c in lower)
            shown = re.sub(r"(sk|tsk)i$", r"\1y", shown)
        else:
            lower = re.sub(r"^є", "йе", lower)
            lower = re.sub(r"^ю", "йу", lower)
            lower = re.sub(r"^я", "йа", lower)
            shown = "".join({**table, "й": "y"}.get(c, c) if i == 0 else table.get(c, c) for i, c in enumerate(lower))
            shown = re.sub(r"(sk|tsk)yi$", r"\1y", shown)
        parts.append(shown[:1].upper() + shown[1:])
    return "-".join(parts)
