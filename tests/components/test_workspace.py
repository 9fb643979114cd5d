"""A visitor's own articles: parsed, counted, corrected, kept by download, and nobody else's."""

from __future__ import annotations

import gc
import json
from datetime import date

import pytest

from components import workspace as module
from components.workspace import Workspace, adopted
from press.__main__ import main
from press.article import Article
from press.corpus import corrections
from press.corpus.building import tables_of
from press.corpus.corrections import Correction
from press.corpus.opening import open_corpus
from press.corpus.queries import Corpus
from press.questions import articles
from press.readers import read_bytes
from press.selection import Selection

TEXT = (
    "Russian Foreign Minister Boris Example met Serbian President Anna Sample in Belgrade on 12 May 2024. "
    "“We signed the contract for the supply of gas,” said {}."
)


def article(number: int, speaker: str = "Anna Sample", **more) -> Article:
    own = {"url": f"https://example.org/{number}", "title": f"Talks {number}", "published": date(2024, 5, number)}
    text = TEXT.format(speaker) + f" It was meeting {number}."  # or one would repeat the other
    return Article(text, **{**own, "date_basis": "given", **more})


@pytest.fixture
def base() -> Corpus:
    return Corpus(tables_of([article(1), article(2)]), "base")


def speakers(corpus: Corpus) -> list[str]:
    found = corpus.sql("SELECT speaker FROM statements JOIN articles USING (article_id) ORDER BY published, start")
    return found["speaker"].tolist()


def test_own_articles_are_counted_with_the_shared_ones_or_instead_of_them(base) -> None:
    own = Workspace()
    assert own.corpus(base) is base
    assert [o.outcome for o in own.add([article(3, "Carl Test")])] == ["added"]
    assert own.corpus(base).count()[1] == 3
    assert own.corpus(base) is own.corpus(base)
    assert own.is_ready(base)
    assert speakers(own.corpus(base)) == ["Anna Sample", "Anna Sample", "Carl Test"]
    assert own.corpus(base).count(Selection(actors=("Carl Test",))) == (1, 3)
    own.instead = True
    assert not own.is_ready(base)
    assert own.corpus(base).count()[1] == 1
    own.remove(list(own.articles))
    assert own.corpus(base) is base
    assert base.count()[1] == 2


def test_an_article_of_the_same_address_takes_the_place_of_the_earlier_one(base) -> None:
    own = Workspace()
    outcomes = own.add([article(2, "Carl Test"), article(3), article(3), article(3, "Dora Test")])
    assert [o.outcome for o in outcomes] == ["added", "added", "unchanged", "replaced"]
    assert [o.outcome for o in own.add([article(3, "Ella Test"), article(2, "Carl Test")])] == ["replaced", "unchanged"]
    assert speakers(own.corpus(base)) == ["Anna Sample", "Carl Test", "Ella Test"]


def test_a_faulty_article_stops_none_of_the_others(base, monkeypatch) -> None:
    def parse(given: Article):
        if "2" in given.title:
            raise RuntimeError
        return original(given)

    original = module.parse
    monkeypatch.setattr(module, "parse", parse)
    own = Workspace()
    outcomes = own.add([article(1), article(2), article(3)])
    assert [o.outcome for o in outcomes] == ["added", "refused", "added"]
    assert outcomes[1].why == "it cannot be parsed (RuntimeError)"
    assert len(own.articles) == 2


def test_the_workspace_has_limits(monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST_ARTICLES", 2)
    own = Workspace()
    assert [o.outcome for o in own.add([article(1), article(2), article(3)])] == ["added", "added", "refused"]
    assert [o.outcome for o in own.add([article(4), article(2, "Carl Test")])] == ["refused", "replaced"]
    monkeypatch.setattr(module, "MOST_CHARACTERS", own.characters + 10)
    (outcome,) = own.add([article(1, "Carl Test " * 100)])
    assert "the workspace is full" in outcome.why


def test_an_article_of_the_shared_corpus_is_corrected_for_this_visitor_alone(base) -> None:
    own = Workspace()
    row = base.sql("SELECT * FROM articles ORDER BY published").iloc[0].to_dict()
    said = base.sql('SELECT start, "end" FROM statements WHERE article_id = ?', None, [row["article_id"]]).iloc[0]
    place = (int(said["start"]), int(said["end"]))
    own.correct(row, [Correction("statements", "speaker", "Carl Test", *place)])
    own.correct(row, [Correction("statements", "label", "negative", *place)])
    seen = own.corpus(base)
    assert seen.count()[1] == 2
    assert speakers(seen) == ["Carl Test", "Anna Sample"]
    found = seen.sql("SELECT label, s.basis FROM statements s WHERE speaker = 'Carl Test'")
    assert found.values.tolist() == [["negative", "hand"]]
    assert speakers(base) == ["Anna Sample", "Anna Sample"]
    own.uncorrect(row, base)
    assert own.articles == {}
    own.add([article(1, "Dora Test")])
    own.correct(row, [Correction("statements", "speaker", "Carl Test", *place)])
    own.uncorrect(row, base)
    assert speakers(own.corpus(base)) == ["Dora Test", "Anna Sample"]


def test_the_download_opens_again_as_the_same_workspace(base) -> None:
    own = Workspace()
    odd = article(4, extra={"id": 7, "note": "half a pair: \ud800"}, author="A. Author", language="en", abstract=True)
    own.add([article(3), odd, article(5, url="", published=None, date_basis="unknown", title="Без адресе")])
    row = articles.article(own.corpus(base), article(3).article_id)
    own.correct(row, [Correction("articles", "topics", ["kosovo"])])
    again = Workspace()
    items = list(read_bytes(own.download(), "workspace.jsonl"))
    assert [o.outcome for o in again.add(items)] == ["added"] * 3
    assert list(again.articles) == list(own.articles)
    assert [a.extra.get("corrections") for a in again.articles.values()] == [
        [{"table": "articles", "field": "topics", "value": ["kosovo"], "basis": "hand"}], None, None,
    ]  # fmt: skip
    assert again.articles[odd.article_id].extra["id"] == 7
    assert again.download() == own.download()
    for table in ("articles", "statements", "events", "stories"):
        query = f"SELECT * FROM {table} ORDER BY ALL"
        assert again.corpus(base).sql(query).equals(own.corpus(base).sql(query))


def test_ingest_takes_the_download_over(base, tmp_path) -> None:
    own = Workspace()
    own.add([article(3), article(4, "Dora Test")])
    row = articles.article(own.corpus(base), article(3).article_id)
    said = articles.statements_of(own.corpus(base), row["article_id"]).iloc[0]
    own.correct(row, [Correction("statements", "speaker", "Carl Test", int(said["start"]), int(said["end"]))])
    (tmp_path / "workspace.jsonl").write_bytes(own.download())
    assert main(["ingest", str(tmp_path / "workspace.jsonl"), "--corpus", str(tmp_path / "c"), "--workers", "1"]) == 0
    ingested = open_corpus(tmp_path / "c")
    assert speakers(ingested) == ["Carl Test", "Dora Test"]
    own.instead = True
    query = "SELECT * EXCLUDE (story_id) FROM events ORDER BY ALL"
    assert ingested.sql(query).equals(own.corpus(base).sql(query))


def test_an_article_taken_over_from_a_corpus_is_the_one_that_was_read(base) -> None:
    for given in (
        article(1, outlet="Daily Test"),
        article(1, outlet="Daily Test", published=None, date_basis="unknown", author="A", abstract=True),
    ):
        row = articles.article(Corpus(tables_of([given]), "x"), given.article_id)
        taken = adopted(row)
        assert taken.language == "en"
        taken.language = given.language
        assert taken == given
    made = corrections.write([Correction("articles", "topics", ["gas"])])
    corrected = article(1, extra={"corrections": made})
    row = articles.article(Corpus(tables_of([corrected]), "x"), corrected.article_id)
    assert adopted(row).extra == {"corrections": made}


def test_two_workspaces_know_nothing_of_each_other_and_leave_nothing_behind(base) -> None:
    one, other = Workspace(), Workspace()
    one.add([article(3, "Carl Test")])
    other.add([article(4, "Dora Test")])
    assert "Carl Test" not in speakers(other.corpus(base))
    assert "Dora Test" not in speakers(one.corpus(base))
    assert one.corpus(base).name != other.corpus(base).name
    schemas = (
        "SELECT count(DISTINCT schema_name) AS n FROM information_schema.schemata WHERE schema_name LIKE 'extra_%'"
    )
    assert base.sql(schemas)["n"][0] == 2
    del one
    gc.collect()
    assert base.sql(schemas)["n"][0] == 1
    assert (
        json.dumps(base.sql("SELECT title FROM articles ORDER BY title")["title"].tolist()) == '["Talks 1", "Talks 2"]'
    )
