"""An interview becomes a report: the evaluators' steps on the real tables, by rules and with a model."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from agent.ports import StoredEvent
from evaluators.ports import Failure, ModelError, ModelReply
from evaluators.words import compared
from schema.analysis import Analysis
from schema.vocabulary import AnswerStrength, MissingPiece, ReportStatus, StepStatus
from server.db import Database
from server.evaluation_steps import AGAIN, FAILURES, Evaluation
from server.live_figures import turn_taking_of
from server.repositories.interviews import Interviews
from server.repositories.reports import Reports
from server.usecases.reports import ReportWork
from tests.support.spoken_interview import STRONG, Exchange, spoken_interview


class SilentModel:
    """A model whose endpoint gives nothing."""

    name = "silent"

    def __init__(self, reason: Failure) -> None:
        self._reason = reason

    async def complete(
        self, *, system: str, user: str, schema_name: str, schema: Mapping[str, object], temperature: float, seed: int
    ) -> ModelReply:
        raise ModelError(self._reason, "no reply")


async def run_all(database: Database, session_id, model=None) -> dict[str, str]:  # type: ignore[no-untyped-def]
    """All steps in order, as the durable engine runs them."""
    work = ReportWork(database, Evaluation(database, model).steps())
    assert await work.announce(session_id)
    kept: dict[str, str] = {}
    for name in work.steps:
        given = await work.perform(session_id, name, dict(kept))
        if given is not None:
            kept[name] = given
    await work.conclude(session_id)
    return kept


async def analysis_of(database: Database, session_id) -> Analysis | None:  # type: ignore[no-untyped-def]
    async with database.read() as db:
        return await Reports(db).analysis(session_id)


async def test_a_spoken_interview_becomes_a_report_with_proof(database: Database) -> None:
    session_id = await spoken_interview(database)
    await run_all(database, session_id)
    async with database.read() as db:
        assert await Reports(db).status(session_id) is ReportStatus.DONE
        interview = await Interviews(db).get(session_id, None)
        notes = await Reports(db).notes(session_id)
    analysis = await analysis_of(database, session_id)
    assert analysis is not None
    assert interview is not None
    assert interview.overall_score == analysis.overall.score
    assert analysis.provenance.evaluator == "rules"
    assert notes == analysis.turn_notes
    scored = [dimension for dimension in analysis.dimension_scores if dimension.score is not None]
    assert scored
    answers = {2 * n + 1: exchange.answer.split() for n, exchange in enumerate(STRONG)}
    for evidence in (item for dimension in scored for item in dimension.evidence):
        said = answers[evidence.turn_index][evidence.word_start : evidence.word_end]
        assert [compared(word) for word in said] == [compared(word) for word in evidence.quote.split()]
        assert evidence.start_s is not None
        assert evidence.end_s is not None
        assert evidence.start_s < evidence.end_s


async def test_the_room_s_own_figures_stand_in_the_report(database: Database) -> None:
    session_id = await spoken_interview(database)
    await run_all(database, session_id)
    analysis = await analysis_of(database, session_id)
    assert analysis is not None
    taking = analysis.turn_taking
    assert (taking.response_gap_p50_s, taking.candidate_gap_p50_s, taking.overlaps) == (0.4, 0.6, 1)
    assert taking.interviewer_talk_s == 11.5
    assert taking.words_per_minute is not None


async def test_a_probe_s_answer_is_read_for_what_the_probe_asked(database: Database) -> None:
    """The words "And then?" ask for nothing; the interviewer's decision says that a figure was wanted."""
    probe = Exchange("And then?", "We shipped it and the team liked the new page very much.", MissingPiece.METRIC)
    session_id = await spoken_interview(database, (*STRONG, probe))
    await run_all(database, session_id)
    async with database.read() as db:
        note = (await Reports(db).notes(session_id))[-1]
    assert note.strength is not AnswerStrength.STRONG
    assert note.missing == (MissingPiece.METRIC,)


async def test_the_same_interview_gives_the_same_report(database: Database) -> None:
    first, second = await spoken_interview(database), await spoken_interview(database)
    for session_id in (first, second):
        await run_all(database, session_id)
    analysis = await analysis_of(database, first)
    assert analysis is not None
    assert analysis == await analysis_of(database, second)


async def test_an_interview_without_an_answer_has_a_report_without_a_score(database: Database) -> None:
    session_id = await spoken_interview(database, (Exchange("Tell me about yourself.", "I don't know."),))
    await run_all(database, session_id)
    analysis = await analysis_of(database, session_id)
    assert analysis is not None
    assert analysis.overall.score is None
    assert analysis.unanswered == ("q1",)
    assert all(dimension.score is None for dimension in analysis.dimension_scores)


@pytest.mark.parametrize("reason", list(Failure))
async def test_a_model_that_fails_is_shown_as_failed_and_the_rest_stands(database: Database, reason: Failure) -> None:
    session_id = await spoken_interview(database)
    kept = await run_all(database, session_id, SilentModel(reason))
    async with database.read() as db:
        steps = {step.name: step for step in await Reports(db).steps(session_id)}
        assert await Reports(db).status(session_id) is ReportStatus.FAILED
        assert len(await Reports(db).notes(session_id)) == len(STRONG)
    assert steps["dimensions"].error == f"{FAILURES[reason]} {AGAIN}"
    assert {name for name, step in steps.items() if step.status is StepStatus.DONE} == {
        "transcript",
        "turn_notes",
        "delivery",
    }
    assert set(kept) == {"transcript", "turn_notes", "delivery"}
    assert await analysis_of(database, session_id) is None


async def test_a_deleted_interview_is_no_crash(database: Database) -> None:
    session_id = await spoken_interview(database)
    work = ReportWork(database, Evaluation(database, None).steps())
    async with database.write() as db:
        await Interviews(db).delete(session_id)
    assert await work.announce(session_id) is False
    assert await work.perform(session_id, "transcript", {}) is None


def test_figures_of_several_connections_are_joined() -> None:
    log = [
        StoredEvent(1, 0, "left", {"response_gaps_s": [0.3], "candidate_gaps_s": [], "overlaps": 1, "cut_offs": 0}),
        StoredEvent(2, 0, "resumed", {}),
        StoredEvent(3, 0, "ended", {"response_gaps_s": [0.5, 0.9], "candidate_gaps_s": [1.0], "overlaps": 2}),
    ]
    taking = turn_taking_of(log)
    assert taking is not None
    assert (taking.response_gap_p50_s, taking.overlaps, taking.candidate_gap_p50_s) == (0.5, 3, 1.0)


def test_counts_are_unknown_where_a_killed_server_kept_some() -> None:
    log = [
        StoredEvent(1, 0, "resumed", {}),
        StoredEvent(2, 0, "ended", {"response_gaps_s": [0.5], "candidate_gaps_s": [], "overlaps": 2}),
    ]
    taking = turn_taking_of(log)
    assert taking is not None
    assert (taking.response_gap_p50_s, taking.overlaps, taking.interviewer_talk_s) == (0.5, None, None)


def test_no_figures_are_no_figures() -> None:
    assert turn_taking_of([StoredEvent(1, 0, "resumed", {})]) is None
