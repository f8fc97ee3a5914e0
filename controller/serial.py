"""Events and decisions as plain JSON objects for the event log, and the replay that proves a stored interview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import zip_longest
from types import MappingProxyType
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from controller.decisions import Decision
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
from controller.interview import new_state, step
from controller.state import IllegalEventError
from schema.exercises import Exercise
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan

_KINDS: Mapping[str, type[Event]] = {
    "interview_started": InterviewStarted,
    "turn_ended": TurnEnded,
    "candidate_silent": CandidateSilent,
    "barged_in": BargedIn,
    "question_unheard": QuestionUnheard,
    "tick": Tick,
    "requested": Requested,
    "code_ran": CodeRan,
    "hint_asked": HintAsked,
    "exercise_finished": ExerciseFinished,
}
_NAMES = {shape: name for name, shape in _KINDS.items()}
_EVENTS: Mapping[str, TypeAdapter[Event]] = {name: TypeAdapter(shape) for name, shape in _KINDS.items()}
_DECISION = TypeAdapter(Decision)
_NONE: Mapping[str, Exercise] = MappingProxyType({})


class SerialError(ValueError):
    """A stored event or decision can't be read. `str()` says which and why."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a replayed interview leaves the stored one. `index` counts decisions from 0; texts are for people."""

    index: int
    field: str
    stored: str
    replayed: str


def event_to_json(event: Event) -> dict[str, object]:
    """A JSON object with the event's `kind` beside its fields."""
    return {"kind": _NAMES[type(event)], **asdict(event)}


def event_from_json(data: Mapping[str, object]) -> Event:
    """The event of `event_to_json`. Raises SerialError on an unknown kind, a missing, surplus or ill-typed field."""
    adapter = _EVENTS.get(str(data.get("kind")))
    if adapter is None:
        raise SerialError(f"{data.get('kind')!r} is not a kind of event; known are {', '.join(_KINDS)}")
    body = {name: value for name, value in data.items() if name != "kind"}
    return _read(adapter, body, {field.name for field in fields(_KINDS[str(data["kind"])])}, str(data["kind"]))


def decision_to_json(decision: Decision) -> dict[str, object]:
    """A JSON object of strings, numbers, lists and nulls."""
    dumped = _DECISION.dump_python(decision, mode="json")
    return dict(dumped)


def decision_from_json(data: Mapping[str, object]) -> Decision:
    """The decision of `decision_to_json`. Raises SerialError."""
    return _read(_DECISION, dict(data), {field.name for field in fields(Decision)}, "decision")


def replay(
    plan: InterviewPlan,
    patterns: Mapping[str, QuestionPattern],
    events: Sequence[Event],
    decisions: Sequence[Decision],
    *,
    candidate_name: str | None = None,
    seed: int = 0,
    exercises: Mapping[str, Exercise] = _NONE,
) -> list[Difference]:
    """Folds the events again and lists every field in which a decision differs; empty when the interview is proved.

    `decisions` holds one decision for each event, in order. An event that is illegal now is a difference too.
    """
    state = new_state(plan, patterns, candidate_name=candidate_name, seed=seed, exercises=exercises)
    differences: list[Difference] = []
    for index, (event, stored) in enumerate(zip_longest(events, decisions)):
        if event is None or stored is None:
            what = ("no event", "a decision") if event is None else ("an event", "no decision")
            return [*differences, Difference(index, "count", what[1], what[0])]
        try:
            state, decision = step(state, event)
        except IllegalEventError as error:
            return [*differences, Difference(index, "event", _NAMES[type(event)], str(error))]
        differences += _compared(index, stored, decision)
    return differences


def _compared(index: int, stored: Decision, replayed: Decision) -> list[Difference]:
    before, after = decision_to_json(stored), decision_to_json(replayed)
    return [
        Difference(index, name, str(before[name]), str(after[name])) for name in before if before[name] != after[name]
    ]


_T = TypeVar("_T")


def _read(adapter: TypeAdapter[_T], body: dict[str, object], known: set[str], what: str) -> _T:
    surplus = sorted(body.keys() - known)
    if surplus:
        raise SerialError(f"{what}: unknown field {surplus[0]!r}")
    try:
        return adapter.validate_python(body)
    except ValidationError as error:
        first = error.errors()[0]
        raise SerialError(f"{what}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
