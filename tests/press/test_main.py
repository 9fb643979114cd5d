"""The command line as a whole, and the maps of the packages."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def test_every_command_is_in_the_readme() -> None:
    help_ = subprocess.run(
        [sys.executable, "-m", "press", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    commands = re.findall(r"^    ([a-z]+) ", help_, re.M)
    assert {"parse", "evaluate"} <= set(commands)
    readme = (ROOT / "README.md").read_text(encoding="utf8")
    assert [c for c in commands if f"python -m press {c}" not in readme] == []


@pytest.mark.parametrize("package", sorted(p.parent for p in (ROOT / "press").rglob("__init__.py")))
def test_every_module_is_in_the_map_of_its_package(package: Path) -> None:
    rooms = {p.stem for p in package.glob("[a-z]*.py")} | {p.parent.name for p in package.glob("*/__init__.py")}
    doc = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf8"))) or ""
    assert set(re.findall(r"^``(\w+)``", doc, re.M)) == rooms
