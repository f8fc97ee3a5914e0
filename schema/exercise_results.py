"""How an exercise went: facts first, each from a run or an event, then the reasoning with its proof."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schema.analysis_parts import Evidence, Fix
from schema.base import CamelShape
from schema.code_runs import CodeLanguage, RunPlace, RunVerdict
from schema.exercises import CasePhase, SignalAspect
from schema.provenance import Provenance
from schema.vocabulary import ExerciseMode


class LedgerEntry(CamelShape):
    """Something that was done. `at_ms` is on the interview's clock."""

    at_ms: int = Field(ge=0)
    kind: Literal[
        "opened", "edit", "run", "identical_failure", "undo_cycle", "hint", "submitted", "modification_asked",
        "reveal", "artifact", "closed",
    ]  # fmt: skip
    detail: str = ""  # "2 of 3 tests passed", "Revision 4", "Churn by year"
    ref: str | None = None  # revision number, run id, reveal id, hint number


class TestCount(CamelShape):
    __test__ = False  # pytest: no test class
    passed: int = Field(ge=0)
    total: int = Field(ge=0)


class ComplexityFact(CamelShape):
    """Measured by growing inputs where that can be done; null `measured` where not, and `note` says why."""

    expected: str | None
    measured: str | None = None  # "about O(n)", read from the slope of time over size
    as_expected: bool | None = None
    note: str = ""


class CodingFacts(CamelShape):
    """Of the last submission, or of the last revision where nothing was submitted. Null: not run."""

    language: CodeLanguage
    verdict: RunVerdict | None = None
    where: RunPlace | None = None  # browser: not verified; null: nothing was run, judged by what was said
    visible: TestCount | None = None  # the failing test and the visible ones
    hidden: TestCount | None = None
    modification: TestCount | None = None
    given: dict[str, int] = Field(default_factory=dict)  # group of tests: how many passed on the code as it was given
    regressions: tuple[str, ...] = ()  # tests that passed on the code as it was given and fail now
    failing: tuple[str, ...] = ()  # names and messages of tests that fail now
    complexity: ComplexityFact | None = None
    submitted: bool = False
    edits: int = 0
    runs: int = 0
    identical_failures: int = 0  # runs of the same code's outcome again, without an edit that changed it
    undo_cycles: int = 0  # times that the code came back to an earlier revision
    hints: int = 0
    first_edit_s: float | None = None  # from opening
    solved_s: float | None = None  # from opening to the first run in which all passed


class NumberCheck(CamelShape):
    """A figure that the candidate said or wrote, against the sound answer's. Null `said`: it was not given."""

    id: str
    label: str
    sound: float
    unit: str
    said: float | None = None
    right: bool | None = None
    evidence: Evidence | None = None  # null: written in an artifact, or not said
    written: str | None = None  # the artifact's own line
    note: str = ""


class ArithmeticError(CamelShape):
    """Arithmetic of the candidate's own that does not come out: "12 × 40 is 480, not 520"."""

    text: str  # the candidate's own words or line
    says: float
    should_be: float
    turn_index: int | None = None  # null: written in an artifact


class CaseFacts(CamelShape):
    earned: tuple[str, ...] = ()  # titles of reveals, in the order in which they were earned
    not_earned: tuple[str, ...] = ()  # never held against the numbers
    numbers: tuple[NumberCheck, ...] = ()
    arithmetic_errors: tuple[ArithmeticError, ...] = ()
    outline_sections_filled: int = 0
    summary_words: int = 0


class CheckpointResult(CamelShape):
    """Something that was to be said or found. `reached` null: it could not be reached, and does not count."""

    id: str
    label: str
    aspect: SignalAspect | None = None  # code
    phase: CasePhase | None = None  # case
    reached: Literal["yes", "partly", "no"] | None
    evidence: tuple[Evidence, ...] = ()
    written: str | None = None  # the artifact's own line that shows it
    weight: float = 1.0


class ExerciseScores(CamelShape):
    """0-100, by the formulas of evaluators.scoring; null: not enough to judge."""

    overall: int | None = Field(default=None, ge=0, le=100)
    result: int | None = Field(default=None, ge=0, le=100)  # code: from the tests; case: from the numbers
    reasoning: int | None = Field(default=None, ge=0, le=100)  # code: from what was said; case: from the checkpoints


class ModelReview(CamelShape):
    """A model's remarks, each checked against the facts; those that contradict a fact were dropped and counted."""

    summary: str
    remarks: tuple[str, ...] = ()
    dropped: int = 0


class ExerciseResult(CamelShape):
    key: str
    name: str
    kind: Literal["coding", "case"]
    mode: ExerciseMode
    status: Literal["judged", "explained_only", "not_attempted"]  # explained_only: no sandbox and no browser run
    summary: str  # one or two sentences of fact
    scores: ExerciseScores = ExerciseScores()
    coding: CodingFacts | None = None
    case: CaseFacts | None = None
    checkpoints: tuple[CheckpointResult, ...] = ()
    fixes: tuple[Fix, ...] = ()
    sound_answer: str | None = None  # the suggested fix's code, or the case's sound recommendation; after the round
    bug_description: str | None = None
    ledger: tuple[LedgerEntry, ...] = ()
    review: ModelReview | None = None
    provenance: Provenance
