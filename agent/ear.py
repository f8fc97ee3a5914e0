"""What the recogniser says, on its way into the session: placed on the interview's clock, shown as captions, and kept
from the turn logic where it is only a sign of listening."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from livekit import rtc
from livekit.agents import stt

from agent.clock import STREAM_SECOND, MicTimeline
from agent.turns import is_backchannel, is_filler, join_texts, shift_words
from schema.room import MIC_RATE
from schema.transcript import Word

OVERLAP_GRACE_S = 0.6  # a "yes" this close to the end of a question answers it


@dataclass(slots=True)
class Ear:
    """Collects the candidate's words since the last committed answer. `interviewer_left_s` tells how much of the
    interviewer's current sentence is still to be heard (0: silent)."""

    timeline: MicTimeline
    interviewer_left_s: Callable[[], float]
    show: Callable[[str, int], None]  # text so far of this answer, and how many of its characters are stable
    on_backchannel: Callable[[], None]
    _texts: list[str] = field(default_factory=list)
    _words: list[Word] = field(default_factory=list)
    _spans: list[tuple[float, float]] = field(default_factory=list)
    _interim: str = ""
    _origin_s: float = 0.0  # stream second at which the recogniser's own stream began

    @property
    def pending_text(self) -> str:
        return join_texts(*self._texts)

    @property
    def waiting(self) -> bool:
        """Whether something has been heard that is not committed."""
        return bool(self._texts or self._interim)

    async def frames(self, audio: AsyncIterator[rtc.AudioFrame]) -> AsyncIterator[rtc.AudioFrame]:
        """Passes the audio on and notes where the recogniser's stream begins on the microphone's."""
        first = True
        async for frame in audio:
            if first:
                # Frames may have waited while the session started; what counts is where this one belongs.
                latest = max(self.timeline.stream_s(MIC_RATE) - frame.duration, 0.0)
                self._origin_s = float(frame.userdata.get(STREAM_SECOND, latest))
                first = False
            yield frame

    def admit(self, event: stt.SpeechEvent) -> bool:
        """Whether the session may see this event; finals that are admitted become part of the answer."""
        if not event.alternatives:
            return True
        data = event.alternatives[0]
        if event.type == stt.SpeechEventType.INTERIM_TRANSCRIPT:
            self._interim = data.text
            self._caption(data.text, data)
            return True
        if event.type != stt.SpeechEventType.FINAL_TRANSCRIPT or not data.text.strip():
            return True
        self._interim = ""
        if not self._counts(data.text):
            self.show(self.pending_text, len(self.pending_text))
            return False
        self._texts.append(data.text.strip())
        words = _words_of(data)
        self._words.extend(self._placed(words))
        self._spans.append((self._place(data.start_time), self._place(data.end_time)))
        self.show(self.pending_text, len(self.pending_text))
        return True

    def take(self) -> tuple[str, float | None, float | None, tuple[Word, ...]]:
        """Text, start and end second, and words of everything admitted since the last call."""
        text, words, spans = self.pending_text, tuple(self._words), list(self._spans)
        self._texts.clear()
        self._words.clear()
        self._spans.clear()
        self._interim = ""
        if words:
            return text, words[0].start_s, words[-1].end_s, words
        if spans and spans[-1][1] > 0:
            return text, spans[0][0], spans[-1][1], ()
        return text, None, None, ()

    def _counts(self, text: str) -> bool:
        left = self.interviewer_left_s()
        if left > OVERLAP_GRACE_S and (is_backchannel(text) or is_filler(text)):
            self.on_backchannel()
            return False
        return not (is_filler(text) and not self._texts)

    def _caption(self, interim: str, data: stt.SpeechData) -> None:
        stable = int((data.metadata or {}).get("stable_chars", 0))
        before = self.pending_text
        self.show(join_texts(before, interim), len(before) + stable)

    def _placed(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        return tuple(
            word.model_copy(update={"start_s": self._place(word.start_s), "end_s": self._place(word.end_s)})
            for word in shift_words(words, 0.0)
        )

    def _place(self, stream_s: float) -> float:
        return round(max(self.timeline.at(self._origin_s + stream_s), 0.0), 3)


def _words_of(data: stt.SpeechData) -> tuple[Word, ...]:
    words: list[Word] = []
    for word in data.words or ():
        start = float(word.start_time) if isinstance(word.start_time, int | float) else 0.0
        end = float(word.end_time) if isinstance(word.end_time, int | float) else start
        confidence = float(word.confidence) if isinstance(word.confidence, int | float) else None
        words.append(Word(text=str(word).strip(), start_s=start, end_s=max(end, start), confidence=confidence))
    return tuple(words)
