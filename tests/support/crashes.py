"""Servers that are killed at chosen moments of a report, and all that a report leaves in the database.

Each server is a process of its own, forked from one that has imported everything already; it dies by SIGKILL.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import text

from server.background import Reports, system_database_url
from server.db import Database, DbSession, database_url
from server.evaluation_steps import Evaluation
from server.usecases.reports import Kept, ReportWork, Step, StepResult
from tests.support.offline import forbid_network
from tests.support.reports import concluded

# By table, the column that leads to the interview or its user, and what no two runs have in common.
LEFT = {
    "interview_analysis": ("interview_session_id", ()),
    "analysis_steps": ("session_id", ("attempts",)),
    "turn_notes": ("session_id", ()),
    "memory_observations": ("user_id", ()),
    "user_skill_memory": ("user_id", ()),
    "practice_plans": ("user_id", ()),
    "practice_items": ("user_id", ("plan_id",)),
}
ITEMS = "(SELECT practice_items.*, user_id FROM practice_items JOIN practice_plans p ON plan_id = p.id) AS items"
VOLATILE = {"id", "created_at", "updated_at", "started_at", "finished_at"}


@dataclass(frozen=True)
class Moment:
    """Before a step, in the transaction that would finish it, or after its commit and before the engine knows."""

    where: Literal["before", "in", "after"]
    step: str  # or "begin", "conclude": the engine's own first and last act


class Dying(ReportWork):
    """The real work, until the moment comes."""

    moment: Moment | None = None

    async def begin(self, session_id: UUID) -> None:
        await super().begin(session_id)
        self._reached("after", "begin")

    async def perform(self, session_id: UUID, name: str, kept: Kept) -> str | None:
        self._reached("before", name)
        given = await super().perform(session_id, name, kept)
        self._reached("after", name)
        return given

    async def conclude(self, session_id: UUID) -> bool:
        done = await super().conclude(session_id)
        self._reached("after", "conclude")
        return done

    def _reached(self, where: str, step: str) -> None:
        if self.moment == Moment(where, step):  # type: ignore[arg-type]
            os.kill(os.getpid(), signal.SIGKILL)


def _dying_in(step: Step) -> Step:
    """The step, killed when all its rows are written and none is committed."""

    async def work(session_id: UUID, kept: Kept) -> StepResult:
        result = await step.work(session_id, kept)

        async def store(db: DbSession) -> None:
            if result.store is not None:
                await result.store(db)
            await db.flush()
            os.kill(os.getpid(), signal.SIGKILL)

        return replace(result, store=store)

    return replace(step, work=work)


def serve(address: str, home: Path, session_id: UUID, moment: Moment | None) -> int | None:
    """Make the report of one interview in a server of its own, until it is done or the moment comes.

    Returns the process's exit code, -9 where it was killed.
    """
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(["tests.support.warm"])
    process = forking.Process(target=_serve, args=(address, str(home), session_id, moment))
    process.start()
    process.join(150)
    assert process.exitcode is not None, "the server neither finished nor died"
    return process.exitcode


def _serve(address: str, home: str, session_id: UUID, moment: Moment | None) -> None:
    forbid_network()
    asyncio.run(_report(address, Path(home), session_id, moment))


async def _report(address: str, home: Path, session_id: UUID, moment: Moment | None) -> None:
    url = database_url(address, home)

    @asynccontextmanager
    async def opened() -> AsyncIterator[ReportWork]:
        database = Database(url)
        evaluation = Evaluation(database, None)
        steps = (_dying_in(step) if moment == Moment("in", step.name) else step for step in evaluation.steps())
        work = Dying(database, tuple(steps), evaluation.let_go)
        work.moment = moment
        try:
            yield work
        finally:
            await database.aclose()

    reports, database = Reports(opened, system_database_url(url, home)), Database(url)
    await reports.launch()
    await reports.start(session_id)
    await concluded(database, session_id)
    await reports.shutdown()
    await database.aclose()


async def left(database: Database, session_id: UUID) -> dict[str, list[dict[str, Any]]]:
    """All rows that reports leave for the interview and its user, without what no two runs have in common."""
    async with database.read() as db:
        whose = text("SELECT user_id FROM interview_sessions WHERE id = :session")
        user_id = (await db.execute(whose, {"session": _key(database, session_id)})).scalar_one()
        found = {}
        for table, (column, beside) in LEFT.items():
            source = ITEMS if table == "practice_items" else table
            mine = _key(database, session_id) if column.endswith("session_id") else user_id
            said = await db.execute(text(f"SELECT * FROM {source} WHERE {column} = :mine"), {"mine": mine})
            kept = [{k: v for k, v in row.items() if k not in VOLATILE | set(beside)} for row in said.mappings()]
            found[table] = sorted(kept, key=repr)
    return found


def _key(database: Database, identity: UUID) -> Any:
    return identity.hex if database.is_sqlite else identity
