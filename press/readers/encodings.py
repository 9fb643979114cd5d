"""The encoding of a text in one byte a character, told by the letters that its bytes make.

Statistics of whole languages mistake the short texts and tables of this subject; the alphabets that they are written in do
not: Cyrillic words consist of bytes above 127 only, and the right encoding gives them the commonest letters in the right
case; Latin words hold few such bytes, and the right encoding makes of all of them letters of one alphabet.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from math import log

#: Bytes above 127, with what stands beside them, that are looked at.
_MOST = 20_000
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "cp866", "cp1125", "iso8859_5", "mac_cyrillic", "cp855")
#: How often letters stand in Russian, Ukrainian or Serbian texts, in a thousand, whichever has most.
_OFTEN = {
    "о": 109, "а": 118, "е": 88, "и": 97, "н": 67, "т": 63, "с": 55, "р": 53, "в": 45, "л": 44, "к": 36, "м": 37, "д": 37, "п": 29, "у": 43,
    "я": 22, "ы": 19, "ь": 18, "г": 17, "з": 21, "б": 17, "ч": 14, "й": 13, "х": 11, "ж": 9, "ш": 9, "ю": 8, "ц": 7, "щ": 5, "э": 4, "ф": 4,
    "ъ": 1, "ё": 2, "і": 57, "ї": 6, "є": 6, "ґ": 1, "ј": 50, "љ": 5, "њ": 7, "ђ": 2, "ћ": 6, "џ": 1,
}  # fmt: skip
_MARKS = "«»„“”‘’–—…№§°\u00a0€"
#: The Latin alphabets beside ASCII, those of the subject first, and the encodings that they are written in.
_LATIN = ("cp1250", "iso8859_2", "cp852", "mac_latin2", "cp1252", "iso8859_16", "cp1254")
_ALPHABETS = (
    "čćđšž", "äöüß", "àâæçéèêëîïôœùûüÿ", "àèéìíòóù", "áéíñóúü¡¿", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "ăâîșțşţ", "åäöø", "çëâ", "çğıöşüâîİ",
    "áäčďéíĺľňóôŕšťúýž",
)  # fmt: skip
_RUN = re.compile(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?")


def guess(sample: bytes) -> str:
    """The likeliest encoding of a text that is not UTF-8.

    Returns
    -------
    str
        A name that Python knows, '' where no alphabet fits.
    """
    runs = _RUN.findall(sample)
    high = sum(sum(byte > 127 for byte in run) for run in runs[:_MOST])
    if not high:
        return ""
    together = sum(n for run in runs[:_MOST] if (n := sum(byte > 127 for byte in run)) > 1)
    words = Counter(runs[:_MOST])
    return _cyrillic(words) if together > 0.6 * high else _latin(words)


def _cyrillic(words: Counter[bytes]) -> str:
    scores = {encoding: _likelihood(words, encoding) for encoding in _CYRILLIC}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > log(0.005) else ""


def _likelihood(words: Counter[bytes], encoding: str) -> float:
    """Mean logarithm of how likely the characters are that an encoding makes of bytes above 127."""
    known = _weights()
    total = count = 0.0
    for word, times in words.items():
        text = word.decode(encoding, "replace")
        before = ""
        for c in text:
            if c > "\x7f":
                weight = known.get(c, log(1e-5))
                if c.isupper() and before.islower():
                    weight += log(0.02)
                total += times * weight
                count += times
            before = c
    return total / count if count else log(1e-5)


@cache
def _weights() -> dict[str, float]:
    out = {mark: log(0.004) for mark in _MARKS}
    for letter, often in _OFTEN.items():
        out[letter] = log(often / 1000)
        out[letter.upper()] = log(often / 15_000)
    return out


def _latin(words: Counter[bytes]) -> str:
    best, most = "", 0.75
    for encoding in _LATIN:
        letters: Counter[str] = Counter()
        for word, times in words.items():
            text = word.decode(encoding, "replace")
            for before, c in zip(" " + text, text, strict=False):
                # A capital behind a small letter is as wrong as a sign.
                letters["\ufffd" if c.isupper() and before.islower() else c.lower()] += times * (c > "\x7f")
        total = sum(letters.values())
        marks = sum(letters[m] for m in _MARKS)
        for rank, alphabet in enumerate(_ALPHABETS):
            share = (sum(letters[c] for c in alphabet) + 0.9 * marks) / total - 0.01 * rank if total else 0.0
            if share > most + 1e-9:
                best, most = encoding, share
    return best
