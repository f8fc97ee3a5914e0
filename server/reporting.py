"""Wires the reports: the evaluation's steps on a database engine of their own, run by the durable engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.background import Reports, system_database_url
from server.db import Database
from server.evaluation_steps import Evaluation
from server.llm import make_model
from server.sandbox.code_runner import open_runner
from server.services import Services
from server.usecases.reports import ReportWork


@asynccontextmanager
async def open_reports(services: Services) -> AsyncIterator[Reports]:
    """Reports that are made while the server runs; unfinished ones go on at once."""
    settings, url = services.settings, services.db.url

    @asynccontextmanager
    async def open_work() -> AsyncIterator[ReportWork]:
        database, model = Database(url), make_model(settings)
        runner = await open_runner()
        evaluation = Evaluation(database, model, settings.judge_samples, runner)
        try:
            yield ReportWork(database, evaluation.steps(), evaluation.let_go)
        finally:
            await runner.aclose()
            if model is not None:
                await model.aclose()
            await database.aclose()

    reports = Reports(open_work, system_database_url(url, settings.home))
    await reports.launch()
    try:
        yield reports
    finally:
        await reports.shutdown()
