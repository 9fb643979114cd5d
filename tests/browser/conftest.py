"""A running dashboard and a browser, shared by the browser tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from .chromium import ARGUMENTS, find
from .served import served

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard on a free port; nothing that it does may end in a traceback."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with served(log) as running:
        yield running.address
    assert "Traceback" not in log.read_text(), log.read_text()[-4000:]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium; the tests are skipped where there is none, and fail there in continuous integration."""
    path = find()
    if not path:
        reason = "No Chromium here: install one, or set CHROMIUM to its path"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()
