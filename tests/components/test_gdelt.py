"""GDELT's events beside our own."""

from __future__ import annotations

import pandas as pd
from streamlit.testing.v1 import AppTest

from components import gdelt
from press.readers import gdelt_events
from tests.press.readers import files

OURS = pd.DataFrame(
    [
        {"day": pd.Timestamp("2024-05-09"), "type": "visit", "title": "Anna <b>Sample</b> flies to Sampletown"},
        {"day": pd.Timestamp("2024-05-10"), "type": "vote", "title": "A vote"},
        {"day": pd.NaT, "type": "meeting", "title": "Undated"},
    ]
)


def test_both_are_drawn_in_lanes_of_cameo_with_code_goldstein_and_tone() -> None:
    theirs, faults = gdelt_events.read("\n".join([files.gdelt_event(), files.gdelt_event("RUS", "SRB")]).encode(), "x")
    assert faults == []
    figure = gdelt.beside(OURS, theirs)
    they, we = figure.data
    assert list(they.y) == ["Consult (04)"] * 2
    assert list(we.y) == ["Consult (04)", gdelt.NO_CODE]
    assert list(they.marker.color) == [1.9, 1.9]
    label = they.hovertext[0].replace("<br>", " ")
    assert "CAMEO 042" in label and "Goldstein +1.9" in label and "tone -2.5" in label
    assert "<b>" not in we.hovertext[0]
    assert list(figure.layout.yaxis.categoryarray) == [gdelt.NO_CODE, "Consult (04)"]


def test_codes_have_lanes() -> None:
    assert (gdelt.lane("042"), gdelt.lane("14"), gdelt.lane("20")) == (
        "Consult (04)",
        "Protest (14)",
        "Use unconventional mass violence (20)",
    )
    assert gdelt.lane("") == gdelt.lane(None) == gdelt.lane("99") == gdelt.NO_CODE


def page() -> None:
    from components import gdelt
    from tests.components.test_gdelt import OURS

    gdelt.section(OURS)


def uploaded(*exports: tuple[str, bytes]) -> AppTest:
    app = AppTest.from_function(page, default_timeout=30).run()
    app.file_uploader[0].set_value([(name, data, "text/csv") for name, data in exports])
    return app.run()


def test_an_export_is_read_drawn_and_listed() -> None:
    app = uploaded(("a.CSV", files.gdelt_event().encode()), ("b.csv", files.gdelt_event().encode()))
    assert not app.exception
    assert list(app.dataframe[0].value["cameo"]) == ["042"], "the same event in two exports counts once"
    assert any("GDELT: 1 event from 2024-05-09" in c.value for c in app.caption)


def test_what_is_wrong_with_an_export_is_said() -> None:
    app = uploaded(("a.csv", b"1\t2\t3"), ("b.csv", files.gdelt_event("USA", "RUS").encode()))
    assert not app.exception
    assert "has 3 columns, which no GDELT event export has" in app.warning[0].value
    assert "No event between Serbia and Russia" in app.info[0].value
