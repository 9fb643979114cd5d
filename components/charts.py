"""Charts: a frame in, a Plotly figure out. Every figure says what it counts, with units.

A mark's ``customdata`` is what a click on it picks, see :mod:`components.clicks`. Colours of text and ground are left
to the dashboard's theme.
"""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from . import colours, labels, periods
from .text import many


def _safe(text: object) -> str:
    """Text for a hover label or a tick, in which Plotly reads a few tags."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _two_lines(text: object, width: int) -> str:
    """A name beside a row: on a second line, rather than cut, where it is long."""
    return "<br>".join(map(_safe, textwrap.wrap(str(text), width, max_lines=2, placeholder="…")))


def wrap(text: object, width: int) -> str:
    """Text for a hover label in lines of at most ``width`` characters."""
    return "<br>".join(textwrap.wrap(_safe(text), width, break_long_words=False))


def layout(figure: go.Figure, title: str, x: str, y: str, height: int = 380) -> go.Figure:
    """What all charts have in common; ``title``, ``x`` and ``y`` name the chart and its axes, ``height`` is in pixels."""
    figure.update_layout(
        title={"text": title},
        height=height,
        margin={"l": 10, "r": 10, "t": 16, "b": 10},
        legend={
            "orientation": "h", "yref": "container", "y": 0, "yanchor": "bottom", "x": 0, "xanchor": "left",
            "title": {"text": ""}, "traceorder": "normal",
        },
        hoverlabel={"namelength": -1},
        dragmode=False,
        clickmode="event+select",
        hovermode="closest",
    )  # fmt: skip
    highest = [max(t.y, default=0) for t in figure.data if t.type == "bar" and t.orientation != "h"]
    if highest and sum(highest) <= 5:  # counts this small would get ticks at halves
        figure.update_yaxes(dtick=1)
    figure.update_xaxes(title_text=x, automargin=True, fixedrange=True)
    figure.update_yaxes(title_text=y, automargin=True, fixedrange=True)
    return figure


def _by_period(figure: go.Figure, frame: pd.DataFrame, period: str) -> go.Figure:
    """Name the periods on the axis one by one where they are few."""
    starts = sorted(frame["period"].unique())
    if len(starts) <= 8:
        named: list[pd.Timestamp] = []
        for start in map(pd.Timestamp, starts):  # of two that would stand on one another the first
            if not named or start - named[-1] >= (pd.Timestamp(starts[-1]) - pd.Timestamp(starts[0])) / 8.5:
                named.append(start)
        names = [periods.name(start, period).replace("week of ", "") for start in named]
        figure.update_xaxes(tickmode="array", tickvals=named, ticktext=names)
        if len(starts) == 1:
            half = pd.Timedelta(days=periods.DAYS[period])
            figure.update_xaxes(range=[pd.Timestamp(starts[0]) - half, pd.Timestamp(starts[0]) + half])
            figure.update_traces(width=periods.DAYS[period] * 86_400_000, selector={"type": "bar"})
    return figure


def _days(frame: pd.DataFrame) -> list[str]:
    return list(frame["period"].dt.strftime("%Y-%m-%d"))


def _names(frame: pd.DataFrame, period: str) -> list[str]:
    return [periods.name(p, period) for p in frame["period"]]


def coverage(
    frame: pd.DataFrame, period: str, peaks: pd.DataFrame | None = None, by: str = "outlet_group"
) -> go.Figure:
    """Articles by period, stacked ``by`` outlet group or language; a click picks the period.

    ``frame`` has ``period`` (timestamp), the column ``by``, ``articles``; ``peaks`` has ``period``, ``articles``
    and ``number``.
    """
    figure = go.Figure()
    parts = colours.parts(by)
    named = frame.assign(**{by: frame[by].where(frame[by].isin(list(parts)), colours.OTHER)})
    named = named.groupby(["period", by], as_index=False)["articles"].sum()
    for part, (label, colour) in parts.items():
        rows = named[named[by] == part]
        if rows.empty:
            continue
        figure.add_bar(
            x=rows["period"], y=rows["articles"], name=label, marker={"color": colour, "pattern": {"shape": "/" if part == "unknown" else "", "size": 5}},
            customdata=_days(rows), hovertext=_names(rows, period),
            hovertemplate="%{hovertext} · articles: %{y:,}<extra>" + _safe(label) + "</extra>",
        )  # fmt: skip
    if peaks is not None:
        for row in peaks.itertuples():
            figure.add_annotation(x=row.period, y=row.articles, text=f"<b>{row.number}</b>", showarrow=False, yshift=10)
    figure.update_layout(barmode="stack", bargap=0.08)
    what = "language" if by == "language" else "group of outlets"
    title = f"Articles by {period} of publication, stacked by {what}"
    _by_period(figure, frame, period)
    return layout(figure, title, f"{periods.LABELS[period]} of publication", "Articles", 380)


def topic_lines(frame: pd.DataFrame, share: bool, period: str) -> go.Figure:
    """Articles about each topic by period: ``period``, ``topic``, ``articles``, ``share`` (0–1).

    A click picks topic and period.
    """
    figure = go.Figure()
    column, counted = ("share", "share of articles: %{y:.0f} %") if share else ("articles", "articles: %{y:,.0f}")
    for i, (topic, rows) in enumerate(frame.groupby("topic", sort=False)):
        label = labels.topic_labels().get(str(topic), str(topic))
        figure.add_scatter(
            x=rows["period"], y=rows[column] * (100 if share else 1), name=label, mode="lines+markers",
            line={"color": colours.LINES[i % len(colours.LINES)], "width": 2}, marker={"size": 7, "symbol": i % 8},
            customdata=[[str(topic), day] for day in _days(rows)], hovertext=_names(rows, period),
            hovertemplate="%{hovertext} · " + counted + f"<extra>{_safe(label)}</extra>",
        )  # fmt: skip
    what = "Share of articles about each topic" if share else "Articles about each topic"
    y = "Share of articles (%)" if share else "Articles"
    _by_period(figure, frame, period)
    return layout(figure, f"{what}, by {period} of publication", f"{periods.LABELS[period]} of publication", y, 380)


def heat(
    frame: pd.DataFrame,
    title: str,
    x: str,
    y: str,
    unit: str,
    keys: list[list[tuple[str, str]]],
    diverging: bool = False,
    dark: bool = False,
    behind: pd.DataFrame | None = None,
) -> go.Figure:
    """A table as colours: index down, columns across, numbers in the cells; a click picks the cell's two ``keys``.

    Cells without a value (NaN) stay empty. ``diverging``: values run from −1 to 1. ``dark``: the page's ground is dark.
    ``behind``, a frame of the same form, has the number of statements that each value is of, for the hover label.
    """
    number, exact = ("+.1f", "+.2f") if diverging else (",.0f", ",.0f")
    ink = colours.INK["dark" if dark else "light"]
    # Cells are placed by number, not by name: names are shortened where they stand, and two may then be alike.
    height, width = frame.shape
    figure = go.Figure(
        go.Heatmap(
            z=frame.to_numpy(dtype=float), x=list(range(width)), y=list(range(height)), hoverinfo="skip", showscale=False,
            xgap=1, ygap=1, colorscale=colours.DIVERGING if diverging else colours.SEQUENTIAL,
            zmin=-1 if diverging else 0, zmax=1 if diverging else None,
        )
    )  # fmt: skip
    # Plotly selects points, not cells of a heat map: the numbers are points that take the click.
    cells = [
        (i, j, float(value))
        for i, line in enumerate(frame.to_numpy(dtype=float))
        for j, value in enumerate(line)
        if not pd.isna(value)
    ]

    def told(i: int, j: int, value: float) -> str:
        of = "" if behind is None else f" of {many(int(behind.iat[i, j]), 'statement')}"
        return _safe(f"{frame.index[i]} × {frame.columns[j]}: {value:{exact}} {unit}{of}")

    figure.add_scatter(
        x=[j for _, j, _ in cells], y=[i for i, _, _ in cells], mode="text",
        text=[_number(value, number) for _, _, value in cells], customdata=[list(keys[i][j]) for i, j, _ in cells],
        hovertext=[told(*cell) for cell in cells], hovertemplate="%{hovertext}<extra></extra>", showlegend=False, name="",
        textfont={"color": ink, "size": 11}, selected={"textfont": {"color": ink}},
        unselected={"textfont": {"color": colours.FADED_INK["dark" if dark else "light"]}},
    )  # fmt: skip
    columns, rows = [wrap(c, 24) for c in frame.columns], [_two_lines(r, 22) for r in frame.index]
    longest = max((len(part) for c in columns for part in c.split("<br>")), default=0)
    line = 28 if any("<br>" in r for r in rows) else 24  # pixels
    layout(figure, title, x, y, 130 + line * max(2, height) + 6 * longest)
    figure.update_layout(hoverdistance=30)
    ticks = {"tickmode": "array", "showgrid": False, "zeroline": False, "tickfont_size": 12}
    figure.update_yaxes(autorange="reversed", tickvals=list(range(height)), ticktext=rows, title_standoff=12, **ticks)
    figure.update_xaxes(tickvals=list(range(width)), ticktext=columns, tickangle=-90 if width > 6 else 0, **ticks)
    return figure


def _number(value: float, form: str) -> str:
    """A number as short as a cell on a telephone: 12, +.4, −.9, −1, 0."""
    text = format(value, form).replace("-", "−")
    if "." not in text:
        return text
    sign, whole, tenth = text[0], text[1], text[3]
    return f"{sign}{'' if whole == '0' else whole}{'' if tenth == '0' else '.' + tenth}".rstrip("+−") or "0"


def timeline(frame: pd.DataFrame) -> go.Figure:
    """Events in lanes by type: ``day``, ``type``, ``outlets``, ``planned``, ``story_id``, ``label``; a click picks one."""
    figure = go.Figure()
    order = [k for k in labels.event_labels() if k in set(frame["type"])]
    for planned, name in ((False, "Reported"), (True, "Planned")):
        rows = frame[frame["planned"] == planned].sort_values("outlets", ascending=False)
        if rows.empty:
            continue
        figure.add_scatter(
            x=rows["day"], y=rows["type"].map(labels.event_labels()), mode="markers", name=name,
            marker={
                "size": 7 + 4 * (rows["outlets"].clip(upper=8) - 1), "color": "#0072b2" if not planned else "#d55e00",
                "symbol": "diamond-open" if planned else "circle", "opacity": 0.7,
                "line": {"width": 2 if planned else 1, **({} if planned else {"color": "rgba(128,140,155,.6)"})},
            },
            unselected={"marker": {"opacity": 0.35}}, customdata=list(rows["story_id"]), hovertext=[wrap(t, 60) for t in rows["label"]],
            hovertemplate="%{hovertext}<extra>" + name + "</extra>",
        )  # fmt: skip
    title = "Events by type and day; a larger mark is reported by more outlets, hollow diamonds are planned"
    layout(figure, title, "Day of the event", "Type of event", 130 + 24 * max(5, len(order)))
    names = [labels.event_labels()[k] for k in reversed(order)]
    figure.update_yaxes(categoryorder="array", categoryarray=names, range=[-0.7, len(names) - 0.3], title_standoff=4)
    return figure


def tone_over_time(frame: pd.DataFrame, period: str) -> go.Figure:
    """Statements by tone and period: ``period``, ``label``, ``statements``; a click picks tone and period."""
    figure = go.Figure()
    for tone, name in labels.TONES.items():
        rows = frame[frame["label"] == tone]
        figure.add_bar(
            x=rows["period"], y=rows["statements"], name=name, marker_color=colours.TONES[tone],
            customdata=[[tone, day] for day in _days(rows)], hovertext=_names(rows, period),
            hovertemplate="%{hovertext} · statements: %{y:,}<extra>" + name + "</extra>",
        )  # fmt: skip
    figure.update_layout(barmode="stack", bargap=0.1)
    _by_period(figure, frame, period)
    title = f"Statements by tone, by {period} of publication"
    return layout(figure, title, f"{periods.LABELS[period]} of publication", "Statements", 320)


def mean_tone(frame: pd.DataFrame, period: str) -> go.Figure:
    """Mean sentiment by period: ``period``, ``tone`` (−1…1), ``statements``; a click picks the period."""
    figure = go.Figure()
    figure.add_scatter(
        x=frame["period"], y=frame["tone"], mode="lines+markers", name="Mean tone",
        line={"color": colours.LINES[0], "width": 2}, marker={"size": 5 + 9 * (frame["statements"] / max(1, frame["statements"].max())) ** 0.5},
        customdata=_days(frame),
        hovertext=[f"{n}, {many(k, 'statement')}" for n, k in zip(_names(frame, period), frame["statements"], strict=True)],
        hovertemplate="%{hovertext}: %{y:+.2f}<extra></extra>",
    )  # fmt: skip
    figure.add_hline(y=0, line={"width": 1, "color": "rgba(128,140,155,.6)"})
    _by_period(figure, frame, period)
    title = f"Mean tone of statements, by {period} of publication"
    return layout(
        figure, title, f"{periods.LABELS[period]} of publication", "Mean tone (−1 negative … 1 positive)", 320
    )


def topics_of(frame: pd.DataFrame) -> go.Figure:
    """Statements by topic of their article: ``topic``, ``statements``; a click picks the topic."""
    rows = frame.sort_values("statements")
    names = [labels.topic_labels().get(t, t) for t in rows["topic"]]
    figure = go.Figure(
        go.Bar(
            y=[_safe(n) for n in names], x=rows["statements"], orientation="h", marker_color=colours.LINES[0], name="",
            customdata=list(rows["topic"]), hovertemplate="%{y} · statements: %{x:,}<extra></extra>",
        )
    )  # fmt: skip
    title = "Statements by topic of the article they stand in"
    return layout(figure, title, "Statements", "Topic", 100 + 24 * max(2, len(rows)))


def tone_by_speaker(frame: pd.DataFrame) -> go.Figure:
    """Statements of each speaker by tone: ``speaker``, ``label``, ``statements``; a click picks speaker and tone."""
    figure = go.Figure()
    totals = frame.groupby("speaker")["statements"].sum().sort_values()
    for tone, name in labels.TONES.items():
        rows = frame[frame["label"] == tone].set_index("speaker")["statements"].reindex(totals.index, fill_value=0)
        figure.add_bar(
            y=[_safe(s) for s in totals.index], x=rows.to_numpy(), name=name, orientation="h",
            marker_color=colours.TONES[tone], customdata=[[str(s), tone] for s in totals.index],
            hovertemplate="%{y} · statements: %{x:,}<extra>" + name + "</extra>",
        )  # fmt: skip
    figure.update_layout(barmode="stack", bargap=0.25)
    title = "Statements of the most quoted speakers, by tone"
    return layout(figure, title, "Statements", "Speaker", 130 + 24 * max(4, len(totals)))
