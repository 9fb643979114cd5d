"""Reads the press: text in, tables out. No Streamlit, no Plotly."""

from __future__ import annotations

from typing import Any

__all__ = ["Article", "Selection", "open_corpus", "parse"]


def __getattr__(name: str) -> Any:
    """Load the public names when they are asked for: the command line starts without DuckDB and pandas."""
    if name == "open_corpus":
        from .corpus import open_corpus as found
    elif name == "Article":
        from .article import Article as found
    elif name == "Selection":
        from .selection import Selection as found
    elif name == "parse":
        from .parse import parse as found
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return found
