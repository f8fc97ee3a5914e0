"""The memory is the fold of what interviews showed: weaknesses open, improve, close and reopen by proof alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluators.memory import BASELINE_INTERVIEWS, TREND_INTERVIEWS, Observation, fold, memory_update
from evaluators.weaknesses import same_question
from schema.vocabulary import MissingPiece, WeaknessChange, WeaknessState
from tests.evaluators.habits import QUESTIONS, START, changes, held, level, seen, state, weakness

P = MissingPiece
C = WeaknessChange
S = WeaknessState


# ------------------------------------------------------------------ a weakness's life


def test_it_opens_on_two_different_questions_of_one_interview_or_of_several() -> None:
    assert state(held(1, lacks=[0])) is None
    assert state(held(1, lacks=[0, 1])) is S.OPEN
    assert state(held(1, lacks=[0]), held(2, lacks=[1])) is S.OPEN


def test_one_question_asked_twice_opens_nothing() -> None:
    assert state(held(1, lacks=[0]), held(2, lacks=[0]), held(3, lacks=[0])) is None
    again = held(2, lacks=[0]).model_copy(update={"lacks": (seen("Right, thank you. " + QUESTIONS[0], turn=9),)})
    assert state(held(1, lacks=[0]), again) is None


def test_a_slip_among_many_good_answers_is_no_habit() -> None:
    assert state(held(1, lacks=[0, 1], shows=[2, 3, 4])) is None
    assert state(held(1, lacks=[0, 1], shows=[2, 3])) is S.OPEN


def test_showing_the_opposite_in_between_takes_a_single_setback_back() -> None:
    assert state(held(1, lacks=[0]), held(2, shows=[2]), held(3, lacks=[1])) is None


def test_it_improves_by_one_and_closes_by_two_later_different_questions() -> None:
    opened = held(1, lacks=[0, 1])
    assert state(opened, held(2, shows=[2])) is S.IMPROVING
    assert state(opened, held(2, shows=[2]), held(3, shows=[2])) is S.IMPROVING
    assert state(opened, held(2, shows=[2]), held(3, shows=[3])) is S.FIXED
    assert state(opened, held(2, shows=[2, 3])) is S.FIXED
    assert changes(fold([opened, held(2, shows=[2, 3])])) == ["opened", "opened", "improved", "closed"]


def test_the_questions_that_opened_it_do_not_close_it() -> None:
    assert state(held(1, lacks=[0, 1]), held(2, shows=[0, 1])) is S.OPEN
    assert state(held(1, lacks=[0, 1]), held(2, shows=[0, 2])) is S.IMPROVING


def test_the_opposite_shown_before_does_not_count() -> None:
    assert state(held(1, shows=[2, 3]), held(2, lacks=[0, 1])) is S.OPEN


def test_an_interview_that_also_lacks_it_closes_nothing() -> None:
    assert state(held(1, lacks=[0, 1]), held(2, lacks=[2], shows=[3, 4, 5])) is S.IMPROVING


def test_a_relapse_while_improving_starts_over() -> None:
    told = [held(1, lacks=[0, 1]), held(2, shows=[2]), held(3, lacks=[3])]
    assert state(*told) is S.OPEN
    assert changes(fold(told)) == ["opened", "opened", "improved", "seen_again"]
    assert state(*told, held(4, shows=[4])) is S.IMPROVING


def test_a_relapse_reopens_what_was_fixed() -> None:
    told = [held(1, lacks=[0, 1]), held(2, shows=[2, 3]), held(3, lacks=[4])]
    assert state(*told) is S.OPEN
    assert changes(fold(told))[-1] == "reopened"
    assert state(*told, held(4, shows=[2]), held(5, shows=[3])) is S.FIXED
    assert state(*told[:2], held(3, lacks=[4], shows=[0, 1, 5])) is S.FIXED


def test_every_change_carries_its_proof() -> None:
    found = weakness(fold([held(1, lacks=[0, 1]), held(2, shows=[2, 3])]))
    assert found is not None
    assert found.dimension == "execution"
    assert [p.question for p in found.proofs] == [QUESTIONS[i] for i in (0, 1, 2, 3)]
    for proof in found.proofs:
        assert proof.quote == "it was quite good"
        assert proof.turn_index is not None
        assert proof.start_s == 4.5
    assert [p.session_id.int for p in found.proofs] == [1, 1, 2, 2]


def test_role_categories_are_apart() -> None:
    memory = fold([held(1, lacks=[0]), held(2, lacks=[1], category="sales")])
    assert weakness(memory) is None
    assert [row.role_category for row in memory] == ["sales", "swe"]


def test_where_nothing_was_ever_scored_nothing_is_remembered() -> None:
    assert fold([held(1, lacks=[0, 1], scored=False)]) == ()
    assert fold([]) == ()


# ------------------------------------------------------------------ scores


def test_baseline_is_the_mean_of_the_first_three_and_the_trend_the_last_twelve() -> None:
    scores = [40, 50, 61, *range(62, 76)]
    (row,) = fold([held(n, score=score) for n, score in enumerate(scores)])
    assert row.baseline_score == 50.33
    assert row.latest_score == 75
    assert [point.score for point in row.trend] == scores[-TREND_INTERVIEWS:]
    (first,) = fold([held(1, score=44), held(2, score=46)])
    assert first.baseline_score == 45.0
    assert BASELINE_INTERVIEWS == 3


def test_order_is_that_of_the_interviews_whatever_zone_they_were_stored_in() -> None:
    naive = held(2, score=70).model_copy(update={"at": (START + timedelta(days=2)).replace(tzinfo=None)})
    (row,) = fold([naive, held(1, score=50)])
    assert row.latest_score == 70
    assert all(point.at.tzinfo is UTC for point in row.trend)


INTERVIEWS = st.lists(
    st.tuples(
        st.lists(st.integers(0, 5), unique=True, max_size=3),
        st.lists(st.integers(0, 5), unique=True, max_size=3),
        st.integers(0, 100),
        st.sampled_from(["metric", "result", "execution.low"]),
        st.sampled_from(["swe", "sales"]),
        st.booleans(),
    ),
    max_size=8,
)


@given(INTERVIEWS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_memory(
    drawn: list[tuple[list[int], list[int], int, str, str, bool]], chance: object
) -> None:
    observations = _observations(drawn)
    shuffled = list(observations)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled) == fold(observations)
    assert fold([*shuffled, *observations]) == fold(observations)


@given(INTERVIEWS, st.integers(0, 7))
def test_a_deleted_interview_is_as_if_it_had_never_been(
    drawn: list[tuple[list[int], list[int], int, str, str, bool]], gone: int
) -> None:
    observations = _observations(drawn)
    rest = [o for o in observations if o.session_id.int != gone]
    memory = fold(rest)
    assert all(point.session_id.int != gone for row in memory for point in row.trend)
    assert all(p.session_id.int != gone for row in memory for issue in row.issues for p in issue.proofs)
    assert memory == fold([Observation.model_validate_json(o.model_dump_json()) for o in rest])


@given(INTERVIEWS)
def test_a_weakness_is_what_its_proofs_say(drawn: list[tuple[list[int], list[int], int, str, str, bool]]) -> None:
    for row in fold(_observations(drawn)):
        assert 0 <= row.baseline_score <= 100
        for issue in row.issues:
            told = [proof.change for proof in issue.proofs]
            assert told[:2] == [C.OPENED, C.OPENED]
            assert not same_question(issue.proofs[0].question, issue.proofs[1].question)
            assert told.count(C.OPENED) == 2
            assert [p.at for p in issue.proofs] == sorted(p.at for p in issue.proofs)
            last = {C.CLOSED: S.FIXED, C.IMPROVED: S.IMPROVING}.get(told[-1], S.OPEN)
            assert issue.state is last
            for before, after in pairwise(told):
                assert after is not C.CLOSED or before is C.IMPROVED
                assert after is not C.REOPENED or before is C.CLOSED


def _observations(drawn: Sequence[tuple[list[int], list[int], int, str, str, bool]]) -> list[Observation]:
    return [
        held(n, lacks, [q for q in shows if q not in lacks], score=score, key=key, category=category, scored=scored)
        for n, (lacks, shows, score, key, category, scored) in enumerate(drawn)
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (QUESTIONS[0], QUESTIONS[0], True),
        (QUESTIONS[0], "Thank you. Let us go on: tell me about the hardest bug you have tracked down!", True),
        (QUESTIONS[0], QUESTIONS[1], False),
        ("And then?", "And then?", True),
        ("What happened?", "Tell me what happened in the launch that slipped.", False),
    ],
)
def test_which_questions_are_one(one: str, other: str, same: bool) -> None:
    assert same_question(one, other) is same
    assert same_question(other, one) is same


# ------------------------------------------------------------------ what an interview changed


def test_the_update_names_what_is_new_and_what_is_fixed() -> None:
    first, second = held(1, lacks=[0, 1]), held(2, shows=[2, 3], score=85)
    opened = memory_update((), fold([first]), (), [level(3.0, 1)], UUID(int=1))
    assert opened.new_recurring_issues == opened.common_issues == ("Answers come without a figure.",)
    assert opened.recommended_focus_next == "Answers come without a figure."
    assert "five pieces of work" in opened.next_best_action
    strong = level(4.5, 1, 3).model_copy(update={"confidence": "high"})
    closed = memory_update(fold([first]), fold([first, second]), (), [strong], UUID(int=2))
    assert closed.resolved_issues == ("Answers come without a figure.",)
    assert closed.new_recurring_issues == closed.common_issues == ()
    assert closed.new_strengths == ("Execution details: shown with proof.",)
    again = memory_update(fold([first, second]), fold([first, second, held(3, score=88)]), (), [strong], UUID(int=3))
    assert again.new_strengths == again.resolved_issues == ()


def test_a_reopened_weakness_is_new_again() -> None:
    told = [held(1, lacks=[0, 1]), held(2, shows=[2, 3]), held(3, lacks=[4])]
    assert memory_update(fold(told[:2]), fold(told), (), (), UUID(int=3)).new_recurring_issues


def test_an_update_without_anything_still_says_what_is_next() -> None:
    found = memory_update((), (), (), (), UUID(int=1))
    assert found.next_best_action == "Hold another interview for this role."
    assert found.common_issues == ()
