"""What a broken or hostile client sends into the room: a typed error each time, and the interview lives."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import websockets
from websockets.asyncio.client import ClientConnection

from schema.room import FRAME_HEADER, MIC_FRAME, PROTOCOL
from server.auth import issue_room_token
from tests.support.product import Owner, Product

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    running = Product(tmp_path_factory.mktemp("home"))
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def owner(product: Product) -> Iterator[Owner]:
    signed_in = Owner(product)
    yield signed_in
    signed_in.http.close()


@pytest.fixture
def session(owner: Owner) -> str:
    return owner.interview(record=False)


@asynccontextmanager
async def socket(product: Product) -> AsyncIterator[ClientConnection]:
    url = product.url.replace("http", "ws") + "/api/interview/room"
    async with websockets.connect(url, max_size=None, compression=None) as connection:
        yield connection


async def until(connection: ClientConnection, kind: str) -> dict[str, Any]:
    """The next text message of a kind."""
    while True:
        packet = await connection.recv()
        if isinstance(packet, str) and (message := json.loads(packet))["type"] == kind:
            found: dict[str, Any] = message
            return found


async def hello(connection: ClientConnection, token: str, **changes: Any) -> None:
    await connection.send(
        json.dumps({"type": "hello", "protocol": PROTOCOL, "token": token, "microphone": False, **changes})
    )


@asynccontextmanager
async def in_room(product: Product, owner: Owner, session: str) -> AsyncIterator[ClientConnection]:
    async with socket(product) as connection:
        await hello(connection, owner.token(session))
        await until(connection, "welcome")
        yield connection


async def lives(connection: ClientConnection) -> bool:
    await connection.send(json.dumps({"type": "ping", "sent_ms": 1.0}))
    return (await until(connection, "pong"))["sent_ms"] == 1.0


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("not json", "bad_message"),
        ('{"type":"nonsense"}', "bad_message"),
        ('{"type":"typed_answer","client_id":"x"}', "bad_message"),
        ('{"type":"playback","utterance":1,"event":"ended","position_s":-5}', "bad_message"),
        ('{"type":"ping","sent_ms":1,"more":2}', "bad_message"),
        (b"", "bad_frame"),
        (b"\x00" * 4096, "bad_frame"),
        (FRAME_HEADER.pack(9, 0, 0.0) + bytes(640), "bad_frame"),
        (FRAME_HEADER.pack(MIC_FRAME, 0, 0.0) + bytes(10), "bad_frame"),
        ('{"type":"typed_answer","client_id":"x","text":"' + "a" * 10_000_000 + '"}', "too_large"),
        (json.dumps({"type": "hello", "protocol": PROTOCOL, "token": "t", "microphone": False}), "protocol"),
    ],
    ids=lambda value: str(value)[:24] if isinstance(value, str) else "bytes",
)
async def test_what_cannot_be_read_is_refused_and_the_interview_lives(
    product: Product, owner: Owner, session: str, sent: str | bytes, code: str
) -> None:
    async with in_room(product, owner, session) as connection:
        await connection.send(sent)
        error = await until(connection, "error")
        assert error["code"] == code
        assert error["fatal"] is False
        assert error["message"].endswith(".")
        assert await lives(connection)


async def test_frames_that_come_twice_or_late_are_left_out(product: Product, owner: Owner, session: str) -> None:
    async with in_room(product, owner, session) as connection:
        for seq in (5, 5, 3):
            await connection.send(FRAME_HEADER.pack(MIC_FRAME, seq, 0.0) + bytes(640))
        assert (await until(connection, "error"))["code"] == "bad_frame"
        assert await lives(connection)


async def test_a_client_that_sends_only_rubbish_loses_its_socket_and_may_come_back(
    product: Product, owner: Owner, session: str
) -> None:
    async with in_room(product, owner, session) as connection:
        for _ in range(300):
            await connection.send(b"rubbish")
        while not (error := await until(connection, "error"))["fatal"]:
            pass
        assert error["retry"] is True
    async with in_room(product, owner, session) as again:
        assert await lives(again)


async def test_tokens_that_open_nothing(product: Product, owner: Owner, session: str) -> None:
    secret = (product.home / "secret.key").read_text().strip()
    me = UUID(owner.get("/api/auth/me")["user"]["id"])
    late = issue_room_token(secret, UUID(session), me, datetime.now(UTC) - timedelta(hours=1)).token
    foreign = issue_room_token(secret, UUID(session), UUID(int=7), datetime.now(UTC)).token
    forged = issue_room_token("another secret", UUID(session), me, datetime.now(UTC)).token
    for token, code in ((late, "expired"), (foreign, "not_found"), (forged, "unauthorized"), ("", "unauthorized")):
        async with socket(product) as connection:
            await hello(connection, token)
            error = await until(connection, "error")
            assert (error["code"], error["fatal"]) == (code, True)


@pytest.mark.parametrize("first", ["rubbish", '{"type":"ping","sent_ms":1}', b"\x01\x02"])
async def test_the_first_message_must_be_a_hello(product: Product, first: str | bytes) -> None:
    async with socket(product) as connection:
        await connection.send(first)
        error = await until(connection, "error")
        assert error["fatal"] is True
        assert error["code"] in ("bad_message", "protocol")


async def test_another_version_of_the_page_is_told_to_reload(product: Product, owner: Owner, session: str) -> None:
    async with socket(product) as connection:
        await hello(connection, owner.token(session), protocol=PROTOCOL + 1)
        assert (await until(connection, "error"))["code"] == "protocol"


async def test_a_second_socket_takes_the_interview_over(product: Product, owner: Owner, session: str) -> None:
    async with in_room(product, owner, session) as first, in_room(product, owner, session) as second:
        assert (await until(first, "error"))["code"] == "replaced"
        assert await lives(second)


async def test_an_answer_survives_a_dropped_socket(product: Product, owner: Owner, session: str) -> None:
    async with in_room(product, owner, session) as connection:
        await until(connection, "utterance_start")
        answer = {"type": "typed_answer", "client_id": "a1", "text": "I study computer science in Pune."}
        await connection.send(json.dumps(answer))
        await until(connection, "answer_stored")
        connection.transport.abort()
    async with socket(product) as again:
        await hello(again, owner.token(session))
        welcome = await until(again, "welcome")
        assert welcome["resumed"] is True
        assert answer["text"] in [line["text"] for line in welcome["captions"]]
        await again.send(json.dumps(answer))
        assert (await until(again, "answer_stored"))["client_id"] == "a1"
    turns = owner.get(f"/api/interview/sessions/{session}/transcript")["turns"]
    assert [turn["text"] for turn in turns if turn["speaker"] == "candidate"] == [answer["text"]]


async def test_an_interview_that_is_over_cannot_be_entered(product: Product, owner: Owner, session: str) -> None:
    token = owner.token(session)
    async with in_room(product, owner, session) as connection:
        await until(connection, "utterance_start")
        await connection.send(json.dumps({"type": "control", "action": "end"}))
        await until(connection, "ended")
    async with socket(product) as again:
        await hello(again, token)
        assert (await until(again, "error"))["code"] == "ended"


async def test_a_page_of_another_site_cannot_open_the_room(product: Product) -> None:
    url = product.url.replace("http", "ws") + "/api/interview/room"
    with pytest.raises(websockets.InvalidStatus):
        async with websockets.connect(url, origin=websockets.Origin("https://evil.example")):
            pass


def test_the_server_reported_no_faults(product: Product) -> None:
    assert "Traceback" not in Path(product.home / "server.log").read_text()
