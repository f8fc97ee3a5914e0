"""The plan of one exercise practised alone: the exercise, then the goodbye."""

from __future__ import annotations

from controller.planning.cast import cast, seated
from controller.planning.layout import objective_of
from controller.planning.phrases import name_of
from schema.exercises import CaseTemplate, CodingExercise, Exercise
from schema.plan import InterviewPlan, PlanMetadata, PlanPhase
from schema.vocabulary import ExerciseMode, InterviewType, Look, PhaseKind, RoleCategory, Seniority, Style

CLOSE_MIN = 1.0
LEAST_MIN = 5
MOST_MIN = 60


def practice_plan(
    exercise: Exercise,
    *,
    role_title: str,
    role_kit: str,
    role_category: RoleCategory,
    seniority: Seniority,
    style: Style,
    look: Look,
    minutes: int,
    candidate_name: str | None = None,
) -> InterviewPlan:
    """One part for the exercise and a minute to say goodbye. Raises ValueError for minutes outside 5 to 60."""
    if not LEAST_MIN <= minutes <= MOST_MIN:
        raise ValueError(f"an exercise takes {LEAST_MIN} to {MOST_MIN} minutes, not {minutes}")
    interview_type = _type_of(exercise)
    phases = (_exercise_phase(exercise, minutes - CLOSE_MIN), _close())
    people = cast(interview_type, role_category, minutes, look)
    return InterviewPlan(
        metadata=PlanMetadata(
            role_category=role_category,
            seniority=seniority,
            interview_type=interview_type,
            role_title=name_of(role_title, 80) or role_title,
            role_kit=role_kit,
            style=style,
            candidate_name=candidate_name,
        ),
        phases=seated(phases, people),
        interviewers=people,
    )


def mode_of(exercise: Exercise) -> ExerciseMode:
    """The plan's `exerciseMode` of an exercise or a case."""
    return exercise.mode if isinstance(exercise, CodingExercise) else ExerciseMode.CASE_STUDY


def _type_of(exercise: Exercise) -> InterviewType:
    """Code belongs to a technical interview; a case is what a hiring manager gives."""
    return InterviewType.HIRING_MANAGER if isinstance(exercise, CaseTemplate) else InterviewType.TECHNICAL


def _exercise_phase(exercise: Exercise, mins: float) -> PlanPhase:
    is_case = isinstance(exercise, CaseTemplate)
    kind = PhaseKind.CASE_STUDY if is_case else PhaseKind.CODING
    return PlanPhase(
        id=kind.value,
        kind=kind,
        mins=mins,
        objective=objective_of(kind),
        patterns=(),
        exercise_mode=mode_of(exercise),
        topics=exercise.topics if isinstance(exercise, CodingExercise) else (exercise.case_type.value,),
        exercises=(exercise.key,),
        languages=(exercise.language,) if isinstance(exercise, CodingExercise) else (),
    )


def _close() -> PlanPhase:
    kind = PhaseKind.CLOSE
    return PlanPhase(id=kind.value, kind=kind, mins=CLOSE_MIN, objective=objective_of(kind), patterns=())
