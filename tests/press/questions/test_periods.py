"""Periods stand in queries: nothing else may."""

from __future__ import annotations

from datetime import date

import pytest

from press.questions import periods


@pytest.mark.parametrize("period", ["", "Month", "decade", "day', published); DROP TABLE all_articles; --"])
def test_what_is_no_period_is_refused(period) -> None:
    for asked in (periods.checked, periods.start_of, lambda p: periods.During(p, date(2024, 5, 1))):
        with pytest.raises(ValueError, match="there is no period"):
            asked(period)
