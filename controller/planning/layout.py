"""Which parts an interview has, how long each is, and how many questions fit."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from controller.planning.exercise_choice import choose, exercise_kind
from controller.planning.wish import Wish
from schema.plan import ExerciseOffer, PlanPhase
from schema.vocabulary import InterviewType, PatternType, PhaseKind

MIN_MINUTES, MAX_MINUTES = 5, 60
MAX_PATTERNS = 16  # a phase never needs more
MIN_PHASE_MIN = 1.0  # a shorter part holds no question and its follow-up: its minutes go to the others
LONG_INTRO_MIN = 2.0  # a shorter introduction holds one question
QUESTION_MIN = 2.4  # a question with its follow-ups, as the golden interviews take it
MIN_EXERCISE_MIN = 8.0  # code or a case can't be read and talked through in less

# How the minutes between introduction and close are shared, by interview type.
_SHARES: Mapping[InterviewType, Mapping[PhaseKind, float]] = MappingProxyType(
    {
        InterviewType.HR: {PhaseKind.RESUME_DEEP_DIVE: 0.4, PhaseKind.BEHAVIORAL: 0.6},
        InterviewType.HIRING_MANAGER: {
            PhaseKind.RESUME_DEEP_DIVE: 0.4,
            PhaseKind.SCENARIO: 0.25,
            PhaseKind.BEHAVIORAL: 0.35,
        },
        InterviewType.TECHNICAL: {
            PhaseKind.RESUME_DEEP_DIVE: 0.35,
            PhaseKind.SCENARIO: 0.45,
            PhaseKind.BEHAVIORAL: 0.2,
        },
        InterviewType.PANEL: {
            PhaseKind.RESUME_DEEP_DIVE: 0.35,
            PhaseKind.SCENARIO: 0.3,
            PhaseKind.BEHAVIORAL: 0.35,
        },
    }
)
# With an exercise the reasoning about the role happens over the exercise (specification 7.2).
_EXERCISE_SHARES: Mapping[PhaseKind, float] = MappingProxyType(
    {PhaseKind.RESUME_DEEP_DIVE: 0.25, PhaseKind.CODING: 0.55, PhaseKind.CASE_STUDY: 0.55, PhaseKind.BEHAVIORAL: 0.2}
)
TYPES: Mapping[PhaseKind, frozenset[PatternType]] = MappingProxyType(
    {
        PhaseKind.INTRO: frozenset({PatternType.INTRO}),
        PhaseKind.RESUME_DEEP_DIVE: frozenset({PatternType.RESUME_CLAIM, PatternType.JD_REQUIREMENT}),
        PhaseKind.SCENARIO: frozenset({PatternType.SCENARIO, PatternType.JD_REQUIREMENT}),
        PhaseKind.CODING: frozenset(),
        PhaseKind.CASE_STUDY: frozenset(),
        PhaseKind.BEHAVIORAL: frozenset({PatternType.BEHAVIORAL}),
        PhaseKind.CLOSE: frozenset({PatternType.CLOSE}),
    }
)
_OBJECTIVES: Mapping[PhaseKind, tuple[str, ...]] = MappingProxyType(
    {
        PhaseKind.INTRO: ("rapport", "role-context"),
        PhaseKind.RESUME_DEEP_DIVE: ("validate-claims", "job-match"),
        PhaseKind.SCENARIO: ("role-reasoning", "job-match"),
        PhaseKind.CODING: ("problem-solving", "coding"),
        PhaseKind.CASE_STUDY: ("problem-solving", "recommendation"),
        PhaseKind.BEHAVIORAL: ("values-fit", "past-behaviour"),
        PhaseKind.CLOSE: ("questions-from-candidate",),
    }
)


def empty_phases(wish: Wish) -> tuple[PlanPhase, ...]:
    """The parts in their order with their minutes, which add up; no questions yet."""
    edge = min(3.0, max(1.0, wish.minutes / 10))
    middle = wish.minutes - 2 * edge
    kind, chosen = _exercises(wish, middle)
    shares = _shares(wish, middle, kind if chosen else None)
    kinds = {PhaseKind.INTRO: edge, **{kind: share * middle for kind, share in shares.items()}, PhaseKind.CLOSE: edge}
    return tuple(_phase(part, round(mins, 2), chosen if part is kind else ()) for part, mins in kinds.items())


def _exercises(wish: Wish, middle: float) -> tuple[PhaseKind | None, tuple[ExerciseOffer, ...]]:
    """Whether code or a case is looked at, and which, where there is time for one."""
    kind = exercise_kind(wish)
    mins = _shares(wish, middle, kind).get(kind, 0.0) * middle if kind is not None else 0.0
    return kind, choose(wish, kind, mins) if kind is not None and mins >= MIN_EXERCISE_MIN else ()


def _shares(wish: Wish, middle: float, kind: PhaseKind | None) -> dict[PhaseKind, float]:
    own = _SHARES[wish.metadata.interview_type]
    if kind is not None:
        parts = (PhaseKind.RESUME_DEEP_DIVE, kind, PhaseKind.BEHAVIORAL)
        own = {part: _EXERCISE_SHARES[part] for part in parts}
    kept = {part: share for part, share in own.items() if share * middle >= MIN_PHASE_MIN}
    whole = sum(kept.values())
    return {part: share / whole for part, share in kept.items()}


def _phase(kind: PhaseKind, mins: float, exercises: Sequence[ExerciseOffer]) -> PlanPhase:
    return PlanPhase(
        id=kind.value,
        kind=kind,
        mins=mins,
        objective=_OBJECTIVES[kind],
        patterns=(),
        exercise_mode=exercises[0].mode if exercises else None,
        topics=tuple(dict.fromkeys(topic for exercise in exercises for topic in exercise.topics)),
        exercises=tuple(exercise.key for exercise in exercises),
        languages=tuple(dict.fromkeys(one.language for one in exercises if one.language is not None)),
    )


def objective_of(kind: PhaseKind) -> tuple[str, ...]:
    """What a part of this kind is for."""
    return _OBJECTIVES[kind]


def expected_questions(phase: PlanPhase) -> int:
    """How many questions of a phase will probably be asked: the first ones of its list."""
    if phase.kind in (PhaseKind.INTRO, PhaseKind.CLOSE):
        return min(1, len(phase.questions)) if phase.questions else 1
    return max(1, round(phase.mins / QUESTION_MIN))


def planned_questions(phase: PlanPhase) -> int:
    """How many questions of a phase are prepared: enough for short answers too."""
    match phase.kind:
        case PhaseKind.INTRO:
            return 1 if phase.mins < LONG_INTRO_MIN else 2
        case PhaseKind.CLOSE:
            return 1
        case PhaseKind.CODING | PhaseKind.CASE_STUDY:
            return 0
        case PhaseKind.RESUME_DEEP_DIVE | PhaseKind.SCENARIO | PhaseKind.BEHAVIORAL:
            return min(MAX_PATTERNS, math.ceil(1.5 * phase.mins) + 2)
