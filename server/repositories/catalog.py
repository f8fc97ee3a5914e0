"""What interviews are made of, as the database holds it: role kits, rubrics, patterns, role labels and companies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.exc import IntegrityError

from schema.companies import Blueprint, Company, RoleLabel
from schema.patterns import QuestionPattern
from schema.rubric import RoleKit, Rubric
from schema.tables.catalog import InterviewRubricRow, QuestionPatternRow, RoleKitRow, RoleLabelRow
from schema.tables.companies import CompanyRoleBlueprintRow, CompanyRow
from schema.vocabulary import InterviewType, PatternType, RoleCategory, Seniority, SourceType
from seeds.catalog import Catalog, load_catalog
from server.db import DbSession
from server.repositories import catalog_shapes as shapes
from server.repositories.catalog_filling import SeedCounts, fill
from server.search import firm

__all__ = ["BY_HAND", "CatalogRows", "PatternFilter", "PatternKeyTakenError", "SeedCounts"]

BY_HAND = "admin"  # where a pattern comes from that an administrator wrote
_LEVELS = tuple(Seniority)


class PatternKeyTakenError(Exception):
    """A question pattern with this key exists."""


@dataclass(frozen=True, slots=True)
class PatternFilter:
    """Which patterns; null lets all through. `any` stands for a pattern that suits every role or interview."""

    role_category: str | None = None
    interview_type: str | None = None
    pattern_type: PatternType | None = None
    text: str = ""  # in the key or the template, in any case


class CatalogRows:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ roles

    async def role_kits(self) -> tuple[RoleKit, ...]:
        """The active ones, by name."""
        found = (
            select(RoleKitRow, InterviewRubricRow.key)
            .join(InterviewRubricRow, InterviewRubricRow.id == RoleKitRow.default_rubric_id)
            .where(RoleKitRow.is_active)
            .order_by(RoleKitRow.name)
        )
        return tuple(shapes.role_kit(row, rubric) for row, rubric in (await self._db.execute(found)))

    async def role_kit(self, key: str) -> tuple[UUID, RoleKit] | None:
        """An active kit and its row's id."""
        found = (
            select(RoleKitRow, InterviewRubricRow.key)
            .join(InterviewRubricRow, InterviewRubricRow.id == RoleKitRow.default_rubric_id)
            .where(RoleKitRow.key == key, RoleKitRow.is_active)
        )
        row = (await self._db.execute(found)).first()
        return None if row is None else (row[0].id, shapes.role_kit(*row))

    async def role_labels(self) -> tuple[RoleLabel, ...]:
        """Every name of an active role, by name."""
        found = (
            select(RoleLabelRow, RoleKitRow.key)
            .join(RoleKitRow, RoleKitRow.id == RoleLabelRow.role_kit_id)
            .where(RoleKitRow.is_active)
            .order_by(RoleLabelRow.label)
        )
        return tuple(shapes.role_label(row, kit) for row, kit in (await self._db.execute(found)))

    # ------------------------------------------------------------------ rubrics

    async def rubric(self, key: str) -> Rubric | None:
        row = await self._db.scalar(select(InterviewRubricRow).where(InterviewRubricRow.key == key))
        return None if row is None else shapes.rubric(row)

    async def rubric_for(self, interview_type: InterviewType, kit: RoleKit) -> Rubric | None:
        """The rubric that judges such an interview (seeds/rubrics/choice.yaml), else the kit's own."""
        chosen = await self.rubric(load_catalog().rubric_key(interview_type, kit))
        return chosen or await self.rubric(kit.default_rubric)

    async def dimension_keys(self) -> frozenset[str]:
        """The keys of every rubric's dimensions."""
        rows = await self._db.scalars(select(InterviewRubricRow.dimensions))
        return frozenset(dimension["key"] for dimensions in rows for dimension in dimensions)

    # ------------------------------------------------------------------ companies

    async def companies(self) -> tuple[Company, ...]:
        """All of them, by name."""
        rows = await self._db.scalars(select(CompanyRow).order_by(CompanyRow.name))
        return tuple(shapes.company(row) for row in rows)

    async def company(self, name: str) -> Company | None:
        """The company that goes by this name or alias, however its case, accents and legal form are written."""
        wanted = firm(name)
        if not wanted:
            return None
        for company in await self.companies():
            if wanted in {firm(known) for known in (company.name, *company.aliases)}:
                return company
        return None

    async def blueprint(self, company: str, role_category: RoleCategory, seniority: Seniority) -> Blueprint | None:
        """How the company of this name interviews for such a role, at this seniority or the nearest that is known."""
        found = await self._blueprints(company)
        fitting = [item for item in found if item.role_category is role_category]
        return min(fitting, key=lambda item: _apart(item.seniority, seniority), default=None)

    async def blueprint_categories(self) -> dict[str, tuple[RoleCategory, ...]]:
        """For which kinds of role there is a blueprint, by company."""
        found: dict[str, tuple[RoleCategory, ...]] = {}
        for item in await self._blueprints(None):
            found[item.company] = tuple(dict.fromkeys((*found.get(item.company, ()), item.role_category)))
        return found

    async def _blueprints(self, company: str | None) -> Sequence[Blueprint]:
        found = (
            select(CompanyRoleBlueprintRow, CompanyRow.name)
            .join(CompanyRow, CompanyRow.id == CompanyRoleBlueprintRow.company_id)
            .order_by(CompanyRow.name, CompanyRoleBlueprintRow.role_category, CompanyRoleBlueprintRow.seniority)
        )
        rows = await self._db.execute(found if company is None else found.where(CompanyRow.name == company))
        return [shapes.blueprint(row, name) for row, name in rows]

    # ------------------------------------------------------------------ patterns

    async def patterns(self) -> dict[str, QuestionPattern]:
        """All patterns by key."""
        rows = await self._db.scalars(select(QuestionPatternRow).order_by(QuestionPatternRow.key))
        return {row.key: shapes.pattern(row) for row in rows}

    async def pattern_page(self, wanted: PatternFilter, after: str, limit: int) -> tuple[QuestionPattern, ...]:
        """Up to `limit` patterns whose keys follow `after`, in the order of their keys."""
        rows = QuestionPatternRow
        found = select(rows).where(rows.key > after).order_by(rows.key).limit(limit)
        if wanted.role_category is not None:
            found = found.where(rows.role_category == wanted.role_category)
        if wanted.interview_type is not None:
            found = found.where(rows.interview_type == wanted.interview_type)
        if wanted.pattern_type is not None:
            found = found.where(rows.pattern_type == wanted.pattern_type.value)
        if wanted.text:
            text = wanted.text.lower()
            found = found.where(
                or_(*(func.lower(column).contains(text, autoescape=True) for column in (rows.key, rows.template)))
            )
        return tuple(shapes.pattern(row) for row in await self._db.scalars(found))

    async def add_pattern(self, pattern: QuestionPattern) -> QuestionPattern:
        """Keep a pattern that an administrator wrote, marked so that seeding never changes it.

        Raises PatternKeyTakenError.
        """
        by_hand = pattern.source_type is SourceType.CURATED and not pattern.source_ref
        row = QuestionPatternRow(key=pattern.key, **shapes.pattern_values(pattern))
        row.source_ref = BY_HAND if by_hand else pattern.source_ref
        self._db.add(row)
        try:
            await self._db.flush()
        except IntegrityError as failure:
            raise PatternKeyTakenError from failure
        return shapes.pattern(row)

    # ------------------------------------------------------------------ seeding

    async def fill(self, catalog: Catalog) -> tuple[SeedCounts, ...]:
        """Write the seed catalogue by key: new rows appear, changed ones follow, ids and dates of creation stay."""
        return await fill(self._db, catalog)


def _apart(one: Seniority, other: Seniority) -> int:
    return abs(_LEVELS.index(one) - _LEVELS.index(other))
