"""An interview becomes a report: the evaluators' steps on the real tables, by rules and with a model."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

import pytest

from agent.ports import StoredEvent
from evaluators.ports import Failure, ModelClient, ModelError, ModelReply
from evaluators.report import evaluate_document
from evaluators.words import compared
from schema.analysis import Analysis
from schema.documents import JobExtract
from schema.vocabulary import AnswerStrength, DocumentKind, MissingPiece, ReportStatus, StepStatus
from server.db import Database
from server.evaluation_material import Shelf
from server.evaluation_steps import AGAIN, BATCH, FAILURES, Evaluation
from server.live_figures import turn_taking_of
from server.repositories.documents import Documents, NewDocument
from server.repositories.interviews import Interviews
from server.repositories.reports import Reports
from server.usecases.reports import Kept, ReportWork, Step, StepFailedError, StepResult
from tests.support.interviews import a_note
from tests.support.reports import attempt
from tests.support.spoken_interview import STRONG, Exchange, new_user, spoken_interview


class SilentModel:
    """A model whose endpoint gives nothing."""

    name = "silent"

    def __init__(self, reason: Failure) -> None:
        self._reason = reason

    async def complete(
        self, *, system: str, user: str, schema_name: str, schema: Mapping[str, object], temperature: float, seed: int
    ) -> ModelReply:
        raise ModelError(self._reason, "no reply")

    async def aclose(self) -> None: ...


async def run_all(
    database: Database, session_id: UUID, model: ModelClient | None = None, broken: Collection[str] = ()
) -> dict[str, str]:
    """All steps in order, as the durable engine runs them; those named in `broken` fail."""
    evaluation = Evaluation(database, model)
    work = ReportWork(database, [_broken(step) if step.name in broken else step for step in evaluation.steps()])
    assert await work.announce(session_id)
    return await attempt(work, session_id, {})


def _broken(step: Step) -> Step:
    async def work(session_id: UUID, kept: Kept) -> StepResult:
        raise StepFailedError("This part did not work.")

    return replace(step, work=work)


async def analysis_of(database: Database, session_id: UUID) -> Analysis | None:
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


async def test_the_stored_report_says_what_the_evaluator_says_of_the_transcript_alone(database: Database) -> None:
    session_id = await spoken_interview(
        database, jd_text="Requirements\n- Kubernetes", resume_text="Skills\nKubernetes"
    )
    await run_all(database, session_id)
    material = await Shelf(database).take(session_id, {})
    alone = await evaluate_document(
        material.document, rubric=material.rubric, classify=material.classify, live=material.live, kit=material.kit
    )
    stored = await analysis_of(database, session_id)
    assert stored is not None
    coached = {"coach", "practice_plan_7d", "memory_update"}  # what rests on the user's other interviews
    assert stored.model_dump(exclude=coached) == alone.analysis.model_dump(exclude=coached)


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
    done = {"transcript", "turn_notes", "delivery", "jd_match", "rewrites", "exercises"}  # what rests on no judgement
    assert {name for name, step in steps.items() if step.status is StepStatus.DONE} == done == set(kept)
    assert await analysis_of(database, session_id) is None


SECTIONS = {
    "turn_notes": "turnNotes",
    "delivery": "turnTaking",
    "jd_match": "jdMatch",
    "rewrites": "answerRewrites",
    "next_actions": "nextActions",
    "memory": "memoryUpdate",
    "coach": "practicePlan7d",
    "exercises": "exercises",
}


@pytest.mark.parametrize("name", SECTIONS)
async def test_a_part_that_fails_is_named_and_the_report_stands_without_it(database: Database, name: str) -> None:
    session_id = await spoken_interview(database)
    kept = await run_all(database, session_id, broken=(name,))
    partial = await analysis_of(database, session_id)
    assert partial is not None
    assert partial.failed_sections == (SECTIONS[name],)
    assert partial.overall.score is not None
    async with database.read() as db:
        assert await Reports(db).status(session_id) is ReportStatus.FAILED
        steps = {step.name: step for step in await Reports(db).steps(session_id)}
    assert [step.name for step in steps.values() if step.status is not StepStatus.DONE] == [name]
    assert steps[name].error == "This part did not work."

    ran: list[str] = []
    work = ReportWork(database, [_watched(step, ran) for step in Evaluation(database, None).steps()])
    assert await work.reopen(session_id)
    await attempt(work, session_id, work.carried(kept))
    whole = await analysis_of(database, session_id)
    assert whole is not None
    assert whole.failed_sections == ()
    assert ran == [other.name for other in work.steps.values() if _rests_on(work, other.name, name)]
    assert ran[-1] == "report"
    async with database.read() as db:
        assert await Reports(db).status(session_id) is ReportStatus.DONE


def _watched(step: Step, ran: list[str]) -> Step:
    async def work(session_id: UUID, kept: Kept) -> StepResult:
        ran.append(step.name)
        return await step.work(session_id, kept)

    return replace(step, work=work)


def _rests_on(work: ReportWork, name: str, failed: str) -> bool:
    step = work.steps[name]
    return name == failed or any(_rests_on(work, other, failed) for other in (*step.needs, *step.uses))


async def test_a_report_after_a_retry_is_the_report_without_the_failure(database: Database) -> None:
    session_id, again = await spoken_interview(database), Evaluation(database, None)
    kept = await run_all(database, session_id, broken=("delivery",))
    work = ReportWork(database, again.steps(), again.let_go)
    assert await work.reopen(session_id)
    await attempt(work, session_id, work.carried(kept))
    retried = await analysis_of(database, session_id)
    async with database.write() as db:
        await Reports(db).set_status(session_id, ReportStatus.NONE)
    await run_all(database, session_id)
    assert retried == await analysis_of(database, session_id)


async def test_notes_are_shown_while_others_are_still_to_come(database: Database) -> None:
    """The page asks again and again; what was noted so far is there before the step is done."""
    many = tuple(replace(STRONG[0], question=f"Walk me through project number {n}.") for n in range(2 * BATCH + 1))
    session_id, seen = await spoken_interview(database, many), []

    class Watching(Evaluation):
        async def turn_notes(self, session_id: UUID, kept: Kept) -> StepResult:
            result = await super().turn_notes(session_id, kept)
            async with database.read() as db:  # before the transaction that finishes the step
                steps = {step.name: step.status for step in await Reports(db).steps(session_id)}
                seen.append((len(await Reports(db).notes(session_id)), steps["turn_notes"]))
            return result

    work = ReportWork(database, Watching(database, None).steps())
    assert await work.announce(session_id)
    await attempt(work, session_id, {})
    assert seen == [(len(many), StepStatus.RUNNING)]


async def test_notes_that_an_attempt_wrote_too_many_of_go(database: Database) -> None:
    session_id = await spoken_interview(database)
    async with database.write() as db:
        await Reports(db).put_notes(session_id, [a_note(index) for index in range(9)])
    await run_all(database, session_id)
    async with database.read() as db:
        assert len(await Reports(db).notes(session_id)) == len(STRONG)


async def test_the_corrected_job_description_is_matched_also_after_it_was_deleted(database: Database) -> None:
    user_id = await new_user(database)
    jd_id = await _job_description(database, user_id, JobExtract(must_have=("Rust", "Kubernetes")))
    session_id = await spoken_interview(database, user_id=user_id, jd_document_id=jd_id)
    kept = await run_all(database, session_id, broken=("jd_match",))
    async with database.write() as db:
        await Documents(db).delete(jd_id)
    work = ReportWork(database, Evaluation(database, None).steps())
    assert await work.reopen(session_id)
    await attempt(work, session_id, work.carried(kept))
    analysis = await analysis_of(database, session_id)
    assert analysis is not None
    assert {requirement.text for requirement in analysis.jd_match.requirements} == {"Rust", "Kubernetes"}


async def _job_description(database: Database, user_id: UUID, corrected: JobExtract) -> UUID:
    new = NewDocument(user_id, DocumentKind.JD, "job.txt", "text/plain", 1, "documents/job")
    async with database.write() as db:
        document = await Documents(db).create(new)
        await Documents(db).put_text(document.id, "Requirements\n- Experience with Go", "text/plain", None, ())
        await Documents(db).put_extract(document, JobExtract(must_have=("Experience with Go",)), "1")
        await Documents(db).correct(document.id, corrected)
    return document.id


async def test_an_older_versions_steps_go_when_a_report_is_tried_again(database: Database) -> None:
    session_id = await spoken_interview(database)
    async with database.write() as db:
        await Reports(db).plan_steps(session_id, [("transcript", "Old words"), ("advice", "What to practise next")])
        await Reports(db).finish_step(session_id, "transcript")
        await Reports(db).set_status(session_id, ReportStatus.FAILED)
    work = ReportWork(database, Evaluation(database, None).steps())
    assert await work.reopen(session_id)
    await attempt(work, session_id, {})
    async with database.read() as db:
        steps = await Reports(db).steps(session_id)
        assert await Reports(db).status(session_id) is ReportStatus.DONE
    assert [(step.name, step.label) for step in steps] == [(step.name, step.label) for step in work.steps.values()]


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
