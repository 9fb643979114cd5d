"""A server of made-up news on the loopback address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.press.gather.news import news
from tests.press.server import Server


@pytest.fixture
def server() -> Iterator[Server]:
    with news() as server:
        yield server
