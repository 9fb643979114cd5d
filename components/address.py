"""Choices of a page that live in its address, so that a link can set them and a copied link keeps them.

The filter bar is bound by Streamlit itself; a page's own widgets are kept here, because a link from another page
must be able to set them and to leave them out. The address is the truth: a widget shows
what it says, and a change of the widget is written into it before the page runs again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st


def kept(name: str, options: Sequence[str], draw: Callable[..., Any], default: str | None = None) -> Any:
    """Draw a widget of one choice that shows and sets the address's parameter ``name``.

    Parameters
    ----------
    name : str
        Parameter of the address. It is left out where the choice is the default.
    options : sequence of str
        Values that the parameter can have; others are passed over.
    draw : callable
        Draws the widget with the keywords that it is given (``key``, ``on_change``, ``args``) and returns its value.
    default : str, optional
        Value where the address says nothing. It may differ from run to run.
    """
    return _keep(name, options, draw, [default] if default else [], several=False)


def kept_several(name: str, options: Sequence[str], draw: Callable[..., Any]) -> list[str]:
    """As :func:`kept`, for a widget of any number of choices; none by default."""
    return list(_keep(name, options, draw, [], several=True))


def kept_text(name: str, draw: Callable[..., str]) -> str:
    """As :func:`kept`, for a field of text."""
    key = f"choice-{name}"
    st.session_state[key] = st.query_params.get(name, "")
    return draw(key=key, on_change=_say, args=(name, key, [])) or ""


def _keep(name: str, options: Sequence[str], draw: Callable[..., Any], default: list[str], several: bool) -> Any:
    key = f"choice-{name}"
    given = [v for v in st.query_params.get_all(name) if v in options]
    values = given or default
    st.session_state[key] = values if several else values[0] if values else None
    return draw(key=key, on_change=_say, args=(name, key, default))


def _say(name: str, key: str, default: list[str]) -> None:
    value = st.session_state[key]
    values = list(value) if isinstance(value, list | tuple) else [value] if value else []
    if values and values != default:
        st.query_params[name] = values
    elif name in st.query_params:
        del st.query_params[name]


def say(name: str, value: str) -> None:
    """Set a choice of the page at hand; for a button's ``on_click``.

    A ``st.page_link`` from a page to itself would do the same, but it loses the filter bar's parameters.
    """
    st.query_params[name] = value
