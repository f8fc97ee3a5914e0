"""The companies that the catalogue knows: how they work, and whether it knows how they interview."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from schema.base import Shape
from schema.companies import Company
from schema.vocabulary import CompanyArchetype, RoleCategory
from server.deps import Access, ServicesDep, access
from server.repositories.catalog import CatalogRows
from server.search import Hit, find

router = APIRouter(prefix="/api/companies", tags=["companies"])


class CompanyHit(Shape):
    """`matched` is the name that answers to what was typed. `blueprints`: roles whose interviews there are known."""

    name: str
    country: str
    tier: str
    archetype: CompanyArchetype
    tags: tuple[str, ...]
    matched: str
    blueprints: tuple[RoleCategory, ...]


EXAMPLE = [
    {
        "name": "Amazon",
        "country": "United States",
        "tier": "top50",
        "archetype": "consumer",
        "tags": ["e-commerce", "cloud", "logistics", "devices"],
        "matched": "AWS",
        "blueprints": ["data", "swe"],
    }
]


@router.get(
    "",
    dependencies=[access(Access.SIGNED_IN)],
    summary="Look for a company by any of its names",
    responses={200: {"content": {"application/json": {"example": EXAMPLE}}}},
)
async def companies(
    services: ServicesDep,
    q: Annotated[
        str,
        Query(max_length=80, description="What was typed: a beginning, words of a name, or a name with a slip."),
    ] = "",
    limit: Annotated[int, Query(ge=1, le=200, description="At most so many.")] = 20,
) -> tuple[CompanyHit, ...]:
    """Companies, best first: the same name, its beginning, its words, then misspelt ones. All by name without `q`.

    A company that is not here can be practised for as well: give its name and choose an archetype.
    """
    async with services.db.read() as db:
        rows = CatalogRows(db)
        known, blueprints = await rows.companies(), await rows.blueprint_categories()
    found = find(q, known, lambda company: (company.name, *company.aliases), limit)
    return tuple(_hit(hit, blueprints.get(hit.item.name, ())) for hit in found)


def _hit(found: Hit[Company], blueprints: tuple[RoleCategory, ...]) -> CompanyHit:
    return CompanyHit(**found.item.model_dump(exclude={"aliases"}), matched=found.matched, blueprints=blueprints)
