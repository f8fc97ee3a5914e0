"""Exercises in interviews: plans keep theirs, the catalogue holds whole ones, and work on one names it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004_exercises"
down_revision = "0003_judgement"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ADDED = (
    ("interview_plans", ("exercises",)),
    ("coding_exercises", ("material",)),
    ("case_templates", ("material",)),
    ("exercise_sessions", ("exercise_key", "position")),
)


def upgrade() -> None:
    op.add_column("interview_plans", sa.Column("exercises", JSON, nullable=False, server_default="{}"))
    for table in ("coding_exercises", "case_templates"):
        op.add_column(table, sa.Column("material", JSON, nullable=False, server_default="{}"))
    op.add_column("exercise_sessions", sa.Column("exercise_key", sa.Text(), nullable=False, server_default=""))
    op.add_column("exercise_sessions", sa.Column("position", sa.Integer(), nullable=False, server_default="0"))
    for table, columns in ADDED:
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.alter_column(column, server_default=None)


def downgrade() -> None:
    for table, columns in ADDED:
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_column(column)
