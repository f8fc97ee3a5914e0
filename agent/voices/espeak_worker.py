"""The espeak-ng voice's own process: `python -m agent.voices.espeak_worker`.

espeak-ng is GPL-3.0 and keeps its state in globals that two threads corrupt. So it is loaded here only, behind a pipe,
and the interviewer's process neither links it nor dies with it.
"""

from __future__ import annotations

import ctypes
import importlib
from collections.abc import Callable
from enum import IntEnum

from agent.voices.frames import SpeakRequest
from agent.voices.worker_loop import Synthesis, SynthesisAbortedError, SynthesisError, serve

# espeak-ng's speak_lib.h
_OUTPUT_SYNCHRONOUS = 2
_PHONEME_EVENTS, _PHONEME_IPA, _DONT_EXIT = 0x0001, 0x0002, 0x8000
_UTF8, _END_PAUSE = 1, 0x1000
_POSITION_CHARACTER = 1
_BUFFER_MS = 60  # an abort is seen once a buffer


class _Parameter(IntEnum):
    RATE = 1
    VOLUME = 2
    PITCH = 3
    RANGE = 4


class _EventType(IntEnum):
    LIST_END = 0
    WORD = 1
    PHONEME = 7


class _EventId(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class EspeakEngine:
    """libespeak-ng through ctypes, one sentence at a time, on one thread."""

    def __init__(self) -> None:
        loader = _loader()
        self._library = ctypes.CDLL(loader.get_library_path())
        flags = _PHONEME_EVENTS | _PHONEME_IPA | _DONT_EXIT
        self._library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
        self._library.espeak_Synth.argtypes = [
            ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int,
            ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p,
        ]  # fmt: skip
        data = loader.get_data_path().encode()
        self._rate = self._library.espeak_Initialize(_OUTPUT_SYNCHRONOUS, _BUFFER_MS, data, flags)
        if self._rate <= 0:
            raise SynthesisError(f"espeak-ng did not start (code {self._rate}).")
        self._callback = _Callback(self._receive)  # espeak keeps only the address
        self._library.espeak_SetSynthCallback(self._callback)
        self._start(lambda: False)

    def synthesize(self, request: SpeakRequest, aborted: Callable[[], bool]) -> Synthesis:
        """Speak one text. Raises SynthesisError for a voice that espeak-ng does not have."""
        self._start(aborted)
        self._select(request)
        text = request["text"].encode()
        code = self._library.espeak_Synth(
            text, len(text) + 1, 0, _POSITION_CHARACTER, 0, _UTF8 | _END_PAUSE, None, None
        )
        if self._stopped:
            raise SynthesisAbortedError
        if code != 0:
            raise SynthesisError(f"espeak-ng could not speak this text (code {code}).")
        return Synthesis(bytes(self._pcm), {"sample_rate": self._rate, "words": self._words, "phones": self._phones})

    def _start(self, aborted: Callable[[], bool]) -> None:
        self._aborted = aborted
        self._stopped = False
        self._pcm = bytearray()
        self._words: list[tuple[float, int]] = []
        self._phones: list[tuple[float, str]] = []

    def _select(self, request: SpeakRequest) -> None:
        if self._library.espeak_SetVoiceByName(request["voice"].encode()) != 0:
            raise SynthesisError(f"espeak-ng has no voice named {request['voice']!r}.")
        for parameter, value in (
            (_Parameter.RATE, int(request["rate"])),
            (_Parameter.VOLUME, request["volume"]),
            (_Parameter.PITCH, request["pitch"]),
            (_Parameter.RANGE, request["pitch_range"]),
        ):
            self._library.espeak_SetParameter(parameter, value, 0)

    def _receive(self, samples: object, count: int, events: object) -> int:
        """Called by espeak for each buffer; returning 1 ends the synthesis."""
        self._take_events(events)
        if samples and count > 0:
            self._pcm += ctypes.string_at(samples, count * 2)  # type: ignore[arg-type]  # a ctypes pointer
        self._stopped = self._aborted()
        return 1 if self._stopped else 0

    def _take_events(self, events: object) -> None:
        index = 0
        while (event := events[index]).type != _EventType.LIST_END:  # type: ignore[index]  # a ctypes pointer
            second = event.audio_position / 1000
            if event.type == _EventType.WORD:
                self._words.append((second, event.text_position - 1))  # espeak counts from one
            elif event.type == _EventType.PHONEME:
                # The 8-byte field may be full, with no NUL, and cut a character.
                name = bytes(event.id.string).split(b"\0")[0]
                self._phones.append((second, name.decode(errors="ignore")))
            index += 1


class _Loader:
    """What `espeakng_loader` offers."""

    def __init__(self) -> None:
        module = importlib.import_module("espeakng_loader")
        self.get_library_path: Callable[[], str] = module.get_library_path
        self.get_data_path: Callable[[], str] = module.get_data_path


def _loader() -> _Loader:
    try:
        return _Loader()
    except ModuleNotFoundError as error:
        raise SynthesisError(
            "The espeak voice is not installed; `pip install 'interview-practice-lab[local-voice]'` adds it."
        ) from error


if __name__ == "__main__":
    serve(EspeakEngine)
