"""How far reading, fetching and adding are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.text import escape

#: Called with the share that is done (0…1) and what is being done, in words.
Progress = Callable[[float, str], None]


def bar(label: str) -> tuple[Any, Progress]:
    """A progress bar and the function that moves it."""
    shown = st.progress(0.0, label)

    def told(share: float, words: str) -> None:
        shown.progress(min(1.0, share), escape(words))

    return shown, told
