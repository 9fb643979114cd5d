"""The vocabulary: what the parser knows about language and politics, read from ``data/vocabulary``.

Files are TOML, one subject a file, written for people who write no Python; each module of ``press``
compiles the part it needs, once for each language, when the first article of that language comes.
"""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

#: Project folder that holds ``data/``.
ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("PRESS_VOCABULARY", ROOT / "data" / "vocabulary"))

LANGUAGES = ("en", "sr", "ru", "uk")
#: Parties that a statement can take a stance toward.
TARGETS = ("Russia", "Serbia", "EU", "USA", "NATO", "Ukraine", "Kosovo", "China", "West")
#: Classes of tone and of stance.
TONES = ("negative", "neutral", "positive")
#: How a statement is told: in quotation marks, as reported speech, or as reported speech with quoted words.
KINDS = ("direct", "indirect", "mixed")


class VocabularyError(ValueError):
    """A vocabulary file that cannot be read; the message names the file and the place."""


@cache
def read(name: str) -> dict[str, Any]:
    """Read one vocabulary file, ``read("topics")`` or ``read("languages/ru")``.

    Raises
    ------
    VocabularyError
        Where the file is missing or is no TOML.
    """
    path = FOLDER / f"{name}.toml"
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise VocabularyError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: {error}") from error


@cache
def _forms(language: str) -> dict[str, tuple[str, ...]]:
    path = FOLDER / "forms" / f"{language}.txt"
    if not path.exists():
        return {}
    table = {}
    for line in path.read_text(encoding="utf8").splitlines():
        lemma, _, forms = line.partition(" ")
        table[lemma] = tuple(forms.split())
    return table


def forms(language: str):
    """Look-up of inflected forms: a function from a folded lemma to its folded forms.

    The forms are made from simplemma's dictionaries by ``python -m press.text.inflect`` and shipped as
    ``data/vocabulary/forms/LANGUAGE.txt``: simplemma itself takes seconds and 300 MB to load.
    """
    table = _forms(language)
    return lambda key: table.get(key, ())
