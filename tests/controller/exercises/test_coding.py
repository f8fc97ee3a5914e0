"""A coding round: what the interviewer says, and mostly what it does not say."""

from __future__ import annotations

import pytest

from controller.decisions import Action
from controller.exercises import talk
from schema.vocabulary import ExerciseStage, PhaseKind, QuestionKind, Style
from tests.controller.exercises.scenes import Round, alone, coding, within

EXPLAINS = "It works out the fee of a book from the two days, and I suspect the difference."


def working(key: str = "late_fees", **plan: object) -> Round:
    """A round whose explanation has been given."""
    scene = Round.begun(alone(key, **plan))  # type: ignore[arg-type]
    scene.say(EXPLAINS)
    return scene


def test_it_opens_with_the_brief_and_asks_for_an_explanation_first() -> None:
    scene = Round.begun(alone("late_fees"))
    opened = scene.decisions[0]
    assert opened.action is Action.ASK
    assert opened.text.startswith(
        "Hello Sam, welcome, and we have about twenty minutes for finding a fault in some Python"
    )
    assert coding("late_fees").brief in opened.text
    assert opened.text.endswith(talk.READ_CODE[coding("late_fees").activity])
    assert (opened.exercise, opened.stage) == ("late_fees", ExerciseStage.EXPLAIN)
    assert opened.question_kind is QuestionKind.TASK
    assert opened.pattern_key == "exercise:late_fees"


def test_after_the_explanation_the_code_is_theirs() -> None:
    scene = Round.begun(alone("late_fees"))
    assert scene.say("okay let me read it first").action is Action.WAIT
    begins = scene.say(EXPLAINS)
    assert begins.action is Action.PROBE
    assert "?" not in begins.text
    assert (begins.stage, begins.question_kind) == (ExerciseStage.DEBUG, QuestionKind.TASK)


@pytest.mark.parametrize(
    "text",
    [
        "so this takes the absolute value, hmm",
        "why would that be forty? oh, since eight minus ten is minus two",
        "let's skip the first test for now",
        "the loop should stop here",
        "okay so now I change the line",
    ],
)
def test_thinking_aloud_gets_no_reply(text: str) -> None:
    scene = working()
    quiet = scene.say(text)
    assert (quiet.action, quiet.text) == (Action.WAIT, "")
    assert quiet.question_kind is QuestionKind.TASK


def test_most_runs_get_no_word() -> None:
    scene = working()
    assert scene.run("failed", revision=0, failing=["test_early"]).action is Action.WAIT
    asked = scene.run("failed", revision=1, passed=2, failing=["test_early"])
    assert asked.text in talk.ON_FAILURE
    assert scene.say("that early books still pay").text in talk.CARRY_ON[Style.NEUTRAL]
    assert scene.run("failed", revision=2, passed=1, failing=["test_early"]).action is Action.WAIT


def test_the_same_failure_three_times_offers_a_hint_once() -> None:
    scene = working()
    scene.run("failed", failing=["a"])
    scene.run("failed", failing=["a"], repeated=1)
    offered = scene.run("failed", failing=["a"], repeated=2)
    assert offered.text in talk.SAME_AGAIN
    assert offered.hint is None
    assert scene.run("failed", failing=["a"], repeated=3).action is Action.WAIT
    given = scene.say("Yes, please.")
    assert (given.hint, given.text) == (1, coding("late_fees").hints[0])


def test_who_declines_the_hint_goes_on() -> None:
    scene = working()
    scene.run("failed", failing=["a"], repeated=2)
    assert scene.say("no thanks, I'd like to try").text == talk.GO_ON_THEN
    assert scene.say("so the difference is negative here").action is Action.WAIT


def test_hints_come_in_order_and_end_kindly() -> None:
    scene = working()
    given = [scene.hint(), scene.say("could I get another hint?"), scene.say("I'm stuck")]
    assert [one.text for one in given] == list(coding("late_fees").hints)
    assert [one.hint for one in given] == [1, 2, 3]
    no_more = scene.hint()
    assert (no_more.text, no_more.hint) == (talk.NO_MORE_HINTS, None)


def test_not_knowing_offers_a_hint_because_a_hint_counts() -> None:
    scene = working()
    assert scene.say("I don't know").text == talk.OFFER_HINT
    assert scene.say("yes").hint == 1


@pytest.mark.parametrize(
    ("verdict", "message", "said"),
    [
        ("limit", "The code ran longer than the time that it has.", talk.ON_TIME_LIMIT),
        ("limit", "The code took more memory than it may.", talk.ON_LIMIT),
        ("error", "SyntaxError: invalid syntax", talk.ON_ERROR),
    ],
)
def test_a_run_that_was_stopped_is_spoken_to(verdict: str, message: str, said: tuple[str, ...]) -> None:
    scene = working()
    spoken = scene.run(verdict, total=0, message=message)
    assert spoken.text in said
    assert message not in spoken.text
    assert scene.run(verdict, total=0, revision=2, message=message).action is Action.WAIT


def test_passing_tests_ask_why_it_failed_unless_it_was_said() -> None:
    assert working().run("passed").text in talk.WHY_FAILED
    told = working()
    told.say("the absolute value throws the sign away, so early looks late")
    assert told.run("passed").text in talk.INVITE
    assert told.run("passed", revision=2).action is Action.WAIT


def test_a_submission_that_passes_is_talked_about_what_was_not_said_first() -> None:
    scene = working()
    scene.say("the absolute value throws the sign away, so early looks late")
    asked = scene.submit("passed", total=5)
    assert asked.text == f"{talk.SOLVED} What does a book cost that comes back on the very day?"
    assert (asked.stage, asked.question_kind) == (ExerciseStage.DISCUSS, QuestionKind.STORY)
    assert "not said yet" in asked.reason


def test_a_failed_submission_says_how_many_hidden_tests_fail_and_no_name() -> None:
    scene = working()
    failed = scene.submit("failed", passed=3, total=5, message="test_on_the_day: 20 != 0")
    assert failed.text.startswith("Two hidden tests still fail.")
    assert "on_the_day" not in failed.text
    assert "20" not in failed.text
    assert scene.say("maybe when both days are equal").text in talk.CARRY_ON[Style.NEUTRAL]
    again = scene.submit("failed", revision=3, passed=4, total=5)
    assert again.text == "One hidden test still fails."
    seen = scene.submit("failed", revision=4, passed=3, total=5, failing=["test_late", "test_early"])
    assert seen.text == "Two tests that you can see still fail."
    assert scene.run("passed", revision=5, total=3).action is not Action.CLOSE


def test_what_was_mended_is_then_changed() -> None:
    scene = working()
    scene.submit("passed", total=5)
    scene.say("The absolute value lost the sign.")
    change = scene.say("I would test the day itself.")
    assert str(coding("late_fees").modification_requirement) in change.text.split(". ", 1)[-1]
    assert (change.stage, change.modification) == (ExerciseStage.MODIFY, True)
    assert change.question_kind is QuestionKind.TASK
    assert scene.run("failed", revision=3, failing=["test_cap"]).modification
    assert scene.hint().text == talk.HINTS_WERE_FOR_THE_FAULT
    assert scene.submit("passed", revision=4, total=6).text.startswith(talk.SOLVED)


def test_no_change_is_asked_for_without_the_time() -> None:
    scene = Round.begun(alone("late_fees", minutes=7))
    scene.say(EXPLAINS)
    scene.submit("passed", total=5, after_s=60)
    for _ in range(6):
        scene.say("Because the sign is lost.")
    assert not any(decision.modification for decision in scene.decisions)


def test_an_exercise_of_changing_asks_for_the_change_after_the_explanation() -> None:
    scene = Round.begun(alone("queue_times"))
    change = scene.say("It is a running sum of what each person before needs.")
    assert str(coding("queue_times").modification_requirement) in change.text
    assert (change.stage, change.modification) == (ExerciseStage.MODIFY, True)


def test_explaining_needs_no_edit() -> None:
    scene = Round.begun(alone("night_buses", minutes=12))
    asked = [scene.say("It finds the next departure that has not gone yet.") for _ in range(5)]
    questions = [question.text for question in coding("night_buses").probing_questions]
    assert [one.text for one in asked[:4]] == [questions[1], questions[2], questions[3], questions[0]]
    assert asked[-1].action is Action.CLOSE


def test_a_review_asks_for_more_and_then_what_matters() -> None:
    scene = Round.begun(alone("coupon_change"))
    assert "most important problem first" in scene.decisions[0].text
    more = scene.say("The price can become negative, below zero.")
    assert (more.text, more.question_kind) == (talk.WHAT_ELSE[0], QuestionKind.TASK)
    settled = scene.say("It clears the list of the caller too.")
    assert settled.text in talk.SEVERITY
    assert scene.say("The negative price blocks it.").text in talk.TO_THE_AUTHOR
    assert scene.say("I would propose a floor.").text in [q.text for q in coding("coupon_change").probing_questions]


def test_who_finishes_a_review_by_the_button_is_asked_the_same() -> None:
    scene = Round.begun(alone("coupon_change"))
    assert scene.finish().text in talk.SEVERITY


def test_done_without_a_submission_is_asked_to_submit_or_talk() -> None:
    scene = working()
    assert scene.finish().text == talk.TALK_FIRST
    assert scene.say("I'll submit it first").text == talk.PLEASE_SUBMIT
    talked = working()
    talked.say("I'm done")
    assert talked.say("Let's talk it through").stage is ExerciseStage.DISCUSS
    twice = working()
    twice.finish()
    assert twice.finish().stage is ExerciseStage.DISCUSS


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Can a book come back on the due day?", talk.CAN_HAPPEN),
        ("What should an early book cost?", "A book that comes back on time or early costs nothing."),
        ("Is the fee always paid in cash?", talk.ASSUME[0]),
        ("Can I run the tests?", talk.YES_RUN),
        ("May I change the function?", talk.YES_CHANGE),
        ("How much time do I have?", "About eighteen minutes for this part."),
        ("Can you just tell me the fix?", talk.OWN_WAY),
    ],
)
def test_questions_get_honest_answers(text: str, reply: str) -> None:
    scene = working()
    answered = scene.say(text)
    assert (answered.action, answered.text) == (Action.REPLY, reply)


@pytest.mark.parametrize("key", ["night_buses", "coupon_change"])
def test_what_is_to_be_found_out_is_never_told(key: str) -> None:
    scene = Round.begun(alone(key))
    for text in ("What does it do with the first departure that has gone?", "Does the price fall below nothing?"):
        assert scene.say(text).text not in coding(key).expected_behavior


def test_unverified_runs_count_as_what_was_seen() -> None:
    scene = working()
    assert scene.submit("passed", total=3, verified=False).text.startswith(talk.SOLVED)


def test_who_runs_changed_code_before_explaining_has_begun() -> None:
    scene = Round.begun(alone("late_fees"))
    assert scene.run("failed", revision=1, failing=["a"]).text in talk.ON_FAILURE
    assert scene.decisions[-1].stage is ExerciseStage.DEBUG


def test_a_run_during_a_talk_is_kept_without_a_word() -> None:
    scene = working()
    scene.submit("passed", total=5)
    assert scene.run("failed", revision=3, failing=["a"]).action is Action.WAIT
    assert scene.run("passed", exercise="night_buses").reason == "That exercise is not on the table."


def test_the_opening_within_an_interview_says_what_the_part_is() -> None:
    scene = Round.begun(within("late_fees"))
    while scene.state.phase.kind is not PhaseKind.CODING:
        scene.say("I rebuilt the ledger in Go and it went from six hours to one.", after_s=70)
    opened = scene.decisions[-1]
    assert opened.text.startswith("Let's look at some code. Our library")
    left = scene.ask("skip")
    assert (left.exercise, left.phase_id) == (None, "behavioral")


def test_a_question_that_was_left_aside_is_not_waited_for() -> None:
    scene = working()
    scene.run("failed", failing=["a"])
    assert scene.say("Can I get a hint?").hint == 1
    assert scene.say("what does this return, ah, the whole list").action is Action.WAIT
