"""A voice engine in a child process, seen from the interviewer: started when needed, started again when it dies."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import agent
from agent.ports import VoiceError
from agent.voices.frames import HEADER, Frame, FrameError, Kind, SpeakRequest, Timeline, pack, unpack_header

_TRIES = 2  # one restart for a child that died under a sentence; a sentence that kills it twice is given up
_EXIT_S = 1.0


@dataclass(frozen=True, slots=True)
class RawSpeech:
    """What an engine made of one sentence: PCM16 mono at `timeline["sample_rate"]`."""

    pcm: bytes
    timeline: Timeline


class _ChildDiedError(Exception):
    """The process ended while it had work."""


class _Link:
    """One running process: frames out, and a task that hands each answer to the one who waits for it."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting: dict[int, asyncio.Future[RawSpeech]] = {}
        self._timelines: dict[int, Timeline] = {}
        self.alive = True
        self._listener = asyncio.create_task(self._listen())

    async def request(self, number: int, request: SpeakRequest) -> RawSpeech:
        """Raises VoiceError where the engine refuses, _ChildDiedError where it ends."""
        answer: asyncio.Future[RawSpeech] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            await self._send(pack(Kind.SPEAK, number, json.dumps(request).encode()))
            return await answer
        except asyncio.CancelledError:
            with contextlib.suppress(_ChildDiedError):
                self._write(pack(Kind.ABORT, number))
            raise
        finally:
            self._waiting.pop(number, None)
            self._timelines.pop(number, None)

    async def close(self) -> None:
        """Ends the process and returns when it is gone."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        await self._exit()
        await asyncio.gather(self._listener, return_exceptions=True)

    def kill(self) -> None:
        """Ends a process that does not listen; nothing more is asked of it."""
        self.alive = False
        # Not Process.kill: it polls, and so may take the exit status from under the loop's own child watcher.
        if self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process.pid, signal.SIGKILL)

    async def _exit(self) -> None:
        """The child ends by itself when its input does; one that hangs is killed."""
        try:
            async with asyncio.timeout(_EXIT_S):
                await self.process.wait()
        except TimeoutError:
            self.kill()
            await self.process.wait()

    def _write(self, data: bytes) -> None:
        if self.process.stdin is None or self.process.stdin.is_closing():
            raise _ChildDiedError
        self.process.stdin.write(data)

    async def _send(self, data: bytes) -> None:
        self._write(data)
        try:
            assert self.process.stdin is not None  # _write has seen it
            await self.process.stdin.drain()
        except ConnectionError as error:
            raise _ChildDiedError from error

    async def _listen(self) -> None:
        try:
            while True:
                self._dispatch(await self._frame())
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the child has ended
        except FrameError:
            self.kill()
        finally:
            self.alive = False
            self._fail_all()

    async def _frame(self) -> Frame:
        assert self.process.stdout is not None  # started with a pipe
        length, kind, number = unpack_header(await self.process.stdout.readexactly(HEADER.size))
        return Frame(kind, number, await self.process.stdout.readexactly(length))

    def _dispatch(self, frame: Frame) -> None:
        if frame.request == 0:
            self._greet(frame)
            return
        answer = self._waiting.get(frame.request)
        if answer is None or answer.done():
            return  # nobody wants it any more
        if frame.kind is Kind.TIMELINE:
            self._timelines[frame.request] = json.loads(frame.payload)
        elif frame.kind is Kind.AUDIO:
            answer.set_result(RawSpeech(frame.payload, self._timelines[frame.request]))
        elif frame.kind is Kind.FAILED:
            answer.set_exception(VoiceError(frame.payload.decode()))

    def _greet(self, frame: Frame) -> None:
        if self.ready.done():
            return
        if frame.kind is Kind.READY:
            self.ready.set_result(None)
        elif frame.kind is Kind.FAILED:
            self.ready.set_exception(VoiceError(frame.payload.decode()))

    def _fail_all(self) -> None:
        if not self.ready.done():
            self.ready.set_exception(_ChildDiedError())
            self.ready.exception()  # read, so that a launch that was given up leaves no warning behind
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(_ChildDiedError())


class VoiceProcess:
    """Speaks sentences through `python -m module arguments…`; safe to use from many tasks of one event loop.

    Sentences are made one after the other in the order of their requests. Cancelling a `speak` aborts its synthesis.
    """

    def __init__(
        self, module: str, arguments: Sequence[str] = (), *, ready_s: float = 10.0, sentence_s: float = 10.0
    ) -> None:
        self._command = [sys.executable, "-m", module, *arguments]
        self._ready_s = ready_s
        self._sentence_s = sentence_s
        self._link: _Link | None = None
        self._starting = asyncio.Lock()
        self._requests = 0
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        return self._link.process.pid if self._link is not None and self._link.alive else None

    async def start(self) -> None:
        """Start the child now, so that the first sentence does not wait. Raises VoiceError."""
        try:
            await self._running()
        except _ChildDiedError as error:
            raise VoiceError("The voice's process ended while it was starting.") from error

    async def speak(self, request: SpeakRequest) -> RawSpeech:
        """Raises VoiceError where the engine refuses, hangs, or dies twice."""
        for _ in range(_TRIES):
            link = None
            try:
                link = await self._running()
                self._requests += 1
                async with asyncio.timeout(self._sentence_s):
                    return await link.request(self._requests, request)
            except _ChildDiedError:
                continue
            except TimeoutError as error:
                if link is not None:
                    link.kill()  # a hung engine holds up everyone behind it
                raise VoiceError(f"The voice said nothing for {self._sentence_s:g} seconds.") from error
        raise VoiceError("The voice's process ended twice on the same sentence.")

    async def aclose(self) -> None:
        """End the child. A later `speak` raises VoiceError."""
        self._closed = True
        async with self._starting:
            if self._link is not None:
                await self._link.close()
                self._link = None

    async def _running(self) -> _Link:
        async with self._starting:
            if self._closed:
                raise VoiceError("The voice has been closed.")
            if self._link is not None and not self._link.alive:
                await self._link.close()
                self._link = None
            if self._link is None:
                self._link = await self._launch()
            return self._link

    async def _launch(self) -> _Link:
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_environment()
        )
        link = _Link(process)
        try:
            async with asyncio.timeout(self._ready_s):
                await link.ready
        except TimeoutError as error:
            await self._discard(link)
            raise VoiceError(f"The voice did not start within {self._ready_s:g} seconds.") from error
        except BaseException:
            await self._discard(link)
            raise
        return link

    async def _discard(self, link: _Link) -> None:
        link.kill()
        await link.close()


def _environment() -> dict[str, str]:
    """The child finds the product's packages wherever this process found them."""
    root = str(Path(agent.__file__).resolve().parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
