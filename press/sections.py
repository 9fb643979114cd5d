"""Sentences and sections of an article's text."""

from __future__ import annotations

import re

from .document import Sentence
from .words import Tokens

_END = re.compile(r"[.!?…]+[\"'”’»“\)\]]*\s+|\n+")


def split(text: str, tokens: Tokens, language: str, title: str = "") -> list[Sentence]:
    """Split a text into sentences, each with its section."""
    out: list[Sentence] = []
    start = 0
    paragraph = 0
    for match in [*_END.finditer(text), None]:
        end = match.start() + len(match.group().rstrip()) if match else len(text)
        if text[start:end].strip():
            out.append(Sentence(start, end, tokens.at(start), tokens.at(end), paragraph))
        if match:
            paragraph += "\n" in match.group()
            start = match.end()
    return out
