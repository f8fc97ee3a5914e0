"""The interviewer's three looks; every engine has a fitting voice for each."""

from __future__ import annotations

from schema.vocabulary import Look as Look

LOOKS: tuple[Look, ...] = ("maya", "daniel", "amara")
