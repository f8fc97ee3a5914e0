"""The work on an interview's exercises, as the fold of its event log: text, runs, hints, exhibits and notes.

As with the transcript, nothing here is stored for itself: a dropped socket, a killed server and the report read the
same records and come to the same text at the same revision.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from agent.code_tests import Group
from agent.ports import StoredEvent
from agent.transcript import STEP
from evaluators.coding.patching import apply_patch
from schema.code_runs import RunResult
from schema.exercises import CaseTemplate, CodingExercise, Exercise
from schema.plan import InterviewPlan
from schema.room import ServerMessage
from schema.room_exercises import Artifacts, ArtifactSaved, HintGiven, PatchApplied, Remark, RunFinished, RunShown
from schema.vocabulary import ExerciseActivity, ExerciseStage

REVISION, RUN, ARTIFACT, REMARKS = "revision", "run", "artifact", "remarks"  # the kinds of record that carry work


class BrokenWorkError(Exception):
    """A stored revision does not give the text that was acknowledged. `str()` names it, never its text."""


@dataclass(frozen=True, slots=True)
class Revision:
    number: int  # counted from 1; 0 is the file as it was given
    at_ms: int
    diff: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Run:
    """`result` is what the browser was told; `whole` has each group of tests apart, and is empty of a browser's run."""

    number: int
    revision: int
    submitted: bool
    at_ms: int
    result: RunResult
    whole: Mapping[Group, RunResult]

    @property
    def shown(self) -> RunShown:
        return RunShown(number=self.number, revision=self.revision, submitted=self.submitted, result=self.result)


@dataclass(frozen=True, slots=True)
class Bench:
    """The work on one exercise. `text` is the file at the last revision, empty for a case."""

    exercise: Exercise
    stage: ExerciseStage
    opened_ms: int
    text: str
    revisions: tuple[Revision, ...] = ()
    runs: tuple[Run, ...] = ()
    told: int = 0  # runs that the interviewer knows of
    hints: int = 0
    reveals: tuple[str, ...] = ()
    modification: bool = False
    artifacts: Artifacts = field(default_factory=Artifacts)
    remarks: tuple[Remark, ...] = ()
    closed_ms: int | None = None

    @property
    def revision(self) -> int:
        return len(self.revisions)

    @property
    def coding(self) -> CodingExercise | None:
        return self.exercise if isinstance(self.exercise, CodingExercise) else None

    def text_at(self, revision: int) -> str:
        """The file as it was then. Raises IndexError for a revision that there never was."""
        if revision == self.revision:
            return self.text
        if not 0 <= revision < self.revision:
            raise IndexError(revision)
        text = _given(self.exercise)
        for earlier in self.revisions[:revision]:
            text = apply_patch(text, earlier.diff, filename=_filename(self.exercise))
        return text

    def snapshot(self) -> dict[str, Any]:
        """Where the work stands, as plain JSON for the books."""
        return {
            "stage": self.stage.value,
            "openedMs": self.opened_ms,
            "closedMs": self.closed_ms,
            "revision": self.revision,
            "text": self.text,
            "runs": [run.shown.model_dump(mode="json") for run in self.runs],
            "hints": self.hints,
            "reveals": list(self.reveals),
            "modification": self.modification,
            "artifacts": self.artifacts.model_dump(mode="json"),
            "remarks": [remark.model_dump(mode="json") for remark in self.remarks],
        }


class Workbench:
    """All exercises of an interview. `order` has their keys as the plan has them; `table` is the one that is open."""

    def __init__(self, exercises: Mapping[str, Exercise], order: Sequence[str]) -> None:
        self._exercises = exercises
        self.order = tuple(order)
        self.benches: dict[str, Bench] = {}  # those that were opened
        self.table: str | None = None
        self.answers: dict[str, ServerMessage] = {}  # by client_id: what a message that comes again is answered

    @property
    def open(self) -> Bench | None:
        """The exercise that may be worked on now."""
        return self.benches[self.table] if self.table is not None else None

    def apply(self, record: StoredEvent) -> None:
        """Takes in one record of the log; kinds that carry no work change nothing."""
        if record.kind == STEP:
            self._stepped(record)
        elif record.kind == REVISION:
            self._revised(record)
        elif record.kind == RUN:
            self._ran(record)
        elif record.kind in (ARTIFACT, REMARKS):
            self._noted(record)

    # ------------------------------------------------------------------ what the interviewer decided

    def _stepped(self, record: StoredEvent) -> None:
        event, decision = record.payload.get("event", {}), record.payload.get("decision", {})
        key = decision.get("exercise")
        if event.get("kind") == "code_ran" and event["exercise"] in self.benches:
            ran = self.benches[event["exercise"]]
            self.benches[event["exercise"]] = replace(ran, told=min(ran.told + 1, len(ran.runs)))
        if key not in self._exercises:
            # A question taken back unheard takes back no work: the candidate has seen the exercise already.
            if event.get("kind") != "question_unheard":
                self._close(record.at_ms)
            return
        if key != self.table:
            self._close(record.at_ms)
            self._put_on_table(key, record.at_ms)
        self._decided(key, decision, record.payload.get("client_id"))

    def _put_on_table(self, key: str, at_ms: int) -> None:
        exercise = self._exercises[key]
        known = self.benches.get(key)
        self.table = key
        self.benches[key] = (
            replace(known, closed_ms=None)
            if known is not None
            else Bench(exercise, _first_stage(exercise), at_ms, _given(exercise))
        )

    def _decided(self, key: str, decision: Mapping[str, Any], client_id: str | None) -> None:
        bench = self.benches[key]
        new = tuple(one for one in decision.get("reveals") or () if one not in bench.reveals)
        hint = decision.get("hint")
        self.benches[key] = replace(
            bench,
            stage=ExerciseStage(decision["stage"]) if decision.get("stage") else bench.stage,
            reveals=bench.reveals + new,
            hints=max(bench.hints, hint or 0),
            modification=bench.modification or bool(decision.get("modification")),
        )
        if client_id is not None and hint and bench.coding is not None:
            self.answers[client_id] = hint_message(bench.coding, hint)

    def _close(self, at_ms: int) -> None:
        if self.table is not None:
            self.benches[self.table] = replace(self.benches[self.table], closed_ms=at_ms)
            self.table = None

    # ------------------------------------------------------------------ what the candidate did

    def _revised(self, record: StoredEvent) -> None:
        key, number, digest = (record.payload[name] for name in ("exercise", "revision", "sha256"))
        bench = self.benches[key]
        text = apply_patch(bench.text, record.payload["diff"], filename=_filename(bench.exercise))
        if number != bench.revision + 1 or sha256(text) != digest:
            raise BrokenWorkError(f"revision {number} of {key} is not what was acknowledged")
        revision = Revision(number, record.at_ms, record.payload["diff"], digest)
        self.benches[key] = replace(bench, text=text, revisions=(*bench.revisions, revision))
        client_id = record.payload["client_id"]
        self.answers[client_id] = PatchApplied(client_id=client_id, exercise=key, revision=number, sha256=digest)

    def _ran(self, record: StoredEvent) -> None:
        body = record.payload
        bench = self.benches[body["exercise"]]
        run = Run(
            number=body["number"],
            revision=body["revision"],
            submitted=body["submitted"],
            at_ms=record.at_ms,
            result=RunResult.model_validate(body["result"]),
            whole={Group(group): RunResult.model_validate(one) for group, one in body["whole"].items()},
        )
        self.benches[body["exercise"]] = replace(bench, runs=(*bench.runs, run))
        client_id = body["client_id"]
        self.answers[client_id] = RunFinished(client_id=client_id, exercise=body["exercise"], run=run.shown)

    def _noted(self, record: StoredEvent) -> None:
        body = record.payload
        bench = self.benches[body["exercise"]]
        if record.kind == REMARKS:
            remarks = tuple(Remark.model_validate(remark) for remark in body["remarks"])
            self.benches[body["exercise"]] = replace(bench, remarks=remarks)
        else:
            artifacts = _with_part(bench.artifacts, body["part"], body["section"], body["text"])
            self.benches[body["exercise"]] = replace(bench, artifacts=artifacts)
        for client_id in (*body.get("covers", ()), body["client_id"]):
            self.answers[client_id] = ArtifactSaved(client_id=client_id, exercise=body["exercise"])


def fold_work(records: Iterable[StoredEvent], exercises: Mapping[str, Exercise], order: Sequence[str]) -> Workbench:
    """The work that the records hold."""
    bench = Workbench(exercises, order)
    for record in records:
        bench.apply(record)
    return bench


def order_of(plan: InterviewPlan) -> tuple[str, ...]:
    """The keys of the plan's exercises, in its order."""
    return tuple(key for phase in plan.phases for key in phase.exercises)


def hint_message(exercise: CodingExercise, number: int) -> HintGiven:
    return HintGiven(exercise=exercise.key, number=number, total=len(exercise.hints), text=exercise.hints[number - 1])


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _given(exercise: Exercise) -> str:
    return "" if isinstance(exercise, CaseTemplate) else exercise.code_snippet


def _filename(exercise: Exercise) -> str:
    return "" if isinstance(exercise, CaseTemplate) else exercise.filename


def _first_stage(exercise: Exercise) -> ExerciseStage:
    if isinstance(exercise, CaseTemplate):
        return ExerciseStage.FRAMING
    return ExerciseStage.REVIEW if exercise.activity is ExerciseActivity.REVIEW else ExerciseStage.EXPLAIN


def _with_part(artifacts: Artifacts, part: str, section: str | None, text: str) -> Artifacts:
    if part == "outline":
        return artifacts.model_copy(update={"outline": {**artifacts.outline, section or "": text}})
    return artifacts.model_copy(update={part: text})
