"""The job loop: deadlines, tags, outcomes and history of saved jobs; preferences; a coach's own replies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005_job_loop"
down_revision = "0004_exercises"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TEXT, MOMENT = sa.Text(), sa.DateTime(timezone=True)


def upgrade() -> None:
    for name, kind, filling in (("source", TEXT, "hand"), ("tags", JSON, "[]"), ("outcomes", JSON, "[]")):
        op.add_column("saved_jobs", sa.Column(name, kind, nullable=False, server_default=filling))
    op.add_column("saved_jobs", sa.Column("deadline_on", TEXT, nullable=True))
    op.add_column("saved_jobs", sa.Column("archived_at", MOMENT, nullable=True))
    op.add_column("auth_users", sa.Column("preferences", JSON, nullable=False, server_default="{}"))
    op.add_column("practice_plans", sa.Column("raw", JSON, nullable=True))
    for table, columns in (("saved_jobs", ("source", "tags", "outcomes")), ("auth_users", ("preferences",))):
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.alter_column(column, server_default=None)
    op.create_table(
        "job_status_changes",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("saved_job_id", sa.Uuid(), sa.ForeignKey("saved_jobs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("status_before", TEXT, nullable=True),
        sa.Column("status_after", TEXT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_job_status_changes_saved_job_id", "job_status_changes", ["saved_job_id"])


def downgrade() -> None:
    op.drop_table("job_status_changes")
    for table, columns in (
        ("practice_plans", ("raw",)),
        ("auth_users", ("preferences",)),
        ("saved_jobs", ("archived_at", "deadline_on", "outcomes", "tags", "source")),
    ):
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_column(column)
