"""The stored memory is the fold of all judged interviews: once each, in their order, and without the deleted."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

from evaluators.memory import Observation, fold
from evaluators.observation import Score
from evaluators.weaknesses import Seen
from schema.analysis import MemoryUpdate
from schema.coaching import SkillMemory
from server.db import Database
from server.repositories.interviews import Interviews
from server.repositories.memory import Memory
from server.usecases.memory import refold, remember
from tests.support.interviews import store_interview
from tests.support.server import Browser, RunningServer

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def seen(session_id: UUID, days: int, score: int, *lacks: str) -> Observation:
    """An interview of that day; `lacks` are questions that were answered without a figure."""
    return Observation(
        session_id=session_id,
        at=NOON + timedelta(days=days),
        role_category="swe",
        scores=(Score(dimension="execution", name="Execution details", score=score),),
        lacks=tuple(
            Seen(
                key="metric", question_id=q, question=f"What of {q}?", quote="It went well.", turn_index=1, start_s=4.5
            )
            for q in lacks
        ),
    )


async def owner_of(database: Database, session_id: UUID) -> UUID:
    async with database.read() as db:
        found = await Interviews(db).get(session_id, None)
    assert found is not None
    return found.user_id


async def kept(database: Database, user_id: UUID, observation: Observation) -> MemoryUpdate:
    async with database.write() as db:
        return await remember(db, user_id, observation, (), ())


async def memory_of(database: Database, user_id: UUID) -> tuple[SkillMemory, ...]:
    async with database.read() as db:
        return await Memory(db).skills(user_id)


async def observed_of(database: Database, user_id: UUID) -> int:
    async with database.read() as db:
        return len(await Memory(db).observations(user_id))


async def test_an_interview_counts_once_however_often_it_is_judged(database: Database) -> None:
    session_id = await store_interview(database)
    user_id = await owner_of(database, session_id)
    first = await kept(database, user_id, seen(session_id, 0, 40, "q1", "q2"))
    again = await kept(database, user_id, seen(session_id, 0, 40, "q1", "q2"))
    assert first == again
    assert first.new_recurring_issues == ("Answers come without a figure.",)
    assert await observed_of(database, user_id) == 1
    assert await memory_of(database, user_id) == fold([seen(session_id, 0, 40, "q1", "q2")])


async def test_a_judgement_anew_takes_the_place_of_the_old(database: Database) -> None:
    session_id = await store_interview(database)
    user_id = await owner_of(database, session_id)
    await kept(database, user_id, seen(session_id, 0, 40, "q1", "q2"))
    await kept(database, user_id, seen(session_id, 0, 60))
    assert await memory_of(database, user_id) == fold([seen(session_id, 0, 60)])


async def test_two_interviews_judged_at_the_same_time_are_both_remembered(database: Database) -> None:
    sessions = [await store_interview(database) for _ in range(4)]
    user_id = await owner_of(database, sessions[0])
    held = [seen(session_id, day, 40 + 10 * day, f"q{day}") for day, session_id in enumerate(sessions)]
    other_server = Database(database.url)
    try:
        await asyncio.gather(
            *(kept(server, user_id, one) for server, one in zip([database, other_server] * 2, held, strict=True))
        )
    finally:
        await other_server.aclose()
    memory = await memory_of(database, user_id)
    assert memory == fold(held)
    assert [point.score for point in memory[0].trend] == [40, 50, 60, 70]


async def test_what_an_interview_changed_is_told_against_those_held_before_it(database: Database) -> None:
    """Whichever report is finished first."""
    early, late = await store_interview(database), await store_interview(database)
    user_id = await owner_of(database, early)
    in_order = [await kept(database, user_id, one) for one in (seen(early, 0, 40, "q1", "q2"), seen(late, 1, 50, "q3"))]
    async with database.write() as db:
        await Interviews(db).delete(early)
        await refold(db, user_id)
    early = await store_interview(database)
    late_first = await kept(database, user_id, seen(late, 1, 50, "q3"))
    early_last = await kept(database, user_id, seen(early, 0, 40, "q1", "q2"))
    assert early_last == in_order[0]
    assert late_first.new_recurring_issues == ()
    assert in_order[1].new_recurring_issues == ()
    assert await memory_of(database, user_id) == fold([seen(early, 0, 40, "q1", "q2"), seen(late, 1, 50, "q3")])


async def test_a_deleted_interview_is_as_if_it_had_never_been(database: Database) -> None:
    stays, goes = await store_interview(database), await store_interview(database)
    user_id = await owner_of(database, stays)
    await kept(database, user_id, seen(stays, 0, 40, "q1"))
    without = await memory_of(database, user_id)
    await kept(database, user_id, seen(goes, 1, 80, "q2"))
    assert await memory_of(database, user_id) != without
    async with database.write() as db:
        await Interviews(db).delete(goes)
        await refold(db, user_id)
    assert await memory_of(database, user_id) == without
    async with database.write() as db:
        await Interviews(db).delete(stays)
        await refold(db, user_id)
    assert await memory_of(database, user_id) == ()


async def test_nobody_s_memory_is_refolded_where_the_account_is_gone(database: Database) -> None:
    async with database.write() as db:
        await refold(db, UUID(int=1))


async def test_the_page_shows_the_users_own_memory_with_names(server: RunningServer, maya: Browser) -> None:
    assert (await maya.get("/api/memory")).json() == {"skills": []}
    session_id = UUID((await maya.interview())["id"])
    user_id = await owner_of(server.services.db, session_id)
    await kept(server.services.db, user_id, seen(session_id, 0, 40, "q1", "q2"))
    skill = (await maya.get("/api/memory")).json()["skills"][0]
    assert (skill["roleCategory"], skill["dimension"], skill["latestScore"]) == ("swe", "execution", 40)
    assert skill["name"] == "Execution details"
    issue = skill["issues"][0]
    assert (issue["key"], issue["state"]) == ("metric", "open")
    proof = issue["proofs"][0]
    assert (proof["questionId"], proof["quote"], proof["startS"]) == ("q1", "It went well.", 4.5)
    other = await server.account("other")
    assert (await other.get("/api/memory")).json() == {"skills": []}
