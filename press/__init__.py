"""Reads the press: text in, tables out. No Streamlit, no Plotly.

Where to find what, in the order in which an article passes through:

=========================================  =================================================================
``article``                                the record that every reader makes
``readers/``, ``web``                      files of every form; pages, fetched safely
``feeds``, ``relevance``                   new articles for the press review
``vocabulary``, ``inflect``                what the parser knows, as data, and the forms of its words
``parse``                                  the pipeline: an article in, everything that was read out
``language``, ``words``, ``sections``      language and script, words and phrases, sentences and their sections
``document``                               what the steps share and fill
``actors``, ``names``, ``transliterate``   who is named: known persons and bodies, unknown ones, across scripts
``quotes``, ``statements``, ``speakers``   quotations, what is reported as said, and by whom
``tone``, ``sentiment``, ``stance``        tone words, the tone of a statement, its stance toward parties
``person``, ``transformer``                tone toward a person; another model for the tone of statements
``topics``, ``dates``, ``events``          what it is about, days, what happened
``outlets``, ``stories``, ``corrections``  outlets and their groups, reports of one event, corrections by hand
``tables``, ``corpus``, ``selection``      the tables and their columns, queries, the one filter
``store``, ``index``                       a corpus on disk, and its index
``ingest``, ``near``, ``warm``             how articles come in, near-identical texts, workers made ready
``export``, ``whole``                      tables as files; files that are there whole or not at all
``evaluate``                               precision and recall against hand labels
=========================================  =================================================================
"""

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
