"""Documents that are read in the background, role labels, what blueprints rest on, and who of a panel asked."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002_interview_intelligence"
down_revision = "0001_initial"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TEXT, WHOLE, MOMENT = sa.Text(), sa.Integer(), sa.DateTime(timezone=True)

# table -> column -> its type, and what rows that exist already get; None: it may be null.
ADDED: dict[str, dict[str, tuple[Any, str | None]]] = {
    "question_patterns": {"rephrased": (TEXT, None), "archetypes": (JSON, "[]"), "role_archetypes": (JSON, "[]")},
    "companies": {"aliases": (JSON, "[]")},
    "company_role_blueprints": {
        "public_values": (JSON, "[]"),
        "rounds": (JSON, "[]"),
        "source_type": (TEXT, "curated"),
        "post_count": (WHOLE, "0"),
    },
    "user_documents": {
        "size_bytes": (WHOLE, "0"),
        "status": (TEXT, "done"),
        "progress": (WHOLE, "100"),
        "problem": (TEXT, None),
        "pages": (WHOLE, None),
        "flags": (JSON, "[]"),
        "updated_at": (MOMENT, "2026-01-04 00:00:00+00:00"),
    },
    "user_profile_extracted": {
        "model": (TEXT, None),
        "raw": (JSON, None),
        "dropped": (WHOLE, "0"),
        "corrected_at": (MOMENT, None),
    },
    "interview_configs": {"company_archetype": (TEXT, None), "specialization": (TEXT, None)},
    "transcript_turns": {"interviewer": (TEXT, None)},
}


def upgrade() -> None:
    for table, columns in ADDED.items():
        with op.batch_alter_table(table) as batch:
            for name, (kind, filling) in columns.items():
                batch.add_column(sa.Column(name, kind, nullable=filling is None, server_default=filling))
        filled = [name for name, (_, filling) in columns.items() if filling is not None]
        if filled:
            with op.batch_alter_table(table) as batch:
                for name in filled:
                    batch.alter_column(name, server_default=None)
    with op.batch_alter_table("interview_configs") as batch:
        batch.alter_column("consented_at", existing_type=MOMENT, nullable=True)
    op.create_table(
        "role_labels",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("label", TEXT, nullable=False, unique=True),
        sa.Column("role_kit_id", sa.Uuid(), sa.ForeignKey("role_kits.id", ondelete="CASCADE"), nullable=False),
        sa.Column("role_category", TEXT, nullable=False),
        sa.Column("specialization", TEXT, nullable=True),
        sa.Column("aliases", JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
    )
    op.create_index("ix_role_labels_role_kit_id", "role_labels", ["role_kit_id"])


def downgrade() -> None:
    op.drop_table("role_labels")
    op.execute("DELETE FROM interview_configs WHERE consented_at IS NULL")
    with op.batch_alter_table("interview_configs") as batch:
        batch.alter_column("consented_at", existing_type=MOMENT, nullable=False)
    for table, columns in ADDED.items():
        with op.batch_alter_table(table) as batch:
            for name in columns:
                batch.drop_column(name)
