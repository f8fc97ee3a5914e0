"""One Whisper for the whole process: loaded once, shared by all interviews through a fair queue, run in threads."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray

from agent.providers.whisper.decoder import SAMPLE_RATE, WINDOW_FLOOR_S, Reading, WindowDecoder, with_queue
from agent.providers.whisper.errors import WhisperFailed, WhisperUnavailable
from agent.providers.whisper.models import REQUIRED, usable_cores
from agent.providers.whisper.queue import FairQueue

_FETCH = "Run `interview-lab models fetch`, or set WHISPER_MODEL to a folder with a faster-whisper model."


@dataclass(frozen=True, slots=True)
class Report:
    """What one job cost, for benchmarks and metrics."""

    stream: int
    final: bool
    audio_s: float
    reading: Reading | None  # null: displaced by a newer interim


@dataclass(slots=True, eq=False)
class _Job:
    stream: int
    final: bool
    samples: NDArray[np.float32]
    prompt: str
    times: bool
    queued_at: float
    result: Future[Reading | None] = field(default_factory=Future)


class WhisperEngine:
    """The loaded model, its worker threads and their queue.

    `threads` is the number of cores one decode may use (1 serves several interviews best), `workers` how many decodes
    run at once (default: the cores there are, divided by `threads`). `observer` is told of every job, in its worker's
    thread. Loading blocks for a second or two: from a coroutine use `await WhisperEngine.open(...)`.
    """

    def __init__(
        self,
        model_path: Path | str,
        *,
        threads: int = 1,
        workers: int | None = None,
        window_floor_s: float = WINDOW_FLOOR_S,
        language: str = "en",
        observer: Callable[[Report], None] | None = None,
    ) -> None:
        """Loads and warms up. Raises WhisperUnavailable with a sentence that says what to do."""
        self.name = Path(model_path).name
        self.workers = workers or max(1, usable_cores() // threads)
        self.observer = observer
        self._model = _load(Path(model_path), threads, self.workers)
        self.decoder = WindowDecoder(self._model, window_floor_s=window_floor_s, language=language)
        self._warm_up()
        self._queue: FairQueue[_Job] = FairQueue()
        self._ready = threading.Condition()
        self._running_interims = 0
        self._closed = False
        self._streams = itertools.count(1)
        self._threads = [
            threading.Thread(target=self._work, name=f"whisper-{index}", daemon=True) for index in range(self.workers)
        ]
        for thread in self._threads:
            thread.start()

    @classmethod
    async def open(cls, model_path: Path | str, *, threads: int = 1, workers: int | None = None) -> WhisperEngine:
        """Loads in a thread. Raises WhisperUnavailable."""
        return await asyncio.to_thread(cls, model_path, threads=threads, workers=workers)

    def new_stream(self) -> int:
        """A number for one listener; the queue is fair between these."""
        return next(self._streams)

    async def final(self, stream: int, samples: NDArray[np.float32], *, prompt: str = "") -> Reading:
        """Reads finished speech (mono float32, 16 kHz, at most 30 s) with word times, ahead of all interims.

        Raises WhisperOverloaded at once when too many wait, WhisperFailed when the decode fails or the engine closes.
        """
        reading = await self._submit(_Job(stream, True, samples, prompt, True, time.perf_counter()))
        if reading is None:
            raise WhisperFailed("Transcription has stopped.")
        return reading

    async def interim(
        self, stream: int, samples: NDArray[np.float32], *, prompt: str = "", times: bool = False
    ) -> Reading | None:
        """Reads speech that still goes on. None when a newer interim of the stream took its place.

        Raises WhisperFailed when the decode fails.
        """
        return await self._submit(_Job(stream, False, samples, prompt, times, time.perf_counter()))

    @property
    def waiting(self) -> int:
        """Jobs in the queue, running ones not counted."""
        with self._ready:
            return len(self._queue)

    def close(self) -> None:
        """Stops the workers after their current job; what waits is answered with WhisperFailed or None."""
        with self._ready:
            self._closed = True
            while (job := self._queue.take()) is not None:
                _resolve(job, None)
            self._ready.notify_all()
        for thread in self._threads:
            thread.join(timeout=10)

    async def _submit(self, job: _Job) -> Reading | None:
        with self._ready:
            if self._closed:
                raise WhisperFailed("Transcription has stopped.")
            displaced = None
            if job.final:
                self._queue.put_final(job.stream, job)
            else:
                displaced = self._queue.put_interim(job.stream, job)
            self._ready.notify()
        if displaced is not None:
            _resolve(displaced, None)
            self._tell(displaced, None)
        try:
            return await asyncio.wrap_future(job.result)
        except asyncio.CancelledError:
            with self._ready:
                self._queue.discard(job.stream, job)
            raise

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                self._decode(job)
            finally:
                if not job.final:
                    with self._ready:
                        self._running_interims -= 1
                        self._ready.notify()

    def _next(self) -> _Job | None:
        """Waits for a job. One worker is always kept free of interims, so that a final never waits for one."""
        with self._ready:
            while True:
                if self._closed:
                    return None
                interims_may = self._running_interims < max(1, self.workers - 1)
                job = self._queue.take(interims=interims_may)
                if job is not None:
                    self._running_interims += not job.final
                    return job
                self._ready.wait()

    def _decode(self, job: _Job) -> None:
        if not job.result.set_running_or_notify_cancel():
            return
        queue_ms = (time.perf_counter() - job.queued_at) * 1000
        try:
            reading = self.decoder.read(job.samples, prompt=job.prompt, times=job.times)
        except (RuntimeError, ValueError) as fault:  # what CTranslate2 raises
            job.result.set_exception(WhisperFailed(f"A decode failed: {fault}"))
            return
        reading = with_queue(reading, queue_ms)
        self._tell(job, reading)
        job.result.set_result(reading)

    def _tell(self, job: _Job, reading: Reading | None) -> None:
        if self.observer is not None:
            self.observer(Report(job.stream, job.final, len(job.samples) / SAMPLE_RATE, reading))

    def _warm_up(self) -> None:
        """The first decode allocates buffers and costs three times as much; the candidate should not wait for it."""
        tone = np.sin(np.arange(SAMPLE_RATE) * 0.05).astype(np.float32) * 0.1
        try:
            self.decoder.read(tone, times=True)
        except (RuntimeError, ValueError) as fault:
            raise WhisperUnavailable(f"The model in {self.name} does not decode ({fault}). {_FETCH}") from fault


def _resolve(job: _Job, reading: Reading | None) -> None:
    if job.result.set_running_or_notify_cancel():
        job.result.set_result(reading)


def _load(path: Path, threads: int, workers: int) -> WhisperModel:
    missing = [name for name in REQUIRED if not (path / name).is_file()]
    if missing:
        raise WhisperUnavailable(f"There is no speech model in {path} ({', '.join(missing)} missing). {_FETCH}")
    try:
        return WhisperModel(str(path), device="cpu", compute_type="int8", cpu_threads=threads, num_workers=workers)
    except Exception as fault:  # the door to two native libraries, which raise bare exceptions of their own
        raise WhisperUnavailable(f"The speech model in {path} cannot be loaded ({fault}). {_FETCH}") from fault
