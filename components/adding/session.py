"""What the page Add articles keeps between its runs: what was read, and what its fields hold."""

from __future__ import annotations

import streamlit as st

from .tray import Tray

#: Parts of widgets' keys: a new one empties the widget. What goes in stays until it is added or discarded.
_VERSION, _ENTERED = "add-version", "add-entered"


def version() -> int:
    """Part of the keys of widgets that show what was read."""
    return int(st.session_state.setdefault(_VERSION, 0))


def entered() -> int:
    """Part of the keys of widgets that articles are entered with."""
    return int(st.session_state.setdefault(_ENTERED, 0))


def renew() -> None:
    """Make the widgets that show what was read afresh."""
    st.session_state[_VERSION] = version() + 1


def tray() -> Tray | None:
    """What was read and is not added yet."""
    found: Tray | None = st.session_state.get("tray")
    return found


def take(read: Tray) -> None:
    """Show what was read, in place of what was shown before."""
    st.session_state["tray"] = read
    renew()
    st.session_state.pop("add-report", None)
    st.rerun()


def forget() -> None:
    """Let go of what was read and entered."""
    st.session_state.pop("tray", None)
    st.session_state.pop("add-entries", None)
    renew()
    st.session_state[_ENTERED] = entered() + 1
    st.rerun()
