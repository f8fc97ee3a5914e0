"""The names under which people look for a role, and the role kit that each leads to."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from schema.base import Shape
from schema.companies import RoleLabel
from schema.vocabulary import RoleCategory
from server.deps import Access, ServicesDep, access
from server.repositories.catalog import CatalogRows
from server.search import Hit, find

router = APIRouter(prefix="/api/role-labels", tags=["role kits"])


class RoleLabelHit(Shape):
    """`matched` is the name that answers to what was typed: the label or one of its aliases."""

    label: str
    role_kit: str
    role_category: RoleCategory
    specialization: str | None
    aliases: tuple[str, ...]
    matched: str


EXAMPLE = [
    {
        "label": "Site Reliability Engineer",
        "role_kit": "platform_engineer",
        "role_category": "swe",
        "specialization": "sre",
        "aliases": ["SRE", "Reliability Engineer", "Production Engineer"],
        "matched": "SRE",
    }
]


@router.get(
    "",
    dependencies=[access(Access.SIGNED_IN)],
    summary="Look for a role by any of its names",
    responses={200: {"content": {"application/json": {"example": EXAMPLE}}}},
)
async def role_labels(
    services: ServicesDep,
    q: Annotated[
        str,
        Query(max_length=80, description="What was typed: a beginning, words of a name, or a name with a slip."),
    ] = "",
    limit: Annotated[int, Query(ge=1, le=200, description="At most so many.")] = 20,
) -> tuple[RoleLabelHit, ...]:
    """Role names, best first: the same name, its beginning, its words, then misspelt ones. All by name without `q`.

    `role_kit` and `specialization` are what a new interview is made with; the label itself becomes its title.
    """
    async with services.db.read() as db:
        labels = await CatalogRows(db).role_labels()
    return tuple(_hit(found) for found in find(q, labels, lambda label: (label.label, *label.aliases), limit))


def _hit(found: Hit[RoleLabel]) -> RoleLabelHit:
    return RoleLabelHit(**found.item.model_dump(), matched=found.matched)
