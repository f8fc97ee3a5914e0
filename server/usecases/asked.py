"""The questions of a stored interview, in order, with why each was asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from agent.ports import StoredEvent
from agent.transcript import STEP
from controller.decisions import Action, Decision
from controller.events import QuestionUnheard
from controller.serial import decision_from_json, event_from_json


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question or a probe that was put, with why. `at_s` is on the interview's clock."""

    decision: Decision
    at_s: float


def asked(records: Iterable[StoredEvent]) -> tuple[AskedQuestion, ...]:
    """The questions of a log, in order. One that nobody heard was taken back; it counts when it is asked again."""
    questions: dict[str, AskedQuestion] = {}
    for record in records:
        if record.kind != STEP:
            continue
        event = event_from_json(record.payload["event"])
        if isinstance(event, QuestionUnheard):
            questions.pop(event.question_id, None)
        decision = decision_from_json(record.payload["decision"])
        if decision.action in (Action.ASK, Action.PROBE) and decision.question_id is not None:
            questions[decision.question_id] = AskedQuestion(decision, record.at_ms / 1000)
    return tuple(questions.values())
