"""GDELT's events drawn beside our own: an export that the visitor brings, for this session only."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from press.readers import Refusal, gdelt_events, limits
from press.reading.events.events import types
from press.vocabulary import read

from . import charts, colours, downloads, labels
from .text import escape, many

#: Marks beyond which nobody can tell them apart; the latest are drawn.
MOST_DRAWN = 5_000
NO_CODE = "No CAMEO code"


def lane(code: object) -> str:
    """The root category of a CAMEO code: '042' is 'Consult (04)'."""
    root = str(code or "")[:2]
    name = read("cameo")["roots"].get(root)
    return f"{name} ({root})" if name else NO_CODE


def beside(ours: pd.DataFrame, theirs: pd.DataFrame) -> go.Figure:
    """Two readings of the same days, in lanes by the root category of CAMEO.

    Parameters
    ----------
    ours : DataFrame
        Events of the press review: ``day``, ``type``, ``title``.
    theirs : DataFrame
        See :func:`press.readers.gdelt_events.read`; colours are the Goldstein scale (-10 conflict … 10
        cooperation), the label tells CAMEO code, Goldstein scale and tone.
    """
    theirs = theirs[theirs["day"].notna()].sort_values("day").tail(MOST_DRAWN)
    ours = ours[ours["day"].notna()]
    codes = {kind: entry["cameo"] for kind, entry in types().items()}
    figure = go.Figure()
    if not theirs.empty:
        figure.add_scattergl(
            x=theirs["day"], y=theirs["cameo"].map(lane), mode="markers", name="GDELT (colour: Goldstein scale)",
            marker={
                "symbol": "diamond", "size": 8, "color": theirs["goldstein"], "cmin": -10, "cmax": 10,
                "colorscale": colours.DIVERGING, "line": {"width": 1, "color": "rgba(128,140,155,.8)"},
            },
            hovertext=[
                charts.wrap(
                    f"{row.day:%Y-%m-%d} · {row.actor1 or '?'} → {row.actor2 or '?'} · CAMEO {row.cameo} · "
                    f"Goldstein {row.goldstein:+.1f} · tone {row.tone:+.1f} · {many(row.articles, 'article')}", 60,
                )
                for row in theirs.itertuples()
            ],
            hovertemplate="%{hovertext}<extra>GDELT</extra>",
        )  # fmt: skip
    figure.add_scatter(
        x=ours["day"], y=[lane(codes.get(kind, "")) for kind in ours["type"]], mode="markers", name="Press review",
        marker={"symbol": "circle-open", "size": 13, "color": "#0072b2", "line": {"width": 2}},
        hovertext=[
            charts.wrap(f"{row.day:%Y-%m-%d} · {labels.event_labels()[row.type]} · CAMEO {codes.get(row.type) or 'none'} · {row.title}", 60)
            for row in ours.itertuples()
        ],
        hovertemplate="%{hovertext}<extra>Press review</extra>",
    )  # fmt: skip
    lanes = [lane(root) for root in read("cameo")["roots"]] + [NO_CODE]
    used = set(theirs["cameo"].map(lane)) | {lane(codes.get(kind, "")) for kind in ours["type"]}
    names = [name for name in reversed(lanes) if name in used]
    title = "Events of the press review and of GDELT, in lanes by root category of CAMEO"
    charts.layout(figure, title, "Day of the event", "CAMEO root category", 150 + 24 * max(5, len(names)))
    figure.update_yaxes(categoryorder="array", categoryarray=names, title_standoff=4)
    return figure


@st.cache_data(show_spinner="Reading the export …", max_entries=8)
def _read(data: bytes, name: str) -> tuple[pd.DataFrame, list[str]]:
    frame, faults = gdelt_events.read(data, name)
    return frame, [str(fault) for fault in faults]


def section(ours: pd.DataFrame) -> None:
    """Ask for exports of GDELT events and draw them beside our own (``day``, ``type``, ``title``)."""
    with st.expander("Beside GDELT's events"):
        st.markdown(
            "Bring exports of the [GDELT 2.0 event database](https://www.gdeltproject.org/data.html) (`….export.CSV`, its ZIP, or a CSV "
            "with GDELT's column names). Events with one actor of Serbia (SRB) and one of Russia (RUS) are drawn. They stay in this session."
        )
        files = st.file_uploader(
            "Exports of GDELT events", type=["csv", "tsv", "txt", "zip"], accept_multiple_files=True, key="gdelt"
        )
        frames: list[pd.DataFrame] = []
        faults: list[str] = []
        for file in files or ():
            if file.size > limits.UPLOAD_BYTES:
                faults.append(str(Refusal(file.name, 0, "", f"is larger than {limits.UPLOAD_BYTES:,} bytes")))
                continue
            frame, wrong = _read(file.getvalue(), file.name)
            frames.append(frame)
            faults += wrong
        if faults:
            st.warning(
                "\n".join(f"- {escape(fault)}" for fault in faults[:10])
                + (f"\n- {len(faults) - 10} more" if len(faults) > 10 else "")
            )
        if not frames:
            return
        theirs = pd.concat(frames, ignore_index=True).drop_duplicates("event_id")
        if theirs.empty:
            st.info("No event between Serbia and Russia in these exports.")
            return
        # The same days on both sides.
        first, last = theirs["day"].min(), theirs["day"].max()
        margin = pd.Timedelta(days=15)
        near = ours[ours["day"].between(first - margin, last + margin)]
        figure = beside(near, theirs)
        st.markdown(f"**{escape(figure.layout.title.text)}**")
        figure.update_layout(title=None)
        st.plotly_chart(figure, key="gdelt-chart")
        st.caption(
            f"GDELT: {many(len(theirs), 'event')} from {first:%Y-%m-%d} to {last:%Y-%m-%d}, coded by machine from the world's news; the press "
            f"review: {many(len(near), 'event')} of these days and 15 around. The two count different things: compare courses, not heights."
        )
        st.dataframe(
            theirs[["day", "actor1", "actor2", "cameo", "goldstein", "tone", "articles", "place", "url"]], hide_index=True, height=240,
            column_config={
                "day": st.column_config.DateColumn("Day"), "actor1": "Actor 1", "actor2": "Actor 2", "cameo": "CAMEO",
                "goldstein": st.column_config.NumberColumn("Goldstein (−10…10)", format="%+.1f"),
                "tone": st.column_config.NumberColumn("Tone (−100…100)", format="%+.1f"),
                "articles": "Articles", "place": "Place", "url": st.column_config.LinkColumn("Source"),
            },
        )  # fmt: skip
        downloads.button(theirs, "gdelt-events", "gdelt")
