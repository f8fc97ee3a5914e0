"""What the coach's tests are given: small inputs made in place, drawn ones, and a model's plan that keeps the mix."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from evaluators.coach import CoachInput, DrillTarget, ExerciseTarget, RecentInterview, SavedJob, coach_plan
from evaluators.drills import drill_targets
from evaluators.memory import Observation, Score, fold
from evaluators.weaknesses import Seen
from schema.analysis import DimensionScore, TurnNote
from schema.vocabulary import Agreement, AnswerStrength, JobStatus, MissingPiece, PracticeKind

K = PracticeKind
MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
EXERCISES = (
    ExerciseTarget(key="off_by_one", title="Off by one", kind=K.CODING_DEBUG, minutes=20),
    ExerciseTarget(key="slow_join", title="A slow join", kind=K.CODING_DEBUG),
    ExerciseTarget(key="add_retry", title="Add a retry", kind=K.CODING_MODIFY, minutes=60),
)
CASES = (ExerciseTarget(key="pricing", title="A price rise", kind=K.CASE_STUDY, minutes=40),)
DUE = {"metric_size": NOON - timedelta(days=2), "own_decision": NOON + timedelta(days=2)}


def dimension(key: str, anchor: float | None, **changes: Any) -> DimensionScore:
    name = key.replace("_", " ").capitalize()
    score = None if anchor is None else round(20 * anchor)
    return DimensionScore(key=key, name=name, anchor=anchor, score=score, **changes)


def note(turn: int, *missing: MissingPiece) -> TurnNote:
    return TurnNote(
        turn_index=turn, question_id=f"q{turn}", question=f"Question {turn}?", strength=AnswerStrength.WEAK,
        missing=missing, metrics=(), note="Something stayed open.",
    )  # fmt: skip


def job(number: int, **changes: Any) -> SavedJob:
    return SavedJob(id=UUID(int=number), **{"role_title": "Data Analyst", "company": "Acme", **changes})


def lacking(*questions: str, key: str = "metric") -> Observation:
    """An interview whose answers to these questions lacked the piece."""
    seen = tuple(
        Seen(key=key, question_id=f"q{i}", question=q, quote="we did some things", turn_index=i)
        for i, q in enumerate(questions)
    )
    score = Score(dimension="execution", name="Execution", score=40)
    return Observation(session_id=UUID(int=9), at=NOON, role_category="data", scores=(score,), lacks=seen)


def week(**changes: Any) -> CoachInput:
    """A data analyst's, with everything in it."""
    given: dict[str, Any] = {
        "role_category": "data",
        "role_title": "Data Analyst",
        "role_kit": "data_analyst",
        "technical": True,
        "case_relevant": True,
        "today": MONDAY,
        "active_days": 3,
        "dimensions": (dimension("execution", 2.0), dimension("growth", 3.0), dimension("communication", 4.5)),
        "notes": (note(1, MissingPiece.METRIC), note(3, MissingPiece.METRIC, MissingPiece.RESULT), note(5)),
        "recent": (
            RecentInterview(session_id=UUID(int=9), at=NOON, role_title="Data Analyst", role_category="data", score=52),
        ),
        "memory": fold([lacking("How did you test the new report?", "Which query are you proud of?")]),
        "drills": drill_targets("data", DUE, NOON),
        "exercises": EXERCISES,
        "cases": CASES,
    }
    return CoachInput(**{**given, **changes})


_TEXT = st.sampled_from(
    ["Data Analyst", "Head of Emotional Support", "Analyst, top 10%", "分析师", "Smile Designer", "X"]
)
_PIECES = st.lists(st.sampled_from(MissingPiece), unique=True, max_size=4)
_JOBS = st.builds(
    SavedJob,
    id=st.integers(1, 10**6).map(lambda n: UUID(int=n)),
    role_title=_TEXT,
    company=st.none() | _TEXT,
    next_interview_on=st.none() | st.integers(-5, 20).map(lambda n: MONDAY + timedelta(days=n)),
    status=st.sampled_from(JobStatus),
    role_kit=st.none() | st.sampled_from(["data_analyst", "software_engineer"]),
    gaps=st.lists(st.sampled_from(["Kafka", "Five years of SQL", "Fluent French {{x}}"]), max_size=2).map(tuple),
)
_DRILLS = st.lists(
    st.builds(
        DrillTarget,
        key=st.sampled_from([f"drill_{n}" for n in range(9)]),
        title=_TEXT,
        aim=st.sampled_from([*MissingPiece, "execution", "growth"]),
        seconds=st.integers(30, 90),
        due=st.booleans(),
    ),
    max_size=9,
    unique_by=lambda drill: drill.key,
).map(tuple)
_TASKS = st.lists(
    st.builds(
        ExerciseTarget,
        key=st.sampled_from([f"task_{n}" for n in range(6)]),
        title=_TEXT,
        kind=st.sampled_from([K.CODING_DEBUG, K.CODING_MODIFY]),
        minutes=st.integers(1, 60),
    ),
    max_size=5,
    unique_by=lambda task: task.key,
).map(tuple)
_DIMENSIONS = st.lists(
    st.builds(
        dimension,
        st.sampled_from(["execution", "growth", "communication", "role_fit"]),
        st.none() | st.sampled_from([0.5, 2.0, 3.0, 3.5, 5.0]),
        agreement=st.none() | st.sampled_from(Agreement),
    ),
    max_size=4,
    unique_by=lambda d: d.key,
).map(tuple)
_RECENT = st.lists(
    st.builds(
        RecentInterview,
        session_id=st.integers(1, 99).map(lambda n: UUID(int=n)),
        at=st.integers(0, 30).map(lambda n: NOON - timedelta(days=n)),
        role_title=_TEXT,
        role_category=st.just("data"),
        score=st.none() | st.integers(0, 100),
    ),
    max_size=5,
).map(tuple)
_QUESTIONS = st.lists(
    st.sampled_from(["How was the launch tested?", "Which bug was hardest?", "Why this role?"]), unique=True
)

WEEKS = st.builds(
    CoachInput,
    role_category=st.sampled_from(["data", "people", "unheard_of"]),
    role_title=st.just("") | _TEXT,
    role_kit=st.none() | st.just("data_analyst"),
    technical=st.booleans(),
    case_relevant=st.booleans(),
    today=st.none() | st.just(MONDAY),
    active_days=st.integers(0, 7),
    dimensions=_DIMENSIONS,
    notes=st.lists(_PIECES, max_size=5).map(lambda drawn: tuple(note(i, *pieces) for i, pieces in enumerate(drawn))),
    gaps=st.lists(_TEXT, max_size=2).map(tuple),
    recent=_RECENT,
    memory=_QUESTIONS.map(lambda questions: fold([lacking(*questions)])),
    jobs=st.lists(_JOBS, max_size=6, unique_by=lambda j: j.id).map(tuple),
    drills=_DRILLS,
    exercises=_TASKS,
    cases=st.just(()) | st.just(CASES),
)


def told(given: CoachInput, **changes: Any) -> dict[str, Any]:
    """What a model would return that makes the same week as the rules, with changes by 12.3's names."""
    plan = coach_plan(given)
    days = [day.model_dump(mode="json", by_alias=True) for day in plan.plan]
    return {"plan": days, "streakGoal": plan.streak_goal, "whyThisPlan": plan.why_this_plan, **changes}
