"""What may stand where: questions know nothing of pages, pages and components hold no SQL, and packages have maps."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT

SHOWN = sorted([*(ROOT / "pages").glob("*.py"), *(ROOT / "components").rglob("*.py"), ROOT / "app.py"])
QUESTIONS = sorted((ROOT / "press" / "questions").glob("*.py"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    """Modules that a file imports."""
    out = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            out |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            out.add("." * node.level + (node.module or ""))
    return out


def calls(path: Path) -> set[str]:
    """Names of the methods that a file calls."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf8")))
    return {node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}


@pytest.mark.parametrize("path", SHOWN, ids=name_of)
def test_pages_and_components_hold_no_sql(path) -> None:
    assert not re.search(r"\bSELECT\b", path.read_text(encoding="utf8"))
    assert not calls(path) & {"sql", "execute", "batches"}


@pytest.mark.parametrize("path", QUESTIONS, ids=name_of)
def test_questions_import_nothing_of_the_dashboard(path) -> None:
    roots = {name.split(".")[0] for name in imported(path)}
    assert roots <= {"__future__", "collections", "dataclasses", "datetime", "typing", "pandas", "press"}


def test_a_notebook_asks_without_streamlit() -> None:
    code = "import sys, pkgutil, press.questions as q; [__import__(f'press.questions.{m.name}') for m in pkgutil.iter_modules(q.__path__)]; print('streamlit' in sys.modules, 'press.questions.events' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("package", [ROOT / "components", ROOT / "components" / "adding"], ids=name_of)
def test_every_component_is_in_the_map_of_its_package(package) -> None:
    rooms = {p.stem for p in package.glob("[a-z]*.py")} | {p.parent.name for p in package.glob("*/__init__.py")}
    doc = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf8"))) or ""
    assert set(re.findall(r"^``(\w+)``", doc, re.M)) == rooms
