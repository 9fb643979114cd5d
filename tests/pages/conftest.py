"""A small corpus of made-up articles, and the dashboard run on it without a browser.

Persons, outlets and what they say are invented.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import shared, state
from press.corpus.opening import open_corpus
from press.corpus.queries import Corpus

ROOT = Path(__file__).resolve().parent.parent.parent
HOSTILE = "<script>alert(1)</script> **bold** [here](javascript:alert(1)) $x$ :material/delete: <b>&"

ARTICLES: list[dict[str, Any]] = [
    {
        "url": "https://morning.example/gas-1", "sitename": "Morning Example", "date": "2024-05-06", "language": "en", "abstract": True,
        "title": "Agreement on Russian gas in Belgrade",
        "text": "Serbia and Russia signed an agreement on natural gas in Belgrade on 6 May 2024.\n"
        "“We welcome an excellent and reliable partnership with Russia,” said energy analyst Bogdan Kestić.\n"
        "Analyst Mila Zarić said that the dangerous dependence on Russian gas threatened Serbia.",
    },
    {
        "url": "https://evening.example/gas-2", "sitename": "Evening Example", "date": "2024-05-07", "language": "en",
        "title": "Serbia and Russia agree on gas",
        "text": "Serbia and Russia signed a gas agreement in Belgrade on 6 May 2024, and a pipeline comes next.\n"
        "“The supply of gas is safe,” said energy analyst Bogdan Kestić.",
    },
    {
        "url": "https://jutro.example/gas-3", "sitename": "Jutro Example", "date": "2024-05-07", "language": "sr",
        "title": "Sporazum o gasu u Beogradu",
        "text": "Srbija i Rusija potpisale su u Beogradu 6. maja 2024. sporazum o gasu.\n"
        "„Odlična saradnja sa Rusijom“, rekao je analitičar Bogdan Kestić.",
    },
    {
        "url": "https://utro.example/kosovo", "sitename": "Утро Пример", "date": "2024-08-20", "language": "ru",
        "title": "Косово и санкции",
        "text": "Косово остаётся темой переговоров Сербии и ЕС, санкции против России обсудили в Белграде.\n"
        "«Санкции разрушительны и опасны для Сербии», заявил аналитик Пётр Вымыслов.",
    },
    {
        "url": "https://morning.example/kosovo", "sitename": "Morning Example", "date": "2023-09-12", "language": "en",
        "title": "Kosovo question comes up again",
        "text": "Russia and Serbia discussed Kosovo and the sanctions of the EU at a meeting in Moscow on 11 September 2023.\n"
        "“The sanctions are a terrible mistake of the EU,” said analyst Mila Zarić.",
    },
    {
        "url": "https://evening.example/undated", "sitename": "Evening Example", "language": "en",
        "title": "An article that nobody dated",
        "text": "Kosovo was discussed by Serbia and Russia.\n“The Kosovo talks failed,” said analyst Undine Tagesleer.",
    },
    {
        "url": "https://hostile.example/1", "sitename": HOSTILE, "date": "2024-02-01", "language": "en", "title": HOSTILE,
        "text": f"Gas from Russia reached Serbia, {HOSTILE}\n“Gas is good {HOSTILE}” said analyst Ivo Lažni.",
    },
]  # fmt: skip


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The made-up articles, parsed."""
    folder = tmp_path_factory.mktemp("articles")
    lines = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in ARTICLES)
    (folder / "2024.jsonl").write_text(lines, encoding="utf8")
    return open_corpus(folder, tmp_path_factory.mktemp("store"))


@pytest.fixture
def dashboard(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open a page of the dashboard, ``dashboard("events", topic=["kosovo"], story="…")``; no page may show an exception.

    Conditions of the filter bar are set as its widgets hold them, everything else as parameters of the address.
    """
    st.cache_data.clear()
    st.cache_resource.clear()
    monkeypatch.setattr(shared, "corpus_name", lambda: corpus.name)
    monkeypatch.setattr(shared, "open_corpus", lambda progress=None: corpus)
    monkeypatch.chdir(ROOT)

    def opened(page: str, **query: Any) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name in state.FILTER:
            if name in query:
                app.session_state[name] = query.pop(name)
        if page != "overview":
            app.run()
            app.switch_page(f"pages/{page}.py")
        for name, value in query.items():
            app.query_params[name.rstrip("_")] = value
        app.run()
        assert not app.exception, app.exception
        return app

    return opened


def said(app: AppTest) -> str:
    """All that a page says in Markdown, captions, headings, messages and metrics, as it is sent to the browser."""
    parts = [e.value for kind in ("title", "subheader", "markdown", "caption", "info", "error") for e in app.get(kind)]
    parts += [f"{m.label}: {m.value}" for m in app.metric]
    return "\n".join(str(p) for p in parts)


def metrics(app: AppTest) -> dict[str, str]:
    """The figures of a page by label."""
    return {m.label: str(m.value) for m in app.metric}


def charts(app: AppTest) -> list[list[dict[str, Any]]]:
    """The traces of every chart of a page, as they are sent to the browser."""
    found: list[list[dict[str, Any]]] = json.loads(
        json.dumps([json.loads(chart.proto.spec)["data"] for chart in app.get("plotly_chart")]), object_hook=_numbers
    )
    return found


def _numbers(value: dict[str, Any]) -> Any:
    """Plotly sends arrays of numbers as base64."""
    if set(value) == {"dtype", "bdata"}:
        return np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"]).tolist()
    return value


#: Markup of the hostile article that must have been escaped in Markdown.
UNESCAPED = re.compile(r"(?<!\\)(<script|\*\*bold|\[here|\$x|:material/delete)")


def sent_html(app: AppTest) -> str:
    """All that a page sends as HTML."""
    return "\n".join(element.proto.body for element in app.get("html"))


def links(app: AppTest) -> list[tuple[str, str]]:
    """Page and parameters of every link within the dashboard."""
    return [(link.proto.page, link.proto.query_string) for link in app.get("page_link")]
