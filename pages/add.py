"""Add articles: the visitor's own texts, files, pages and feeds, previewed, put right and taken into the workspace."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components import downloads, intake, labels, preview, shell, workspace
from components.intake import Item, Tray
from components.text import escape, many
from press.article import Article
from press.readers import ENDINGS, Refusal, days, fields, limits, look, read_bytes, text

#: Articles that are parsed before the page shows how far it is, and could be interrupted without loss.
BATCH = 25
own = workspace.get()
memory = st.session_state
#: Parts of widgets' keys: a new one empties the widget. What goes in stays until it is added or discarded.
version = memory.setdefault("add-version", 0)
entered = memory.setdefault("add-entered", 0)


def put(tray: Tray) -> None:
    """Show what was read below, in place of what was shown before."""
    memory["tray"] = tray
    memory["add-version"] = version + 1
    memory.pop("add-report", None)
    st.rerun()


def bar(label: str) -> tuple[Any, intake.Progress]:
    """A progress bar and the function that moves it."""
    shown = st.progress(0.0, label)

    def progress(share: float, words: str) -> None:
        shown.progress(min(1.0, share), escape(words))

    return shown, progress


def queue(items: list[Item]) -> None:
    """Have articles added: this page does it, batch by batch, and goes on where it was interrupted."""
    memory["add-queue"] = [item.article for item in items]
    memory["add-total"] = len(items)


def work_off() -> None:
    """Add what is queued, with a bar; each batch is safe in the workspace before the next begins."""
    shown, progress = bar("Adding …")
    while waiting := memory["add-queue"]:
        done = memory["add-total"] - len(waiting)
        progress(done / memory["add-total"], f"Adding {done:,} of {memory['add-total']:,} articles")
        outcomes = own.add(waiting[:BATCH])
        memory["add-report"].extend(outcomes)
        memory["add-queue"] = waiting[BATCH:]
    del memory["add-queue"]
    shown.empty()
    st.rerun()


# -- the workspace -------------------------------------------------------------------------------


def workspace_box() -> None:
    """How many articles the visitor has, how they are counted, and what can be done with them."""
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
                hide_index=True, on_select="rerun", selection_mode="multi-row", key=f"add-own-{version}",
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
                memory["add-version"] = version + 1
                st.rerun()


# -- ways in -------------------------------------------------------------------------------------


def paste() -> None:
    """Paste a text."""
    pasted = st.text_area(
        "Text of the article, headline first",
        key=f"add-text-{entered}",
        height=220,
        max_chars=limits.ARTICLE_CHARACTERS,
    )
    if st.button("Preview", key="add-paste", type="primary", icon=":material/visibility:"):
        tray = Tray()
        for _ in tray.take([text.read(pasted or "", "The pasted text")]):
            pass
        put(tray)


def upload() -> None:
    """Upload files; the columns of tables are shown as guessed and can be changed."""
    files = st.file_uploader(
        "TXT, HTML, Markdown, DOCX, PDF, CSV, XLSX, JSON, JSON Lines, or a ZIP of these", type=list(ENDINGS), key=f"add-files-{entered}",
        accept_multiple_files=True,
    )  # fmt: skip
    if not files:
        return
    size = sum(file.size for file in files)
    if size > limits.UPLOAD_BYTES:
        st.error(f"These are {size:,} bytes; at most {limits.UPLOAD_BYTES:,} are taken at once. Remove a file.")
        return
    taken = [(file, file.name, columns_of(file, f"{number}-{entered}")) for number, file in enumerate(files)]
    if st.button("Preview", key="add-upload", type="primary", icon=":material/visibility:"):
        shown, progress = bar("Reading …")
        tray = intake.read_files(taken, progress)
        shown.empty()
        put(tray)


def columns_of(file: Any, key: str) -> dict[str, str] | None:
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
                    {"text": "Text", "title": "Headline", "url": "Address", "outlet": "Outlet", "date": "Date", "language": "Language", "author": "Author"}[field],
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


def addresses() -> None:
    """Fetch pages by their addresses."""
    written = st.text_area(
        f"Addresses of articles, one a line, at most {intake.MOST_ADDRESSES}",
        key=f"add-urls-{entered}",
        placeholder="https://…",
    )
    if st.button("Fetch and preview", key="add-fetch", type="primary", icon=":material/cloud_download:"):
        good, bad = intake.addresses_in(written or "")
        shown, progress = bar("Fetching …")
        tray = intake.fetch(good, progress)
        shown.empty()
        for _ in tray.take(bad):
            pass
        put(tray)


def feed() -> None:
    """Read a feed, then fetch its articles."""
    url = st.text_input("Address of an RSS or Atom feed", key="add-feed", placeholder="https://…").strip()
    if st.button("Read the feed", key="add-feed-read", icon=":material/rss_feed:"):
        memory.pop("add-entries", None)
        good, bad = intake.addresses_in(url)
        try:
            if bad or not good:
                raise bad[0] if bad else Refusal("The feed", 0, "", "needs an address (https://…)")
            memory["add-entries"] = intake.read_feed(good[0])
        except Refusal as refusal:
            st.error(escape(str(refusal)))
    entries = memory.get("add-entries")
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
        shown, progress = bar("Fetching …")
        tray = intake.fetch_entries(chosen, progress)
        shown.empty()
        put(tray)


def reopen() -> None:
    """Open a workspace that was downloaded before."""
    file = st.file_uploader("A workspace downloaded before (JSON Lines)", type=["jsonl"], key=f"add-open-{entered}")
    if file and st.button("Open it", key="add-reopen", type="primary", icon=":material/folder_open:"):
        tray = Tray()
        with st.spinner("Reading …"):
            for item in read_bytes(file.getvalue(), file.name):
                if isinstance(item, Article):
                    tray.items.append(Item(item))
                else:
                    tray.refusals.append(item)
        report_on(tray.refusals)
        queue(tray.items)
        forget()


# -- preview and result --------------------------------------------------------------------------


def report_on(refusals: list[Refusal]) -> None:
    """Begin a report with what could not be read."""
    memory["add-report"] = [workspace.Outcome(r.file, "refused", str(r)) for r in refusals]


def one(item: Item) -> Item:
    """A single article: its fields to be put right, and what is understood of it as they stand."""
    left, right = st.columns([2, 3], gap="large")
    article = item.article
    changes: dict[str, Any] = {}
    with left:
        changes["title"] = st.text_input("Headline", article.title, key=f"add-title-{version}")
        changes["outlet"] = st.text_input("Outlet", article.outlet, key=f"add-outlet-{version}")
        changes["url"] = st.text_input("Address", article.url, key=f"add-url-{version}")
        changes["published"] = st.date_input(
            "Published", article.published, key=f"add-day-{version}", format="YYYY-MM-DD", min_value=date(days.FIRST_YEAR, 1, 1),
            max_value=date(2100, 12, 31),
        )  # fmt: skip
        if changes["published"] is None:
            st.warning(
                "The source tells no date. Choose one, or say below that it is unknown.", icon=":material/event_busy:"
            )
            with st.container(horizontal=True):
                for candidate in item.candidates[:6]:
                    st.button(
                        f"{candidate.day} – {candidate.why}", key=f"add-candidate-{candidate.day}", on_click=memory.__setitem__,
                        args=(f"add-day-{version}", candidate.day),
                    )  # fmt: skip
        codes = ["", *labels.LANGUAGES]
        codes.remove("und")
        changes["language"] = st.selectbox(
            "Language", codes if article.language in codes else [*codes, article.language], key=f"add-language-{version}",
            index=codes.index(article.language) if article.language in codes else len(codes),
            format_func=lambda c: labels.language(c) if c else "as detected",
        )  # fmt: skip
    edited = item.edited(changes)
    with right:
        preview.card(edited.article)
    return edited


def several(tray: Tray) -> list[Item]:
    """Several articles: a table of their fields to be put right, and what is understood of the one looked at."""
    items = tray.items
    key = f"add-table-{version}"
    frame = pd.DataFrame(
        {
            "add": [i.add for i in items],
            "published": pd.to_datetime([i.article.published for i in items]),
            "basis": [intake.BASIS[i.article.date_basis] for i in items],
            "suggested": ["; ".join(str(c.day) for c in i.candidates[:3]) for i in items],
            "outlet": [i.article.outlet for i in items],
            "title": [i.article.title for i in items],
            "language": [i.article.language for i in items],
            "url": [i.article.url for i in items],
            "text": [i.article.text[:200] for i in items],
        }
    )
    column = st.column_config
    st.data_editor(
        frame, key=key, hide_index=True, disabled=["basis", "suggested", "text"], height=min(430, 75 + 35 * len(items)),
        column_config={
            "add": column.CheckboxColumn("Add", width=60), "published": column.DateColumn("Published", format="YYYY-MM-DD", width=105),
            "basis": column.TextColumn("How found", width=150), "suggested": column.TextColumn("Suggested", width=150),
            "outlet": column.TextColumn("Outlet", width=130), "title": column.TextColumn("Headline", width="large"),
            "language": column.SelectboxColumn("Language", options=["", *(c for c in labels.LANGUAGES if c != "und")], width=85),
            "url": column.TextColumn("Address", width="medium"), "text": column.TextColumn("Text", width="medium"),
        },
        alt="Table of the articles read, with their fields to be changed",
    )  # fmt: skip
    changes: dict[int, dict[str, Any]] = memory.get(key, {}).get("edited_rows", {})
    edited = [item.edited(changes[i]) if i in changes else item for i, item in enumerate(items)]
    suggested = sum(i.add and i.article.published is None and bool(i.candidates) for i in edited)
    if suggested and st.button(
        f"Take the likeliest suggestion for {many(suggested, 'undated article')}",
        key="add-accept",
        icon=":material/event_available:",
    ):
        tray.items = edited
        tray.accept_suggestions()
        memory["add-version"] = version + 1
        st.rerun()
    looked_at = st.selectbox(
        "Look at", range(len(edited)), key=f"add-look-{version}",
        format_func=lambda i: f"{i + 1}. {edited[i].article.title or edited[i].article.text.strip()[:80]}",
    )  # fmt: skip
    with st.container(border=True):
        preview.card(edited[looked_at].article)
    return [item for item in edited if item.add]


def show_tray(tray: Tray) -> None:
    """What was read: to be looked at, put right, and added."""
    st.subheader("Preview", anchor=False)
    if tray.refused:
        st.error(f"{tray.refused:,} could not be read" + (":" if len(tray.refusals) <= 5 else "; the first five:"))
        for refusal in tray.refusals[:5]:
            st.markdown(f"- {escape(str(refusal))}")
        if len(tray.refusals) > 5:
            downloads.button(pd.DataFrame({"problem": [str(r) for r in tray.refusals]}), "refused", "refused")
    if tray.notices:
        st.warning("Left out of what was read:")
        for notice in tray.notices[:5]:
            st.markdown(f"- {escape(str(notice))}")
        if len(tray.notices) > 5:
            downloads.button(pd.DataFrame({"left out": [str(n) for n in tray.notices]}), "left_out", "left-out")
    chosen: list[Item] = []
    if len(tray.items) == 1:
        chosen = [one(tray.items[0])]
    elif tray.items:
        chosen = several(tray)
    undated = sum(item.article.published is None for item in chosen)
    if undated:
        unknown = st.toggle(f"Add {undated:,} without a date as “date unknown”", key=f"add-unknown-{version}")
        if not unknown:
            chosen = [item for item in chosen if item.article.published]
    with st.container(horizontal=True):
        if st.button(
            f"Add {len(chosen):,} {'article' if len(chosen) == 1 else 'articles'}", key="add-add", type="primary",
            disabled=not chosen, icon=":material/add:",
        ):  # fmt: skip
            report_on(tray.refusals)
            queue(chosen)
            forget()
        if st.button("Discard", key="add-discard", icon=":material/close:"):
            forget()


def forget() -> None:
    """Let go of what was read."""
    memory.pop("tray", None)
    memory.pop("add-entries", None)
    memory["add-version"] = version + 1
    memory["add-entered"] = entered + 1
    st.rerun()


def show_report(outcomes: list[workspace.Outcome]) -> None:
    """What became of each item of the last adding."""
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


# -- the page ------------------------------------------------------------------------------------

shell.title("Add articles")
st.caption(
    "Your articles stay in this session: no other visitor sees them, and they are gone when you close the page, unless you "
    "download them. Every page, filter and download counts them."
)
if memory.get("add-queue"):
    work_off()
if memory.get("add-report"):
    show_report(memory["add-report"])
if own.articles:
    workspace_box()
WAYS = {"Paste text": paste, "Upload files": upload, "Addresses": addresses, "Feed": feed, "Open workspace": reopen}
for tab, way in zip(st.tabs(list(WAYS), key="add-way"), WAYS.values(), strict=True):
    with tab:
        way()
if "tray" in memory:
    show_tray(memory["tray"])
