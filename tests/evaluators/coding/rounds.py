"""Small coding rounds for the tests: an exercise, results of runs, a transcript."""

from __future__ import annotations

from typing import Any

from evaluators.coding.work import CodingWork, Ran, Revision
from evaluators.shapes import Answer, AnswerTurn
from schema.code_runs import CodeLanguage, RunPlace, RunResult, RunVerdict, TestResult, TestVerdict
from schema.exercises import CodingExercise, Difficulty, ExpectedSignal, ProbingQuestion, ReviewFinding, SignalAspect
from schema.transcript import TranscriptDocument, TranscriptTurn
from schema.vocabulary import ExerciseActivity, InterviewType, QuestionKind, RoleCategory, Seniority, Speaker

LETTERS = {"p": TestVerdict.PASSED, "f": TestVerdict.FAILED, "e": TestVerdict.ERROR, "n": TestVerdict.NOT_RUN}


def signal(key: str, aspect: SignalAspect, text: str, *cues: str) -> ExpectedSignal:
    return ExpectedSignal(id=key, aspect=aspect, text=text, cues=cues)


def exercise(activity: ExerciseActivity = ExerciseActivity.DEBUG, **changes: Any) -> CodingExercise:
    made = CodingExercise(
        key="middle_of_three",
        name="The middle one",
        role_categories=(RoleCategory.SWE,),
        activity=activity,
        language=CodeLanguage.PYTHON,
        difficulty=Difficulty.EASY,
        level=Seniority.ENTRY,
        topics=("sorting",),
        brief="This takes the middle of some numbers.",
        code_snippet="def middle(xs):\n    return xs[len(xs) // 2]\n",
        failing_test_case="def test_unsorted(): assert middle([3, 1, 2]) == 2\n",
        failure_says="1 != 2",
        visible_tests="def test_sorted(): assert middle([1, 2, 3]) == 2\n",
        hidden_tests="def test_kept():\n    xs = [3, 1, 2]\n    middle(xs)\n    assert xs == [3, 1, 2]\n",
        modification_requirement="Return the mean of the two middle ones for an even count.",
        modification_tests="def test_even(): assert middle([4, 1, 3, 2]) == 2.5\n",
        modification_solution="def middle(xs):\n    xs = sorted(xs)\n    h = len(xs) // 2\n"
        "    return xs[h] if len(xs) % 2 else (xs[h - 1] + xs[h]) / 2\n",
        expected_behavior="The middle number by size.",
        expected_signals=(
            signal("cause", SignalAspect.CAUSE, "Says that the list is not sorted", "not sorted", "unsorted"),
            signal("copy", SignalAspect.TRADEOFFS, "Weighs sorting a copy", "copy sort"),
            signal("empty", SignalAspect.EDGE_CASES, "Names the empty list", "empty list"),
            signal("cost", SignalAspect.COMPLEXITY, "Names the cost of sorting", '"n log n"'),
        ),
        common_failure_modes=("sorts in place", "returns the mean"),
        suggested_fix="def middle(xs):\n    return sorted(xs)[len(xs) // 2]\n",
        bug_description="The list is taken as it is.",
        edge_cases=("empty", "one"),
        complexity_expected="O(n log n)",
        probing_questions=tuple(ProbingQuestion(aspect=SignalAspect.CAUSE, text="Why?") for _ in range(3)),
        hints=("Think of order.", "What is at the middle?", "Look at the second line."),
        minutes=10,
    )  # fmt: skip
    return made.model_copy(update=changes)


FINDINGS = (
    ReviewFinding(id="lock", line=2, severity="blocker", text="No lock is held", cues=("lock|race",)),
    ReviewFinding(id="name", line=9, severity="minor", text="The name misleads", cues=("name|naming",)),
)


def result(letters: str, *, names: str = "abcdefgh", where: RunPlace = RunPlace.SANDBOX, **changes: Any) -> RunResult:
    """A run whose tests ended so, a letter each."""
    tests = tuple(
        TestResult(name=name, verdict=LETTERS[letter], message="" if letter == "p" else "AssertionError: 1 != 2")
        for name, letter in zip(names, letters, strict=False)
    )
    verdict = RunVerdict.ERROR if not letters else RunVerdict.PASSED if set(letters) == {"p"} else RunVerdict.FAILED
    return RunResult(verdict=verdict, tests=tests, time_ms=50, where=where).model_copy(update=changes)


def work(*texts: str, runs: tuple[Ran, ...] = (), of: CodingExercise | None = None, **changes: Any) -> CodingWork:
    """A round with these revisions after the given one, ten seconds apart."""
    found = of or exercise()
    revisions = tuple(Revision(10_000 * n, n, text) for n, text in enumerate((found.code_snippet, *texts)))
    return CodingWork(found, revisions, runs=runs, **changes)


def talk(*said: str, asked: str = "Why does it fail?") -> tuple[tuple[Answer, ...], TranscriptDocument]:
    """Answers to one question, and the transcript in which they stand."""
    lines = [(Speaker.INTERVIEWER, asked), *((Speaker.CANDIDATE, text) for text in said)]
    turns = tuple(
        TranscriptTurn(speaker=speaker, text=text, start_s=10.0 * n, end_s=10.0 * n + 8, question_id="q1")
        for n, (speaker, text) in enumerate(lines)
    )
    document = TranscriptDocument(
        role_kit="software_engineer",
        role_title="Engineer",
        seniority=Seniority.ENTRY,
        interview_type=InterviewType.TECHNICAL,
        turns=turns,
    )
    spoken = tuple(AnswerTurn(turn_index=n + 1, text=text) for n, text in enumerate(said))
    answers = (Answer(question_id="q1", question=asked, kind=QuestionKind.SHORT, turns=spoken),) if said else ()
    return answers, document
