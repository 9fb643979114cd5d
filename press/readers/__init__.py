"""Readers: one module for each form of input; each yields :class:`press.article.Article`.

>>> [article.title for article in read_bytes(b"Talks\\n\\nAnna Sample said yes.", "talks.txt")]
['Talks']
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from ..article import Article
from . import limits
from .errors import ReaderError, Refusal

__all__ = ["ENDINGS", "ReaderError", "Refusal", "limits", "read_bytes", "read_path", "read_stream"]

#: Endings of the files that are read, as an upload field wants them.
ENDINGS = ("txt", "md", "html", "htm", "jsonl")


def read_path(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[Article | Refusal]:
    """The articles of a file, by its ending and its first bytes; see :func:`read_stream`."""
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, str(path), "", columns)
    except OSError as error:
        yield Refusal(str(path), 0, "", error.strerror or "cannot be read")


def read_bytes(
    data: bytes, name: str, url: str = "", columns: Mapping[str, str] | None = None
) -> Iterator[Article | Refusal]:
    """The articles of an upload or a fetched page; see :func:`read_stream`."""
    yield from read_stream(io.BytesIO(data), name, url, columns)


def read_stream(
    stream: BinaryIO, name: str, url: str = "", columns: Mapping[str, str] | None = None
) -> Iterator[Article | Refusal]:
    """The articles of a file, whatever its form.

    Parameters
    ----------
    stream : binary file, seekable
    name : str
        The file's name: its ending tells the form, and messages call it so.
    url : str
        Where the file was fetched from; the address of an article that tells none itself.
    columns : dict, optional
        For tables: the column (its name, or its number from "1" on where there is no header) of each of
        the fields text, title, url, outlet, date, language, author. What is not given is guessed.

    Yields
    ------
    Article or Refusal
        Faulty items come as :class:`Refusal` in their place and the rest goes on. Nothing is raised.
    """
    from . import html, jsonl, text

    ending = Path(name).suffix.lower()
    if ending in (".txt", ".md"):
        yield text.read(stream.read(), name)
    elif ending in (".html", ".htm", ".xhtml"):
        yield html.read(stream.read(), name, url)
    else:
        yield from jsonl.read(stream.read().splitlines(keepends=False), name)
