"""What the interviewer says to a run: mostly nothing; a word on a failure, an endless loop, and what was submitted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from controller.decisions import Action
from controller.events import CodeRan
from controller.exercises import talk
from controller.exercises.discussion import as_spoken, discuss
from controller.exercises.saying import Remark, Step, asks, says, stays_quiet, unsaid
from controller.exercises.work import Awaits, CodingWork, Offer
from controller.state import InterviewState
from schema.code_runs import RunVerdict
from schema.exercises import CodingExercise, SignalAspect
from schema.vocabulary import ExerciseActivity, ExerciseStage, QuestionKind

SAME_BEFORE = 2  # runs before this one that ended just so: the third offers a hint
_BUSY = frozenset({Awaits.EXPLANATION, Awaits.OFFER, Awaits.DISCUSSION})
STAGES = {ExerciseActivity.DEBUG: ExerciseStage.DEBUG, ExerciseActivity.MODIFY: ExerciseStage.MODIFY}
_AT_WORK = frozenset({ExerciseStage.DEBUG, ExerciseStage.MODIFY})


def after_run(state: InterviewState, before: CodingWork, exercise: CodingExercise, run: CodeRan, at_ms: int) -> Step:
    """What follows a run or a submission. `before` is the work without it."""
    work = _begun(before, exercise, run).with_run(run)
    state = replace(state, silences=0)
    if run.submitted:
        return _submitted(state, work, exercise, run, at_ms)
    if work.awaits in _BUSY or work.stage not in _AT_WORK:
        return stays_quiet(state, work, "You ran the tests; the question before is still yours.")
    work = replace(work, awaits=Awaits.WORK)  # who runs again has left a short question amid the work behind
    if run.verdict is RunVerdict.PASSED:
        return _all_pass(state, work, exercise, run)
    if run.repeated >= SAME_BEFORE:
        return _same_again(state, work, exercise, run)
    return _not_passed(state, work, run)


def _begun(work: CodingWork, exercise: CodingExercise, run: CodeRan) -> CodingWork:
    """Who runs changed code before explaining anything has begun to work."""
    stage = STAGES.get(exercise.activity)
    if stage is None or work.stage is not ExerciseStage.EXPLAIN or run.revision == 0:
        return work
    changes = exercise.activity is ExerciseActivity.MODIFY
    task = as_spoken(exercise.modification_requirement or work.task) if changes else work.task
    return replace(work, stage=stage, awaits=Awaits.WORK, modification=changes, task=task)


# ------------------------------------------------------------------ submissions


def _submitted(state: InterviewState, work: CodingWork, exercise: CodingExercise, run: CodeRan, at_ms: int) -> Step:
    if run.verdict is RunVerdict.PASSED:
        if work.stage is ExerciseStage.DISCUSS:
            return stays_quiet(state, work, "What you submitted passes; the question before is still yours.")
        return discuss(state, work, exercise, at_ms, lead=talk.SOLVED, why="Your submission passed.")
    if work.stage is ExerciseStage.DISCUSS:
        return stays_quiet(state, work, "What you submitted does not pass; the question before is still yours.")
    if run.verdict is not RunVerdict.FAILED:
        return _not_passed(state, work, run, always=True)
    seen = len(run.failing)
    hidden = max(0, run.total - run.passed - seen)
    if seen:
        text = talk.still_fail(seen, hidden=False)
        reason = "Your submission fails tests that you can see; you may go on with it."
        return says(state, work, Remark(text, reason, awaits=Awaits.WORK), Action.NUDGE)
    text = talk.still_fail(max(1, hidden), hidden=True)
    reason = "Your submission fails hidden tests; this says how many and leaves it to you to find the input."
    question = unsaid(state, (f"{text} {variant}" for variant in talk.WHICH_INPUT))
    if question is None or f"{work.stage}:input" in work.spoken:
        return says(state, work, Remark(text, reason, awaits=Awaits.WORK), Action.NUDGE)
    return asks(state, _once(work, "input"), Remark(question, reason, awaits=Awaits.ANSWER, kind=QuestionKind.TASK))


# ------------------------------------------------------------------ runs


def _all_pass(state: InterviewState, work: CodingWork, exercise: CodingExercise, run: CodeRan) -> Step:
    if run.revision == 0:
        return stays_quiet(state, work, "The tests pass on the code as it was given.")
    cause = [signal for signal in exercise.expected_signals if signal.aspect is SignalAspect.CAUSE]
    told = any(signal.id in work.said for signal in cause)
    why = unsaid(state, talk.WHY_FAILED)
    debugs = exercise.activity is ExerciseActivity.DEBUG and work.stage is ExerciseStage.DEBUG
    if debugs and not told and why is not None and _is_new(work, "why"):
        reason = "The tests that you can see pass, and you have not said yet why they failed before."
        return asks(state, _once(work, "why"), Remark(why, reason, awaits=Awaits.ANSWER))
    if not _is_new(work, "invite"):
        return stays_quiet(state, work, "The tests that you can see pass; you know that you can submit.")
    text = talk.INVITE[0 if work.stage is ExerciseStage.DEBUG else 1]
    reason = "The tests that you can see pass; hidden ones run when you submit."
    return says(state, _once(work, "invite"), Remark(text, reason, awaits=Awaits.WORK), Action.NUDGE)


def _same_again(state: InterviewState, work: CodingWork, exercise: CodingExercise, run: CodeRan) -> Step:
    left = work.hints < len(exercise.hints) and not _is_change(work, exercise)
    name = f"same {run.revision - run.repeated}"
    offer = unsaid(state, talk.SAME_AGAIN)
    if run.repeated > SAME_BEFORE or not left or offer is None or not _is_new(work, name):
        return stays_quiet(state, work, "The tests ended in the same way again; nothing new can be said to it.")
    offered = replace(_once(work, name), offer=Offer.HINT)
    reason = "Three runs in a row ended in the same way, so a hint is offered."
    return asks(state, offered, Remark(offer, reason, awaits=Awaits.OFFER))


def _not_passed(state: InterviewState, work: CodingWork, run: CodeRan, *, always: bool = False) -> Step:
    """One question a stage about each way in which a run can end badly. `always`: it was a submission."""
    variants, reason = _about(run)
    text = unsaid(state, variants)
    if run.verdict is RunVerdict.FAILED and run.revision == 0:
        return stays_quiet(state, work, "The test fails on the code as it was given, as it should.")
    name = run.verdict.value
    if text is None or not _is_new(work, name):
        if always:
            said = talk.NOT_YET
            return says(state, work, Remark(said, reason, awaits=Awaits.WORK), Action.NUDGE)
        return stays_quiet(state, work, "Not every run is worth a word; you have seen what it says.")
    return asks(state, _once(work, name), Remark(text, reason, awaits=Awaits.ANSWER, kind=QuestionKind.TASK))


def _about(run: CodeRan) -> tuple[Sequence[str], str]:
    if run.verdict is RunVerdict.LIMIT:
        time = "time" in run.message.lower()
        variants = talk.ON_TIME_LIMIT if time else talk.ON_LIMIT
        return variants, "The run was stopped at a limit; this asks what in the code goes on without end."
    if run.verdict is RunVerdict.ERROR:
        return talk.ON_ERROR, "The run ended before any test; this asks what stood in its way."
    return talk.ON_FAILURE, "A test fails after your change; this asks what you read from it."


def _is_new(work: CodingWork, name: str) -> bool:
    return f"{work.stage}:{name}" not in work.spoken


def _once(work: CodingWork, name: str) -> CodingWork:
    return replace(work, spoken=work.spoken | {f"{work.stage}:{name}"})


def _is_change(work: CodingWork, exercise: CodingExercise) -> bool:
    """Whether a modification is worked on whose hints there are none of."""
    return work.modification and exercise.activity is not ExerciseActivity.MODIFY
