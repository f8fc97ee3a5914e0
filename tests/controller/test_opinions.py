"""A model's view beside the rules: one step at most, where they were unsure, and only with words that were said."""

from __future__ import annotations

import json

from controller.classifier import verdict
from controller.decisions import Action
from controller.events import TurnEnded
from controller.interview import awaited, new_state
from controller.opinions import Opinion, Shown, joined
from controller.serial import decision_from_json, decision_to_json, event_from_json, event_to_json, replay
from schema.vocabulary import AnswerStrength, MissingPiece
from tests.controller.playing import INTRO, SMALL, Player, small_plan

P, S = MissingPiece, AnswerStrength
EXPECTS = (P.OWNERSHIP, P.CONTEXT, P.RESULT, P.METRIC)
SURE = "Um, I guess it was fine, you know, a lot of stuff."
UNSURE = "In my last job our build was slow, so I moved it to a new server, and after that it was quick all day long."


def opinion(strength: AnswerStrength, missing: tuple[MissingPiece, ...] = (), shown: tuple[Shown, ...] = ()) -> Opinion:
    return Opinion(strength, missing, shown, "small-1", "1")


def test_agreement_changes_nothing() -> None:
    rules = verdict(question="?", answer=UNSURE, expects=EXPECTS)
    same = opinion(rules.signals.strength, rules.signals.missing)
    assert joined(rules, same, UNSURE) == rules.signals
    assert joined(rules, None, UNSURE) is rules.signals


def test_where_the_rules_are_sure_they_stand_and_the_disagreement_is_kept() -> None:
    rules = verdict(question="?", answer=SURE, expects=EXPECTS)
    assert not rules.unsure
    signals = joined(rules, opinion(S.STRONG), SURE)
    assert signals.strength is S.VAGUE
    assert signals.disagreement is not None
    assert signals.disagreement.startswith(
        "Opinions differ: the rules read vague and a model reads strong; the rules stand"
    )
    assert signals.reasons[-1] == signals.disagreement


def test_where_they_are_unsure_it_moves_one_step() -> None:
    rules = verdict(question="?", answer=UNSURE, expects=EXPECTS)
    assert rules.unsure
    assert rules.signals.strength is S.WEAK
    assert joined(rules, opinion(S.STRONG), UNSURE).strength is S.STRONG
    assert joined(rules, opinion(S.VAGUE), UNSURE).strength is S.VAGUE


def test_a_piece_is_found_only_with_words_of_the_answer() -> None:
    rules = verdict(question="?", answer=UNSURE, expects=EXPECTS)
    assert P.METRIC in rules.signals.missing
    real = opinion(S.WEAK, (), (Shown(P.METRIC, "it was quick all day"),))
    assert P.METRIC not in joined(rules, real, UNSURE).missing
    invented = opinion(S.WEAK, (), (Shown(P.METRIC, "it became ten times faster"),))
    signals = joined(rules, invented, UNSURE)
    assert P.METRIC in signals.missing
    assert "quotes no words for it" in (signals.disagreement or "")
    assert P.METRIC in joined(rules, opinion(S.WEAK, (), (Shown(P.METRIC, "day long"),)), UNSURE).missing


def test_a_piece_that_the_rules_proved_stays_found() -> None:
    rules = verdict(question="?", answer=UNSURE, expects=EXPECTS)
    signals = joined(rules, opinion(S.WEAK, (P.OWNERSHIP, P.METRIC)), UNSURE)
    assert P.OWNERSHIP not in signals.missing
    assert "a model misses the ownership that the rules found" in (signals.disagreement or "")


def at_work() -> Player:
    player = Player.started(small_plan(minutes=(0.2, 9, 9, 1)))
    player.say(INTRO)
    return player


def test_an_opinion_is_part_of_the_event_and_the_interview_replays_with_it() -> None:
    player = at_work()
    start = player.now_ms
    seen = opinion(S.WEAK, (P.RESULT,), (Shown(P.METRIC, "it was quick all day"),))
    decision = player.play(TurnEnded(start + 9_000, UNSURE, start, opinion=seen))
    assert decision.action is Action.PROBE
    assert decision.asks_for is not P.METRIC
    assert decision.signals is not None
    assert any("A model also finds the metric" in reason for reason in decision.signals.reasons)
    stored = json.loads(json.dumps([[event_to_json(e), decision_to_json(d)] for e, d in player.log]))
    events = [event_from_json(event) for event, _ in stored]
    decisions = [decision_from_json(one) for _, one in stored]
    assert events[-1] == player.log[-1][0]
    assert replay(player.state.plan, SMALL, events, decisions, candidate_name="Sam") == []


def test_events_of_the_first_version_have_none() -> None:
    old = {"kind": "turn_ended", "at_ms": 5, "text": "hi", "started_ms": 1, "typed": False}
    event = event_from_json(old)
    assert isinstance(event, TurnEnded)
    assert event.opinion is None


def test_what_is_awaited() -> None:
    player = at_work()
    assert awaited(player.state) == ("What are you proud of?", (P.OWNERSHIP, P.METRIC, P.RESULT))
    player.say("I rewrote the importer.")
    question = awaited(player.state)
    assert question is not None
    assert question[1] == (P.METRIC,)
    assert awaited(new_state(small_plan(), SMALL)) is None
