"""Readers: one module for each form of input, each yields :class:`press.article.Article`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..article import Article
from .errors import ReaderError

__all__ = ["ReaderError", "read_path"]


def read_path(path: Path) -> Iterator[Article | ReaderError]:
    """The articles of a file by its ending: ``.txt`` and ``.html`` are one article, the rest JSON Lines.

    Faulty items come as :class:`ReaderError` in their place, so that the rest goes on.
    """
    from . import html, jsonl, text

    ending = path.suffix.lower()
    try:
        data = path.read_bytes()
    except OSError as error:
        yield ReaderError(str(path), 0, "", error.strerror or "cannot be read")
        return
    if ending in (".txt", ".md"):
        yield text.read(data, str(path))
    elif ending in (".html", ".htm", ".xhtml"):
        yield html.read(data, str(path))
    else:
        yield from jsonl.read(data.splitlines(keepends=False), str(path))
