"""What a visitor sees: the corpus, the selection, and the answers to what pages ask, kept between their runs.

Pages :func:`ask` for frames and never filter by hand. Links within the dashboard are ``st.page_link``: Streamlit adds the
filter bar's parameters to the address by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd
import streamlit as st

from press.corpus.queries import Corpus
from press.questions.listing import Rows
from press.selection import Selection

from . import shared, workspace

#: Parameters of the address that the filter bar is bound to, see :mod:`components.filters`.
FILTER = ("q", "from", "to", "topic", "actor", "group", "outlet", "lang")
EVERYTHING = Selection()
P = ParamSpec("P")
T = TypeVar("T")


def corpus() -> Corpus:
    """What this visitor sees: the shared corpus, with or instead of it the visitor's own articles."""
    own, base = workspace.get(), shared.corpus()
    if own.is_ready(base):
        return own.corpus(base)
    with st.spinner("Counting your articles …"):
        return own.corpus(base)


def selection() -> Selection:
    """What the visitor has selected in the filter bar."""
    return st.session_state.get("selection", EVERYTHING)


def is_dark() -> bool:
    """Whether the visitor's theme is dark."""
    return st.context.theme.type == "dark"


def ask(question: Callable[Concatenate[Corpus, Selection, P], T], *arguments: P.args, **named: P.kwargs) -> T:
    """The answer to a question of :mod:`press.questions` under the visitor's selection; see :func:`ask_under`."""
    return ask_under(selection(), question, *arguments, **named)


def ask_under(
    chosen: Selection, question: Callable[Concatenate[Corpus, Selection, P], T], *arguments: P.args, **named: P.kwargs
) -> T:
    """The answer to a question of :mod:`press.questions` under a selection.

    Answers are kept by corpus, question and arguments: for all visitors where they are of the shared corpus, else for this
    visitor. The frame handed out is a view of one that pandas copies when it is written to, so that nobody can change
    what others see.
    """
    here = corpus()
    answer = _shared_answer if here is shared.corpus() else _own_answer
    name = f"{question.__module__}.{question.__qualname__}"
    found: Any = answer(here.name, name, chosen, arguments, named, here, question)
    if isinstance(found, Rows):
        found = found._replace(first=found.first.copy(deep=False))
    elif isinstance(found, pd.DataFrame):
        found = found.copy(deep=False)
    return found


@st.cache_resource(max_entries=400, show_spinner=False, hash_funcs={Selection: repr})
def _shared_answer(
    name: str, question: str, chosen: Selection, arguments: Any, named: Any, _corpus: Corpus, _question: Any
) -> Any:
    return _question(_corpus, chosen, *arguments, **named)


@st.cache_resource(max_entries=200, show_spinner=False, hash_funcs={Selection: repr}, scope="session")
def _own_answer(
    name: str, question: str, chosen: Selection, arguments: Any, named: Any, _corpus: Corpus, _question: Any
) -> Any:
    return _question(_corpus, chosen, *arguments, **named)


def count() -> tuple[int, int]:
    """Number of articles selected, and of all."""
    return ask(Corpus.count)
