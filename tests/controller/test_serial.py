"""Events and decisions survive JSON; a stored interview that differs is found out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from controller.events import Event, InterviewStarted, Requested, Tick, TurnEnded
from controller.serial import (
    SerialError,
    decision_from_json,
    decision_to_json,
    event_from_json,
    event_to_json,
    replay,
)
from tests.controller.playing import INTRO, SMALL, STRONG, VAGUE, Player, small_plan


def interview() -> Player:
    player = Player.started(small_plan(minutes=(0.2, 4, 4, 1)))
    for text in (INTRO, VAGUE, STRONG, "I don't know."):
        player.say(text)
    player.play(Requested(player.now_ms, "end"))
    return player


def test_a_stored_interview_is_proved() -> None:
    player = interview()
    events = [event_from_json(json.loads(json.dumps(event_to_json(event)))) for event, _ in player.log]
    decisions = [decision_from_json(json.loads(json.dumps(decision_to_json(d)))) for _, d in player.log]
    assert events == [event for event, _ in player.log]
    assert decisions == player.decisions
    assert replay(player.state.plan, SMALL, events, decisions, candidate_name="Sam") == []


def test_any_changed_field_is_found() -> None:
    player = interview()
    events, decisions = [event for event, _ in player.log], list(player.decisions)
    decisions[2] = replace(decisions[2], text="Something else?")
    differences = replay(player.state.plan, SMALL, events, decisions, candidate_name="Sam")
    assert [(d.index, d.field, d.stored) for d in differences] == [(2, "text", "Something else?")]


def test_a_different_name_or_plan_is_found() -> None:
    player = interview()
    events, decisions = [event for event, _ in player.log], player.decisions
    assert replay(player.state.plan, SMALL, events, decisions, candidate_name="Kim")
    assert replay(small_plan(minutes=(2, 4, 4, 1)), SMALL, events, decisions, candidate_name="Sam")


def test_missing_decisions_and_impossible_events_are_differences() -> None:
    player = interview()
    events, decisions = [event for event, _ in player.log], player.decisions
    plan = player.state.plan
    assert replay(plan, SMALL, events, decisions[:-1], candidate_name="Sam")[-1].field == "count"
    assert replay(plan, SMALL, events[:-1], decisions, candidate_name="Sam")[-1].field == "count"
    twice: list[Event] = [events[0], InterviewStarted(5)]
    assert replay(plan, SMALL, twice, decisions[:2], candidate_name="Sam")[-1].field == "event"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"kind": "lunch", "at_ms": 1}, "lunch"),
        ({"at_ms": 1}, "None"),
        ({"kind": "tick"}, "at_ms"),
        ({"kind": "tick", "at_ms": "soon"}, "at_ms"),
        ({"kind": "tick", "at_ms": 1, "mood": "good"}, "mood"),
        ({"kind": "requested", "at_ms": 1, "what": "dance"}, "what"),
    ],
)
def test_malformed_events_are_refused(data: dict[str, object], problem: str) -> None:
    with pytest.raises(SerialError, match=problem):
        event_from_json(data)


def test_malformed_decisions_are_refused() -> None:
    good = decision_to_json(interview().decisions[0])
    with pytest.raises(SerialError, match="action"):
        decision_from_json({**good, "action": "shout"})
    with pytest.raises(SerialError, match="volume"):
        decision_from_json({**good, "volume": 11})


def test_json_names_the_kind() -> None:
    assert event_to_json(Tick(5)) == {"kind": "tick", "at_ms": 5}
    assert event_to_json(TurnEnded(5, "hi", 1))["typed"] is False
