"""Links into the dashboard open the page that they name, for the first visitor of a fresh server too."""

from __future__ import annotations

from tests.conftest import ROOT


def test_there_is_no_folder_that_streamlit_would_serve_by_itself() -> None:
    # Until app.py has run once, Streamlit serves the files of a folder "pages" beside it, without filter bar and set-up.
    assert not (ROOT / "pages").exists()
    assert 'st.Page("views/overview.py"' in (ROOT / "app.py").read_text(encoding="utf8")
