"""A list keeps no corpus in memory: a visitor's own articles are freed though their answers are kept."""

from __future__ import annotations

import gc
import weakref

from press.corpus.queries import Corpus
from press.questions import articles

from .conftest import ALL, tables


def test_a_list_holds_no_corpus() -> None:
    base = Corpus(tables("a1"), "base")
    own = base.with_extra(tables("a2"))
    found = articles.listed(own, ALL)
    assert found.total == 2
    held = weakref.ref(own)
    del own
    gc.collect()
    assert held() is None
    assert len(found.every(base)) == 1
