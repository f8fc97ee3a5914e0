"""What the database holds of the catalogue: filled once, found again, and which rubric judges what."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import text

from schema.vocabulary import InterviewType, RoleCategory, Seniority
from seeds.case_templates import load_cases
from seeds.catalog import load_catalog
from seeds.coding_exercises import load_coding_exercises
from server.db import Database
from server.evaluation_steps import Evaluation
from server.repositories.catalog import CatalogRows
from server.startup import seed
from tests.support.interviews import small_catalog
from tests.support.spoken_interview import spoken_interview

CATALOG = load_catalog()


@pytest.fixture
async def seeded(database: Database) -> Database:
    await seed(database)
    return database


async def test_everything_comes_back_as_it_ships(seeded: Database) -> None:
    async with seeded.read() as db:
        rows = CatalogRows(db)
        assert await rows.patterns() == dict(sorted(CATALOG.patterns.items()))
        assert {kit.key: kit for kit in await rows.role_kits()} == dict(CATALOG.role_kits)
        assert {company.name: company for company in await rows.companies()} == dict(CATALOG.companies)
        by_label = sorted(CATALOG.role_labels, key=lambda label: label.label)
        assert sorted(await rows.role_labels(), key=lambda label: label.label) == by_label
        for blueprint in CATALOG.blueprints:
            found = await rows.blueprint(blueprint.company, blueprint.role_category, blueprint.seniority)
            assert found == blueprint
        for rubric in CATALOG.rubrics.values():
            assert await rows.rubric(rubric.key) == rubric


async def test_seeding_twice_writes_nothing(seeded: Database) -> None:
    assert [(kind.name, kind.total, kind.written) for kind in await seed(seeded)] == [
        ("rubrics", 4, 0),
        ("role kits", 15, 0),
        ("question patterns", len(CATALOG.patterns), 0),
        ("role labels", len(CATALOG.role_labels), 0),
        ("companies", 50, 0),
        ("company blueprints", 20, 0),
        ("coding exercises", len(load_coding_exercises()), 0),
        ("case templates", len(load_cases()), 0),
    ]


CHANGES = [
    ("role_labels", "UPDATE role_labels SET specialization = 'x' WHERE label = 'QA Engineer'", "role labels"),
    ("role_labels", "UPDATE role_labels SET label = 'Old name' WHERE label = 'QA Engineer'", "role labels"),
    ("companies", "UPDATE companies SET archetype = 'startup' WHERE name = 'Google'", "companies"),
    ("company_role_blueprints", "UPDATE company_role_blueprints SET skill_focus = '[]'", "company blueprints"),
    (
        "company_role_blueprints",
        "DELETE FROM company_role_blueprints WHERE role_category = 'swe'",
        "company blueprints",
    ),
    ("question_patterns", "UPDATE question_patterns SET template = 'What now?'", "question patterns"),
    ("question_patterns", "UPDATE question_patterns SET key = 'gone' WHERE key = 'swe_slow_page'", "question patterns"),
    ("role_kits", "UPDATE role_kits SET name = 'x' WHERE key = 'data_engineer'", "role kits"),
]


@pytest.mark.parametrize(("table", "change", "kind"), CHANGES, ids=[kind for _, _, kind in CHANGES])
async def test_what_differs_from_the_files_follows_them(seeded: Database, table: str, change: str, kind: str) -> None:
    before = await _contents(seeded, table)
    async with seeded.write() as db:
        await db.execute(text(change))
    assert await _contents(seeded, table) != before
    written = {counts.name: counts.written for counts in await seed(seeded)}
    assert written.pop(kind) > 0
    assert set(written.values()) == {0}
    assert await _contents(seeded, table) == before


async def _contents(database: Database, table: str) -> list[dict[str, object]]:
    """The rows without what a new row has anew."""
    async with database.read() as db:
        rows = (await db.execute(text(f"SELECT * FROM {table}"))).mappings()
        return sorted(
            ({name: str(row[name]) for name in row if name not in ("id", "created_at", "updated_at")} for row in rows),
            key=str,
        )


async def test_blueprints_from_reports_and_added_companies_stay(seeded: Database) -> None:
    async with seeded.write() as db:
        await db.execute(
            text("UPDATE company_role_blueprints SET post_count = 12, skill_focus = '[]' WHERE role_category = 'data'")
        )
        await db.execute(text("UPDATE companies SET name = 'Acme', aliases = '[]' WHERE name = 'Zepto'"))
    written = {counts.name: counts.written for counts in await seed(seeded)}
    assert (written["company blueprints"], written["companies"]) == (0, 1)  # Zepto comes back
    async with seeded.read() as db:
        rows = CatalogRows(db)
        found = await rows.blueprint("Google", RoleCategory.DATA, Seniority.MID)
        assert found is not None
        assert (found.post_count, found.skill_focus) == (12, ())
        assert await rows.company("acme") is not None


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("Google", "Google"),
        ("google llc", "Google"),
        ("AWS", "Amazon"),
        ("Infosys Ltd.", "Infosys"),
        ("Larsen & Toubro Limited", "L&T"),
        ("BYJUS", "BYJU'S"),
        ("j.p. morgan", "JPMorgan Chase"),
        ("Goog", None),
        ("", None),
        ("Nobody & Sons", None),
    ],
)
async def test_a_company_by_any_of_its_names(seeded: Database, name: str, company: str | None) -> None:
    async with seeded.read() as db:
        found = await CatalogRows(db).company(name)
    assert (found.name if found else None) == company


async def test_the_blueprint_of_the_nearest_seniority(seeded: Database) -> None:
    async with seeded.read() as db:
        rows = CatalogRows(db)
        for seniority in Seniority:
            found = await rows.blueprint("Stripe", RoleCategory.SWE, seniority)
            assert found is not None
            assert found.seniority is Seniority.MID
        assert await rows.blueprint("Stripe", RoleCategory.SALES, Seniority.MID) is None
        assert await rows.blueprint("TCS", RoleCategory.SWE, Seniority.MID) is None


async def test_each_interview_type_is_judged_by_its_rubric(seeded: Database) -> None:
    kit = CATALOG.role_kits["sales_representative"]
    async with seeded.read() as db:
        chosen = {kind.value: await CatalogRows(db).rubric_for(kind, kit) for kind in InterviewType}
    assert {kind: rubric.key if rubric else None for kind, rubric in chosen.items()} == {
        "hr": "hr_v1",
        "technical": "technical_v1",
        "hiring_manager": "hiring_manager_v1",
        "panel": "interview_v1",
    }


async def test_a_catalogue_without_that_rubric_uses_the_kits_own(database: Database) -> None:
    catalog = small_catalog()
    async with database.write() as db:
        await CatalogRows(db).fill(catalog)
        found = await CatalogRows(db).rubric_for(InterviewType.HR, catalog.role_kits["test_engineer"])
    assert found is not None
    assert found.key == "basic"


@pytest.mark.parametrize(
    ("interview_type", "dropped"), [("hr", {"problem_solving"}), ("technical", {"initiative"}), ("panel", set())]
)
async def test_a_report_is_made_by_the_rubric_of_its_interview(
    database: Database, interview_type: str, dropped: set[str]
) -> None:
    session_id = await spoken_interview(database)
    async with database.write() as db:
        await db.execute(text("UPDATE interview_configs SET interview_type = :kind").bindparams(kind=interview_type))
    steps = {step.name: step for step in Evaluation(database, None).steps()}
    kept = {"transcript": (await steps["transcript"].work(session_id, {})).kept}
    judged = json.loads((await steps["dimensions"].work(session_id, kept)).kept)
    known = {dimension.key for dimension in CATALOG.default_rubric.dimensions}
    assert known - {draft["key"] for draft in judged["drafts"]} == dropped
