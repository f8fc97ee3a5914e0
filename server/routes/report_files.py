"""A finished report to take along: as JSON for other programs, as PDF for people and printers."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from server.deps import Access, OwnInterview, ServicesDep, access
from server.errors import ErrorBody
from server.usecases.report_files import file_name, finished_report, report_document, report_json

router = APIRouter(prefix="/api/interview/sessions/{session_id}", tags=["reports"])

NOT_YET: dict[int | str, dict[str, Any]] = {409: {"model": ErrorBody, "description": "There is no report yet."}}


@router.get(
    "/report.json",
    response_class=Response,
    responses={200: {"content": {"application/json": {}}, "description": "An attachment"}, **NOT_YET},
    dependencies=[access(Access.OWNER_OF_SESSION)],
)
async def as_json(interview: OwnInterview, services: ServicesDep) -> Response:
    """The analysis as it is served, its steps, the questions with their reasons, and the transcript."""
    body = report_json(await finished_report(services, interview))
    return _attachment(body, "application/json", file_name(interview, "json"))


@router.get(
    "/report.pdf",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "An attachment"}, **NOT_YET},
    dependencies=[access(Access.OWNER_OF_SESSION)],
)
async def as_pdf(interview: OwnInterview, services: ServicesDep) -> Response:
    """The whole report on A4."""
    body = await report_document(await finished_report(services, interview))
    return _attachment(body, "application/pdf", file_name(interview, "pdf"))


def _attachment(body: bytes, media_type: str, name: str) -> Response:
    return Response(body, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
