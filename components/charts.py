"""Charts: a frame in, a Plotly figure out. Every figure says what it counts, with units."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from . import labels

PERIODS = {"day": "Day", "week": "Week", "month": "Month", "year": "Year"}
_SHOWN = {"day": "%Y-%m-%d", "week": "week of %Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def period_name(start: pd.Timestamp, period: str) -> str:
    """What a period is called: 2024, 2024-10, week of 2024-10-14."""
    return start.strftime(_SHOWN[period])


def _layout(figure: go.Figure, title: str, x: str, y: str, height: int = 380) -> go.Figure:
    figure.update_layout(
        title={"text": title, "font": {"size": 15}, "x": 0, "xanchor": "left", "y": 0.98, "yanchor": "top"},
        height=height,
        margin={"l": 10, "r": 10, "t": 48, "b": 10},
        legend={"orientation": "h", "yref": "container", "y": 0, "yanchor": "bottom", "x": 0, "title": {"text": ""}},
        hoverlabel={"namelength": -1},
        dragmode=False,
        clickmode="event+select",
    )
    figure.update_xaxes(title_text=x, automargin=True, fixedrange=True)
    figure.update_yaxes(title_text=y, automargin=True, fixedrange=True)
    return figure


def coverage(frame: pd.DataFrame, period: str, peaks: pd.DataFrame | None = None) -> go.Figure:
    """Articles by period, stacked by outlet group.

    ``frame`` has ``period`` (timestamp), ``outlet_group``, ``articles``; ``peaks`` has ``period``, ``articles``
    and ``number``.
    """
    figure = go.Figure()
    for group, label in labels.group_labels().items():
        rows = frame[frame["outlet_group"] == group]
        if rows.empty:
            continue
        figure.add_bar(
            x=rows["period"], y=rows["articles"], name=label, marker_color=labels.GROUP_COLOURS[group],
            customdata=rows["period"].dt.strftime("%Y-%m-%d"),
            hovertemplate="%{x|%d %b %Y}: %{y} articles<extra>" + label + "</extra>",
        )  # fmt: skip
    if peaks is not None:
        for row in peaks.itertuples():
            figure.add_annotation(x=row.period, y=row.articles, text=f"<b>{row.number}</b>", showarrow=False, yshift=10)
    figure.update_layout(barmode="stack", bargap=0.08)
    return _layout(
        figure,
        f"Articles by {period}, stacked by group of outlets",
        f"{PERIODS[period]} of publication",
        "Articles",
        400,
    )


def topic_lines(frame: pd.DataFrame, share: bool, period: str) -> go.Figure:
    """Articles about each topic by period: ``period``, ``topic``, ``articles``, ``share`` (0–1)."""
    figure = go.Figure()
    colours = list(labels.GROUP_COLOURS.values())[:7] + ["#332288", "#117733", "#882255"]
    column = "share" if share else "articles"
    for i, (topic, rows) in enumerate(frame.groupby("topic", sort=False)):
        label = labels.topic_labels().get(str(topic), str(topic))
        figure.add_scatter(
            x=rows["period"], y=rows[column] * (100 if share else 1), name=label, mode="lines+markers",
            line={"color": colours[i % len(colours)], "width": 2}, marker={"size": 7, "symbol": i % 8},
            customdata=[[topic, p.strftime("%Y-%m-%d")] for p in rows["period"]],
            hovertemplate="%{x|%b %Y}: %{y:.0f}" + (" %" if share else " articles") + f"<extra>{label}</extra>",
        )  # fmt: skip
    what = "Share of articles about each topic" if share else "Articles about each topic"
    return _layout(
        figure,
        f"{what}, by {period}",
        f"{PERIODS[period]} of publication",
        "Share of articles (%)" if share else "Articles",
        420,
    )


def heat(
    frame: pd.DataFrame, title: str, x: str, y: str, unit: str, diverging: bool = False, height: int = 480
) -> go.Figure:
    """A table as colours: index down, columns across; cells hold the value and take clicks."""
    custom = [[[r, c] for c in frame.columns] for r in frame.index]
    numbers = frame.to_numpy(dtype=float)
    figure = go.Figure(
        go.Heatmap(
            z=numbers, x=list(frame.columns), y=list(frame.index), customdata=custom,
            colorscale=labels.DIVERGING if diverging else labels.SEQUENTIAL,
            zmid=0 if diverging else None, zmin=-1 if diverging else None, zmax=1 if diverging else None,
            texttemplate="%{z:.1f}" if diverging else "%{z:.0f}",
            hovertemplate="%{y} × %{x}: %{z:.2f} " + unit + "<extra></extra>" if diverging else "%{y} × %{x}: %{z:.0f} " + unit + "<extra></extra>",
            colorbar={"title": {"text": unit, "side": "right"}, "thickness": 10}, xgap=1, ygap=1,
        )
    )  # fmt: skip
    _layout(figure, title, x, y, height)
    figure.update_yaxes(autorange="reversed")
    return figure


def timeline(frame: pd.DataFrame) -> go.Figure:
    """Events in lanes by type: ``day``, ``type``, ``outlets``, ``planned``, ``story_id``, ``label``."""
    figure = go.Figure()
    order = [k for k in labels.event_labels() if k in set(frame["type"])]
    for planned, name in ((False, "Reported"), (True, "Planned")):
        rows = frame[frame["planned"] == planned]
        if rows.empty:
            continue
        figure.add_scatter(
            x=rows["day"], y=rows["type"].map(labels.event_labels()), mode="markers", name=name,
            marker={
                "size": 8 + 4 * rows["outlets"].clip(upper=8), "color": "#0072b2",
                "symbol": "circle-open" if planned else "circle", "opacity": 0.75, "line": {"width": 1.5},
            },
            customdata=rows["story_id"], text=rows["label"],
            hovertemplate="%{text}<extra>" + name + "</extra>",
        )  # fmt: skip
    _layout(
        figure,
        "Events by type; larger marks are reported by more outlets, hollow ones are planned",
        "Day of the event",
        "Type of event",
        120 + 30 * max(6, len(order)),
    )
    figure.update_yaxes(categoryorder="array", categoryarray=[labels.event_labels()[k] for k in reversed(order)])
    return figure


def tone_over_time(frame: pd.DataFrame, period: str) -> go.Figure:
    """Statements by tone and period: ``period``, ``label``, ``statements``."""
    figure = go.Figure()
    for tone, name in labels.TONES.items():
        rows = frame[frame["label"] == tone]
        figure.add_bar(
            x=rows["period"], y=rows["statements"], name=name, marker_color=labels.TONE_COLOURS[tone],
            customdata=[[tone, p.strftime("%Y-%m-%d")] for p in rows["period"]],
            hovertemplate="%{x|%b %Y}: %{y} statements<extra>" + name + "</extra>",
        )  # fmt: skip
    figure.update_layout(barmode="stack", bargap=0.1)
    return _layout(figure, f"Statements by tone, by {period}", f"{PERIODS[period]} of publication", "Statements", 360)


def tone_by_speaker(frame: pd.DataFrame) -> go.Figure:
    """Share of tones of each speaker: ``speaker``, ``label``, ``statements``."""
    figure = go.Figure()
    totals = frame.groupby("speaker")["statements"].sum().sort_values()
    for tone, name in labels.TONES.items():
        rows = frame[frame["label"] == tone].set_index("speaker")["statements"].reindex(totals.index, fill_value=0)
        figure.add_bar(
            y=list(totals.index), x=rows.to_numpy(), name=name, orientation="h", marker_color=labels.TONE_COLOURS[tone],
            customdata=[[s, tone] for s in totals.index],
            hovertemplate="%{y}: %{x} statements<extra>" + name + "</extra>",
        )  # fmt: skip
    figure.update_layout(barmode="stack", bargap=0.25)
    return _layout(figure, "Statements by speaker and tone", "Statements", "Speaker", 110 + 24 * max(5, len(totals)))
