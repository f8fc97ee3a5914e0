"""How often somebody may try: sliding windows in memory, with a bound on how much they remember."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from uuid import UUID

from server.errors import AppError

MAX_KEYS = 10_000  # the least recently seen are forgotten first


class RateLimit:
    """At most `count` tries for a key within `window_s` seconds."""

    def __init__(self, count: int, window_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._count, self._window_s, self._clock = count, window_s, clock
        self._tries: OrderedDict[str, deque[float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Count a try. Returns 0.0, or, without counting it, the seconds until the next one is allowed."""
        now = self._clock()
        tries = self._tries.setdefault(key, deque())
        self._tries.move_to_end(key)
        while len(self._tries) > MAX_KEYS:
            self._tries.popitem(last=False)
        while tries and tries[0] <= now - self._window_s:
            tries.popleft()
        if len(tries) >= self._count:
            return tries[0] + self._window_s - now
        tries.append(now)
        return 0.0

    def give_back(self, key: str) -> None:
        """Uncount the last try: it turned out well."""
        if tries := self._tries.get(key):
            tries.pop()


class LoginLimits:
    """Tries to sign in, by address and account. An account's own bound is wide: it must not lock its owner out."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._pair = RateLimit(10, 300, clock)
        self._address = RateLimit(50, 300, clock)
        self._account = RateLimit(200, 300, clock)
        self._registrations = RateLimit(20, 3600, clock)

    def try_login(self, address: str, email: str) -> None:
        """Raises AppError when there were too many wrong passwords."""
        _refuse(self._address.take(address))
        _refuse(self._pair.take(f"{address} {email}"))
        _refuse(self._account.take(email))

    def succeeded(self, address: str, email: str) -> None:
        """The last try was right and does not count."""
        self._address.give_back(address)
        self._pair.give_back(f"{address} {email}")
        self._account.give_back(email)

    def try_register(self, address: str) -> None:
        """Raises AppError when this address has made too many accounts."""
        _refuse(self._registrations.take(address))


class TrackerLimits:
    """What of the job tracker is work for other people's servers, or much for ours, by user."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._pages = RateLimit(30, 600, clock)
        self._tables = RateLimit(10, 600, clock)

    def try_page(self, user_id: UUID) -> None:
        """Before a page of the web is read for a user. Raises AppError when there were too many."""
        wait_s = self._pages.take(str(user_id))
        if wait_s > 0:
            message = f"You have had many pages read. Please wait {_minutes(wait_s)}, or paste the description."
            raise AppError("too_many_pages", 429, message)

    def try_table(self, user_id: UUID) -> None:
        """Before a table is imported for a user. Raises AppError when there were too many."""
        wait_s = self._tables.take(str(user_id))
        if wait_s > 0:
            message = f"You have imported many tables. Please wait {_minutes(wait_s)}, then import this one."
            raise AppError("too_many_tables", 429, message)


def _refuse(wait_s: float) -> None:
    if wait_s > 0:
        raise AppError("too_many_tries", 429, f"Too many tries. Please wait {_minutes(wait_s)}.")


def _minutes(wait_s: float) -> str:
    minutes = max(1, round(wait_s / 60))
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
