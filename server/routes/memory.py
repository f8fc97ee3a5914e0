"""What the product remembers of a user's skills, every change with its proof."""

from __future__ import annotations

from fastapi import APIRouter

from schema.base import Shape
from schema.coaching import SkillMemory
from server.deps import Access, ServicesDep, SignedIn, access
from server.usecases.memory import skills_of

router = APIRouter(prefix="/api/memory", tags=["memory"])


class Skill(SkillMemory):
    """One dimension of one kind of role, with the name that reports give it."""

    name: str


class MemoryBody(Shape):
    """By role category and dimension; empty before the first judged interview."""

    skills: tuple[Skill, ...]


@router.get("", dependencies=[access(Access.SIGNED_IN)])
async def memory(user: SignedIn, services: ServicesDep) -> MemoryBody:
    found = await skills_of(services.db, user.id)
    return MemoryBody(skills=tuple(Skill(name=name, **dict(skill)) for name, skill in found))
