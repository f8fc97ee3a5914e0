"""A local speech service with the real protocol: `POST /v1/audio/speech` answering raw PCM16 mono at 24 kHz."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

Synthesizer = Callable[[str], Awaitable[bytes]]
"""From the text of a request to PCM16 mono at 24 kHz."""


@dataclass
class Behaviour:
    """What the service does next; a test changes it between requests."""

    status: int = 200
    content_type: str = "audio/pcm"
    delay_s: float = 0.0  # before the answer begins
    stall_after: int | None = None  # bytes after which it says nothing more, without closing
    cut_after: int | None = None  # bytes after which it closes the connection


@dataclass
class SpeechDouble:
    """A running service. `requests` holds the JSON bodies, `keys` the bearer tokens, in order of arrival."""

    base_url: str
    behaviour: Behaviour
    requests: list[dict[str, object]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


@contextlib.asynccontextmanager
async def speech_double(synthesize: Synthesizer) -> AsyncIterator[SpeechDouble]:
    """Serves on a free port of the loopback until the block ends."""
    connections: set[asyncio.Task[None]] = set()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await _answer(double, synthesize, reader, writer):
                pass
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
        connections.discard(task)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    double = SpeechDouble(f"http://127.0.0.1:{port}/v1", Behaviour())
    try:
        yield double
    finally:
        server.close()
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        await server.wait_closed()


async def _answer(
    double: SpeechDouble, synthesize: Synthesizer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> bool:
    """Answers one request; false where the connection is over."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    headers = {key.lower(): value.strip() for key, _, value in (line.partition(":") for line in head.splitlines()[1:])}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    double.keys.append(headers.get("authorization", "").removeprefix("Bearer "))
    request = json.loads(body)
    double.requests.append(request)
    behaviour = double.behaviour
    await asyncio.sleep(behaviour.delay_s)
    if head.split()[:2] != ["POST", "/v1/audio/speech"] or behaviour.status != 200:
        await _send(writer, behaviour.status if behaviour.status != 200 else 404, "application/json", b'{"error": {}}')
        return True
    pcm = await synthesize(str(request["input"]))
    return await _stream(writer, behaviour, pcm)


async def _send(writer: asyncio.StreamWriter, status: int, content_type: str, body: bytes) -> None:
    writer.write(f"HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\ncontent-length: {len(body)}\r\n\r\n".encode())
    writer.write(body)
    await writer.drain()


async def _stream(writer: asyncio.StreamWriter, behaviour: Behaviour, pcm: bytes) -> bool:
    writer.write(
        f"HTTP/1.1 200 OK\r\ncontent-type: {behaviour.content_type}\r\ntransfer-encoding: chunked\r\n\r\n".encode()
    )
    sent = 0
    for start in range(0, len(pcm), 4801):  # odd, so that chunks split samples
        chunk = pcm[start : start + 4801]
        writer.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
        await writer.drain()
        sent += len(chunk)
        if behaviour.cut_after is not None and sent >= behaviour.cut_after:
            return False
        if behaviour.stall_after is not None and sent >= behaviour.stall_after:
            await asyncio.sleep(3600)
    writer.write(b"0\r\n\r\n")
    await writer.drain()
    return True
