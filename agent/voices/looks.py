"""The interviewer's three looks; every engine has a fitting voice for each."""

from __future__ import annotations

from typing import Literal, TypeAlias

Look: TypeAlias = Literal["maya", "daniel", "amara"]
LOOKS: tuple[Look, ...] = ("maya", "daniel", "amara")
