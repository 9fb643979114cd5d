"""A Streamlit server of its own, for browser tests, screenshots and benchmarks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
_PATIENCE = 60.0  # seconds until a server answers


class Server(NamedTuple):
    """A running server: its address, its process number, and the moment (perf_counter) at which it was started."""

    address: str
    pid: int
    start: float


@contextmanager
def served(log: Path, app: Path = ROOT / "app.py", environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Serve an app on a free port of loopback until the block ends; what it says goes to ``log``.

    Raises
    ------
    RuntimeError
        Where it stops or does not answer within a minute; the message holds its log.
    """
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    start = perf_counter()
    with log.open("w") as out:
        process = subprocess.Popen(
            [
                sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port), "--server.headless", "true",
                "--server.address", "127.0.0.1", "--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false",
            ],
            cwd=ROOT, stdout=out, stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})},
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        while not _answers(address):
            if process.poll() is not None or perf_counter() - start > _PATIENCE:
                raise RuntimeError(f"The dashboard does not answer.\n{log.read_text()}")
            sleep(0.02)
        yield Server(address, process.pid, start)
    finally:
        process.terminate()
        process.wait(20)


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).close()
    except OSError:
        return False
    return True
