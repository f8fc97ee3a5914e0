"""An event loop in a thread of its own, whose coroutines can be awaited from another loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class BackgroundLoop:
    """Started once, stopped once. Threads of the loop end with the process if nobody stops it."""

    def __init__(self, name: str) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._started = threading.Event()

    def start(self) -> None:
        """Returns when coroutines can be given to `call`."""
        self._thread.start()
        self._started.wait()

    async def call(self, work: Coroutine[Any, Any, T]) -> T:
        """Run the coroutine in the background loop and await its result here. A cancelled caller cancels it."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._running()))

    def stop(self) -> None:
        """Blocks until the thread has ended; what still runs is cancelled."""
        loop = self._running()
        loop.call_soon_threadsafe(loop.stop)
        self._thread.join()

    def _running(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            raise RuntimeError("the background loop has not been started")
        return self._loop

    def _run(self) -> None:
        with asyncio.Runner() as runner:  # closing it cancels what still runs
            self._loop = runner.get_loop()
            asyncio.set_event_loop(self._loop)
            self._loop.call_soon(self._started.set)
            self._loop.run_forever()
