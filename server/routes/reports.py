"""What became of an interview: the transcript with the reason of every question, and the report."""

from __future__ import annotations

from fastapi import APIRouter

from schema.analysis import Analysis, TurnNote
from schema.base import Shape
from schema.transcript import Turn
from schema.vocabulary import MissingPiece, QuestionKind, ReportStatus, StepStatus
from server.deps import Access, OwnInterview, ServicesDep, access
from server.errors import AppError, refusals
from server.repositories.interviews import InterviewRecord
from server.repositories.reports import Reports
from server.services import Services
from server.usecases.sessions import AskedQuestion, read_transcript

router = APIRouter(prefix="/api/interview/sessions/{session_id}", tags=["reports"])


class Question(Shape):
    """Why this was asked. `asks_for` is the missing piece that a probe wants; `at_s` on the interview's clock."""

    question_id: str
    text: str
    pattern_key: str | None
    phase_id: str
    kind: QuestionKind
    reason: str
    asks_for: MissingPiece | None
    at_s: float


class Asker(Shape):
    """One of those who asked; turns name them by `id`."""

    id: str
    name: str
    role: str


class TranscriptBody(Shape):
    """`interviewers`: the panel, the chair first; empty where one person asked."""

    turns: tuple[Turn, ...]
    interviewers: tuple[Asker, ...]
    questions: tuple[Question, ...]


class Step(Shape):
    name: str
    label: str
    status: StepStatus
    error: str | None


class Report(Shape):
    status: ReportStatus
    steps: tuple[Step, ...]
    analysis: Analysis | None
    turn_notes: tuple[TurnNote, ...]


@router.get("/transcript", dependencies=[access(Access.OWNER_OF_SESSION)])
async def transcript(interview: OwnInterview, services: ServicesDep) -> TranscriptBody:
    found = await read_transcript(services, interview.id)
    return TranscriptBody(
        turns=found.turns,
        interviewers=tuple(Asker(id=who.id, name=who.name, role=who.role) for who in found.panel),
        questions=tuple(_question(asked) for asked in found.questions),
    )


@router.get("/report", dependencies=[access(Access.OWNER_OF_SESSION)])
async def report(interview: OwnInterview, services: ServicesDep) -> Report:
    return await _report(services, interview)


@router.post(
    "/report/retry",
    status_code=202,
    dependencies=[access(Access.OWNER_OF_SESSION)],
    summary="Try what failed of a report again",
    responses=refusals({409: "Nothing of the report has failed.", 503: "This server makes no reports."}),
)
async def retry(interview: OwnInterview, services: ServicesDep) -> Report:
    if interview.report_status is not ReportStatus.FAILED:
        raise AppError("report_not_failed", 409, "Only a report that failed can be tried again.")
    if services.reports is None:
        raise AppError("reports_off", 503, "This server makes no reports. Start it with `interview-lab serve`.")
    await services.reports.retry(interview.id)
    return await _report(services, interview)


async def _report(services: Services, interview: InterviewRecord) -> Report:
    async with services.db.read() as db:
        reports = Reports(db)
        return Report(
            status=await reports.status(interview.id) or interview.report_status,
            steps=tuple(Step.model_validate(step, from_attributes=True) for step in await reports.steps(interview.id)),
            analysis=await reports.analysis(interview.id),
            turn_notes=await reports.notes(interview.id),
        )


def _question(asked: AskedQuestion) -> Question:
    decision = asked.decision
    assert decision.question_id is not None
    return Question(
        question_id=decision.question_id,
        text=decision.text,
        pattern_key=decision.pattern_key,
        phase_id=decision.phase_id,
        kind=decision.question_kind,
        reason=decision.reason,
        asks_for=decision.asks_for,
        at_s=asked.at_s,
    )
