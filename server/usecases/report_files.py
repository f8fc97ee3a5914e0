"""A finished report as files to keep: everything in one JSON, or as a document to print."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass
from typing import Any

from schema.analysis import Analysis
from schema.transcript import Turn
from server.errors import AppError
from server.report_pdf.document import Heading, report_pdf
from server.repositories.interviews import InterviewRecord
from server.repositories.reports import Reports, StepRecord
from server.services import Services
from server.usecases.sessions import AskedQuestion, Transcript, read_transcript

FORMAT_VERSION = 1
PDFS_AT_ONCE = 1  # the fonts are shared, and interviews need the processor too
_making = asyncio.Semaphore(PDFS_AT_ONCE)


@dataclass(frozen=True, slots=True)
class FinishedReport:
    """All that a report rests on."""

    interview: InterviewRecord
    analysis: Analysis
    steps: tuple[StepRecord, ...]
    transcript: Transcript


async def finished_report(services: Services, interview: InterviewRecord) -> FinishedReport:
    """Raises AppError while there is none."""
    async with services.db.read() as db:
        analysis, steps = await Reports(db).analysis(interview.id), await Reports(db).steps(interview.id)
    if analysis is None:
        raise AppError("no_report", 409, "This report is not there yet. Wait for it, or try its failed steps again.")
    return FinishedReport(interview, analysis, steps, await read_transcript(services, interview.id))


def report_json(report: FinishedReport) -> bytes:
    """The served analysis with the transcript that it quotes; the same report gives the same bytes."""
    told: dict[str, Any] = {
        "format": "interview-practice-lab.report",
        "formatVersion": FORMAT_VERSION,
        "interview": _interview(report.interview),
        "steps": [{"name": s.name, "label": s.label, "status": s.status, "error": s.error} for s in report.steps],
        "analysis": report.analysis.model_dump(mode="json", by_alias=True),
        "interviewers": [{"id": who.id, "name": who.name, "role": who.role} for who in report.transcript.panel],
        "questions": [_question(one) for one in report.transcript.questions],
        "transcript": [turn.model_dump(mode="json") for turn in report.transcript.turns],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


async def report_document(report: FinishedReport) -> bytes:
    """The report as a PDF on A4, made in a thread."""
    async with _making:
        return await asyncio.to_thread(
            report_pdf, _heading(report.interview), report.analysis, report.steps, _asked(report)
        )


def file_name(interview: InterviewRecord, ending: str) -> str:
    """What the download is called: plain letters only, so that every system takes it."""
    role = re.sub(r"[^a-z0-9]+", "-", interview.role_title.lower()).strip("-")[:60] or "interview"
    return f"report-{role}-{interview.created_at:%Y-%m-%d}.{ending}"


def _interview(interview: InterviewRecord) -> dict[str, Any]:
    return {
        "id": str(interview.id),
        "roleKit": interview.role_kit,
        "roleTitle": interview.role_title,
        "company": interview.company,
        "seniority": interview.seniority,
        "interviewType": interview.interview_type,
        "style": interview.style,
        "minutes": interview.minutes,
        "startedAt": None if interview.started_at is None else interview.started_at.isoformat(),
        "endedAt": None if interview.ended_at is None else interview.ended_at.isoformat(),
        "recorded": interview.record,
    }


def _question(question: AskedQuestion) -> dict[str, Any]:
    decision = question.decision
    return {
        "questionId": decision.question_id,
        "text": decision.text,
        "reason": decision.reason,
        "phaseId": decision.phase_id,
        "atS": question.at_s,
    }


def _heading(interview: InterviewRecord) -> Heading:
    return Heading(
        role_title=interview.role_title,
        company=interview.company,
        seniority=interview.seniority,
        interview_type=interview.interview_type,
        held_at=interview.ended_at or interview.created_at,
    )


def _asked(report: FinishedReport) -> dict[str, str]:
    """What every question asked, by its id: of the log, and of the transcript where the log does not know it."""
    spoken = {turn.question_id: turn.text for turn in report.transcript.turns if _asks(turn)}
    logged = {one.decision.question_id: one.decision.text for one in report.transcript.questions}
    return {key: text for key, text in {**spoken, **logged}.items() if key is not None}


def _asks(turn: Turn) -> bool:
    return turn.speaker == "interviewer" and turn.question_id is not None
