"""A local server with the real protocol of a language model: chat completions (whole or streamed) and speech.

A test scripts what it answers: `double.script` holds answers in order, the last one is repeated. Each request's JSON is
kept in `double.requests`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Body = dict[str, Any]
MODEL = "double-1"


@dataclass(frozen=True)
class Answer:
    """What the server does with one request. `content` may be made from the request."""

    content: str | Callable[[Body], str] = "{}"
    refusal: str | None = None
    finish_reason: str = "stop"
    status: int = 200
    error_param: str | None = None  # of a 400
    error_says: str | None = None  # the message of an error, where the endpoint words it in its own way
    retry_after: str = "0"  # of a 429
    whole: bool = False  # answers in one piece, though a stream was asked for
    delay_s: float = 0.0
    cut_after: int | None = None  # bytes of the body after which the connection closes
    raw: str | None = None  # instead of a completion, with status 200


def valid(content: object) -> Answer:
    """An answer whose content is that object's JSON."""
    return Answer(json.dumps(content))


def refused() -> Answer:
    return Answer(content="", refusal="I can't help with that.")


def failing(status: int) -> Answer:
    return Answer(status=status)


@dataclass
class OpenAiDouble:
    """A running server. `base_url` ends in /v1."""

    base_url: str
    script: list[Answer] = field(default_factory=lambda: [Answer()])
    requests: list[Body] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    speech: bytes = b"\0\0" * 2400  # a tenth of a second of silence, PCM16 at 24 kHz

    def next_answer(self) -> Answer:
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextlib.asynccontextmanager
async def openai_double(*script: Answer) -> AsyncIterator[OpenAiDouble]:
    """Serves on a free port of the loopback until the block ends."""
    tasks: set[asyncio.Task[Any]] = set()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await _serve_one(double, reader, writer):
                pass
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
        tasks.discard(task)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    double = OpenAiDouble(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1")
    if script:
        double.script = list(script)
    try:
        yield double
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _serve_one(double: OpenAiDouble, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
    """Answers one request. Returns whether the connection stays open."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    path = head[0].split(" ")[1]
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
    body = json.loads(await reader.readexactly(int(headers.get("content-length", 0))) or b"{}")
    double.requests.append(body)
    double.keys.append(headers.get("authorization", "").removeprefix("Bearer "))
    if path.endswith("/audio/speech"):
        return await _send(writer, 200, "audio/pcm", double.speech)
    if not path.endswith("/chat/completions"):
        return await _send(writer, 404, "application/json", b'{"error": {"message": "no such path"}}')
    return await _chat(double.next_answer(), body, writer)


async def _chat(answer: Answer, body: Body, writer: asyncio.StreamWriter) -> bool:
    await asyncio.sleep(answer.delay_s)
    if answer.status != 200:
        says = answer.error_says or f"scripted {answer.error_param or answer.status}"
        error = json.dumps({"error": {"message": says, "param": answer.error_param}}).encode()
        again = {"Retry-After": answer.retry_after} if answer.status == 429 else {}
        return await _send(writer, answer.status, "application/json", error, headers=again)
    if (fault := _schema_fault(body)) is not None:
        error = json.dumps({"error": {"message": fault, "param": "response_format"}}).encode()
        return await _send(writer, 400, "application/json", error)
    if answer.raw is not None:
        return await _send(writer, 200, "application/json", answer.raw.encode(), answer.cut_after)
    content = answer.content(body) if callable(answer.content) else answer.content
    if body.get("stream") and not answer.whole:
        return await _send(writer, 200, "text/event-stream", _events(content, answer), answer.cut_after)
    whole = json.dumps(_completion(content, answer)).encode()
    return await _send(writer, 200, "application/json", whole, answer.cut_after)


def _schema_fault(body: Body) -> str | None:
    """What OpenAI's strict mode refuses: an object that is open, or that leaves one of its properties optional."""
    form = body.get("response_format") or {}
    if form.get("type") != "json_schema" or not form["json_schema"].get("strict"):
        return None
    nodes: list[Any] = [form["json_schema"]["schema"]]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            if "properties" in node and (
                node.get("additionalProperties") is not False
                or set(node.get("required", ())) != set(node["properties"])
            ):
                return "Invalid schema for response_format: 'additionalProperties' is required to be false."
            nodes += node.values()
        elif isinstance(node, list):
            nodes += node
    return None


def _completion(content: str, answer: Answer) -> Body:
    message = {"role": "assistant", "content": content or None, "refusal": answer.refusal}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": answer.finish_reason, "logprobs": None}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


def _events(content: str, answer: Answer) -> bytes:
    """The same as server-sent events, a few characters each."""
    pieces = [content[i : i + 12] for i in range(0, len(content), 12)]
    deltas: list[Body] = [{"role": "assistant", "content": piece} for piece in pieces]
    if answer.refusal is not None:
        deltas = [{"role": "assistant", "refusal": answer.refusal}]
    chunks: list[Body] = [{"delta": delta, "finish_reason": None} for delta in deltas]
    chunks.append({"delta": {}, "finish_reason": answer.finish_reason})
    frame = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": MODEL}
    lines = [json.dumps({**frame, "choices": [{"index": 0, **chunk}]}) for chunk in chunks]
    return "".join(f"data: {line}\n\n" for line in [*lines, "[DONE]"]).encode()


async def _send(
    writer: asyncio.StreamWriter,
    status: int,
    kind: str,
    body: bytes,
    cut_after: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> bool:
    reason = {200: "OK", 400: "Bad Request", 429: "Too Many Requests"}.get(status, "Error")
    head = f"HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
    writer.write(head.encode() + b"\r\n" + (body if cut_after is None else body[:cut_after]))
    await writer.drain()
    return cut_after is None
