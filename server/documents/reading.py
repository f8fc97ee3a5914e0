"""Reads strangers' files in a child process with bounds on memory and time, so that no file can harm the server."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Mapping
from typing import Literal

from pydantic import TypeAdapter

from evaluators.documents.files import Problem, ReadDocument, UnreadableDocument
from schema.base import Shape
from schema.documents import JobExtract, ResumeExtract
from schema.vocabulary import DocumentKind

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-I", "-m", "server.documents.child")  # isolated: nothing from the working directory
WALL_S = 60.0  # a child's own limit is processor time; this one holds on a machine that is busy with other things
MOST_CHILDREN = 2  # that read at the same time; interviews need the other cores
KEPT_VARIABLES = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")  # keys and addresses of services are not among them


class Order(Shape):
    """What a child is asked to do with the bytes that follow. `kind`: also to read an extract by rules."""

    name: str
    media_type: str | None
    kind: DocumentKind | None


class Reading(Shape):
    """What a child gives back. `extract` is null where none was asked for, or where the rules failed on this text."""

    document: ReadDocument
    resume: ResumeExtract | None = None
    job: JobExtract | None = None
    version: str = ""  # of the rules

    @property
    def extract(self) -> ResumeExtract | JobExtract | None:
        return self.resume or self.job


class Refusal(Shape):
    """Why a file cannot be read."""

    refused: Literal[True] = True
    code: Problem
    message: str


ANSWER: TypeAdapter[Reading | Refusal] = TypeAdapter(Reading | Refusal)
_children: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}


async def read_safely(data: bytes, name: str, media_type: str | None = None) -> ReadDocument:
    """`read_document` of the evaluators, in a child process. Raises UnreadableDocument as it does, and with
    "too_complex" where the child needed more memory or time than a document is worth."""
    return (await _ask(Order(name=name, media_type=media_type, kind=None), data)).document


async def read_and_extract(data: bytes, name: str, media_type: str | None, kind: DocumentKind) -> Reading:
    """The text, and what the rules read in it, both from a child process. Raises UnreadableDocument as above."""
    return await _ask(Order(name=name, media_type=media_type, kind=kind), data)


async def _ask(order: Order, data: bytes) -> Reading:
    async with _turn():
        code, output = await _run(order.model_dump_json().encode() + b"\n" + data)
    if code != 0:
        log.warning("a document's reader ended with %s", code)
        raise too_complex()
    answer = ANSWER.validate_json(output)
    if isinstance(answer, Refusal):
        raise UnreadableDocument(answer.code, answer.message)
    return answer


def too_complex() -> UnreadableDocument:
    return UnreadableDocument(
        Problem.TOO_COMPLEX,
        "This file takes too much time or memory to read. Export it anew, or paste its text instead.",
    )


def _turn() -> asyncio.Semaphore:
    """One bound for each event loop: semaphores cannot be shared between them."""
    loop = asyncio.get_running_loop()
    for stale in [known for known in _children if known.is_closed()]:
        del _children[stale]
    return _children.setdefault(loop, asyncio.Semaphore(MOST_CHILDREN))


async def _run(given: bytes) -> tuple[int, bytes]:
    """The child's exit status and output; it is killed when its time is over, and when the caller is cancelled."""
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(os.environ),
    )
    try:
        output, _ = await asyncio.wait_for(process.communicate(given), WALL_S)
    except TimeoutError:
        return -1, b""
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    assert process.returncode is not None
    return process.returncode, output


def _environment(variables: Mapping[str, str]) -> dict[str, str]:
    kept = {name: variables[name] for name in KEPT_VARIABLES if name in variables}
    return {**kept, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
