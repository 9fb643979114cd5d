"""Fingerprints: whether a corpus was made from the same articles by the same parser."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from press.tables import TABLES
from press.vocabulary import FOLDER, ROOT


def parser_fingerprint() -> str:
    """16 hexadecimal digits over what decides how an article is parsed: code, vocabulary, tables."""
    return _digest(*_parser_files())


def fingerprint(articles: Path) -> str:
    """16 hexadecimal digits over a folder's article files and :func:`parser_fingerprint`'s files."""
    return _digest((articles, sorted(articles.glob("*.jsonl"))), *_parser_files())


def layout_fingerprint() -> str:
    """8 hexadecimal digits over what decides how the file of an index is laid out."""
    code = ROOT / "press"
    return _digest((code, [code / "corpus" / "index.py", code / "tables.py"]))[:8]


def _parser_files() -> list[tuple[Path, list[Path]]]:
    code = ROOT / "press"
    vocabulary = sorted(p for p in FOLDER.rglob("*") if p.suffix in (".toml", ".tsv", ".txt"))
    return [(FOLDER, vocabulary), (code, sorted(code.rglob("*.py")))]


def _digest(*folders: tuple[Path, Iterable[Path]]) -> str:
    digest = hashlib.blake2b(f"{TABLES}\n".encode(), digest_size=8)
    for root, files in folders:
        for file in files:
            digest.update(str(file.relative_to(root)).encode())
            digest.update(hashlib.blake2b(file.read_bytes()).digest())
    return digest.hexdigest()
