"""What will probably be said next over an exercise, so that the voice can prepare it: out of the same functions."""

from __future__ import annotations

from collections.abc import Iterator

from controller.decisions import Decision
from controller.events import CodeRan
from controller.exercises import stages
from controller.exercises.case import finished as case_finished
from controller.exercises.case import pointed
from controller.exercises.coding import carry_on, explained, finished, has_hints, hint
from controller.exercises.discussion import discuss
from controller.exercises.pauses import silent_over_a_case, silent_over_code
from controller.exercises.release import Released
from controller.exercises.review import afterwards, reviewed
from controller.exercises.runs import after_run
from controller.exercises.table import asked_of_the_table
from controller.exercises.work import Awaits, CaseWork, CodingWork, Work
from controller.state import InterviewState
from schema.code_runs import RunVerdict
from schema.exercises import CaseTemplate, CodingExercise
from schema.vocabulary import ExerciseActivity, ExerciseStage

Guess = tuple[float, Decision]
MOST_REVEALS = 3


def guesses(state: InterviewState, work: Work, now: int) -> Iterator[Guess]:
    """What may be said next, each with how probable it is."""
    exercise = state.exercises[work.key]
    if isinstance(work, CodingWork) and isinstance(exercise, CodingExercise):
        yield from _over_code(state, work, exercise, now)
    if isinstance(work, CaseWork) and isinstance(exercise, CaseTemplate):
        yield from _over_a_case(state, work, exercise, now)


def _over_code(state: InterviewState, work: CodingWork, exercise: CodingExercise, now: int) -> Iterator[Guess]:
    is_review = exercise.activity is ExerciseActivity.REVIEW
    if has_hints(work, exercise):
        yield 0.3, hint(state, work, exercise, "A hint may be asked for.")[1]
    match work.awaits:
        case Awaits.DISCUSSION:
            talk = afterwards if is_review else discuss
            yield 0.9, talk(state, work, exercise, now)[1]
            return
        case Awaits.OFFER:
            yield 0.4, finished(state, work, exercise, now)[1]
        case Awaits.EXPLANATION | Awaits.ANSWER if is_review:
            yield 0.9, reviewed(state, work, exercise, now)[1]
            yield 0.4, afterwards(state, work, exercise, now)[1]
        case Awaits.EXPLANATION:
            yield 0.9, explained(state, work, exercise, now)[1]
        case Awaits.ANSWER:
            yield 0.9, carry_on(state, work)[1]
        case Awaits.WORK:
            yield from _runs(state, work, exercise, now)
    yield 0.2, silent_over_code(state, work, exercise, now, 60)[1]


def _runs(state: InterviewState, work: CodingWork, exercise: CodingExercise, now: int) -> Iterator[Guess]:
    revision = work.last.revision + 1 if work.last is not None else 1

    def run(verdict: RunVerdict, *, submitted: bool = False) -> Decision:
        event = CodeRan(now, exercise.key, revision, submitted, verdict, int(verdict is RunVerdict.PASSED), 1)
        return after_run(state, work, exercise, event, now)[1]

    yield 0.5, run(RunVerdict.PASSED)
    yield 0.5, run(RunVerdict.PASSED, submitted=True)
    yield 0.4, run(RunVerdict.FAILED)


def _over_a_case(state: InterviewState, work: CaseWork, case: CaseTemplate, now: int) -> Iterator[Guess]:
    yield 0.5, stages.go_on(state, work, case, now)[1]
    step = stages.probe(state, work, case, "An answer may leave something open.")
    if step is not None:
        yield 0.5, step[1]
    open_now = [
        one.id for one in case.revealable_data if one.id not in work.reveals and set(one.after) <= set(work.reveals)
    ]
    for key in open_now[:MOST_REVEALS] if stages.is_before(work, ExerciseStage.RECOMMENDATION) else ():
        yield 0.4, asked_of_the_table(state, work, case, Released((key,)), now)[1]
    yield 0.2, pointed(state, work, case, now, "You may not know how to go on.")[1]
    yield 0.1, silent_over_a_case(state, work, case, now, 60)[1]
    if work.stage is ExerciseStage.RISKS:
        yield 0.6, case_finished(state, work, case, now)[1]
