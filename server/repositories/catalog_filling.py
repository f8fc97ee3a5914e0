"""Writes the seed catalogue into its tables by key: new rows appear, changed ones follow, what no longer ships goes.

Ids and dates of creation stay. What an administrator added is left alone: such a pattern is generated or scraped, or it
names where it comes from, which no shipped one does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from schema.tables.catalog import InterviewRubricRow, QuestionPatternRow, RoleKitRow, RoleLabelRow
from schema.tables.companies import CompanyRoleBlueprintRow, CompanyRow
from schema.tables.exercises import CaseTemplateRow, CodingExerciseRow
from schema.vocabulary import SourceType
from seeds.case_templates import load_cases
from seeds.catalog import Catalog
from seeds.coding_exercises import load_coding_exercises
from server.db import DbSession
from server.repositories import catalog_shapes as shapes
from server.repositories import exercise_shapes

Row = TypeVar(
    "Row",
    InterviewRubricRow,
    RoleKitRow,
    QuestionPatternRow,
    RoleLabelRow,
    CompanyRow,
    CompanyRoleBlueprintRow,
    CodingExerciseRow,
    CaseTemplateRow,
)
Place = TypeVar("Place", bound=Hashable)
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SeedCounts:
    """How many rows of a kind the catalogue holds, and how many of them were new, had changed or no longer ship."""

    name: str
    total: int
    written: int


async def fill(db: DbSession, catalog: Catalog) -> tuple[SeedCounts, ...]:
    """Bring the tables up to `catalog`. Returns what was written of each kind."""
    return (
        await _rubrics(db, catalog),
        await _role_kits(db, catalog),
        await _patterns(db, catalog),
        await _role_labels(db, catalog),
        await _companies(db, catalog),
        await _blueprints(db, catalog),
        await _coding_exercises(db),
        await _cases(db),
    )


async def _rubrics(db: DbSession, catalog: Catalog) -> SeedCounts:
    present = {row.key: row for row in await db.scalars(select(InterviewRubricRow))}
    wanted = {key: shapes.rubric_values(rubric) for key, rubric in catalog.rubrics.items()}
    return SeedCounts(
        "rubrics", len(wanted), await _upsert(db, present, wanted, lambda key: InterviewRubricRow(key=key))
    )


async def _role_kits(db: DbSession, catalog: Catalog) -> SeedCounts:
    rubrics = {row.key: row.id for row in await db.scalars(select(InterviewRubricRow))}
    present = {row.key: row for row in await db.scalars(select(RoleKitRow))}
    wanted = {key: shapes.kit_values(kit, rubrics[kit.default_rubric]) for key, kit in catalog.role_kits.items()}
    written = await _upsert(db, present, wanted, lambda key: RoleKitRow(key=key, id=catalog.ids[key]))
    return SeedCounts("role kits", len(wanted), written)


async def _patterns(db: DbSession, catalog: Catalog) -> SeedCounts:
    rows = {row.key: row for row in await db.scalars(select(QuestionPatternRow))}
    wanted = {key: shapes.pattern_values(pattern) for key, pattern in catalog.patterns.items()}
    theirs = {key for key, row in rows.items() if not _ships(row, wanted.get(key))}
    ours = {key: row for key, row in rows.items() if key not in theirs}
    mine = {key: values for key, values in wanted.items() if key not in theirs}
    written = await _upsert(db, ours, mine, lambda key: QuestionPatternRow(key=key))
    gone = await _remove(db, [row for key, row in ours.items() if key not in wanted])
    return SeedCounts("question patterns", len(wanted), written + gone)


def _ships(row: QuestionPatternRow, values: Values | None) -> bool:
    """Whether a row came from a seed catalogue and not from an administrator."""
    return row.source_type == SourceType.CURATED and row.source_ref in (None, (values or {}).get("source_ref"))


async def _role_labels(db: DbSession, catalog: Catalog) -> SeedCounts:
    kits = {row.key: row.id for row in await db.scalars(select(RoleKitRow))}
    present = {row.label: row for row in await db.scalars(select(RoleLabelRow))}
    wanted = {label.label: shapes.label_values(label, kits[label.role_kit]) for label in catalog.role_labels}
    written = await _upsert(db, present, wanted, lambda label: RoleLabelRow(label=label))
    gone = await _remove(db, [row for label, row in present.items() if label not in wanted])
    return SeedCounts("role labels", len(wanted), written + gone)


async def _companies(db: DbSession, catalog: Catalog) -> SeedCounts:
    """Companies that no longer ship stay: a saved job may name them."""
    present = {row.name: row for row in await db.scalars(select(CompanyRow))}
    wanted = {name: shapes.company_values(company) for name, company in catalog.companies.items()}
    return SeedCounts("companies", len(wanted), await _upsert(db, present, wanted, lambda name: CompanyRow(name=name)))


async def _blueprints(db: DbSession, catalog: Catalog) -> SeedCounts:
    """One that rests on interview reports, or is marked as such, is not the seed's to change."""
    companies = {row.name: row.id for row in await db.scalars(select(CompanyRow))}
    rows = {_place(row): row for row in await db.scalars(select(CompanyRoleBlueprintRow))}
    wanted: dict[tuple[UUID, str, str], Values] = {
        (companies[item.company], item.role_category.value, item.seniority.value): shapes.blueprint_values(item)
        for item in catalog.blueprints
    }
    theirs = {place for place, row in rows.items() if row.source_type != SourceType.CURATED or row.post_count}
    ours = {place: row for place, row in rows.items() if place not in theirs}
    mine = {place: values for place, values in wanted.items() if place not in theirs}
    written = await _upsert(db, ours, mine, _new_blueprint)
    gone = await _remove(db, [row for place, row in ours.items() if place not in wanted])
    return SeedCounts("company blueprints", len(wanted), written + gone)


async def _coding_exercises(db: DbSession) -> SeedCounts:
    """One that no longer ships is only switched off: interviews that were held with it name it."""
    kits = {row.key: row.id for row in await db.scalars(select(RoleKitRow))}
    present = {row.key: row for row in await db.scalars(select(CodingExerciseRow))}
    exercises = await asyncio.to_thread(load_coding_exercises)
    wanted: dict[str, Values] = {key: exercise_shapes.coding_values(one, kits) for key, one in exercises.items()}
    gone: dict[str, Values] = {key: {"is_active": False} for key in present if key not in wanted}
    written = await _upsert(db, present, wanted | gone, lambda key: CodingExerciseRow(key=key))
    return SeedCounts("coding exercises", len(wanted), written)


async def _cases(db: DbSession) -> SeedCounts:
    """As coding exercises."""
    kits = {row.key: row.id for row in await db.scalars(select(RoleKitRow))}
    present = {row.key: row for row in await db.scalars(select(CaseTemplateRow))}
    cases = await asyncio.to_thread(load_cases)
    wanted: dict[str, Values] = {key: exercise_shapes.case_values(one, kits) for key, one in cases.items()}
    gone: dict[str, Values] = {key: {"is_active": False} for key in present if key not in wanted}
    written = await _upsert(db, present, wanted | gone, lambda key: CaseTemplateRow(key=key))
    return SeedCounts("case templates", len(wanted), written)


def _place(row: CompanyRoleBlueprintRow) -> tuple[UUID, str, str]:
    return (row.company_id, row.role_category, row.seniority)


def _new_blueprint(place: tuple[UUID, str, str]) -> CompanyRoleBlueprintRow:
    company_id, role_category, seniority = place
    return CompanyRoleBlueprintRow(company_id=company_id, role_category=role_category, seniority=seniority)


async def _upsert(
    db: DbSession, present: Mapping[Place, Row], wanted: Mapping[Place, Values], new: Callable[[Place], Row]
) -> int:
    """Bring the rows up to `wanted`; returns how many are new or have changed."""
    written = 0
    for place, values in wanted.items():
        row = present.get(place)
        if row is None:
            row = new(place)
            db.add(row)
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        for name, value in changed.items():
            setattr(row, name, value)
        written += bool(changed)
    await db.flush()
    return written


async def _remove(db: DbSession, rows: list[Row]) -> int:
    for row in rows:
        await db.delete(row)
    await db.flush()
    return len(rows)
