"""docs/security.md names tests: each must exist, and the server must keep to the limits that it promises."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from press.readers import limits

from .conftest import ROOT

NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / "security.md").read_text(encoding="utf8"))


def functions(file: str) -> set[str]:
    """Names of the test functions of a file."""
    path = ROOT / file
    if not path.is_file():
        return set()
    tree = ast.parse(path.read_text(encoding="utf8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_promise_names_a_test() -> None:
    rows = re.findall(r"^\| (?!promise|---)(.+?) \| (.*) \|$", (ROOT / "docs" / "security.md").read_text(), re.M)
    assert len(rows) > 15
    assert [promise for promise, tests in rows if "::test_" not in tests] == []


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_the_test_exists(file, name) -> None:
    assert name in functions(file)


def config() -> dict:
    """The dashboard's settings."""
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf8"))


def test_tables_have_no_export_that_knows_nothing_of_formulas() -> None:
    assert config()["client"]["disableDataExport"] is True


def test_errors_tell_visitors_nothing_of_the_server() -> None:
    assert config()["client"]["showErrorDetails"] == "none"


def test_the_server_takes_no_more_than_the_readers_allow() -> None:
    server = config()["server"]
    assert server["maxUploadSize"] * 1_000_000 <= limits.UPLOAD_BYTES
    assert server.get("enableXsrfProtection", True) and server.get("enableCORS", True)
