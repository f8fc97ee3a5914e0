"""A case: exhibits are earned, refusals are an interviewer's, and each stage is asked for in its time."""

from __future__ import annotations

import pytest

from controller.decisions import Action
from controller.exercises import talk
from schema.vocabulary import ExerciseStage, QuestionKind, Style
from tests.controller.exercises.scenes import Round, alone, the_case

FRAMES = "I would split profit into revenue and cost and look at both of them over the two years."
SUSPECTS = "I think it may be that the rent or the flour went up while the prices stayed."


def opened(**plan: object) -> Round:
    return Round.begun(alone("bakery_margin", **plan))  # type: ignore[arg-type]


def test_it_opens_with_the_case_and_an_invitation() -> None:
    first = opened().decisions[0]
    assert f"for a case. {the_case().prompt_statement} {talk.OPEN_CASE}" in first.text
    assert (first.exercise, first.stage, first.question_kind) == (
        "bakery_margin",
        ExerciseStage.FRAMING,
        QuestionKind.TASK,
    )


def test_an_exhibit_is_earned_by_asking_and_only_once() -> None:
    scene = opened()
    given = scene.say("Could I see a breakdown of the costs?")
    assert given.reveals == ("costs",)
    assert given.text.startswith(the_case().revealable_data[0].spoken)
    assert given.text.count("?") == 1
    again = scene.say("Could I see a breakdown of the costs?")
    assert (again.reveals, again.text) == ((), talk.ON_THE_TABLE)


def test_what_rests_on_something_else_comes_later() -> None:
    scene = opened()
    early = scene.say("What did flour cost them, how did the price of flour move?")
    assert (early.reveals, early.text) == ((), talk.FIRST_THIS[the_case().checkpoints[0].phase])
    scene.say("Could I see a breakdown of the costs?")
    assert scene.say("How did the price of flour move?").reveals == ("flour",)


def test_what_does_not_exist_is_the_candidates_to_assume() -> None:
    missing = opened().say("What do the competitors earn?")
    assert missing.text == "We don't have what other bakeries earn; what would you assume?"


def test_a_plain_question_has_a_plain_answer() -> None:
    assert opened().say("Did they open a new shop?").text == "No shop was opened or closed."


def test_who_asks_for_everything_is_asked_which() -> None:
    everything = opened().say("Can you give me all the data that you have?")
    assert (everything.text, everything.reveals) == (talk.WHICH_AND_WHY, ())


def test_each_stage_is_opened_by_its_question() -> None:
    scene = opened(minutes=30)
    hypotheses = scene.say(FRAMES, after_s=40)
    assert hypotheses.stage is ExerciseStage.HYPOTHESES
    assert hypotheses.text in talk.STAGE_QUESTIONS[ExerciseStage.HYPOTHESES][Style.NEUTRAL]
    analysis = scene.say(SUSPECTS, after_s=40)
    assert analysis.stage is ExerciseStage.ANALYSIS
    scene.say("Could I see a breakdown of the costs?", after_s=30)
    scene.say("How did the price of flour move?", after_s=30)
    recommend = scene.say("Flour went from 40 to 70, a rise of 30, and the total cost went from 70 to 100.", after_s=60)
    assert recommend.stage is ExerciseStage.RECOMMENDATION
    risks = scene.say("They should raise the price of bread by ten percent.", after_s=60)
    assert (risks.stage, risks.question_kind) == (ExerciseStage.RISKS, QuestionKind.STORY)
    assert scene.say("They may lose customers to other bakeries.", after_s=30).action is Action.CLOSE


def test_a_vague_answer_gets_the_stages_own_question() -> None:
    asked = opened().say("Well, I would look at a lot of different things, basically.")
    assert asked.text == the_case().probing_map[the_case().checkpoints[0].phase][0]
    assert asked.stage is ExerciseStage.FRAMING


def test_no_question_of_an_exhibit_before_there_is_one() -> None:
    scene = opened(minutes=30)
    scene.say(FRAMES)
    scene.say(SUSPECTS)
    said = scene.say("I would look at how much they sell first, I suppose.")
    assert said.stage is ExerciseStage.ANALYSIS
    assert "exhibit" not in said.text


def test_a_recommendation_moves_the_case_on_by_itself() -> None:
    risks = opened().say("My recommendation is to raise the price of bread a little.")
    assert risks.stage is ExerciseStage.RISKS


def test_a_figure_from_nowhere_is_walked_through() -> None:
    scene = opened(minutes=30)
    scene.say(FRAMES)
    assert scene.say("I think it might be flour, so that comes to 2.4 million.").text in talk.WALK_ME


def test_the_recommendation_is_asked_for_with_a_quarter_of_the_time_left() -> None:
    scene = opened(minutes=20)
    scene.say(FRAMES)
    assert scene.tick(14 * 60).action is Action.WAIT
    asked = scene.tick(15 * 60)
    assert asked.stage is ExerciseStage.RECOMMENDATION
    assert asked.text == "We have about four minutes left, so what would you recommend?"


def test_done_without_a_recommendation_is_asked_for_one() -> None:
    scene = opened()
    assert scene.finish().stage is ExerciseStage.RECOMMENDATION
    assert scene.say("Raise the price of bread and buy flour ahead.").stage is ExerciseStage.RISKS
    assert scene.finish().action is Action.CLOSE


@pytest.mark.parametrize("text", ["I don't know.", "I'm stuck."])
def test_who_is_stuck_is_led_on(text: str) -> None:
    scene = opened()
    assert scene.say(text).text == f"That's fine. {talk.FIRST_STEP}"
    assert scene.say(text).text.startswith("That's fine.")


def test_moving_on_goes_to_the_next_stage_and_skipping_leaves() -> None:
    scene = opened()
    assert scene.say("Let's move on.").stage is ExerciseStage.HYPOTHESES
    assert scene.say("Can we skip this case?").exercise is None


def test_silence_is_met_patiently() -> None:
    scene = opened()
    nudged = scene.silent()
    assert nudged.action is Action.NUDGE
    assert nudged.text in talk.CASE_AT_WORK
    assert scene.silent().action is Action.PROBE
    assert scene.silent().action is Action.OFFER_MOVE_ON
    assert scene.silent(90).action is Action.WAIT
    assert scene.say("yes, please").stage is ExerciseStage.HYPOTHESES


def test_two_exhibits_while_framing_lead_to_a_hypothesis() -> None:
    scene = opened()
    scene.say("Could I see a breakdown of the costs?")
    second = scene.say("And could I see the prices of bread in the menu?")
    assert second.reveals == ("menu",)
    assert second.stage is ExerciseStage.HYPOTHESES
    assert second.text.endswith(talk.STAGE_QUESTIONS[ExerciseStage.HYPOTHESES][Style.NEUTRAL][0])
