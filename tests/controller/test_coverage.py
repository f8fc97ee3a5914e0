"""Planned questions are asked in order, and by what must still be learnt when time is short."""

from __future__ import annotations

from dataclasses import replace

import pytest

from controller import coverage
from controller.decisions import Action
from controller.interview import PlanError, new_state
from controller.patterns import next_choice
from schema.plan import CoverageItem, InterviewPlan, PlannedQuestion, PlanPhase
from tests.controller.playing import INTRO, SMALL, STRONG, VAGUE, Player, small_plan

ITEMS = (
    CoverageItem(id="must:kafka", kind="requirement", text="Kafka", weight=3),
    CoverageItem(id="claim:0", kind="claim", text="a claim", weight=2),
    CoverageItem(id="dimension:growth", kind="dimension", text="learning", weight=0.6),
)
WORK = ("work_a", "work_b", "people_a", "people_b")


def planned(covers: dict[str, tuple[str, ...]], *, minutes: float = 4) -> InterviewPlan:
    """Intro, one part with four planned questions, close."""
    plan = small_plan(minutes=(0.2, minutes, 1, 1))
    questions = tuple(
        PlannedQuestion(pattern=key, covers=covers.get(key, ()), why=f"This is why {key}.") for key in WORK
    )
    work = PlanPhase.model_validate({**plan.phases[1].model_dump(), "patterns": WORK, "questions": questions})
    return plan.model_copy(update={"phases": (plan.phases[0], work, plan.phases[3]), "coverage": ITEMS})


def at_work(plan: InterviewPlan) -> Player:
    player = Player.started(plan)
    player.say(INTRO)
    return player


def asked(player: Player) -> list[str | None]:
    return [decision.pattern_key for decision in player.spoken(Action.ASK)]


def test_with_time_they_come_in_order_with_the_plans_reason() -> None:
    player = at_work(planned({"people_b": ("must:kafka",)}, minutes=20))
    assert player.decisions[-1].pattern_key == "work_a"
    assert player.decisions[-1].reason.endswith("This is why work_a.")
    while player.say("I don't know.", 5).pattern_key != "ask_me":
        pass
    assert asked(player) == ["hello", *WORK, "ask_me"]


def test_when_time_is_short_the_heaviest_that_is_still_open_comes_first() -> None:
    player = at_work(planned({"work_a": ("dimension:growth",), "people_b": ("must:kafka",), "people_a": ("claim:0",)}))
    first = player.decisions[-1]
    assert first.pattern_key == "people_b"
    assert (
        "There is not time for every question, and the job asks for “Kafka”, so this one comes first." in first.reason
    )
    assert first.reason.endswith("This is why people_b.")
    player.say(STRONG, 60)
    player.say(STRONG, 60)
    assert asked(player)[2:] == ["people_a"]


def test_what_was_asked_in_vain_counts_half() -> None:
    state = Player.started(planned({})).state
    question = PlannedQuestion(pattern="work_a", covers=("must:kafka", "claim:0"), why="")
    assert coverage.urgency(state, question)[0] == 3
    assert coverage.urgency(replace(state, touched=frozenset({"must:kafka"})), question) == (2, ITEMS[1])
    assert coverage.urgency(replace(state, learnt=frozenset({"must:kafka", "claim:0"})), question) == (0, None)


def test_only_an_answer_with_substance_teaches_something() -> None:
    player = at_work(planned({"work_a": ("claim:0",)}, minutes=20))
    player.say(VAGUE)
    assert player.state.learnt == frozenset()
    assert "claim:0" in player.state.touched
    player.say("From six hours to forty minutes, with Kafka between the two.")
    assert player.state.learnt == {"claim:0", "must:kafka"}


def test_two_equal_ones_stay_in_the_plans_order() -> None:
    state = Player.started(planned({"work_b": ("claim:0",), "people_a": ("claim:0",)})).state
    choice = next_choice(state, state.plan.phases[1], 15_000)
    assert choice is not None
    assert choice.pattern.key == "work_b"


def test_a_question_whose_slots_nothing_fills_is_passed_over() -> None:
    plan = planned({})
    questions = (
        PlannedQuestion(pattern="slotted", why="x"),
        PlannedQuestion(pattern="work_b", why="y"),
    )
    work = plan.phases[1].model_copy(update={"questions": questions})
    plan = plan.model_copy(update={"phases": (plan.phases[0], work, plan.phases[2])})
    slotted = SMALL["work_a"].model_copy(update={"key": "slotted", "template": "What about {{claim}}?"})
    choice = next_choice(new_state(plan, {**SMALL, "slotted": slotted}), work)
    assert choice is not None
    assert choice.pattern.key == "work_b"


def test_an_unknown_pattern_or_interviewer_of_a_plan_is_refused() -> None:
    plan = planned({})
    questions = (PlannedQuestion(pattern="nothing", why=""),)
    broken = plan.phases[1].model_copy(update={"questions": questions})
    with pytest.raises(PlanError, match="nothing"):
        new_state(plan.model_copy(update={"phases": (plan.phases[0], broken, plan.phases[2])}), SMALL)
