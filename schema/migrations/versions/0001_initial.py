"""All tables of the first version, and the triggers that keep the event log append-only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001_initial"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

# A row of the log leaves only after its session has left: the cascade of a whole-session deletion.
SQLITE_TRIGGERS = (
    """
    CREATE TRIGGER session_events_no_update BEFORE UPDATE ON session_events
    BEGIN SELECT RAISE(ABORT, 'session_events is append-only'); END
    """,
    """
    CREATE TRIGGER session_events_no_delete BEFORE DELETE ON session_events
    WHEN EXISTS (SELECT 1 FROM interview_sessions WHERE id = OLD.session_id)
    BEGIN SELECT RAISE(ABORT, 'session_events is append-only'); END
    """,
)
POSTGRESQL_TRIGGERS = (
    """
    CREATE FUNCTION session_events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM interview_sessions WHERE id = OLD.session_id) THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'session_events is append-only';
    END $$
    """,
    """
    CREATE TRIGGER session_events_append_only BEFORE UPDATE OR DELETE ON session_events
    FOR EACH ROW EXECUTE FUNCTION session_events_append_only()
    """,
)


TABLES_LAST_FIRST = [
    *("job_practice_links", "turn_notes", "transcript_turns", "session_events"),
    *("recordings", "interview_analysis", "exercise_sessions", "analysis_steps"),
    *("interview_sessions", "interview_plans", "user_profile_extracted", "saved_jobs"),
    *("interview_configs", "coding_exercises", "case_templates", "user_skill_memory"),
    *("user_documents", "scraped_interview_posts", "role_kits", "company_role_blueprints"),
    *("auth_sessions", "question_patterns", "interview_rubrics", "data_source_runs"),
    *("companies", "auth_users"),
]


def column(name: str, kind: Any, null: bool = False, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=null, **options)


text = partial(column, kind=sa.Text())
moment = partial(column, kind=sa.DateTime(timezone=True))
whole = partial(column, kind=sa.Integer(), autoincrement=False)
big = partial(column, kind=sa.BigInteger())
number = partial(column, kind=sa.Numeric())
flag = partial(column, kind=sa.Boolean())
json = partial(column, kind=JSON)


def identity() -> sa.Column[Any]:
    return column("id", sa.Uuid(), primary_key=True)


def ref(name: str, table: str, gone: str | None = None, **options: Any) -> sa.Column[Any]:
    """A reference to `table`; `gone` says what happens to this row when that one is deleted."""
    return sa.Column(
        name, sa.Uuid(), sa.ForeignKey(f"{table}.id", ondelete=gone), nullable=options.pop("null", False), **options
    )


def each(kind: Callable[[str], sa.Column[Any]], *names: str) -> list[sa.Column[Any]]:
    return [kind(name) for name in names]


def upgrade() -> None:
    op.create_table(
        "auth_users",
        identity(),
        text("email", unique=True),
        text("name"),
        text("password_hash", null=True),
        text("role"),
        flag("is_local_owner"),
        *each(moment, "created_at", "updated_at"),
    )
    op.create_table(
        "companies",
        identity(),
        text("name", unique=True),
        *each(text, "country", "tier", "archetype"),
        json("tags"),
        moment("created_at"),
    )
    op.create_table(
        "data_source_runs",
        identity(),
        text("source"),
        json("run_params"),
        text("status"),
        *each(moment, "started_at", "finished_at"),
        whole("item_count"),
        text("storage_ref"),
    )
    op.create_table(
        "interview_rubrics",
        identity(),
        text("key", unique=True),
        *each(text, "name", "description"),
        json("dimensions"),
        text("scoring_guide"),
        flag("is_default"),
        *each(moment, "created_at", "updated_at"),
    )
    op.create_table(
        "question_patterns",
        identity(),
        text("key", unique=True),
        *each(text, "pattern_type", "role_category", "interview_type", "template"),
        *each(json, "probe_tree", "tags"),
        text("source_type"),
        text("source_ref", null=True),
        text("question_kind"),
        *each(json, "triggers", "expects", "dimensions"),
        moment("created_at"),
    )
    op.create_table(
        "auth_sessions",
        identity(),
        ref("user_id", "auth_users", "CASCADE", index=True),
        text("token_hash", unique=True),
        *each(moment, "created_at", "expires_at"),
        moment("revoked_at", null=True),
    )
    op.create_table(
        "company_role_blueprints",
        identity(),
        ref("company_id", "companies", "CASCADE"),
        *each(text, "role_category", "seniority"),
        *each(json, "skill_focus", "question_pattern_ids"),
        json("rubric_overrides", null=True),
        moment("updated_at"),
        sa.UniqueConstraint("company_id", "role_category", "seniority"),
    )
    op.create_table(
        "role_kits",
        identity(),
        text("key", unique=True),
        *each(text, "name", "role_category", "level", "domain", "description"),
        json("default_interview_types"),
        ref("default_rubric_id", "interview_rubrics"),
        json("skills_focus"),
        whole("estimated_duration"),
        json("track_tags"),
        flag("is_active"),
        *each(moment, "created_at", "updated_at"),
        text("role_context"),
        *each(json, "core_competencies", "typical_questions"),
    )
    op.create_table(
        "scraped_interview_posts",
        identity(),
        ref("source_run_id", "data_source_runs", "CASCADE", index=True),
        *each(text, "company_name", "tags"),
        moment("created_at_source"),
        whole("upvotes"),
        text("raw_content"),
        json("extracted"),
        moment("created_at"),
    )
    op.create_table(
        "user_documents",
        identity(),
        ref("user_id", "auth_users", "CASCADE", index=True),
        *each(text, "kind", "name", "media_type", "text"),
        text("storage_ref", null=True),
        moment("created_at"),
    )
    op.create_table(
        "user_skill_memory",
        identity(),
        ref("user_id", "auth_users", "CASCADE"),
        *each(text, "role_category", "dimension"),
        *each(number, "baseline_score", "latest_score"),
        *each(json, "trend", "common_issues"),
        moment("updated_at"),
        sa.UniqueConstraint("user_id", "role_category", "dimension"),
    )
    op.create_table(
        "case_templates",
        identity(),
        text("key", unique=True),
        ref("role_kit_id", "role_kits", "SET NULL", null=True),
        *each(text, "name", "case_type", "difficulty", "prompt_statement", "context"),
        flag("clarifying_questions_allowed"),
        *each(json, "revealable_data", "evaluation_focus", "probing_map"),
        whole("expected_duration_minutes"),
        json("tags"),
        flag("is_active"),
        *each(moment, "created_at", "updated_at"),
    )
    op.create_table(
        "coding_exercises",
        identity(),
        text("key", unique=True),
        ref("role_kit_id", "role_kits", "SET NULL", null=True),
        *each(text, "name", "activity_type", "language", "difficulty", "code_snippet"),
        text("bug_description", null=True),
        text("failing_test_case", null=True),
        text("modification_requirement", null=True),
        text("expected_behavior"),
        *each(json, "expected_signals", "common_failure_modes"),
        text("suggested_fix", null=True),
        json("edge_cases"),
        text("complexity_expected", null=True),
        *each(json, "probing_questions", "tags"),
        flag("is_active"),
        *each(moment, "created_at", "updated_at"),
    )
    op.create_table(
        "interview_configs",
        identity(),
        ref("user_id", "auth_users", "CASCADE", index=True),
        ref("role_kit_id", "role_kits"),
        text("role_title"),
        ref("company_id", "companies", "SET NULL", null=True),
        text("company_name", null=True),
        *each(text, "seniority", "interview_type", "style"),
        whole("minutes"),
        text("look"),
        flag("record"),
        text("jd_text", null=True),
        text("resume_text", null=True),
        ref("jd_document_id", "user_documents", "SET NULL", null=True),
        ref("resume_document_id", "user_documents", "SET NULL", null=True),
        big("seed"),
        *each(moment, "consented_at", "created_at"),
    )
    op.create_table(
        "saved_jobs",
        identity(),
        ref("user_id", "auth_users", "CASCADE", index=True),
        ref("company_id", "companies", "SET NULL", null=True),
        *each(text, "company_name", "role_title", "role_category", "job_url", "jd_text"),
        ref("jd_document_id", "user_documents", "SET NULL", null=True),
        text("status"),
        moment("next_interview_at", null=True),
        text("notes", null=True),
        *each(moment, "created_at", "updated_at"),
    )
    op.create_table(
        "user_profile_extracted",
        identity(),
        ref("user_id", "auth_users", "CASCADE", index=True),
        ref("document_id", "user_documents", "CASCADE", index=True),
        text("kind"),
        json("extract"),
        text("extractor_version"),
        *each(moment, "created_at", "updated_at"),
    )
    op.create_table(
        "interview_plans",
        identity(),
        ref("interview_config_id", "interview_configs", "CASCADE", index=True),
        *each(json, "plan", "patterns"),
        moment("created_at"),
    )
    op.create_table(
        "interview_sessions",
        identity(),
        ref("user_id", "auth_users", "CASCADE"),
        ref("interview_config_id", "interview_configs", "CASCADE", index=True),
        ref("interview_plan_id", "interview_plans", "CASCADE", index=True),
        text("status", index=True),
        text("phase_id", null=True),
        text("report_status"),
        moment("created_at"),
        moment("started_at", null=True),
        moment("ended_at", null=True),
        text("end_reason", null=True),
        moment("updated_at"),
    )
    op.create_index("ix_interview_sessions_user_id_created_at", "interview_sessions", ["user_id", "created_at", "id"])
    op.create_table(
        "analysis_steps",
        ref("session_id", "interview_sessions", "CASCADE", primary_key=True),
        text("name", primary_key=True),
        whole("position"),
        *each(text, "label", "status"),
        text("error", null=True),
        whole("attempts"),
        moment("started_at", null=True),
        moment("finished_at", null=True),
    )
    op.create_table(
        "exercise_sessions",
        identity(),
        ref("user_id", "auth_users", "CASCADE", index=True),
        ref("interview_session_id", "interview_sessions", "CASCADE", null=True, index=True),
        ref("coding_exercise_id", "coding_exercises", null=True),
        ref("case_template_id", "case_templates", null=True),
        *each(text, "mode", "status"),
        json("state"),
        json("result", null=True),
        moment("created_at"),
        moment("ended_at", null=True),
    )
    op.create_table(
        "interview_analysis",
        identity(),
        ref("interview_session_id", "interview_sessions", "CASCADE", unique=True),
        json("analysis"),
        json("raw", null=True),
        *each(text, "evaluator", "evaluator_version"),
        text("prompt_version", null=True),
        text("model", null=True),
        whole("overall_score", null=True),
        text("readiness", null=True),
        text("hire_signal", null=True),
        *each(moment, "created_at", "updated_at"),
    )
    op.create_table(
        "recordings",
        identity(),
        ref("session_id", "interview_sessions", "CASCADE", unique=True),
        *each(text, "path", "media_type"),
        number("duration_s", null=True),
        whole("size_bytes", null=True),
        moment("started_at"),
        moment("finalised_at", null=True),
    )
    op.create_table(
        "session_events",
        ref("session_id", "interview_sessions", "CASCADE", primary_key=True),
        whole("seq", primary_key=True),
        whole("at_ms"),
        text("kind"),
        json("payload"),
        moment("created_at"),
    )
    op.create_table(
        "transcript_turns",
        ref("session_id", "interview_sessions", "CASCADE", primary_key=True),
        whole("turn_index", primary_key=True),
        *each(text, "speaker", "text"),
        *each(number, "start_s", "end_s"),
        json("words"),
        flag("typed"),
        text("question_id", null=True),
        flag("interrupted"),
        moment("created_at"),
    )
    op.create_table(
        "turn_notes",
        ref("session_id", "interview_sessions", "CASCADE", primary_key=True),
        whole("position", primary_key=True),
        json("note"),
        moment("created_at"),
    )
    op.create_table(
        "job_practice_links",
        identity(),
        ref("saved_job_id", "saved_jobs", "CASCADE", index=True),
        ref("interview_config_id", "interview_configs", "CASCADE", index=True),
        ref("interview_session_id", "interview_sessions", "SET NULL", null=True, index=True),
        ref("exercise_session_id", "exercise_sessions", "SET NULL", null=True),
        moment("created_at"),
    )
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE_TRIGGERS if sqlite else POSTGRESQL_TRIGGERS:
        op.execute(statement)


def downgrade() -> None:
    for name in TABLES_LAST_FIRST:
        op.drop_table(name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION session_events_append_only()")
