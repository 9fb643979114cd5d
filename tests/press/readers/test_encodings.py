"""The encoding of short texts, told by their letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.readers.decode import decode
from press.readers.encodings import guess

LATIN = ("cp1250", "iso8859_2", "cp852", "mac_latin2")
TEXTS = [
    ("Президент России провёл переговоры.", ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")),
    ("Глава МИД заявил, что поставки газа будут продолжены, а цена останется прежней.", ("cp1251", "koi8_r", "cp866", "iso8859_5")),
    ("Президент України провів переговори з їхньою делегацією.", ("cp1251", "koi8_u", "cp1125", "iso8859_5", "mac_cyrillic")),
    ("Председник Србије разговарао је са њим о гасу.", ("cp1251", "iso8859_5", "cp855", "mac_cyrillic")),
    ("Predsednik Vučić razgovarao je sa njim o gasu, još juče.", LATIN),
    ("Đorđe Žarić", ("cp1250", "iso8859_2", "cp852")),
    ("title;text\nGas;Ана је рекла да је гас сигуран.\n", ("cp1251", "iso8859_5")),
    ("Le président a déclaré à Genève que l'été sera très chaud.", ("cp1252",)),
    ("Die Minister für Äußeres und Verkehr trafen sich in München.", ("cp1252",)),
    ("Premier powiedział, że ceny gazu będą wyższe, a źródła są pewne.", ("cp1250", "iso8859_2")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in TEXTS for encoding in encodings]
)
def test_the_encoding_of_a_line(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
    assert decode((text + "\n").encode(encoding) * 50) == (text + "\n") * 50


@given(st.binary(max_size=300))
def test_any_bytes_are_taken(data: bytes) -> None:
    found = guess(data)
    if found:
        data.decode(found, "replace")
    decode(data)
