"""The nominative of an inflected name: given name and surname agree, so each tells the other's case."""

from __future__ import annotations

import re

from press.text.given_names import case_forms, given_names
from press.text.words import fold, to_latin

#: The letters in which the endings of a language are told, where its texts have two alphabets.
_WRITTEN = {"sr": to_latin}
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


#: Patronymics in every case, folded: Сергеевич, Сергеевичем, Петровна, Петрівною; in Serbian texts of Russians.
_PATRONYMIC = {
    "ru": re.compile(r".{2,}(?:ович|евич|ьич)(?:а|у|ем|е)?|.{2,}(?:овн|евн|ичн)(?:а|ы|е|у|ой|ою)|(?:иль|кузьм|фом|лук)ич(?:а|у|ом|ем|е)?"),
    "uk": re.compile(r".{2,}(?:ович|йович)(?:а|у|ем|і|еві)?|.{2,}(?:івн|ївн|овн)(?:а|и|і|у|ою)"),
    "sr": re.compile(r".{2,}(?:ovic|evic|jic)(?:a|u|em)?|.{2,}(?:ovn|evn)(?:a|e|i|u|om)"),
}  # fmt: skip


def is_patronymic(word: str, language: str) -> bool:
    """Whether a word has the form of a patronymic in Russian, Ukrainian or Serbian spelling."""
    form = _PATRONYMIC.get(language)
    return form is not None and form.fullmatch(fold(word, language)) is not None


def without_patronymic(words: list[str], language: str) -> list[str]:
    """A full name as the press uses it: given name and surname.

    >>> without_patronymic(["Иван", "Сергеевич", "Образцов"], "ru")
    ['Иван', 'Образцов']
    """
    if len(words) == 3 and is_patronymic(words[1], language) and not is_patronymic(words[2], language):
        return [words[0], words[2]]
    return words


def _agrees(words: list[str], office: str, language: str) -> bool:
    """Whether an office and both names of a man stand in one case: премьер-министра Хасана Пробира."""
    noun, *keys = (fold(w, language) for w in (office, *words))
    return bool(noun) and any(noun.endswith(ends) and all(k.endswith(ends[0]) for k in keys) for ends in _MEN[language])


#: Endings of men's names in a case, each followed by others that nouns have in the same case.
_MEN = {
    "sr": (("a",), ("u",), ("om", "em"), ("em", "om")),
    "ru": (("а", "я"), ("у", "ю"), ("ом", "ем"), ("ем", "ом")),
    "uk": (("а", "я"), ("у", "ю", "ові", "еві"), ("ом", "ем"), ("ем", "ом"), ("ові", "еві")),
}


def nominative(words: list[str], language: str, office: str = "") -> list[str]:
    """An inflected full name in the nominative, Serbian ones in Latin; as it stands where a language has no cases.

    ``office`` is the word for an office before the name, '' where there is none: it stands in the same case.
    """
    if language not in _CASES or not words:
        return words
    table = given_names()[language]
    own = fold(words[0], language)
    case = _case(words[-1], language) or ("m" if _agrees(words, office, language) else "")
    keys = case_forms(language).get(own, [])
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
    word = _WRITTEN.get(language, str)(word)
    for ending, own in _GIVEN_ENDINGS[language]["n" if case in ("n", "f") else "m"] if case else ():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if case == "m" and own == "" and ending in ("om", "ом") and stem[-1] in "šш":
                own = "a" if ending == "om" else "а"  # Ljubišom
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
    ("sr", "f"): ((r"(ov|ev|in|sk)(e|oj|u|om)$", r"\1a"), (r"(?<=nj|[aeiou]š|[aeiou]ž)(e|i|om|u)$", "a")),
    ("ru", "m"): ((r"(ск|цк)(ого|ому|им|ом)$", r"\1ий"), (r"([оеё]в|ин|ын)ым$", r"\1"), (r"(ого|ому|ым)$", "ый"), (r"(?<=[бвгджзклмнпрстфхцчшщ])(ым|ом|ем|а|у|е)$", "")),
    ("ru", "f"): ((r"(ск|цк)(ой|ую)$", r"\1ая"), (r"([оеё]в|ин|ын)(ой|у|ою)$", r"\1а"), (r"(?<=[жчшщ])(и|е|у|ей)$", "а")),
    ("uk", "m"): (
        (r"(ськ|цьк)(ого|ому|им|ім)$", r"\1ий"), (r"([оеєь]в|ін|їн)им$", r"\1"), (r"(?<=[бвгджзклмнпрстхчш])(ого|ому|им)$", "ий"), (r"((?:ен|ль|ей|оч)к)(а|у|ом|ові)$", r"\1о"),
        (r"(?<=[бвгґджзклмнпрстфхцчшщ])(ові|еві|им|ом|ем|а|у)$", ""),
    ),
    ("uk", "f"): ((r"(ськ|цьк)(ої|ій|у|ою)$", r"\1а"), (r"([оеє]в|ін|їн)(ої|ій|у|ою)$", r"\1а"), (r"(?<=[жчшщ])(і|у|ею)$", "а")),
}  # fmt: skip


def _surname(word: str, sex: str, inflected: bool, language: str) -> str:
    """The nominative of a surname, by the sex of the person; only where the given name shows another case."""
    word = _WRITTEN.get(language, str)(word)
    if "-" in word:
        return "-".join(_surname(part, sex, inflected, language) for part in word.split("-"))
    case = _case(word, language)
    if case == "n" or not (inflected or case):
        return word
    for pattern, nominative_ in _SURNAMES[language, sex or "m"]:
        if re.search(pattern, word):
            return re.sub(pattern, nominative_, word)
    return word
