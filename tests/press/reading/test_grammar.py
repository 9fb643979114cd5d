"""The grammar of every vocabulary language is stated in its file."""

import pytest

from press.reading.grammar import grammar
from press.vocabulary import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_what_the_rules_cannot_do_without(language: str) -> None:
    g = grammar(language)
    assert g.plain_complementisers <= g.complementisers
    assert g.near_complementisers <= g.complementisers
    assert g.noun_reach > 0
    # Finite verbs are known by a list, or by the endings of other forms; the rules for bare clauses need the list.
    assert bool(g.finite) != bool(g.not_finite)
    assert bool(g.finite) or not g.zero_complementiser


def test_of_a_noun_with_its_complementiser_the_noun_is_the_cue() -> None:
    assert "tvrdnja" in grammar("sr").nouns
