"""What tests share: the project's folder, the seed article where it is at hand, small made-up articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "project", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("project")


@pytest.fixture(scope="session")
def seed() -> Path:
    """The article that the project was created from; it lies beside the project and is no part of it."""
    for folder in (ROOT.parent, ROOT.parent.parent):
        path = folder / "shared" / "seed" / "article.txt"
        if path.is_file():
            return path
    pytest.skip("the seed article is not beside the project")


@pytest.fixture(autouse=True)
def own_main() -> Iterator[None]:
    """Streamlit's AppTest leaves its script behind as ``__main__``; processes that later tests start would run it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
