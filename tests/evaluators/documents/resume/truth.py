"""What a résumé really says, read from the data that it was made from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


@dataclass(frozen=True)
class TrueJob:
    company: str
    title: str
    start: str | None
    end: str | None


@dataclass(frozen=True)
class TrueSchool:
    institution: str
    degree: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True)
class Truth:
    """What counts of a person. `everything`: all strings of the source, Markdown and HTML taken off."""

    name: str
    email: str
    phone: str | None
    jobs: tuple[TrueJob, ...]
    schools: tuple[TrueSchool, ...]
    projects: tuple[str, ...]
    skills: tuple[str, ...]
    everything: str


def truth_of(path: Path) -> Truth:
    """The truth from the file that a résumé was made from: ours or RenderCV's (YAML), or Reactive Resume's (JSON)."""
    source = json.loads(path.read_text()) if path.suffix == ".json" else yaml.safe_load(path.read_text())
    if "basics" in source:
        return _reactive(source)
    return _rendercv(source["cv"]) if "cv" in source else person_truth(source)


def person_truth(person: dict[str, Any]) -> Truth:
    return Truth(
        name=person["name"],
        email=person["email"],
        phone=person["phone"],
        jobs=tuple(TrueJob(job["company"], job["title"], job["start"], job["end"]) for job in person["work"]),
        schools=tuple(
            TrueSchool(school["institution"], school["degree"], school.get("start"), school["end"])
            for school in person["education"]
        ),
        projects=tuple(project["name"] for project in person["projects"]),
        skills=tuple(skill for skills in person["skills"].values() for skill in skills),
        everything=_everything(person),
    )


def _rendercv(cv: dict[str, Any]) -> Truth:
    sections = {key.lower(): entries for key, entries in cv["sections"].items()}
    entries = [entry for section in sections.values() for entry in section if isinstance(entry, dict)]
    details = [entry for entry in entries if "details" in entry]
    return Truth(
        name=cv["name"],
        email=cv["email"],
        phone=cv.get("phone"),
        jobs=tuple(
            TrueJob(_plain(entry["company"]), _plain(entry["position"]), *_dates(entry))
            for entry in entries
            if "company" in entry
        ),
        schools=tuple(
            TrueSchool(_plain(entry["institution"]), entry.get("degree"), *_dates(entry))
            for entry in entries
            if "institution" in entry
        ),
        projects=tuple(_plain(entry["name"]) for entry in sections.get("projects", []) if isinstance(entry, dict)),
        skills=tuple(
            skill.strip() for entry in details for skill in re.split(r",\s*(?![^()]*\))", _plain(entry["details"]))
        ),
        everything=_everything(cv),
    )


def _dates(entry: dict[str, Any]) -> tuple[str | None, str | None]:
    if entry.get("start_date"):
        return str(entry["start_date"])[:7], str(entry.get("end_date") or "present")[:7]
    date = str(entry["date"])[:7] if entry.get("date") else None
    return (None, date) if "institution" in entry else (date, date)


def _reactive(resume: dict[str, Any]) -> Truth:
    basics, sections = resume["basics"], resume["sections"]
    skills = _visible(sections["skills"])
    return Truth(
        name=basics["name"],
        email=basics["email"],
        phone=basics["phone"] or None,
        jobs=tuple(
            TrueJob(item["company"], item["position"], *_said(item["date"]))
            for item in _visible(sections["experience"])
        ),
        schools=tuple(
            TrueSchool(item["institution"], item["studyType"] or None, *_said(item["date"], school=True))
            for item in _visible(sections["education"])
        ),
        projects=tuple(item["name"] for item in _visible(sections["projects"])),
        skills=tuple(word for item in skills for word in (item["keywords"] or [item["name"]])),
        everything=_everything(resume),
    )


def _visible(section: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in section["items"] if section.get("visible", True) and item.get("visible", True)]


def _said(date: str, *, school: bool = False) -> tuple[str | None, str | None]:
    """ "January 2019 to Present" and the like, as the templates' own sample data writes it."""
    halves = [_month(half) for half in re.split(r"\s+to\s+|\s+[-–]\s+", date)] if date else []
    if len(halves) == 1:
        return (None if school else halves[0]), halves[0]
    return (halves[0], halves[1]) if halves else (None, None)


def _month(said: str) -> str:
    words = said.lower().split()
    if words == ["present"]:
        return "present"
    return words[0] if len(words) == 1 else f"{words[1]}-{_MONTHS.index(words[0]) + 1:02}"


def _everything(source: object) -> str:
    return "\n".join(_plain(text) for text in _strings(source))


def _strings(source: object) -> Iterator[str]:
    if isinstance(source, dict):
        for key, value in source.items():
            yield str(key)
            yield from _strings(value)
    elif isinstance(source, list):
        for value in source:
            yield from _strings(value)
    elif source is not None:
        yield str(source)


def _plain(text: str) -> str:
    """Without Markdown and HTML."""
    text = re.sub(r"<[^>]+>", " ", str(text))
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\*+", "", text)
