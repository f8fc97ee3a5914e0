"""The interview: `step(state, event)` says what the interviewer does next. Pure; the state is the fold of events.

An interviewer's turn goes: is time up? - is this a wish or an answer? - what does the answer lack? - is there time and
budget to ask for it? - else the next question, the next phase, or the close.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from types import MappingProxyType
from typing import assert_never

from controller import timebox, wording
from controller.answering import answered, expected_by
from controller.asking import Step, again, ask_close, ask_next, open_interview, say_goodbye, wait
from controller.claims import ledger_of
from controller.decisions import Action, Decision
from controller.events import (
    BargedIn,
    CandidateSilent,
    CodeRan,
    Event,
    ExerciseFinished,
    HintAsked,
    InterviewStarted,
    QuestionUnheard,
    Requested,
    Tick,
    TurnEnded,
)
from controller.exercises import desk
from controller.exercises.pauses import ticked
from controller.exercises.saying import tabled
from controller.exercises.work import carried
from controller.foresight import likely_next as likely_next
from controller.patterns import keys_of, needed
from controller.state import IllegalEventError, InterviewState, OpenQuestion, Status, Undo
from controller.templates import word_count
from schema.exercises import CaseTemplate, Exercise
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan, PlanPhase
from schema.vocabulary import MissingPiece, PatternType, PhaseKind, RoleCategory

_NONE: Mapping[str, Exercise] = MappingProxyType({})


class PlanError(ValueError):
    """The plan can't be held as an interview. `str()` names the phase and what is wrong."""


def new_state(
    plan: InterviewPlan,
    patterns: Mapping[str, QuestionPattern],
    *,
    candidate_name: str | None = None,
    seed: int = 0,
    exercises: Mapping[str, Exercise] = _NONE,
) -> InterviewState:
    """The state before the first event. Raises PlanError on an unknown pattern, exercise or person, or a plan without
    its close.

    `candidate_name` is how to address the candidate; by default the plan's, which has it from the résumé. `exercises`
    holds those that the plan names, by key.
    """
    _check_plan(plan, patterns, exercises)
    return InterviewState(
        plan=plan,
        patterns=patterns,
        candidate_name=candidate_name or plan.metadata.candidate_name,
        seed=seed,
        needs={key: needed(patterns[key]) for phase in plan.phases for key in keys_of(phase)},
        general=_general(patterns, plan.metadata.role_category),
        claims=ledger_of(plan),
        exercises={key: exercises[key] for phase in plan.phases for key in phase.exercises},
    )


def _check_plan(
    plan: InterviewPlan, patterns: Mapping[str, QuestionPattern], exercises: Mapping[str, Exercise]
) -> None:
    people = {person.id for person in plan.interviewers}
    for phase in plan.phases:
        for key in keys_of(phase):
            if key not in patterns:
                raise PlanError(f"phase {phase.id!r} names the pattern {key!r}, which is not in the catalogue")
        for key in phase.exercises:
            _check_exercise(phase, key, exercises)
        if phase.interviewer is not None and people and phase.interviewer not in people:
            raise PlanError(
                f"phase {phase.id!r} names the interviewer {phase.interviewer!r}, whom the plan doesn't know"
            )
    kinds = [phase.kind for phase in plan.phases]
    if kinds.count(PhaseKind.CLOSE) != 1 or kinds[-1] is not PhaseKind.CLOSE:
        raise PlanError("a plan ends in its one close phase")
    if not any(keys_of(phase) or phase.exercises for phase in plan.phases[:-1]):
        raise PlanError("a plan asks at least one question before its close")


def _check_exercise(phase: PlanPhase, key: str, exercises: Mapping[str, Exercise]) -> None:
    if key not in exercises:
        raise PlanError(f"phase {phase.id!r} names the exercise {key!r}, which is not in the catalogue")
    wanted = PhaseKind.CASE_STUDY if isinstance(exercises[key], CaseTemplate) else PhaseKind.CODING
    if phase.kind is not wanted:
        raise PlanError(f"phase {phase.id!r} is {phase.kind.value} and names {key!r}, which belongs to {wanted.value}")


def _general(patterns: Mapping[str, QuestionPattern], role: RoleCategory) -> tuple[QuestionPattern, ...]:
    """The follow-ups that fit any question of this role."""
    probes = (patterns[key] for key in sorted(patterns) if patterns[key].pattern_type is PatternType.PROBE)
    return tuple(pattern for pattern in probes if pattern.role_category in (None, role))


def step(state: InterviewState, event: Event) -> Step:
    """The next state and what to say. Raises IllegalEventError for an event that can't happen here.

    Where nothing changed, the very same state object comes back, and the event need not be stored.
    """
    if state.status is Status.OVER:
        return state, wait(state, "The interview is over.")
    _check(state, event)
    at_ms = max(state.now_ms, event.at_ms)
    if at_ms >= timebox.over_ms(state.plan):
        last_words = say_goodbye(state, "The interview's time is used up.", lead=wording.TIME_IS_UP)
        return _kept(state, last_words, at_ms, None)
    after, decision = _handled(state, event, at_ms)
    return _kept(state, (after, tabled(after, decision)), at_ms, _answer_of(state, event))


def _handled(state: InterviewState, event: Event, at_ms: int) -> Step:
    match event:
        case InterviewStarted():
            return open_interview(state, at_ms)
        case TurnEnded():
            return _turn_ended(state, event, at_ms)
        case CandidateSilent():
            return _silent(state, event, at_ms)
        case BargedIn():
            return _barged_in(state, event)
        case QuestionUnheard():
            return _unheard(state, event)
        case Tick():
            return _ticked(state, at_ms)
        case Requested():
            return _requested(state, event, at_ms)
        case CodeRan() | HintAsked() | ExerciseFinished():
            return _over_the_exercise(state, event, at_ms)
        case _:
            assert_never(event)


def fold(state: InterviewState, events: Iterable[Event]) -> InterviewState:
    """The state after all events. Raises IllegalEventError as `step` does."""
    return reduce(lambda reached, event: step(reached, event)[0], events, state)


def is_over(state: InterviewState) -> bool:
    """Whether the goodbye has been decided."""
    return state.status is Status.OVER


def open_question(state: InterviewState) -> Decision | None:
    """The question being answered, without its greeting or lead, fit to be asked again; None when none is open."""
    return tabled(state, replace(state.open.asked, text=state.open.core, reveals=(), hint=None)) if state.open else None


def awaited(state: InterviewState) -> tuple[str, tuple[MissingPiece, ...]] | None:
    """The question that an answer is awaited to and the pieces it expects; None where no answer would be judged."""
    if state.open is None or state.is_closing or state.work is not None or state.status is not Status.LIVE:
        return None
    return state.open.core, expected_by(state.open)


def remaining_ms(state: InterviewState, at_ms: int) -> int:
    """Milliseconds of the planned time that are left, never below zero."""
    return max(0, timebox.total_ms(state.plan) - at_ms)


# ------------------------------------------------------------------ bookkeeping around every step


def _check(state: InterviewState, event: Event) -> None:
    if event.at_ms < 0:
        raise IllegalEventError(f"an event can't happen {-event.at_ms} ms before the interview")
    if state.status is Status.NEW and not isinstance(event, InterviewStarted):
        raise IllegalEventError(f"expected InterviewStarted first, not {type(event).__name__}")
    if state.status is not Status.NEW and isinstance(event, InterviewStarted):
        raise IllegalEventError("the interview has already started")
    if isinstance(event, BargedIn | QuestionUnheard) and event.question_id not in state.known_ids:
        raise IllegalEventError(f"no question {event.question_id!r} has been asked")


def _answer_of(state: InterviewState, event: Event) -> str | None:
    """The candidate's words that a decision follows from: they come back when it is taken back unheard."""
    if isinstance(event, TurnEnded):
        return _with_pending(state, event.text)
    if isinstance(event, CandidateSilent) or (isinstance(event, Requested) and event.what == "repeat"):
        return state.pending
    return None


def _with_pending(state: InterviewState, text: str) -> str:
    return " ".join(part for part in (state.pending, text.strip()) if part)


def _kept(before: InterviewState, done: Step, at_ms: int, answer: str | None) -> Step:
    """Writes down the time and how to take a spoken decision back. Nothing changed: the state stays the same object."""
    after, decision = done
    if after is before and decision.action is Action.WAIT:
        return before, decision
    if decision.action is Action.WAIT or decision.question_id is None:
        return replace(after, now_ms=at_ms), decision
    undo = Undo(decision.question_id, replace(before, undo=None), answer)
    return replace(after, now_ms=at_ms, undo=undo), decision


# ------------------------------------------------------------------ the candidate spoke


def _turn_ended(state: InterviewState, event: TurnEnded, at_ms: int) -> Step:
    if not event.text.strip():
        return state, wait(state, "Nothing was understood, so the question stays open.")
    text = _with_pending(state, event.text)
    if state.status is Status.PAUSED:
        paused = replace(state, pending=text)
        return paused, wait(paused, "The interview is paused; what you said is kept for when it goes on.")
    return answered(state, text, at_ms, event.opinion)


# ------------------------------------------------------------------ the candidate was silent, or spoke over a question


def _silent(state: InterviewState, event: CandidateSilent, at_ms: int) -> Step:
    if state.status is Status.PAUSED:
        return state, wait(state, "The interview is paused.")
    if state.pending is not None or state.open is None:
        return answered(state, state.pending or "", at_ms)
    quiet = replace(state, silences=state.silences + 1)
    if state.work is not None:
        return desk.silent(quiet, state.work, event, at_ms)
    if state.is_closing:
        return _silent_at_close(quiet)
    if at_ms >= timebox.close_due_ms(state.plan):
        return ask_close(quiet, at_ms, why="It was quiet and only the time for your own questions is left.")
    return _prompted(quiet, state.open, event, at_ms)


def _prompted(state: InterviewState, question: OpenQuestion, event: CandidateSilent, at_ms: int) -> Step:
    was_quiet = f"It was quiet for {round(event.seconds)} seconds"
    if state.silences == 1 and _was_cut(question):
        reason = f"{was_quiet} and you had heard only part of the question."
        return again(state, Action.REPEAT, question.core, reason)
    if state.silences == 1:
        text = wording.nudge(state.questions, state.seed)
        return again(state, Action.NUDGE, text, f"{was_quiet}; this only says that there is no hurry.")
    if state.silences == 2:
        offered = replace(state, offered=True)
        return again(
            offered, Action.OFFER_MOVE_ON, wording.OFFER, f"{was_quiet} again; you may prefer another question."
        )
    if state.silences == 3:
        return again(state, Action.HOLD, wording.HOLD, "It stayed quiet, so the interviewer waits for you.")
    if timebox.is_over_for_questions(state.plan, state.phase_index, at_ms):
        why = f"{was_quiet} and the time for this part was used up."
        return ask_next(state, at_ms, lead=wording.OTHER_LEAD, why=why, after_silence=True)
    return state, wait(state, "The interviewer has said that it waits; it does so.")


def _silent_at_close(state: InterviewState) -> Step:
    if state.silences == 1:
        return again(state, Action.NUDGE, wording.CLOSING_NUDGE, "It was quiet; you may still ask something.")
    return say_goodbye(state, "It stayed quiet after your questions were invited, so the interview ended.")


def _was_cut(question: OpenQuestion) -> bool:
    """Whether less than half of the question had been heard when the candidate spoke over it."""
    return question.heard is not None and word_count(question.heard) * 2 < word_count(question.asked.text)


def _barged_in(state: InterviewState, event: BargedIn) -> Step:
    question = state.open
    if question is None or question.asked.question_id != event.question_id:
        return state, wait(state, "That question is no longer the open one.")
    cut = replace(state, open=replace(question, heard=event.heard), silences=0)
    return cut, wait(cut, "You spoke over the question; it stays open and you have the floor.")


def _unheard(state: InterviewState, event: QuestionUnheard) -> Step:
    undo = state.undo
    if undo is None or undo.question_id != event.question_id:
        return state, wait(state, "That question had been heard or answered already.")
    status = Status.PAUSED if state.status is Status.PAUSED else Status.LIVE
    pending = undo.answer if undo.answer is not None else undo.before.pending
    if pending is None and undo.before.open is None:
        pending = ""
    work = carried(undo.before.work, state.work, spoken=undo.answer is not None)
    back = replace(undo.before, status=status, pending=pending, known_ids=state.known_ids, silences=0, work=work)
    return back, wait(back, "Nothing of the question was heard, so it is held back while you go on.")


# ------------------------------------------------------------------ buttons and spoken wishes


def _requested(state: InterviewState, event: Requested, at_ms: int) -> Step:
    if event.what == "end":
        return say_goodbye(state, "You ended the interview.", lead=wording.STOPPED)
    if event.what == "resume":
        return _resumed(state, at_ms)
    if state.status is Status.PAUSED:
        return state, wait(state, "The interview is paused.")
    match event.what:
        case "pause":
            paused = replace(state, status=Status.PAUSED)
            return paused, wait(paused, "You paused the interview; its clock stands still.")
        case "repeat":
            return _repeat_button(state, at_ms)
        case "skip":
            return _skipped(state, at_ms)
        case _:
            assert_never(event.what)


def _resumed(state: InterviewState, at_ms: int) -> Step:
    if state.status is not Status.PAUSED:
        return state, wait(state, "The interview was not paused.")
    live = replace(state, status=Status.LIVE, silences=0, offered=False)
    if live.open is None:
        return open_interview(live, at_ms)
    text = wording.joined(wording.WELCOME_BACK, live.open.core, needed=True)
    return again(live, Action.REPEAT, text, "You resumed the interview; this is where it stood.")


def _repeat_button(state: InterviewState, at_ms: int) -> Step:
    if state.pending is not None or state.open is None:
        return answered(state, state.pending or "", at_ms)
    fresh = replace(state, silences=0, offered=False)
    return again(fresh, Action.REPEAT, state.open.core, "You asked to hear the question again.")


def _skipped(state: InterviewState, at_ms: int) -> Step:
    fresh = replace(state, pending=None, silences=0, offered=False)
    if fresh.is_closing:
        return say_goodbye(fresh, "You skipped your own questions, so the interview ended.")
    if fresh.open is None:
        return open_interview(fresh, at_ms)
    if fresh.work is not None:
        return desk.skipped(fresh, at_ms)
    return ask_next(fresh, at_ms, lead=wording.SKIP_LEAD, why="You skipped the last question.")


# ------------------------------------------------------------------ an exercise is on the table


def _ticked(state: InterviewState, at_ms: int) -> Step:
    if state.work is None or state.open is None or state.pending is not None or state.status is not Status.LIVE:
        return state, wait(state, "Time is passing; nothing is due.")
    return ticked(state, state.work, at_ms)


def _over_the_exercise(state: InterviewState, event: CodeRan | HintAsked | ExerciseFinished, at_ms: int) -> Step:
    if state.work is None or state.open is None:
        return state, wait(state, "No exercise is on the table.")
    if state.status is Status.PAUSED:
        if isinstance(event, CodeRan):
            return desk.noted_in_a_pause(state, state.work, event)
        return state, wait(state, "The interview is paused.")
    return desk.happened(state, state.work, event, at_ms)
