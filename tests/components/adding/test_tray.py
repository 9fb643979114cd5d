"""What is about to be added: fields as the visitor changes them, days that are offered and never assumed."""

from __future__ import annotations

from datetime import date

import pytest

from components.adding.tray import Item, Tray
from press.article import Article

UNDATED = Article("Anna Sample came on 12 May 2024.", "Talks", "https://example.org/2024/05/11/talks")


def test_days_are_suggested_for_undated_articles_only() -> None:
    assert [c.day for c in Item.of(UNDATED).candidates] == [date(2024, 5, 11), date(2024, 5, 12)]
    assert Item.of(UNDATED).article.published is None
    assert Item.of(Article("On 12 May 2024.", published=date(2024, 1, 1))).candidates == []


@pytest.mark.parametrize(
    ("given", "day", "basis"),
    [
        (date(2024, 5, 12), date(2024, 5, 12), "inferred"),
        ("2024-05-12", date(2024, 5, 12), "inferred"),
        ("2024-05-12T00:00:00.000", date(2024, 5, 12), "inferred"),
        ("2023-01-02", date(2023, 1, 2), "given"),
        (None, None, "unknown"),
        ("", None, "unknown"),
    ],
)
def test_a_day_that_was_suggested_is_inferred_and_another_given(given, day, basis) -> None:
    item = Item.of(UNDATED).edited({"published": given})
    assert (item.article.published, item.article.date_basis) == (day, basis)


def test_a_day_that_the_source_tells_keeps_its_basis_unless_it_is_changed() -> None:
    item = Item.of(Article("A text.", published=date(2024, 1, 1), date_basis="metadata"))
    assert item.edited({"published": date(2024, 1, 1)}).article.date_basis == "metadata"
    assert item.edited({"published": date(2024, 1, 2)}).article.date_basis == "given"
    assert item.edited({"published": None}).article.date_basis == "unknown"


def test_fields_are_changed_and_the_original_stays() -> None:
    item = Item.of(UNDATED)
    new = item.edited({"title": " New ", "outlet": "TASS", "url": None, "language": "Serbian", "add": False})
    assert (new.article.title, new.article.outlet, new.article.url, new.article.language) == ("New", "TASS", "", "sr")
    assert not new.add
    assert item.article == UNDATED and item.add


def test_suggestions_are_accepted_only_for_articles_that_are_to_be_added() -> None:
    tray = Tray([Item.of(UNDATED), Item.of(UNDATED).edited({"add": False}), Item.of(Article("No day here."))])
    assert sum(item.article.published is None for item in tray.items) == 3
    tray.accept_suggestions()
    assert [i.article.published for i in tray.items] == [date(2024, 5, 11), None, None]
    assert [i.add for i in tray.items] == [True, False, True]
