"""Charts: what they draw, count and pick."""

from __future__ import annotations

import pandas as pd
import pytest

from components import charts, colours, labels

WEEKS = pd.to_datetime(["2024-01-01", "2024-01-01", "2024-01-08"])


def test_coverage_stacks_groups_and_picks_days() -> None:
    frame = pd.DataFrame(
        {"period": WEEKS, "outlet_group": ["serbian", "russian_state", "serbian"], "articles": [3, 2, 1]}
    )
    peaks = pd.DataFrame({"period": WEEKS[:1], "articles": [5], "number": [1]})
    figure = charts.coverage(frame, "week", peaks)
    assert figure.layout.barmode == "stack"
    assert {t.name: sum(t.y) for t in figure.data} == {
        labels.group_labels()["serbian"]: 4,
        labels.group_labels()["russian_state"]: 2,
    }
    assert list(figure.data[0].customdata) == ["2024-01-01", "2024-01-08"]
    assert [a.text for a in figure.layout.annotations] == ["<b>1</b>"]


@pytest.mark.parametrize(
    "figure",
    [
        charts.coverage(pd.DataFrame({"period": WEEKS, "outlet_group": ["serbian"] * 3, "articles": [1, 2, 3]}), "day"),
        charts.topic_lines(
            pd.DataFrame({"period": WEEKS, "topic": ["gas"] * 3, "articles": [1, 2, 3], "share": [0.1, 0.2, 0.3]}),
            True,
            "week",
        ),
        charts.tone_over_time(
            pd.DataFrame({"period": WEEKS, "label": list(labels.TONES), "statements": [1, 2, 3]}), "month"
        ),
        charts.mean_tone(pd.DataFrame({"period": WEEKS, "tone": [0.1, 0, -0.2], "statements": [1, 2, 3]}), "year"),
        charts.tone_by_speaker(
            pd.DataFrame({"speaker": ["A", "A", "B"], "label": list(labels.TONES), "statements": [1, 2, 3]})
        ),
        charts.heat(pd.DataFrame({"x": [1.0]}, index=["y"]), "Title", "Column", "Row", "articles", [[("y", "x")]]),
        charts.timeline(
            pd.DataFrame(
                {
                    "day": WEEKS,
                    "type": ["visit", "meeting", "visit"],
                    "outlets": [1, 2, 3],
                    "planned": [False, True, False],
                    "story_id": ["a", "b", "c"],
                    "label": ["one", "two", "three"],
                }
            )
        ),
    ],
)
def test_every_chart_has_a_title_and_named_axes(figure: object) -> None:
    assert figure.layout.title.text
    assert figure.layout.xaxis.title.text and figure.layout.yaxis.title.text
    assert all(t.customdata is not None or t.type == "heatmap" for t in figure.data)


def test_planned_events_are_told_apart_and_size_is_outlets() -> None:
    frame = pd.DataFrame(
        {
            "day": WEEKS,
            "type": ["visit"] * 3,
            "outlets": [1, 5, 1],
            "planned": [False, False, True],
            "story_id": ["a", "b", "c"],
            "label": ["one", "two <b>", "three"],
        }
    )
    reported, planned = charts.timeline(frame).data
    assert dict(zip(reported.customdata, reported.marker.size, strict=True)) == {"b": 23, "a": 7}
    assert planned.marker.symbol != reported.marker.symbol
    assert not any("<b>" in text for text in reported.hovertext)


def test_heat_leaves_empty_cells_empty_and_signs_stances() -> None:
    frame = pd.DataFrame({"Russia": [-0.44, None], "EU": [0.02, 0.3]}, index=["One", "Two"])
    keys = [[(s, t) for t in frame.columns] for s in frame.index]
    behind = pd.DataFrame({"Russia": [7, None], "EU": [2, 1]}, index=["One", "Two"])
    _, numbers = charts.heat(frame, "T", "X", "Y", "mean stance", keys, diverging=True, behind=behind).data
    assert numbers.hovertext[0] == "One × Russia: -0.44 mean stance of 7 statements"
    shown = dict(zip(map(tuple, numbers.customdata), numbers.text, strict=True))
    assert shown == {("One", "Russia"): "−.4", ("One", "EU"): "0", ("Two", "EU"): "+.3"}


def test_names_of_rows_are_told_whole_on_two_lines() -> None:
    names = ["Gas", "Arms and military cooperation", "<b> " + "x" * 200]
    frame = pd.DataFrame({"EU": [1.0, 2.0, 1234.0]}, index=names)
    figure = charts.heat(frame, "T", "X", "Y", "u", [[(n, "EU")] for n in names])
    shown = figure.layout.yaxis.ticktext
    assert [t.replace("<br>", " ") for t in shown[:2]] == names[:2]
    assert shown[1].count("<br>") == 1
    assert "<b>" not in shown[2] and len(shown[2]) < 60
    assert figure.data[1].text[2] == "1,234"
    assert (
        figure.layout.height > charts.heat(frame.iloc[[0, 0, 0]], "T", "X", "Y", "u", [[("a", "b")]] * 3).layout.height
    )


def test_languages_without_a_colour_are_counted_together() -> None:
    day = pd.Timestamp("2024-05-01")
    frame = pd.DataFrame({"period": day, "language": ["sr", "pl", "it"], "articles": [5, 2, 1]})
    drawn = {bar.name: list(bar.y) for bar in charts.coverage(frame, "month", by="language").data}
    assert drawn == {"Serbian": [5], "Other languages": [3]}


def test_unknown_outlets_are_hatched() -> None:
    day = pd.Timestamp("2024-05-01")
    frame = pd.DataFrame({"period": day, "outlet_group": ["other", "unknown"], "articles": 1})
    assert [bar.marker.pattern.shape for bar in charts.coverage(frame, "month").data] == ["", "/"]


def test_colours_of_numbers_follow_the_theme() -> None:
    frame = pd.DataFrame({"x": [1.0]}, index=["y"])
    light, dark = (charts.heat(frame, "T", "X", "Y", "u", [[("y", "x")]], dark=d).data[1] for d in (False, True))
    assert light.textfont.color == colours.INK["light"] != dark.textfont.color == colours.INK["dark"]
    assert light.unselected.textfont.color != dark.unselected.textfont.color  # what is not picked stays legible on both


def test_few_periods_are_named_one_by_one() -> None:
    frame = pd.DataFrame({"period": WEEKS[:1], "outlet_group": ["serbian"], "articles": [2]})
    axis = charts.coverage(frame, "year").layout
    assert list(axis.xaxis.ticktext) == ["2024"]
    assert axis.yaxis.dtick == 1


def test_rows_whose_short_names_are_alike_stay_apart() -> None:
    names = ["Ministry of Invented Affairs, one", "Ministry of Invented Affairs, two"]
    frame = pd.DataFrame({"x": [1.0, 2.0]}, index=names)
    heat, numbers = charts.heat(frame, "T", "X", "Y", "u", [[(n, "x")] for n in names]).data
    assert list(heat.y) == list(numbers.y) == [0, 1]
    assert all(name in text for name, text in zip(names, numbers.hovertext, strict=True))


def test_of_periods_that_stand_close_only_the_first_is_named() -> None:
    days = pd.to_datetime(["2014-03-01", "2014-04-01", "2019-01-01", "2024-10-01"])
    figure = charts.coverage(
        pd.DataFrame({"period": days, "outlet_group": "serbian", "articles": [1, 2, 3, 4]}), "month"
    )
    assert list(figure.layout.xaxis.ticktext) == ["2014-03", "2019-01", "2024-10"]
    months = pd.date_range("2024-01-01", periods=8, freq="MS")
    even = charts.coverage(pd.DataFrame({"period": months, "outlet_group": "serbian", "articles": 1}), "month")
    assert len(even.layout.xaxis.ticktext) == 8
