"""Made-up people whose résumés the layouts print, and the ways in which they write dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.evaluators.documents.resume.truth import Truth, person_truth

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DateStyle = Callable[[str], str]


@dataclass(frozen=True)
class Job:
    company: str
    title: str
    start: str
    end: str
    location: str
    bullets: tuple[str, ...]


@dataclass(frozen=True)
class School:
    institution: str
    degree: str
    end: str
    field: str = ""
    start: str = ""
    location: str = ""
    note: str = ""


@dataclass(frozen=True)
class Project:
    name: str
    summary: str
    start: str = ""
    end: str = ""
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    headline: str
    email: str
    phone: str
    location: str
    links: tuple[str, ...]
    summary: str
    work: tuple[Job, ...]
    education: tuple[School, ...]
    projects: tuple[Project, ...]
    skills: dict[str, tuple[str, ...]]
    certifications: tuple[str, ...]
    interests: tuple[str, ...]
    truth: Truth


@cache
def people() -> dict[str, Person]:
    """All people by key."""
    folder = Path(__file__).parent / "people"
    return {path.stem: _person(path.stem, yaml.safe_load(path.read_text())) for path in sorted(folder.glob("*.yaml"))}


def _person(key: str, data: dict[str, Any]) -> Person:
    plain = {name: data[name] for name in ("name", "headline", "email", "phone", "location", "summary")}
    return Person(
        key=key,
        **plain,
        links=tuple(data["links"]),
        work=tuple(Job(**{**job, "bullets": tuple(job["bullets"])}) for job in data["work"]),
        education=tuple(School(**school) for school in data["education"]),
        projects=tuple(Project(**{**item, "bullets": tuple(item.get("bullets", ()))}) for item in data["projects"]),
        skills={label: tuple(skills) for label, skills in data["skills"].items()},
        certifications=tuple(data["certifications"]),
        interests=tuple(data["interests"]),
        truth=person_truth(data),
    )


def in_latin(person: Person) -> Person:
    """With "Rs." for the rupee sign, which the built-in fonts of PDF don't have."""
    work = tuple(replace(job, bullets=tuple(line.replace("₹", "Rs. ") for line in job.bullets)) for job in person.work)
    everything = person.truth.everything.replace("₹", "Rs. ")
    return replace(person, work=work, truth=replace(person.truth, everything=everything))


def in_years(person: Person) -> Person:
    """With years for months, as some write."""
    work = tuple(replace(job, start=job.start[:4], end=_year(job.end)) for job in person.work)
    jobs = tuple(replace(job, start=(job.start or "")[:4], end=_year(job.end or "")) for job in person.truth.jobs)
    return replace(person, work=work, truth=replace(person.truth, jobs=jobs))


def _year(date: str) -> str:
    return date if date == "present" else date[:4]


def long(date: str) -> str:
    """ "March 2021"."""
    return _said(date, lambda year, month: f"{_MONTHS[month - 1]} {year}")


def short(date: str) -> str:
    """ "Mar 2021"."""
    return _said(date, lambda year, month: f"{_MONTHS[month - 1][:3]} {year}")


def apostrophe(date: str) -> str:
    """ "Mar'21", with "Till date"."""
    return _said(date, lambda year, month: f"{_MONTHS[month - 1][:3]}'{year[2:]}", now="Till date")


def slashed(date: str) -> str:
    """ "03/2021"."""
    return _said(date, lambda year, month: f"{month:02}/{year}")


def dotted(date: str) -> str:
    """ "03.2021", with "today"."""
    return _said(date, lambda year, month: f"{month:02}.{year}", now="today")


def iso(date: str) -> str:
    """ "2021-03"."""
    return _said(date, lambda year, month: f"{year}-{month:02}", now="present")


def _said(date: str, way: Callable[[str, int], str], now: str = "Present") -> str:
    if date == "present":
        return now
    year, _, month = date.partition("-")
    return way(year, int(month)) if month else year


def span(start: str, end: str, style: DateStyle, between: str = " – ") -> str:
    """A span of dates in one style; the end alone where there is no start."""
    return f"{style(start)}{between}{style(end)}" if start else style(end) if end else ""
