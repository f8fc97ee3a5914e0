"""The clock of an exercise, the pause, and a reply that nobody heard."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from controller.decisions import Action, Decision
from controller.events import CodeRan, ExerciseFinished, HintAsked
from controller.exercises import talk
from controller.interview import PlanError, fold, likely_next, new_state, open_question
from controller.planning.exercise_practice import practice_plan
from controller.serial import decision_from_json, decision_to_json, event_from_json, event_to_json, replay
from schema.code_runs import RunVerdict
from schema.vocabulary import ExerciseMode, InterviewType, PhaseKind, RoleCategory, Seniority, Style
from tests.controller.exercises.scenes import Round, alone, exercises, within
from tests.controller.playing import SMALL

EXPLAINS = "It works out the fee of a book from the two days, and I suspect the difference."


def working(minutes: int = 20) -> Round:
    scene = Round.begun(alone("late_fees", minutes=minutes))
    scene.say(EXPLAINS)
    return scene


def test_two_minutes_before_the_end_it_is_said_once() -> None:
    scene = working()
    assert scene.tick(16 * 60).action is Action.WAIT
    warned = scene.tick(17 * 60)
    assert (warned.action, warned.text) == (Action.NUDGE, talk.NEARLY_UP)
    assert scene.tick(17 * 60 + 5).action is Action.WAIT


def test_a_tick_that_says_nothing_changes_nothing() -> None:
    scene = working()
    before = scene.state
    scene.tick(60)
    assert scene.state is before


def test_the_time_closes_the_exercise() -> None:
    scene = working()
    over = scene.tick(19 * 60)
    assert (over.action, over.exercise) == (Action.CLOSE, None)


def test_who_is_answering_may_finish_the_sentence() -> None:
    scene = working()
    scene.submit("passed", total=5, after_s=17 * 60)
    assert scene.tick(19 * 60 + 5).action is Action.WAIT
    assert scene.tick(19 * 60 + 25).action is Action.CLOSE


def test_a_second_exercise_follows_where_it_has_its_time() -> None:
    scene = Round.begun(within("night_buses", "late_fees", mins=20))
    while scene.state.work is None:
        scene.say("I rebuilt the ledger in Go and it went from six hours to one.", after_s=40)
    assert scene.key == "night_buses"
    second = scene.ask("skip")
    assert second.exercise == "late_fees"
    third = scene.ask("skip")
    assert (third.exercise, third.phase_id) == (None, "behavioral")


def test_no_second_exercise_without_its_time() -> None:
    scene = Round.begun(within("night_buses", "late_fees", mins=9))
    while scene.state.work is None:
        scene.say("I rebuilt the ledger in Go and it went from six hours to one.", after_s=40)
    scene.tick(scene.now_ms / 1000 + 200)
    assert scene.ask("skip").phase_id == "behavioral"


def test_silence_over_code_asks_offers_and_then_waits() -> None:
    scene = working()
    first = scene.silent()
    assert (first.action, first.text in talk.AT_WORK) == (Action.NUDGE, True)
    assert scene.silent().text == talk.OFFER_HINT
    assert scene.silent(90).text == talk.OFFER_MOVE_ON
    assert scene.silent(90).action is Action.WAIT
    assert scene.say("Yes, let's move on").exercise is None


def test_a_run_begins_the_silence_anew() -> None:
    scene = working()
    scene.silent()
    scene.run("failed", revision=0)
    assert scene.silent().text in talk.AT_WORK


def test_a_pause_keeps_the_exercise_and_its_runs() -> None:
    scene = working()
    paused = scene.ask("pause")
    assert paused.exercise == "late_fees"
    assert scene.run("passed", after_s=0).action is Action.WAIT
    assert scene.hint(after_s=0).action is Action.WAIT
    back = scene.ask("resume")
    assert back.text.startswith("Welcome back. Our library") or back.text.startswith("Welcome back: Our library")
    assert scene.state.work is not None
    assert scene.state.work.runs == 1  # type: ignore[union-attr]


def test_a_reply_that_nobody_heard_keeps_what_was_run_and_shown() -> None:
    scene = working()
    scene.run("failed", failing=["a"])
    scene.unheard()
    assert scene.state.work.runs == 1  # type: ignore[union-attr]
    case = Round.begun(alone("bakery_margin"))
    case.say("Could I see a breakdown of the costs?")
    case.unheard()
    assert case.state.work.reveals == ("costs",)  # type: ignore[union-attr]
    assert case.say("the costs, please, could I see the costs").text == talk.ON_THE_TABLE


def test_a_hint_by_the_button_stays_given_and_a_spoken_one_comes_again() -> None:
    scene = working()
    scene.hint()
    scene.unheard()
    assert scene.hint().hint == 2
    spoken = working()
    spoken.say("can I get a hint?")
    spoken.unheard()
    assert spoken.say("a hint please").hint == 1


def test_repeating_says_what_is_to_be_done() -> None:
    scene = working()
    assert "Our library charges a fee" in scene.ask("repeat").text
    asked = open_question(scene.state)
    assert asked is not None
    assert (asked.exercise, asked.hint, asked.reveals) == ("late_fees", None, ())


def test_a_plan_names_exercises_that_are_there_and_of_its_kind() -> None:
    plan = alone("late_fees")
    with pytest.raises(PlanError, match="late_fees"):
        new_state(plan, {})
    wrong = plan.model_copy(
        update={"phases": (plan.phases[0].model_copy(update={"kind": PhaseKind.CASE_STUDY}), plan.phases[1])}
    )
    with pytest.raises(PlanError, match="belongs to coding"):
        new_state(wrong, {}, exercises=exercises())


def test_practice_alone_is_one_part_and_a_goodbye() -> None:
    code, case = alone("queue_times"), alone("bakery_margin")
    assert [phase.kind for phase in code.phases] == [PhaseKind.CODING, PhaseKind.CLOSE]
    assert code.metadata.interview_type is InterviewType.TECHNICAL
    assert code.phases[0].exercise_mode is ExerciseMode.CODING_MODIFY
    assert [phase.kind for phase in case.phases] == [PhaseKind.CASE_STUDY, PhaseKind.CLOSE]
    assert case.metadata.interview_type is InterviewType.HIRING_MANAGER
    assert sum(phase.mins for phase in code.phases) == 20
    with pytest.raises(ValueError, match="5 to 60"):
        practice_plan(
            exercises()["late_fees"],
            role_title="Engineer",
            role_kit="software_engineer",
            role_category=RoleCategory.SWE,
            seniority=Seniority.MID,
            style=Style.NEUTRAL,
            look="maya",
            minutes=4,
        )


def test_a_stored_round_is_proved() -> None:
    scene = working()
    scene.run("failed", failing=["test_early_is_free"], message="40 != 0")
    scene.hint()
    scene.finish()
    scene.submit("passed", total=5)
    events = [event_from_json(json.loads(json.dumps(event_to_json(event)))) for event, _ in scene.log]
    decisions = [decision_from_json(json.loads(json.dumps(decision_to_json(one)))) for one in scene.decisions]
    assert decisions == scene.decisions
    plan = scene.state.plan
    assert replay(plan, SMALL, events, decisions, candidate_name="Sam", exercises=exercises()) == []
    fresh = new_state(plan, SMALL, candidate_name="Sam", exercises=exercises())
    assert fold(fresh, events) == scene.state


def test_events_of_exercises_have_names_of_their_own() -> None:
    run = CodeRan(5, "late_fees", 2, True, RunVerdict.LIMIT, 1, 3, ("test_a",), "Out of time", 2, False)
    assert event_to_json(run) == {
        "kind": "code_ran",
        "at_ms": 5,
        "exercise": "late_fees",
        "revision": 2,
        "submitted": True,
        "verdict": "limit",
        "passed": 1,
        "total": 3,
        "failing": ("test_a",),
        "message": "Out of time",
        "repeated": 2,
        "verified": False,
    }
    for event in (run, HintAsked(1, "a"), ExerciseFinished(2, "b")):
        assert event_from_json(json.loads(json.dumps(event_to_json(event)))) == event


def test_decisions_stored_before_there_were_exercises_can_be_read() -> None:
    old = decision_to_json(Decision(Action.WAIT, "", "Nothing is due.", "intro"))
    for name in ("exercise", "stage", "reveals", "hint", "modification"):
        del old[name]
    assert decision_from_json(old) == Decision(Action.WAIT, "", "Nothing is due.", "intro")


def test_the_voice_is_ready_for_what_usually_comes_next() -> None:
    scene = Round.begun(alone("late_fees", minutes=30))
    plays: tuple[Callable[[], Decision], ...] = (
        lambda: scene.say(EXPLAINS),
        lambda: scene.run("failed", failing=["a"]),
        lambda: scene.say("that early books still pay"),
        lambda: scene.hint(),
        lambda: scene.run("passed", revision=2),
        lambda: scene.say("the absolute value threw the sign away"),
        lambda: scene.submit("passed", total=5),
        lambda: scene.say("It costs nothing."),
        lambda: scene.say("Early, late, and on the day."),
    )
    met = []
    for play in plays:
        likely = {decision.text for decision in likely_next(scene.state)}
        met.append(play().text in likely)
    assert sum(met) >= 8, met
