"""Chooses the follow-up to an answer: what it lacks, the most important piece first, within a depth budget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from controller import timebox
from controller.phases import POLICIES
from controller.state import InterviewState, OpenQuestion
from controller.templates import render
from schema.patterns import Probe
from schema.transcript import AnswerSignals
from schema.vocabulary import AnswerStrength, MissingPiece, PatternType, QuestionKind, Style

MAX_FRUITLESS = 2  # follow-ups in a row that bring nothing new: the candidate has no more to give
BUDGET_STRONG = 1
BUDGET_WEAK = 2


@dataclass(frozen=True, slots=True)
class Followup:
    """A follow-up with its slots filled; `piece` is what it wants, None when it only asks for more substance."""

    text: str
    kind: QuestionKind
    piece: MissingPiece | None
    deeper: bool = False  # from `always`: not for a lack


def choose(state: InterviewState, signals: AnswerSignals) -> Followup | None:
    """The follow-up to an answer with these signals, or None when the next question is due.

    `signals` are those of everything said to the open question so far. Raises ValueError when no question is open.
    """
    question = opened(state)
    if question.probes >= budget(state, signals.strength) or question.fruitless >= MAX_FRUITLESS:
        return None
    for piece in signals.missing:
        followup = for_piece(state, piece)
        if followup is not None:
            return followup
    if signals.strength is AnswerStrength.VAGUE:
        return for_vague(state)
    return deeper(state) if question.probes == 0 else None


def opened(state: InterviewState) -> OpenQuestion:
    """The open question. Raises ValueError when there is none."""
    if state.open is None:
        raise ValueError("no question is open")
    return state.open


def budget(state: InterviewState, strength: AnswerStrength) -> int:
    """How many follow-ups the open question may have, after an answer of this strength."""
    rules = state.plan.global_rules
    depth = min(rules.probe_depth, POLICIES[state.phase.kind].probes)
    if strength is AnswerStrength.STRONG:
        return min(depth, BUDGET_STRONG)
    if strength is AnswerStrength.WEAK:
        return depth if state.plan.metadata.style is Style.STRESS else min(depth, BUDGET_WEAK)
    return depth if rules.be_strict_on_vagueness else min(depth, BUDGET_STRONG)


def for_piece(state: InterviewState, piece: MissingPiece) -> Followup | None:
    """The first unused follow-up that asks for `piece`: the pattern's own, then a general one. Asked once."""
    question = opened(state)
    if piece in question.pieces_asked:
        return None
    own = state.patterns[question.pattern_key].probe_tree.for_piece(piece)
    return _first_unused(state, (*own, *_general(state, piece)), piece)


def for_vague(state: InterviewState) -> Followup | None:
    """The first unused follow-up to an answer without substance."""
    return _first_unused(state, state.patterns[opened(state).pattern_key].probe_tree.if_vague, None)


def deeper(state: InterviewState) -> Followup | None:
    """The first unused follow-up that the pattern asks even after a complete answer."""
    followup = _first_unused(state, state.patterns[opened(state).pattern_key].probe_tree.always, None)
    return Followup(followup.text, followup.kind, None, deeper=True) if followup else None


def missing_so_far(question: OpenQuestion) -> tuple[MissingPiece, ...]:
    """The pieces that the answers to this question don't hold yet, the most important first."""
    return question.lacking if question.answers else question.expects


def is_in_time(state: InterviewState, at_ms: int) -> bool:
    """Whether a follow-up still fits into the phase's box and before the close."""
    in_box = at_ms < timebox.phase_end_ms(state.plan, state.phase_index)
    return in_box and timebox.has_room_for_probe(state.plan, at_ms)


def _general(state: InterviewState, piece: MissingPiece) -> Iterable[Probe]:
    role = state.plan.metadata.role_category
    for key in sorted(state.patterns):
        pattern = state.patterns[key]
        if pattern.pattern_type is PatternType.PROBE and pattern.role_category in (None, role):
            yield from pattern.probe_tree.for_piece(piece)


def _first_unused(state: InterviewState, probes: Iterable[Probe], piece: MissingPiece | None) -> Followup | None:
    slots = opened(state).slots
    for probe in probes:
        text = render(probe.text, slots)
        if text not in state.said_probes:
            return Followup(text, probe.kind, piece)
    return None
