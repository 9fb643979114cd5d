"""The filter bar, as every page shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from .conftest import said


@pytest.mark.parametrize(
    ("condition", "words", "n"),
    [
        ({"topic": ["gas"]}, "topic Gas", 4),
        ({"actor": ["Mila Zarić"]}, "naming Mila Zarić", 2),
        ({"outlet": ["Morning Example"]}, "outlet Morning Example", 2),
        ({"group": ["unknown"]}, "group of outlets Unknown", 7),
        ({"lang": ["ru", "sr"]}, "language Russian or Serbian", 2),
        ({"q": "косово"}, "with “косово”", 3),
        ({"from": date(2024, 5, 1)}, "since 2024-05-01", 4),
        ({"topic": ["gas"], "lang": ["sr"]}, "language Serbian; topic Gas", 1),
    ],
)
def test_every_condition_narrows_and_is_said_in_words(
    dashboard: Callable[..., AppTest], condition: dict[str, object], words: str, n: int
) -> None:
    app = dashboard("overview", **condition)
    caption = next(c.value for c in app.caption if c.value.startswith("Showing")).replace("\\", "")
    assert caption == f"Showing {words} · {n} of 7 articles"
    assert f"**{n} of 7 articles**" in said(app)


def test_the_options_are_what_the_corpus_holds_under_their_names(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("overview")
    assert set(app.multiselect(key="lang").options) == {"English", "Serbian", "Russian"}
    assert {"Gas", "Kosovo", "Sanctions"} <= set(app.multiselect(key="topic").options)
    assert app.multiselect(key="group").options == ["Unknown"]
