"""The candidate's own questions are answered honestly, and then it ends."""

from __future__ import annotations

import pytest

from controller import timebox
from controller.decisions import Action
from controller.events import CandidateSilent, Requested, TurnEnded
from controller.interview import is_over
from schema.plan import InterviewPlan
from tests.controller.playing import INTRO, Player, small_plan

LINE = "Own your services in production"


def closing(*, jd: bool = False) -> Player:
    plan = small_plan()
    if jd:
        plan = _with_job(plan)
    player = Player.started(plan)
    player.play(TurnEnded(timebox.close_due_ms(plan) - 5_000, INTRO, 0))
    assert player.state.is_closing
    return player


def _with_job(plan: InterviewPlan) -> InterviewPlan:
    close = plan.phases[-1].model_copy(update={"slots": ({"jd_line": LINE},)})
    return plan.model_copy(update={"phases": (*plan.phases[:-1], close)})


@pytest.mark.parametrize(
    "text", ["No, I'm good, thank you.", "Not really.", "I don't know.", "I have said all I wanted to say."]
)
def test_no_question_ends_it(text: str) -> None:
    player = closing()
    assert player.say(text, 3).action is Action.CLOSE
    assert is_over(player.state)


def test_a_question_about_the_company_is_not_answered_with_inventions() -> None:
    player = closing()
    decision = player.say("What is the salary range?", 4)
    assert decision.action is Action.REPLY
    assert "practice interviewer" in decision.text
    assert "can't speak for the company" in decision.text
    assert decision.text.endswith("Is there anything else you would like to ask?")


def test_the_job_description_answers_where_it_does() -> None:
    assert LINE in closing(jd=True).say("Would I be on call for the services in production?", 4).text
    assert LINE not in closing(jd=True).say("Is there a dog in the office?", 4).text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How did I do?", "So far"),
        ("What are the next steps?", "practice interview"),
        ("Are you a real person?", "software"),
    ],
)
def test_questions_about_the_interview_itself(question: str, words: str) -> None:
    assert words in closing().say(question, 3).text


def test_it_does_not_go_on_for_ever() -> None:
    player = closing()
    assert player.say("What is the team like?", 3).action is Action.REPLY
    last = player.say("And what about remote work?", 3)
    assert last.action is Action.CLOSE
    assert last.text.startswith("That is one for the real interview as well. Goodbye")


def test_who_only_announces_a_question_is_let_to_ask_it() -> None:
    player = closing()
    assert player.say("Yes, I have a question.", 2).text == "Please, go ahead."
    assert player.say("What is the team like?", 3).action is Action.REPLY


def test_a_moment_to_think_and_a_repeat_are_granted() -> None:
    player = closing()
    assert player.say("Give me a moment.", 2).action is Action.HOLD
    assert player.say("Sorry, could you repeat that?", 2).action is Action.REPEAT


def test_silence_is_asked_about_once_and_then_it_ends() -> None:
    player = closing()
    assert player.play(CandidateSilent(player.now_ms + 8_000, 8)).action is Action.NUDGE
    assert player.play(CandidateSilent(player.now_ms + 8_000, 8)).action is Action.CLOSE


def test_skipping_ends_it() -> None:
    player = closing()
    assert player.play(Requested(player.now_ms, "skip")).action is Action.CLOSE


def test_late_questions_are_answered_with_the_goodbye() -> None:
    player = closing()
    total = timebox.total_ms(player.state.plan)
    decision = player.play(TurnEnded(total - 10_000, "What is the team like?", total - 14_000))
    assert decision.action is Action.CLOSE
    assert "practice interviewer" in decision.text
