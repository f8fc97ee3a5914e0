"""Turns a choice into a decision: the next question, a follow-up, the question again, the close, the goodbye."""

from __future__ import annotations

from dataclasses import replace

from controller import panel, reasons, timebox, wording
from controller.decisions import Action, Decision
from controller.exercises.opening import kind_of, next_exercise, open_exercise, practised
from controller.patterns import Choice, keys_of, next_choice
from controller.probes import Followup, opened
from controller.state import InterviewState, OpenQuestion, Status
from schema.transcript import AnswerSignals
from schema.vocabulary import PatternType, PhaseKind, QuestionKind

Step = tuple[InterviewState, Decision]


def wait(state: InterviewState, reason: str) -> Decision:
    """Say nothing, and why."""
    question = state.open
    return Decision(
        action=Action.WAIT,
        text="",
        reason=reason,
        phase_id=state.phase.id,
        question_id=question.asked.question_id if question else None,
        pattern_key=question.pattern_key if question else None,
        question_kind=question.asked.question_kind if question else QuestionKind.SHORT,
        asks_for=question.asked.asks_for if question else None,
        speaker=state.speaker,
    )


def open_interview(state: InterviewState, at_ms: int) -> Step:
    """Greeting and first question in one."""
    minutes = round(timebox.total_ms(state.plan) / 60_000)
    alone = practised(state.plan)
    purpose = kind_of(state.exercises[alone]) if alone is not None else None
    greeting = wording.greeting(state.plan, state.candidate_name, minutes, purpose)
    live = replace(state, status=Status.LIVE, pending=None)
    return ask_next(live, at_ms, lead=greeting, always_lead=True)


def ask_next(
    state: InterviewState,
    at_ms: int,
    *,
    signals: AnswerSignals | None = None,
    lead: str | None = None,
    always_lead: bool = False,
    why: str = "",
    after_silence: bool = False,
) -> Step:
    """The next question of this phase or of a later one, or the close when time or questions are used up.

    `lead` replaces the usual small word before the question; with `always_lead` it is said before a long question too.
    `why` is said first in the reason.
    """
    index, moved = state.phase_index, why
    has_room = timebox.has_room_for_question(state.plan, at_ms, index, after_silence=after_silence)
    if not has_room and state.questions:
        return ask_close(state, at_ms, signals=signals, why=why or "Only the time for your own questions is left.")
    if timebox.is_over_for_questions(state.plan, index, at_ms) and state.questions:
        index += 1
        moved = moved or "The time for the part before was used up."
    while state.plan.phases[index].kind is not PhaseKind.CLOSE:
        exercise = next_exercise(state, index, at_ms)
        if exercise is not None:
            return open_exercise(state, exercise, index, at_ms, signals=signals, lead=lead, moved=moved)
        choice = next_choice(state, state.plan.phases[index], at_ms)
        if choice is not None:
            return _ask(state, choice, index, signals, lead, always_lead=always_lead, moved=moved)
        index += 1
    return ask_close(state, at_ms, signals=signals, why=moved or "All planned questions have been asked.")


def _ask(
    state: InterviewState,
    choice: Choice,
    index: int,
    signals: AnswerSignals | None,
    lead: str | None,
    *,
    always_lead: bool,
    moved: str,
) -> Step:
    number, phase = state.questions + 1, state.plan.phases[index]
    speaker = panel.speaker_of(state.plan, phase)
    why = " ".join(part for part in (moved, panel.asks_now(state.plan, state.speaker, speaker)) if part)
    decision = Decision(
        action=Action.ASK,
        text=_spoken(state, choice, index, lead, speaker, always_lead=always_lead),
        reason=reasons.why_question(choice, phase.kind, moved=why),
        phase_id=phase.id,
        question_id=f"q{number}",
        pattern_key=choice.pattern.key,
        question_kind=choice.pattern.question_kind,
        signals=signals,
        speaker=speaker,
    )
    return _opened(state, decision, choice, index), decision


def _spoken(
    state: InterviewState, choice: Choice, index: int, lead: str | None, speaker: str | None, *, always_lead: bool
) -> str:
    """The question with what stands before it. Who takes over says so; that stands for any other lead."""
    handover = panel.takes_over(state.plan, state.speaker, speaker, state.introduced)
    if handover:
        return wording.joined(handover, choice.text, needed=True)
    if lead is None:
        opens = state.plan.phases[index].kind if index != state.phase_index else None
        lead = wording.question_lead(state.plan.metadata.style, state.questions + 1, state.seed, opens=opens)
    return wording.joined(lead, choice.text, needed=always_lead)


def _opened(state: InterviewState, decision: Decision, choice: Choice, index: int) -> InterviewState:
    main_id = f"q{state.questions + 1}"
    question = OpenQuestion(
        main_id=main_id,
        pattern_key=choice.pattern.key,
        main_text=choice.text,
        expects=choice.pattern.expects,
        asked=decision,
        core=choice.text,
        slots=choice.slots,
        covers=choice.covers,
    )
    introduced = state.introduced | {decision.speaker} if decision.speaker else state.introduced
    return replace(
        state,
        phase_index=index,
        open=question,
        questions=state.questions + 1,
        used_patterns=(*state.used_patterns, choice.pattern.key),
        used_slots=(*state.used_slots, *choice.taken),
        known_ids=state.known_ids | {main_id},
        touched=state.touched | set(choice.covers),
        speaker=decision.speaker,
        introduced=introduced,
        silences=0,
        offered=False,
        pending=None,
    )


def ask_probe(
    state: InterviewState, followup: Followup, signals: AnswerSignals | None, *, lead: str | None = None
) -> Step:
    """A follow-up to the open question. Raises ValueError when no question is open."""
    question = opened(state)
    probes = question.probes + 1
    decision = Decision(
        action=Action.PROBE,
        text=_spoken_probe(state, followup, probes, lead),
        reason=_why_probe(followup, signals),
        phase_id=state.phase.id,
        question_id=f"{question.main_id}.{probes}",
        pattern_key=question.pattern_key,
        question_kind=followup.kind,
        asks_for=followup.piece,
        signals=signals,
        quotes=followup.quotes,
        speaker=state.speaker,
    )
    asked = (*question.pieces_asked, followup.piece) if followup.piece else question.pieces_asked
    again = replace(
        question,
        asked=decision,
        core=followup.text,
        probes=probes,
        pieces_asked=asked,
        stuck=question.stuck or followup.easier,
        deeper=question.deeper + followup.deeper,
        repeats=0,
        heard=None,
    )
    raised = state.raised | {followup.contradiction.key} if followup.contradiction else state.raised
    said, ids = state.said_probes | {followup.text}, state.known_ids | {f"{question.main_id}.{probes}"}
    after = replace(state, open=again, said_probes=said, known_ids=ids, raised=raised, pending=None)
    return after, decision


def _spoken_probe(state: InterviewState, followup: Followup, probes: int, lead: str | None) -> str:
    if followup.contradiction is not None:
        return followup.text  # polite by itself; a lead would put pressure on it
    if lead is None:
        style, number = state.plan.metadata.style, state.questions + probes
        lead = wording.probe_lead(style, number, state.seed, deeper=followup.deeper)
    return wording.joined(lead, followup.text)


def _why_probe(followup: Followup, signals: AnswerSignals | None) -> str:
    if followup.contradiction is not None:
        return reasons.why_contradiction(followup.contradiction)
    if followup.easier:
        return reasons.why_easier()
    if followup.piece is not None:
        return reasons.why_piece(followup.piece, signals)
    return reasons.why_deeper(signals) if followup.deeper else reasons.why_concrete(signals)


def again(state: InterviewState, action: Action, text: str, reason: str) -> Step:
    """Something said while the same question stays open. Raises ValueError when none is."""
    asked = opened(state).asked
    said = replace(asked, action=action, text=text, reason=reason, signals=None, quotes=(), speaker=state.speaker)
    return state, replace(said, reveals=(), hint=None)


def ask_close(state: InterviewState, at_ms: int, *, signals: AnswerSignals | None = None, why: str) -> Step:
    """Invite the candidate's own questions, or say goodbye where no time is left for them."""
    index = len(state.plan.phases) - 1
    choice = next_choice(state, state.plan.phases[index])
    if choice is None or not timebox.has_room_for_close(state.plan, at_ms):
        return say_goodbye(replace(state, phase_index=index), why, signals=signals)
    return _ask(state, choice, index, signals, None, always_lead=False, moved=why)


def say_goodbye(state: InterviewState, reason: str, *, lead: str = "", signals: AnswerSignals | None = None) -> Step:
    """The last words; after them every event waits. Whoever has the floor says them."""
    phase = state.plan.phases[-1]
    closing = [key for key in keys_of(phase) if state.patterns[key].pattern_type is PatternType.CLOSE]
    decision = Decision(
        action=Action.CLOSE,
        text=wording.goodbye(state.plan, state.candidate_name, lead),
        reason=reason,
        phase_id=phase.id,
        pattern_key=closing[0] if closing and state.is_closing else None,
        question_kind=QuestionKind.CLOSED,
        signals=signals,
        speaker=state.speaker or panel.speaker_of(state.plan, phase),
    )
    last = len(state.plan.phases) - 1
    over = replace(state, status=Status.OVER, phase_index=last, open=None, work=None, pending=None, undo=None)
    return over, decision
