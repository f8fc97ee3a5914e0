"""Role kits, rubrics and question patterns in the database: read as schema types, filled from the seed catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from schema.patterns import ProbeTree, QuestionPattern
from schema.rubric import Dimension, RoleKit, Rubric
from schema.tables.catalog import InterviewRubricRow, QuestionPatternRow, RoleKitRow
from schema.vocabulary import (
    ClaimKind,
    InterviewType,
    MissingPiece,
    PatternType,
    QuestionKind,
    RoleCategory,
    Seniority,
    SourceType,
)
from seeds.catalog import Catalog
from server.db import DbSession

ANY = "any"  # a pattern's role or interview type when it suits all: section 6 keeps both columns not null


@dataclass(frozen=True, slots=True)
class SeedCounts:
    """How many rows of a kind the catalogue holds, and how many of them were new or had changed."""

    name: str
    total: int
    written: int


class CatalogRows:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ reading

    async def role_kits(self) -> tuple[RoleKit, ...]:
        """The active ones, by name."""
        found = (
            select(RoleKitRow, InterviewRubricRow.key)
            .join(InterviewRubricRow, InterviewRubricRow.id == RoleKitRow.default_rubric_id)
            .where(RoleKitRow.is_active)
            .order_by(RoleKitRow.name)
        )
        return tuple(_role_kit(row, rubric) for row, rubric in (await self._db.execute(found)))

    async def role_kit(self, key: str) -> tuple[UUID, RoleKit] | None:
        """An active kit and its row's id."""
        found = (
            select(RoleKitRow, InterviewRubricRow.key)
            .join(InterviewRubricRow, InterviewRubricRow.id == RoleKitRow.default_rubric_id)
            .where(RoleKitRow.key == key, RoleKitRow.is_active)
        )
        row = (await self._db.execute(found)).first()
        return None if row is None else (row[0].id, _role_kit(*row))

    async def rubric(self, key: str) -> Rubric | None:
        row = await self._db.scalar(select(InterviewRubricRow).where(InterviewRubricRow.key == key))
        return None if row is None else _rubric(row)

    async def patterns(self) -> dict[str, QuestionPattern]:
        """All patterns by key."""
        rows = await self._db.scalars(select(QuestionPatternRow).order_by(QuestionPatternRow.key))
        return {row.key: _pattern(row) for row in rows}

    # ------------------------------------------------------------------ seeding

    async def fill(self, catalog: Catalog) -> tuple[SeedCounts, ...]:
        """Write the seed catalogue by key: new rows appear, changed ones follow, ids and dates of creation stay."""
        rubrics = await self._upsert(
            InterviewRubricRow, {key: _rubric_values(rubric) for key, rubric in catalog.rubrics.items()}
        )
        ids = {row.key: row.id for row in await self._db.scalars(select(InterviewRubricRow))}
        kits = await self._upsert(
            RoleKitRow,
            {key: _kit_values(kit, ids[kit.default_rubric]) for key, kit in catalog.role_kits.items()},
            catalog.ids,
        )
        patterns = await self._upsert(
            QuestionPatternRow, {key: _pattern_values(pattern) for key, pattern in catalog.patterns.items()}
        )
        return (
            SeedCounts("rubrics", len(catalog.rubrics), rubrics),
            SeedCounts("role kits", len(catalog.role_kits), kits),
            SeedCounts("question patterns", len(catalog.patterns), patterns),
        )

    async def _upsert(
        self, table: type[Keyed], wanted: Mapping[str, Mapping[str, Any]], ids: Mapping[str, UUID] | None = None
    ) -> int:
        present = {row.key: row for row in await self._db.scalars(select(table))}
        written = 0
        for key, values in wanted.items():
            row = present.get(key)
            if row is None:
                row = table(key=key, **({"id": ids[key]} if ids else {}))
                self._db.add(row)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            for name, value in changed.items():
                setattr(row, name, value)
            written += bool(changed)
        await self._db.flush()
        return written


Keyed = TypeVar("Keyed", InterviewRubricRow, RoleKitRow, QuestionPatternRow)


def _rubric_values(rubric: Rubric) -> dict[str, Any]:
    return {
        "name": rubric.name,
        "description": rubric.description,
        "dimensions": [dimension.model_dump(mode="json") for dimension in rubric.dimensions],
        "scoring_guide": rubric.scoring_guide,
        "is_default": rubric.is_default,
    }


def _rubric(row: InterviewRubricRow) -> Rubric:
    return Rubric(
        key=row.key,
        name=row.name,
        description=row.description,
        dimensions=tuple(Dimension.model_validate(dimension) for dimension in row.dimensions),
        scoring_guide=row.scoring_guide,
        is_default=row.is_default,
    )


def _kit_values(kit: RoleKit, rubric_id: UUID) -> dict[str, Any]:
    values = kit.model_dump(mode="json", exclude={"key", "default_rubric"})
    return {**values, "default_rubric_id": rubric_id}


def _role_kit(row: RoleKitRow, rubric: str) -> RoleKit:
    return RoleKit(
        key=row.key,
        name=row.name,
        role_category=row.role_category,
        level=Seniority(row.level),
        domain=row.domain,
        description=row.description,
        default_interview_types=tuple(row.default_interview_types),
        default_rubric=rubric,
        skills_focus=tuple(row.skills_focus),
        estimated_duration=row.estimated_duration,
        track_tags=tuple(row.track_tags),
        role_context=row.role_context,
        core_competencies=tuple(row.core_competencies),
        typical_questions=tuple(row.typical_questions),
        is_active=row.is_active,
    )


def _pattern_values(pattern: QuestionPattern) -> dict[str, Any]:
    values = pattern.model_dump(mode="json", exclude={"key"})
    return {
        **values,
        "role_category": values["role_category"] or ANY,
        "interview_type": values["interview_type"] or ANY,
    }


def _pattern(row: QuestionPatternRow) -> QuestionPattern:
    return QuestionPattern(
        key=row.key,
        pattern_type=PatternType(row.pattern_type),
        role_category=None if row.role_category == ANY else RoleCategory(row.role_category),
        interview_type=None if row.interview_type == ANY else InterviewType(row.interview_type),
        template=row.template,
        question_kind=QuestionKind(row.question_kind),
        triggers=tuple(ClaimKind(trigger) for trigger in row.triggers),
        expects=tuple(MissingPiece(piece) for piece in row.expects),
        dimensions=tuple(row.dimensions),
        probe_tree=ProbeTree.model_validate(row.probe_tree),
        tags=tuple(row.tags),
        source_type=SourceType(row.source_type),
        source_ref=row.source_ref,
    )
