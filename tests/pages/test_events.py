"""The page Events."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from components import labels
from components.text import escape
from press.corpus.queries import Corpus

from .conftest import charts, links, said


def _story(corpus: Corpus, condition: str) -> str:
    return str(corpus.sql(f"SELECT story_id FROM stories WHERE {condition} ORDER BY outlets DESC")["story_id"][0])


def test_the_timeline_has_the_dated_events_of_the_corpus(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    app = dashboard("events", as_="all")
    drawn = [story for trace in charts(app)[0] for story in trace["customdata"]]
    dated = corpus.sql("SELECT story_id FROM stories WHERE day IS NOT NULL")["story_id"]
    assert sorted(drawn) == sorted(dated)
    table = app.dataframe[0].value
    assert len(table) == len(corpus.sql("SELECT story_id FROM stories"))
    assert "date unknown" in set(table["date"])
    assert set(table["type"]) <= set(labels.event_labels().values())


def test_the_table_tells_in_which_languages_an_event_is_reported(
    dashboard: Callable[..., AppTest], corpus: Corpus
) -> None:
    table = dashboard("events", type="agreement").dataframe[0].value
    reported = corpus.sql(
        "SELECT DISTINCT language FROM events JOIN articles USING (article_id) WHERE story_id = ?", None,
        [_story(corpus, "type = 'agreement' AND date = '2024-05-06'")],
    )  # fmt: skip
    (shown,) = table[table["date"] == "2024-05-06"].nlargest(1, "outlets")["languages"]
    assert set(shown) == set(reported["language"].map(labels.language)) == {"English", "Serbian"}


def test_a_larger_mark_is_reported_by_more_outlets(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    (trace,) = (t for t in charts(dashboard("events"))[0] if t["name"] == "Reported")
    size = dict(zip(trace["customdata"], trace["marker"]["size"], strict=True))
    outlets = corpus.sql("SELECT story_id, outlets FROM stories").set_index("story_id")["outlets"]
    most, least = outlets.idxmax(), outlets.loc[list(size)].idxmin()
    assert outlets[most] > outlets[least]
    assert size[most] > size[least]


def test_types_narrow_the_events(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    app = dashboard("events", type="agreement", as_="all")
    assert set(app.dataframe[0].value["type"]) == {"Agreement"}
    assert len(app.dataframe[0].value) == len(corpus.sql("SELECT 1 FROM stories WHERE type = 'agreement'"))
    none = dashboard("events", type="expulsion")
    assert "No event fits" in said(none)


def test_an_event_shows_every_report_of_it(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    story = _story(corpus, "type = 'agreement' AND date = '2024-05-06'")
    reports = corpus.sql("SELECT DISTINCT sentence, article_id FROM events WHERE story_id = ?", None, [story])
    assert len(reports) > 1
    app = dashboard("events", story=story)
    text = said(app)
    assert "Agreement · 2024-05-06" in text
    for outlet in ("Morning Example", "Evening Example"):
        assert outlet in text
    assert {escape(sentence) for sentence in reports["sentence"]} <= {m.value for m in app.markdown}
    assert {f"article={a}" for a in reports["article_id"]} <= {q for p, q in links(app) if p == "articles"}
    assert any("in these articles" in e.label for e in app.expander)


def test_an_event_outside_of_the_selection_says_so(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    story = _story(corpus, "date = '2024-05-06'")
    assert "not in the selection" in said(dashboard("events", story=story, topic=["kosovo"]))
    assert "not in the selection" in said(dashboard("events", story="no such"))


def test_an_event_is_closed(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    app = dashboard("events", story=_story(corpus, "date = '2024-05-06'"))
    next(b for b in app.button if b.label == "Close").click().run()
    assert "story" not in app.query_params
    assert "Actors:" not in said(app)
