"""Chance that a seed decides: the same seed and key always give the same number."""

from __future__ import annotations

import hashlib


def chance(seed: int, key: str) -> float:
    """A number from 0 up to 1."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{key}".encode()).digest()[:4], "big") / 2**32
