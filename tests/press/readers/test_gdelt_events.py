"""GDELT's event exports."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.readers import gdelt_events, read_bytes

from . import files


def test_events_between_serbia_and_russia() -> None:
    export = "\n".join(
        [
            files.gdelt_event(),
            files.gdelt_event("RUS", "SRB"),
            files.gdelt_event("USA", "RUS"),
            files.gdelt_event("SRB", ""),
        ]
    )
    frame, faults = gdelt_events.read(export.encode(), "20240509.export.CSV")
    assert faults == []
    assert list(frame["actor1_country"]) == ["SRB", "RUS"]
    row = frame.iloc[0]
    assert (row["day"], row["cameo"], row["goldstein"], row["tone"]) == (pd.Timestamp("2024-05-09"), "042", 1.9, -2.5)
    assert (row["articles"], row["place"], row["url"]) == (
        4,
        "Belgrade, Serbia (general), Serbia",
        "https://news.example/talks",
    )
    assert len(gdelt_events.read(export.encode(), "x", between=None)[0]) == 4


def test_zipped_and_with_a_header(tmp_path) -> None:
    (tmp_path / "a.zip").write_bytes(files.zipped({"20240509.export.CSV": files.gdelt_event().encode()}))
    assert len(gdelt_events.read(tmp_path / "a.zip")[0]) == 1
    header = "SQLDATE,Actor1Name,Actor1CountryCode,Actor2CountryCode,EventCode,GoldsteinScale,AvgTone,GLOBALEVENTID,SOURCEURL,NumArticles"
    frame, faults = gdelt_events.read(
        f"{header}\n20240509,SERBIA,SRB,RUS,057,8,1.5,7,javascript:alert(1),2\n".encode(), "bq.csv"
    )
    assert faults == []
    assert (frame["cameo"][0], frame["goldstein"][0], frame["url"][0], frame["mentions"][0]) == ("057", 8.0, "", 0)


@pytest.mark.parametrize(("export", "says"), [
    (files.gdelt_event(tone="much"), "“much” is no such number"),
    (files.gdelt_event(tone="-900"), "“-900” is no such number"),
    ("1\t2\t3", "has 3 columns"),
    ("", "is empty"),
])  # fmt: skip
def test_faulty_rows_are_named(export, says) -> None:
    frame, faults = gdelt_events.read(export.encode(), "x.csv")
    assert len(frame) == 0
    assert frame["day"].dtype.kind == "M"
    assert says in str(faults[0])


def test_an_event_export_among_articles_is_told_apart() -> None:
    (refusal,) = read_bytes(files.gdelt_event().encode(), "20240509.export.CSV")
    assert "export of GDELT events" in str(refusal)


@given(
    st.binary(max_size=400)
    | st.lists(st.sampled_from(["\t", "1", "20240509", "SRB", "RUS", "x", '"', "\n", "nan", "inf"]), max_size=200).map(
        lambda parts: "".join(parts).encode()
    )
)
def test_any_bytes_are_read_or_refused(data) -> None:
    frame, faults = gdelt_events.read(data, "x.csv", between=None)
    assert list(frame.columns) == list(gdelt_events.COLUMNS)
    assert len(frame) or faults


@given(st.integers(0, 60), st.text(max_size=30))
def test_any_cell_is_read_or_refused(column, value) -> None:
    cells = files.gdelt_event().split("\t")
    cells[column] = value
    frame, faults = gdelt_events.read("\t".join(cells).encode("utf8", "replace"), "x.csv", between=None)
    assert len(frame) + len(faults) >= 1
