"""Answers are kept by corpus, question and arguments; nobody can change what others see."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import shared, state, workspace
from press.article import Article
from press.corpus.building import tables_of
from press.corpus.queries import Corpus
from press.questions import articles, coverage
from press.questions.listing import Rows
from press.questions.narrowing import Articles
from press.questions.periods import During
from press.selection import Selection


def _article(number: int) -> Article:
    return Article(
        f"Anna Sample spoke of point {number}.", f"Talks {number}", f"https://example.org/{number}", "Herald", "en"
    )


@pytest.fixture
def base(monkeypatch: pytest.MonkeyPatch) -> Iterator[Corpus]:
    """A shared corpus of two articles, for visitors who have nothing of their own yet."""
    corpus = Corpus(tables_of([_article(1), _article(2)]), "base")
    st.cache_data.clear()
    st.cache_resource.clear()
    monkeypatch.setattr(shared, "corpus", lambda: corpus)
    yield corpus
    st.cache_resource.clear()


ASKED: list[tuple[Any, ...]] = []


def titles(corpus: Corpus, selection: Selection, *more: Any, **named: Any) -> pd.DataFrame:
    ASKED.append((corpus.name, selection, *more, named))
    return corpus.frame("articles", selection, ["title"], "title")


def others(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    ASKED.append((corpus.name, selection))
    return pd.DataFrame({"title": ["another question"]})


def visited(page: Callable[[], None]) -> AppTest:
    """A visitor's session that runs a page."""
    ASKED.clear()
    app = AppTest.from_function(page).run()
    assert not app.exception, app.exception
    return app


def _different() -> None:
    from datetime import date

    from components import state
    from press.questions.narrowing import Articles
    from press.questions.periods import During
    from press.selection import Selection
    from tests.components.test_state import others, titles

    for day in (6, 7, 6):
        state.ask(titles, Articles(during=During("day", date(2024, 5, day))))
    for topics in (("gas",), ("kosovo",), ("gas",)):
        state.ask(titles, Articles(topics=topics))
    for most in (1, 2, 1):
        state.ask(titles, most=most)
    for words in ("talks", "nothing", "talks"):
        state.ask_under(Selection(words=words), titles)
    state.ask(others)
    state.ask(others)


def test_what_differs_is_asked_and_what_is_the_same_is_kept(base: Corpus) -> None:
    visited(_different)
    assert len(ASKED) == 9
    app = visited(_different)
    assert ASKED == [], "kept for all visitors"
    app.session_state["selection"] = Selection(words="talks")
    app.run()
    assert len(ASKED) == 7  # another selection: only what is asked under a selection of its own is known


def _writes() -> None:
    import streamlit as st

    from components import state
    from press.questions import articles
    from tests.components.test_state import titles

    frame, found = state.ask(titles), state.ask(articles.listed)
    st.write(", ".join([*frame["title"], *sorted(found.first["title"])]))
    frame["title"] = "written over"
    found.first.loc[:, "title"] = "written over"


def test_what_one_visitor_writes_into_a_frame_no_other_sees(base: Corpus) -> None:
    for _ in range(2):
        assert visited(_writes).markdown[0].value == "Talks 1, Talks 2, Talks 1, Talks 2"


def _own() -> None:
    import streamlit as st

    from components import state
    from tests.components.test_state import titles

    st.write(", ".join(state.ask(titles)["title"]))


def test_answers_of_a_visitors_own_corpus_are_no_other_visitors(base: Corpus) -> None:
    one = AppTest.from_function(_own)
    own = workspace.Workspace()
    own.add([_article(3)])
    one.session_state["workspace"] = own
    ASKED.clear()
    assert one.run().markdown[0].value == "Talks 1, Talks 2, Talks 3"
    assert visited(_own).markdown[0].value == "Talks 1, Talks 2"
    ASKED.clear()
    own.remove(list(own.articles))
    own.add([_article(4)])
    assert one.run().markdown[0].value == "Talks 1, Talks 2, Talks 4"
    assert [name for name, *_ in ASKED] == [own.corpus(base).name]


def test_a_list_can_be_fetched_in_full_where_nobody_is_visiting(base: Corpus) -> None:
    kept: list[Rows] = []

    def asked() -> None:
        kept.append(state.ask_under(Selection(), articles.listed, Articles(during=During("day", date(2024, 5, 6)))))

    thread = threading.Thread(target=asked)
    thread.start()
    thread.join()
    (found,) = kept
    assert found.total == len(found.every(base)) == 0


def test_figures_are_handed_on_as_they_are(base: Corpus) -> None:
    assert state.ask_under(Selection(), coverage.undated) == 2
    assert state.ask_under(Selection(), Corpus.count) == (2, 2)
