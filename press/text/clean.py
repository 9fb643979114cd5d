"""What is no letter: a text as people type, paste and print it, made ready for reading, with the way back.

Letters that look alike to people become one letter (Unicode NFC; ligatures; Latin letters inside Cyrillic words and
the reverse), what nobody sees goes (soft hyphens, zero-width characters, stress marks), spaces, hyphens, dashes and
quotation marks become the usual ones, HTML entities and mojibake the characters that they stand for, and hard line
breaks blanks. A text that is clean already, as most are, costs a few searches.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from press.text import lines, mojibake
from press.text.language import script_of
from press.text.offsets import Edit, Traced

#: Usual characters, and those that stand for them.
_STAND_INS = {
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\x0b\x0c\u2028\u2029",
    "-": "\x1e\u2010\u2011\u058a",
    "–": "\u2012\u2212",
    "—": "\u2015\u2e3a\u2e3b\u2500",
    '"': "\u2033\u02ba\u3003",
    "“": "\u201f\u275d\u301d",
    "”": "\u275e\u301e\u301f",
    "„": "\u2e42",
    "'": "\u2032\u00b4",
    "‘": "\u201b\u275b",
    "’": "\u275c\u02b9\u02bb\u02bd\u02c8\u02ca\u055a",
    # Vowels with a stress mark that are letters elsewhere, and a D with stroke that looks like another.
    "Е": "\u0400", "е": "\u0450", "И": "\u040d\u04e2", "и": "\u045d\u04e3", "У": "\u04ee", "у": "\u04ef", "Đ": "\u0189",
}  # fmt: skip
_USUAL = {odd: usual for usual, characters in _STAND_INS.items() for odd in characters}
# Bytes that are marks and letters in Windows, and control characters elsewhere.
_USUAL |= {chr(b): bytes([b]).decode("cp1252") for b in range(0x80, 0xA0) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
#: Full-width, small and mathematical forms of a single character (Unicode NFKC).
_FORMS = "\uff01-\uff5e\ufe50-\ufe6b\U0001d400-\U0001d7ff"
#: What nobody sees: control characters, soft hyphens, joiners, marks of direction, variation selectors.
_UNSEEN = (
    "\x00-\x08\x0e-\x1d\x1f\x7f\x81\x8d\x8f\x90\x9d\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_MARKS = "\u0300-\u034e\u0350-\u036f\u0483-\u0487\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_LIGATURES = "\ufb00-\ufb06\u01c4-\u01cc\u0132\u0133\u01f1-\u01f3"
#: What text has in it that was read in another encoding, see :mod:`press.text.mojibake`.
_MISREAD = "\x80-\x9f\xa4\xa6\xa8\xac\xb0-\xb2\xb5-\xb8\u0192\u02c6\u2020\u2021\u2030ÂÃÄÅÐÑæèðÆÈ"

_ODD = re.compile(f"[{re.escape(''.join(_USUAL))}{_FORMS}{_UNSEEN}{_MARKS}{_LIGATURES}{_MISREAD}]")
_FORM = re.compile(f"[{_FORMS}]")
_GONE = re.compile(f"[{_UNSEEN}]+(?:(?<=\xad)\n(?=\\w))?")  # a word that was broken at a soft hyphen goes on
_MARKED = re.compile(f"[{_MARKS}]+")
_LIGATURE = re.compile(f"[{_LIGATURES}]")
_HAS_MISREAD = re.compile(f"[{_MISREAD}]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
_JOINED = re.compile(r"[–](?<=\w.)(?=[^\W\d_])")  # a minus sign or figure dash inside a word is a hyphen
_ETH = re.compile(r"\bÐ(?=[a-z])")  # no word begins with the Icelandic letter: it stands for Đ

# -- marks that are typed as several characters, or as others ------------------------------------

#: Each as found in the text, as it is told there, and the usual mark.
_TYPED = (
    ("\r", re.compile(r"\r\n?"), "\n"),
    (",,", re.compile(r"(?<![\w,]),,(?!,)"), "„"),
    (",,", re.compile(r"(?<!,),,(?![\w,])"), "”"),
    ("‚‚", re.compile("‚‚"), "„"),
    ("‘‘", re.compile("‘‘"), "“"),
    ("``", re.compile("``"), "“"),
    ("‹‹", re.compile("‹‹"), "«"),
    ("››", re.compile("››"), "»"),
    ("\\", re.compile(r"\\+(?=[\"'„“”«»])"), ""),  # as programs write marks
    ("''", re.compile(r"(?<!')''(?!')"), '"'),
    ("’’", re.compile(r"’’"), "”"),
    ("<<", re.compile(r"(?<!<)<<(?!<)"), "«"),
    (">>", re.compile(r"(?<!>)>>(?=\w)|(?<=[^>\n])>>(?!>)"), "»"),  # none at the head of a line of an e-mail
    ('""', re.compile(r'(?<!")""(?!")'), '"'),
    ("--", re.compile(r"(?<!-)-{2,3}(?!-)"), "—"),
)
_DOUBLED = re.compile(r'(?<![^\s(\[{—–-])""(?=\w)')
_DOUBLE_LOW_OR_HIGH = re.compile("[„“,‘`]")
#: Apostrophes: a turned comma between letters, and a quotation mark inside a Ukrainian word.
_APOSTROPHE = re.compile(r"[‘\"](?<=[^\W\d_].)(?=[^\W\d_])(?:(?<=‘)|(?<=[бпвмфгкджзтсцчшлнр].)(?=[яюєї]))", re.I)

# -- letters of the other script -----------------------------------------------------------------

_LATIN_TWINS, _CYRILLIC_TWINS = "aceopxyijkABCEHIJKMOPTXY", "асеорхуіјкАВСЕНІЈКМОРТХУ"
_TWINS = dict(zip(_LATIN_TWINS, _CYRILLIC_TWINS, strict=True))
#: Latin vowels with the mark of stress that somebody set on a Cyrillic one: сказáл.
_STRESSED = {
    letter: _TWINS[base]
    for letter in map(chr, range(0xC0, 0x250))
    if (base := unicodedata.normalize("NFD", letter)[0]) in "aeoiyAEOIY" and base != letter
}
_TO_CYRILLIC = str.maketrans(_TWINS | _STRESSED | {"ë": "ё", "Ë": "Ё", "ï": "ї", "Ï": "Ї"})
_TO_LATIN = str.maketrans({c: latin for latin, c in _TWINS.items()} | {"ѕ": "s", "Ѕ": "S"})
_LATIN_LETTER = re.compile("[A-Za-zÀ-ɏ]")
_CYRILLIC_LETTER = re.compile("[Ѐ-ӿ]")
_LETTERS = re.compile(r"[^\W\d_]+")
#: A Latin letter beside a Cyrillic one, and one that stands alone among Cyrillic words.
_SEAM = re.compile(
    r"[A-Za-zÀ-ɏ](?:(?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ].)|(?<=[Ѐ-ӿ,»“”)]\s[acoyi])(?=\s[Ѐ-ӿ])|(?<=[.!?…\n]\s[ACOYIBK])(?=\s[а-яђ-џіїєґ]))"
)


def clean(text: str) -> Traced:
    """The text as it is read, and the way back to the text as given. Linear; never raises."""
    traced = Traced(text)
    for _ in range(2):  # &amp;quot; is a quotation mark too
        if "&" in traced.text:
            traced = traced.edited((m.start(), m.end(), unescape(m.group())) for m in _ENTITY.finditer(traced.text))
    if _ODD.search(traced.text):
        traced = _without_odd(traced)
    if _CYRILLIC_LETTER.search(traced.text) and _SEAM.search(traced.text):
        traced = traced.same_length(_one_script(traced.text))
    return traced.edited(lines.joins(traced.text)) if "\n" in (traced := _typed(traced)).text else traced


def _without_odd(traced: Traced) -> Traced:
    """With the usual characters, and without those that nobody sees."""
    if _HAS_MISREAD.search(traced.text):
        traced = mojibake.mend(traced)
    text = traced.text
    for odd in set(_ODD.findall(text)):
        if odd in _USUAL:
            text = text.replace(odd, _USUAL[odd])
        elif _FORM.match(odd) and len(plain := unicodedata.normalize("NFKC", odd)) == 1:
            text = text.replace(odd, plain)
    traced = traced.same_length(_ETH.sub("Đ", _JOINED.sub("-", text)))
    traced = traced.edited((m.start(), m.end(), "") for m in _GONE.finditer(traced.text))
    traced = traced.edited(_composed(traced.text))
    return traced.edited(
        (m.start(), m.end(), unicodedata.normalize("NFKC", m.group())) for m in _LIGATURE.finditer(traced.text)
    )


def _composed(text: str) -> Iterator[Edit]:
    """Letters with marks as one letter; marks that make no letter, such as those of stress, go."""
    for match in _MARKED.finditer(text):
        start = match.start() - 1 if match.start() and text[match.start() - 1].isalpha() else match.start()
        letter = _MARKED.sub("", unicodedata.normalize("NFC", text[start : match.end()]))
        yield start, match.end(), _USUAL.get(letter, letter)


def _typed(traced: Traced) -> Traced:
    """With one mark where several characters are typed for it."""
    for told, pattern, usual in _TYPED:
        text = traced.text
        if told not in text:
            continue
        if (told == '""' and not _DOUBLED.search(text)) or (told == "’’" and not _DOUBLE_LOW_OR_HIGH.search(text)):
            continue
        traced = traced.edited((m.start(), m.end(), usual) for m in pattern.finditer(text))
    return traced.same_length(_APOSTROPHE.sub("’", traced.text))


def _one_script(text: str) -> str:
    """With letters of one script in each word: that whose letters the other does not have, else that of the text."""
    parts: list[str] = []
    done = 0
    latin_text = script_of(text) == "Latn"
    for seam in _SEAM.finditer(text):
        start = seam.start()
        if start < done:
            continue
        while start > done and text[start - 1].isalpha():
            start -= 1
        word = _LETTERS.match(text, start)
        if word is None:
            continue
        latin, cyrillic = word.group().translate(_TO_LATIN), word.group().translate(_TO_CYRILLIC)
        all_latin, all_cyrillic = not _CYRILLIC_LETTER.search(latin), not _LATIN_LETTER.search(cyrillic)
        one = word.group()
        if all_cyrillic and not (all_latin and latin_text):
            one = cyrillic
        elif all_latin:
            one = latin
        parts += (text[done:start], one)
        done = word.end()
    return "".join([*parts, text[done:]])
