"""Where the time of one reply goes, from the end of speech to the first packet sent: for figures, never for logic."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

log = logging.getLogger("interview.timing")


@dataclass(slots=True)
class ReplyTimer:
    """Moments of the current turn on time.monotonic; `sent` logs the spans in milliseconds."""

    silence: float | None = None  # the voice activity reported the end of speech
    heard: float | None = None  # the last final transcript was admitted
    decided: float | None = None  # the session took the answer as complete
    stored: float | None = None  # answer and decision are committed
    why: str = ""
    wait_s: float = 0.0

    def sent(self) -> None:
        """The first packet of the reply has left."""
        if self.decided is None or self.stored is None:
            return
        now = time.monotonic()
        began = self.silence if self.silence is not None else self.decided
        log.info(
            "reply",
            extra={
                "spans": {
                    "silence_to_decision_ms": _ms(self.decided - began),
                    "transcript_after_silence_ms": None if self.heard is None else _ms(self.heard - began),
                    "store_ms": _ms(self.stored - self.decided),
                    "stored_to_sound_ms": _ms(now - self.stored),
                    "wanted_wait_ms": _ms(self.wait_s),
                    "why": self.why,
                }
            },
        )
        self.silence = self.heard = self.decided = self.stored = None


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
