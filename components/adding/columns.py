"""The columns of an uploaded table: which field each holds, as guessed and as the visitor says."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
import streamlit as st

from components.text import escape
from press.readers import fields, look

_FIELDS = {
    "text": "Text",
    "title": "Headline",
    "url": "Address",
    "outlet": "Outlet",
    "date": "Date",
    "language": "Language",
    "author": "Author",
}


def choice(file: Any, key: str) -> dict[str, str] | None:
    """The columns of a table's fields, as guessed and as the visitor changes them; None where it is no table."""
    seen = look(file.getvalue(), file.name)
    if seen is None:
        return None
    chosen: dict[str, str] = {}
    with st.expander(f"Columns of {escape(file.name)}", expanded=not seen.sure, icon=":material/table:"):
        if not seen.sure:
            st.warning(
                "The columns' names do not tell what they hold. Please check what was guessed from their content."
            )
        if seen.twice:
            st.warning(f"These columns stand more than once, the first one counts: {escape(', '.join(seen.twice))}")
        names = list(dict.fromkeys(seen.names))
        with st.container(horizontal=True):
            for field in fields.FIELDS:
                guess = seen.columns.get(field)
                value = st.selectbox(
                    _FIELDS[field],
                    names, index=names.index(guess) if guess in names else None, placeholder="none", key=f"add-column-{field}-{key}", width=170,
                )  # fmt: skip
                if value is not None:
                    chosen[field] = value
        st.dataframe(
            pd.DataFrame([(row + [""] * len(seen.names))[: len(seen.names)] for row in seen.rows], columns=_distinct(seen.names)),
            hide_index=True, alt=f"The first rows of {file.name}",
        )  # fmt: skip
        if seen.order:
            st.caption(
                f"Dates are read in the order {', '.join({'y': 'year', 'm': 'month', 'd': 'day'}[c] for c in seen.order)}."
            )
    return None if seen.sure and chosen == seen.columns else chosen


def _distinct(names: list[str]) -> list[str]:
    """Names of columns that a table can be drawn with: each one once."""
    counts: Counter[str] = Counter()
    out = []
    for name in names:
        counts[name] += 1
        out.append(f"{name} ({counts[name]})" if counts[name] > 1 else name)
    return out
