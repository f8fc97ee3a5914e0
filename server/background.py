"""Durable background work: the evaluation of interviews as a DBOS workflow that survives a killed process.

It lives in a thread with an event loop and a database engine of its own, because DBOS takes over the default executor
of the loop it runs in and because judging must never hold up the audio of an interview that is going on. DBOS keeps
what each finished step gave in its system database (a second SQLite file, or the schema `dbos` in PostgreSQL) as JSON
until the report is done or the interview is deleted. It reports to nobody: no conductor, no telemetry, no admin port.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack, closing
from pathlib import Path
from typing import Any
from uuid import UUID

from dbos import DBOS, DBOSConfig, Serializer, SetWorkflowID, WorkflowHandleAsync, WorkflowStatus
from sqlalchemy import URL

from server.background_loop import BackgroundLoop
from server.db import synchronous_url
from server.usecases.reports import ReportWork, place

log = logging.getLogger("interview.background")

WORKFLOW = "evaluate"
VERSION = "evaluation-2"  # fixed, so that an upgraded server goes on with what the old one began; rises with the steps
RECOVERIES = 3  # starts of the server that one attempt may outlive; more often it is the work that kills it
ACTIVE = ("PENDING", "ENQUEUED", "DELAYED")
WorkFactory = Callable[[], AbstractAsyncContextManager[ReportWork]]


class JsonSerializer(Serializer):
    """What DBOS keeps, as plain JSON: nothing that reading it back could execute."""

    def serialize(self, data: Any) -> str:
        return json.dumps(data, default=lambda value: {"failure": str(value)}, ensure_ascii=False)

    def deserialize(self, serialized_data: str) -> Any:
        data = json.loads(serialized_data)
        return RuntimeError(data["failure"]) if isinstance(data, dict) and set(data) == {"failure"} else data

    def name(self) -> str:
        return "json"


def workflow_id(session_id: UUID, attempt: int) -> str:
    """One workflow for each attempt at one interview's report: starting it twice starts it once."""
    return f"{_prefix(session_id)}{attempt}"


def _prefix(session_id: UUID) -> str:
    return f"report-{session_id}-"


def _parts(identity: str) -> tuple[UUID, int]:
    session_id, _, attempt = identity.removeprefix("report-").rpartition("-")
    return UUID(session_id), int(attempt)


class _Bench:
    """Where the running workflows find their work: DBOS, and so this, is one for each process."""

    work: ReportWork | None = None
    tasks: dict[UUID, asyncio.Task[Any]] = {}  # noqa: RUF012 - one for each process, as above


def _work() -> ReportWork:
    if _Bench.work is None:
        raise RuntimeError("the background work has not been launched")
    return _Bench.work


@DBOS.workflow(name=WORKFLOW, max_recovery_attempts=RECOVERIES)
async def evaluate(session: str, attempt: int) -> bool:
    """All steps of one attempt. Returns whether the report is done."""
    session_id, work = UUID(session), _work()
    task = asyncio.current_task()
    assert task is not None
    _Bench.tasks[session_id] = task
    task.add_done_callback(lambda ended: _take_out(_Bench.tasks, session_id, ended))
    kept: dict[str, str] = await DBOS.run_step_async({"name": "carry over"}, _carry_over, session_id, attempt)
    for name in work.steps:
        if name not in kept:
            given = await DBOS.run_step_async({"name": name}, _performing(work, session_id, name, kept))
            if given is not None:
                kept[name] = given
    return await DBOS.run_step_async({"name": "conclude"}, work.conclude, session_id)


def _performing(
    work: ReportWork, session_id: UUID, name: str, kept: dict[str, str]
) -> Callable[[], Coroutine[Any, Any, str | None]]:
    """The step without arguments: DBOS writes those into its log when a step is cancelled, and they quote people."""
    taken = dict(kept)

    async def perform() -> str | None:
        return await work.perform(session_id, name, taken)

    return perform


async def _carry_over(session_id: UUID, attempt: int) -> dict[str, str]:
    """What earlier attempts gave that still holds. What other steps than today's gave is not looked at."""
    await _work().begin(session_id)
    kept: dict[str, str] = {}
    for earlier in await _attempts(session_id):
        if _parts(earlier.workflow_id)[1] >= attempt or earlier.app_version != VERSION:
            continue
        for step in await DBOS.list_workflow_steps_async(earlier.workflow_id):
            output = step["output"]
            if step["function_name"] == "carry over" and isinstance(output, dict):
                kept.update(output)
            elif step["function_name"] in _work().steps and isinstance(output, str):
                kept[step["function_name"]] = output
    return _work().carried(kept)


class Reports:
    """Starts, retries and forgets evaluations. Its methods may be awaited from any event loop."""

    def __init__(self, open_work: WorkFactory, system_url: URL) -> None:
        """`open_work` is called in the background loop; `system_url` says where DBOS keeps its own state."""
        self._open_work = open_work
        self._system_url = system_url
        self._loop = BackgroundLoop("reports")
        self._open = AsyncExitStack()
        self._watchers: dict[UUID, asyncio.Task[None]] = {}

    async def launch(self) -> None:
        """Start the engine; unfinished reports go on. Raises SQLAlchemy's errors when a database does not answer."""
        if _Bench.work is not None:
            raise RuntimeError("the background work of this process has been launched already")
        self._loop.start()
        try:
            await self._loop.call(self._launch())
        except BaseException:
            await self.shutdown()
            raise

    async def shutdown(self) -> None:
        """Stop; what was running goes on at the next launch."""
        await self._loop.call(self._shutdown())
        await asyncio.to_thread(self._loop.stop)

    async def start(self, session_id: UUID) -> None:
        """Begin the report of an interview that has ended. Starting it twice starts it once."""
        await self._loop.call(self._start(session_id))

    async def retry(self, session_id: UUID) -> None:
        """Run the failed steps of a report again; nothing happens where none has failed."""
        await self._loop.call(self._retry(session_id))

    async def forget(self, session_id: UUID) -> None:
        """Stop the report's work and remove everything kept for it outside the interview's own rows."""
        await self._loop.call(self._forget(session_id))

    # ------------------------------------------------------------------ in the background loop

    async def _launch(self) -> None:
        _Bench.work = await self._open.enter_async_context(self._open_work())
        DBOS(config=dbos_config(self._system_url))
        DBOS.launch()
        await self._tidy()
        for session_id in await _work().unfinished():
            await self._resume(session_id)

    async def _shutdown(self) -> None:
        running = [*self._watchers.values(), *_Bench.tasks.values()]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        DBOS.destroy()  # blocks this loop only, which has nothing else to do
        _Bench.work = None
        await self._open.aclose()

    async def _start(self, session_id: UUID) -> None:
        if await _work().announce(session_id):
            await self._begin(session_id, 1)

    async def _retry(self, session_id: UUID) -> None:
        if await _work().reopen(session_id):
            await self._begin(session_id, await self._next_attempt(session_id))

    async def _resume(self, session_id: UUID) -> None:
        """DBOS goes on by itself with what it knows as unfinished; the rest is begun anew, or given up."""
        attempts = await _attempts(session_id)
        latest = attempts[-1] if attempts else None
        if latest is None:
            await _work().announce(session_id)
            await self._begin(session_id, 1)
        elif latest.status == "MAX_RECOVERY_ATTEMPTS_EXCEEDED":
            await _work().abandon(session_id)
        elif latest.status in ACTIVE and latest.app_version == VERSION:
            self._watch(session_id, latest.workflow_id)
        else:
            await self._begin(session_id, _parts(latest.workflow_id)[1] + 1)

    async def _begin(self, session_id: UUID, attempt: int) -> None:
        identity = workflow_id(session_id, attempt)
        with SetWorkflowID(identity):
            await DBOS.start_workflow_async(evaluate, str(session_id), attempt)
        self._watch(session_id, identity)

    async def _next_attempt(self, session_id: UUID) -> int:
        return 1 + max((_parts(found.workflow_id)[1] for found in await _attempts(session_id)), default=0)

    def _watch(self, session_id: UUID, identity: str) -> None:
        task = asyncio.create_task(self._delete_when_done(session_id, identity))
        self._watchers[session_id] = task
        task.add_done_callback(lambda ended: _take_out(self._watchers, session_id, ended))

    async def _delete_when_done(self, session_id: UUID, identity: str) -> None:
        """A finished report stands in the product's own tables; what led to it is kept no longer than needed."""
        handle: WorkflowHandleAsync[bool] = await DBOS.retrieve_workflow_async(identity)
        try:
            done = await handle.get_result()
        except Exception as failure:  # noqa: BLE001 - the door of background jobs: it broke outside its steps
            log.error("an evaluation broke: %s", place(failure), extra={"session_id": str(session_id)})
            await _work().abandon(session_id)
            return
        if done:
            await self._delete([found.workflow_id for found in await _attempts(session_id)])

    async def _forget(self, session_id: UUID) -> None:
        running = [task for task in (self._watchers.get(session_id), _Bench.tasks.get(session_id)) if task]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        _work().let_go(session_id)
        await self._delete([found.workflow_id for found in await _attempts(session_id)])

    async def _tidy(self) -> None:
        """What a killed server did not come to: remove what is kept for finished and for deleted interviews."""
        kept = await DBOS.list_workflows_async(name=WORKFLOW, load_input=False, load_output=False)
        by_session = {_parts(found.workflow_id)[0] for found in kept}
        needed = await _work().still_needed(by_session)
        await self._delete([found.workflow_id for found in kept if _parts(found.workflow_id)[0] not in needed])

    async def _delete(self, identities: list[str]) -> None:
        if identities:
            await DBOS.delete_workflows_async(identities)
            await asyncio.to_thread(_scrub, self._system_url)


def _take_out(tasks: dict[UUID, asyncio.Task[Any]], session_id: UUID, ended: asyncio.Task[Any]) -> None:
    """Unless a later attempt has taken the place already."""
    if tasks.get(session_id) is ended:
        del tasks[session_id]


async def _attempts(session_id: UUID) -> list[WorkflowStatus]:
    """The attempts at one interview's report that DBOS still knows, the latest last."""
    found = await DBOS.list_workflows_async(workflow_id_prefix=_prefix(session_id), load_input=False, load_output=False)
    return sorted(found, key=lambda status: _parts(status.workflow_id)[1])


def _scrub(system_url: URL) -> None:
    """Deleted text leaves SQLite's file too. PostgreSQL vacuums by itself."""
    if system_url.get_backend_name() == "sqlite" and system_url.database:
        with closing(sqlite3.connect(system_url.database, timeout=30)) as connection:
            connection.execute("VACUUM")


def system_database_url(url: URL, home: Path) -> URL:
    """Where DBOS keeps its state: a file beside the product's SQLite database, or the same PostgreSQL database."""
    if url.get_backend_name() == "sqlite":
        return URL.create("sqlite", database=str(home / "evaluation.db"))
    return synchronous_url(url)


def dbos_config(system_url: URL) -> DBOSConfig:
    """Quiet and self-contained. One executor name for all servers of a database: whoever starts takes over what was
    left behind, and an attempt that two should hold is recorded by one of them only."""
    return DBOSConfig(
        name="interview-lab",
        application_version=VERSION,
        executor_id="interview-lab",
        system_database_url=system_url.render_as_string(hide_password=False),
        sys_db_pool_size=5,
        max_executor_threads=8,
        scheduler_polling_interval_sec=3600.0,
        serializer=JsonSerializer(),
        enable_otlp=False,
        log_level="ERROR",
    )
