"""What is measured of one conversation: latency from the true end of speech, cut-offs, and how a barge-in is met."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from server.bench.client import Candidate
from server.bench.speech import Take

SETTLE_S = 0.6  # quiet between the end of a question and the next answer
BARGE_AFTER_S = 0.9  # into the interviewer's sentence


@dataclass(slots=True)
class Answer:
    """One answer and its reply; milliseconds. `reply_ms` null: no reply within the time-out, or cut off before."""

    text: str
    reply_ms: float | None
    cut_off: bool
    pauses_s: tuple[float, ...] = ()


@dataclass(slots=True)
class Interruption:
    """Milliseconds from the first sample of speech to the first sign at the client, and to the final stop."""

    text: str
    quiet_ms: float | None
    stopped_ms: float | None
    resumed_ms: float | None = None  # from the end of a backchannel to the voice at full
    finished: bool | None = None


@dataclass(slots=True)
class Conversation:
    answers: list[Answer] = field(default_factory=list)
    interruptions: list[Interruption] = field(default_factory=list)
    late_frames: int = 0
    heard: list[str] = field(default_factory=list)  # final transcripts, as the candidate was shown them
    spans: list[dict[str, Any]] = field(default_factory=list)


async def answer(candidate: Candidate, take: Take) -> Answer:
    """Answers the open question and waits for the reply."""
    await candidate.until_asked()
    await asyncio.sleep(SETTLE_S)
    began = await candidate.say(take)
    end = began + take.speech_end_s
    await candidate.silence()
    early = any(u.first_sound is not None and began < u.first_sound < end for u in candidate.utterances)
    reply = await candidate.next_sound(end)
    latency = None if reply is None or reply.first_sound is None else (reply.first_sound - end) * 1000
    return Answer(take.text, latency, early, take.pauses_s)


async def barge_in(candidate: Candidate, opener: Take, over: Take) -> Interruption:
    """Lets the interviewer speak, then speaks over it with a real wish to speak."""
    utterance_start = await _while_speaking(candidate, opener)
    if utterance_start is None:
        return Interruption(over.text, None, None)
    utterance = candidate.utterances[-1]
    onset = await candidate.say(over) + over.speech_start_s
    await candidate.silence()
    await asyncio.sleep(0.8)
    quiet = [at for at, mode in utterance.holds if mode in ("duck", "pause") and at > onset]
    if utterance.flushed is not None:
        quiet.append(utterance.flushed)
    stopped = None if utterance.flushed is None else (utterance.flushed - onset) * 1000
    return Interruption(over.text, (min(quiet) - onset) * 1000 if quiet else None, stopped)


async def backchannel(candidate: Candidate, opener: Take, over: Take) -> Interruption:
    """Says "mm-hm" into the interviewer's sentence: it must be finished."""
    utterance_start = await _while_speaking(candidate, opener)
    if utterance_start is None:
        return Interruption(over.text, None, None)
    utterance = candidate.utterances[-1]
    onset = await candidate.say(over) + over.speech_start_s
    end = onset + over.speech_end_s - over.speech_start_s
    await candidate.until_asked()
    await asyncio.sleep(2.5)  # a voice that was held comes back and ends later
    held = [at for at, mode in utterance.holds if mode in ("duck", "pause") and at > onset]
    freed = [at for at, mode in utterance.holds if mode == "resume" and at > onset]
    resumed = 0.0 if not held else (freed[-1] - end) * 1000 if freed else None
    finished = utterance.flushed is None and utterance.received_s >= utterance.duration_s - 0.05
    quiet = (held[0] - onset) * 1000 if held else None
    return Interruption(over.text, quiet, None, resumed, finished)


async def _while_speaking(candidate: Candidate, opener: Take) -> float | None:
    """Answers, waits until the reply has sounded for a while; returns when it began, null when it is too short."""
    await candidate.until_asked()
    await asyncio.sleep(SETTLE_S)
    began = await candidate.say(opener)
    await candidate.silence()
    reply = await candidate.next_sound(began + opener.speech_end_s)
    if reply is None or reply.first_sound is None:
        return None
    left = reply.first_sound + BARGE_AFTER_S - time.perf_counter()
    await asyncio.sleep(max(left, 0))
    return reply.first_sound
