"""An ingest that is killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from press.corpus.opening import open_corpus
from press.corpus.store import Store
from tests.conftest import ROOT
from tests.press.ingest.samples import assert_equal, assert_whole

FORKER = """
import os, signal, sys, time
import duckdb
from press.ingest import job, publish
from press.reading.parse import parse
from tests.press.ingest.samples import make
job.BATCH_ARTICLES, job.MOST_SMALL, publish.MOST_STORY_PARTS = 2, 3, 2
articles = make(12)
parse(articles[0])  # vocabulary is loaded once, each trial is a fork
print("ready", flush=True)
for line in sys.stdin:
    folder, delay = line.split()
    start = time.monotonic()
    child = os.fork()
    if not child:
        job.ingest(articles, folder, workers=1)
        os._exit(0)
    if delay != "never":
        time.sleep(float(delay))
        os.kill(child, signal.SIGKILL)
    print(os.waitpid(child, 0)[1], time.monotonic() - start, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are POSIX")
def test_killed_at_a_hundred_random_moments_it_opens_whole_and_loses_nothing(tmp_path) -> None:
    rng = random.Random(7)
    forker = subprocess.Popen(
        [sys.executable, "-c", FORKER], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert forker.stdin and forker.stdout
    assert forker.stdout.readline() == "ready\n"

    def run(folder: Path, kill_after: float | str = "never") -> tuple[int, float]:
        forker.stdin.write(f"{folder} {kill_after}\n")
        forker.stdin.flush()
        status, seconds = forker.stdout.readline().split()
        return int(status), float(seconds)

    run(tmp_path / "first")
    status, length = run(tmp_path / "whole")
    assert status == 0
    whole = open_corpus(tmp_path / "whole")
    assert whole.count() == (12, 12)
    killed = tries = 0
    folder = tmp_path / "c0"
    while killed < 100:
        status, _ = run(folder, rng.uniform(0, length * 1.1))
        killed += status == signal.SIGKILL
        tries += 1
        if Store(folder).exists() and Store(folder).manifest().parts:
            assert_whole(open_corpus(folder))
        if status == 0 or tries == 8:  # this one ends here: it must be as if nothing had been killed
            assert run(folder)[0] == 0
            assert_equal(open_corpus(folder), whole)
            folder, tries = tmp_path / f"c{killed}", 0
    assert run(folder)[0] == 0
    assert_equal(open_corpus(folder), whole)
    forker.stdin.close()
    assert forker.wait(10) == 0
