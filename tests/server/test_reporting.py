"""The real evaluation, run by the durable engine as the server runs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from pydantic import ValidationError

from evaluators.ports import Failure
from schema.vocabulary import ReportStatus, StepStatus
from server.db import Database
from server.evaluation_steps import FAILURES
from server.reporting import open_reports
from server.repositories.reports import Reports
from server.services import open_services
from server.settings import Settings
from tests.support.openai_double import failing, openai_double
from tests.support.reports import concluded, steps_of
from tests.support.spoken_interview import spoken_interview


async def test_an_ended_interview_gets_its_report(database: Database, database_address: str, home: Path) -> None:
    session_id = await spoken_interview(database)
    settings = Settings(_env_file=None, interview_lab_home=home, database_url=database_address)
    async with open_services(settings) as services, open_reports(services) as reports:
        await reports.start(session_id)
        assert await concluded(database, session_id) is ReportStatus.DONE
    async with database.read() as db:
        analysis = await Reports(db).analysis(session_id)
    assert analysis is not None
    assert analysis.overall.score is not None
    assert any(dimension.evidence for dimension in analysis.dimension_scores)


@pytest.fixture
def broken_model() -> Iterator[str]:
    """The address of a language model's server that is out of order."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(400)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(b'{"error": {"message": "out of order"}}')

        def log_message(self, format: str, *args: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


async def test_the_model_that_the_settings_name_judges(
    broken_model: str, database: Database, database_address: str, home: Path
) -> None:
    """Seen from its failure: the step says that the model's server refused, and no rules step in silently."""
    session_id = await spoken_interview(database)
    settings = Settings(
        _env_file=None, interview_lab_home=home, database_url=database_address, llm_base_url=broken_model
    )
    async with open_services(settings) as services, open_reports(services) as reports:
        await reports.start(session_id)
        assert await concluded(database, session_id) is ReportStatus.FAILED
    steps = await steps_of(database, session_id)
    assert steps["turn_notes"].status is StepStatus.DONE
    assert (steps["dimensions"].error or "").startswith(FAILURES[Failure.HTTP_STATUS])


async def test_the_model_judges_as_often_as_the_settings_say(
    database: Database, database_address: str, home: Path
) -> None:
    session_id = await spoken_interview(database)
    async with openai_double(failing(401)) as double:
        settings = Settings(
            _env_file=None,
            interview_lab_home=home,
            database_url=database_address,
            llm_base_url=double.base_url,
            judge_samples=5,
        )
        async with open_services(settings) as services, open_reports(services) as reports:
            await reports.start(session_id)
            assert await concluded(database, session_id) is ReportStatus.FAILED
        assert len(double.requests) == 5


@pytest.mark.parametrize("samples", [0, 6])
def test_one_to_five_judges(samples: int) -> None:
    with pytest.raises(ValidationError):
        Settings(_env_file=None, judge_samples=samples)
