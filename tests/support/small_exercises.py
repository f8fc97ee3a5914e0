"""A small coding exercise and a small case, a plan for them, and a runner that says what it is told to say."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Callable

from controller.planning.exercise_practice import practice_plan
from schema.code_runs import CodeLanguage, RunPlace, RunRequest, RunResult, RunVerdict, TestResult, TestVerdict
from schema.exercises import (
    CasePhase,
    CaseTemplate,
    CaseType,
    Checkpoint,
    CodingExercise,
    Difficulty,
    Exercise,
    Exhibit,
    ExpectedSignal,
    ProbingQuestion,
    SignalAspect,
    SoundNumber,
    StagedReveal,
)
from schema.plan import InterviewPlan
from schema.room_exercises import RunnerInfo
from schema.vocabulary import ExerciseActivity, RoleCategory, Seniority, Style

GIVEN = """def middle(values):
    half = len(values) // 2
    if len(values) % 2:
        return values[half]
    return (values[half - 1] + values[half]) / 2
"""
FIXED = GIVEN.replace("    half =", "    values = sorted(values)\n    half =")
VISIBLE = """def test_one():
    assert middle([7]) == 7


def test_two():
    assert middle([1, 3]) == 2
"""
HIDDEN = """def test_secret_input_unchanged():
    given = [3, 1, 2]
    middle(given)
    assert given == [3, 1, 2]


def test_secret_even():
    assert middle([4, 1, 3, 2]) == 2.5
"""
WIDER = FIXED.replace("    values = sorted", "    if not values:\n        return None\n    values = sorted")


def small_coding(**changes: object) -> CodingExercise:
    """A median that forgets to sort; its modification takes an empty list."""
    exercise = CodingExercise(
        key="middle_value",
        name="The middle of unsorted values",
        role_categories=(RoleCategory.SWE,),
        activity=ExerciseActivity.DEBUG,
        language=CodeLanguage.PYTHON,
        difficulty=Difficulty.EASY,
        level=Seniority.ENTRY,
        topics=("sorting",),
        brief="Some of our medians are wrong. Please find out why and mend it.",
        context="The values come in the order in which they were measured.",
        code_snippet=GIVEN,
        bug_description="The values are not sorted before the middle is read.",
        failing_test_case="def test_unsorted():\n    assert middle([9, 1, 5]) == 5\n",
        failure_says="assert",
        visible_tests=VISIBLE,
        hidden_tests=HIDDEN,
        modification_requirement="An empty list shall give None.",
        modification_tests="def test_empty():\n    assert middle([]) is None\n",
        modification_solution=WIDER,
        expected_behavior="The median of the values in any order.",
        expected_signals=(
            ExpectedSignal(id="why", aspect=SignalAspect.CAUSE, text="Says that it must sort first", cues=("sort",)),
            ExpectedSignal(id="cost", aspect=SignalAspect.COMPLEXITY, text="Says n log n", cues=('"n log n"',)),
            ExpectedSignal(id="edge", aspect=SignalAspect.EDGE_CASES, text="Asks for the empty list", cues=("empty",)),
        ),
        common_failure_modes=("Sorts in place", "Takes the mean"),
        suggested_fix=FIXED,
        edge_cases=("An empty list", "An even number of values"),
        complexity_expected="O(n log n)",
        probing_questions=(
            ProbingQuestion(aspect=SignalAspect.CAUSE, text="Why did it fail before?"),
            ProbingQuestion(aspect=SignalAspect.COMPLEXITY, text="How does its time grow?"),
            ProbingQuestion(aspect=SignalAspect.EDGE_CASES, text="Which input would still worry you?"),
        ),
        hints=("Think of what a median needs.", "Look at the order of the values.", "Look at the first line."),
        minutes=15,
    )
    return exercise.model_copy(update=changes)


def small_case() -> CaseTemplate:
    """A café that earns less; three exhibits."""
    return CaseTemplate(
        key="small_cafe",
        name="A café earns less",
        role_categories=(RoleCategory.PM, RoleCategory.SWE),
        case_type=CaseType.PROFITABILITY,
        difficulty=Difficulty.EASY,
        level=Seniority.ENTRY,
        prompt_statement="Our café earns less than last year. Find out why, and say what you would do.",
        context="A café near a station.",
        revealable_data=(
            _reveal("visitors", "Visitors by year", ("visitor|visitors|guest|guests many|number|year|fewer",)),
            _reveal("prices", "Prices by year", ("price|prices year|change|changed|raise|raised",)),
            _reveal("costs", "Costs by year", ("cost|costs year|grow|grew|change|changed|much",)),
        ),
        evaluation_focus=("Splits profit", "Uses figures"),
        checkpoints=tuple(
            Checkpoint(
                id=f"point_{number}",
                phase=list(CasePhase)[number % 5],
                dimension="structured_thinking",
                text=f"Point {number}",
                cues=(cue,),
            )
            for number, cue in enumerate(("revenue cost", "hypothes*", "percent", "recommend", "risk", "profit"))
        ),
        probing_map=dict.fromkeys(CasePhase, ("What comes to mind first?", "What would you look at next?")),
        numbers=(
            SoundNumber(
                id="fewer",
                label="Fewer visitors",
                formula="a - b",
                inputs={"a": "visitors/Last year/Number", "b": "visitors/This year/Number"},
                value=200,
                names=("fewer visitors",),
            ),
        ),
        sound_answer="Win the visitors back.",
        risks=("The rival reacts", "It takes long"),
        expected_duration_minutes=15,
    )


def _reveal(identity: str, title: str, cues: tuple[str, ...]) -> StagedReveal:
    return StagedReveal(
        id=identity,
        title=title,
        phase=CasePhase.ANALYSIS,
        cues=cues,
        condition=f"Asks for {title}",
        spoken=f"Here you see {title.lower()}.",
        exhibit=Exhibit(kind="table", columns=("Year", "Number"), rows=(("Last year", 1200), ("This year", 1000))),
        asks=(f"what about the {identity}", f"may i see the {identity}", f"how did the {identity} change"),
        near_misses=("hello", "good morning"),
    )


def exercise_plan(exercise: Exercise, minutes: int = 20) -> InterviewPlan:
    """One exercise practised alone."""
    return practice_plan(
        exercise,
        role_title="Software Engineer",
        role_kit="software_engineer",
        role_category=RoleCategory.SWE,
        seniority=Seniority.ENTRY,
        style=Style.NEUTRAL,
        look="maya",
        minutes=minutes,
    )


def diff(old: str, new: str, filename: str = "solution.py") -> str:
    """A patch as the page makes it."""
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{filename}", f"b/{filename}"
    )
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)


class SaidRunner:
    """A `CodeRunner` that answers at once: each test passes, except those that `verdict` says otherwise of.

    While `gate` is cleared, runs wait in a queue and are told their places.
    """

    def __init__(self, place: RunPlace | None = RunPlace.SANDBOX) -> None:
        self.place = place
        self.requests: list[tuple[RunRequest, str]] = []
        self.begun = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.fault: Exception | None = None
        self.verdict: Callable[[RunRequest], RunResult] = passing

    def info(self, language: CodeLanguage) -> RunnerInfo:
        return RunnerInfo(where=self.place, detail=f"{language} runs where the test says.")

    async def run(self, request: RunRequest, *, owner: str, queued: Callable[[int], None] | None = None) -> RunResult:
        self.requests.append((request, owner))
        if self.fault is not None:
            raise self.fault
        if not self.gate.is_set():
            if queued is not None:
                queued(1)
            await self.gate.wait()
        if queued is not None:
            queued(0)
        self.begun += 1
        await asyncio.sleep(0)
        return self.verdict(request)


def passing(request: RunRequest) -> RunResult:
    """Every test of the request passed."""
    return RunResult(verdict=RunVerdict.PASSED, tests=_tests(request, {}), time_ms=5, memory_mb=10)


def sorting_decides(request: RunRequest) -> RunResult:
    """What the small exercise's tests give, by whether the solution sorts."""
    bad: dict[str, str] = {}
    if "sorted" not in request.solution:
        bad |= {"test_unsorted": "AssertionError: 1 != 5", "test_secret_even": "AssertionError: 2.0 != 2.5"}
    if "None" not in request.solution:
        bad |= {"test_empty": "IndexError: list index out of range"}
    tests = _tests(request, bad)
    failed = any(test.verdict is TestVerdict.FAILED for test in tests)
    return RunResult(
        verdict=RunVerdict.FAILED if failed else RunVerdict.PASSED, tests=tests, time_ms=5, output="printed\n"
    )


def _tests(request: RunRequest, bad: dict[str, str]) -> tuple[TestResult, ...]:
    names = [line[4 : line.index("(")] for line in request.tests.splitlines() if line.startswith("def test")]
    return tuple(
        TestResult(
            name=name, verdict=TestVerdict.FAILED if name in bad else TestVerdict.PASSED, message=bad.get(name, "")
        )
        for name in names
    )
