"""Interviews of a signed-in browser that are over, and recordings of answers as a page sends them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from agent.providers.whisper.engine import WhisperEngine
from schema.vocabulary import InterviewStatus
from server.repositories.interviews import Interviews
from server.usecases.question_audio import wav
from server.whisper_ear import WhisperEar
from tests.support.scripted_whisper import hearing_model, say
from tests.support.server import Browser, RunningServer
from tests.support.spoken_interview import STRONG, Exchange, spoken_interview

RATE = 16_000


async def finished(
    server: RunningServer, browser: Browser, exchanges: tuple[Exchange, ...] = STRONG, **choices: Any
) -> UUID:
    """An interview of these exchanges that has ended, in this browser's account."""
    user = await browser.me()
    assert user is not None
    return await spoken_interview(server.services.db, exchanges, user_id=UUID(user["id"]), **choices)


async def going_on(server: RunningServer, browser: Browser) -> UUID:
    """An interview that is being held."""
    session_id = UUID((await browser.interview())["id"])
    async with server.services.db.write() as db:
        await Interviews(db).move(session_id, InterviewStatus.LIVE)
    return session_id


def pcm(samples: NDArray[np.float32]) -> bytes:
    return (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()


def tone(seconds: float, level: float = 0.2) -> bytes:
    """A WAV file that holds a hum: sound, and no speech."""
    at = np.arange(int(seconds * RATE), dtype=np.float32) / RATE
    return wav(pcm((np.sin(at * 2 * np.pi * 220) * level).astype(np.float32)), RATE)


def take(first: int, last: int) -> bytes:
    """A WAV file in which the scripted Whisper hears the script's words [first, last)."""
    return wav(pcm(say(first, last).samples), RATE)


@contextmanager
def listening(server: RunningServer) -> Iterator[None]:
    """The server has a speech model: real Whisper code that hears the script's words."""
    engine = WhisperEngine(hearing_model(), workers=1)
    server.services.ear = WhisperEar(engine)
    try:
        yield
    finally:
        server.services.ear = None
        engine.close()


async def send_take(browser: Browser, path: str, sound: bytes, **fields: str) -> Any:
    """A spoken answer, as the page's form sends it."""
    return await browser.request("POST", path, files={"audio": ("answer.wav", sound, "audio/wav")}, data=fields)
