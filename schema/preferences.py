"""How somebody likes their interviews: face, manner, time to think and other accommodations."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schema.base import Shape
from schema.vocabulary import Look, Style


class Preferences(Shape):
    """All have a default that changes nothing."""

    look: Look | None = None
    style: Style | None = None
    minutes: int | None = Field(default=None, ge=5, le=60)
    thinking_time: Literal["usual", "more", "most"] = "usual"  # how long a pause is waited for: 1, 1.6 and 2.4 times
    extra_time: float = Field(default=1.0, ge=1.0, le=2.0)  # the planned minutes are stretched by this
    typed: bool = False  # begin without the microphone
    captions: Literal["usual", "large"] = "usual"
    reduced_motion: bool = False  # beside what the system asks for
