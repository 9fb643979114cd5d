"""JSON with faults: what is sound in it is read."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.readers import loose_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(VALUES)
def test_sound_json_is_read_as_it_is(value) -> None:
    assert loose_json.value(json.dumps(value)) == value
    assert loose_json.value(json.dumps(value, indent=1, ensure_ascii=False)) == value


@given(st.lists(st.dictionaries(st.sampled_from("abc"), VALUES, min_size=1, max_size=3), min_size=1, max_size=4))
def test_documents_in_a_row(values) -> None:
    for between in ("", "\n", " ", ",\n", "\x1e"):
        assert list(loose_json.values(between.join(map(json.dumps, values)))) == values


@given(
    st.lists(st.dictionaries(st.sampled_from(["x", "y"]), st.text(max_size=8), max_size=2), min_size=1, max_size=5),
    st.data(),
)
def test_one_broken_object_costs_itself_only(rows, data) -> None:
    written = [json.dumps({"key": "v"} | row) for row in rows]
    broken = data.draw(st.integers(0, len(rows) - 1))
    written[broken] = '{"key": "a "quoted" word"}'
    found = list(loose_json.pieces("[" + ",\n".join(written) + "]"))
    assert [isinstance(f, loose_json.Fault) for f in found] == [i == broken for i in range(len(rows))]
    assert [f for i, f in enumerate(found) if i != broken] == [
        {"key": "v"} | r for i, r in enumerate(rows) if i != broken
    ]
    fault = found[broken]
    assert isinstance(fault, loose_json.Fault) and fault.line == broken + 1


@given(st.text('{}[]",:\\ axu1\n', max_size=200))
def test_any_text_is_taken(text) -> None:
    list(loose_json.values(text))
    list(loose_json.pieces(text))
    try:
        loose_json.value(text)
    except (ValueError, RecursionError) as error:
        assert loose_json.problem(error).startswith("is no JSON")


@pytest.mark.parametrize("unit", ['{"a":', '{"a":1},', "[", '"', "\\", ",", '{"a":"\\&"},{', "  ,", '{"a":{"a":{"a":'])
def test_long_texts_take_no_longer_than_they_are_long(unit) -> None:
    text = '[{"a": 1}, ' + unit * (500_000 // len(unit))
    start = time.process_time()
    list(loose_json.pieces(text))
    list(loose_json.values(text))
    assert time.process_time() - start < 20
