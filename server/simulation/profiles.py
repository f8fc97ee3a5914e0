"""What a simulated candidate sends ahead: a small résumé and a job description for each role kit, as extracts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from schema.base import Shape
from schema.documents import JobExtract, ResumeExtract
from server.usecases.reading import read_job, read_resume

FILE = Path(__file__).parent / "profiles.yaml"
JOINED, LEFT_OLD, JOINED_OLD = "March 2021", "February 2021", "June 2017"


class Facts(Shape):
    """The invented facts of one role kit; the present job comes first."""

    titles: tuple[str, str]
    employers: tuple[str, str]
    led: str
    did: tuple[str, ...]
    before: tuple[str, ...]
    skills: tuple[str, ...]
    asks: tuple[str, ...]
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A candidate's papers, and what the candidate knows of them by heart."""

    resume: ResumeExtract
    job: JobExtract
    resume_text: str
    job_text: str
    known: Mapping[str, str]


@lru_cache(maxsize=1)
def load_facts() -> Mapping[str, Facts]:
    """The facts by role kit. Raises ValidationError for a file that breaks its own rules."""
    written = yaml.safe_load(FILE.read_text("utf-8"))
    return {key: Facts.model_validate(facts) for key, facts in written.items()}


def resume_text(facts: Facts, name: str) -> str:
    """The résumé as plain text."""
    mail = f"{name.lower().replace(' ', '.')}@example.org"
    now = [facts.led, *facts.did]
    return "\n".join(
        (
            name,
            f"{mail} | +44 7700 900123",
            "",
            "Experience",
            f"{facts.titles[0]}, {facts.employers[0]}",
            f"{JOINED} - Present",
            *(f"• {bullet}" for bullet in now),
            "",
            f"{facts.titles[1]}, {facts.employers[1]}",
            f"{JOINED_OLD} - {LEFT_OLD}",
            *(f"• {bullet}" for bullet in facts.before),
            "",
            "Education",
            "Bachelor of Science, University of Leeds",
            "2013 - 2017",
            "",
            "Skills",
            ", ".join(facts.skills),
        )
    )


def job_text(facts: Facts) -> str:
    """The job description as plain text."""
    return "\n".join(
        (
            facts.titles[0],
            "",
            "What you will do",
            *(f"• {task}" for task in facts.tasks),
            "",
            "Requirements",
            *(f"• {wish}" for wish in facts.asks),
        )
    )


@lru_cache(maxsize=256)
def profile_of(role_kit: str, name: str) -> Profile:
    """The papers of somebody of that name for that kit. Raises KeyError for an unknown kit."""
    facts = load_facts()[role_kit]
    text, job = resume_text(facts, name), job_text(facts)
    resume, wanted = read_resume(text), read_job(job)
    known = {"employer": facts.employers[0], "old_employer": facts.employers[1], "skill": facts.skills[0]}
    return Profile(resume or ResumeExtract(), wanted or JobExtract(), text, job, known)
