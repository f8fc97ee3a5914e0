"""One socket of the interview room: the handshake, and every frame checked before it reaches the interview.

Nothing that a client sends ends the interview: what cannot be read is answered with a typed error and dropped; only a
client that sends nothing else loses its socket, and may come back.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from agent.live import LiveInterview
from agent.transports.websocket import WebSocketConnection
from schema.room import FRAME_HEADER, MAX_TEXT_BYTES, MIC_FRAME, MIC_FRAME_BYTES, PROTOCOL, Error, Hello, client_message
from schema.vocabulary import InterviewStatus
from server.auth import RoomClaims, RoomTokenError, RoomTokenExpiredError, verify_room_token
from server.db import Database
from server.errors import AppError
from server.repositories.interviews import Interviews
from server.rooms import Rooms

log = logging.getLogger("interview.room")
HELLO_WITHIN_S = 10.0
BAD_IN_A_ROW = 100  # a client that sends only rubbish is not an interview
ERRORS_PER_S = 10.0
WRITTEN = ("patch", "save_artifact", "save_remarks")  # messages whose text grows under a candidate's hands
OPENING_CHARS = 1_000  # of a message too large to be read, where a page writes what it is and whose
_PATCH = re.compile(r'\A\s*\{\s*"type"\s*:\s*"patch"')
_CLIENT_ID = re.compile(r'"client_id"\s*:\s*"([^"\\]{1,64})"')
_EXERCISE = re.compile(r'"exercise"\s*:\s*"([^"\\]{1,80})"')
TOO_LARGE = "That edit is too large to be sent at once. Your text is kept; send it in smaller steps."
ErrorCode = Literal[
    "bad_message", "bad_frame", "too_large", "unauthorized", "expired", "not_found", "replaced", "ended", "protocol",
    "overloaded", "internal",
]  # fmt: skip


class RefusedError(Exception):
    """The socket is not let in, or is put out; carries what the client is told."""

    def __init__(self, code: ErrorCode, message: str, *, retry: bool = False) -> None:
        super().__init__(message)
        self.error = Error(code=code, message=message, fatal=True, retry=retry)


@dataclass(slots=True)
class _Complaints:
    """Bounds how much is said about bad frames, and counts those in a row."""

    connection: WebSocketConnection
    _in_a_row: int = 0
    _last_s: float = 0.0

    def good(self) -> None:
        self._in_a_row = 0

    def bad(self, code: ErrorCode, message: str) -> None:
        self.counted(code)
        now = time.monotonic()
        if now - self._last_s >= 1 / ERRORS_PER_S:
            self._last_s = now
            self.connection.send(Error(code=code, message=message, fatal=False))

    def counted(self, code: ErrorCode) -> None:
        """One more that was of no use."""
        self._in_a_row += 1
        if self._in_a_row > BAD_IN_A_ROW:
            raise RefusedError(code, "Too much that cannot be read was sent. Reload the page to go on.", retry=True)


class RoomSocket:
    def __init__(self, socket: WebSocket, rooms: Rooms, database: Database, secret: str) -> None:
        self._socket = socket
        self._rooms = rooms
        self._database = database
        self._secret = secret
        self._last_seq = -1

    async def serve(self) -> None:
        """Holds the socket until it closes. Never raises for what the client did."""
        await self._socket.accept()
        connection = WebSocketConnection(self._send_text, self._send_bytes)
        try:
            claims, hello = await self._hello()
            await self._hold(claims, hello, connection)
        except RefusedError as refused:
            connection.send(refused.error)
            await connection.drain()
        except WebSocketDisconnect:
            pass
        finally:
            await connection.aclose()
            await self._close()

    async def _send_text(self, text: str) -> None:
        try:
            await self._socket.send_text(text)
        except WebSocketDisconnect as gone:
            raise ConnectionResetError from gone

    async def _send_bytes(self, data: bytes) -> None:
        try:
            await self._socket.send_bytes(data)
        except WebSocketDisconnect as gone:
            raise ConnectionResetError from gone

    # ------------------------------------------------------------------ coming in

    async def _hello(self) -> tuple[RoomClaims, Hello]:
        try:
            async with asyncio.timeout(HELLO_WITHIN_S):
                text = await self._socket.receive_text()
        except (TimeoutError, KeyError):
            raise RefusedError("protocol", "The first message must be a hello with a room token.") from None
        if len(text) > MAX_TEXT_BYTES:
            raise RefusedError("too_large", "The first message is too long.")
        try:
            message = client_message.validate_json(text)
        except ValidationError:
            raise RefusedError("bad_message", "The first message must be a hello with a room token.") from None
        if not isinstance(message, Hello):
            raise RefusedError("protocol", "The first message must be a hello with a room token.")
        if message.protocol != PROTOCOL:
            raise RefusedError("protocol", "This page is of another version than the server. Reload it.", retry=False)
        return await self._claims(message.token), message

    async def _claims(self, token: str) -> RoomClaims:
        try:
            claims = verify_room_token(self._secret, token, datetime.now(UTC))
        except RoomTokenExpiredError:
            raise RefusedError("expired", "This link into the room has expired. Reload the page.", retry=True) from None
        except RoomTokenError:
            raise RefusedError("unauthorized", "This link does not open the room. Open the interview again.") from None
        async with self._database.read() as db:
            interview = await Interviews(db).get(claims.session_id, claims.user_id)
        if interview is None:
            raise RefusedError("not_found", "This interview does not exist any more.")
        if interview.status in (InterviewStatus.ENDED, InterviewStatus.ABANDONED):
            raise RefusedError("ended", "This interview is over. Its report is on the interview's page.")
        return claims

    # ------------------------------------------------------------------ in the room

    async def _hold(self, claims: RoomClaims, hello: Hello, connection: WebSocketConnection) -> None:
        try:
            live, replaced = await self._rooms.enter(claims.session_id, connection, microphone=hello.microphone)
        except AppError as failure:
            raise RefusedError("not_found" if failure.status == 404 else "internal", failure.message) from None
        reason = "closed"
        try:
            reason = await self._until_done(live, replaced, connection)
        finally:
            await self._rooms.leave(claims.session_id, live, reason)
        if reason == "replaced":
            raise RefusedError("replaced", "The interview was opened in another window and goes on there.")

    async def _until_done(self, live: LiveInterview, replaced: asyncio.Event, connection: WebSocketConnection) -> str:
        reader = asyncio.create_task(self._read(live, _Complaints(connection)), name="room-reader")
        ends: dict[asyncio.Task[Any], str] = {
            asyncio.create_task(live.finished.wait()): "ended",
            asyncio.create_task(replaced.wait()): "replaced",
            asyncio.create_task(connection.lost.wait()): "lost",
        }
        done, pending = await asyncio.wait({reader, *ends}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        if reader in done:
            with contextlib.suppress(WebSocketDisconnect):
                reader.result()
            return "disconnected"
        return ends[next(task for task in done if task is not reader)]

    async def _read(self, live: LiveInterview, complaints: _Complaints) -> None:
        while True:
            packet = await self._socket.receive()
            if packet["type"] == "websocket.disconnect":
                raise WebSocketDisconnect(packet.get("code", 1005))
            if (data := packet.get("bytes")) is not None:
                self._frame(data, live, complaints)
            elif (text := packet.get("text")) is not None:
                await self._text(text, live, complaints)

    def _frame(self, data: bytes, live: LiveInterview, complaints: _Complaints) -> None:
        if len(data) != MIC_FRAME_BYTES or data[0] != MIC_FRAME:
            complaints.bad("bad_frame", "A sound frame had the wrong size or kind and was left out.")
            return
        _, seq, captured_ms = FRAME_HEADER.unpack_from(data)
        if not math.isfinite(captured_ms):
            complaints.bad("bad_frame", "A sound frame said no time and was left out.")
            return
        if seq <= self._last_seq:
            complaints.bad("bad_frame", "A sound frame came twice or too late and was left out.")
            return
        self._last_seq = seq
        complaints.good()
        live.audio(data[FRAME_HEADER.size :], captured_ms / 1000)

    async def _text(self, text: str, live: LiveInterview, complaints: _Complaints) -> None:
        if len(text) > MAX_TEXT_BYTES:
            self._too_large(text[:OPENING_CHARS], live, complaints)
            return
        try:
            message = client_message.validate_json(text)
        except ValidationError as fault:
            faults = fault.errors(include_input=False)
            if any(one["type"] == "string_too_long" and one["loc"][0] in WRITTEN for one in faults):
                self._too_large(text[:OPENING_CHARS], live, complaints)
            else:
                complaints.bad("bad_message", "That message could not be read and was left out.")
            return
        if isinstance(message, Hello):
            complaints.bad("protocol", "You are in the room already.")
            return
        complaints.good()
        try:
            await live.message(message)
        except AppError as failure:
            complaints.connection.send(Error(code="internal", message=failure.message, fatal=False))

    def _too_large(self, opening: str, live: LiveInterview, complaints: _Complaints) -> None:
        """Refuses by name an edit that is too large, where its beginning says which it is; nothing of it is parsed."""
        client_id, exercise = _CLIENT_ID.search(opening), _EXERCISE.search(opening)
        if _PATCH.match(opening) and client_id is not None and exercise is not None:
            complaints.counted("too_large")
            live.exercises.refuse(client_id[1], exercise[1], "too_large", TOO_LARGE)
        else:
            complaints.bad("too_large", "That message is too long. Shorten it and send it again.")

    async def _close(self) -> None:
        with contextlib.suppress(RuntimeError, OSError, WebSocketDisconnect):
            if self._socket.application_state is not WebSocketState.DISCONNECTED:
                await self._socket.close(1000)
