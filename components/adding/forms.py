"""The ways in: a pasted text, files, addresses, a feed, a workspace that was kept before."""

from __future__ import annotations

import streamlit as st

from components.text import escape, many
from press.article import Article
from press.readers import ENDINGS, Refusal, limits, read_bytes, text

from . import columns, intake, progress, queue, session
from .tray import Item, Tray


def paste() -> None:
    """Paste a text."""
    pasted = st.text_area(
        "Text of the article, headline first",
        key=f"add-text-{session.entered()}",
        height=220,
        max_chars=limits.ARTICLE_CHARACTERS,
    )
    if st.button("Preview", key="add-paste", type="primary", icon=":material/visibility:"):
        tray = Tray()
        for _ in tray.take([text.read(pasted or "", "The pasted text")]):
            pass
        session.take(tray)


def upload() -> None:
    """Upload files; the columns of tables are shown as guessed and can be changed."""
    files = st.file_uploader(
        "TXT, HTML, Markdown, DOCX, PDF, CSV, XLSX, JSON, JSON Lines, or a ZIP of these", type=list(ENDINGS), key=f"add-files-{session.entered()}",
        accept_multiple_files=True,
    )  # fmt: skip
    if not files:
        return
    size = sum(file.size for file in files)
    if size > limits.UPLOAD_BYTES:
        st.error(f"These are {size:,} bytes; at most {limits.UPLOAD_BYTES:,} are taken at once. Remove a file.")
        return
    taken = [
        (file, file.name, columns.choice(file, f"{number}-{session.entered()}")) for number, file in enumerate(files)
    ]
    if st.button("Preview", key="add-upload", type="primary", icon=":material/visibility:"):
        shown, told = progress.bar("Reading …")
        tray = intake.read_files(taken, told)
        shown.empty()
        session.take(tray)


def addresses() -> None:
    """Fetch pages by their addresses."""
    written = st.text_area(
        f"Addresses of articles, one a line, at most {intake.MOST_ADDRESSES}",
        key=f"add-urls-{session.entered()}",
        placeholder="https://…",
    )
    if st.button("Fetch and preview", key="add-fetch", type="primary", icon=":material/cloud_download:"):
        good, bad = intake.addresses_in(written or "")
        shown, told = progress.bar("Fetching …")
        tray = intake.fetch(good, told)
        shown.empty()
        for _ in tray.take(bad):
            pass
        session.take(tray)


def feed() -> None:
    """Read a feed, then fetch its articles."""
    url = st.text_input("Address of an RSS or Atom feed", key="add-feed", placeholder="https://…").strip()
    if st.button("Read the feed", key="add-feed-read", icon=":material/rss_feed:"):
        st.session_state.pop("add-entries", None)
        good, bad = intake.addresses_in(url)
        try:
            if bad or not good:
                raise bad[0] if bad else Refusal("The feed", 0, "", "needs an address (https://…)")
            st.session_state["add-entries"] = intake.read_feed(good[0])
        except Refusal as refusal:
            st.error(escape(str(refusal)))
    entries = st.session_state.get("add-entries")
    if entries is None:
        return
    if not entries:
        st.info("The feed has no entries.")
        return
    picked = st.dataframe(
        {"Published": [str(e.published or "date unknown") for e in entries], "Headline": [e.title for e in entries]},
        hide_index=True, on_select="rerun", selection_mode="multi-row", key="add-feed-table",
        column_config={"Headline": st.column_config.TextColumn(width="large")}, alt="Table of the feed's entries with day and headline",
    )  # fmt: skip
    chosen = [entries[i] for i in picked["selection"]["rows"] if i < len(entries)] or entries
    chosen = chosen[: intake.MOST_ADDRESSES]
    if st.button(
        f"Fetch {many(len(chosen), 'article')}", key="add-feed-fetch", type="primary", icon=":material/cloud_download:"
    ):
        shown, told = progress.bar("Fetching …")
        tray = intake.fetch_entries(chosen, told)
        shown.empty()
        session.take(tray)


def reopen() -> None:
    """Open a workspace that was downloaded before."""
    file = st.file_uploader(
        "A workspace downloaded before (JSON Lines)", type=["jsonl"], key=f"add-open-{session.entered()}"
    )
    if file and st.button("Open it", key="add-reopen", type="primary", icon=":material/folder_open:"):
        tray = Tray()
        with st.spinner("Reading …"):
            for item in read_bytes(file.getvalue(), file.name):
                if isinstance(item, Article):
                    tray.items.append(Item(item))
                else:
                    tray.refusals.append(item)
        queue.put(tray.items, tray.refusals)
        session.forget()


WAYS = {"Paste text": paste, "Upload files": upload, "Addresses": addresses, "Feed": feed, "Open workspace": reopen}
