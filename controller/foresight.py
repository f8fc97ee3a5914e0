"""What the interviewer will most probably say next, whatever the candidate answers: the voice prepares it meanwhile.

Each decision comes out of the same functions that `step` uses, on the same state, so its text is the text that `step`
returns if the answer goes that way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from controller import probes, timebox, wording
from controller.asking import again, ask_next, ask_probe, open_interview, say_goodbye
from controller.decisions import Action, Decision
from controller.exercises.ahead import guesses as exercise_guesses
from controller.probes import Followup
from controller.state import InterviewState, OpenQuestion, Status
from schema.vocabulary import AnswerStrength, MissingPiece

# How often an answer lacks a piece, from the golden answers: it orders the guesses, and decides nothing else.
_LACKING: Mapping[MissingPiece, float] = MappingProxyType(
    {
        MissingPiece.CONTEXT: 0.3,
        MissingPiece.OWNERSHIP: 0.4,
        MissingPiece.METRIC: 0.6,
        MissingPiece.TRADEOFF: 0.6,
        MissingPiece.RESULT: 0.5,
        MissingPiece.REFLECTION: 0.7,
    }
)
_ANSWER_MS = 60_000  # an answer may last so long that a box ends meanwhile
Guess = tuple[float, Decision]


def likely_next(state: InterviewState, limit: int = 6, *, at_ms: int | None = None) -> tuple[Decision, ...]:
    """At most `limit` decisions with distinct texts, the most probable first. `at_ms`: the clock, if it has gone on."""
    if state.status is Status.OVER:
        return ()
    now = max(state.now_ms, at_ms or 0)
    best: dict[str, Guess] = {}
    for weight, decision in _guesses(state, now):
        if decision.text and (decision.text not in best or best[decision.text][0] < weight):
            best[decision.text] = (weight, decision)
    ranked = sorted(best.values(), key=lambda guess: -guess[0])
    return tuple(decision for _, decision in ranked[:limit])


def _guesses(state: InterviewState, now: int) -> Iterator[Guess]:
    if state.open is None:
        yield 1.0, open_interview(state, now)[1]
    elif state.status is Status.PAUSED:
        text = wording.joined(wording.WELCOME_BACK, state.open.core, needed=True)
        yield 1.0, again(state, Action.REPEAT, text, "The interview may go on.")[1]
    elif state.work is not None:
        yield from exercise_guesses(state, state.work, now)
    elif state.is_closing:
        yield from _closing_guesses(state)
    else:
        yield from _followup_guesses(state, state.open, now)
        yield from _question_guesses(state, now)


def _closing_guesses(state: InterviewState) -> Iterator[Guess]:
    yield 0.9, say_goodbye(state, "The interview may end.")[1]
    yield 0.1, again(state, Action.NUDGE, wording.CLOSING_NUDGE, "It may be quiet.")[1]


def _followup_guesses(state: InterviewState, question: OpenQuestion, now: int) -> Iterator[Guess]:
    """Every follow-up that some answer would bring, weighted by how often an answer lacks that piece first."""
    if not probes.is_in_time(state, now) or question.probes >= probes.budget(state, AnswerStrength.VAGUE):
        return
    left = 1.0 if question.probes < probes.budget(state, AnswerStrength.WEAK) else 0.4
    for piece in probes.missing_so_far(question):
        followup = probes.for_piece(state, piece)
        if followup is not None:
            yield left * _LACKING[piece], _probed(state, followup)
            left *= 1 - _LACKING[piece]
    for followup, weight in ((probes.for_vague(state), 0.5), (_deeper(state, question), 0.6)):
        if followup is not None:
            yield left * weight, _probed(state, followup)


def _deeper(state: InterviewState, question: OpenQuestion) -> Followup | None:
    return probes.deeper(state, AnswerStrength.STRONG)


def _probed(state: InterviewState, followup: Followup) -> Decision:
    return ask_probe(state, followup, None)[1]


def _question_guesses(state: InterviewState, now: int) -> Iterator[Guess]:
    """The next question now, and the one that follows if a box ends while the candidate speaks."""
    yield 0.5, ask_next(state, now)[1]
    ends = (
        timebox.last_question_ms(state.plan, state.phase_index),
        timebox.close_due_ms(state.plan) - timebox.QUESTION_ROOM_MS + 1,
    )
    for end in ends:
        if now < end <= now + _ANSWER_MS:
            yield 0.45, ask_next(state, end)[1]
    yield 0.05, ask_next(state, now, lead=wording.MOVE_ON_LEAD)[1]
