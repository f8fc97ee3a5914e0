"""Turns a remark over an exercise into a decision: the question stays the exercise's, its follow-ups count on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from controller.decisions import Action, Decision
from controller.exercises.work import Awaits, CodingWork, Work
from controller.probes import opened
from controller.state import InterviewState, OpenQuestion
from controller.templates import sentences
from schema.vocabulary import QuestionKind

Step = tuple[InterviewState, Decision]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said and why. `awaits`: what the next words will be taken for; null leaves it as it is."""

    text: str
    reason: str
    awaits: Awaits | None = None
    kind: QuestionKind | None = None  # null: what `awaits` invites, or as before
    reveals: tuple[str, ...] = ()
    hint: int | None = None


_KINDS = {  # an offer is made to who may go on working over it
    Awaits.EXPLANATION: QuestionKind.TASK,
    Awaits.WORK: QuestionKind.TASK,
    Awaits.ANSWER: QuestionKind.SHORT,
    Awaits.OFFER: QuestionKind.TASK,
    Awaits.DISCUSSION: QuestionKind.STORY,
}


def asks(state: InterviewState, work: Work, remark: Remark) -> Step:
    """A question of its own: "q5.2"."""
    question = opened(state)
    number = question.probes + 1
    key = f"{question.main_id}.{number}"
    work = _awaiting(work, remark)
    decision = _decision(question, Action.PROBE, remark, work, key)
    after = replace(question, asked=decision, core=_core(work, remark), probes=number, repeats=0, heard=None)
    said = state.said_probes | {remark.text, _question_of(remark.text)}
    return replace(
        state, work=work, open=after, said_probes=said, known_ids=state.known_ids | {key}, pending=None
    ), decision


def says(state: InterviewState, work: Work, remark: Remark, action: Action = Action.REPLY) -> Step:
    """A remark that leaves the question as it is: a reply, a nudge, an offer."""
    question = opened(state)
    work = _awaiting(work, remark)
    decision = _decision(question, action, remark, work, question.asked.question_id)
    asked = replace(question.asked, question_kind=decision.question_kind, reveals=(), hint=None)
    core = remark.text if work.awaits is Awaits.OFFER else _core_after(question, work)
    return replace(state, work=work, open=replace(question, asked=asked, core=core), pending=None), decision


def stays_quiet(state: InterviewState, work: Work, reason: str) -> Step:
    """Nothing is said; what was heard or seen is kept. What was said before can't be taken back any more."""
    question = opened(state)
    kept = replace(state, work=work, pending=None, undo=None)
    asked = question.asked
    if work.awaits is Awaits.WORK:
        asked = replace(asked, question_kind=QuestionKind.TASK)
        kept = replace(kept, open=replace(question, asked=asked, core=work.task))
    return kept, replace(
        asked, action=Action.WAIT, text="", reason=reason, signals=None, quotes=(), reveals=(), hint=None
    )


def unsaid(state: InterviewState, variants: Iterable[str]) -> str | None:
    """The first of these whose question was not asked yet in this interview, whatever stood before it."""
    asked = {_question_of(text) for text in state.said_probes}
    return next((text for text in variants if _question_of(text) not in asked), None)


def _question_of(text: str) -> str:
    return sentences(text)[-1] if text else ""


def tabled(state: InterviewState, decision: Decision) -> Decision:
    """The decision with what is on the table after it."""
    work = state.work
    if work is None:
        return decision
    asked = isinstance(work, CodingWork) and work.modification
    return replace(decision, exercise=work.key, stage=work.stage, modification=asked)


def _awaiting(work: Work, remark: Remark) -> Work:
    awaits = remark.awaits or work.awaits
    return replace(work, awaits=awaits, offer=work.offer if awaits is Awaits.OFFER else None)


def _decision(question: OpenQuestion, action: Action, remark: Remark, work: Work, key: str | None) -> Decision:
    return replace(
        question.asked,
        action=action,
        text=remark.text,
        reason=remark.reason,
        question_id=key,
        question_kind=remark.kind or (_KINDS[remark.awaits] if remark.awaits else question.asked.question_kind),
        asks_for=None,
        signals=None,
        quotes=(),
        reveals=remark.reveals,
        hint=remark.hint,
    )


def _core(work: Work, remark: Remark) -> str:
    return work.task if work.awaits is Awaits.WORK else remark.text


def _core_after(question: OpenQuestion, work: Work) -> str:
    return work.task if work.awaits in (Awaits.WORK, Awaits.EXPLANATION) else question.core
