"""The job loop: deadlines, tags, outcomes and history of saved jobs; preferences; a coach's own replies; digests."""

from __future__ import annotations

from typing import Any

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
    op.add_column("interview_analysis", sa.Column("digest", JSON, nullable=False, server_default="{}"))
    _fill_digests()
    for table, columns in (
        ("saved_jobs", ("source", "tags", "outcomes")),
        ("auth_users", ("preferences",)),
        ("interview_analysis", ("digest",)),
    ):
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
        ("interview_analysis", ("digest",)),
        ("practice_plans", ("raw",)),
        ("auth_users", ("preferences",)),
        ("saved_jobs", ("archived_at", "deadline_on", "outcomes", "tags", "source")),
    ):
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_column(column)


def _fill_digests() -> None:
    """What stands in a report already is read once, so that lists show it too."""
    rows = sa.table(
        "interview_analysis", sa.column("id", sa.Uuid()), sa.column("analysis", JSON), sa.column("digest", JSON)
    )
    db = op.get_bind()
    for key in list(db.scalars(sa.select(rows.c.id))):
        analysis = db.scalar(sa.select(rows.c.analysis).where(rows.c.id == key))
        db.execute(sa.update(rows).where(rows.c.id == key).values(digest=_digest(analysis or {})))


def _digest(analysis: dict[str, Any]) -> dict[str, Any]:
    """schema.digest.AnalysisDigest of a report as it was stored before this version."""

    def taken(items: Any, *names: str) -> list[dict[str, Any]]:
        return [{name: item.get(name) for name in names} for item in items or ()]

    exercises = taken(analysis.get("exercises"), "key", "name", "mode", "scores")
    requirements = taken((analysis.get("jdMatch") or {}).get("requirements"), "text", "must", "state", "shown")
    return {
        "dimensions": taken(analysis.get("dimensionScores"), "key", "name", "score", "spread", "confidence"),
        "requirements": [{**one, "shown": bool(one["shown"])} for one in requirements],
        "exercises": [
            {"key": one["key"], "name": one["name"], "mode": one["mode"], "score": (one["scores"] or {}).get("overall")}
            for one in exercises
        ],
        "next": _next(analysis),
    }


def _next(analysis: dict[str, Any]) -> dict[str, Any] | None:
    best = (analysis.get("coach") or {}).get("nextBest") or []
    if best:
        item = best[0]["item"]
        return {"title": item["title"], "kind": item["kind"], "target": item.get("target")}
    actions = analysis.get("nextActions") or []
    return {"title": actions[0]["title"], "kind": actions[0]["type"], "target": None} if actions else None
