"""The coach's week: what to practise on which day, what of it is done, and a new plan on demand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body
from pydantic import Field

from schema.base import Shape
from schema.coaching import CoachPlan
from schema.vocabulary import PracticeKind
from server.deps import Access, ServicesDep, SignedIn, access
from server.errors import refusals
from server.repositories.coaching import ItemRecord, PlanInForce
from server.usecases.coaching import change_item, current_plan, make_plan

router = APIRouter(prefix="/api/coach", tags=["coach"])


class PracticeItem(Shape):
    """One thing to do. `day` counts from `starts_on`, `position` orders the day; `done_at` is null while it is open."""

    id: UUID
    day: int
    position: int
    kind: PracticeKind
    title: str
    details: str
    minutes: int
    target: str | None
    done_at: datetime | None


class WeekBody(Shape):
    """The plan in force. All null and empty before the first one. `items` as the user moved them, by day."""

    plan: CoachPlan | None
    starts_on: date | None
    items: tuple[PracticeItem, ...]
    made_at: datetime | None


class ItemChange(Shape):
    """What is not named stays as it is."""

    done: bool | None = None
    day: int | None = Field(default=None, ge=1, le=7)


@router.get("/plan", dependencies=[access(Access.SIGNED_IN)])
async def plan(user: SignedIn, services: ServicesDep) -> WeekBody:
    return _body(await current_plan(services.db, user.id))


@router.post(
    "/plan",
    status_code=201,
    dependencies=[access(Access.SIGNED_IN)],
    summary="Make a new week",
    responses=refusals({409: "No interview was judged yet.", 502: "The language model made no usable plan."}),
)
async def new_plan(user: SignedIn, services: ServicesDep) -> WeekBody:
    return _body(await make_plan(services, user.id))


@router.put("/items/{item_id}", dependencies=[access(Access.SIGNED_IN)])
async def item(
    item_id: UUID,
    change: Annotated[ItemChange, Body(examples=[{"done": True}])],
    user: SignedIn,
    services: ServicesDep,
) -> PracticeItem:
    return _item(await change_item(services.db, user.id, item_id, done=change.done, day=change.day))


def _body(found: PlanInForce | None) -> WeekBody:
    if found is None:
        return WeekBody(plan=None, starts_on=None, items=(), made_at=None)
    return WeekBody(
        plan=found.plan,
        starts_on=found.starts_on,
        items=tuple(_item(one) for one in found.items),
        made_at=found.made_at,
    )


def _item(record: ItemRecord) -> PracticeItem:
    return PracticeItem.model_validate(record, from_attributes=True)
