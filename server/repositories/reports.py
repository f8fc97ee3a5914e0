"""The evaluation as it stands: its steps, the notes on single answers, and the finished analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update

from schema.analysis import Analysis, TurnNote
from schema.digest import AnalysisDigest
from schema.tables.base import utc_now
from schema.tables.interviews import InterviewSessionRow
from schema.tables.reports import AnalysisStepRow, InterviewAnalysisRow, TurnNoteRow
from schema.vocabulary import ReportStatus, StepStatus
from server.db import DbSession


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One line of the report's progress. `error` is a sentence for the candidate."""

    name: str
    label: str
    status: StepStatus
    error: str | None = None


class Reports:
    """All methods are idempotent: a step that a killed process ran twice leaves one row."""

    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ the whole

    async def status(self, session_id: UUID) -> ReportStatus | None:
        """None: there is no such interview."""
        found = await self._db.scalar(
            select(InterviewSessionRow.report_status).where(InterviewSessionRow.id == session_id)
        )
        return None if found is None else ReportStatus(found)

    async def set_status(self, session_id: UUID, status: ReportStatus) -> None:
        mine = InterviewSessionRow.id == session_id
        await self._db.execute(update(InterviewSessionRow).where(mine).values(report_status=status))

    async def claim(self, session_id: UUID, now: ReportStatus, to: ReportStatus) -> bool:
        """Go from one state to another. False where it stands elsewhere: of two that try at once, one wins."""
        mine = InterviewSessionRow.id == session_id, InterviewSessionRow.report_status == now
        moved = update(InterviewSessionRow).where(*mine).values(report_status=to).returning(InterviewSessionRow.id)
        return await self._db.scalar(moved) is not None

    async def sessions_in(self, *statuses: ReportStatus) -> tuple[UUID, ...]:
        """Interviews whose report stands at one of these, for a start that must go on where a killed one stopped."""
        found = select(InterviewSessionRow.id).where(InterviewSessionRow.report_status.in_(statuses))
        return tuple(await self._db.scalars(found))

    # ------------------------------------------------------------------ steps

    async def plan_steps(self, session_id: UUID, steps: Sequence[tuple[str, str]]) -> None:
        """Announce the steps as (name, label), in order. Known ones keep their state; what an older version of the
        product had as a step, and this one has not, goes."""
        known = {row.name: row for row in await self._db.scalars(select(AnalysisStepRow).where(_steps_of(session_id)))}
        for position, (name, label) in enumerate(steps):
            row = known.pop(name, None)
            if row is None:
                row = AnalysisStepRow(session_id=session_id, name=name, status=StepStatus.PENDING, attempts=0)
                self._db.add(row)
            row.label, row.position = label, position
        for row in known.values():
            await self._db.delete(row)
        await self._db.flush()

    async def start_step(self, session_id: UUID, name: str) -> None:
        await self._set_step(
            session_id,
            name,
            status=StepStatus.RUNNING,
            error=None,
            attempts=AnalysisStepRow.attempts + 1,
            started_at=utc_now(),
            finished_at=None,
        )

    async def finish_step(self, session_id: UUID, name: str) -> None:
        await self._set_step(session_id, name, status=StepStatus.DONE, error=None, finished_at=utc_now())

    async def fail_step(self, session_id: UUID, name: str, error: str) -> None:
        await self._set_step(session_id, name, status=StepStatus.FAILED, error=error, finished_at=utc_now())

    async def reset_steps(self, session_id: UUID) -> None:
        """Before a retry: what failed or was interrupted is pending again, what is done stays."""
        open_ones = AnalysisStepRow.status != StepStatus.DONE
        await self._db.execute(
            update(AnalysisStepRow)
            .where(_steps_of(session_id), open_ones)
            .values(status=StepStatus.PENDING, error=None, started_at=None, finished_at=None)
        )

    async def _set_step(self, session_id: UUID, name: str, **values: Any) -> None:
        await self._db.execute(
            update(AnalysisStepRow).where(_steps_of(session_id), AnalysisStepRow.name == name).values(**values)
        )

    async def steps(self, session_id: UUID) -> tuple[StepRecord, ...]:
        mine = select(AnalysisStepRow).where(_steps_of(session_id)).order_by(AnalysisStepRow.position)
        return tuple(
            StepRecord(row.name, row.label, StepStatus(row.status), row.error) for row in await self._db.scalars(mine)
        )

    # ------------------------------------------------------------------ notes and analysis

    async def put_notes(self, session_id: UUID, notes: Sequence[TurnNote], start: int = 0) -> None:
        """Write notes on single answers from position `start` on, in the place of those that stood there."""
        mine, places = TurnNoteRow.session_id == session_id, TurnNoteRow.position
        await self._db.execute(delete(TurnNoteRow).where(mine, places >= start, places < start + len(notes)))
        self._db.add_all(
            TurnNoteRow(session_id=session_id, position=position, note=_json(note))
            for position, note in enumerate(notes, start)
        )
        await self._db.flush()

    async def cut_notes(self, session_id: UUID, length: int) -> None:
        """Remove the notes from position `length` on: an earlier attempt may have written more."""
        await self._db.execute(
            delete(TurnNoteRow).where(TurnNoteRow.session_id == session_id, TurnNoteRow.position >= length)
        )

    async def notes(self, session_id: UUID) -> tuple[TurnNote, ...]:
        mine = select(TurnNoteRow.note).where(TurnNoteRow.session_id == session_id).order_by(TurnNoteRow.position)
        return tuple(TurnNote.model_validate(note) for note in await self._db.scalars(mine))

    async def put_analysis(self, session_id: UUID, analysis: Analysis, raw: Mapping[str, Any] | None = None) -> None:
        """Store the report, and beside it what the model answered before it was validated."""
        row = await self._db.scalar(_analysis_of(session_id))
        if row is None:
            row = InterviewAnalysisRow(interview_session_id=session_id)
            self._db.add(row)
        row.analysis = _json(analysis)
        row.digest = AnalysisDigest.of(analysis).model_dump(mode="json")
        row.raw = None if raw is None else dict(raw)
        who, overall = analysis.provenance, analysis.overall
        row.evaluator, row.evaluator_version = who.evaluator, who.evaluator_version
        row.prompt_version, row.model = who.prompt_version, who.model
        row.overall_score, row.readiness, row.hire_signal = overall.score, overall.readiness, overall.hire_signal
        await self._db.flush()

    async def analysis(self, session_id: UUID) -> Analysis | None:
        row = await self._db.scalar(_analysis_of(session_id))
        return None if row is None else Analysis.model_validate(row.analysis)

    async def raw(self, session_id: UUID) -> dict[str, Any] | None:
        """What the model answered; null where rules judged."""
        row = await self._db.scalar(_analysis_of(session_id))
        return None if row is None else row.raw


def _steps_of(session_id: UUID) -> Any:
    return AnalysisStepRow.session_id == session_id


def _analysis_of(session_id: UUID) -> Any:
    return select(InterviewAnalysisRow).where(InterviewAnalysisRow.interview_session_id == session_id)


def _json(shape: Analysis | TurnNote) -> dict[str, Any]:
    return shape.model_dump(mode="json", by_alias=True)
