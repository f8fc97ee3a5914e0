"""What judged interviews leave behind: observations for the memory, retaken answers, the coach's weeks and drills."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003_judgement"
down_revision = "0002_interview_intelligence"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TEXT, WHOLE, MOMENT = sa.Text(), sa.Integer(), sa.DateTime(timezone=True)


def _to(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")


def _column(name: str, kind: Any, *extra: Any, null: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, *extra, nullable=null, primary_key=key)


def upgrade() -> None:
    op.create_table(
        "memory_observations",
        _column("session_id", sa.Uuid(), _to("interview_sessions"), key=True),
        _column("user_id", sa.Uuid(), _to("auth_users")),
        _column("role_category", TEXT),
        _column("at", MOMENT),
        _column("body", JSON),
    )
    op.create_index("ix_memory_observations_user_id", "memory_observations", ["user_id"])
    op.create_table(
        "answer_retakes",
        _column("id", sa.Uuid(), key=True),
        _column("session_id", sa.Uuid(), _to("interview_sessions")),
        _column("question_id", TEXT),
        _column("question", TEXT),
        _column("text", TEXT),
        _column("words", JSON),
        _column("typed", sa.Boolean()),
        _column("audio_path", TEXT, null=True),
        _column("judged", JSON),
        _column("evaluator", TEXT),
        _column("evaluator_version", TEXT),
        _column("created_at", MOMENT),
    )
    op.create_index("ix_answer_retakes_session_id", "answer_retakes", ["session_id"])
    op.create_table(
        "practice_plans",
        _column("id", sa.Uuid(), key=True),
        _column("user_id", sa.Uuid(), _to("auth_users")),
        _column("session_id", sa.Uuid(), _to("interview_sessions"), null=True),
        _column("starts_on", TEXT),
        _column("plan", JSON),
        _column("evaluator", TEXT),
        _column("evaluator_version", TEXT),
        _column("prompt_version", TEXT, null=True),
        _column("model", TEXT, null=True),
        _column("created_at", MOMENT),
    )
    op.create_index("ix_practice_plans_user_id", "practice_plans", ["user_id"])
    op.create_table(
        "practice_items",
        _column("id", sa.Uuid(), key=True),
        _column("plan_id", sa.Uuid(), _to("practice_plans")),
        _column("day", WHOLE),
        _column("position", WHOLE),
        _column("kind", TEXT),
        _column("title", TEXT),
        _column("details", TEXT),
        _column("minutes", WHOLE),
        _column("target", TEXT, null=True),
        _column("done_at", MOMENT, null=True),
    )
    op.create_index("ix_practice_items_plan_id", "practice_items", ["plan_id"])
    op.create_table(
        "drill_attempts",
        _column("id", sa.Uuid(), key=True),
        _column("user_id", sa.Uuid(), _to("auth_users")),
        _column("drill_key", TEXT),
        _column("prompt", TEXT),
        _column("text", TEXT),
        _column("words", JSON),
        _column("typed", sa.Boolean()),
        _column("note", JSON),
        _column("passed", sa.Boolean()),
        _column("created_at", MOMENT),
    )
    op.create_index("ix_drill_attempts_user_id", "drill_attempts", ["user_id"])
    op.create_table(
        "drill_schedule",
        _column("user_id", sa.Uuid(), _to("auth_users"), key=True),
        _column("drill_key", TEXT, key=True),
        _column("box", WHOLE),
        _column("due_at", MOMENT),
        _column("updated_at", MOMENT),
    )


def downgrade() -> None:
    for table in (
        "drill_schedule",
        "drill_attempts",
        "practice_items",
        "practice_plans",
        "answer_retakes",
        "memory_observations",
    ):
        op.drop_table(table)
