"""The exercises of a live interview: shows what is on the table, takes in patches, runs and notes, asks for hints."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from typing import Any, Literal, NoReturn, Protocol, assert_never

from agent.code_runs import CodeRuns
from agent.code_tests import Group, code_ran, from_browser
from agent.live_parts import LiveSettings
from agent.notes import Note, Notes
from agent.ports import CodeRunner, RoomPort, RunnerUnavailableError, StoredEvent
from agent.tasks import Tasks
from agent.turn_loop import TurnLoop
from agent.workbench import REVISION, Bench, Workbench, hint_message, order_of, sha256
from controller.events import CodeRan, ExerciseFinished, HintAsked
from evaluators.coding.patching import PatchError, apply_patch
from schema.code_runs import CodeLanguage, RunPlace, RunRequest
from schema.exercise_views import RevealView, case_view, coding_view, reveal_view
from schema.exercises import CaseTemplate, Exercise
from schema.room import Error, Notice
from schema.room_exercises import (
    AskHint,
    BrowserRun,
    ExerciseClosed,
    ExerciseMessage,
    ExerciseOpened,
    FinishExercise,
    Patch,
    PatchRefused,
    RevealShown,
    RunnerInfo,
    RunTests,
    SaveArtifact,
    SaveRemarks,
    StageChanged,
)

log = logging.getLogger("interview.exercises")
SHOWN_RUNS = 20  # of the runs so far, when an exercise is shown anew
PatchCode = Literal["stale_base", "hunk_failed", "outside", "malformed", "too_large", "not_open", "not_stored"]
NOT_CODE = RunnerInfo(where=None, detail="")
STALE = "The file has changed since this edit was made. Your edit can be made again on the text that came with this."
NOT_OPEN = "This exercise is closed. What you had handed in stays as it was."
UNKNOWN = "The server does not have this state of your file yet. Save it and run the tests again."
NOT_STORED = "Your edit could not be saved; the disk may be full. It is still in your editor and is sent again."
CLOSED = "This exercise is closed, so what you have just written was not kept."
NO_PART = "There is no such part in this exercise, so what was written there was not kept."


class Interviewing(Protocol):
    """The interview that the exercises are part of."""

    async def did(self, event: CodeRan | HintAsked | ExerciseFinished, client_id: str | None = None) -> None:
        """Hands the controller something that was done and not said, and says what it answers."""
        ...


class NoRunner:
    """A `CodeRunner` where code is run nowhere: the exercise is judged by what is said about it."""

    WHY = "Code is not run here, so say what you think it does."

    def info(self, language: CodeLanguage) -> RunnerInfo:
        return RunnerInfo(where=None, detail=self.WHY)

    async def run(self, request: RunRequest, *, owner: str, queued: Callable[[int], None] | None = None) -> NoReturn:
        raise RunnerUnavailableError(self.WHY)


class ExerciseRoom:
    """`loop` stores the records; each comes back through `stored`, whoever made it."""

    def __init__(
        self,
        settings: LiveSettings,
        runner: CodeRunner | None,
        loop: TurnLoop,
        room: RoomPort,
        tasks: Tasks,
        interview: Interviewing,
    ) -> None:
        self.bench = Workbench(settings.exercises, order_of(settings.plan))
        self._loop, self._room, self._interview = loop, room, interview
        self._runner: CodeRunner = runner or NoRunner()
        self._live = False  # nothing is shown while the log is read
        self._telling = asyncio.Lock()
        self._notes = Notes(loop.note, room, tasks)
        self._runs = CodeRuns(
            self._runner,
            settings.owner,
            room,
            tasks,
            bench=lambda key: self.bench.benches[key],
            keep=loop.note,
            ran=self.tell,
        )
        loop.stored = self.stored

    # ------------------------------------------------------------------ to the browser

    def show(self) -> None:
        """After the welcome: every exercise so far, the open one last. From now on changes are shown as they come."""
        self._live = True
        for key in sorted(self.bench.benches, key=lambda key: (key == self.bench.table, self.bench.order.index(key))):
            self._room.send(self._opened(key))

    def stored(self, record: StoredEvent) -> None:
        """Takes in a record that has been committed, and shows what it changed on the table."""
        before, table = dict(self.bench.benches), self.bench.table
        self.bench.apply(record)
        if not self._live:
            return
        if table is not None and table != self.bench.table:
            self._room.send(ExerciseClosed(exercise=table))
        if (bench := self.bench.open) is not None:
            fresh = self.bench.table != table or before[bench.exercise.key].modification != bench.modification
            if fresh:
                self._room.send(self._opened(bench.exercise.key))
            else:
                self._show_changes(before[bench.exercise.key], bench, record)

    def _show_changes(self, before: Bench, bench: Bench, record: StoredEvent) -> None:
        key, exercise = bench.exercise.key, bench.exercise
        if bench.stage is not before.stage:
            self._room.send(StageChanged(exercise=key, stage=bench.stage))
        if isinstance(exercise, CaseTemplate):
            for reveal in exercise.revealable_data:
                if reveal.id in bench.reveals and reveal.id not in before.reveals:
                    self._room.send(RevealShown(exercise=key, reveal=reveal_view(reveal)))
        elif bench.hints > before.hints:
            for number in range(before.hints + 1, bench.hints + 1):
                self._room.send(hint_message(exercise, number))

    def _opened(self, key: str) -> ExerciseOpened:
        bench = self.bench.benches[key]
        exercise = bench.exercise
        coding = bench.coding
        return ExerciseOpened(
            view=case_view(exercise)
            if isinstance(exercise, CaseTemplate)
            else coding_view(exercise, modification=bench.modification),
            index=self.bench.order.index(key),
            total=len(self.bench.order),
            stage=bench.stage,
            revision=bench.revision,
            text=bench.text,
            runner=self._runner_info(exercise),
            runs=tuple(run.shown for run in bench.runs[-SHOWN_RUNS:]),
            hints=coding.hints[: bench.hints] if coding is not None else (),
            reveals=tuple(_reveals(bench)),
            artifacts=bench.artifacts,
            remarks=bench.remarks,
            closed=self.bench.table != key,
        )

    def _runner_info(self, exercise: Exercise) -> RunnerInfo:
        if isinstance(exercise, CaseTemplate):
            return NOT_CODE
        return self._runner.info(exercise.language)

    # ------------------------------------------------------------------ from the browser

    async def message(self, message: ExerciseMessage) -> None:
        """One message of a candidate at work. What was answered already is answered in the same way."""
        if (known := self.bench.answers.get(message.client_id)) is not None:
            self._room.send(known)
            return
        match message:
            case Patch():
                await self._patch(message)
            case RunTests() | BrowserRun():
                await self._run(message)
            case AskHint():
                await self._asked(HintAsked(at_ms=self._loop.now_ms(), exercise=message.exercise), message)
            case SaveRemarks() | SaveArtifact():
                await self._note(message)
            case FinishExercise():
                await self._notes.flush()
                await self._asked(ExerciseFinished(at_ms=self._loop.now_ms(), exercise=message.exercise), message)
            case _:
                assert_never(message)

    async def leave(self) -> None:
        """Stores what was written last; called before the room is left or the interview ends."""
        await self._notes.flush(leaving=True)

    async def _asked(self, event: HintAsked | ExerciseFinished, message: AskHint | FinishExercise) -> None:
        if message.exercise == self.bench.table and message.client_id not in self._loop.typed_ids:
            await self._interview.did(event, message.client_id)

    # ------------------------------------------------------------------ patches

    async def _patch(self, patch: Patch) -> None:
        bench = self.bench.open
        if bench is None or bench.exercise.key != patch.exercise or bench.coding is None:
            self.refuse(patch.client_id, patch.exercise, "not_open", NOT_OPEN)
            return
        if patch.base != bench.revision:
            self.refuse(patch.client_id, patch.exercise, "stale_base", STALE)
            return
        try:
            text = apply_patch(bench.text, patch.diff, filename=bench.coding.filename)
        except PatchError as fault:
            self.refuse(patch.client_id, patch.exercise, fault.code, fault.message)
            return
        await self._keep_revision(patch, bench, text)

    async def _keep_revision(self, patch: Patch, bench: Bench, text: str) -> None:
        body: dict[str, Any] = {
            "exercise": patch.exercise,
            "revision": bench.revision + 1,
            "base": patch.base,
            "diff": patch.diff,
            "sha256": sha256(text),
            "client_id": patch.client_id,
        }
        try:
            await self._loop.note(REVISION, body)
        except Exception as fault:
            log.exception("an edit could not be stored", exc_info=fault)
            self.refuse(patch.client_id, patch.exercise, "not_stored", NOT_STORED)
            return
        self._room.send(self.bench.answers[patch.client_id])

    def refuse(self, client_id: str, exercise: str, code: PatchCode, message: str) -> None:
        """Says why an edit was not made, with the text that stands."""
        bench = self.bench.benches.get(exercise)
        revision, text = (bench.revision, bench.text) if bench is not None else (0, "")
        self._room.send(
            PatchRefused(
                client_id=client_id, exercise=exercise, code=code, message=message, revision=revision, text=text
            )
        )

    # ------------------------------------------------------------------ runs

    async def _run(self, message: RunTests | BrowserRun) -> None:
        bench = self.bench.open
        if bench is None or bench.exercise.key != message.exercise or bench.coding is None:
            self._runs.refuse(message, "not_open", NOT_OPEN)
            return
        try:
            text = bench.text_at(message.revision)
        except IndexError:
            self._runs.refuse(message, "unknown_revision", UNKNOWN)
            return
        info = self._runner.info(bench.coding.language)
        if info.where is not (RunPlace.BROWSER if isinstance(message, BrowserRun) else RunPlace.SANDBOX):
            self._runs.refuse(message, "unavailable", info.detail)
        elif isinstance(message, BrowserRun):
            await self._runs.seen_in_browser(message, from_browser(message.result))
        else:
            self._runs.start(message, bench.coding, text, modification=bench.modification)

    async def tell(self) -> None:
        """Tells the interviewer of runs that it has not heard of: the last one's, or those from before a crash."""
        async with self._telling:
            bench = self.bench.open
            for run in bench.runs[bench.told :] if bench is not None else ():
                assert bench is not None
                await self._interview.did(
                    code_ran(
                        bench.exercise.key,
                        [earlier.result for earlier in bench.runs[: run.number]],
                        run.whole.get(Group.HIDDEN),
                        at_ms=self._loop.now_ms(),
                        revision=run.revision,
                        submitted=run.submitted,
                    )
                )

    # ------------------------------------------------------------------ notes

    async def _note(self, note: Note) -> None:
        bench = self.bench.open
        if bench is None or bench.exercise.key != note.exercise:
            self._room.send(Notice(code="exercise_closed", message=CLOSED))
        elif not _has_place(bench.exercise, note):
            self._room.send(Error(code="bad_message", message=NO_PART, fatal=False))
        else:
            await self._notes.save(note)


def _has_place(exercise: Exercise, note: Note) -> bool:
    """Whether this exercise has the part that the note is for: remarks are on code, an outline is a case's."""
    if isinstance(note, SaveRemarks):
        return not isinstance(exercise, CaseTemplate)
    if note.part == "scratchpad":
        return note.section is None
    if isinstance(exercise, CaseTemplate):
        return note.section in exercise.outline_sections if note.part == "outline" else note.section is None
    return False


def _reveals(bench: Bench) -> Iterator[RevealView]:
    """The exhibits that are on the table, in the order in which they came."""
    if isinstance(bench.exercise, CaseTemplate):
        by_id = {reveal.id: reveal for reveal in bench.exercise.revealable_data}
        yield from (reveal_view(by_id[one]) for one in bench.reveals if one in by_id)
