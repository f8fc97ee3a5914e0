"""Who is transcribed next: finals before interims, streams in turn, one interim a stream. Pure; callers lock."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Generic, TypeVar

from agent.providers.whisper.errors import WhisperOverloaded

Item = TypeVar("Item")


class FairQueue(Generic[Item]):
    """Two queues of items that belong to streams. Finals are never dropped; interims are replaceable.

    `max_finals` bounds all waiting finals together, `max_stream_finals` those of one stream, `max_interims` the streams
    with a waiting interim.
    """

    def __init__(self, *, max_finals: int = 64, max_stream_finals: int = 8, max_interims: int = 64) -> None:
        self._finals: OrderedDict[int, deque[Item]] = OrderedDict()
        self._interims: OrderedDict[int, Item] = OrderedDict()
        self._max_finals, self._max_stream_finals, self._max_interims = max_finals, max_stream_finals, max_interims

    def __len__(self) -> int:
        return self.finals + len(self._interims)

    @property
    def finals(self) -> int:
        return sum(map(len, self._finals.values()))

    def put_final(self, stream: int, item: Item) -> None:
        """Queues a final behind the stream's own earlier ones. Raises WhisperOverloaded when full."""
        waiting = self._finals.get(stream)
        if self.finals >= self._max_finals or (waiting is not None and len(waiting) >= self._max_stream_finals):
            raise WhisperOverloaded("Too many answers are waiting to be transcribed. Try again in a moment.")
        if waiting is None:
            waiting = self._finals[stream] = deque()
        waiting.append(item)

    def put_interim(self, stream: int, item: Item) -> Item | None:
        """Queues an interim; returns what it displaced: the stream's older one, or the longest waiting of all."""
        if stream in self._interims:
            displaced = self._interims[stream]
            self._interims[stream] = item  # keeps the stream's place in the turn
            return displaced
        self._interims[stream] = item
        if len(self._interims) > self._max_interims:
            return self._interims.popitem(last=False)[1]
        return None

    def take(self, *, interims: bool = True) -> Item | None:
        """The next item, or None. With `interims=False` only a final."""
        if self._finals:
            stream, waiting = next(iter(self._finals.items()))
            item = waiting.popleft()
            del self._finals[stream]
            if waiting:
                self._finals[stream] = waiting  # to the end: the other streams come first
            return item
        if interims and self._interims:
            return self._interims.popitem(last=False)[1]
        return None

    def discard(self, stream: int, item: Item) -> bool:
        """Forgets an item that nobody waits for any more; True if it was still queued."""
        if self._interims.get(stream) is item:
            del self._interims[stream]
            return True
        waiting = self._finals.get(stream)
        if waiting is None or item not in waiting:
            return False
        waiting.remove(item)
        if not waiting:
            del self._finals[stream]
        return True
