"""Each grader fails on an interview that was doctored to break its rule, and on no other."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from schema.vocabulary import InterviewType, MissingPiece, Seniority, Style
from server.simulation import grading_words as words
from server.simulation.grading import RULES, grade
from server.simulation.playing import Case, hold
from server.simulation.record import Interview, Labels
from tests.simulation.doctoring import STRONG, VAGUE, Doctor, both, changed, good, heard, without
from tests.simulation.test_exercise_graders import BROKEN as BROKEN_OVER_EXERCISES

QUOTE = (
    'Help me again: on your résumé it was "Acme, 2017 to 2021", and just now "and I called at once". Which is right?'
)
BROKEN: tuple[tuple[str, str, Doctor, int], ...] = (
    ("phases_reached", "a part is left out", both(changed(11, action="reply"), changed(16, phase_id="work")), 18),
    ("phases_reached", "the close asks nothing", changed(17, action="reply"), 18),
    ("phases_reached", "it goes back", changed(16, phase_id="work"), 16),
    ("closes_in_time", "no goodbye", without(18), 17),
    ("closes_in_time", "the goodbye lacks its word", changed(18, text="Thank you for your time."), 18),
    ("closes_in_time", "it overruns", changed(18, at_ms=8 * 60_000 + 30_001), 18),
    ("closes_in_time", "it goes on after the goodbye", changed(14, action="close"), 14),
    ("not_cut_short", "it ends in the middle", without(17), 18),
    ("no_repeat", "the same question", changed(16, text="All right. Tell me about a hard week."), 16),
    ("no_repeat", "the same question without its lead", changed(16, text="Tell me about a hard week."), 16),
    ("no_repeat", "the same follow-up", changed(15, text="Pick one thing from last week. What was it?"), 15),
    ("no_leak", "a key", changed(13, text="That belongs to proud_of_work, in fact."), 13),
    ("no_leak", "the plan", changed(14, text="The interview plan has two more questions."), 14),
    ("no_leak", "the rubric", changed(14, text="I look at the rubric for that."), 14),
    ("no_leak", "its instructions", changed(14, text="My instructions are to ask for numbers."), 14),
    ("no_leak", "a question to come", changed(14, text="Tell me about a surprise that nobody had planned for."), 14),
    ("no_leak", "its reason", changed(14, text="No. A reason in plain words."), 14),
    ("vague_probed", "the next question instead", changed(2, action="ask", question_id="q2", text="What else?"), 2),
    ("vague_probed", "nothing at all", changed(15, action="reply", text="I see."), 15),
    ("vague_probed", "the close too soon", both(heard(17, labels=VAGUE), changed(17, at_ms=350_000)), 17),
    (
        "vague_probed",
        "asks for what was given",
        heard(15, labels=replace(good().turns[14].after.labels, lacks=(MissingPiece.RESULT,))),
        15,
    ),  # type: ignore[union-attr]
    ("contradiction_once", "it is passed over", changed(4, text="What did you do there yourself?"), 4),
    (
        "contradiction_once",
        "one side only",
        changed(4, text='You said "I was at Acme for six months". Is that right?'),
        4,
    ),
    ("contradiction_once", "where there is none", changed(17, text=QUOTE), 17),
    (
        "contradiction_once",
        "a second time",
        both(changed(17, text=QUOTE), heard(17, labels=replace(STRONG, contradicts="tenure"))),
        17,
    ),
    ("two_sentences", "three sentences", changed(5, text="Thank you. That was long. Tell me about a hard week."), 5),
    (
        "two_sentences",
        "a lead too much",
        changed(3, text="Okay. Let's look at your own work. Tell me about a project."),
        3,
    ),
    ("one_question", "two questions", changed(5, text="What was hard? Who helped you?"), 5),
    ("one_question", "two in one", changed(5, text="What was the hard week about, and who did you call first?"), 5),
    ("reasons", "no reason", changed(9, reason=""), 9),
    ("reasons", "a key as a reason", changed(9, reason="chosen for general_disagreement by weight"), 9),
    ("never_rude", "an insult", changed(14, text="That's not an answer, and you know it."), 14),
    ("never_rude", "impatience", changed(7, text="Hurry up, please."), 7),
    ("feedback_only_when_asked", "praise unasked", changed(5, text="Great answer. Tell me about a hard week."), 5),
    ("feedback_only_when_asked", "a verdict unasked", changed(5, text="Your answer was too short. Tell me more."), 5),
    ("feedback_only_when_asked", "form unasked", heard(13, labels=Labels("aside")), 13),
    ("feedback_only_when_asked", "a score to who asked", changed(13, text="I would rate you a solid three."), 13),
    ("feedback_only_when_asked", "points", changed(13, text="So far that is 4 out of 5 points."), 13),
    ("no_answer_made_easier", "held to it", changed(6, action="repeat"), 6),
    ("no_answer_made_easier", "pressed for a figure", changed(6, asks_for=MissingPiece.METRIC), 6),
    ("no_answer_made_easier", "no easier", changed(6, text=" ".join(["word"] * 31)), 6),
    ("silence_met", "no nudge", changed(7, action="wait", text=""), 7),
    ("silence_met", "an offer too soon", changed(7, action="offer_move_on"), 7),
    ("silence_met", "no offer", changed(8, action="nudge"), 8),
    ("silence_met", "no kept pause", changed(9, action="nudge"), 9),
    ("silence_met", "it keeps talking", changed(10, action="nudge", text="Still here."), 10),
    ("wishes_met", "not said again", changed(12, action="probe"), 12),
    ("wishes_met", "feedback ignored", changed(13, action="probe"), 13),
    ("wishes_met", "it won't end", heard(16, labels=Labels("wish", wish="stop")), 16),
)


def broken(interview: Interview) -> set[tuple[str, int]]:
    return {(violation.rule, violation.turn) for violation in grade(interview)}


def test_the_good_interview_breaks_nothing() -> None:
    assert broken(good()) == set()


@pytest.mark.parametrize(
    ("rule", "what", "doctor", "turn"), BROKEN, ids=[f"{rule}: {what}" for rule, what, _, _ in BROKEN]
)
def test_a_doctored_interview_is_caught(rule: str, what: str, doctor: Doctor, turn: int) -> None:
    assert (rule, turn) in broken(doctor(good()))


def test_every_rule_has_been_seen_to_fail() -> None:
    assert {rule for rule, *_ in (*BROKEN, *BROKEN_OVER_EXERCISES)} == set(RULES)


@pytest.mark.parametrize(
    "doctor",
    [
        heard(17, labels=VAGUE),
        heard(17, labels=Labels("wish", wish="skip")),
        both(without(13), changed(14, at_ms=275_000)),
        heard(6, labels=Labels("answer", STRONG.strength), text="I called him."),
    ],
    ids=["no time for a follow-up", "a wish to skip", "no feedback asked", "an answer instead"],
)
def test_what_is_allowed_is_not_called_a_fault(doctor: Doctor) -> None:
    assert broken(doctor(good())) == set()


def test_a_violation_names_where_it_was() -> None:
    (violation,) = grade(changed(9, reason="")(good()))
    assert (violation.persona, violation.role_kit, violation.style, violation.rule, violation.turn) == (
        "vague",
        "data_analyst",
        "neutral",
        "reasons",
        9,
    )


def test_a_real_interview_is_caught_when_it_is_doctored() -> None:
    case = Case("vague", "sales_representative", Style.NEUTRAL, InterviewType.HR, Seniority.MID, 10, 5)
    interview = hold(case)
    assert grade(interview) == ()
    first_probe = next(turn.number for turn in interview.turns if turn.action == "probe")
    second_ask = [turn.number for turn in interview.turns if turn.action == "ask"][1]
    first_words = interview.turns[0].text
    assert "vague_probed" in {
        rule for rule, _ in broken(changed(first_probe, action="reply", text="I see.")(interview))
    }
    assert ("no_repeat", second_ask) in broken(changed(second_ask, text=first_words)(interview))
    assert "closes_in_time" in {rule for rule, _ in broken(without(len(interview.turns))(interview))}
    wrong_piece = changed(first_probe, text=f"{interview.keys[-1]}?")(interview)
    assert ("no_leak", first_probe) in broken(wrong_piece)


@pytest.mark.parametrize(
    ("text", "sentences", "questions"),
    [
        ("Thank you. What did you do?", 2, 1),
        ("Next.", 1, 0),
        ('You write: "We won. It held." What was yours?', 1, 1),
        ("You worked at Kite Labs Pvt. Ltd. in Pune for 2.5 years. What did you build?", 2, 1),
        ("Take one day there, the worst one. What came in? Who saw it?", 3, 2),
        ("Thank you, Maya, I'm Daniel and I look at numbers: Where did it end?", 1, 1),
        ("What would you tell her, and when would you do it?", 1, 2),
        ("How would you tell, in figures and in talks, whether it goes well?", 1, 1),
        ("Would you like a little more time, or shall we move on?", 1, 1),
        ("", 0, 0),
    ],
)
def test_sentences_and_questions_are_counted_as_they_are_heard(text: str, sentences: int, questions: int) -> None:
    assert (words.sentence_count(text), words.question_count(text)) == (sentences, questions)


def test_graders_know_nothing_of_the_controller() -> None:
    script = (
        "import sys, server.simulation.grading, server.simulation.candidate\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'controller'], 'loads the controller'"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
