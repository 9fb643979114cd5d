"""About: what this is, what the corpus holds, the method, how good it is, and its limits."""

from __future__ import annotations

import json
from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import downloads, labels, navigation, state
from components.text import many
from press.evaluation.report import RESULT, SECOND_ANNOTATOR, TASKS
from press.questions import coverage
from press.reading.events import events

navigation.title("About")
first, last = state.ask_under(state.EVERYTHING, coverage.span)
_, total = state.count()
st.markdown(
    f"""
The **Serbia–Russia Monitor** shows how the press covers relations between Serbia and Russia: what happened and when, who said
what about whom and in what tone, and which outlets in which languages cover it. Every figure leads to the sentences it comes from.

**The corpus** counted here holds {many(total, "article")} from {first} to {last}. The press review that comes with the dashboard is made of
abstracts, written for this project in its own words, of real articles; each links to the original, and quotations stand as published.
It is a selection, not a sample: counts say what is in the review, not how much was published. Licence of its texts: CC BY 4.0.
"""
)


def counted(column: str, heading: str, called: str, names: Callable[[str], str | None], key: str) -> None:
    """A table of the corpus's articles by language or group, with its download."""
    st.subheader(heading)
    table = state.ask_under(state.EVERYTHING, coverage.values, column)
    table["value"] = table["value"].map(names)
    st.dataframe(
        table, hide_index=True, height="content", column_config={"value": called, "articles": "Articles"},
        alt=f"Articles by {called.lower()}",
    )  # fmt: skip
    downloads.button(table, key, key)


left, right = st.columns(2, gap="large")
with left:
    counted("language", "What the corpus holds", "Language", labels.language, "languages")
with right:
    counted("outlet_group", "Groups of outlets", "Group of outlets", labels.group_labels().get, "groups")

st.subheader("How good it is", anchor="quality")
if RESULT.exists():
    quality = json.loads(RESULT.read_text(encoding="utf8"))
    parts = {"Held out from tuning": quality["held out"], "All labels": quality["all"]}
    parts |= {labels.language(k): v for k, v in quality["languages"].items()}
    measured = {t: named for t, named in TASKS.items() if t in quality["all"]}
    table = pd.DataFrame(
        {"Step": [label for label, _ in measured.values()], "Labels": [quality["all"][t]["labels"] for t in measured]}
        | {n: [part.get(t, {}).get(m) for t, (_, m) in measured.items()] for n, part in parts.items()}
        | {"Two annotators": [SECOND_ANNOTATOR.get(t) for t in measured]}
    )
    score = st.column_config.NumberColumn(format="%.2f")
    st.dataframe(
        table, hide_index=True, height="content", column_config=dict.fromkeys(parts, score), placeholder="–",
        alt="Measured quality by step: number of labels, score on all, on those held out, by language, and how far two annotators agreed",
    )  # fmt: skip
    downloads.button(table, "quality", "quality")
    st.caption(
        f"Measured on {quality['measured']} against hand labels of {quality['all']['articles']} articles "
        f"({quality['all']['statements']['labels']} statements, {quality['all']['events']['labels']} events); F1 where not said otherwise, "
        "1.00 is perfect. Rules and weights were fitted to the other labels: what was held out tells what to expect of new articles. The last column is how far two annotators agreed."
    )
else:
    st.info("Not measured yet: run `python -m press evaluate --save`.")

st.subheader("Method")
st.markdown(
    """
The parser uses no neural model: what it knows about language and politics are word lists that anybody can read and mend, in
`data/vocabulary`. It cuts a text into sentences and sections; finds quotation marks of every typography, verbs of speech and phrases
such as “according to”; takes the clause they govern as the statement, and the subject beside them as its speaker, through pronouns and
offices (by the day of publication). Small logistic models, whose weights are learned from hand labels, decide the rest from what can be
pointed at: the tone of a statement from its tone words, with negation, intensifiers and contrast, as P(positive) − P(negative), from −1
to 1; its stance toward each party from the words about it; an article's topics from phrases and where they stand; its events
from words for the event, their place, date and actors. Days without a year are read from the day of publication; an
article without a date stays “date unknown”.
"""
)
st.subheader("Types of event")
types = pd.DataFrame(
    [{"Type": v["label"], "CAMEO code": v["cameo"] or "no code of its own"} for v in events.types().values()]
)
st.caption(
    "Codes of CAMEO (Schrodt 2012). A code with a stroke names the two that the type takes together; where the codebook has no code "
    "for what the press reports, the type has none."
)
st.dataframe(types, hide_index=True, height="content", width=460, alt="Types of event with their CAMEO codes")
downloads.button(types, "event-types", "event-types")
st.subheader("Limits", anchor="limits")
st.markdown(
    """
- Speech without quotation marks and without a verb of speech is often missed.
- Irony is read as it is written. A tone is that of the words, not of the event.
- Languages other than English, Serbian, Russian and Ukrainian are read for quotation marks and names only.
- The same event told with different dates or without shared names counts as two.
"""
)
