"""Ingest on a real Dask cluster: a scheduler and two workers on loopback, one of which is killed midway."""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from press.corpus.opening import open_corpus
from press.ingest.job import ingest
from press.ingest.report import Report
from press.ingest.workers import IngestError
from tests.conftest import ROOT
from tests.press.ingest.samples import assert_equal, assert_whole, make

needs_dask = pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="Dask is not installed")
WORKER = ["worker", "--no-nanny", "--nthreads", "1", "--nworkers", "1", "--no-dashboard", "--host", "127.0.0.1"]


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def dask(*arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )  # fmt: skip


@pytest.fixture
def cluster(tmp_path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Address of a scheduler, and its two worker processes."""
    from distributed import Client

    address = f"tcp://127.0.0.1:{free_port()}"
    scheduler = dask("scheduler", "--host", "127.0.0.1", "--port", address.rsplit(":", 1)[1], "--no-dashboard")
    workers = [dask(*WORKER, "--local-directory", str(tmp_path / f"worker{i}"), address) for i in range(2)]
    try:
        with Client(address, timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


@needs_dask
@pytest.mark.slow
def test_twenty_thousand_articles_with_a_worker_killed_midway(cluster, tmp_path) -> None:
    address, workers = cluster
    articles = make(20_000)
    killed: list[int] = []

    def kill_one_midway(report: Report) -> None:
        if report.added >= 5_000 and not killed:
            os.kill(workers[0].pid, signal.SIGKILL)
            killed.append(report.added)

    report = ingest(articles, tmp_path / "cluster", scheduler=address, progress=kill_one_midway)
    assert workers[0].wait(10) == -signal.SIGKILL
    assert killed
    assert killed[0] < 15_000
    assert (report.added, report.refused) == (20_000, 0)
    ingest(articles, tmp_path / "single")
    cluster_made, single = open_corpus(tmp_path / "cluster"), open_corpus(tmp_path / "single")
    assert cluster_made.count() == (20_000, 20_000)
    assert_whole(cluster_made)
    assert_equal(cluster_made, single)


@needs_dask
def test_a_scheduler_that_is_not_there_is_said_plainly(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("press.ingest.workers.SECONDS_TO_CONNECT", 1)
    start = time.monotonic()
    with pytest.raises(IngestError, match="no Dask scheduler answers"):
        ingest(make(1), tmp_path / "c", scheduler=f"tcp://127.0.0.1:{free_port()}")
    assert time.monotonic() - start < 20
