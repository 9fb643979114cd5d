"""Mojibake: text whose bytes were read in another encoding than they were written in ("VuÄiÄ‡", "neæe", "Ïóòèí").

Only what cannot be meant is mended: sequences that no language writes, and Serbian words without a single Serbian
letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.text.language import detect
from press.text.offsets import Edit, Traced


class _Codec:
    """UTF-8 that was read in a single-byte encoding: its sequences of two and three characters."""

    #: First bytes of Latin with diacritics, Cyrillic and spaces, and of quotation marks and dashes.
    TWO, THREE = b"\xc2\xc3\xc4\xc5\xd0\xd1\xd2", b"\xe2"

    def __init__(self, name: str) -> None:
        self.byte = {chr(b): b for b in range(0x80, 0x100)}  # bytes that the encoding lacks stand for themselves
        for b in range(0x80, 0x100):
            self.byte |= dict.fromkeys(bytes([b]).decode(name, "ignore"), b)
        two, three, rest = (
            re.escape("".join(c for c, b in self.byte.items() if b in part))
            for part in (self.TWO, self.THREE, range(0x80, 0xC0))
        )
        self.two = re.compile(f"[{two}][{rest}]")
        self.three = re.compile(f"[{three}][{rest}][{rest}]")

    def edits(self, pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
        """The characters that the sequences of a pattern stand for."""
        for match in pattern.finditer(text):
            try:
                character = bytes(map(self.byte.__getitem__, match.group())).decode()
            except UnicodeDecodeError:
                continue
            if _PLAUSIBLE.match(character):
                yield match.start(), match.end(), character


_PLAUSIBLE = re.compile("[\u00a0-\u017f\u0400-\u04ff\u2010-\u203a\u20ac\u2116\u2122]")
_CODECS = tuple(map(_Codec, ("cp1252", "cp1250", "cp1251")))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTERS = re.compile(r"[^\W\d_]")
_HIGH = re.compile("[À-ÿ]")

_SERBIAN = str.maketrans("æÆèÈðÐ", "ćĆčČđĐ")
_IN_SERBIAN = re.compile("[æÆèÈðÐ]")
#: Letters of languages that write è, æ or ð themselves, and of Serbian that was read rightly.
_OTHERS = re.compile("[čćđČĆĐéàçêëîïôûùøåßüöäñáíóúþ]")
_RUSSIAN = str.maketrans({chr(b): bytes([b]).decode("cp1251") for b in range(0xC0, 0x100)} | {"¸": "ё", "¨": "Ё"})
_FEW = 10


def mend(traced: Traced) -> Traced:
    """The text as it was written, where it is plain that it was read in another encoding."""
    traced = _from_utf8(traced)
    text = traced.text
    if _IN_SERBIAN.search(text) and not _OTHERS.search(text) and detect(_IN_SERBIAN.sub("", text))[0] == "sr":
        return traced.same_length(text.translate(_SERBIAN))
    high = len(_HIGH.findall(text))
    if high > _FEW and high > 0.7 * len(_LETTERS.findall(text)):
        return traced.same_length(text.translate(_RUSSIAN))
    return traced


def _from_utf8(traced: Traced) -> Traced:
    """Three characters that are one mark are always mended; two that are one letter where most letters are so."""
    for codec in _CODECS:
        traced = traced.edited(codec.edits(codec.three, traced.text))
        edits = list(codec.edits(codec.two, traced.text))
        if len(edits) > 1 and 4 * len(edits) > len(_NOT_ASCII.findall(traced.text)):
            traced = traced.edited(edits)
    return traced
