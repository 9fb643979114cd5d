"""The corpus that all visitors see: opened once, whoever asks first, and noticed when it has changed."""

from __future__ import annotations

import threading

import streamlit as st

from press.corpus.opening import corpus_name, open_corpus
from press.corpus.queries import Corpus
from press.corpus.store import CorpusError

from .text import escape


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
