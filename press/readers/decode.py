"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from . import encodings

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
#: Bytes that the encoding is told from.
_SAMPLE = 200_000
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{2,30})""", re.I)


def decode(data: bytes, declared: str = "") -> str:
    """Decode a file's bytes: by its mark, as UTF-8, as declared, else by the letters that they make.

    Never raises; bytes that fit no encoding become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            if codecs.lookup(declared).name in ("utf-8", "ascii"):
                # A page in UTF-8 with a few broken bytes.
                text = data.decode("utf-8", "replace")
                if text.count("\ufffd") * 100 < sum(byte > 127 for byte in data[:_SAMPLE]):
                    return text
            else:
                return data.decode(declared)
        except (LookupError, ValueError):
            pass
    return data.decode(_guess(data[:_SAMPLE]), "replace")


def declared_in(page: bytes) -> str:
    """The encoding that an HTML or XML file declares in its head, '' where none."""
    found = _DECLARED.search(page[:4096])
    return found[1].decode("ascii", "replace") if found else ""


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of a whole file, read in pieces; the file is set back to its start."""
    start = stream.read(4)
    mark = next((encoding for bom, encoding in _BOMS if start.startswith(bom)), "")
    if mark:
        stream.seek(0)
        return mark
    stream.seek(0)
    if wide := _wide(stream.read(8000)):
        stream.seek(0)
        return wide
    stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    sample = b""
    valid = True
    chunk = stream.read(_CHUNK)
    while chunk:
        if valid:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                valid = False
        if len(sample) < _SAMPLE and not chunk.isascii():
            sample += b"\n".join(line[:2000] for line in chunk.split(b"\n") if not line.isascii())[:_SAMPLE]
        if not valid and len(sample) >= _SAMPLE:
            break
        chunk = stream.read(_CHUNK)
    else:
        if valid:
            try:
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                valid = False
    stream.seek(0)
    return "utf-8" if valid else _guess(sample)


def _wide(start: bytes) -> str:
    """UTF-16 without a mark: every other byte is a high byte of Latin, Cyrillic or general punctuation."""
    if b"\0" not in start[:8000]:
        return ""
    for encoding, high in (("utf-16-le", start[1:8000:2]), ("utf-16-be", start[:8000:2])):
        if len(high) > 1 and sum(byte in b"\0\1\4\x20" for byte in high) > 0.9 * len(high):
            return encoding
    return ""


def _guess(sample: bytes) -> str:
    if known := encodings.guess(sample):
        return known
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1250"


class Lines:
    """The lines of a text file, read in pieces, so that no line fills the memory.

    Iteration yields each line with its end; a line longer than ``most`` characters is passed over and its
    number is kept in ``overlong``.
    """

    def __init__(self, stream: BinaryIO, encoding: str, most: int) -> None:
        self.file = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self.most = most
        self.number = 0
        self.overlong: list[int] = []

    def __iter__(self) -> Iterator[str]:
        try:
            while line := self.file.readline(self.most):
                self.number += 1
                if len(line) < self.most or line.endswith("\n"):
                    yield line
                    continue
                self.overlong.append(self.number)
                while (rest := self.file.readline(self.most)) and not rest.endswith("\n"):
                    pass
        finally:
            with suppress(ValueError):  # the stream may be closed before this is let go
                self.file.detach()
