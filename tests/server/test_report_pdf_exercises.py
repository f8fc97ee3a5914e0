"""A coding round and a case in the PDF: every fact, every point with its proof."""

from __future__ import annotations

from schema.analysis import Fix, Overall
from schema.code_runs import CodeLanguage, RunPlace, RunVerdict
from schema.exercise_results import (
    ArithmeticError as Sum,
)
from schema.exercise_results import (
    CaseFacts,
    CheckpointResult,
    CodingFacts,
    ComplexityFact,
    ExerciseResult,
    ExerciseScores,
    ModelReview,
    NumberCheck,
    TestCount,
)
from schema.vocabulary import ExerciseMode
from tests.server.test_report_files import RULES, analysis, evidence, printed

CODE = ExerciseResult(
    key="median",
    name="A median of <unsorted> values",
    kind="coding",
    mode=ExerciseMode.CODING_DEBUG,
    status="judged",
    summary="The last submission passed every test.",
    scores=ExerciseScores(overall=81, result=90, reasoning=70),
    coding=CodingFacts(
        language=CodeLanguage.PYTHON,
        verdict=RunVerdict.PASSED,
        where=RunPlace.BROWSER,
        visible=TestCount(passed=3, total=3),
        hidden=TestCount(passed=4, total=5),
        regressions=("test_two",),
        complexity=ComplexityFact(expected="O(n log n)", measured="about O(n)", as_expected=False),
        edits=4,
        runs=3,
        hints=1,
    ),
    checkpoints=(
        CheckpointResult(id="why", label="Says why it failed", reached="yes", evidence=(evidence(2),)),
        CheckpointResult(id="edge", label="Names the empty list", reached="no"),
    ),
    fixes=(Fix(title="Edge cases", how="Name two aloud."),),
    bug_description="The values are not sorted.",
    review=ModelReview(summary="Clear and small.", remarks=("Line 2 says it all.",)),
    provenance=RULES,
)
CASE = ExerciseResult(
    key="cafe",
    name="A café earns less",
    kind="case",
    mode=ExerciseMode.CASE_STUDY,
    status="judged",
    summary="Two of three exhibits were earned.",
    case=CaseFacts(
        earned=("Visitors by year",),
        not_earned=("Costs by year",),
        numbers=(
            NumberCheck(id="a", label="Lost revenue", sound=120000, unit="€", said=12000, right=False),
            NumberCheck(id="b", label="Margin", sound=12, unit="%"),
        ),
        arithmetic_errors=(Sum(text="12 times 40 is 520", says=520, should_be=480),),
    ),
    checkpoints=(CheckpointResult(id="split", label="Splits profit", reached="partly", written="revenue - cost"),),
    sound_answer="Win the commuters back.",
    provenance=RULES,
)


def test_everything_about_an_exercise_is_printed() -> None:
    text = printed(analysis(3, exercises=(CODE, CASE)))
    for said in (
        *("Code: A median of <unsorted> values", "81 of 100", "The last submission passed every test."),
        *("every test passed (in your browser, not verified)", "3 of 3 passed", "4 of 5 passed", "test_two"),
        *("about O(n); expected O(n log n)", "4 edits, 3 runs, 1 hint", "Shown: Says why it failed"),
        *("“I cut run 2 from 4 hours to 35 minutes” (03:05)", "Not shown: Names the empty list"),
        *("Edge cases: Name two aloud.", "The values are not sorted.", "Clear and small.", "Line 2 says it all."),
        *("Case: A café earns less", "Not enough to judge", "Visitors by year", "Not asked for Costs by year"),
        *("you said 12000: it is 120000 €", "not given; it is 12 %", "“12 times 40 is 520” comes to 480, not 520"),
        *("Partly: Splits profit", "You wrote: “revenue - cost”", "Win the commuters back."),
    ):
        assert said in text, said


def test_an_exercise_practised_alone_has_a_score_without_readiness() -> None:
    text = printed(analysis(0, overall=Overall(score=81, explanation="It is one exercise."), exercises=(CODE,)))
    assert "81 of 100 · One exercise, practised alone" in text
    assert "Not enough evidence for an overall score" not in text
