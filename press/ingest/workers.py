"""Who parses: processes on this machine, a Dask cluster, or the process that reads."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.context import BaseContext

SECONDS_TO_CONNECT = 20


class IngestError(RuntimeError):
    """An ingest cannot go on; what was done so far is kept."""


def _start_worker() -> None:
    """A worker leaves Ctrl-C to the process that reads, and ends when that process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from multiprocessing import parent_process

    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def executor(workers: int | None, scheduler: str | None) -> Iterator[tuple[Executor | None, int]]:
    """Who parses (None: this process), and how many batches may wait for it."""
    if scheduler:
        try:
            from distributed import Client
        except ImportError:
            raise IngestError("--scheduler needs Dask: pip install -r requirements-cluster.txt") from None
        try:
            client = Client(scheduler, timeout=SECONDS_TO_CONNECT)
        except (OSError, ValueError) as error:
            raise IngestError(f"{scheduler}: no Dask scheduler answers ({error})") from error
        with client:
            threads = sum(client.nthreads().values())
            yield client.get_executor(retries=5, pure=False), 2 * max(1, threads)
        return
    count = workers or _cores()
    if count == 1:
        yield None, 0
        return
    from multiprocessing import get_all_start_methods, get_context

    if "forkserver" in get_all_start_methods():
        from multiprocessing.forkserver import ensure_running, set_forkserver_preload

        context: BaseContext = get_context("forkserver")
        set_forkserver_preload(["press.ingest.preload"])
        ensure_running()
    else:
        context = get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_start_worker)
    try:
        yield pool, 2 * count + 2
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
