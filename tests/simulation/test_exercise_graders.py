"""Each grader over code and cases fails on a round that was doctored to break its rule, and on no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schema.vocabulary import InterviewType, Seniority, Style
from server.simulation.grading import grade
from server.simulation.playing import Case, exercises, hold
from server.simulation.record import Box, Heard, Interview, Labels, Task, Turn
from tests.simulation.doctoring import Doctor, both, changed, heard

WORKS, RUNS, BUTTON, ANSWERS = Labels("works"), Labels("runs"), Labels("button"), Labels("answer")
SENIOR = Seniority.SENIOR
ASKS_COSTS, ASKS_FLOUR = Labels("question", asks="costs"), Labels("question", asks="flour")
CODE = Task("late_fees", False, ("return max(0, returned - due) * 20",), ("What is early?", "Look at the sign."))
CASE = Task(
    "bakery",
    True,
    ("Raise the price of bread and buy flour ahead.",),
    exhibits={"costs": "Here are the costs of both years.", "flour": "This is what a sack of flour cost."},
    after={"costs": (), "flour": ("costs",)},
)
# action, seconds, part, stage, spoken words, labels of what it follows, exhibits, hint
_Line = tuple[str, int, str, str, str, Labels | None, tuple[str, ...], int | None]
_WENT: tuple[_Line, ...] = (
    ("ask", 0, "coding", "explain", "Hello, we have some code. Please read it, then tell me.", None, (), None),
    ("probe", 30, "coding", "debug", "Go ahead and think aloud.", ANSWERS, (), None),
    ("wait", 50, "coding", "debug", "", WORKS, (), None),
    ("wait", 60, "coding", "debug", "", RUNS, (), None),
    ("wait", 70, "coding", "debug", "", RUNS, (), None),
    ("wait", 80, "coding", "debug", "", RUNS, (), None),
    ("probe", 90, "coding", "debug", "What does that failure tell you?", RUNS, (), None),
    ("reply", 100, "coding", "debug", "What is early?", BUTTON, (), 1),
    ("reply", 110, "coding", "debug", "Look at the sign.", BUTTON, (), 2),
    ("wait", 120, "coding", "debug", "", WORKS, (), None),
    ("ask", 290, "case", "framing", "Let's work through a case. A bakery earns less.", ANSWERS, (), None),
    ("reply", 310, "case", "framing", "Here are the costs of both years.", ASKS_COSTS, ("costs",), None),
    ("wait", 330, "case", "framing", "", WORKS, (), None),
    ("reply", 340, "case", "framing", "This is what a sack of flour cost.", ASKS_FLOUR, ("flour",), None),
    ("probe", 540, "case", "recommendation", "What would you recommend?", WORKS, (), None),
)  # fmt: skip


def good() -> Interview:
    """Code, then a case, as they should go, and the goodbye."""
    turns: list[Turn] = []
    for number, (action, seconds, part, stage, text, labels, reveals, hint) in enumerate(_WENT, start=1):
        began = turns[-1].at_ms + 500 if turns else 0
        after = None if labels is None else Heard("so that" if labels is WORKS else "", labels, began, seconds * 1000)
        key = CODE.key if part == "coding" else CASE.key
        turns.append(
            Turn(number, seconds * 1000, action, text, "A reason in plain words.", part, f"q{number}", None, after,
                 key, stage, reveals, hint)
        )  # fmt: skip
    last = Heard("Raise it a little.", ANSWERS, 545_000, 560_000)
    turns.append(
        Turn(len(turns) + 1, 560_000, "close", "Thank you. Goodbye.", "It is done now.", "close", None, None, last)
    )
    return Interview(
        persona="strong",
        role_kit="software_engineer",
        style="neutral",
        interview_type="technical",
        seed=1,
        boxes=(
            Box("coding", "coding", 4.5, False),
            Box("case", "case_study", 5, False),
            Box("close", "close", 1, False),
        ),
        probe_depth=3,
        keys=(),
        planned=(),
        turns=tuple(turns),
        tasks=(CODE, CASE),
    )


BROKEN: tuple[tuple[str, str, Doctor, int], ...] = (
    ("nothing_given_away", "a line of the fix", changed(2, text="Try return max(0, returned - due) * 20 there."), 2),
    ("nothing_given_away", "a hint in passing", changed(2, text="Go ahead. Look at the sign."), 2),
    ("nothing_given_away", "the sound answer", changed(15, text="Raise the price of bread and buy flour ahead."), 15),
    ("hints_counted", "the second one first", both(changed(8, text="Look at the sign.", hint=2)), 8),
    ("hints_counted", "the same one again", changed(9, text="What is early?", hint=1), 9),
    ("hints_counted", "one that nobody asked for", heard(8, labels=WORKS), 8),
    ("exhibits_earned", "one that nobody asked for", heard(12, labels=Labels("question")), 12),
    ("exhibits_earned", "another one", heard(12, labels=Labels("question", asks="flour")), 12),
    ("exhibits_earned", "for what only comes close", heard(12, labels=Labels("question", asks="-costs")), 12),
    ("exhibits_earned", "before what it rests on", changed(12, reveals=(), text="I see."), 14),
    ("exhibits_earned", "told without being given", changed(12, reveals=()), 12),
    ("exhibits_earned", "given twice", both(changed(14, reveals=("costs",)), heard(14, labels=ASKS_COSTS)), 14),
    ("nobody_disturbed", "who thinks aloud", changed(3, action="reply", text="I see."), 3),
    ("nobody_disturbed", "who types", changed(10, action="nudge", text="How is it going?"), 10),
    ("nobody_disturbed", "who calculates", changed(13, action="nudge", text="How is it going?"), 13),
    (
        "few_words_to_runs",
        "a word on each",
        both(*(heard(number, labels=RUNS) for number in range(2, 11)),
             *(changed(number, text=f"What about number {number}?", action="probe") for number in range(2, 11))),
        10,
    ),
    (
        "exercises_in_time",
        "it goes on",
        both(changed(10, at_ms=300_000, text="Go on."), heard(10, started_ms=280_000)),
        10,
    ),
    ("exercises_brief", "a speech", changed(9, text="One. Two. Three. Four. Five. Look at the sign."), 9),
    ("one_question", "two at once", changed(7, text="What does it tell you? And what did you expect?"), 7),
)  # fmt: skip


def broken(interview: Interview) -> set[tuple[str, int]]:
    return {(violation.rule, violation.turn) for violation in grade(interview)}


def test_the_good_round_breaks_nothing() -> None:
    assert broken(good()) == set()


@pytest.mark.parametrize(
    ("rule", "what", "doctor", "turn"), BROKEN, ids=[f"{rule}: {what}" for rule, what, _, _ in BROKEN]
)
def test_a_doctored_round_is_caught(rule: str, what: str, doctor: Doctor, turn: int) -> None:
    assert (rule, turn) in broken(doctor(good()))


@pytest.mark.parametrize(
    "doctor",
    [
        changed(10, at_ms=200_000, action="nudge", text="We have about two minutes left for this."),
        changed(14, reveals=(), text="Let's come to that."),
        heard(10, labels=BUTTON),
    ],
    ids=["the time is nearly up", "a refusal", "a button"],
)
def test_what_is_allowed_over_an_exercise_is_no_fault(doctor: Doctor) -> None:
    assert broken(doctor(good())) == set()


@pytest.mark.parametrize(("kit", "kind"), [("software_engineer", "code"), ("management_consultant", "case")])
@pytest.mark.parametrize("alone", [True, False])
def test_a_simulated_round_is_held_and_breaks_no_rule(kit: str, kind: str, alone: bool) -> None:
    category = {"software_engineer": "swe", "management_consultant": "consulting"}[kit]
    tasks = [task for task in exercises().values() if category in task.role_categories]
    held = []
    for seed, task in enumerate(tasks[:4]):
        minutes = 25 if alone else 40
        case = Case("strong", kit, Style.NEUTRAL, InterviewType.TECHNICAL, SENIOR, minutes, seed, task.key, alone)
        interview = hold(case)
        assert grade(interview) == ()
        held.append(interview)
    over = [turn for one in held for turn in one.turns if turn.exercise is not None]
    assert len(over) >= 20
    manners = {turn.after.labels.manner for turn in over if turn.after is not None}
    assert manners >= ({"works", "runs", "answer"} if kind == "code" else {"works", "question", "answer"})
    if kind == "case":
        assert any(turn.reveals for turn in over)
    assert all(one.turns[-1].action == "close" for one in held)


def test_the_same_seed_holds_the_same_round() -> None:
    key = next(iter(exercises()))
    case = Case(
        "strong", "software_engineer", Style.NEUTRAL, InterviewType.TECHNICAL, Seniority.SENIOR, 25, 3, key, True
    )
    assert hold(case) == hold(case)
    assert hold(case) != hold(replace(case, seed=4))
