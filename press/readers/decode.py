"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """Decode a file's bytes: by its mark, as UTF-8, else by the letters that charset-normalizer finds.

    Never raises; bytes that fit no encoding become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(
        data[:200_000], cp_isolation=["cp1250", "cp1251", "utf_16", "iso8859_5", "koi8_r", "cp1252"]
    ).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
