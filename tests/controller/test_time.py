"""The interviewer keeps time: boxes for the parts, an early close, an end even for who rambles on."""

from __future__ import annotations

from controller import timebox, wording
from controller.decisions import Action
from controller.events import Tick, TurnEnded
from controller.interview import remaining_ms
from tests.controller.playing import INTRO, STRONG, Player


def test_a_phase_past_its_box_is_left_at_the_next_turn() -> None:
    player = Player.started()
    decision = player.say(INTRO, 61)
    assert decision.phase_id == "resume_deep_dive"
    assert decision.text.startswith("Let's look at your own work.")
    assert decision.reason.startswith("The time for the part before was used up.")


def test_a_question_that_hardly_fits_into_its_part_leaves_the_time_to_the_next_part() -> None:
    player = Player.started()
    player.say(INTRO, 30)
    part_ends = timebox.phase_end_ms(player.state.plan, 1)
    player.play(TurnEnded(part_ends - 60_000, "I don't know.", 0))
    player.play(TurnEnded(part_ends - 40_000, "I don't know.", 0))
    moved = player.play(TurnEnded(part_ends - 15_000, "I don't know.", 0))
    assert moved.phase_id == "behavioral"
    assert moved.reason.startswith("You had no answer")


def test_each_part_gets_a_question_even_after_a_ramble() -> None:
    player = Player.started()
    player.say(INTRO, 6 * 60)
    assert player.state.phase.id == "resume_deep_dive"
    player.say(STRONG, 30)
    assert player.state.phase.id == "behavioral"


def test_little_time_left_leads_to_an_early_close() -> None:
    player = Player.started()
    due = timebox.close_due_ms(player.state.plan)
    decision = player.play(TurnEnded(due - 10_000, INTRO, 0))
    assert decision.phase_id == "close"
    assert decision.pattern_key == "ask_me"
    assert remaining_ms(player.state, player.now_ms) >= 45_000


def test_a_rambling_candidate_is_stopped_at_the_end_of_the_grace() -> None:
    player = Player.started()
    total = timebox.total_ms(player.state.plan)
    assert player.play(Tick(total + 1_000)).action is Action.WAIT
    stopped = player.play(Tick(total + timebox.GRACE_MS))
    assert stopped.action is Action.CLOSE
    assert stopped.text.startswith(wording.TIME_IS_UP)


def test_a_tick_that_does_nothing_leaves_the_very_same_state() -> None:
    player = Player.started()
    before = player.state
    player.play(Tick(player.now_ms + 5_000))
    assert player.state is before


def test_an_answer_at_the_very_end_is_followed_by_goodbye_alone() -> None:
    player = Player.started()
    total = timebox.total_ms(player.state.plan)
    assert player.play(TurnEnded(total - 5_000, INTRO, 0)).action is Action.CLOSE
