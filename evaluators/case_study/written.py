"""The lines that a candidate wrote while working on a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schema.room_exercises import Artifacts


@dataclass(frozen=True, slots=True)
class Line:
    """A written line; `read` has the section's name before it, for "Risks: rivals may follow" is said of risks."""

    text: str
    read: str


def lines(artifacts: Artifacts) -> Iterator[Line]:
    """The written lines: the summary first, for it is what was meant to be kept."""
    yield from (Line(text, text) for text in _cut(artifacts.summary))
    for section, body in artifacts.outline.items():
        yield from (Line(text, f"{section}: {text}") for text in _cut(body))
    yield from (Line(text, text) for text in _cut(artifacts.scratchpad))


def _cut(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())
