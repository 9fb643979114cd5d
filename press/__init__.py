"""Reads the press: text in, tables out. No Streamlit, no Plotly."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .article import Article
    from .corpus import open_corpus
    from .selection import Selection

__all__ = ["Article", "Selection", "open_corpus"]

_PLACES = {"Article": ".article", "Selection": ".selection", "open_corpus": ".corpus"}


def __getattr__(name: str) -> Any:
    """Load the public names when they are asked for: the command line starts without DuckDB and pandas."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACES[name], __name__), name)
