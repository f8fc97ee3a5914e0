"""How somebody likes their interviews: role, face, manner, time to think and other accommodations."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from schema.base import Shape
from schema.vocabulary import Look, Seniority, Style

ThinkingTime = Literal["usual", "more", "most"]
PATIENCE: dict[ThinkingTime, float] = {"usual": 1.0, "more": 1.6, "most": 2.4}  # so many times a pause is waited for


class Preferences(Shape):
    """All have a default that changes nothing."""

    target_role: Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)] | None = None
    seniority: Seniority | None = None
    look: Look | None = None
    style: Style | None = None
    minutes: int | None = Field(default=None, ge=5, le=60)
    thinking_time: ThinkingTime = "usual"
    extra_time: float = Field(default=1.0, ge=1.0, le=2.0)  # the planned minutes are stretched by this
    typed: bool = False  # begin without the microphone
    captions: Literal["usual", "large"] = "usual"
    reduced_motion: bool = False  # beside what the system asks for

    @property
    def patience(self) -> float:
        """How many times as long as usual a pause is waited for."""
        return PATIENCE[self.thinking_time]
