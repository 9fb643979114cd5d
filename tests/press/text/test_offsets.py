"""The way back from an edited text to the text as given."""

from hypothesis import given
from hypothesis import strategies as st

from press.text.offsets import Edit, Traced


def test_a_text_without_edits_is_where_it_was() -> None:
    traced = Traced("gas")
    assert traced.edited([]) is traced
    assert not traced.moved
    assert traced.span(1, 3) == (1, 3)


def test_edits_of_one_length_move_nothing() -> None:
    traced = Traced("gas and oil").edited([(3, 4, "\n"), (7, 8, "\n")])
    assert traced.text == "gas\nand\noil"
    assert not traced.moved


def test_what_is_dropped_belongs_to_no_word() -> None:
    traced = Traced("-Pro--bić-").edited([(0, 1, ""), (4, 6, ""), (9, 10, "")])
    assert traced.text == "Probić"
    assert traced.span(0, 6) == (1, 9)  # neither what stood before nor what stood after
    assert traced.span(0, 3) == (1, 4)
    assert traced.span(3, 6) == (6, 9)
    assert traced.span(2, 4) == (3, 7)


def test_what_became_one_character_is_kept_whole() -> None:
    traced = Traced("Probic+ &amp; oﬃce").edited([(5, 7, "ć"), (8, 13, "&"), (15, 16, "ffi")])
    assert traced.text == "Probić & office"
    assert traced.span(0, 6) == (0, 7)
    assert traced.span(7, 8) == (8, 13)
    assert traced.span(10, 11) == (15, 16)  # a letter out of a ligature is the ligature
    assert traced.span(9, 15) == (14, 18)


def test_edits_of_edits_lead_back_to_the_first_text() -> None:
    traced = Traced("a&shy;b c").edited([(1, 6, "-")]).edited([(1, 2, "")])
    assert traced.text == "ab c"
    assert [traced.span(i, i + 1) for i in range(4)] == [(0, 1), (6, 7), (7, 8), (8, 9)]
    assert traced.span(0, 2) == (0, 7)


def test_an_empty_span_stays_empty() -> None:
    traced = Traced("-a-").edited([(0, 1, ""), (2, 3, "")])
    start, end = traced.span(1, 1)
    assert start == end


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(alphabet="abc ", max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = [(a, b, draw(st.text(alphabet="xyz", max_size=3))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, edits


@given(edited(), edited())
def test_characters_that_nobody_edited_are_found_again(
    one: tuple[str, list[Edit]], other: tuple[str, list[Edit]]
) -> None:
    text, edits = one
    traced = Traced(text).edited(edits)
    traced = traced.edited([e for e in other[1] if e[1] <= len(traced.text)])
    ends = 0
    for i, character in enumerate(traced.text):
        start, end = traced.span(i, i + 1)
        assert ends <= end, "in order"
        assert 0 <= start < end <= len(text) or character in "xyz"
        if character in "abc ":
            assert text[start:end] == character
        ends = end
