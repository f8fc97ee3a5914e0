"""The memory of a user's skills, kept in step with what their judged interviews showed.

What is stored is always the fold of all that is observed: judging an interview anew counts once, and a deleted one is
as if it had never been. Writers hold the user's row, so that interviews that are judged at once fold one after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from evaluators.memory import Observation, fold, memory_update
from schema.analysis import DimensionScore, MemoryUpdate, TurnNote
from schema.coaching import SkillMemory
from server.db import Database, DbSession
from server.repositories.memory import Memory


async def skills_of(database: Database, user_id: UUID) -> tuple[tuple[str, SkillMemory], ...]:
    """What is remembered, by role category and dimension, each with the dimension's name."""
    async with database.read() as db:
        skills = await Memory(db).skills(user_id)
        names = await Memory(db).dimension_names() if skills else {}
    return tuple((names.get(skill.dimension, skill.dimension), skill) for skill in skills)


async def remember(
    db: DbSession,
    user_id: UUID,
    seen: Observation,
    notes: Sequence[TurnNote],
    dimensions: Sequence[DimensionScore],
) -> MemoryUpdate:
    """Keep what one interview showed and fold the memory anew, in the caller's transaction.

    Returns what this interview changed, against the interviews held before it: so that it says the same whenever it is
    worked out, and whichever report of several is finished first.
    """
    memory = Memory(db)
    await memory.hold(user_id)
    body = seen.model_dump(mode="json")
    await memory.put_observation(seen.session_id, user_id, seen.role_category, seen.at, body)
    observed = await _observed(memory, user_id)
    after = await _folded(memory, user_id, observed)
    place = next(index for index, one in enumerate(observed) if one.session_id == seen.session_id)
    if place < len(observed) - 1:
        after = fold(observed[: place + 1])
    return memory_update(fold(observed[:place]), after, notes, dimensions, seen.session_id)


async def refold(db: DbSession, user_id: UUID) -> None:
    """Make the memory what the interviews that are left show: call it after one was deleted, in its transaction."""
    memory = Memory(db)
    if await memory.hold(user_id):
        await _folded(memory, user_id, await _observed(memory, user_id))


async def _observed(memory: Memory, user_id: UUID) -> tuple[Observation, ...]:
    return tuple(Observation.model_validate(body) for body in await memory.observations(user_id))


async def _folded(memory: Memory, user_id: UUID, observed: Sequence[Observation]) -> tuple[SkillMemory, ...]:
    skills = fold(observed)
    await memory.replace(user_id, skills)
    return skills
