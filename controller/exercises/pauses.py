"""What the interviewer says over an exercise when nobody speaks: into a long silence, and when time is running out."""

from __future__ import annotations

from dataclasses import replace

from controller import wording
from controller.asking import wait
from controller.decisions import Action
from controller.exercises import box, stages, talk
from controller.exercises.case import pointed
from controller.exercises.coding import back_to, has_hints
from controller.exercises.discussion import discuss
from controller.exercises.leaving import time_is_up
from controller.exercises.review import afterwards
from controller.exercises.saying import Remark, Step, asks, says, stays_quiet
from controller.exercises.work import Awaits, CaseWork, CodingWork, Offer, Work
from controller.state import InterviewState
from schema.exercises import CaseTemplate, CodingExercise
from schema.vocabulary import ExerciseActivity, ExerciseStage, QuestionKind

_ASKED = frozenset({Awaits.ANSWER, Awaits.DISCUSSION})


def silent_over_code(
    state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int, seconds: float
) -> Step:
    """Where are you? - a hint? - shall we move on? - and then quiet. `state.silences` counts this one."""
    was_quiet = f"It was quiet for {round(seconds)} seconds"
    number = state.silences
    if work.awaits is Awaits.DISCUSSION:
        return _silent_in_the_talk(state, work, exercise, at_ms, was_quiet)
    if work.awaits in (Awaits.ANSWER, Awaits.OFFER) and number == 1:
        return stays_quiet(state, replace(work, awaits=back_to(work)), f"{was_quiet}; you have gone back to the code.")
    if number == 1:
        text = talk.AT_WORK[(len(work.spoken) + state.seed) % len(talk.AT_WORK)]
        awaits = work.awaits if work.awaits is Awaits.EXPLANATION else Awaits.ANSWER
        return says(state, work, Remark(text, f"{was_quiet} and nothing was typed.", awaits, QuestionKind.TASK), _NUDGE)
    if number == 2 and has_hints(work, exercise):
        offered = replace(work, offer=Offer.HINT)
        remark = Remark(talk.OFFER_HINT, f"{was_quiet} again.", Awaits.OFFER, QuestionKind.TASK)
        return says(state, offered, remark, Action.OFFER_MOVE_ON)
    if number <= 3 and work.offer is not Offer.MOVE_ON:
        return _offer_to_move_on(state, work, talk.OFFER_MOVE_ON, was_quiet)
    return stays_quiet(state, work, "You know that you may move on; the interviewer waits.")


def _silent_in_the_talk(
    state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int, was_quiet: str
) -> Step:
    if state.silences == 1:
        text = wording.nudge(state.questions + len(work.asked), state.seed)
        return says(state, work, Remark(text, f"{was_quiet}; this only says that there is no hurry."), _NUDGE)
    why = f"{was_quiet} again."
    if exercise.activity is ExerciseActivity.REVIEW:
        return afterwards(state, work, exercise, at_ms)
    return discuss(state, work, exercise, at_ms, lead=wording.OTHER_LEAD, why=why)


def silent_over_a_case(state: InterviewState, work: CaseWork, case: CaseTemplate, at_ms: int, seconds: float) -> Step:
    """Where are you? - a question that leads on - shall we go on? - and then quiet."""
    was_quiet = f"It was quiet for {round(seconds)} seconds"
    if state.silences == 1:
        text = talk.CASE_AT_WORK[(len(work.asked) + state.seed) % len(talk.CASE_AT_WORK)]
        return says(state, work, Remark(text, f"{was_quiet}.", kind=QuestionKind.TASK), _NUDGE)
    if state.silences == 2:
        return pointed(state, work, case, at_ms, f"{was_quiet} again, so this leads on.")
    if state.silences == 3:
        return _offer_to_move_on(state, work, talk.CASE_OFFER, was_quiet)
    return stays_quiet(state, work, "You know that you may move on; the interviewer waits.")


def _offer_to_move_on(state: InterviewState, work: Work, text: str, was_quiet: str) -> Step:
    offered = replace(work, offer=Offer.MOVE_ON)
    remark = Remark(text, f"{was_quiet}; you may prefer to move on.", Awaits.OFFER, QuestionKind.TASK)
    return says(state, offered, remark, Action.OFFER_MOVE_ON)


# ------------------------------------------------------------------ time


def ticked(state: InterviewState, work: Work, at_ms: int) -> Step:
    """The end of the exercise's time, two minutes before it, and a case's last quarter; else nothing."""
    if box.is_up(state, at_ms):
        over = box.ends_ms(state.plan, state.phase_index) + box.ANSWER_GRACE_MS
        if work.awaits in _ASKED and at_ms < over:
            return state, wait(state, "The time for this part is up; you may finish your answer.")
        return time_is_up(state, at_ms)
    if isinstance(work, CaseWork) and _must_recommend(state, work, at_ms):
        minutes = talk.minutes_in_words(box.minutes_left(state, at_ms))
        moved = replace(work, stage=ExerciseStage.RECOMMENDATION, turns=0, probed=0, stage_ms=at_ms)
        text = talk.TIME_TO_RECOMMEND.format(minutes=minutes)
        reason = "A quarter of the time is left, so a recommendation is due."
        return asks(state, moved, Remark(text, reason, Awaits.ANSWER, QuestionKind.TASK))
    if not work.warned and box.is_warning_due(state, work.opened_ms, at_ms):
        warning = _nearly_up(state, work)
        if warning is not None:
            remark = Remark(warning, "Two minutes of this part are left.")
            return says(state, replace(work, warned=True), remark, _NUDGE)
    return state, wait(state, "Time is passing; nothing is due.")


def _must_recommend(state: InterviewState, work: CaseWork, at_ms: int) -> bool:
    late = box.share_used(state, work.opened_ms, at_ms) >= stages.RECOMMEND_AT
    return late and stages.is_before(work, ExerciseStage.RECOMMENDATION)


def _nearly_up(state: InterviewState, work: CodingWork | CaseWork) -> str | None:
    """How the end is announced; None where it need not be: the work is done and talked about."""
    if isinstance(work, CaseWork):
        return talk.NEARLY_UP_CASE
    if work.stage is ExerciseStage.DISCUSS or work.solved:
        return None
    exercise = state.exercises[work.key]
    if isinstance(exercise, CodingExercise) and exercise.activity is ExerciseActivity.EXPLAIN:
        return None
    return talk.NEARLY_UP_REVIEW if work.stage is ExerciseStage.REVIEW else talk.NEARLY_UP


_NUDGE = Action.NUDGE
