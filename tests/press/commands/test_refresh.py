"""``python -m press refresh``: what it adds, prints and keeps; and the workflow that runs it."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import pytest
import yaml

from press.article import Article
from press.commands import refresh as command
from press.gather.visitor import Visitor
from press.readers import read_path
from tests.conftest import ROOT
from tests.press.gather.news import Slept
from tests.press.server import Server


def toml(server: Server, path: Path, *paths: str) -> Path:
    path.write_text(
        "".join(
            f'[[feed]]\noutlet = "Sample News"\ncountry = "GB"\ngroup = "other"\nlanguage = "en"\nurl = "{server.url(p)}"\n'
            for p in paths
        )
    )
    return path


def options(tmp_path: Path, feeds_file: Path, **more) -> argparse.Namespace:
    return argparse.Namespace(
        **{
            "feeds": feeds_file,
            "articles": tmp_path / "articles",
            "corpus": None,
            "state": tmp_path / "state.json",
            "minutes": 1,
            "dry_run": False,
        }
        | more
    )


def test_the_command_adds_to_the_files_of_a_year_and_a_second_run_adds_nothing(server, tmp_path, capsys) -> None:
    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed", "/none"))
    visitor = Visitor(sleep=Slept(), allow_loopback=True)
    assert command.run(chosen, visitor) == 0
    printed = capsys.readouterr().out
    assert "1 × the server answers 404 Not Found" in printed
    path = tmp_path / "articles" / "feeds-2024.jsonl"
    (article,) = read_path(path)
    assert isinstance(article, Article)
    assert (article.published, article.date_basis, article.abstract, article.outlet) == (
        date(2024, 5, 9),
        "metadata",
        True,
        "Sample News",
    )
    before = path.read_bytes()
    (tmp_path / "state.json").unlink()
    assert command.run(chosen, Visitor(sleep=Slept(), allow_loopback=True)) == 0
    assert path.read_bytes() == before


def test_a_dry_run_writes_nothing(server, tmp_path) -> None:
    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed"), dry_run=True)
    assert command.run(chosen, Visitor(sleep=Slept(), allow_loopback=True)) == 0
    assert [p.name for p in tmp_path.iterdir()] == ["feeds.toml"]


def test_an_interrupted_run_keeps_what_it_has(server, tmp_path) -> None:
    class Stopping(Visitor):
        def fetch(self, url, headers=None):
            if url.endswith("/bridge"):
                raise KeyboardInterrupt
            return super().fetch(url, headers)

    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed"))
    with pytest.raises(KeyboardInterrupt):
        command.run(chosen, Stopping(sleep=Slept(), allow_loopback=True))
    assert len(list(read_path(tmp_path / "articles" / "feeds-2024.jsonl"))) == 1
    assert (tmp_path / "state.json").exists()


def test_new_articles_are_brought_into_a_corpus_as_well(server, tmp_path) -> None:
    from press.corpus.opening import open_corpus

    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed"), corpus=str(tmp_path / "corpus"))
    assert command.run(chosen, Visitor(sleep=Slept(), allow_loopback=True)) == 0
    frame = open_corpus(tmp_path / "corpus").frame("articles")
    assert list(frame["title"]) == ["Gas talks of Serbia and Russia"]


def test_where_no_feed_can_be_read_the_command_fails(server, tmp_path) -> None:
    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/none"))
    assert command.run(chosen, Visitor(sleep=Slept(), allow_loopback=True)) == 1


def test_the_corpus_takes_the_new_articles(server, tmp_path) -> None:
    from press.corpus.opening import open_corpus

    chosen = options(tmp_path, toml(server, tmp_path / "feeds.toml", "/feed"))
    command.run(chosen, Visitor(sleep=Slept(), allow_loopback=True))
    corpus = open_corpus(tmp_path / "articles", store=tmp_path / "store")
    frame = corpus.frame("articles")
    assert list(frame["outlet"]) == ["Sample News"]
    assert list(frame["date_basis"]) == ["metadata"]


def test_the_workflow_runs_the_command_on_a_schedule_and_commits() -> None:
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / "refresh.yml").read_text(encoding="utf8"))
    on = flow[True] if True in flow else flow["on"]
    assert on["schedule"] and "workflow_dispatch" in on
    assert flow["permissions"] == {"contents": "write"}
    (job,) = flow["jobs"].values()
    commands = "\n".join(step.get("run", "") for step in job["steps"])
    assert "python -m press refresh" in commands
    assert "git commit" in commands and "git push" in commands
