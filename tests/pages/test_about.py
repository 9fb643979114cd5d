"""The page About."""

from __future__ import annotations

import json
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from press.evaluation.report import RESULT
from press.reading.events import events

from .conftest import said


def test_it_says_what_the_corpus_is_and_holds(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("about")
    text = said(app)
    assert "7 articles" in text and "2023-09-12 to 2024-08-20" in text
    assert "abstracts" in text and "CC BY 4.0" in text
    languages = app.dataframe[0].value
    assert dict(zip(languages["value"], languages["articles"], strict=True)) == {
        "English": 5,
        "Serbian": 1,
        "Russian": 1,
    }


def test_measured_quality_has_its_date_and_number_of_labels(dashboard: Callable[..., AppTest]) -> None:
    quality = json.loads(RESULT.read_text(encoding="utf8"))
    app = dashboard("about")
    text = said(app)
    assert quality["measured"] in text
    assert f"{quality['all']['articles']} articles" in text
    table = next(d.value for d in app.dataframe if "Step" in d.value.columns)
    row = table[table["Step"] == "Topics"].iloc[0]
    assert row["All labels"] == quality["all"]["topics"]["f1"]
    assert row["Labels"] == quality["all"]["topics"]["labels"]


def test_every_type_of_event_has_its_code_or_none(dashboard: Callable[..., AppTest]) -> None:
    table = next(d.value for d in dashboard("about").dataframe if "Type" in d.value.columns)
    codes = dict(zip(table["Type"], table["CAMEO code"], strict=True))
    assert codes == {v["label"]: v["cameo"] or "no code of its own" for v in events.types().values()}
    assert "no code of its own" in codes.values()
