"""The tables are those of the specification: names and nullability of section 6, columns of section 8.1."""

from __future__ import annotations

import pytest
from sqlalchemy import JSON, DateTime, Numeric, Uuid

from schema.tables.everything import metadata

# Specification 6, column by column; `null` where the specification writes it. `job_practice_links.interview_session_id`
# may be null as well: the plan precedes the session.
SECTION_6 = {
    "companies": "id name country tier archetype tags created_at",
    "saved_jobs": "id user_id company_id:null company_name role_title role_category job_url jd_text"
    " jd_document_id:null status next_interview_at:null notes:null created_at updated_at",
    "job_practice_links": "id saved_job_id interview_config_id interview_session_id:null exercise_session_id:null"
    " created_at",
    "question_patterns": "id pattern_type role_category interview_type template probe_tree tags source_type"
    " source_ref:null created_at",
    "company_role_blueprints": "id company_id role_category seniority skill_focus question_pattern_ids"
    " rubric_overrides:null updated_at",
    "data_source_runs": "id source run_params status started_at finished_at item_count storage_ref",
    "scraped_interview_posts": "id source_run_id company_name tags created_at_source upvotes raw_content extracted"
    " created_at",
    "user_skill_memory": "id user_id role_category dimension baseline_score latest_score trend common_issues"
    " updated_at",
}
SECTION_8_1 = {
    "role_kits": "id name level domain description default_interview_types default_rubric_id skills_focus"
    " estimated_duration track_tags is_active created_at updated_at role_context core_competencies typical_questions",
    "coding_exercises": "id role_kit_id name activity_type language difficulty code_snippet bug_description"
    " failing_test_case modification_requirement expected_behavior expected_signals common_failure_modes suggested_fix"
    " edge_cases complexity_expected probing_questions tags is_active created_at updated_at",
    "case_templates": "id role_kit_id name case_type difficulty prompt_statement context clarifying_questions_allowed"
    " revealable_data evaluation_focus probing_map expected_duration_minutes tags is_active created_at updated_at",
    "interview_rubrics": "id name description dimensions scoring_guide is_default created_at updated_at",
}
SECTION_1 = [
    *("auth_users", "role_kits", "interview_rubrics", "user_documents", "user_profile_extracted"),
    *("interview_configs", "interview_plans", "interview_sessions", "interview_analysis"),
    *("coding_exercises", "case_templates", "exercise_sessions"),
]
TYPES = {
    "uuid": ("companies.id", "saved_jobs.user_id", "job_practice_links.exercise_session_id"),
    "jsonb": ("companies.tags", "question_patterns.probe_tree", "data_source_runs.run_params"),
    "timestamptz": ("saved_jobs.next_interview_at", "data_source_runs.finished_at", "companies.created_at"),
    "numeric": ("user_skill_memory.baseline_score", "user_skill_memory.latest_score"),
}
REFERENCES = {
    "saved_jobs.user_id": "auth_users",
    "saved_jobs.company_id": "companies",
    "saved_jobs.jd_document_id": "user_documents",
    "job_practice_links.saved_job_id": "saved_jobs",
    "job_practice_links.interview_config_id": "interview_configs",
    "job_practice_links.interview_session_id": "interview_sessions",
    "job_practice_links.exercise_session_id": "exercise_sessions",
    "company_role_blueprints.company_id": "companies",
    "scraped_interview_posts.source_run_id": "data_source_runs",
    "user_skill_memory.user_id": "auth_users",
}


@pytest.mark.parametrize("table", SECTION_6)
def test_section_6_names_and_nullability(table: str) -> None:
    wanted = {name: bool(null) for name, _, null in (word.partition(":") for word in SECTION_6[table].split())}
    columns = metadata.tables[table].columns
    assert {name: columns[name].nullable for name in wanted if name in columns} == wanted


@pytest.mark.parametrize("table", [*SECTION_6, *SECTION_8_1])
def test_columns_beyond_the_specification_are_known(table: str) -> None:
    extra = {"question_patterns": {"key", "question_kind", "triggers", "expects", "dimensions"}}
    extra["question_patterns"] |= {"rephrased", "archetypes", "role_archetypes"}
    extra |= {"companies": {"aliases"}}
    extra |= {"company_role_blueprints": {"public_values", "rounds", "source_type", "post_count"}}
    extra |= {"role_kits": {"key", "role_category"}}
    extra |= {"saved_jobs": {"source", "deadline_on", "tags", "outcomes", "archived_at"}}
    extra |= {name: {"key", "material"} for name in ("coding_exercises", "case_templates")}
    extra |= {"interview_rubrics": {"key"}}
    words = (SECTION_6 | SECTION_8_1)[table].split()
    wanted = {word.partition(":")[0] for word in words} | extra.get(table, set())
    assert set(metadata.tables[table].columns.keys()) == wanted


@pytest.mark.parametrize("table", SECTION_1)
def test_section_1_tables_are_there(table: str) -> None:
    assert "id" in metadata.tables[table].columns


@pytest.mark.parametrize(("kind", "column"), [(kind, column) for kind in TYPES for column in TYPES[kind]])
def test_types_of_the_specification(kind: str, column: str) -> None:
    table, _, name = column.partition(".")
    declared = metadata.tables[table].columns[name].type
    found = getattr(declared, "impl", declared)
    assert isinstance(found, {"uuid": Uuid, "jsonb": JSON, "timestamptz": DateTime, "numeric": Numeric}[kind])
    if isinstance(found, DateTime):
        assert found.timezone


@pytest.mark.parametrize("column", REFERENCES)
def test_references_of_the_specification(column: str) -> None:
    table, _, name = column.partition(".")
    (reference,) = metadata.tables[table].columns[name].foreign_keys
    assert reference.target_fullname == f"{REFERENCES[column]}.id"


@pytest.mark.parametrize(
    "table", ["question_patterns", "role_kits", "interview_rubrics", "coding_exercises", "case_templates"]
)
def test_catalogue_tables_carry_a_unique_key(table: str) -> None:
    key = metadata.tables[table].columns["key"]
    assert (key.unique, key.nullable) == (True, False)


def test_the_event_log_has_one_line_a_number() -> None:
    assert metadata.tables["session_events"].primary_key.columns.keys() == ["session_id", "seq"]


def test_everything_of_a_user_goes_with_the_user() -> None:
    """Whatever refers to an account or an interview says what becomes of it; nothing can hold a deletion up."""
    for table in metadata.tables.values():
        for key in table.foreign_keys:
            if key.column.table.name in ("auth_users", "interview_sessions"):
                assert key.ondelete in ("CASCADE", "SET NULL"), f"{table.name}.{key.parent.name}"
