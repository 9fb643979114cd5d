"""The corpus and its frames, kept between runs of the pages, and the visitor's selection.

Pages ask :func:`query` for frames and never filter by hand. Links within the dashboard are ``st.page_link``: Streamlit
adds the filter bar's parameters to the address by itself.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from press.corpus.opening import corpus_name, open_corpus
from press.corpus.queries import Corpus
from press.corpus.store import CorpusError
from press.selection import Selection

from . import workspace
from .text import escape

#: Parameters of the address that the filter bar is bound to, see :mod:`components.filters`.
FILTER = ("q", "from", "to", "topic", "actor", "group", "outlet", "lang")

#: Rows that a list fetches at once, and that a download of a list holds at most; `python -m press export` has no limit.
MOST_LISTED, MOST_DOWNLOADED = 500, 50_000


class _Holder:
    """The open corpus, shared by all visitors; nobody can change it.

    It is opened in a thread of its own, so that a visitor who leaves or loads the page anew does not make the parsing
    begin anew, and others see how far it is.
    """

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.corpus: Corpus | None = None
        self.error = ""
        self.progress = (0, 0)
        self._opening: threading.Thread | None = None

    def has(self, name: str) -> bool:
        """Whether the corpus of this name is open."""
        return self.corpus is not None and self.corpus.name == name

    def opening(self, name: str) -> threading.Thread:
        """The thread that opens the corpus of this name; begun where nobody has begun it."""
        with self.lock:
            if self._opening is None or not (self._opening.is_alive() or self.has(name)):
                self.progress, self.error = (0, 0), ""
                self._opening = threading.Thread(target=self._open, name="open corpus", daemon=True)
                self._opening.start()
            return self._opening

    def _open(self) -> None:
        try:
            self.corpus = open_corpus(progress=self._told)
        except CorpusError as error:
            self.error = str(error)
        except Exception as error:  # else every visitor would wait for a thread that is gone
            self.error = f"{type(error).__name__}: {error}"
            raise

    def _told(self, done: int, total: int) -> None:
        self.progress = (done, total)


@st.cache_resource(show_spinner=False)
def _holder() -> _Holder:
    return _Holder()


@st.cache_data(ttl=20, show_spinner=False)
def _name() -> str:
    return corpus_name()


def corpus() -> Corpus:
    """What this visitor sees: the shared corpus, with or instead of it the visitor's own articles."""
    own, base = workspace.get(), shared()
    if own.is_ready(base):
        return own.corpus(base)
    with st.spinner("Counting your articles …"):
        return own.corpus(base)


def shared() -> Corpus:
    """The corpus that all visitors see; parsed with a progress bar where that has not been done yet."""
    holder = _holder()
    name = _name()
    if not holder.has(name):
        thread = holder.opening(name)
        bar = st.progress(0.0, "Reading the press review …")
        while thread.is_alive():
            done, total = holder.progress
            if total:
                bar.progress(min(1.0, done / total), f"Parsing the press review: {done:,} of {total:,} articles")
            thread.join(0.2)
        bar.empty()
    if holder.corpus is None or holder.error:
        st.error(f"The corpus cannot be opened. {escape(holder.error)}", icon=":material/error:")
        st.stop()
    return holder.corpus


def selection() -> Selection:
    """What the visitor has selected in the filter bar."""
    return st.session_state.get("selection", Selection())


def is_dark() -> bool:
    """Whether the visitor's theme is dark."""
    return st.context.theme.type == "dark"


@st.cache_resource(max_entries=400, show_spinner=False, hash_funcs={Selection: repr})
def _shared_answer(name: str, method: str, arguments: tuple[Any, ...], _corpus: Corpus) -> Any:
    return getattr(_corpus, method)(*arguments)


@st.cache_resource(max_entries=200, show_spinner=False, hash_funcs={Selection: repr}, scope="session")
def _own_answer(name: str, method: str, arguments: tuple[Any, ...], _corpus: Corpus) -> Any:
    return getattr(_corpus, method)(*arguments)


def _ask(method: str, *arguments: Any) -> Any:
    """An answer of the corpus, kept: for all visitors where it is of the shared corpus, else for this one."""
    here = corpus()
    answer = _shared_answer if here is shared() else _own_answer
    return answer(here.name, method, arguments, here)


def query(sql: str, parameters: Sequence[Any] = (), chosen: Selection | None = None) -> pd.DataFrame:
    """Run a query under the visitor's selection (or another).

    Results are kept; the frame handed out is a view of one that pandas copies when it is written to, so that nobody
    can change what others see.
    """
    found: pd.DataFrame = _ask("sql", sql, selection() if chosen is None else chosen, tuple(parameters))
    return found.copy(deep=False)


class Rows(NamedTuple):
    """Rows to list: the first ones, the number of all, and a function that fetches them for a download."""

    first: pd.DataFrame
    total: int
    every: Callable[[], pd.DataFrame]


def rows(
    columns: str, source: str, where: str = "TRUE", parameters: Sequence[Any] = (), order: str = "", chosen: Selection | None = None,
    around: str = "{}", counted: str = "", total: int | None = None,
) -> Rows:  # fmt: skip
    """List rows under the visitor's selection (or another), of however many there are.

    Parameters
    ----------
    columns, source, where, order : str
        Parts of a query; ``parameters`` are the values of ``where``.
    around : str
        A query around the listed rows, ``{}`` in it, that brings in what only few rows need: sorting narrow rows
        and looking up the rest of some hundred of them is many times as fast as sorting wide rows.
    counted : str
        A query for their number ``n``, with the same parameters, where there is a cheaper one.
    total : int, optional
        Their number, where it is known.
    """
    chosen = selection() if chosen is None else chosen
    sql = f"SELECT {columns} FROM {source} WHERE {where} ORDER BY {order}"

    def limited(most: int) -> str:
        return around.format(f"{sql} LIMIT {most}")

    first = query(limited(MOST_LISTED), parameters, chosen)
    if total is None and len(first) == MOST_LISTED:
        counted = counted or f"SELECT count(*) AS n FROM {source} WHERE {where}"
        total = int(query(counted, parameters, chosen)["n"].iloc[0])
    here = corpus()  # the download is made later, outside of the visitor's session
    return Rows(
        first,
        len(first) if total is None else total,
        lambda: here.sql(limited(MOST_DOWNLOADED), chosen, list(parameters)),
    )


def latest(alias: str = "") -> str:
    """Terms of an ``ORDER BY``: the latest articles first, see :meth:`press.corpus.Corpus.latest`."""
    return corpus().latest(alias)


def values(column: str) -> list[str]:
    """Distinct values of a column of ``articles`` in the whole corpus, most frequent first."""
    return list(_ask("values", column)["value"])


def count(chosen: Selection | None = None) -> tuple[int, int]:
    """Number of articles selected, and of all."""
    sql = "SELECT count(*) AS n FROM articles"
    return int(query(sql, (), chosen)["n"].iloc[0]), int(query(sql, (), Selection())["n"].iloc[0])
