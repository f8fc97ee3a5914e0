"""Work that goes on beside a conversation: started, recorded when it fails, cancelled at the end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from livekit.agents import utils

log = logging.getLogger("interview.tasks")


class Tasks:
    """`on_fault` is told of each failure; the others go on."""

    def __init__(self, on_fault: Callable[[], None]) -> None:
        self._on_fault = on_fault
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Awaitable[None], name: str) -> asyncio.Task[None]:
        task = asyncio.create_task(self._guard(work, name), name=name)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def aclose(self) -> None:
        """Cancels what runs and waits for it; a task that closes the rest does not wait for itself."""
        here = asyncio.current_task()
        for task in list(self._running):
            if task is not here:
                await utils.aio.cancel_and_wait(task)

    async def _guard(self, work: Awaitable[None], name: str) -> None:
        try:
            await work
        except Exception:
            log.exception("a task of the live interview failed", extra={"task": name})
            self._on_fault()
