"""The pipe protocol between the interviewer and a voice in a child process; standard library only.

A frame is a 9-byte little-endian header (payload bytes u32, kind u8, request number u32) and its payload. The parent
sends SPEAK (JSON) and ABORT (empty); the child sends READY (JSON) once, then for each request TIMELINE (JSON) and
AUDIO (PCM16 mono), or FAILED (UTF-8 sentence), or ABORTED (empty).
"""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import BinaryIO, NamedTuple, TypedDict

HEADER = struct.Struct("<IBI")
MAX_PAYLOAD = 64_000_000  # twenty minutes of speech; more means that the two sides have lost step


class Kind(IntEnum):
    READY = 0
    TIMELINE = 1
    AUDIO = 2
    FAILED = 3
    ABORTED = 4
    SPEAK = 16
    ABORT = 17


class Frame(NamedTuple):
    kind: Kind
    request: int
    payload: bytes


class SpeakRequest(TypedDict):
    """What the parent asks for. Numbers have the meaning that the engine gives them; a voice may ignore some."""

    text: str
    voice: str
    rate: float
    pitch: int
    pitch_range: int
    volume: int


class Timeline(TypedDict):
    """When words and phones begin, in seconds from the first sample.

    `words` holds (second, index of the character in the text); engines that know only phones send none and separate
    the words by a phone of one space. A phone is IPA, marks included; an empty one is a pause.
    """

    sample_rate: int
    words: list[tuple[float, int]]
    phones: list[tuple[float, str]]


class FrameError(Exception):
    """The bytes are no frame: the two sides have lost step and the pipe must be closed."""


def pack(kind: Kind, request: int, payload: bytes = b"") -> bytes:
    """One frame as bytes."""
    return HEADER.pack(len(payload), kind, request) + payload


def unpack_header(header: bytes) -> tuple[int, Kind, int]:
    """(payload bytes, kind, request number). Raises FrameError for an unknown kind or an impossible length."""
    length, kind, request = HEADER.unpack(header)
    if length > MAX_PAYLOAD:
        raise FrameError(f"a frame of {length} bytes")
    try:
        return length, Kind(kind), request
    except ValueError as error:
        raise FrameError(f"a frame of unknown kind {kind}") from error


def read(stream: BinaryIO) -> Frame | None:
    """The next frame of a blocking stream, or None where it ends. Raises FrameError where it ends inside a frame."""
    header = stream.read(HEADER.size)
    if not header:
        return None
    if len(header) < HEADER.size:
        raise FrameError("the stream ended inside a header")
    length, kind, request = unpack_header(header)
    payload = stream.read(length)
    if len(payload) < length:
        raise FrameError("the stream ended inside a payload")
    return Frame(kind, request, payload)
