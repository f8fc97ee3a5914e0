"""Interviews that have ended, and made-up evaluation steps, for tests of the background work.

`python -m tests.support.reports DATABASE_URL HOME SESSION_ID [in|after STEP]` evaluates one interview with these steps.
With `in STEP` it kills itself with SIGKILL in the middle of the step, with `after STEP` between the step's commit in
the product's database and the engine's own note of it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import URL, create_engine, text

from schema.analysis import TurnNote
from schema.tables.accounts import AuthUserRow
from schema.tables.catalog import InterviewRubricRow, RoleKitRow
from schema.tables.interviews import InterviewConfigRow, InterviewPlanRow, InterviewSessionRow
from schema.vocabulary import AnswerStrength, ReportStatus
from server.background import Reports, system_database_url
from server.db import Database, DbSession, database_url
from server.repositories.reports import Reports as ReportRows
from server.repositories.reports import StepRecord
from server.usecases.reports import Kept, ReportWork, Step, StepResult
from tests.support.offline import forbid_network


async def ended_interview(database: Database, plan: dict[str, object] | None = None) -> UUID:
    """An interview that has ended and has no report yet, with the rows it rests on."""
    async with database.write() as db:
        user = AuthUserRow(email=f"{os.urandom(6).hex()}@example.org", name="Asha", role="candidate")
        rubric = InterviewRubricRow(
            key=f"r{os.urandom(6).hex()}", name="Rubric", description="", dimensions=[], scoring_guide=""
        )
        db.add_all([user, rubric])
        await db.flush()
        kit = _kit(rubric.id)
        db.add(kit)
        await db.flush()
        config = _config(user.id, kit.id)
        db.add(config)
        await db.flush()
        planned = InterviewPlanRow(interview_config_id=config.id, plan=plan or {})
        db.add(planned)
        await db.flush()
        row = InterviewSessionRow(
            user_id=user.id,
            interview_config_id=config.id,
            interview_plan_id=planned.id,
            status="ended",
            report_status=ReportStatus.NONE,
            ended_at=datetime.now(UTC),
        )
        db.add(row)
        await db.flush()
        return row.id


def _kit(rubric_id: UUID) -> RoleKitRow:
    return RoleKitRow(
        key=f"k{os.urandom(6).hex()}",
        name="Software engineer",
        role_category="swe",
        level="mid",
        domain="",
        description="",
        default_rubric_id=rubric_id,
        estimated_duration=10,
        role_context="",
    )


def _config(user_id: UUID, kit_id: UUID) -> InterviewConfigRow:
    return InterviewConfigRow(
        user_id=user_id,
        role_kit_id=kit_id,
        role_title="Engineer",
        seniority="mid",
        interview_type="hr",
        style="neutral",
        minutes=10,
        look="maya",
        record=False,
        seed=1,
        consented_at=datetime.now(UTC),
    )


def note(text: str) -> TurnNote:
    return TurnNote(
        turn_index=1, question_id="q1", question="Why?", strength=AnswerStrength.WEAK, missing=(), metrics=(), note=text
    )


class MadeUpSteps:
    """Four steps: `read` stores a note, `count` and `judge` rest on it, `tell` takes what there is.

    `ran` says what was worked on; a step named in `broken` raises what is given there.
    """

    def __init__(self, broken: dict[str, Exception] | None = None, stop_in: str | None = None) -> None:
        self.ran: list[str] = []
        self.broken = broken or {}
        self.stop_in = stop_in
        self.reached = asyncio.Event()

    def steps(self) -> tuple[Step, ...]:
        return (
            Step("read", "Reading the answers", self._work("read")),
            Step("count", "Counting", self._work("count")),
            Step("judge", "Judging", self._work("judge"), needs=("read",)),
            Step("tell", "Telling", self._work("tell"), needs=("judge",), uses=("count",)),
        )

    def _work(self, name: str):  # type: ignore[no-untyped-def]
        async def work(session_id: UUID, kept: Kept) -> StepResult:
            self.ran.append(name)
            if self.stop_in == name:
                self.reached.set()
                await asyncio.sleep(3600)
            if name in self.broken:
                raise self.broken[name]

            async def store(db: DbSession) -> None:
                if name == "read":
                    await ReportRows(db).put_notes(session_id, [note("what was read")])

            return StepResult(f'"{name} after {" ".join(kept)}"', store)

        return work


def open_reports(url: URL, home: Path, made_up: MadeUpSteps, work: type[ReportWork] = ReportWork) -> Reports:
    @asynccontextmanager
    async def opened() -> AsyncIterator[ReportWork]:
        database = Database(url)
        try:
            yield work(database, made_up.steps())
        finally:
            await database.aclose()

    return Reports(opened, system_database_url(url, home))


async def attempt(work: ReportWork, session_id: UUID, kept: Kept) -> dict[str, str]:
    """One attempt at the steps that are not kept. Returns what is kept after it."""
    taken = dict(kept)
    for name in work.steps:
        if name not in taken:
            given = await work.perform(session_id, name, dict(taken))
            if given is not None:
                taken[name] = given
    await work.conclude(session_id)
    return taken


def kept_texts(url: URL, home: Path) -> str:
    """All that the engine keeps now, as one text; for SQLite the bytes of its file, deleted pages included."""
    where = system_database_url(url, home)
    if where.get_backend_name() == "sqlite":
        return Path(where.database or "").read_bytes().decode("utf-8", "replace")
    engine = create_engine(where)
    with engine.connect() as connection:
        found = [
            *connection.execute(text("SELECT workflow_uuid, inputs, output FROM dbos.workflow_status")),
            *connection.execute(text("SELECT workflow_uuid, output, error FROM dbos.operation_outputs")),
        ]
    engine.dispose()
    return "\n".join(str(row) for row in found)


async def status_of(database: Database, session_id: UUID) -> ReportStatus | None:
    async with database.read() as db:
        return await ReportRows(db).status(session_id)


async def steps_of(database: Database, session_id: UUID) -> dict[str, StepRecord]:
    async with database.read() as db:
        return {step.name: step for step in await ReportRows(db).steps(session_id)}


async def concluded(database: Database, session_id: UUID, within_s: float = 120) -> ReportStatus:
    """Wait until the report is done or failed."""
    async with asyncio.timeout(within_s):
        while True:
            status = await status_of(database, session_id)
            if status in (ReportStatus.DONE, ReportStatus.FAILED):
                return status
            await asyncio.sleep(0.02)


class _KilledAfter(ReportWork):
    """Dies once the step named in $KILL_AFTER has been committed."""

    async def perform(self, session_id: UUID, name: str, kept: Kept) -> str | None:
        given = await super().perform(session_id, name, kept)
        if name == os.environ.get("KILL_AFTER"):
            os.kill(os.getpid(), signal.SIGKILL)
        return given


async def _evaluate(address: str, home: Path, session_id: UUID, kill: Sequence[str]) -> None:
    url = database_url(address, home)
    made_up = MadeUpSteps(stop_in=kill[1] if kill[:1] == ["in"] else None)
    if kill[:1] == ["after"]:
        os.environ["KILL_AFTER"] = kill[1]
    reports, database = open_reports(url, home, made_up, _KilledAfter), Database(url)
    await reports.launch()
    await reports.start(session_id)
    waiting = {asyncio.ensure_future(made_up.reached.wait()), asyncio.ensure_future(concluded(database, session_id))}
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    sys.stdout.write(" ".join(made_up.ran) + "\n")
    sys.stdout.flush()
    if made_up.reached.is_set():
        os.kill(os.getpid(), signal.SIGKILL)
    for task in waiting:
        task.cancel()
    await reports.shutdown()
    await database.aclose()


if __name__ == "__main__":
    forbid_network()
    asyncio.run(_evaluate(sys.argv[1], Path(sys.argv[2]), UUID(sys.argv[3]), sys.argv[4:]))
