"""Whose turn it is: a few runs at once, at most two of one person, and the others take turns in between."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from server.errors import AppError

PER_OWNER = 2
MOST_WAITING = 64
MOST_WAITING_OF_ONE = 8

OnPosition = Callable[[int], None]


class OverloadedError(AppError):
    """Too many runs wait already. Nothing was run."""

    def __init__(self) -> None:
        super().__init__("overloaded", 429, "Too many programs are waiting to run. Try again in a few seconds.")


@dataclass(eq=False, slots=True)
class _Ticket:
    owner: str
    on_position: OnPosition | None
    turn: asyncio.Event = field(default_factory=asyncio.Event)
    told: int | None = None


class FairQueue:
    """Slots for runs. Owners are served in turn, each one's runs in the order in which they came.

    All calls belong to one event loop.
    """

    def __init__(self, at_once: int, *, per_owner: int = PER_OWNER, most_waiting: int = MOST_WAITING) -> None:
        self._at_once, self._per_owner, self._most_waiting = at_once, per_owner, most_waiting
        self._running: Counter[str] = Counter()
        self._waiting: OrderedDict[str, deque[_Ticket]] = OrderedDict()  # owners in the order of their next turn

    @property
    def running(self) -> int:
        return self._running.total()

    @property
    def waiting(self) -> int:
        return sum(len(tickets) for tickets in self._waiting.values())

    @asynccontextmanager
    async def slot(self, owner: str, on_position: OnPosition | None = None) -> AsyncIterator[None]:
        """Waits for a turn and holds it. `on_position` is told the place in the line when it changes, 0 at the turn.

        Raises OverloadedError where too many wait.
        """
        ticket = self._joined(owner, on_position)
        try:
            self._advance()
            await ticket.turn.wait()
            yield
        finally:
            self._leave(ticket)
            self._advance()

    def _joined(self, owner: str, on_position: OnPosition | None) -> _Ticket:
        own = self._waiting.get(owner, ())
        if self.waiting >= self._most_waiting or len(own) >= MOST_WAITING_OF_ONE:
            raise OverloadedError
        ticket = _Ticket(owner, on_position)
        self._waiting.setdefault(owner, deque()).append(ticket)
        return ticket

    def _leave(self, ticket: _Ticket) -> None:
        if ticket.turn.is_set():
            self._running[ticket.owner] -= 1
            self._running += Counter()  # drops zeros
            return
        tickets = self._waiting[ticket.owner]
        tickets.remove(ticket)
        if not tickets:
            del self._waiting[ticket.owner]

    def _advance(self) -> None:
        while self.running < self._at_once and (owner := self._next_owner()) is not None:
            tickets = self._waiting.pop(owner)
            ticket = tickets.popleft()
            if tickets:
                self._waiting[owner] = tickets  # behind the others
            self._running[owner] += 1
            ticket.turn.set()
            if ticket.on_position is not None:
                ticket.on_position(0)
        self._tell()

    def _next_owner(self) -> str | None:
        return next((owner for owner in self._waiting if self._running[owner] < self._per_owner), None)

    def _tell(self) -> None:
        """Positions: the rounds in which owners take turns, as they stand now."""
        rows = [list(tickets) for tickets in self._waiting.values()]
        longest = max(map(len, rows), default=0)
        line = [row[turn] for turn in range(longest) for row in rows if turn < len(row)]
        for position, ticket in enumerate(line, 1):
            if ticket.on_position is not None and ticket.told != position:
                ticket.told = position
                ticket.on_position(position)
