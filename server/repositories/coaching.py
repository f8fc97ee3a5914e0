"""The coach's weeks and their items: the plan in force, what of it is done, and where it was moved to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, delete, func, select

from schema.coaching import CoachPlan
from schema.tables.base import utc_now
from schema.tables.practice import PracticeItemRow, PracticePlanRow
from schema.vocabulary import PracticeKind
from server.db import DbSession


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One item of a week. `day` 1-7, `position` its place in the day."""

    id: UUID
    day: int
    position: int
    kind: PracticeKind
    title: str
    details: str
    minutes: int
    target: str | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlanInForce:
    """A week with its items as the user has moved them, by day and position."""

    id: UUID
    plan: CoachPlan
    starts_on: date
    made_at: datetime
    items: tuple[ItemRecord, ...]


class Coaching:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ weeks

    async def in_force(self, user_id: UUID) -> PlanInForce | None:
        """The latest plan."""
        mine = select(PracticePlanRow).where(PracticePlanRow.user_id == user_id)
        newest = mine.order_by(PracticePlanRow.created_at.desc(), PracticePlanRow.id.desc()).limit(1)
        row = await self._db.scalar(newest)
        return None if row is None else await self._plan(row)

    async def put(
        self, user_id: UUID, session_id: UUID | None, plan: CoachPlan, starts_on: date, raw: Sequence[str] = ()
    ) -> PlanInForce:
        """Write a plan, with what a model replied. An interview has one: made again, it takes the other's place and
        keeps what was ticked off.

        Whoever calls holds the user's row, so that no two write at once.
        """
        row = None
        if session_id is not None:
            row = await self._db.scalar(select(PracticePlanRow).where(PracticePlanRow.session_id == session_id))
        said = plan.model_dump(mode="json", by_alias=True)
        if row is not None and row.plan == said:
            return await self._plan(row)
        if row is None:
            row = PracticePlanRow(user_id=user_id, session_id=session_id, starts_on=starts_on.isoformat())
            self._db.add(row)
        who = plan.provenance
        row.plan, row.evaluator, row.evaluator_version = said, who.evaluator, who.evaluator_version
        row.prompt_version, row.model, row.raw = who.prompt_version, who.model, list(raw) or None
        await self._db.flush()
        await self._replace_items(row.id, plan)
        return await self._plan(row)

    async def _replace_items(self, plan_id: UUID, plan: CoachPlan) -> None:
        mine = PracticeItemRow.plan_id == plan_id
        done = {
            (row.kind, row.title, row.target): row.done_at
            for row in await self._db.scalars(select(PracticeItemRow).where(mine, PracticeItemRow.done_at.is_not(None)))
        }
        await self._db.execute(delete(PracticeItemRow).where(mine))
        self._db.add_all(
            PracticeItemRow(
                plan_id=plan_id,
                day=day.day,
                position=position,
                kind=item.kind,
                title=item.title,
                details=item.details,
                minutes=item.minutes,
                target=item.target,
                done_at=done.pop((item.kind.value, item.title, item.target), None),
            )
            for day in plan.plan
            for position, item in enumerate(day.items)
        )
        await self._db.flush()

    async def _plan(self, row: PracticePlanRow) -> PlanInForce:
        mine = select(PracticeItemRow).where(PracticeItemRow.plan_id == row.id)
        items = await self._db.scalars(mine.order_by(PracticeItemRow.day, PracticeItemRow.position, PracticeItemRow.id))
        return PlanInForce(
            row.id,
            CoachPlan.model_validate(row.plan),
            date.fromisoformat(row.starts_on),
            row.created_at,
            tuple(_item(item) for item in items),
        )

    # ------------------------------------------------------------------ items

    async def item(self, item_id: UUID, user_id: UUID) -> ItemRecord | None:
        """The item if it stands in one of this user's plans."""
        row = await self._db.scalar(_item_of(item_id, user_id))
        return None if row is None else _item(row)

    async def change_item(
        self, item_id: UUID, user_id: UUID, *, done: bool | None, day: int | None
    ) -> ItemRecord | None:
        """Tick off or open again, and move to the end of another day; null leaves as it is. None: no such item."""
        row = await self._db.scalar(_item_of(item_id, user_id).with_for_update(of=PracticeItemRow))
        if row is None:
            return None
        if done is not None and done != (row.done_at is not None):
            row.done_at = utc_now() if done else None
        if day is not None and day != row.day:
            row.position, row.day = await self._end_of(row.plan_id, day), day
        await self._db.flush()
        return _item(row)

    async def _end_of(self, plan_id: UUID, day: int) -> int:
        there = select(func.max(PracticeItemRow.position)).where(
            PracticeItemRow.plan_id == plan_id, PracticeItemRow.day == day
        )
        last = await self._db.scalar(there)
        return 0 if last is None else int(last) + 1


def _plans_of(user_id: UUID) -> Select[UUID]:
    return select(PracticePlanRow.id).where(PracticePlanRow.user_id == user_id)


def _item_of(item_id: UUID, user_id: UUID) -> Select[PracticeItemRow]:
    return select(PracticeItemRow).where(PracticeItemRow.id == item_id, PracticeItemRow.plan_id.in_(_plans_of(user_id)))


def _item(row: PracticeItemRow) -> ItemRecord:
    return ItemRecord(
        row.id,
        row.day,
        row.position,
        PracticeKind(row.kind),
        row.title,
        row.details,
        row.minutes,
        row.target,
        row.done_at,
    )
