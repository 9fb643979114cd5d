"""Reads the press: text in, tables out. No Streamlit, no Plotly.

The rooms, from the words that all share upward; each package says what its modules are for:

==============  ========================================
``article``     the record that every reader makes
``address``     addresses of pages: one spelling, the original of a copy
``vocabulary``  what the parser knows, as data
``selection``   the one filter
``tables``      the tables and their columns
``outlets``     outlets and their groups
``atomic``      files that are there whole or not at all
``text``        characters to sentences
``meaning``     text in, vectors and scores out
``reading``     an article in, what it says out
``readers``     files of every form
``corpus``      tables on disk
``ingest``      articles into a corpus
``gather``      new articles from the web
``questions``   what is asked of a corpus
``export``      tables as files
``evaluation``  precision and recall against hand labels
``commands``    the command line
==============  ========================================
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from press.article import Article
    from press.corpus.opening import open_corpus
    from press.selection import Selection

__all__ = ["Article", "Selection", "open_corpus"]

_PLACES = {"Article": ".article", "Selection": ".selection", "open_corpus": ".corpus.opening"}


def __getattr__(name: str) -> Any:
    """Load the public names when they are asked for: the command line starts without DuckDB and pandas."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACES[name], __name__), name)
