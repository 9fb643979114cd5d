"""Links into the dashboard open the page that they name, for the first visitor of a fresh server too."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components import navigation
from tests.conftest import ROOT


@pytest.mark.parametrize("name", [name for name, _, _ in navigation._PAGES])
def test_a_page_asks_for_its_frame_before_it_shows_anything(name: str) -> None:
    """Run by itself, as Streamlit would run it for a deep link before app.py has run once."""
    run = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=30)
    run.run()
    assert not run.title, "shown without its frame"
