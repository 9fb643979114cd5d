"""Work counted in steps, not in seconds: the same on every machine and under every load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(call: Callable[[], Any]) -> int:
    """Lines of Python that a call executes. What a single regular expression does is not seen."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_linearly(call: Callable[[int], Any], small: int = 1_000, times: int = 4) -> bool:
    """Whether ``call(n)`` takes steps in proportion to ``n``; what grows with the square takes ``times`` as many more."""
    call(small)  # what is compiled at the first call
    less = steps(lambda: call(small))
    return steps(lambda: call(times * small)) < 1.5 * times * less
