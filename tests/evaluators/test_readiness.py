"""A job's readiness: what each part does to it, how wide its range is, what would raise it, and real outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluators.calibration import MOST_POINTS, Calibration, Tracked, calibration_of
from evaluators.readiness import job_readiness
from evaluators.readiness_formula import Evidence, HeldExercise, HeldInterview, freshness, reckon
from evaluators.readiness_steps import Targets
from schema.digest import AnalysisDigest, DimensionDigest, RequirementDigest
from schema.jobs import JobOutcome, JobReadiness, OutcomeKind
from schema.vocabulary import InterviewType, RequirementState

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
WEIGHTS = {"communication": 1.0, "problem_solving": 2.0}
TARGETS = Targets(
    role_kit="software_engineer", drills={"problem_solving": "two_ways"}, exercise=("off_by_one", "Pager")
)


def interview(
    score: int | None = 60,
    *,
    days: float = 0,
    linked: bool = True,
    spread: float | None = None,
    said: Sequence[tuple[str, RequirementState, bool]] = (),
    **scores: int,
) -> HeldInterview:
    found = dict.fromkeys(WEIGHTS, score) | scores
    digest = AnalysisDigest(
        dimensions=tuple(
            DimensionDigest(key=key, name=key, score=value, spread=spread, confidence="medium")
            for key, value in found.items()
        ),
        requirements=tuple(RequirementDigest(text=t, must=True, state=s, shown=shown) for t, s, shown in said),
    )
    return HeldInterview(NOW - timedelta(days=days), InterviewType.HR, linked, digest)


def evidence(*interviews: HeldInterview, exercises: Sequence[HeldExercise] = (), **given: object) -> Evidence:
    return replace(Evidence(interviews, tuple(exercises), WEIGHTS), **given)  # type: ignore[arg-type]


def score(found: Evidence) -> float:
    made = reckon(found, NOW).score
    assert made is not None
    return made


def value(found: JobReadiness, key: str) -> int | None:
    return next(part.value for part in found.parts if part.key == key)


# ---------------------------------------------------------------------- the parts


def test_without_a_judged_interview_there_is_no_score() -> None:
    assert job_readiness(evidence(exercises=[HeldExercise(NOW, 90)]), NOW, targets=TARGETS) == JobReadiness()


def test_dimensions_are_weighted_by_the_rubric() -> None:
    found = job_readiness(evidence(interview(communication=90, problem_solving=30)), NOW)
    assert value(found, "dimensions") == 50


def test_the_weight_of_an_interview_halves_in_three_weeks() -> None:
    assert freshness(NOW - timedelta(days=21), NOW) == pytest.approx(0.5)
    found = job_readiness(evidence(interview(90), interview(30, days=21)), NOW)
    assert value(found, "dimensions") == 70


def test_an_interview_for_another_job_counts_half() -> None:
    assert value(job_readiness(evidence(interview(90), interview(30, linked=False)), NOW), "dimensions") == 70


def test_parts_without_anything_are_left_out_and_the_others_share_their_weight() -> None:
    parts = job_readiness(evidence(interview()), NOW).parts
    assert [part.key for part in parts if part.value is None] == ["coverage", "exercises"]
    assert all(part.weight == 0 for part in parts if part.value is None)
    assert sum(part.weight for part in parts) == pytest.approx(1, abs=0.001)
    mean = sum(part.weight * part.value for part in parts if part.value is not None)
    assert mean == pytest.approx(score(evidence(interview())), abs=1)


def test_coverage_counts_musts_twice_and_the_resume_a_little() -> None:
    wanted = (("Go", True), ("Kafka", True), ("SQL", False))
    told = interview(said=[("go", RequirementState.SAID, True), ("SQL ", RequirementState.RESUME_ONLY, False)])
    found = job_readiness(evidence(told, requirements=wanted), NOW)
    assert value(found, "coverage") == round(100 * (2 * 1 + 0 + 0.3) / 5)
    assert "1 of 3 requirements" in next(part.says for part in found.parts if part.key == "coverage")


def test_coverage_of_a_job_without_description_goes_by_its_own_interviews_alone() -> None:
    elsewhere = interview(said=[("Rust", RequirementState.MISSING, False)], linked=False)
    assert value(job_readiness(evidence(interview(), elsewhere), NOW), "coverage") is None


def test_proof_is_less_where_a_dimension_was_never_shown() -> None:
    whole, first = interview(), interview().digest.dimensions[:1]
    half = replace(whole, digest=AnalysisDigest(dimensions=first))
    proofs = [value(job_readiness(evidence(held), NOW), "proof") for held in (whole, half)]
    assert proofs == [75, 25]


def test_better_evidence_never_lowers_and_time_without_practice_never_raises() -> None:
    base = evidence(interview(50))
    assert score(evidence(interview(70))) > score(base)
    assert score(evidence(interview(50), exercises=[HeldExercise(NOW, 95)])) > score(base)
    assert score(evidence(interview(50, days=60))) < score(base)


# ---------------------------------------------------------------------- range and previous


def width(found: JobReadiness) -> int:
    assert found.low is not None
    assert found.high is not None
    assert found.score is not None
    assert found.low <= found.score <= found.high
    return found.high - found.low


def test_judges_apart_few_interviews_and_old_ones_widen_the_range() -> None:
    one = width(job_readiness(evidence(interview()), NOW))
    assert width(job_readiness(evidence(interview(), interview()), NOW)) < one
    assert width(job_readiness(evidence(interview(spread=1.0)), NOW)) > one
    assert width(job_readiness(evidence(interview(days=40)), NOW)) > one


def test_previous_is_the_formula_without_the_newest_interview() -> None:
    before = evidence(interview(40, days=3))
    after = evidence(interview(40, days=3), interview(80), exercises=[HeldExercise(NOW, 90)])
    found = job_readiness(after, NOW)
    assert found.previous == job_readiness(before, NOW).score
    assert job_readiness(before, NOW).previous is None


# ---------------------------------------------------------------------- steps


def test_steps_have_targets_and_their_gain_is_that_of_the_formula() -> None:
    weak = evidence(
        interview(problem_solving=30, said=[("Go", RequirementState.MISSING, False)]), requirements=(("Go", True),)
    )
    found = job_readiness(weak, NOW, targets=TARGETS)
    assert 1 <= len(found.steps) <= 3
    assert [step.gain for step in found.steps] == sorted((step.gain for step in found.steps), reverse=True)
    assert {step.target for step in found.steps} <= {"software_engineer", "two_ways", "off_by_one", None}
    assert found.steps[0].kind == "interview"
    assert "go" in found.steps[0].label
    solved = replace(weak, exercises=(HeldExercise(NOW, 80),))
    steps = job_readiness(weak, NOW, targets=Targets(exercise=("off_by_one", "Pager"))).steps
    exercise = next(step for step in steps if step.kind == "exercise")
    assert exercise.gain == round(score(solved) - score(weak))


def test_the_drill_is_for_the_dimension_with_most_to_gain() -> None:
    targets = Targets(drills={"communication": "a", "problem_solving": "b"})
    steps = job_readiness(evidence(interview(communication=40, problem_solving=50)), NOW, targets=targets).steps
    assert [(step.kind, step.target) for step in steps] == [("drill", "b")]  # it weighs twice


def test_nothing_is_offered_that_there_is_nothing_for() -> None:
    assert job_readiness(evidence(interview()), NOW, targets=Targets()).steps == ()


def test_an_exercise_that_would_not_help_is_not_offered() -> None:
    best = evidence(interview(100), exercises=[HeldExercise(NOW, 100)])
    steps = job_readiness(best, NOW, targets=Targets(exercise=("x", "X"))).steps
    assert steps == ()


# ---------------------------------------------------------------------- real outcomes

GOOD = (OutcomeKind.OFFER, OutcomeKind.ONSITE, OutcomeKind.FIRST_ROUND)
days_ago = st.integers(0, 60)
jobs = st.lists(
    st.builds(
        Tracked,
        st.lists(
            st.builds(
                lambda kind, ago: JobOutcome(kind=kind, on=date(2026, 3, 2) - timedelta(days=ago)),
                st.sampled_from(OutcomeKind),
                days_ago,
            ),
            max_size=3,
        ),
        st.lists(st.builds(lambda s, ago: interview(s, days=ago), st.integers(0, 100), days_ago), max_size=3).map(
            lambda held: evidence(*held)
        ),
    ),
    max_size=6,
)


def with_one_more(known: list[Tracked], place: int, kind: OutcomeKind, ago: int) -> list[Tracked]:
    more = JobOutcome(kind=kind, on=date(2026, 3, 2) - timedelta(days=ago))
    if not known:
        return [Tracked([more], evidence(interview(days=ago)))]
    at = place % len(known)
    return [Tracked([*job.outcomes, more], job.evidence) if i == at else job for i, job in enumerate(known)]


@settings(max_examples=150, deadline=None)
@given(jobs, st.integers(0, 5), st.sampled_from(GOOD), days_ago)
def test_a_good_outcome_never_lowers(known: list[Tracked], place: int, kind: OutcomeKind, ago: int) -> None:
    assert calibration_of(with_one_more(known, place, kind, ago)).points >= calibration_of(known).points


@settings(max_examples=150, deadline=None)
@given(
    jobs, st.integers(0, 5), st.sampled_from((OutcomeKind.REJECTED, OutcomeKind.SCREENED_OUT, OutcomeKind.WITHDREW)),
    days_ago,
)  # fmt: skip
def test_a_rejection_never_raises(known: list[Tracked], place: int, kind: OutcomeKind, ago: int) -> None:
    after = calibration_of(with_one_more(known, place, kind, ago)).points
    assert after <= calibration_of(known).points
    if kind is not OutcomeKind.REJECTED:
        assert after == calibration_of(known).points


@settings(max_examples=100, deadline=None)
@given(jobs, st.randoms())
def test_it_is_bounded_and_the_order_of_entry_is_irrelevant(known: list[Tracked], chance: object) -> None:
    found = calibration_of(known)
    assert abs(found.points) <= MOST_POINTS
    mixed = [Tracked(chance.sample(list(job.outcomes), len(job.outcomes)), job.evidence) for job in known]  # type: ignore[attr-defined]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert calibration_of(mixed) == found


def tracked(kind: OutcomeKind, predicted_by: HeldInterview) -> Tracked:
    return Tracked([JobOutcome(kind=kind, on=NOW.date())], evidence(predicted_by))


def test_one_outcome_alone_moves_nothing_and_two_do() -> None:
    low, high = interview(20, days=2), interview(95, days=2)
    assert calibration_of([tracked(OutcomeKind.OFFER, low)]).points == 0
    up = calibration_of([tracked(OutcomeKind.OFFER, low)] * 2)
    down = calibration_of([tracked(OutcomeKind.REJECTED, high)] * 2)
    assert up.points > 0 > down.points
    assert up.says.startswith(f"Moved by +{up.points}")
    assert calibration_of([tracked(OutcomeKind.OFFER, low), tracked(OutcomeKind.REJECTED, high)]).points == 0


def test_an_outcome_from_before_the_first_interview_says_nothing() -> None:
    early = Tracked([JobOutcome(kind=OutcomeKind.OFFER, on=date(2026, 1, 1))], evidence(interview(10)))
    assert calibration_of([early, early]) == Calibration(0, "")


def test_calibration_moves_score_range_and_previous_alike_and_is_said() -> None:
    known = evidence(interview(50, days=1), interview(60))
    plain = job_readiness(known, NOW)
    moved = job_readiness(known, NOW, calibration=Calibration(7, "Because."))
    for name in ("score", "low", "high", "previous"):
        assert getattr(moved, name) == getattr(plain, name) + 7
    assert (moved.calibrated, moved.calibration) == (7, "Because.")
    assert moved.parts == plain.parts
