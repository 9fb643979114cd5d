"""Corpora and articles in an object store: the real commands against an S3 server on loopback (moto)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import s3fs
from moto.server import ThreadedMotoServer

from press.article import Article
from press.corpus.opening import open_corpus
from press.corpus.queries import Corpus
from press.ingest.job import ingest
from press.readers import jsonl
from press.selection import Selection
from tests.conftest import ROOT
from tests.press.ingest.samples import assert_equal, make


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[s3fs.S3FileSystem]:
    """A file system with two empty buckets, ``news`` and ``bucket``."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "made-up",
        "AWS_SECRET_ACCESS_KEY": "made-up",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    files = s3fs.S3FileSystem()
    for bucket in ("news", "bucket"):
        files.mkdir(bucket)
    yield files
    for bucket in ("news", "bucket"):
        files.rm(bucket, recursive=True)
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


def command(*arguments: str, code: int = 0) -> str:
    """Output of ``python -m press`` with arguments, which ends with a code."""
    done = subprocess.run(
        [sys.executable, "-m", "press", *arguments], cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=120
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return done.stdout


def put(files: s3fs.S3FileSystem, path: str, articles: list[Article]) -> None:
    files.pipe_file(path, b"".join(map(jsonl.line, articles)))


def test_an_ingest_reads_from_and_writes_to_s3_as_on_this_machine(s3: s3fs.S3FileSystem, tmp_path: Path) -> None:
    articles = make(30)
    put(s3, "news/2021/a.jsonl", articles[:20])
    put(s3, "news/2021/b.jsonl", articles[10:])
    s3.pipe_file("news/2021/c.html", b"<html><body>")
    said = command("ingest", "s3://news/2021/", "--corpus", "s3://bucket/corpus", "--workers", "2", code=1)
    rows = {line.split()[0]: line.split(maxsplit=1)[1] for line in said.splitlines()[:4]}
    assert (rows["added"], rows["refused"]) == ("30", "1")
    assert rows["duplicates"].startswith("10 ")
    ingest(articles, tmp_path / "c", workers=1)
    assert_equal(open_corpus("s3://bucket/corpus"), open_corpus(tmp_path / "c"))

    put(s3, "news/2022/a.jsonl", make(5, seed=2))
    command("ingest", "s3://news/2022/a.jsonl", "--corpus", "s3://bucket/corpus", "--workers", "1")
    assert open_corpus("s3://bucket/corpus").count() == (35, 35)


def test_a_large_corpus_in_s3_is_indexed_on_this_machine(
    s3: s3fs.S3FileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("press.corpus.index_file.IN_MEMORY", 10)
    ingest(make(30), "s3://bucket/corpus", workers=1)
    opened: Corpus = open_corpus("s3://bucket/corpus", store=tmp_path)
    assert [p.suffix for p in tmp_path.iterdir()] == [".duckdb"]
    assert opened.count(Selection(words="sample")) == (30, 30)
