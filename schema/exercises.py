"""Coding exercises and cases as the catalogue holds them, and the part of each that a candidate may see."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from schema.base import Shape
from schema.code_runs import CodeLanguage
from schema.vocabulary import ExerciseActivity, ExerciseMode, RoleCategory, Seniority

Cue = Annotated[str, Field(min_length=1)]  # what a sentence must say; the language is that of schema.cues
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Difficulty(StrEnum):
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class SignalAspect(StrEnum):
    """What a candidate's reasoning about code may be about."""

    PURPOSE = "purpose"  # what the code is for
    CAUSE = "cause"  # why it failed
    FIX = "fix"  # why the change is right
    COMPLEXITY = "complexity"
    EDGE_CASES = "edge_cases"
    TRADEOFFS = "tradeoffs"
    VERIFICATION = "verification"  # how they know that it works
    FINDING = "finding"  # of a review: a fault that was named


# ------------------------------------------------------------------ coding


class ExpectedSignal(Shape):
    """Something that a good candidate says aloud. Any one of `cues` in one sentence shows it."""

    id: Id
    aspect: SignalAspect
    text: str  # for the report: "Says that the list must be sorted before its middle is read"
    cues: tuple[Cue, ...] = Field(min_length=1)


class ProbingQuestion(Shape):
    aspect: SignalAspect
    text: str  # one spoken question of at most 30 words


class ReviewFinding(Shape):
    """A fault in a pull request. `line` counts from 1 in `code_snippet`; a remark within two lines of it counts."""

    id: Id
    line: int = Field(ge=1)
    severity: Literal["blocker", "major", "minor"]
    text: str
    cues: tuple[Cue, ...] = Field(min_length=1)


class Growth(Shape):
    """How to measure complexity: `call` is an expression (Python or JavaScript) over the solution's names and `n`."""

    call: str
    sizes: tuple[int, ...] = Field(min_length=3)  # growing; the largest runs within half a second when right


class CodingExercise(Shape):
    """One problem. The specification's columns (8.1) and what they need to be executed.

    `activity` is the main one. An `explain` exercise asks what the code does and has no fault; `debug` has a fault that
    `failing_test_case` shows; `modify` starts from code that works; `review` shows a small pull request. A `debug` or
    `explain` exercise that also has a modification goes on to it when there is time.
    """

    key: Id
    name: str
    role_kit: str | None = None  # RoleKit.key; null: any kit of role_categories
    role_categories: tuple[RoleCategory, ...] = Field(min_length=1)
    activity: ExerciseActivity
    language: CodeLanguage
    difficulty: Difficulty
    level: Seniority
    topics: tuple[str, ...] = Field(min_length=1)  # of TOPICS in seeds/coding: "hashmap", "sorting", "joins"
    company_signals: tuple[str, ...] = ()  # skill_focus words of company blueprints that it speaks to
    brief: str  # what the interviewer says when it opens: one or two spoken sentences, no code
    context: str = ""  # one paragraph beside the code: where it is used, what its input looks like
    code_snippet: str  # the file as the candidate finds it
    base_snippet: str | None = None  # review: the file before the pull request
    bug_description: str | None = None  # debug, review: what is wrong and why; shown after the round only
    failing_test_case: str | None = None  # debug: tests that fail on code_snippet, shown in the room
    failure_says: str | None = None  # debug: part of the failing test's message that tells the stated reason
    visible_tests: str = ""  # tests that pass on code_snippet and on every solution
    hidden_tests: str = ""  # run on submission; every solution passes them
    modification_requirement: str | None = None
    modification_tests: str | None = None  # fail on suggested_fix (or code_snippet without one), pass on the solution
    modification_solution: str | None = None  # the whole file after the modification; passes every test
    expected_behavior: str
    expected_signals: tuple[ExpectedSignal, ...] = Field(min_length=3)
    common_failure_modes: tuple[str, ...] = Field(min_length=2)
    suggested_fix: str | None = None  # debug: the whole file, mended; review: the whole file as it should be
    edge_cases: tuple[str, ...] = Field(min_length=2)
    complexity_expected: str | None = None  # "O(n log n)"
    growth: Growth | None = None
    probing_questions: tuple[ProbingQuestion, ...] = Field(min_length=3)
    hints: tuple[str, ...] = Field(min_length=3, max_length=3)  # conceptual first, the place last, never the solution
    review_findings: tuple[ReviewFinding, ...] = ()
    minutes: int = Field(ge=5, le=40)
    tags: tuple[str, ...] = ()
    is_active: bool = True

    @property
    def mode(self) -> ExerciseMode:
        """The plan's `exerciseMode` for this activity."""
        return MODES[self.activity]

    @property
    def filename(self) -> str:
        """What the file is called in the room and in patches."""
        return {"python": "solution.py", "javascript": "solution.js", "sql": "solution.sql"}[self.language]


MODES = {
    ExerciseActivity.EXPLAIN: ExerciseMode.CODING_EXPLAIN,
    ExerciseActivity.DEBUG: ExerciseMode.CODING_DEBUG,
    ExerciseActivity.MODIFY: ExerciseMode.CODING_MODIFY,
    ExerciseActivity.REVIEW: ExerciseMode.CODE_REVIEW,
}


# ------------------------------------------------------------------ cases


class CasePhase(StrEnum):
    FRAMING = "framing"
    HYPOTHESES = "hypotheses"
    ANALYSIS = "analysis"
    RECOMMENDATION = "recommendation"
    RISKS = "risks"


class CaseType(StrEnum):
    MARKET_SIZING = "market_sizing"
    PRICING = "pricing"
    GROWTH_EXPERIMENT = "growth_experiment"
    OBJECTION_HANDLING = "objection_handling"
    PROCESS_IMPROVEMENT = "process_improvement"
    PROFITABILITY = "profitability"
    GO_TO_MARKET = "go_to_market"
    PRODUCT_STRATEGY = "product_strategy"


class Exhibit(Shape):
    """A table, drawn as a table or as a chart of the same cells. The first column labels the rows."""

    kind: Literal["table", "bar", "line"]
    columns: tuple[str, ...] = Field(min_length=2)
    rows: tuple[tuple[str | int | float | None, ...], ...] = Field(min_length=1)
    unit: str = ""  # "%", "₹ million"
    note: str = ""  # source or caveat, one sentence


class StagedReveal(Shape):
    """Something in the data room. It is released when one sentence of the candidate meets a cue, and `after` is out."""

    id: Id
    title: str
    phase: CasePhase  # where it usually comes
    cues: tuple[Cue, ...] = Field(min_length=1)
    not_cues: tuple[Cue, ...] = ()  # a sentence that meets one of these does not release it
    said_cues: tuple[Cue, ...] = ()  # a statement that meets one of these earns it without a question
    after: tuple[Id, ...] = ()  # reveals that must be out before
    condition: str  # in words, for the report: "Asks what customers paid in each of the last years"
    spoken: str  # what the interviewer says with it: one or two sentences, without reading the table out
    exhibit: Exhibit
    asks: tuple[str, ...] = Field(min_length=3)  # how candidates ask for it, in spoken words: each releases it (tests)
    near_misses: tuple[str, ...] = Field(min_length=2)  # close by, and must not release it (tests)


class Clarification(Shape):
    """A plain question with a plain answer, no exhibit."""

    id: Id
    cues: tuple[Cue, ...] = Field(min_length=1)
    answer: str  # one or two spoken sentences
    asks: tuple[str, ...] = Field(min_length=1)


class NotAvailable(Shape):
    """What candidates ask for and does not exist; `what` goes into "We don't have …"."""

    what: str  # "our competitors' margins"
    cues: tuple[Cue, ...] = Field(min_length=1)
    asks: tuple[str, ...] = Field(min_length=1)


class Checkpoint(Shape):
    """What the interviewer scores in a phase. Met when a sentence or a written line meets a cue."""

    id: Id
    phase: CasePhase
    dimension: str  # Rubric dimension key that it speaks to: "structured_thinking", "problem_solving", …
    text: str  # "Splits profit into revenue and cost before asking for data"
    cues: tuple[Cue, ...] = Field(min_length=1)
    partly: tuple[Cue, ...] = ()  # half of it
    needs: tuple[Id, ...] = ()  # reveals without which it can't be reached: then it is not held against the candidate
    weight: float = Field(default=1.0, gt=0)


class SoundNumber(Shape):
    """A figure of a sound answer. `formula` is arithmetic (+ - * / ** and parentheses) over `inputs`.

    An input is a cell, "reveal_id/row label/column", or a number. Tests compute it and compare with `value`.
    """

    id: Id
    label: str  # "Lost revenue a year"
    formula: str
    inputs: dict[str, str | float]
    value: float
    tolerance_pct: float = Field(default=3.0, ge=0, le=50)
    unit: str = ""
    names: tuple[Cue, ...] = Field(min_length=1)  # how a candidate's sentence names this figure
    needs: tuple[Id, ...] = ()


class CaseTemplate(Shape):
    """A case with a staged data room. The specification's columns (8.1) and what they need to be played and judged."""

    key: Id
    name: str
    role_kit: str | None = None
    role_categories: tuple[RoleCategory, ...] = Field(min_length=1)
    case_type: CaseType
    difficulty: Difficulty
    level: Seniority
    prompt_statement: str  # what the interviewer says: two to four spoken sentences
    context: str  # what stands beside it on the page
    clarifying_questions_allowed: bool = True
    clarifications: tuple[Clarification, ...] = ()
    revealable_data: tuple[StagedReveal, ...] = Field(min_length=3)
    not_available: tuple[NotAvailable, ...] = ()
    evaluation_focus: tuple[str, ...] = Field(min_length=2)
    checkpoints: tuple[Checkpoint, ...] = Field(min_length=6)
    probing_map: dict[CasePhase, tuple[str, ...]]  # at least two questions a phase
    numbers: tuple[SoundNumber, ...] = Field(min_length=1)
    sound_answer: str  # what a good recommendation says, for the report
    risks: tuple[str, ...] = Field(min_length=2)
    outline_sections: tuple[str, ...] = ("Framing", "Hypotheses", "Analysis", "Recommendation", "Risks")
    expected_duration_minutes: int = Field(ge=8, le=45)
    tags: tuple[str, ...] = ()
    is_active: bool = True


Exercise = CodingExercise | CaseTemplate
