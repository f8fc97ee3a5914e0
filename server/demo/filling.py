"""Fills the demonstration account: documents and jobs, interviews in the order of their days, then what follows them.

Reports, memory, weeks, notes on drills and retakes are what the product makes of the words that were said; nothing of
them is written down anywhere. Only the days are moved into the past.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from agent.ports import CodeRunner
from schema.jobs import JobOutcome, JobSource
from schema.vocabulary import DocumentKind, DocumentStatus, InterviewStatus
from server.demo.script import Script, ScriptedInterview, ScriptedJob, load_script
from server.demo.sitting import Sitting
from server.documents.queue import open_documents
from server.ending import end_in_books
from server.evaluation_steps import Evaluation
from server.repositories.demonstration import Demonstration
from server.repositories.documents import Documents
from server.repositories.events import SqlEventLog
from server.repositories.interviews import Interviews
from server.repositories.jobs import JobRecord, Jobs, NewJob
from server.repositories.users import UserRecord, Users
from server.services import Services
from server.simulation.candidate import Candidate
from server.simulation.personas import load_personas
from server.simulation.profiles import Profile, profile_of
from server.usecases.coaching import change_item, current_plan
from server.usecases.deletion import delete_account
from server.usecases.documents import receive
from server.usecases.drills import find_drill, try_drill
from server.usecases.job_practice import PracticeWish, plan_for_job
from server.usecases.jobs import Advert, save_job, update_job
from server.usecases.plans import open_interview
from server.usecases.reports import ReportWork
from server.usecases.retakes import take_again
from server.usecases.sessions import read_transcript
from server.usecases.speech_upload import typed_answer

EMAIL = "demonstration@example.org"
HELD_AT = time(17, 20)  # of the day, UTC
READ_PATIENCE_S = 60.0
Progress = Callable[[str], None]


class FillingError(Exception):
    """The account could not be filled. `str()` says what happened."""


@dataclass(frozen=True, slots=True)
class Filled:
    """`password` null: the account was there already, and was left as it is."""

    email: str
    password: str | None
    jobs: int
    interviews: int


async def others_in(services: Services) -> int:
    """How many accounts the database has beside the demonstration's."""
    async with services.db.read() as db:
        return await Demonstration(db).others(EMAIL)


async def fill(
    services: Services, runner: CodeRunner, password: str | None, tell: Progress, script: Script | None = None
) -> Filled:
    """The demonstration account, made if it is not there; one that was left half-way is made anew.

    A password is set where one is given, and for a new account: nobody can sign in before it is whole. `script` null:
    the one that ships. Raises FillingError.
    """
    script = script or load_script()
    async with services.db.read() as db:
        found = await Users(db).credentials(EMAIL)
    if found is not None and found[1] is not None:
        if password is not None:
            await _let_in(services, found[0].id, password)
        return Filled(EMAIL, password, len(script.jobs), len(script.interviews))
    if found is not None:
        await delete_account(services, found[0], None)
    async with open_documents(services) as documents:
        services.documents = documents
        user = await _Filling(services, runner, script, tell).whole()
    chosen = password or secrets.token_urlsafe(9)
    await _let_in(services, user.id, chosen)
    return Filled(EMAIL, chosen, len(script.jobs), len(script.interviews))


async def _let_in(services: Services, user_id: UUID, password: str) -> None:
    hashed = await services.passwords.hash(password)
    async with services.db.write() as db:
        await Users(db).rehash(user_id, hashed)


class _Filling:
    def __init__(self, services: Services, runner: CodeRunner, script: Script, tell: Progress) -> None:
        self._services, self._runner, self._script, self._tell = services, runner, script, tell
        self._now = datetime.now(UTC)
        self._papers: Profile = profile_of(script.role_kit, script.name)
        self._moment = self._now  # of the story, from which the next week is planned
        evaluation = Evaluation(services.db, None, runner=runner, clock=lambda: self._moment)
        self._reports = ReportWork(services.db, evaluation.steps(), evaluation.let_go)

    async def whole(self) -> UserRecord:
        """Everything of the script. Raises FillingError."""
        async with self._services.db.write() as db:
            user = await Demonstration(db).create(EMAIL, self._script.name.split()[0])
        name = f"Résumé ({self._script.tag}).txt"
        await self._document(user.id, DocumentKind.RESUME, name, self._papers.resume_text)
        jobs = {one.key: await self._job(user.id, one) for one in self._script.jobs}
        held: list[UUID] = []
        for number, one in enumerate(self._script.interviews, start=1):
            self._tell(f"interview {number} of {len(self._script.interviews)}: {one.type}, {one.ago} days ago")
            held.append(await self._interview(user.id, jobs[one.job], one))
        await self._practise(user.id, held)
        return user

    def _day(self, ago: int) -> datetime:
        return datetime.combine((self._now - timedelta(days=ago)).date(), HELD_AT, UTC)

    # ------------------------------------------------------------------ documents and jobs

    async def _document(self, user_id: UUID, kind: DocumentKind, name: str, text: str) -> UUID:
        document = await receive(self._services, user_id, kind, name, "text/plain", text.encode())
        async with asyncio.timeout(READ_PATIENCE_S):
            while True:
                async with self._services.db.read() as db:
                    now = await Documents(db).get(document.id, user_id)
                if now is None or now.status is DocumentStatus.FAILED:
                    raise FillingError(f"{name} could not be read.")
                if now.status is DocumentStatus.DONE:
                    return document.id
                await asyncio.sleep(0.05)

    async def _job(self, user_id: UUID, one: ScriptedJob) -> JobRecord:
        advert = Advert(url=one.url, text=one.description, fetch=False)
        if one.upload:
            name = f"{one.role_title}, {one.company} ({self._script.tag}).txt"
            advert = Advert(
                url=one.url, document_id=await self._document(user_id, DocumentKind.JD, name, one.description)
            )
        told = NewJob(
            user_id=user_id,
            role_title=one.role_title,
            source=JobSource.HAND,
            company=one.company,
            next_interview_at=None if one.next_in is None else self._day(-one.next_in),
            deadline_on=None if one.deadline_in is None else self._day(-one.deadline_in).date(),
            notes=one.notes,
            tags=(self._script.tag, *one.tags),
        )
        job = await save_job(self._services, advert, told)
        for status in one.steps:
            job = await update_job(self._services, job, {"status": status}, undo=False)
        outcomes = [
            JobOutcome(kind=told.kind, on=self._day(told.ago).date(), reason=told.reason) for told in one.outcomes
        ]
        job = await update_job(self._services, job, {"outcomes": outcomes}, undo=False)
        moments = [self._day(ago) for ago in (one.saved_ago, *one.moved_ago)]
        async with self._services.db.write() as db:
            await Demonstration(db).job_followed(job.id, moments, moments[-1] if one.archived else None)
            followed = await Jobs(db).get(job.id, user_id)
        assert followed is not None
        return followed

    # ------------------------------------------------------------------ interviews

    async def _interview(self, user_id: UUID, job: JobRecord, one: ScriptedInterview) -> UUID:
        wish = PracticeWish(interview_type=one.type, style=one.style, minutes=one.minutes, seed=one.seed)
        plan = await plan_for_job(self._services, job, wish)
        interview = await open_interview(self._services, user_id, plan.id, look=None, record=False)
        seconds = await self._hold(interview.id, one)
        ended = self._day(one.ago)
        async with self._services.db.write() as db:
            await Demonstration(db).interview_held(interview.id, ended, seconds)
        self._moment = ended
        await self._judge(interview.id)
        async with self._services.db.write() as db:
            await Demonstration(db).judged(interview.id, ended + timedelta(minutes=1))
        return interview.id

    async def _hold(self, session_id: UUID, one: ScriptedInterview) -> float:
        """The seconds that it took on its own clock."""
        async with self._services.db.write() as db:
            await Interviews(db).move(session_id, InterviewStatus.LIVE)
            bundle = await Interviews(db).bundle(session_id)
        assert bundle is not None
        candidate = Candidate(load_personas()[one.persona], self._script.role_kit, self._papers.known, one.seed)
        sitting = Sitting(bundle, SqlEventLog(self._services.db, session_id), self._runner, candidate)
        await sitting.hold()
        async with self._services.db.write() as db:
            await end_in_books(db, session_id, "completed")
        return sitting.seconds

    async def _judge(self, session_id: UUID) -> None:
        """Every step of the report, as the durable engine runs them."""
        await self._reports.announce(session_id)
        await self._reports.begin(session_id)
        kept: dict[str, str] = {}
        for name in self._reports.steps:
            given = await self._reports.perform(session_id, name, dict(kept))
            if given is not None:
                kept[name] = given
        if not await self._reports.conclude(session_id):
            raise FillingError("A report could not be made. The server's log says more.")

    # ------------------------------------------------------------------ what follows

    async def _practise(self, user_id: UUID, held: list[UUID]) -> None:
        await self._drill(user_id)
        await self._retake(user_id, held[self._script.retake.interview])
        await self._tick_off(user_id)

    async def _drill(self, user_id: UUID) -> None:
        for one in self._script.drills:
            tried = await try_drill(self._services, user_id, find_drill(one.drill), typed_answer(one.text))
            at = self._day(one.ago)
            async with self._services.db.write() as db:
                back = at + (tried.due_at - self._now)
                await Demonstration(db).drill_tried(tried.attempt.id, user_id, one.drill, at, back)

    async def _retake(self, user_id: UUID, session_id: UUID) -> None:
        """The first question about the candidate's own work, answered once more on the day after."""
        async with self._services.db.read() as db:
            interview = await Interviews(db).get(session_id, user_id)
        assert interview is not None
        assert interview.ended_at is not None
        questions = (await read_transcript(self._services, session_id)).questions
        question_id = questions[1].decision.question_id
        assert question_id is not None
        answer = typed_answer(self._script.retake.text)
        retake = await take_again(self._services, interview, question_id, answer)
        async with self._services.db.write() as db:
            await Demonstration(db).retaken(retake.id, interview.ended_at + timedelta(days=1))

    async def _tick_off(self, user_id: UUID) -> None:
        """The first item of some days of the week in force, each on its day; a day that has not come yet is left."""
        week = await current_plan(self._services.db, user_id)
        assert week is not None
        for day in self._script.done:
            at = datetime.combine(week.starts_on + timedelta(days=day - 1), HELD_AT, UTC)
            item = next((item for item in week.items if item.day == day), None)
            if item is None or at > self._now:
                continue
            await change_item(self._services.db, user_id, item.id, done=True, day=None)
            async with self._services.db.write() as db:
                await Demonstration(db).item_done(item.id, at)
