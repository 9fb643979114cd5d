"""Which reading of a phrase fits where it stands."""

from __future__ import annotations

from tests.press.parsing import names


def test_an_outlet_with_a_number_in_its_name_is_known_in_small_letters() -> None:
    assert "B92" in names("Ana Primer spoke in Belgrade, news agency b92 reports.")
    assert "Politika" not in names("Ana Primer je rekla da politika nije njena stvar.", "sr")
