"""The end of an interview in the books: its transcript whole, its work on exercises, its state."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from agent.ports import StoredEvent
from agent.transcript import fold_turns
from agent.workbench import fold_work, order_of
from schema.exercise_views import card
from schema.vocabulary import InterviewStatus
from server.db import DbSession
from server.repositories.events import load_events
from server.repositories.exercise_sessions import ExerciseSessions, Work
from server.repositories.interviews import IllegalTransitionError, Interviews
from server.repositories.turns import Turns


async def end_in_books(db: DbSession, session_id: UUID, reason: str) -> bool:
    """Write down that an interview has ended, and what its log says of it. False where it had ended already."""
    records = await load_events(db, session_id)
    await Turns(db).replace(session_id, fold_turns(records)[0])
    await _keep_work(db, session_id, records)
    try:
        await Interviews(db).move(session_id, InterviewStatus.ENDED, reason)
    except IllegalTransitionError:
        return False
    return True


async def _keep_work(db: DbSession, session_id: UUID, records: Sequence[StoredEvent]) -> None:
    """Where the work on each exercise stood, those that were never reached as planned."""
    bundle = await Interviews(db).bundle(session_id)
    if bundle is None or not bundle.exercises:
        return
    bench = fold_work(records, bundle.exercises, order_of(bundle.plan))
    works = tuple(
        Work(
            exercise=key,
            position=position,
            mode=card(bundle.exercises[key]).mode,
            status="closed" if key in bench.benches else "planned",
            state=bench.benches[key].snapshot() if key in bench.benches else {},
        )
        for position, key in enumerate(bench.order)
    )
    await ExerciseSessions(db).put(session_id, bundle.interview.user_id, works)
