"""The child's side of the pipe: takes requests in order, lets a synthesis be aborted; standard library only."""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO, NamedTuple, Protocol

from agent.voices.frames import FrameError, Kind, SpeakRequest, Timeline, pack, read


class Synthesis(NamedTuple):
    """PCM16 mono at `timeline["sample_rate"]`."""

    pcm: bytes
    timeline: Timeline


class SynthesisAbortedError(Exception):
    """The parent no longer wants this sentence."""


class SynthesisError(Exception):
    """The engine could not speak; `str()` says why in a sentence."""


class Engine(Protocol):
    def synthesize(self, request: SpeakRequest, aborted: Callable[[], bool]) -> Synthesis:
        """Raises SynthesisError, or SynthesisAbortedError soon after `aborted()` turns true."""
        ...


class _Inbox:
    """Reads the parent's frames on a thread of its own, so that an abort is seen while a sentence is being made."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._requests: queue.SimpleQueue[tuple[int, SpeakRequest]] = queue.SimpleQueue()
        self._aborted: set[int] = set()
        threading.Thread(target=self._listen, name="inbox", daemon=True).start()

    def next(self) -> tuple[int, SpeakRequest]:
        return self._requests.get()

    def aborted(self, request: int) -> bool:
        return request in self._aborted

    def forget(self, request: int) -> None:
        self._aborted.discard(request)

    def _listen(self) -> None:
        try:
            while (frame := read(self._stream)) is not None:
                if frame.kind is Kind.SPEAK:
                    self._requests.put((frame.request, json.loads(frame.payload)))
                elif frame.kind is Kind.ABORT:
                    self._aborted.add(frame.request)
        except FrameError:
            os._exit(3)
        os._exit(0)  # the parent has gone; a synthesis in flight has no listener either


def serve(load: Callable[[], Engine]) -> None:
    """Load the engine, then answer requests until the parent closes the pipe. Never returns."""
    requests, replies = _take_over_pipes()
    try:
        engine = load()
    except SynthesisError as error:
        _send(replies, Kind.FAILED, 0, str(error).encode())
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - this process's door: an engine may raise anything over a bad model
        _send(replies, Kind.FAILED, 0, _sentence("The voice could not be loaded", error))
        sys.exit(1)
    _send(replies, Kind.READY, 0, b"{}")
    inbox = _Inbox(requests)
    while True:
        number, request = inbox.next()
        _answer(engine, inbox, replies, number, request)


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipe ends. Whatever a library prints goes to stderr and cannot break the protocol."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, replies


def _answer(engine: Engine, inbox: _Inbox, replies: BinaryIO, number: int, request: SpeakRequest) -> None:
    try:
        if inbox.aborted(number):
            raise SynthesisAbortedError
        synthesis = engine.synthesize(request, lambda: inbox.aborted(number))
    except SynthesisAbortedError:
        _send(replies, Kind.ABORTED, number)
    except SynthesisError as error:
        _send(replies, Kind.FAILED, number, str(error).encode())
    except Exception as error:  # noqa: BLE001 - this process's door: the next sentence may be spoken
        _send(replies, Kind.FAILED, number, _sentence("The voice could not speak this text", error))
    else:
        _send(replies, Kind.TIMELINE, number, json.dumps(synthesis.timeline).encode())
        _send(replies, Kind.AUDIO, number, synthesis.pcm)
    finally:
        inbox.forget(number)


def _sentence(what: str, error: Exception) -> bytes:
    return f"{what} ({type(error).__name__}).".encode()


def _send(replies: BinaryIO, kind: Kind, number: int, payload: bytes = b"") -> None:
    try:
        replies.write(pack(kind, number, payload))
        replies.flush()
    except BrokenPipeError:
        os._exit(0)
