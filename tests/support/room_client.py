"""A page in the room without a browser: what it sends and what it has been told, over the real WebSocket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import websockets
from websockets.asyncio.client import ClientConnection

from schema.room import PROTOCOL
from tests.support.product import Owner, Product
from tests.support.small_exercises import diff

Message = dict[str, Any]


class RoomClient:
    """Messages are kept as they come; `until` looks through those that were not looked at before."""

    def __init__(self, connection: ClientConnection, exercise: str) -> None:
        self.connection = connection
        self.exercise = exercise
        self.heard: list[Message] = []
        self.revision = 0
        self.text = ""
        self.filename = "solution.py"

    async def send(self, kind: str, **fields: Any) -> None:
        await self.connection.send(json.dumps({"type": kind, **fields}))

    async def about(self, kind: str, **fields: Any) -> str:
        """Sends a message about the exercise; returns its client_id."""
        client_id = str(fields.pop("client_id", uuid4().hex))
        await self.send(kind, client_id=client_id, exercise=self.exercise, **fields)
        return client_id

    async def until(self, kind: str, *, seconds: float = 60.0, **fields: Any) -> Message:
        """The next message of a kind with these fields."""
        async with asyncio.timeout(seconds):
            while True:
                packet = await self.connection.recv()
                if not isinstance(packet, str):
                    continue
                message: Message = json.loads(packet)
                self.heard.append(message)
                if message["type"] == kind and all(message.get(name) == value for name, value in fields.items()):
                    return message

    async def settle(self) -> None:
        """Everything that the server has sent so far has been heard."""
        stamp = float(len(self.heard))
        await self.send("ping", sent_ms=stamp)
        await self.until("pong", sent_ms=stamp)

    def all(self, kind: str) -> list[Message]:
        return [message for message in self.heard if message["type"] == kind]

    async def opened(self) -> Message:
        message = await self.until("exercise_opened")
        self.revision, self.text = message["revision"], message["text"]
        return message

    async def edit(self, text: str, **changes: Any) -> Message:
        """Sends the edit that makes the file `text`; returns the answer to it."""
        body = {"base": self.revision, "diff": diff(self.text, text, self.filename), **changes}
        client_id = await self.about("patch", **body)
        while True:
            answer = await self.until_any("patch_applied", "patch_refused")
            if answer["client_id"] == client_id:
                break
        if answer["type"] == "patch_applied":
            self.revision, self.text = answer["revision"], text
        return answer

    async def run(self, *, submit: bool = False) -> Message:
        """Runs the tests on the file as it is; returns the run."""
        client_id = await self.about("run_tests", revision=self.revision, submit=submit)
        finished = await self.until("run_finished", client_id=client_id)
        run: Message = finished["run"]
        return run

    async def answer(self, text: str) -> None:
        """Types an answer once the interviewer can be heard, as a person would."""
        await self.send("typed_answer", client_id=uuid4().hex, text=text)
        await self.until("answer_stored")

    async def until_any(self, *kinds: str) -> Message:
        async with asyncio.timeout(60):
            while True:
                packet = await self.connection.recv()
                if isinstance(packet, str):
                    message: Message = json.loads(packet)
                    self.heard.append(message)
                    if message["type"] in kinds:
                        return message

    async def spoken(self) -> str:
        """What the interviewer begins to say next, once its beginning has been heard."""
        said = str((await self.until("utterance_start"))["text"])
        await asyncio.sleep(1.0)
        return said


@asynccontextmanager
async def entered(product: Product, owner: Owner, session: str, exercise: str) -> AsyncIterator[RoomClient]:
    """In the room; `opened` and `spoken` come next."""
    url = product.url.replace("http", "ws") + "/api/interview/room"
    async with websockets.connect(url, max_size=None, compression=None) as connection:
        hello = {"type": "hello", "protocol": PROTOCOL, "token": owner.token(session), "microphone": False}
        await connection.send(json.dumps(hello))
        client = RoomClient(connection, exercise)
        await client.until("welcome")
        yield client
