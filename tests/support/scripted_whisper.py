"""The scripted Whisper for tests: real faster-whisper and CTranslate2, true shapes, a known text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.providers.whisper.decoder import SAMPLE_RATE
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.gate import FRAME
from agent.providers.whisper.listener import Listener
from agent.providers.whisper.scripted import MarkedSpeech, ensure_scripted_whisper, marked_speech
from agent.providers.whisper.utterance import Heard, ListenerOptions

SCRIPT = (
    "In my last project I designed the ingestion service, and the main problem was that the queue kept growing "
    "whenever the database became slow, so we added backpressure and a second pool of workers. "
    "It cut the delay from nine seconds to two, and nobody was paged at night any more after that. "
    "If I did it again, I would measure the queue first, because we guessed wrong twice before we looked."
)
WORDS = SCRIPT.split()


def hearing_model() -> Path:
    """Writes only the words whose marks it hears. Built once a machine."""
    return ensure_scripted_whisper(SCRIPT, hearing=True)


def deaf_model(text: str = "Thank you for watching.") -> Path:
    """Writes `text` into any sound whatever: what silence must be protected from."""
    return ensure_scripted_whisper(text)


def say(first: int, last: int, **how: object) -> MarkedSpeech:
    """The script's words [first, last)."""
    return marked_speech(WORDS[first:last], first_word=first, **how)  # type: ignore[arg-type]


def pcm16(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    return (np.clip(samples, -1, 1) * 32767).astype(np.int16)


def noise(seconds: float, *, rms: float, seed: int = 0) -> NDArray[np.float32]:
    rng = np.random.default_rng(seed)
    return (rng.standard_normal(int(seconds * SAMPLE_RATE)) * rms).astype(np.float32)


async def listen(
    engine: WhisperEngine,
    samples: NDArray[np.float32],
    options: ListenerOptions | None = None,
    *,
    settle: bool = True,
    flush: bool = True,
) -> tuple[list[Heard], float]:
    """Everything a listener says about the sound, and the most seconds of sound it held.

    `settle` waits for each reading before the sound goes on, as if decoding took no time.
    """
    heard: list[Heard] = []
    listener = Listener(engine, heard.append, options)
    held = 0.0
    sound = pcm16(samples)
    for at in range(0, len(sound), FRAME):
        listener.push(sound[at : at + FRAME])
        held = max(held, listener.held_s)
        if settle:
            await listener.settle()
    if flush:
        listener.flush()
    await listener.drain()
    await listener.settle()
    failure = listener.failure
    await listener.aclose()
    if failure is not None:
        raise failure
    return heard, held


def finals(heard: list[Heard]) -> list[str]:
    return [each.recognised.text for each in heard if each.recognised.final]
