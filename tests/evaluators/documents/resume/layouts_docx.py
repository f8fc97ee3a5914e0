"""Résumé layouts as DOCX: heading styles and tabs, a table for two columns, Indian tables, plain bold lines."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.shared import Inches, Pt

from tests.evaluators.documents.resume.people import Person, apostrophe, long, short, slashed, span


def _done(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _line(
    place: Any, words: str, *, bold: bool = False, size: float = 0, right: str = "", style: str | None = None
) -> None:
    paragraph = place.add_paragraph(style=style)
    run = paragraph.add_run(words)
    run.bold = bold
    if size:
        run.font.size = Pt(size)
    if right:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(6))
        paragraph.add_run(f"\t{right}")


def docx_styles(person: Person) -> bytes:
    """Word's own heading and list styles; dates at a tab."""
    document = Document()
    document.add_heading(person.name, 0)
    _line(document, f"{person.location} | {person.phone} | {person.email} | {person.links[0]}")
    document.add_heading("Summary", 1)
    _line(document, person.summary)
    document.add_heading("Experience", 1)
    for job in person.work:
        _line(document, f"{job.title}, {job.company}", bold=True, right=span(job.start, job.end, short))
        _line(document, job.location)
        for line in job.bullets:
            _line(document, line, style="List Bullet")
    document.add_heading("Education", 1)
    for school in person.education:
        _line(document, school.institution, bold=True, right=span(school.start, school.end, short))
        _line(document, f"{school.degree}, {school.field}" if school.field else school.degree)
    if person.projects:
        document.add_heading("Projects", 1)
        for project in person.projects:
            _line(document, project.name, bold=True, right=span(project.start, project.end, short))
            _line(document, project.summary)
    document.add_heading("Skills", 1)
    for name, skills in person.skills.items():
        _line(document, f"{name}: {', '.join(skills)}")
    return _done(document)


def docx_two_columns(person: Person) -> bytes:
    """A table without lines: contact, skills and education at the left, work at the right."""
    document = Document()
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _line(left, person.name, bold=True, size=18)
    for line in (person.email, person.phone, person.location, *person.links):
        _line(left, line)
    _line(left, "SKILLS", bold=True)
    for skills in person.skills.values():
        for skill in skills:
            _line(left, skill, style="List Bullet")
    _line(left, "EDUCATION", bold=True)
    for school in person.education:
        _line(left, school.degree, bold=True)
        if school.field:
            _line(left, school.field)
        _line(left, school.institution)
        _line(left, span(school.start, school.end, long))
    _line(right, "PROFILE", bold=True)
    _line(right, person.summary)
    _line(right, "WORK EXPERIENCE", bold=True)
    for job in person.work:
        _line(right, job.company, bold=True)
        _line(right, f"{job.title} | {job.location}")
        _line(right, span(job.start, job.end, long))
        for line in job.bullets:
            _line(right, line, style="List Bullet")
    if person.projects:
        _line(right, "PROJECTS", bold=True)
        for project in person.projects:
            _line(right, project.name, bold=True)
            _line(right, project.summary)
    return _done(document)


def docx_indian(person: Person) -> bytes:
    """As many in India write it: bold capitals, a table of marks, "Company:" and "Role:" labels."""
    document = Document()
    _line(document, person.name.upper(), bold=True, size=16)
    _line(document, f"E-mail: {person.email}    Phone: {person.phone}")
    _line(document, "CAREER OBJECTIVE", bold=True)
    _line(document, person.summary)
    _line(document, "PROFESSIONAL EXPERIENCE", bold=True)
    for job in person.work:
        _line(document, f"Company: {job.company}")
        _line(document, f"Role: {job.title}")
        _line(document, f"Duration: {span(job.start, job.end, apostrophe, ' to ')}")
        for line in job.bullets:
            _line(document, line, style="List Bullet")
    _line(document, "EDUCATIONAL QUALIFICATION", bold=True)
    table = document.add_table(rows=1, cols=4)
    for cell, words in zip(
        table.rows[0].cells, ("Degree", "Board/University", "Year of Passing", "Percentage"), strict=True
    ):
        cell.text = words
    for school in person.education:
        field = f" - {school.field}" if school.field else ""
        for cell, words in zip(
            table.add_row().cells, (school.degree + field, school.institution, school.end[:4], school.note), strict=True
        ):
            cell.text = words
    if person.projects:
        _line(document, "PROJECTS", bold=True)
        for project in person.projects:
            _line(document, f"{project.name} – {project.summary}", style="List Number")
    _line(document, "KEY SKILLS", bold=True)
    for skills in person.skills.values():
        _line(document, ", ".join(skills), style="List Bullet")
    _line(document, "STRENGTHS", bold=True)
    _line(document, "Quick learner and team player", style="List Bullet")
    return _done(document)


def docx_brackets(person: Person) -> bytes:
    """Employer, position and dates in one sentence-like line; dates in brackets."""
    document = Document()
    _line(document, person.name, bold=True, size=20)
    _line(document, person.headline)
    _line(document, f"{person.phone} • {person.email} • {person.location}")
    for heading in ("Work Experience",):
        _line(document, heading, bold=True, size=14)
    for job in person.work:
        _line(document, f"{job.title} – {job.company} ({span(job.start, job.end, slashed, ' - ')})", bold=True)
        for line in job.bullets:
            _line(document, f"- {line}")
    _line(document, "Education & Training", bold=True, size=14)
    for school in person.education:
        field = f" in {school.field}" if school.field else ""
        _line(
            document, f"{school.degree}{field}, {school.institution} ({span(school.start, school.end, slashed, ' - ')})"
        )
    if person.projects:
        _line(document, "Side Projects", bold=True, size=14)
        for project in person.projects:
            _line(document, f"- {project.name}: {project.summary}")
    _line(document, "Tools and Technologies", bold=True, size=14)
    _line(document, "; ".join(skill for skills in person.skills.values() for skill in skills))
    return _done(document)


LAYOUTS: dict[str, Callable[[Person], bytes]] = {
    layout.__name__: layout for layout in (docx_styles, docx_two_columns, docx_indian, docx_brackets)
}
