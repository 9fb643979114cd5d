"""The contracts of pyproject.toml: a forbidden import is found, whichever contract it breaks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from start import LINT_IMPORTS

from .conftest import ROOT

PACKAGES = ("press", "components", "pages", "training", "benchmarks", "tests")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's Python files."""
    copy = tmp_path_factory.mktemp("tree")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package in PACKAGES:
        for file in (ROOT / package).rglob("*.py"):
            target = copy / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    assert broken(copy) == []
    return copy


def broken(tree: Path) -> list[str]:
    """Names of the contracts that the imports of a tree break."""
    done = subprocess.run([sys.executable, *LINT_IMPORTS], cwd=tree, capture_output=True, text=True, timeout=60)
    names = [line.removesuffix(" BROKEN") for line in done.stdout.splitlines() if line.endswith(" BROKEN")]
    assert done.returncode == bool(names), done.stdout + done.stderr
    return names


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("press/text/words.py", "from press.corpus import store", "A room knows only what lies below it"),
        ("press/corpus/rows.py", "from press.evaluation import quality", "A room knows only what lies below it"),
        ("press/article.py", "from press.text import words", "A room knows only what lies below it"),
        ("press/gather/fetch.py", "from components import charts", "A room knows only what lies below it"),
        ("press/readers/days.py", "from press.reading import topics", "Readers know"),
        ("press/export.py", "import streamlit as st", "press reads the press"),
        ("press/corpus/sql.py", "from press.corpus import index", "No cycles"),
    ],
)
def test_a_forbidden_import_is_found(tree: Path, file: str, line: str, contract: str) -> None:
    path = tree / file
    source = path.read_text(encoding="utf8")
    path.write_text(f"{source}\n{line}\n", encoding="utf8")
    try:
        found = broken(tree)
    finally:
        path.write_text(source, encoding="utf8")
    assert any(name.startswith(contract) for name in found), found
