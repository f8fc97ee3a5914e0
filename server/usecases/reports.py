"""The evaluation of an interview, step by step: what each step needs, what it stores, and how it stands.

Nothing here knows the workflow engine: `server.background` decides when a step runs and keeps what it gave, so that a
killed process goes on with the next one. A step's effect on the product's tables and its state are one transaction,
and running a step again leaves the same rows.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from uuid import UUID

from schema.vocabulary import InterviewStatus, ReportStatus, StepStatus
from server.db import Database, DbSession
from server.errors import AppError
from server.repositories.interviews import Interviews
from server.repositories.reports import Reports

log = logging.getLogger("interview.reports")

Kept: TypeAlias = Mapping[str, str]
"""What earlier steps gave, as JSON text by the step's name."""

BROKEN = "Something went wrong on our side. Please try again; if it stays, the server's log says more."


class StepFailedError(Exception):
    """A step could not do its work. `str()` is a sentence for the candidate: what failed, and what may help."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """`kept` is JSON text for later steps; `store` writes the step's rows inside the transaction that finishes it.

    Where later steps need what only that transaction knows, `store` returns it, and it takes the place of `kept`.
    """

    kept: str
    store: Callable[[DbSession], Awaitable[str | None]] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """`needs` must have been done; `uses` are taken along where they were, and looked at again after a retry."""

    name: str
    label: str
    work: Callable[[UUID, Kept], Awaitable[StepResult]]
    needs: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()


class ReportWork:
    """Runs the steps of reports and keeps their state. Lives in one event loop with its own database engine."""

    def __init__(
        self, database: Database, steps: Sequence[Step], let_go: Callable[[UUID], None] = lambda _: None
    ) -> None:
        """`let_go` is called when an attempt at an interview's report is over: what was held for it may go."""
        self._database = database
        self.steps = {step.name: step for step in steps}
        self.let_go = let_go

    # ------------------------------------------------------------------ the whole report

    async def announce(self, session_id: UUID) -> bool:
        """Before the first attempt: all steps pending. False where the report has begun, or there is no interview."""
        async with self._database.write() as db:
            if not await Reports(db).claim(session_id, ReportStatus.NONE, ReportStatus.PENDING):
                return False
            await self._plan(Reports(db), session_id)
            return True

    async def reopen(self, session_id: UUID) -> bool:
        """Before a retry: what failed is pending again. False where nothing has failed, so that two clicks are one."""
        async with self._database.write() as db:
            if not await Reports(db).claim(session_id, ReportStatus.FAILED, ReportStatus.PENDING):
                return False
            await Reports(db).reset_steps(session_id)
            await self._plan(Reports(db), session_id)
            return True

    async def _plan(self, reports: Reports, session_id: UUID) -> None:
        await reports.plan_steps(session_id, [(step.name, step.label) for step in self.steps.values()])

    async def begin(self, session_id: UUID) -> None:
        async with self._database.write() as db:
            await Reports(db).set_status(session_id, ReportStatus.RUNNING)

    async def conclude(self, session_id: UUID) -> bool:
        """Done when every step is; failed otherwise. Returns whether it is done."""
        self.let_go(session_id)
        async with self._database.write() as db:
            reports = Reports(db)
            done = all(step.status is StepStatus.DONE for step in await reports.steps(session_id))
            await reports.set_status(session_id, ReportStatus.DONE if done else ReportStatus.FAILED)
            return done

    async def abandon(self, session_id: UUID) -> None:
        """The work stopped the server again and again: every open step failed, and only a person starts it anew."""
        self.let_go(session_id)
        async with self._database.write() as db:
            reports = Reports(db)
            for step in await reports.steps(session_id):
                if step.status is not StepStatus.DONE:
                    await reports.fail_step(session_id, step.name, "This step was interrupted too often. " + BROKEN)
            await reports.set_status(session_id, ReportStatus.FAILED)

    async def unfinished(self) -> tuple[UUID, ...]:
        """Interviews that wait for their report: announced and not concluded, or ended without being announced."""
        async with self._database.read() as db:
            reports = Reports(db)
            begun = await reports.sessions_in(ReportStatus.PENDING, ReportStatus.RUNNING)
            silent = set(await reports.sessions_in(ReportStatus.NONE))
            ended = await Interviews(db).in_status(InterviewStatus.ENDED)
        return (*begun, *(session_id for session_id in ended if session_id in silent))

    async def still_needed(self, session_ids: set[UUID]) -> set[UUID]:
        """Those whose kept results may still serve: the interview exists and its report is not done."""
        async with self._database.read() as db:
            existing = await Interviews(db).existing(session_ids)
            done = set(await Reports(db).sessions_in(ReportStatus.DONE))
        return existing - done

    # ------------------------------------------------------------------ one step

    def carried(self, kept: Kept) -> dict[str, str]:
        """What a retry may take from the attempt before: results that rest on nothing that failed."""
        taken: dict[str, str] = {}
        for step in self.steps.values():
            if step.name in kept and all(other in taken for other in (*step.needs, *step.uses)):
                taken[step.name] = kept[step.name]
        return taken

    async def perform(self, session_id: UUID, name: str, kept: Kept) -> str | None:
        """Run one step and store its state. Returns its JSON text, or None where it failed; never raises."""
        step = self.steps[name]
        missing = next((other for other in step.needs if other not in kept), None)
        if missing is not None:
            await self._fail(session_id, name, f"This waits for “{self.steps[missing].label}”.")
            return None
        try:
            return await self._run(step, session_id, kept)
        except StepFailedError as failure:
            await self._fail(session_id, name, str(failure))
        except AppError as failure:
            await self._fail(session_id, name, failure.message)
        except Exception as failure:  # noqa: BLE001 - the door of background jobs: shown as failed, the others stand
            log.error("step %s failed: %s", name, place(failure), extra={"session_id": str(session_id)})
            await self._fail(session_id, name, BROKEN)
        return None

    async def _run(self, step: Step, session_id: UUID, kept: Kept) -> str:
        async with self._database.write() as db:
            await Reports(db).start_step(session_id, step.name)
        result = await step.work(session_id, kept)
        async with self._database.write() as db:
            stored = await result.store(db) if result.store is not None else None
            await Reports(db).finish_step(session_id, step.name)
        return result.kept if stored is None else stored

    async def _fail(self, session_id: UUID, name: str, error: str) -> None:
        async with self._database.write() as db:
            await Reports(db).fail_step(session_id, name, error)


def place(failure: BaseException) -> str:
    """Kind and place of a failure without its message, which may quote what a candidate said."""
    frames = traceback.extract_tb(failure.__traceback__)[-4:]
    steps = (f"{frame.name} ({Path(frame.filename).name}:{frame.lineno})" for frame in reversed(frames))
    return f"{type(failure).__name__} in {' < '.join(steps)}"
