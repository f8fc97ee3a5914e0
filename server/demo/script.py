"""What the demonstration account holds, as it is written down in `account.yaml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field, model_validator

from schema.base import Shape
from schema.jobs import OutcomeKind
from schema.vocabulary import InterviewType, JobStatus, Style

FILE = Path(__file__).parent / "account.yaml"


class ToldOutcome(Shape):
    kind: OutcomeKind
    ago: int = Field(ge=0)
    reason: str = ""


class ScriptedJob(Shape):
    """`moved_ago`: the days on which its status moved, one for each step from saved to where it stands."""

    key: str
    role_title: str
    company: str
    status: JobStatus
    saved_ago: int = Field(ge=0)
    moved_ago: tuple[int, ...] = ()
    next_in: int | None = None
    deadline_in: int | None = None
    url: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    upload: bool = False  # the description comes as a file
    description: str = ""
    outcomes: tuple[ToldOutcome, ...] = ()
    archived: bool = False

    @property
    def steps(self) -> tuple[JobStatus, ...]:
        """The statuses after saved, in the order in which a job comes to them."""
        way = [JobStatus.APPLIED, JobStatus.INTERVIEWING, self.status]
        return (*way[: max(0, len(self.moved_ago) - 1)], self.status) if self.moved_ago else ()


class ScriptedInterview(Shape):
    """`persona`: the simulated candidate whose words are said."""

    job: str
    ago: int = Field(ge=0)
    persona: str
    type: InterviewType
    minutes: int = Field(ge=5, le=60)
    seed: int
    style: Style = Style.NEUTRAL


class ScriptedDrill(Shape):
    drill: str
    ago: int = Field(ge=0)
    text: str


class ScriptedRetake(Shape):
    interview: int = Field(ge=0)  # its place in the list
    text: str


class Script(Shape):
    """`done`: days of the week in force of which the first item is ticked off."""

    name: str
    tag: str
    role_kit: str
    jobs: tuple[ScriptedJob, ...]
    interviews: tuple[ScriptedInterview, ...]
    drills: tuple[ScriptedDrill, ...]
    retake: ScriptedRetake
    done: tuple[int, ...]

    @model_validator(mode="after")
    def holds_together(self) -> Script:
        """Every interview is for a job of the list, and they stand in the order in which they were held."""
        keys = {job.key for job in self.jobs}
        if any(interview.job not in keys for interview in self.interviews):
            raise ValueError("an interview is for a job that is not there")
        if [one.ago for one in self.interviews] != sorted((one.ago for one in self.interviews), reverse=True):
            raise ValueError("the interviews must stand in the order of their days")
        return self


@lru_cache(maxsize=1)
def load_script() -> Script:
    """Raises ValidationError for a file that breaks its own rules."""
    return Script.model_validate(yaml.safe_load(FILE.read_text("utf-8")))
