"""Micro drills over HTTP: what is offered first, the instant note, and when a drill comes back."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from schema.vocabulary import MissingPiece
from seeds.drills import DrillCheck, load_drills
from server.repositories.drills import Drills
from server.usecases.drills import offered
from tests.support.scripted_whisper import SCRIPT, WORDS
from tests.support.server import PASSWORD, Browser, RunningServer, error_of
from tests.support.takes import listening, send_take, take

ANYBODYS = [drill for drill in load_drills().values() if not drill.role_categories]
METRIC = next(
    drill for drill in ANYBODYS if drill.piece is MissingPiece.METRIC and drill.good_has == (DrillCheck.FIGURE,)
)
GOOD = "I rewrote the nightly import last spring, and the time it took fell from 4 hours to 35 minutes within a month."
EMPTY = "It went well and everybody was happy."


def attempts_of(key: str) -> str:
    return f"/api/drills/{key}/attempts"


async def attempt(browser: Browser, text: str, key: str = METRIC.key) -> dict[str, Any]:
    answer = await browser.post(attempts_of(key), {"text": text})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def listed(browser: Browser) -> list[dict[str, Any]]:
    answer = await browser.get("/api/drills")
    assert answer.status_code == 200
    drills: list[dict[str, Any]] = answer.json()["drills"]
    return drills


async def user_of(browser: Browser) -> UUID:
    user = await browser.me()
    assert user is not None
    return UUID(user["id"])


def days_until(moment: str) -> float:
    return (datetime.fromisoformat(moment) - datetime.now(UTC)).total_seconds() / 86_400


async def test_a_newcomer_is_offered_what_suits_everybody(maya: Browser) -> None:
    drills = await listed(maya)
    assert [one["key"] for one in drills] == [drill.key for drill in ANYBODYS]
    first = load_drills()[drills[0]["key"]]
    assert drills[0] == {
        "key": first.key,
        "title": first.title,
        "kind": first.kind,
        "prompt": first.prompts[0],
        "seconds": first.seconds,
        "why": first.why,
        "box": None,
        "due_at": None,
        "last_passed": None,
    }


async def test_who_prepares_for_a_role_is_offered_its_drills_too(server: RunningServer, maya: Browser) -> None:
    await maya.interview(role_kit="software_engineer")
    keys = {one["key"] for one in await listed(maya)}
    assert keys == {drill.key for drill in load_drills().values() if drill.suits("swe")}
    assert len(keys) > len(ANYBODYS)


async def test_a_pass_moves_the_drill_on_and_a_miss_brings_it_back(server: RunningServer, maya: Browser) -> None:
    boxes, waits = [], []
    for text in (GOOD, GOOD, GOOD, EMPTY, GOOD):
        made = await attempt(maya, text)
        assert made["passed"] == made["note"]["passed"] == (text == GOOD)
        offer = next(one for one in await listed(maya) if one["key"] == METRIC.key)
        assert offer["due_at"] == made["due_at"]
        boxes.append(offer["box"])
        waits.append(round(days_until(made["due_at"])))
    assert boxes == [1, 2, 3, 1, 2]
    assert waits == [1, 2, 4, 1, 2]
    assert days_until(offer["last_passed"]) < 0


async def test_the_note_is_specific_and_quotes_what_was_said(maya: Browser) -> None:
    made = await attempt(maya, GOOD)
    assert made["note"]["quote"]
    assert made["note"]["quote"] in GOOD
    assert made["note"]["missing"] == []
    missed = await attempt(maya, EMPTY)
    assert missed["note"]["missing"] == ["figure"]
    assert missed["note"]["quote"] is None


async def test_the_prompts_take_turns(maya: Browser) -> None:
    asked = []
    for _ in range(len(METRIC.prompts) + 1):
        offer = next(one for one in await listed(maya) if one["key"] == METRIC.key)
        made = await attempt(maya, GOOD)
        assert made["prompt"] == offer["prompt"]
        asked.append(made["prompt"])
    assert asked == [*METRIC.prompts, METRIC.prompts[0]]


@pytest.mark.parametrize("answer", METRIC.prompts)
async def test_the_prompt_itself_never_passes(maya: Browser, answer: str) -> None:
    assert (await attempt(maya, answer))["passed"] is False


async def test_what_is_due_comes_first_and_what_comes_later_last(server: RunningServer, maya: Browser) -> None:
    now, user = datetime.now(UTC), await user_of(maya)
    keys = [drill.key for drill in ANYBODYS]
    async with server.services.db.write() as db:
        for key, days in ((keys[4], -1), (keys[7], -9), (keys[0], 3), (keys[2], 8)):
            await Drills(db).put_schedule(user, key, 2, now + timedelta(days=days))
    order = [one["key"] for one in await listed(maya)]
    fresh = [key for n, key in enumerate(keys) if n not in (0, 2, 4, 7)]
    assert order == [keys[7], keys[4], *fresh, keys[0], keys[2]]
    tomorrow = await offered(server.services, user, now + timedelta(days=4))
    assert [one.drill.key for one in tomorrow][:3] == [keys[7], keys[4], keys[0]]


async def test_two_first_tries_at_once_are_both_kept(maya: Browser) -> None:
    await asyncio.gather(*(attempt(maya, GOOD) for _ in range(4)))
    past = (await maya.get(attempts_of(METRIC.key))).json()["attempts"]
    assert len(past) == 4
    offer = next(one for one in await listed(maya) if one["key"] == METRIC.key)
    assert offer["box"] == 4


async def test_a_schedule_belongs_to_one_user(server: RunningServer, maya: Browser) -> None:
    await attempt(maya, GOOD)
    other = await server.account("other")
    assert all(one["box"] is None for one in await listed(other))
    assert (await other.get(attempts_of(METRIC.key))).json() == {"attempts": []}


async def test_attempts_are_listed_the_latest_first(maya: Browser) -> None:
    first, second = await attempt(maya, EMPTY), await attempt(maya, GOOD)
    past = (await maya.get(attempts_of(METRIC.key))).json()["attempts"]
    assert [one["id"] for one in past] == [second["id"], first["id"]]
    assert past[1] == {name: value for name, value in first.items() if name != "due_at"}


async def test_a_spoken_attempt_keeps_its_words_and_no_sound(server: RunningServer, maya: Browser) -> None:
    with listening(server):
        answer = await send_take(maya, attempts_of(METRIC.key), take(0, len(WORDS)))
    assert answer.status_code == 201, answer.text
    assert (answer.json()["text"], answer.json()["typed"]) == (SCRIPT, False)
    assert (answer.json()["passed"], answer.json()["note"]["missing"]) == (True, [])  # "from nine seconds to two"
    async with server.services.db.read() as db:
        (kept,) = await Drills(db).attempts(await user_of(maya))
    assert [word.text for word in kept.words] == WORDS
    assert not list(server.services.settings.home.rglob("*.wav"))


@pytest.mark.parametrize(
    ("key", "body", "status", "code"),
    [
        ("no_such_drill", {"text": GOOD}, 404, "not_found"),
        (METRIC.key, {"text": " "}, 422, "empty"),
        (METRIC.key, {}, 422, "invalid"),
        (METRIC.key, {"text": GOOD, "passed": True}, 422, "invalid"),
    ],
)
async def test_a_wrong_attempt_is_refused(
    maya: Browser, key: str, body: dict[str, Any], status: int, code: str
) -> None:
    answer = await maya.post(attempts_of(key), body)
    assert (answer.status_code, error_of(answer)["code"]) == (status, code)
    assert all(one["box"] is None for one in await listed(maya))


async def test_attempts_and_schedule_are_taken_along_and_go_with_the_account(
    server: RunningServer, maya: Browser
) -> None:
    await attempt(maya, GOOD)
    answer = await maya.get("/api/me/export")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        attempts = json.loads(archive.read("practice/drill_attempts.json"))
        schedule = json.loads(archive.read("practice/drill_schedule.json"))
    assert [(one["drill_key"], one["text"]) for one in attempts] == [(METRIC.key, GOOD)]
    assert [(one["drill_key"], one["box"]) for one in schedule] == [(METRIC.key, 1)]
    user = await user_of(maya)
    assert (await maya.delete("/api/me", {"password": PASSWORD})).status_code == 204
    async with server.services.db.read() as db:
        assert await Drills(db).attempts(user) == ()
        assert await Drills(db).schedule(user) == {}
