"""The exercise on the table: takes what happens to it and asks whoever knows its kind what follows."""

from __future__ import annotations

from dataclasses import replace

from controller import wording
from controller.asking import wait
from controller.events import CandidateSilent, CodeRan, ExerciseFinished, HintAsked
from controller.exercises import box, case, coding, pauses, runs
from controller.exercises.hearing import Said, heard_as
from controller.exercises.leaving import leave, time_is_up
from controller.exercises.saying import Step
from controller.exercises.work import CaseWork, CodingWork, Work
from controller.state import InterviewState
from schema.exercises import CaseTemplate, CodingExercise

_ELSEWHERE = "That exercise is not on the table."
_Pair = tuple[CodingWork, CodingExercise] | tuple[CaseWork, CaseTemplate]


def answered(state: InterviewState, work: Work, text: str, at_ms: int) -> Step:
    """What follows the candidate's words. `work` is the state's own."""
    if box.is_up(state, at_ms) and heard_as(text, task=work.task, working=False) is not Said.STOP:
        return time_is_up(state, at_ms)
    if isinstance(work, CodingWork):
        return coding.answered(state, work, _code(state, work), text, at_ms)
    return case.answered(state, work, _case(state, work), text, at_ms)


def silent(state: InterviewState, work: Work, event: CandidateSilent, at_ms: int) -> Step:
    """What follows a silence in which nothing was typed either. `state` counts it already."""
    if box.is_up(state, at_ms):
        return leave(state, at_ms, why="The time for this part was used up.", after_silence=True)
    if isinstance(work, CodingWork):
        return pauses.silent_over_code(state, work, _code(state, work), at_ms, event.seconds)
    return pauses.silent_over_a_case(state, work, _case(state, work), at_ms, event.seconds)


def skipped(state: InterviewState, at_ms: int) -> Step:
    """What follows the button that skips."""
    return leave(state, at_ms, why="You left this exercise.", lead=wording.SKIP_LEAD)


def happened(state: InterviewState, work: Work, event: CodeRan | HintAsked | ExerciseFinished, at_ms: int) -> Step:
    """What follows a run or a button of the exercise. One that belongs to another exercise changes nothing: a run may
    end after its exercise was closed, so this is no error of the caller."""
    if event.exercise != work.key:
        return state, wait(state, _ELSEWHERE)
    if box.is_up(state, at_ms):
        return time_is_up(state, at_ms)
    fresh = replace(state, silences=0)
    if isinstance(work, CaseWork):
        return _of_case(fresh, work, _case(state, work), event, at_ms)
    exercise = _code(state, work)
    match event:
        case CodeRan():
            return runs.after_run(fresh, work, exercise, event, at_ms)
        case HintAsked():
            return coding.hint(fresh, work, exercise, "You asked for a hint.")
        case ExerciseFinished():
            return coding.finished(fresh, work, exercise, at_ms)


def noted_in_a_pause(state: InterviewState, work: Work, event: CodeRan) -> Step:
    """A run that ends while the interview is paused counts; nothing is said to it."""
    if not isinstance(work, CodingWork) or event.exercise != work.key:
        return state, wait(state, _ELSEWHERE)
    kept = replace(state, work=work.with_run(event))
    return kept, wait(kept, "The interview is paused; the run is kept.")


def _of_case(
    state: InterviewState,
    work: CaseWork,
    template: CaseTemplate,
    event: CodeRan | HintAsked | ExerciseFinished,
    at_ms: int,
) -> Step:
    match event:
        case CodeRan():
            return state, wait(state, "A case has no code to run.")
        case HintAsked():
            return case.pointed(state, work, template, at_ms, "You asked for help.")
        case ExerciseFinished():
            return case.finished(state, work, template, at_ms)


def _code(state: InterviewState, work: CodingWork) -> CodingExercise:
    exercise = state.exercises[work.key]
    if not isinstance(exercise, CodingExercise):
        raise TypeError(f"{work.key!r} is no coding exercise")
    return exercise


def _case(state: InterviewState, work: CaseWork) -> CaseTemplate:
    exercise = state.exercises[work.key]
    if not isinstance(exercise, CaseTemplate):
        raise TypeError(f"{work.key!r} is no case")
    return exercise
