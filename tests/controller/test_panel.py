"""Several interviewers: who speaks, and how one takes over from another."""

from __future__ import annotations

import pytest

from controller.decisions import Action
from controller.events import Requested
from controller.interview import PlanError, new_state
from controller.templates import sentences
from schema.plan import InterviewPlan, PlanInterviewer
from tests.controller.playing import INTRO, SMALL, STRONG, Player, small_plan

MAYA = PlanInterviewer(id="chair", name="Maya", role="hiring manager", look="maya", concern="how you would do this job")
DANIEL = PlanInterviewer(id="peer", name="Daniel", role="engineer", look="daniel", concern="how you build things")
AMARA = PlanInterviewer(id="people", name="Amara", role="HR partner", look="amara", concern="how you work with others")


def panel(*seats: str | None, people: tuple[PlanInterviewer, ...] = (MAYA, DANIEL, AMARA)) -> InterviewPlan:
    plan = small_plan(minutes=(0.2, 4, 4, 1))
    phases = tuple(
        phase.model_copy(update={"interviewer": seat}) for phase, seat in zip(plan.phases, seats, strict=True)
    )
    return plan.model_copy(update={"phases": phases, "interviewers": people})


def held(plan: InterviewPlan) -> Player:
    player = Player.started(plan)
    player.say(INTRO)
    for _ in range(8):
        player.say("I don't know.", 5)
    return player


def test_each_part_is_asked_by_its_interviewer() -> None:
    player = held(panel("chair", "peer", "people", "chair"))
    speakers = {decision.phase_id: decision.speaker for decision in player.spoken(Action.ASK)}
    assert speakers == {"intro": "chair", "resume_deep_dive": "peer", "behavioral": "people", "close": "chair"}


def test_who_takes_over_thanks_by_name_and_says_a_name_and_a_concern() -> None:
    asks = held(panel("chair", "peer", "people", "chair")).spoken(Action.ASK)
    assert asks[0].text.startswith("Hello Sam, I'm Maya, with me are Daniel and Amara, and we have about nine minutes")
    assert asks[1].text == "Thank you, Maya, I'm Daniel and I look at how you build things. What are you proud of?"
    assert "Daniel asks in this part and looks at how you build things." in asks[1].reason
    assert asks[-1].text == "Thank you, Amara, it's Maya again. What would you like to ask me?"
    assert all(len(sentences(decision.text)) <= 2 for decision in asks)


def test_within_a_part_nobody_takes_over() -> None:
    player = Player.started(panel("chair", "peer", "people", "chair"))
    player.say(INTRO)
    probe = player.say(STRONG)
    assert probe.speaker == "peer"
    assert "Daniel" not in probe.text


def test_whatever_is_said_beside_a_question_is_said_by_who_asked_it() -> None:
    player = Player.started(panel("chair", "peer", "people", "chair"))
    player.say(INTRO)
    for text in ("Could you repeat that?", "How am I doing?", "What is my score?", "Give me a second."):
        assert player.say(text, 2).speaker == "peer"
    goodbye = player.play(Requested(player.now_ms, "end"))
    assert (goodbye.action, goodbye.speaker) == (Action.CLOSE, "peer")


def test_a_part_without_a_name_is_the_first_ones() -> None:
    player = held(panel(None, "peer", None, None))
    asks = player.spoken(Action.ASK)
    assert [decision.speaker for decision in asks][:2] == ["chair", "peer"]
    assert asks[-1].speaker == "chair"


def test_one_interviewer_alone_hands_over_to_nobody() -> None:
    player = held(panel("chair", "chair", "chair", "chair", people=(MAYA,)))
    assert {decision.speaker for decision in player.decisions} == {"chair"}
    assert not any("Thank you, Maya" in decision.text for decision in player.decisions)
    assert player.decisions[0].text.startswith("Hello Sam, welcome")


def test_without_people_in_the_plan_nobody_is_named() -> None:
    player = held(panel(None, None, None, None, people=()))
    assert {decision.speaker for decision in player.decisions} == {None}


def test_an_unknown_interviewer_is_refused() -> None:
    with pytest.raises(PlanError, match="nobody"):
        new_state(panel("chair", "nobody", None, None), SMALL)
