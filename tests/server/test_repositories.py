"""What the repositories keep and give back: interviews and their life, reports, recordings, the catalogue."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from sqlalchemy import text

from schema.patterns import Probe, ProbeTree, QuestionPattern
from schema.vocabulary import (
    HireSignal,
    InterviewStatus,
    InterviewType,
    MissingPiece,
    PatternType,
    Readiness,
    ReportStatus,
    RoleCategory,
    StepStatus,
)
from seeds.case_templates import load_cases
from seeds.coding_exercises import load_coding_exercises
from server.db import Database
from server.files import recording_path
from server.repositories.catalog import CatalogRows
from server.repositories.interviews import IllegalTransitionError, Interviews
from server.repositories.recordings import Recordings
from server.repositories.reports import Reports
from tests.support.interviews import (
    INTRO,
    KIT_ID,
    a_note,
    an_analysis,
    small_catalog,
    small_plan,
    store_interview,
    unknown_id,
)

LIFE = [InterviewStatus.LIVE, InterviewStatus.PAUSED, InterviewStatus.LIVE, InterviewStatus.ENDED]


async def test_a_bundle_holds_all_that_an_interview_needs(database: Database) -> None:
    session_id = await store_interview(database, jd_text="We need care.", resume_text="I cared.", company="Acme")
    async with database.read() as db:
        bundle = await Interviews(db).bundle(session_id)
        assert await Interviews(db).bundle(unknown_id()) is None
    assert bundle is not None
    assert (bundle.plan, bundle.patterns) == (small_plan(), {"intro_basic": INTRO})
    assert (bundle.candidate_name, bundle.seed) == ("maya", 7)
    assert (bundle.jd_text, bundle.resume_text) == ("We need care.", "I cared.")
    assert bundle.interview.company == "Acme"


async def test_the_bundle_keeps_the_patterns_of_its_day(database: Database) -> None:
    session_id = await store_interview(database)
    changed = INTRO.model_copy(update={"template": "Something else?"})
    async with database.write() as db:
        await CatalogRows(db).fill(small_catalog("Test Engineer", changed))
        bundle = await Interviews(db).bundle(session_id)
        assert (await CatalogRows(db).patterns())["intro_basic"] == changed
    assert bundle is not None
    assert bundle.patterns["intro_basic"] == INTRO


async def test_the_life_of_an_interview(database: Database) -> None:
    session_id = await store_interview(database)
    async with database.write() as db:
        interviews = Interviews(db)
        for status in LIFE:
            await interviews.move(session_id, status, "closed")
        await interviews.set_phase(session_id, "intro")
        await interviews.move(session_id, InterviewStatus.ENDED)  # where it stands already: nothing happens
        ended = await interviews.get(session_id, None)
        assert ended is not None
        assert ended.started_at is not None
        assert ended.ended_at is not None
        assert ended.started_at <= ended.ended_at
        assert (ended.status, ended.end_reason, ended.phase_id) == (InterviewStatus.ENDED, "closed", "intro")
        assert await interviews.in_status(InterviewStatus.ENDED, InterviewStatus.LIVE) == (session_id,)
        assert await interviews.in_status(InterviewStatus.LIVE) == ()


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ([], InterviewStatus.PAUSED),
        ([InterviewStatus.LIVE, InterviewStatus.ENDED], InterviewStatus.LIVE),
        ([InterviewStatus.ABANDONED], InterviewStatus.ENDED),
        ([InterviewStatus.LIVE], InterviewStatus.CREATED),
    ],
)
async def test_an_illegal_transition_raises(
    database: Database, path: list[InterviewStatus], to: InterviewStatus
) -> None:
    session_id = await store_interview(database)
    async with database.write() as db:
        for status in path:
            await Interviews(db).move(session_id, status)
        with pytest.raises(IllegalTransitionError):
            await Interviews(db).move(session_id, to)


async def test_a_deleted_interview_goes_nowhere(database: Database) -> None:
    with pytest.raises(IllegalTransitionError, match="deleted"):
        async with database.write() as db:
            await Interviews(db).move(unknown_id(), InterviewStatus.LIVE)


async def test_choices_and_plan_go_with_their_last_interview_unless_a_job_needs_them(database: Database) -> None:
    free, linked = await store_interview(database), await store_interview(database)
    async with database.write() as db:
        await db.execute(
            text(
                "INSERT INTO saved_jobs (id, user_id, company_name, role_title, role_category, job_url, jd_text,"
                " status, source, tags, outcomes, created_at, updated_at)"
                " SELECT id, id, '', '', 'swe', '', '', 'saved', 'hand', '[]', '[]', created_at, created_at"
                " FROM auth_users"
            )
        )
        await db.execute(
            text(
                "INSERT INTO job_practice_links (id, saved_job_id, interview_config_id, interview_session_id,"
                " created_at) SELECT s.id, j.id, s.interview_config_id, s.id, s.created_at"
                " FROM interview_sessions s, saved_jobs j"
                " WHERE s.id = :linked"
            ).bindparams(linked=linked if not database.is_sqlite else linked.hex)
        )
        assert await Interviews(db).delete(free)
        assert await Interviews(db).delete(linked)
        assert not await Interviews(db).delete(linked)
    async with database.read() as db:
        counts = [
            await db.scalar(text(f"SELECT count(*) FROM {table}"))
            for table in ("interview_configs", "interview_plans", "job_practice_links", "interview_sessions")
        ]
    assert counts == [1, 1, 1, 0]


async def test_a_report_grows_step_by_step(database: Database) -> None:
    session_id = await store_interview(database)
    async with database.write() as db:
        reports = Reports(db)
        assert await reports.status(session_id) is ReportStatus.NONE
        assert await reports.status(unknown_id()) is None
        await reports.set_status(session_id, ReportStatus.RUNNING)
        await reports.plan_steps(session_id, [("notes", "Reading your answers"), ("score", "Scoring")])
        await reports.start_step(session_id, "notes")
        await reports.finish_step(session_id, "notes")
        await reports.start_step(session_id, "score")
        await reports.fail_step(session_id, "score", "The model did not answer.")
        await reports.plan_steps(session_id, [("notes", "Reading your answers"), ("score", "Scoring")])
    async with database.read() as db:
        steps = await Reports(db).steps(session_id)
        assert [(step.name, step.status, step.error) for step in steps] == [
            ("notes", StepStatus.DONE, None),
            ("score", StepStatus.FAILED, "The model did not answer."),
        ]
        assert await Reports(db).sessions_in(ReportStatus.RUNNING) == (session_id,)
    async with database.write() as db:
        await Reports(db).reset_steps(session_id)
        assert [step.status for step in await Reports(db).steps(session_id)] == [StepStatus.DONE, StepStatus.PENDING]


async def test_a_report_that_is_written_twice_is_there_once(database: Database) -> None:
    session_id = await store_interview(database)
    for score, raw in ((40, {"first": True}), (72, None)):
        async with database.write() as db:
            await Reports(db).put_notes(session_id, [a_note(1), a_note(1), a_note(3)])
            await Reports(db).put_analysis(session_id, an_analysis(score), raw)
    async with database.read() as db:
        assert await Reports(db).analysis(session_id) == an_analysis(72)
        assert await Reports(db).raw(session_id) is None
        assert await Reports(db).notes(session_id) == (a_note(1), a_note(1), a_note(3))
        interview = await Interviews(db).get(session_id, None)
    assert interview is not None
    shown = (interview.overall_score, interview.readiness, interview.hire_signal)
    assert shown == (72, Readiness.BORDERLINE, HireSignal.LEAN_HIRE)


async def test_a_report_without_a_score_shows_none(database: Database) -> None:
    session_id = await store_interview(database)
    async with database.write() as db:
        await Reports(db).put_analysis(session_id, an_analysis(None))
        interview = await Interviews(db).get(session_id, None)
    assert interview is not None
    assert interview.overall_score is None


async def test_recordings_left_open_are_found_at_the_next_start(database: Database) -> None:
    session_id = await store_interview(database)
    async with database.write() as db:
        await Recordings(db).open(session_id, recording_path(session_id))
        assert [found.session_id for found in await Recordings(db).unfinalised()] == [session_id]
        await Recordings(db).finalise(session_id, duration_s=61.5, size_bytes=4_000)
        assert await Recordings(db).unfinalised() == ()
        found = await Recordings(db).get(session_id)
        assert found is not None
        assert (found.path, found.duration_s, found.size_bytes, found.finalised) == (
            PurePosixPath("recordings") / str(session_id) / "recording.mp4",
            61.5,
            4_000,
            True,
        )
        await Recordings(db).open(session_id, recording_path(session_id))
        again = await Recordings(db).get(session_id)
        assert again is not None
        assert not again.finalised


# ------------------------------------------------------------------ the catalogue

PROBING = QuestionPattern(
    key="conflict",
    pattern_type=PatternType.BEHAVIORAL,
    role_category=RoleCategory.SWE,
    interview_type=InterviewType.HR,
    template="Tell me about a conflict.",
    expects=(MissingPiece.RESULT,),
    dimensions=("depth",),
    probe_tree=ProbeTree(if_vague=(Probe(text="With whom?"),), if_no_result=(Probe(text="How did it end?"),)),
    tags=("people",),
    source_ref="https://example.org/1",
)


async def test_seeding_is_idempotent_and_follows_changes(database: Database) -> None:
    async with database.write() as db:
        first = await CatalogRows(db).fill(small_catalog("Test Engineer", PROBING))
    small = [(1, 1), (1, 1), (2, 2), (0, 0), (0, 0), (0, 0)]
    exercises = [(len(found), len(found)) for found in (load_coding_exercises(), load_cases())]  # those that ship
    assert [(counts.total, counts.written) for counts in first] == [*small, *exercises]
    async with database.write() as db:
        again = await CatalogRows(db).fill(small_catalog("Test Engineer", PROBING))
    assert [counts.written for counts in again] == [0] * 8
    async with database.write() as db:
        renamed = await CatalogRows(db).fill(small_catalog("Senior Test Engineer", PROBING))
    assert [counts.written for counts in renamed] == [0, 1, 0, 0, 0, 0, 0, 0]
    async with database.read() as db:
        found = await CatalogRows(db).role_kit("test_engineer")
        assert found is not None
        assert (found[0], found[1].name) == (KIT_ID, "Senior Test Engineer")


async def test_the_catalogue_comes_back_as_it_was(database: Database) -> None:
    catalog = small_catalog("Test Engineer", PROBING)
    async with database.write() as db:
        await CatalogRows(db).fill(catalog)
    async with database.read() as db:
        rows = CatalogRows(db)
        assert await rows.patterns() == dict(catalog.patterns)
        assert await rows.role_kits() == tuple(catalog.role_kits.values())
        assert await rows.rubric("basic") == catalog.rubrics["basic"]
        assert await rows.role_kit("unknown") is None
        assert await rows.rubric("unknown") is None


async def test_a_kit_that_is_switched_off_is_not_offered(database: Database) -> None:
    async with database.write() as db:
        await CatalogRows(db).fill(small_catalog())
        await db.execute(text("UPDATE role_kits SET is_active = false"))
    async with database.read() as db:
        assert await CatalogRows(db).role_kits() == ()
        assert await CatalogRows(db).role_kit("test_engineer") is None
