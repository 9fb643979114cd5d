"""Adding, batch by batch, and what became of each article."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from components import downloads, workspace
from press.readers import Refusal

from . import progress
from .tray import Item

#: Articles that are parsed before the page shows how far it is, and could be interrupted without loss.
BATCH = 25


def put(items: list[Item], refusals: list[Refusal]) -> None:
    """Have articles added; the report begins with what could not be read.

    The page adds them at its next run, batch by batch, and goes on where it was interrupted.
    """
    st.session_state["add-report"] = [workspace.Outcome(r.file, "refused", str(r)) for r in refusals]
    st.session_state["add-queue"] = [item.article for item in items]
    st.session_state["add-total"] = len(items)


def work_off() -> None:
    """Add what waits, with a bar; each batch is safe in the workspace before the next begins."""
    if not st.session_state.get("add-queue"):
        return
    shown, told = progress.bar("Adding …")
    while waiting := st.session_state["add-queue"]:
        done = st.session_state["add-total"] - len(waiting)
        told(done / st.session_state["add-total"], f"Adding {done:,} of {st.session_state['add-total']:,} articles")
        outcomes = workspace.get().add(waiting[:BATCH])
        st.session_state["add-report"].extend(outcomes)
        st.session_state["add-queue"] = waiting[BATCH:]
    del st.session_state["add-queue"]
    shown.empty()
    st.rerun()


def show_report() -> None:
    """What became of each item of the last adding."""
    outcomes: list[workspace.Outcome] = st.session_state.get("add-report") or []
    if not outcomes:
        return
    counts = Counter(o.outcome for o in outcomes)
    words = ", ".join(f"{counts[o]:,} {o}" for o in ("added", "replaced", "unchanged", "refused") if counts[o])
    (st.warning if counts["refused"] else st.success)(f"{words or 'Nothing was added'}.", icon=":material/checklist:")
    frame = pd.DataFrame(outcomes, columns=["title", "outcome", "why"])
    frame = frame.sort_values("outcome", key=lambda o: o != "refused", kind="stable")
    with st.expander("Result of each article", expanded=bool(counts["refused"])):
        st.dataframe(
            frame, hide_index=True,
            column_config={"title": st.column_config.TextColumn("Article", width="large"), "outcome": "Result", "why": st.column_config.TextColumn("Why", width="large")},
            alt="Table of what became of each article",
        )  # fmt: skip
        downloads.button(frame, "result", "result")
