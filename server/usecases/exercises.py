"""Exercises from the outside: the catalogue, practising one alone, and what was done with one in an interview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from agent.ports import StoredEvent
from agent.transcript import STEP
from controller.decisions import Decision
from controller.planning.exercise_practice import practice_plan
from controller.serial import decision_from_json
from schema.base import Shape
from schema.code_runs import RunPlace, RunResult
from schema.exercise_views import RevealView, reveal_view
from schema.exercises import CodingExercise, Exercise
from schema.room_exercises import Remark
from schema.rubric import RoleKit
from schema.vocabulary import ExerciseStage, Look, RoleCategory, Seniority, Style
from seeds.catalog import load_catalog
from server.db import DbSession
from server.errors import AppError, NotFoundError
from server.repositories.catalog import CatalogRows
from server.repositories.events import load_events
from server.repositories.exercises import Exercises
from server.repositories.interviews import InterviewBundle, Interviews, NewInterview, new_seed
from server.repositories.plans import PlanRecord, Plans
from server.repositories.users import Users
from server.services import Services
from server.usecases.plans import personal, used_patterns


@dataclass(frozen=True, slots=True)
class PracticeWish:
    """How one exercise is to be practised alone. Null minutes and seniority: the exercise's own; face and manner: as
    the user's settings say."""

    style: Style | None = None
    look: Look | None = None
    minutes: int | None = None
    seniority: Seniority | None = None
    role_kit: str | None = None


async def find_exercise(services: Services, key: str) -> Exercise:
    """An active exercise or case of the catalogue. Raises NotFoundError."""
    async with services.db.read() as db:
        found = await Exercises(db).get(key)
    if found is None:
        raise NotFoundError("There is no such exercise. It may have been taken out of the catalogue.")
    return found


async def plan_practice(services: Services, user_id: UUID, key: str, wish: PracticeWish) -> PlanRecord:
    """A plan of this exercise alone, ready for an interview. Raises AppError for an unknown exercise or role."""
    exercise = await find_exercise(services, key)
    minutes = wish.minutes or _minutes(exercise)
    level = wish.seniority or exercise.level
    async with services.db.read() as db:
        kit_id, kit = await _kit(db, user_id, exercise, wish.role_kit)
        patterns = await CatalogRows(db).patterns()
        likes = await Users(db).preferences(user_id)
    style, look = wish.style or likes.style or Style.NEUTRAL, wish.look or likes.look or "maya"
    plan = practice_plan(
        exercise,
        role_title=kit.name,
        role_kit=kit.key,
        role_category=RoleCategory(kit.role_category),
        seniority=level,
        style=style,
        look=look,
        minutes=minutes,
    )
    new = NewInterview(
        user_id=user_id,
        role_kit_id=kit_id,
        role_title=kit.name,
        company=None,
        seniority=level,
        interview_type=plan.metadata.interview_type,
        style=style,
        minutes=minutes,
        look=look,
        record=False,
        jd_text=None,
        resume_text=None,
        seed=new_seed(),
        consented_at=None,
    )
    async with services.db.write() as db:
        plans = Plans(db)
        plan = await personal(db, user_id, plan)
        config_id = await plans.add_config(new)
        plan_id = await plans.add_plan(config_id, plan, used_patterns(plan, patterns), {exercise.key: exercise})
        made = await plans.plan(plan_id, user_id)
    assert made is not None
    return made


def _minutes(exercise: Exercise) -> int:
    own = exercise.minutes if isinstance(exercise, CodingExercise) else exercise.expected_duration_minutes
    return min(60, own + 2)  # and the close


async def _kit(db: DbSession, user_id: UUID, exercise: Exercise, key: str | None) -> tuple[UUID, RoleKit]:
    """The wished role, the exercise's own, that of the user's last interview where it suits, or the first that does.

    Raises AppError.
    """
    rows, wanted = CatalogRows(db), key or exercise.role_kit
    if wanted is None:
        suited = [kit.key for kit in await rows.role_kits() if kit.role_category in exercise.role_categories]
        last = [interview.role_kit for interview in await Interviews(db).page(user_id, 1)]
        shipped = [kit for kit in load_catalog().role_kits if kit in suited]  # the broadest first
        wanted = next((kit for kit in (*last, *shipped, *suited) if kit in suited), None)
    found = await rows.role_kit(wanted) if wanted is not None else None
    if found is None:
        raise AppError(
            "invalid", 422, "Please correct the marked fields.", {"role_kit": "Choose one of the roles offered."}
        )
    return found


# ------------------------------------------------------------------ what was done


class Moment(Shape):
    """Something that was done with an exercise. `at_ms` is on the interview's clock, as in the recording."""

    at_ms: int
    kind: Literal["opened", "stage", "revision", "run", "hint", "reveal", "artifact", "remarks"]
    stage: ExerciseStage | None = None
    revision: int | None = None
    diff: str | None = None  # of a revision: against the one before
    run: RunResult | None = None
    submitted: bool = False
    hint: str | None = None
    reveal: RevealView | None = None
    part: str | None = None  # of an artifact
    section: str | None = None
    text: str | None = None
    remarks: tuple[Remark, ...] | None = None


class ExerciseReplay(Shape):
    """One exercise of an interview from its opening to its end."""

    key: str
    name: str
    kind: Literal["coding", "case"]
    filename: str | None  # code
    code: str | None  # revision 0
    verified: bool  # false: some run was in the candidate's browser
    moments: tuple[Moment, ...]


async def replays(services: Services, session_id: UUID) -> tuple[ExerciseReplay, ...]:
    """Every exercise that was opened in an interview, in order. Raises NotFoundError."""
    async with services.db.read() as db:
        bundle = await Interviews(db).bundle(session_id)
        records = await load_events(db, session_id)
    if bundle is None:
        raise NotFoundError("There is no such interview. It may have been deleted.")
    return tuple(_replay(bundle.exercises[key], records) for key in _opened(bundle, records))


def _opened(bundle: InterviewBundle, records: Iterable[StoredEvent]) -> list[str]:
    keys = (decision.exercise for decision, _ in _decisions(records))
    return [key for key in dict.fromkeys(keys) if key is not None and key in bundle.exercises]


def _decisions(records: Iterable[StoredEvent]) -> Iterator[tuple[Decision, int]]:
    for record in records:
        if record.kind == STEP:
            yield decision_from_json(record.payload["decision"]), record.at_ms


def _replay(exercise: Exercise, records: Iterable[StoredEvent]) -> ExerciseReplay:
    moments = tuple(_moments(exercise, records))
    code = exercise if isinstance(exercise, CodingExercise) else None
    return ExerciseReplay(
        key=exercise.key,
        name=exercise.name,
        kind="coding" if code is not None else "case",
        filename=code.filename if code is not None else None,
        code=code.code_snippet if code is not None else None,
        verified=not any(moment.run is not None and moment.run.where is RunPlace.BROWSER for moment in moments),
        moments=moments,
    )


def _moments(exercise: Exercise, records: Iterable[StoredEvent]) -> Iterator[Moment]:
    stage: ExerciseStage | None = None
    for record in records:
        if record.kind == STEP:
            decision = decision_from_json(record.payload["decision"])
            if decision.exercise != exercise.key:
                continue
            if stage is None:
                yield Moment(at_ms=record.at_ms, kind="opened", stage=decision.stage)
            elif decision.stage is not stage:
                yield Moment(at_ms=record.at_ms, kind="stage", stage=decision.stage)
            stage = decision.stage
            yield from _given(exercise, decision, record.at_ms)
        elif record.payload.get("exercise") == exercise.key:
            moment = _noted(record)
            if moment is not None:
                yield moment


def _given(exercise: Exercise, decision: Decision, at_ms: int) -> Iterator[Moment]:
    if decision.hint is not None and isinstance(exercise, CodingExercise):
        yield Moment(at_ms=at_ms, kind="hint", hint=exercise.hints[decision.hint - 1])
    if not isinstance(exercise, CodingExercise):
        data = {reveal.id: reveal for reveal in exercise.revealable_data}
        for reveal in decision.reveals:
            yield Moment(at_ms=at_ms, kind="reveal", reveal=reveal_view(data[reveal]))


def _noted(record: StoredEvent) -> Moment | None:
    noted: dict[str, Any] = record.payload
    match record.kind:
        case "revision":
            return Moment(at_ms=record.at_ms, kind="revision", revision=noted["revision"], diff=noted["diff"])
        case "run":
            result = RunResult.model_validate(noted["result"])
            return Moment(
                at_ms=record.at_ms, kind="run", revision=noted["revision"], run=result, submitted=noted["submitted"]
            )
        case "artifact":
            part, section = noted["part"], noted.get("section")
            return Moment(at_ms=record.at_ms, kind="artifact", part=part, section=section, text=noted["text"])
        case "remarks":
            remarks = tuple(Remark.model_validate(remark) for remark in noted["remarks"])
            return Moment(at_ms=record.at_ms, kind="remarks", remarks=remarks)
        case _:
            return None
