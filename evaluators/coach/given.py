"""What the coach is given: the latest report, the last interviews, the memory, saved jobs, and what can be done."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from schema.analysis import DimensionScore, TurnNote
from schema.base import Shape
from schema.coaching import SkillMemory
from schema.vocabulary import JobStatus, PracticeKind

MOST_RECENT = 5  # specification 12.3: the last five sessions


class ExerciseTarget(Shape):
    """A coding exercise or a case of the catalogue. `kind`: coding_debug, coding_modify or case_study."""

    key: str
    title: str
    kind: PracticeKind
    minutes: int = Field(default=25, gt=0, le=60)


class DrillTarget(Shape):
    """A micro drill. `aim`: the MissingPiece or the dimension that it trains; `due`: it was practised and is back."""

    key: str
    title: str
    aim: str
    seconds: int = Field(gt=0)
    due: bool = False


class RecentInterview(Shape):
    """One of the last interviews, in short. `score`: 0-100, null where too little was proved."""

    session_id: UUID
    at: datetime
    role_title: str
    role_category: str
    interview_type: str = ""
    score: int | None = None
    lowest: tuple[str, ...] = ()  # names of the lowest dimensions, the lowest first


class SavedJob(Shape):
    """A saved job. `gaps`: what its description asks for and no answer showed, where a report of it says so."""

    id: UUID
    role_title: str
    company: str | None = None
    next_interview_on: date | None = None
    status: JobStatus = JobStatus.SAVED
    role_kit: str | None = None
    gaps: tuple[str, ...] = ()


class CoachInput(Shape):
    """Everything a plan may rest on. `dimensions` and `notes` are the latest report's, `recent` newest first."""

    role_category: str
    role_title: str = ""
    role_kit: str | None = None
    technical: bool = False
    case_relevant: bool = False
    today: date | None = None  # day 1; null: the date of the newest interview
    active_days: int = Field(default=0, ge=0, le=7)  # of the last seven, on which something was done
    dimensions: tuple[DimensionScore, ...] = ()
    notes: tuple[TurnNote, ...] = ()
    gaps: tuple[str, ...] = ()  # the latest report's priority gaps
    recent: tuple[RecentInterview, ...] = Field(default=(), max_length=MOST_RECENT)
    memory: tuple[SkillMemory, ...] = ()
    jobs: tuple[SavedJob, ...] = ()
    drills: tuple[DrillTarget, ...] = ()
    exercises: tuple[ExerciseTarget, ...] = ()  # coding
    cases: tuple[ExerciseTarget, ...] = ()
