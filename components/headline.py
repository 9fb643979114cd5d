"""Headline figures: a row of numbers, each of which leads to what it counts."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from press.selection import Selection

from .text import many

#: Figure of :func:`press.questions.coverage.figures`, its name, what it counts, the page that shows it and that page's choices.
_FIGURES: tuple[tuple[str, str, str, str, dict[str, str]], ...] = (
    ("articles", "Articles", "Articles in the selection", "articles", {}),
    ("statements", "Statements", "Quoted and reported statements in these articles", "statements", {}),
    ("events", "Events", "Each event is counted once, however many outlets report it", "events", {"as": "all"}),
    ("outlets", "Outlets", "Outlets with at least one of these articles", "", {}),
    (
        "tone", "Stance on Russia", "Mean stance of the statements that take up Russia, from −1 (against) to 1 (for)",
        "statements", {"target": "Russia"},
    ),
)  # fmt: skip


def coverage(now: pd.Series, then: pd.Series | None, before: Selection | None) -> None:
    """The figures of a selection, with their change against those of the period ``before``, where there is one."""
    with st.container(horizontal=True, gap="xsmall"):
        for key, label, help_, page, choices in _FIGURES:
            with st.container(width=155, border=True, gap=None):
                value, delta = _shown(key, now, then)
                st.metric(label, value, delta, delta_color="off", help=help_)
                if page:
                    st.page_link(
                        f"pages/{page}.py",
                        label="Show them",
                        icon=":material/arrow_forward:",
                        query_params=dict(choices),
                    )
                else:
                    st.caption("[:material/arrow_downward: Show them](#outlets)")
    if before is not None and then is not None:
        st.caption(
            f"Small figures: change against the period of the same length before, {before.start} to {before.end}, "
            f"which has {many(int(then['articles']), 'article')}. The stance is a mean between −1 and 1."
        )
    else:
        st.caption("Choose a start in the filter, or “Last 12 months”, to compare with the period before.")


def _shown(key: str, now: pd.Series, then: pd.Series | None) -> tuple[str, str | None]:
    """A figure and its change as shown: means with two places, numbers whole."""
    mean, value, delta = key == "tone", now[key], None
    if then is not None and not pd.isna(value) and not pd.isna(then[key]):
        delta = f"{value - then[key]:+.2f}" if mean else f"{int(value - then[key]):+,d}"
    if mean:
        return "–" if pd.isna(value) else f"{value:+.2f}", delta
    return f"{int(value):,}", delta


def statements(own: pd.Series, target: str) -> None:
    """The figures of :func:`press.questions.statements.figures`; ``target`` is the party of the stance."""
    with st.container(horizontal=True, gap="xsmall"):
        for label, shown in (
            ("Statements", f"{int(own['n']):,}"),
            ("Articles", f"{int(own['articles']):,}"),
            ("Outlets", f"{int(own['outlets']):,}"),
            ("Mean tone (−1…1)", f"{own['tone']:+.2f}"),
            (f"Stance on {target}", "–" if pd.isna(own["stance"]) else f"{own['stance']:+.2f}"),
        ):
            st.metric(label, shown, border=True, width=155)
