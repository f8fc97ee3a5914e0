"""A spoken answer that a page sends whole: checked byte by byte, then written down by the server's own speech model."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from schema.transcript import Word
from server.errors import AppError
from server.services import Services

RATE = 16_000
LONGEST_S = 180.0
SHORTEST_S = 0.3
TEXT_CHARS = 12_000  # of a typed answer: some twelve minutes of speech
FORMAT = "Send a WAV recording: 16 kHz, one channel, 16-bit PCM, at most 3 minutes."
_SLACK_S = 0.5  # a recorder may stop a few frames late
_SILENT = 1e-4  # peak of full scale under which not even a room's noise was recorded
_PCM, _EXTENSIBLE = 1, 0xFFFE
_OTHERS = (
    (b"OggS", 0, "Ogg"),
    (b"\x1aE\xdf\xa3", 0, "WebM"),
    (b"ftyp", 4, "MP4"),
    (b"ID3", 0, "MP3"),
    (b"\xff\xfb", 0, "MP3"),
    (b"fLaC", 0, "FLAC"),
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer in words. `words` with seconds from the take's start and `wav` are empty where it was typed."""

    text: str
    words: tuple[Word, ...] = ()
    typed: bool = True
    wav: bytes | None = None


def typed_answer(text: str) -> Spoken:
    """An answer as it was typed. Raises AppError where there is none, or too much of it."""
    kept = text.strip()
    if not kept:
        raise AppError("empty", 422, "Type your answer first.", {"text": "This is needed."})
    if len(kept) > TEXT_CHARS:
        raise AppError("too_long", 422, "Shorten your answer.", {"text": f"Keep this under {TEXT_CHARS:,} characters."})
    return Spoken(kept)


async def spoken_answer(services: Services, user_id: UUID, wav: bytes) -> Spoken:
    """An answer as it was spoken. Raises AppError: no such recording, nothing heard, or nothing here can hear."""
    ear = services.ear
    if ear is None:
        raise AppError(
            "no_transcription",
            503,
            f"This server cannot write down speech, so please type your answer. {services.transcription().detail}",
        )
    samples = await asyncio.to_thread(read_wav, wav)
    words = await ear.hear(samples, user_id)
    if not words:
        raise _nothing_heard()
    return Spoken(" ".join(word.text for word in words), words, typed=False, wav=wav)


def read_wav(data: bytes) -> NDArray[np.float32]:
    """Mono float32 at 16 kHz of a WAV file. Raises AppError for anything else, with what is wrong with it."""
    _check_kind(data)
    form, sound = _chunks(data)
    _check_form(form)
    samples = np.frombuffer(sound[: len(sound) // 2 * 2], "<i2").astype(np.float32) / 32768.0
    seconds = len(samples) / RATE
    if seconds > LONGEST_S + _SLACK_S:
        raise _refused("too_long", f"This answer lasts {seconds:.0f} seconds; keep it under {LONGEST_S:.0f}.")
    if seconds < SHORTEST_S:
        raise _refused("empty", "There is no sound in this recording. Check the microphone and try again.")
    if float(np.max(np.abs(samples))) < _SILENT:
        raise _nothing_heard()
    return samples


def _check_kind(data: bytes) -> None:
    if not data:
        raise _refused("empty", "There is no sound in this recording. Check the microphone and try again.")
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return
    if data[:4] == b"RIFF" and len(data) < 12:
        raise _torn()
    name = next((name for mark, at, name in _OTHERS if data[at : at + len(mark)] == mark), None)
    raise _refused("bad_audio", f"This is {f'an {name} file' if name else 'no WAV recording'}. {FORMAT}")


def _chunks(data: bytes) -> tuple[bytes, bytes]:
    """The chunks "fmt " and "data", in whatever order and company they come."""
    form, at = b"", 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + size]
        if len(body) < size:
            raise _torn()
        if name == b"data" and form:
            return form, body
        form = body if name == b"fmt " else form
        at += 8 + size + size % 2
    raise _torn()


def _check_form(form: bytes) -> None:
    if len(form) < 16:
        raise _torn()
    code, channels, rate = (int.from_bytes(form[a:b], "little") for a, b in ((0, 2), (2, 4), (4, 8)))
    bits = int.from_bytes(form[14:16], "little")
    if code == _EXTENSIBLE and len(form) >= 26:
        code = int.from_bytes(form[24:26], "little")
    if code != _PCM or bits != 16:
        raise _refused("bad_audio", f"This recording is not 16-bit PCM. {FORMAT}")
    if rate != RATE:
        raise _refused("bad_audio", f"This recording has {rate:,} samples a second, not 16,000. {FORMAT}")
    if channels != 1:
        raise _refused("bad_audio", f"This recording has {channels} channels, not one. {FORMAT}")


def _refused(code: str, message: str) -> AppError:
    return AppError(code, 422, message, {"audio": message})


def _torn() -> AppError:
    return _refused("torn_audio", "This recording is torn off: it arrived incomplete. Record it again.")


def _nothing_heard() -> AppError:
    return _refused("nothing_heard", "Nothing was heard. Check the microphone and try again, or type your answer.")
