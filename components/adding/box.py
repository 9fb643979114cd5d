"""The articles that a visitor has: how they are counted, kept, emptied, read and removed."""

from __future__ import annotations

import streamlit as st

from components import workspace

from . import session


def show() -> None:
    """How many articles the visitor has, how they are counted, and what can be done with them; nothing where there are none."""
    own = workspace.get()
    if not own.articles:
        return
    with st.container(border=True):
        n = len(own.articles)
        corrected = sum(bool(a.extra.get("corrections")) for a in own.articles.values())
        note = f", {corrected:,} corrected by hand" if corrected else ""
        st.markdown(f"**Your workspace: {n:,} {'article' if n == 1 else 'articles'}{note}**")
        together, instead = "Together with the press review", "Instead of it"
        chosen = st.segmented_control(
            "Count them",
            [together, instead],
            default=instead if own.instead else together,
            key="add-instead",
            required=True,
        )
        if (chosen == instead) != own.instead:
            own.instead = chosen == instead
            st.rerun()
        with st.container(horizontal=True, vertical_alignment="center"):
            st.download_button(
                "Download the workspace", own.download, "workspace.jsonl", "application/jsonl", icon=":material/download:",
                on_click="ignore", key="add-download",
            )  # fmt: skip
            with st.popover("Empty it", icon=":material/delete:"):
                st.write("All your articles and corrections go. Download them first if you want to keep them.")
                if st.button("Empty the workspace", key="add-empty", type="primary"):
                    own.remove(list(own.articles))
                    own.instead = False
                    st.rerun()
        with st.expander("The articles in it"):
            rows = list(own.articles.items())
            picked = st.dataframe(
                {
                    "Published": [str(a.published or "date unknown") for _, a in rows], "Outlet": [a.outlet for _, a in rows],
                    "Headline": [a.title or a.text[:80] for _, a in rows],
                    "Corrected": [bool(a.extra.get("corrections")) for _, a in rows],
                },
                hide_index=True, on_select="rerun", selection_mode="multi-row", key=f"add-own-{session.version()}",
                column_config={"Headline": st.column_config.TextColumn(width="large")},
                alt="Table of the articles of your workspace with day, outlet, headline and whether they were corrected",
            )  # fmt: skip
            gone = [rows[i][0] for i in picked["selection"]["rows"] if i < len(rows)]
            if len(gone) == 1:
                st.page_link(
                    "pages/articles.py", label="Read it", icon=":material/article:", query_params={"article": gone[0]}
                )
            elif not gone:
                st.caption("Select a row to read the article or to remove it.")
            if gone and st.button(f"Remove {len(gone):,} from the workspace", icon=":material/remove:"):
                own.remove(gone)
                session.renew()
                st.rerun()
