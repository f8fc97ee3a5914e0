"""A coding round: read and explain, mend or change, submit, and talk about it. Says nothing to what is typed."""

from __future__ import annotations

from dataclasses import replace

from controller import wording
from controller.decisions import Action
from controller.exercises import box, facts, talk
from controller.exercises.discussion import ask_for_the_change, discuss, noted
from controller.exercises.hearing import Said, heard_as
from controller.exercises.leaving import leave
from controller.exercises.manners import granted
from controller.exercises.review import afterwards, nothing_more, reviewed
from controller.exercises.runs import STAGES
from controller.exercises.saying import Remark, Step, asks, says, stays_quiet
from controller.exercises.work import Awaits, CodingWork, Offer
from controller.state import InterviewState
from controller.wishes import agrees, declines
from schema.exercises import CodingExercise
from schema.vocabulary import ExerciseActivity, ExerciseStage, QuestionKind

_STILL_ANSWERING = frozenset({Said.TELLS, Said.ALOUD, Said.REPEAT, Said.HEARING, Said.TIME})


def answered(state: InterviewState, before: CodingWork, exercise: CodingExercise, text: str, at_ms: int) -> Step:
    """What follows the candidate's words over code."""
    work = noted(before, exercise, text)
    said = heard_as(text, task=work.task, working=work.awaits is Awaits.WORK)
    if work.awaits is Awaits.OFFER:
        taken = _offered(state, work, exercise, text, said, at_ms)
        if taken is not None:
            return taken
        work = replace(work, awaits=back_to(work), offer=None)
    if work.awaits is Awaits.ANSWER and work.stage in STAGES.values() and said not in _STILL_ANSWERING:
        work = replace(work, awaits=Awaits.WORK)  # who wishes or asks something else has left the question
    step = granted(state, work, said, text, at_ms)
    return step if step is not None else _said(state, work, exercise, said, text, at_ms)


def _said(state: InterviewState, work: CodingWork, exercise: CodingExercise, said: Said, text: str, at_ms: int) -> Step:
    match said:
        case Said.HINT:
            return hint(state, work, exercise, "You asked for a hint.")
        case Said.UNSURE:
            return _unsure(state, work, exercise, at_ms)
        case Said.SOLUTION:
            return says(state, work, Remark(talk.OWN_WAY, "You asked for the solution; a hint is all there is."))
        case Said.DONE:
            return _done(state, work, exercise, at_ms)
        case Said.SUBMITS:
            return says(state, work, Remark(talk.PLEASE_SUBMIT, "You said that you submit it."))
        case Said.ASKS:
            return _asked(state, work, exercise, text, at_ms)
        case Said.ALOUD:
            return stays_quiet(state, work, "You were thinking aloud; nobody interrupts that.")
        case _:
            return _told(state, work, exercise, text, at_ms)


def _told(state: InterviewState, work: CodingWork, exercise: CodingExercise, text: str, at_ms: int) -> Step:
    """An answer: to the opening, to a short question amid the work, or in the talk afterwards."""
    is_review = exercise.activity is ExerciseActivity.REVIEW
    if work.awaits is Awaits.DISCUSSION:
        return afterwards(state, work, exercise, at_ms) if is_review else discuss(state, work, exercise, at_ms)
    if is_review:
        return reviewed(state, work, exercise, at_ms)
    if work.awaits is Awaits.EXPLANATION:
        return explained(state, work, exercise, at_ms)
    return carry_on(state, work)


def explained(state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int) -> Step:
    """The explanation was given: on to the work, or for who was to explain only, to the talk."""
    if exercise.activity is ExerciseActivity.EXPLAIN:
        return discuss(state, work, exercise, at_ms)
    if exercise.activity is ExerciseActivity.MODIFY:
        return ask_for_the_change(state, work, exercise)
    variants = talk.GO_AHEAD[state.plan.metadata.style]
    text = variants[(state.questions + state.seed) % len(variants)]
    working = replace(work, stage=STAGES[exercise.activity])
    return asks(
        state, working, Remark(text, "You have said what you see in the code; now it is yours.", awaits=Awaits.WORK)
    )


def carry_on(state: InterviewState, work: CodingWork) -> Step:
    """A short word after an answer amid the work."""
    variants = talk.CARRY_ON[state.plan.metadata.style]
    text = variants[state.open.probes % len(variants)] if state.open else variants[0]
    passed = work.last is not None and work.last.verdict.value == "passed" and not work.submitted
    if passed and f"{work.stage}:invite" not in work.spoken:
        work = replace(work, spoken=work.spoken | {f"{work.stage}:invite"})
        text = talk.SUBMIT_NOW
    return says(state, work, Remark(text, "You have answered; the code is yours again.", awaits=Awaits.WORK))


# ------------------------------------------------------------------ questions and hints


def _asked(state: InterviewState, work: CodingWork, exercise: CodingExercise, text: str, at_ms: int) -> Step:
    minutes = box.minutes_left(state, at_ms)
    reply = facts.reply_to(exercise, text, minutes=minutes, replies=work.replies)
    open_one = reply in talk.ASSUME
    after = replace(work, replies=work.replies + open_one)
    reason = "You asked about the exercise; it leaves that open." if open_one else "You asked about the exercise."
    return says(state, after, Remark(reply, reason))


def hint(state: InterviewState, work: CodingWork, exercise: CodingExercise, why: str) -> Step:
    """The next hint of the ladder, in its own words; never the solution."""
    if work.stage is ExerciseStage.DISCUSS and work.solved:
        return says(state, work, Remark(talk.NOTHING_TO_HINT, f"{why} The exercise is solved."))
    if work.modification and exercise.activity is not ExerciseActivity.MODIFY:
        return says(state, work, Remark(talk.HINTS_WERE_FOR_THE_FAULT, f"{why} The change has no hints of its own."))
    if work.hints >= len(exercise.hints):
        return says(state, work, Remark(talk.NO_MORE_HINTS, f"{why} All hints have been given."))
    number = work.hints + 1
    after = replace(work, hints=number, offer=None)
    reason = f"{why} This is hint {number} of {len(exercise.hints)}."
    awaits = work.awaits if work.awaits is Awaits.DISCUSSION else back_to(work)
    return says(state, after, Remark(exercise.hints[number - 1], reason, awaits=awaits, hint=number))


def _unsure(state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int) -> Step:
    """Who does not know is offered a hint, for a hint counts; in the talk the next question comes."""
    if work.awaits is Awaits.DISCUSSION:
        return discuss(state, work, exercise, at_ms, lead=wording.EASIER_LEAD, why="You had no answer.")
    if not has_hints(work, exercise):
        return hint(state, work, exercise, "You did not know how to go on.")
    offered = replace(work, offer=Offer.HINT)
    return says(state, offered, Remark(talk.OFFER_HINT, "You did not know how to go on.", awaits=Awaits.OFFER))


def has_hints(work: CodingWork, exercise: CodingExercise) -> bool:
    """Whether a hint could be given now."""
    change = work.modification and exercise.activity is not ExerciseActivity.MODIFY
    return work.hints < len(exercise.hints) and not change and not work.solved


def _offered(
    state: InterviewState, work: CodingWork, exercise: CodingExercise, text: str, said: Said, at_ms: int
) -> Step | None:
    """The answer to an offer; None where it was left aside."""
    if work.offer is Offer.TALK and said is not Said.SUBMITS and not declines(text):
        lead = talk.TALK if said is not Said.TELLS else ""
        return discuss(state, work, exercise, at_ms, lead=lead, why="You wanted to talk it through.")
    if agrees(text):
        if work.offer is Offer.HINT:
            return hint(state, work, exercise, "You wanted a hint.")
        return leave(state, at_ms, why="You agreed to move on.", lead="")
    if declines(text):
        stay = talk.GO_ON_THEN if work.offer is Offer.HINT else talk.STAY
        return says(state, work, Remark(stay, "You wanted to go on by yourself.", awaits=back_to(work)))
    return None


def back_to(work: CodingWork) -> Awaits:
    """What is awaited once an offer or a hint is dealt with."""
    unread = work.stage is ExerciseStage.EXPLAIN or (work.stage is ExerciseStage.REVIEW and not work.more)
    return Awaits.EXPLANATION if unread else Awaits.WORK


# ------------------------------------------------------------------ done


def _done(state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int) -> Step:
    if work.awaits is Awaits.EXPLANATION and exercise.activity is not ExerciseActivity.REVIEW:
        return says(state, work, Remark(talk.TELL_ME, "You have read the code; what you see in it is still open."))
    if work.awaits is Awaits.DISCUSSION:
        return discuss(state, work, exercise, at_ms)
    return finished(state, work, exercise, at_ms)


def finished(state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int) -> Step:
    """The candidate is done, by a button or by words."""
    if exercise.activity is ExerciseActivity.REVIEW:
        return nothing_more(state, work, exercise, at_ms)
    if work.awaits is Awaits.DISCUSSION:
        return leave(state, at_ms, why="You said that you are done with it.")
    talked = work.submitted or work.offer is Offer.TALK or exercise.activity is ExerciseActivity.EXPLAIN
    if talked:
        lead = "" if work.solved else talk.TALK
        return discuss(state, work, exercise, at_ms, lead=lead, why="You said that you are done with it.")
    offered = replace(work, offer=Offer.TALK)
    reason = "You said that you are done and nothing was submitted; hidden tests run on a submission only."
    remark = Remark(talk.TALK_FIRST, reason, awaits=Awaits.OFFER, kind=QuestionKind.TASK)
    return says(state, offered, remark, Action.NUDGE)
