"""Every identifier has a name to show."""

from __future__ import annotations

import re

from components import labels


def test_identifiers_have_names() -> None:
    for name, label in labels.all_labels().items():
        assert label and label != name, name
        assert not re.search(r"_", label)
    for name, label in labels.event_labels().items():
        assert "_" not in label and label[0].isupper(), name


def test_countries_have_names() -> None:
    assert labels.country("RS") == "Serbia"
    assert labels.country("ZZ") == "ZZ"


def test_an_unknown_date_is_said() -> None:
    assert labels.date("") == "date unknown"
    assert labels.date("2024-05") == "2024-05"
