"""An event loop whose clock jumps to the next thing that is due: half a minute of waiting takes no time."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Impatient(selectors.SelectSelector):
    """Instead of waiting, moves the clock on by as long as the loop would have waited."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and timeout is not None:
            self.now_s += timeout
        return found


def in_virtual_time(work: Callable[[Callable[[], float]], Coroutine[Any, Any, Result]]) -> Result:
    """Runs `work`, which is handed the clock in seconds, to its end."""
    selector = _Impatient()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now_s  # type: ignore[method-assign]
    try:
        return loop.run_until_complete(work(loop.time))
    finally:
        loop.close()
