"""What is said: figures, tone, stance, and the statements themselves."""

from __future__ import annotations

from datetime import date

import pytest

from press.questions import listing, statements
from press.questions.narrowing import EVERY_STATEMENT, Statements
from press.questions.periods import During
from press.selection import Selection

from .conftest import ALL, SERBIAN, rows

ANNA = Statements(speaker="Anna Sample")
FIGURES = ("n", "articles", "outlets", "tone", "stance")


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        (EVERY_STATEMENT, (6, 5, 3, pytest.approx(0.25 / 6), 0.25)),
        (ANNA, (3, 3, 3, 0.5, 0.625)),
        (Statements(target="EU"), (2, 2, 2, -0.25, -0.625)),
        (Statements(kinds=("mixed", "indirect")), (2, 2, 2, 0.25, 0.125)),
        (Statements(label="positive"), (3, 3, 3, pytest.approx(1.75 / 3), 0.625)),
        (Statements(topic="kosovo"), (2, 2, 2, 0.0, 0.75)),
        (Statements(during=During("week", date(2024, 5, 8))), (3, 2, 2, 0.0, 0.0)),
        (Statements(speaker="Anna Sample", kinds=("mixed",), target="Russia"), (1, 1, 1, 1.0, 0.75)),
        (Statements(speaker="Nobody"), (0, 0, 0, None, None)),
    ],
)
def test_figures_of_a_narrowing(corpus, narrowing, expected) -> None:
    assert rows(statements.figures(corpus, ALL, narrowing), *FIGURES) == [expected]


def test_figures_of_a_selection(corpus) -> None:
    assert rows(statements.figures(corpus, SERBIAN, EVERY_STATEMENT), *FIGURES) == [(1, 1, 1, 1.0, 0.75)]
    assert rows(statements.figures(corpus, Selection(kinds=("indirect",)), EVERY_STATEMENT), "n", "stance") == [
        (1, -0.5)
    ]


def test_tone_over_time_and_its_mean(corpus) -> None:
    tones = statements.tone_by_period(corpus, ALL, EVERY_STATEMENT, "month")
    assert rows(tones, *tones.columns) == [
        ("2024-05-01", "negative", 1, -0.5),
        ("2024-05-01", "neutral", 1, 0.0),
        ("2024-05-01", "positive", 2, 0.75),
        ("2024-08-01", "negative", 1, -1.0),
    ]
    assert rows(statements.mean_tone(tones), "period", "tone", "statements") == [
        ("2024-05-01", 0.25, 4),
        ("2024-08-01", -1.0, 1),
    ]
    days = statements.tone_by_period(corpus, ALL, ANNA, "day")
    assert rows(days, "period", "statements") == [("2024-05-06", 1), ("2024-05-07", 1), ("2024-05-20", 1)]
    assert statements.tone_by_period(corpus, ALL, Statements(speaker="Clara Test"), "day").empty  # undated
    with pytest.raises(ValueError, match="there is no period"):
        statements.tone_by_period(corpus, ALL, ANNA, "hour")


def test_tone_of_speakers(corpus) -> None:
    tones = statements.tone_by_speaker(corpus, ALL, EVERY_STATEMENT, ("Anna Sample", "Boris Example"))
    assert rows(tones, *tones.columns) == [
        ("Anna Sample", "neutral", 1, 0.0),
        ("Anna Sample", "positive", 2, 0.75),
        ("Boris Example", "negative", 1, -0.5),
    ]
    direct = statements.tone_by_speaker(corpus, ALL, Statements(kinds=("direct",)), ("Anna Sample", "Boris Example"))
    assert rows(direct, "speaker", "label", "statements") == [
        ("Anna Sample", "neutral", 1),
        ("Anna Sample", "positive", 1),
    ]
    assert statements.tone_by_speaker(corpus, ALL, EVERY_STATEMENT, ()).empty


def test_stance_of_speakers(corpus) -> None:
    stances = statements.stance_by_speaker(corpus, ALL, EVERY_STATEMENT, ("Anna Sample", "Clara Test"))
    assert rows(stances, *stances.columns) == [
        ("Anna Sample", "EU", -0.25, 1),
        ("Anna Sample", "Russia", 0.625, 2),
        ("Clara Test", "Kosovo", 0.5, 1),
    ]
    assert statements.stance_by_speaker(corpus, ALL, EVERY_STATEMENT, ()).empty
    # The tone of the statement counts, not that of the stance: s1 is positive, and against the EU.
    positive = statements.stance_by_speaker(corpus, ALL, Statements(label="positive"), ("Anna Sample",))
    assert rows(positive, "target", "stance", "statements") == [("EU", -0.25, 1), ("Russia", 0.625, 2)]


def test_stance_by_group_of_outlets(corpus) -> None:
    stances = statements.stance_by_group(corpus, ALL)
    assert rows(stances, *stances.columns) == [
        ("russian_state", "EU", -1.0, 1),
        ("russian_state", "Kosovo", 0.5, 1),
        ("serbian", "China", -0.5, 1),
        ("serbian", "EU", -0.25, 1),
        ("serbian", "Russia", 0.25, 3),
    ]


def test_statements_by_topic_of_the_article(corpus) -> None:
    assert rows(statements.by_topic(corpus, ALL, EVERY_STATEMENT), "topic", "statements") == [
        ("gas", 4),
        ("energy", 2),
        ("kosovo", 2),
    ]
    assert rows(statements.by_topic(corpus, ALL, ANNA, 1), "topic", "statements") == [("gas", 3)]


def ids(frame) -> list[str]:
    return list(frame["statement_id"])


def test_statements_of_the_latest_articles_come_first(corpus) -> None:
    found = statements.listed(corpus, ALL, EVERY_STATEMENT)
    assert ids(found.first) == ["s5", "s4", "s3", "s1", "s2", "s6"]
    assert found.total == 6
    assert rows(found.first, "statement_id", "about")[1:4] == [
        ("s4", "Russia +0.75"),
        ("s3", ""),
        ("s1", "Russia +0.50, EU -0.25"),
    ]
    first = found.first.set_index("statement_id").loc["s4"]
    assert (first["speaker"], first["kind"], first["text"], first["sentiment"], first["basis"], first["title"]) == (
        "Anna Sample", "mixed", "gas je dobar", 1.0, "hand", "Razgovori",
    )  # fmt: skip


def test_what_is_chosen_and_what_is_clicked_must_both_hold(corpus) -> None:
    def listed(chosen: Statements, clicked: Statements) -> list[str]:
        return ids(statements.listed(corpus, ALL, chosen, clicked).first)

    assert listed(ANNA, Statements(target="EU")) == ["s1"]
    assert listed(ANNA, Statements(speaker="Boris Example")) == []
    assert listed(EVERY_STATEMENT, Statements(during=During("month", date(2024, 5, 31)), label="positive")) == [
        "s4",
        "s1",
    ]
    assert listed(Statements(kinds=("direct",)), Statements(topic="gas")) == ["s3", "s1"]
    assert ids(statements.listed(corpus, SERBIAN, EVERY_STATEMENT).first) == ["s4"]


def test_statements_that_are_too_many_to_list(corpus, monkeypatch) -> None:
    monkeypatch.setattr(listing, "MOST_LISTED", 2)
    found = statements.listed(corpus, ALL, ANNA)
    assert (ids(found.first), found.total, ids(found.every(corpus))) == (["s4", "s3"], 3, ["s4", "s3", "s1"])
    assert statements.listed(corpus, ALL, ANNA, total=77).total == 77


def test_statements_of_some_articles(corpus) -> None:
    assert ids(statements.in_articles(corpus, ALL, ("a6", "a1")).first) == ["s1", "s2", "s6"]
    assert statements.in_articles(corpus, ALL, ("a5",)).total == 0
