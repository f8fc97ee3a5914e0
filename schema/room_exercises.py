"""The room's messages about exercises, in both directions; schema.room has the rest and the unions.

`exercise` is an exercise's key; a `client_id` makes a message that is sent twice count once.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schema.base import Shape
from schema.code_runs import RunPlace, RunResult
from schema.exercise_views import CaseView, CodingView, RevealView
from schema.vocabulary import ExerciseStage

MAX_PATCH_CHARS = 60_000
MAX_CODE_CHARS = 40_000
MAX_ARTIFACT_CHARS = 20_000
MAX_REMARKS = 60

# ------------------------------------------------------------------ browser -> interviewer


class Patch(Shape):
    """An edit: a unified diff of the exercise's one file against the revision `base`; PatchApplied or PatchRefused."""

    type: Literal["patch"] = "patch"
    client_id: str = Field(max_length=64)
    exercise: str
    base: int = Field(ge=0)  # revision 0 is the file as it was given
    diff: str = Field(max_length=MAX_PATCH_CHARS)


class RunTests(Shape):
    """Run the visible tests on a revision, or everything when it is submitted; RunQueued, then RunFinished."""

    type: Literal["run_tests"] = "run_tests"
    client_id: str = Field(max_length=64)
    exercise: str
    revision: int = Field(ge=0)
    submit: bool = False


class BrowserRun(Shape):
    """What a run in the candidate's own browser gave, where the server has no sandbox. Never taken as verified."""

    type: Literal["browser_run"] = "browser_run"
    client_id: str = Field(max_length=64)
    exercise: str
    revision: int = Field(ge=0)
    submit: bool = False
    result: RunResult


class AskHint(Shape):
    type: Literal["ask_hint"] = "ask_hint"
    client_id: str = Field(max_length=64)
    exercise: str


class Remark(Shape):
    """A reviewer's comment on a line of a pull request."""

    line: int = Field(ge=1)
    text: str = Field(min_length=1, max_length=1_000)


class SaveRemarks(Shape):
    """All remarks of a review, whole, each time one changes; ArtifactSaved."""

    type: Literal["save_remarks"] = "save_remarks"
    client_id: str = Field(max_length=64)
    exercise: str
    remarks: tuple[Remark, ...] = Field(max_length=MAX_REMARKS)


class SaveArtifact(Shape):
    """A part of a case's written work, whole, each time it changes; ArtifactSaved."""

    type: Literal["save_artifact"] = "save_artifact"
    client_id: str = Field(max_length=64)
    exercise: str
    part: Literal["scratchpad", "outline", "summary"]
    section: str | None = None  # of the outline
    text: str = Field(max_length=MAX_ARTIFACT_CHARS)


class FinishExercise(Shape):
    """Done: the review is written, the recommendation given, or the code is left as it is."""

    type: Literal["finish_exercise"] = "finish_exercise"
    client_id: str = Field(max_length=64)
    exercise: str


ExerciseMessage = Patch | RunTests | BrowserRun | AskHint | SaveRemarks | SaveArtifact | FinishExercise


# ------------------------------------------------------------------ interviewer -> browser


class RunnerInfo(Shape):
    """Where code of this language runs; `where` null: nowhere, so it is judged by what is said about it."""

    where: RunPlace | None
    detail: str


class RunShown(Shape):
    """A run of this exercise. `number` counts from 1."""

    number: int
    revision: int
    submitted: bool
    result: RunResult


class Artifacts(Shape):
    scratchpad: str = ""
    outline: dict[str, str] = Field(default_factory=dict)  # by section
    summary: str = ""


class ExerciseOpened(Shape):
    """An exercise is on the table: sent when it opens, when its modification is asked for, and after each welcome."""

    type: Literal["exercise_opened"] = "exercise_opened"
    view: Annotated[CodingView | CaseView, Field(discriminator="kind")]
    index: int  # counted from 0 over the interview's exercises
    total: int
    stage: ExerciseStage
    revision: int
    text: str  # the file at that revision; empty for a case
    runner: RunnerInfo
    runs: tuple[RunShown, ...]
    hints: tuple[str, ...]  # given so far
    reveals: tuple[RevealView, ...]  # earned so far
    artifacts: Artifacts
    remarks: tuple[Remark, ...]
    closed: bool


class StageChanged(Shape):
    type: Literal["exercise_stage"] = "exercise_stage"
    exercise: str
    stage: ExerciseStage


class PatchApplied(Shape):
    type: Literal["patch_applied"] = "patch_applied"
    client_id: str
    exercise: str
    revision: int
    sha256: str  # of the file's UTF-8 text, hexadecimal


class PatchRefused(Shape):
    """Nothing changed and nothing is lost: `revision` and `text` are what the server has."""

    type: Literal["patch_refused"] = "patch_refused"
    client_id: str
    exercise: str
    code: Literal["stale_base", "hunk_failed", "outside", "malformed", "too_large", "not_open", "not_stored"]
    message: str
    revision: int
    text: str


class RunQueued(Shape):
    type: Literal["run_queued"] = "run_queued"
    client_id: str
    exercise: str
    position: int  # 0: running now


class RunFinished(Shape):
    type: Literal["run_finished"] = "run_finished"
    client_id: str
    exercise: str
    run: RunShown


class RunRefused(Shape):
    type: Literal["run_refused"] = "run_refused"
    client_id: str
    exercise: str
    code: Literal["unavailable", "busy", "unknown_revision", "not_open", "failed"]
    message: str


class HintGiven(Shape):
    type: Literal["hint_given"] = "hint_given"
    exercise: str
    number: int  # counted from 1
    total: int
    text: str


class RevealShown(Shape):
    type: Literal["reveal"] = "reveal"
    exercise: str
    reveal: RevealView


class ArtifactSaved(Shape):
    type: Literal["artifact_saved"] = "artifact_saved"
    client_id: str
    exercise: str


class ExerciseClosed(Shape):
    """It can be read but not changed any more."""

    type: Literal["exercise_closed"] = "exercise_closed"
    exercise: str
