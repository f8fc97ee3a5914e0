"""What a candidate sees of an exercise: a line of the catalogue, the room without its answers, an earned exhibit."""

from __future__ import annotations

from typing import Literal

from schema.base import Shape
from schema.code_runs import CodeLanguage
from schema.exercises import CaseTemplate, CaseType, CodingExercise, Difficulty, Exercise, Exhibit, StagedReveal
from schema.vocabulary import ExerciseActivity, ExerciseMode, RoleCategory, Seniority


class ExerciseCard(Shape):
    """A line of the catalogue."""

    key: str
    kind: Literal["coding", "case"]
    name: str
    mode: ExerciseMode
    language: CodeLanguage | None  # null: a case
    case_type: CaseType | None  # null: code
    difficulty: Difficulty
    level: Seniority
    topics: tuple[str, ...]
    role_categories: tuple[RoleCategory, ...]
    company_signals: tuple[str, ...]
    minutes: int
    summary: str  # brief or prompt
    has_modification: bool = False


class CodingView(Shape):
    """A coding exercise without its answers: no bug, no fix, no hidden test, no hint that was not asked for."""

    kind: Literal["coding"] = "coding"
    key: str
    name: str
    activity: ExerciseActivity
    language: CodeLanguage
    difficulty: Difficulty
    topics: tuple[str, ...]
    brief: str
    context: str
    filename: str
    code: str
    base_code: str | None  # review: before the pull request
    failing_test: str | None
    visible_tests: str  # with the modification's own once that is asked for
    expected_behavior: str  # empty where saying it is the task: explain and review
    modification_requirement: str | None  # null until the interviewer asks for it
    hints: int  # how many there are


class CaseView(Shape):
    """A case without its data room, checkpoints and answer."""

    kind: Literal["case"] = "case"
    key: str
    name: str
    case_type: CaseType
    difficulty: Difficulty
    prompt_statement: str
    context: str
    outline_sections: tuple[str, ...]
    reveals: int  # how many there are to earn
    minutes: int


class RevealView(Shape):
    id: str
    title: str
    exhibit: Exhibit


def reveal_view(reveal: StagedReveal) -> RevealView:
    """What a candidate sees of an exhibit that is on the table."""
    return RevealView(id=reveal.id, title=reveal.title, exhibit=reveal.exhibit)


_TOLD = frozenset({ExerciseActivity.DEBUG, ExerciseActivity.MODIFY})


def coding_view(exercise: CodingExercise, *, modification: bool = False) -> CodingView:
    """What the room shows. `modification`: the interviewer has asked for the change."""
    asked = modification or exercise.activity is ExerciseActivity.MODIFY
    tests = (exercise.visible_tests, exercise.modification_tests if asked else None)
    return CodingView(
        key=exercise.key,
        name=exercise.name,
        activity=exercise.activity,
        language=exercise.language,
        difficulty=exercise.difficulty,
        topics=exercise.topics,
        brief=exercise.brief,
        context=exercise.context,
        filename=exercise.filename,
        code=exercise.code_snippet,
        base_code=exercise.base_snippet,
        failing_test=exercise.failing_test_case,
        visible_tests="\n\n".join(text.strip("\n") for text in tests if text),
        expected_behavior=exercise.expected_behavior if exercise.activity in _TOLD else "",
        modification_requirement=exercise.modification_requirement if asked else None,
        hints=len(exercise.hints),
    )


def case_view(case: CaseTemplate) -> CaseView:
    """What the room shows before anything was earned."""
    return CaseView(
        key=case.key,
        name=case.name,
        case_type=case.case_type,
        difficulty=case.difficulty,
        prompt_statement=case.prompt_statement,
        context=case.context,
        outline_sections=case.outline_sections,
        reveals=len(case.revealable_data),
        minutes=case.expected_duration_minutes,
    )


def card(exercise: Exercise) -> ExerciseCard:
    """The catalogue's line for an exercise or a case."""
    if isinstance(exercise, CodingExercise):
        return ExerciseCard(
            key=exercise.key,
            kind="coding",
            name=exercise.name,
            mode=exercise.mode,
            language=exercise.language,
            case_type=None,
            difficulty=exercise.difficulty,
            level=exercise.level,
            topics=exercise.topics,
            role_categories=exercise.role_categories,
            company_signals=exercise.company_signals,
            minutes=exercise.minutes,
            summary=exercise.brief,
            has_modification=exercise.modification_requirement is not None,
        )
    return ExerciseCard(
        key=exercise.key,
        kind="case",
        name=exercise.name,
        mode=ExerciseMode.CASE_STUDY,
        language=None,
        case_type=exercise.case_type,
        difficulty=exercise.difficulty,
        level=exercise.level,
        topics=exercise.tags,
        role_categories=exercise.role_categories,
        company_signals=(),
        minutes=exercise.expected_duration_minutes,
        summary=exercise.prompt_statement,
    )
