"""Sounds that were made of sentences, kept for whoever wants to hear them next."""

from __future__ import annotations

from collections import OrderedDict

CACHE_BYTES = 16_000_000  # some five minutes of voice


class SpokenCache:
    """Sound by the hash of who said what, the least recently used going first."""

    def __init__(self, most_bytes: int = CACHE_BYTES) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self.bytes = 0

    def get(self, key: str) -> bytes | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: str, sound: bytes) -> None:
        if len(sound) > self._most:
            return
        self.bytes += len(sound) - len(self._kept.pop(key, b""))
        self._kept[key] = sound
        while self.bytes > self._most:
            self.bytes -= len(self._kept.popitem(last=False)[1])
