"""The roles an interview can be held for."""

from __future__ import annotations

from fastapi import APIRouter

from schema.base import Shape
from schema.rubric import RoleKit
from schema.vocabulary import InterviewType, RoleCategory, Seniority
from server.deps import Access, ServicesDep, access
from server.repositories.catalog import CatalogRows

router = APIRouter(prefix="/api/role-kits", tags=["role kits"])


class RoleKitSummary(Shape):
    key: str
    name: str
    role_category: RoleCategory
    level: Seniority
    domain: str
    description: str
    default_interview_types: tuple[InterviewType, ...]
    estimated_duration: int  # minutes
    skills_focus: tuple[str, ...]


@router.get("", dependencies=[access(Access.SIGNED_IN)])
async def role_kits(services: ServicesDep) -> tuple[RoleKitSummary, ...]:
    async with services.db.read() as db:
        kits = await CatalogRows(db).role_kits()
    return tuple(_summary(kit) for kit in kits)


def _summary(kit: RoleKit) -> RoleKitSummary:
    return RoleKitSummary(
        key=kit.key,
        name=kit.name,
        role_category=RoleCategory(kit.role_category),
        level=kit.level,
        domain=kit.domain,
        description=kit.description,
        default_interview_types=tuple(InterviewType(kind) for kind in kit.default_interview_types),
        estimated_duration=kit.estimated_duration,
        skills_focus=kit.skills_focus,
    )
