"""The shared corpus is opened once, whoever asks, and errors are said."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import shared
from press.corpus.store import CorpusError


class _Corpus:
    name = "made-up"


def _app() -> None:
    import streamlit as st

    from components import shared

    st.write(shared.corpus().name)


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    st.cache_data.clear()
    st.cache_resource.clear()
    monkeypatch.setattr(shared, "corpus_name", lambda: "made-up")


def test_visitors_at_once_open_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def slow(progress: Any) -> _Corpus:
        opened.append("once more")
        for done in range(3):
            progress(done, 3)
            time.sleep(0.1)
        return _Corpus()

    monkeypatch.setattr(shared, "open_corpus", slow)
    apps = [AppTest.from_function(_app, default_timeout=20) for _ in range(3)]
    threads = [threading.Thread(target=app.run) for app in apps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [app.markdown[0].value for app in apps] == ["made-up"] * 3
    assert opened == ["once more"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("error", [CorpusError("2024.jsonl, line 3: date"), ValueError("<b>odd</b>")])
def test_what_is_wrong_is_said_and_tried_again(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fails(progress: Any) -> _Corpus:
        raise error

    monkeypatch.setattr(shared, "open_corpus", fails)
    app = AppTest.from_function(_app).run()
    assert "The corpus cannot be opened" in app.error[0].value
    assert "<b>" not in app.error[0].value
    monkeypatch.setattr(shared, "open_corpus", lambda progress: _Corpus())
    app.run()
    assert not app.error and app.markdown[0].value == "made-up"
