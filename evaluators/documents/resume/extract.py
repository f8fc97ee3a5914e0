"""Reads a résumé by rules into what an interviewer can ask about, each item with its place in the text.

Every name, phrase and bullet is the document's own, with white space normalised; dates are normalised to "YYYY-MM",
"YYYY" or "present". Words that speak to a machine never become an item.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from evaluators.documents.files.shapes import TextLine
from evaluators.documents.resume.contact import Contact, contact_of
from evaluators.documents.resume.education import School, schools_of
from evaluators.documents.resume.entries import When, entries_of
from evaluators.documents.resume.gaps import Pause, gaps_of, said_month
from evaluators.documents.resume.headings import Kind, Section, sections_of
from evaluators.documents.resume.metrics import metrics_of
from evaluators.documents.resume.pieces import Piece
from evaluators.documents.resume.projects import Work, projects_of
from evaluators.documents.resume.rows import Row, rows_of
from evaluators.documents.resume.skills import distinct, listed_skills, named_skills
from evaluators.documents.resume.triggers import triggers_of
from evaluators.documents.resume.work import Job, jobs_of
from schema.documents import Education, Employment, Gap, Pointer, Project, ResumeExtract, Span

VERSION = "resume-rules-1"
FEW_SKILLS = 3  # a shorter list is none


@dataclass(frozen=True, slots=True)
class _Found:
    """What the rules read, still as pieces of the document."""

    contact: Contact
    jobs: list[Job]
    schools: list[School]
    projects: list[Work]
    skills: list[Piece]
    metrics: list[Piece]
    pauses: list[Pause]


def extract_resume(text: str, lines: Sequence[TextLine] = (), *, today: date | None = None) -> ResumeExtract:
    """What a résumé says. `lines`: its layout where known. With `today`, the time since the last job counts too."""
    found = _read(rows_of(text, lines), today)
    spans = _Spans()
    extract = ResumeExtract(
        name=spans.said("/name", found.contact.name),
        email=spans.said("/email", found.contact.email),
        phone=spans.said("/phone", found.contact.phone),
        links=spans.all("/links", found.contact.links),
        work_history=tuple(_employment(spans, f"/work_history/{n}", job) for n, job in enumerate(found.jobs)),
        education=tuple(_education(spans, f"/education/{n}", school) for n, school in enumerate(found.schools)),
        projects=tuple(_project(spans, f"/projects/{n}", work) for n, work in enumerate(found.projects)),
        skills=spans.all("/skills", found.skills),
        metrics=spans.all("/metrics", found.metrics),
        gaps=tuple(_gap(spans, f"/gaps/{n}", pause) for n, pause in enumerate(found.pauses)),
        claim_triggers=triggers_of(found.jobs, found.projects, found.skills, found.pauses, today),
    )
    return extract.model_copy(update={"spans": spans.found})


def _read(rows: list[Row], today: date | None) -> _Found:
    sections = sections_of(rows)
    jobs = [job for section in _of(sections, Kind.WORK) for job in jobs_of(section.rows)]
    schools = [school for section in _of(sections, Kind.EDUCATION) for school in schools_of(section.rows)]
    projects = [work for section in _of(sections, Kind.PROJECTS) for work in projects_of(section.rows)]
    bullets = [
        *(bullet for job in jobs for bullet in job.bullets),
        *(line for work in projects for line in work.bullets),
    ]
    summary = [
        item for section in _of(sections, Kind.SUMMARY) for entry in entries_of(section.rows) for item in entry.items
    ]
    listed = [skill for section in _of(sections, Kind.SKILLS) for skill in listed_skills(section.rows)]
    return _Found(
        contact=contact_of(rows, *(_rows(_of(sections, kind)) for kind in (Kind.TOP, Kind.CONTACT))),
        jobs=jobs,
        schools=schools,
        projects=projects,
        skills=_skills(listed, [*bullets, *summary], jobs),
        metrics=metrics_of(bullets),
        pauses=gaps_of(jobs, schools, today),
    )


def _skills(listed: list[Piece], told: list[Piece], jobs: list[Job]) -> list[Piece]:
    """The skills that are listed, then those that the work names; without a list, all that it names."""
    employers = {job.company.text.lower() for job in jobs if job.company}
    named = named_skills(told, proper=len(listed) >= FEW_SKILLS)
    return distinct([*listed, *(skill for skill in named if skill.text.lower() not in employers)])


def _of(sections: Iterable[Section], kind: Kind) -> list[Section]:
    return [section for section in sections if section.kind is kind]


def _rows(sections: Iterable[Section]) -> list[Row]:
    return [row for section in sections for row in section.rows]


class _Spans:
    """Collects where each value of an extract stands, by JSON pointer."""

    def __init__(self) -> None:
        self.found: dict[Pointer, Span] = {}

    def said(self, pointer: Pointer, piece: Piece | None) -> str | None:
        """The piece's text, white space normalised; its place is kept."""
        if piece is None or not (text := " ".join(piece.text.split())):
            return None
        self.found[pointer] = piece.span
        return text

    def all(self, pointer: Pointer, pieces: Iterable[Piece]) -> tuple[str, ...]:
        """The texts of a list, and the place of each."""
        kept = [piece for piece in pieces if piece.text.strip()]
        return tuple(text for n, piece in enumerate(kept) if (text := self.said(f"{pointer}/{n}", piece)))

    def dates(self, pointer: Pointer, when: When | None) -> tuple[str | None, str | None]:
        """The first and last month; both stand in the same words."""
        if when is None:
            return None, None
        for name, value in (("start", when.dated.first), ("end", when.dated.last)):
            if value is not None:
                self.found[f"{pointer}/{name}"] = when.said.span
        return when.dated.first, when.dated.last


def _employment(spans: _Spans, pointer: Pointer, job: Job) -> Employment:
    start, end = spans.dates(pointer, job.when)
    return Employment(
        company=spans.said(f"{pointer}/company", job.company),
        title=spans.said(f"{pointer}/title", job.title),
        start=start,
        end=end,
        location=spans.said(f"{pointer}/location", job.place),
        bullets=spans.all(f"{pointer}/bullets", job.bullets),
    )


def _education(spans: _Spans, pointer: Pointer, school: School) -> Education:
    start, end = spans.dates(pointer, school.when)
    return Education(
        institution=spans.said(f"{pointer}/institution", school.institution),
        degree=spans.said(f"{pointer}/degree", school.degree),
        field=spans.said(f"{pointer}/field", school.field),
        start=start,
        end=end,
    )


def _project(spans: _Spans, pointer: Pointer, work: Work) -> Project:
    start, end = spans.dates(pointer, work.when)
    return Project(
        name=spans.said(f"{pointer}/name", work.name) or "",
        start=start,
        end=end,
        bullets=spans.all(f"{pointer}/bullets", work.bullets),
    )


def _gap(spans: _Spans, pointer: Pointer, pause: Pause) -> Gap:
    if pause.after is not None:
        spans.found[pointer] = pause.after.said.span
    return Gap(start=said_month(pause.first), end=said_month(pause.last), months=pause.months)
