"""The voice prepares what may come next: how often the interviewer then says exactly that."""

from __future__ import annotations

import itertools

import pytest
import yaml

from controller.decisions import Action
from controller.events import TurnEnded
from controller.interview import likely_next, new_state
from controller.rehearsal import Beat, Reply, rehearse
from schema.vocabulary import InterviewType, Style
from seeds.catalog import load_catalog
from tests.controller.playing import GOLDEN, Player, shipped_plan, small_plan

ROLES = {
    "software_engineer": "software",
    "data_analyst": "data",
    "product_manager": "product",
    "sales_representative": "sales",
}


def scripted(role: str) -> list[Reply]:
    """The golden answers of a role, strong, weak and vague in turns, each at a natural pace."""
    items = yaml.safe_load((GOLDEN / f"answers_{ROLES[role]}.yaml").read_text(encoding="utf-8"))
    piles = [[item["answer"] for item in items if item["strength"] == level] for level in ("strong", "vague", "weak")]
    mixed = [answer for row in itertools.zip_longest(*piles) for answer in row if answer]
    return [Reply(answer, max(2.0, len(answer.split()) / 2.4)) for answer in mixed]


def held(role: str, interview_type: InterviewType, style: Style, minutes: int) -> list[Beat]:
    plan = shipped_plan(role, interview_type, style=style, minutes=minutes)
    replies = scripted(role)
    return list(rehearse(new_state(plan, load_catalog().patterns), replies * 3, replies[0]))


def test_what_comes_after_an_answer_was_foretold() -> None:
    hits = total = 0
    for role, interview_type, style, minutes in itertools.product(
        ROLES, InterviewType, (Style.FRIENDLY, Style.STRESS), (10,)
    ):
        for beat in held(role, interview_type, style, minutes):
            if isinstance(beat.event, TurnEnded):
                hits, total = hits + beat.foretold, total + 1
    assert total > 300
    assert hits / total >= 0.9, f"{hits} of {total}"


@pytest.mark.parametrize("limit", [1, 3, 6, 12])
def test_there_are_no_more_than_asked_for(limit: int) -> None:
    player = Player.started(shipped_plan(minutes=30), load_catalog().patterns)
    player.say("I maintain the ledger at Finlo in Lisbon, written in Go, and I want to work on payments here.")
    assert 1 <= len(likely_next(player.state, limit)) <= limit


def test_before_the_start_it_is_the_greeting() -> None:
    state = new_state(small_plan(), load_catalog().patterns | Player.started().state.patterns, candidate_name="Sam")
    assert likely_next(state)[0].text.startswith("Hello Sam")


def test_when_a_box_ends_meanwhile_the_next_part_is_among_them() -> None:
    player = Player.started()
    assert any(decision.phase_id == "resume_deep_dive" for decision in likely_next(player.state, at_ms=55_000))


def test_after_the_end_nothing_comes() -> None:
    player = Player.started()
    player.say("Can we stop the interview here?")
    assert likely_next(player.state) == ()


def test_it_only_looks_ahead() -> None:
    player = Player.started()
    before = player.state
    assert {decision.action for decision in likely_next(before)} <= {Action.ASK, Action.PROBE}
    assert player.state is before
