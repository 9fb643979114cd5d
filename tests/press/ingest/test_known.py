"""What a corpus holds of an address."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from press.corpus.versions import Version
from press.ingest.known import Known


def test_what_was_there_before_is_found_and_replaced(tmp_path: Path) -> None:
    known = Known(tmp_path)
    known.extend(np.array([1, 2], np.uint64), np.array([11, 22], np.uint64), np.array([5, 6], np.uint64))
    known.add(1, Version(12, 7))
    assert (known.get(1), known.get(2), known.get(3)) == (Version(12, 7), Version(22, 6), None)
