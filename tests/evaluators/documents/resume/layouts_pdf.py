"""Résumé layouts as PDF: one and two columns, dates on either side, Indian and American, tables, spaced headings."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from tests.evaluators.documents.resume.pdf_column import Column, draw_table, draw_tags
from tests.evaluators.documents.resume.people import (
    DateStyle,
    Person,
    apostrophe,
    dotted,
    iso,
    long,
    short,
    slashed,
    span,
)


def _page(size: tuple[float, float] = A4) -> tuple[io.BytesIO, Canvas]:
    out = io.BytesIO()
    return out, Canvas(out, pagesize=size)


def _done(out: io.BytesIO, canvas: Canvas) -> bytes:
    canvas.save()
    return out.getvalue()


def _skills(column: Column, person: Person, *, label: bool = True) -> None:
    for name, skills in person.skills.items():
        column.text(f"{name}: {', '.join(skills)}" if label else ", ".join(skills))


def _projects(column: Column, person: Person, style: DateStyle) -> None:
    for project in person.projects:
        column.text(project.name, bold=True, right=span(project.start, project.end, style))
        column.text(project.summary)
        for line in project.bullets:
            column.bullet(line)
        column.gap()


def _schools(column: Column, person: Person, style: DateStyle) -> None:
    for school in person.education:
        column.text(school.institution, bold=True, right=span(school.start, school.end, style), room=130)
        column.text(
            f"{school.degree} in {school.field}" if school.field else school.degree, right=school.location, room=130
        )
        if school.note:
            column.text(school.note)
        column.gap()


def pdf_american(person: Person) -> bytes:
    """One column, employer and dates on a line, position and place on the next."""
    out, canvas = _page(LETTER)
    column = Column(canvas, 54, 504, 740, "Times-Roman", 10.5)
    column.text(person.name, size=20, bold=True, centre=True)
    column.text(" | ".join((person.location, person.phone, person.email, *person.links)), centre=True)
    column.heading("Summary")
    column.text(person.summary)
    column.heading("Professional Experience")
    for job in person.work:
        column.text(job.company, bold=True, right=span(job.start, job.end, long))
        column.text(job.title, right=job.location)
        for line in job.bullets:
            column.bullet(line)
        column.gap()
    column.heading("Education")
    _schools(column, person, long)
    if person.projects:
        column.heading("Projects")
        _projects(column, person, long)
    column.heading("Technical Skills")
    _skills(column, person)
    return _done(out, canvas)


def pdf_title_first(person: Person) -> bytes:
    """Positions first, in bold; employer, place and dates share the line below, parted by bars."""
    out, canvas = _page()
    column = Column(canvas, 50, 495, 790)
    column.text(person.name.upper(), size=18, bold=True)
    column.text(person.headline)
    column.text(f"{person.email}  •  {person.phone}  •  {'  •  '.join(person.links)}", size=9)
    column.heading("WORK EXPERIENCE")
    for job in person.work:
        column.text(job.title, bold=True)
        column.text(f"{job.company} | {job.location} | {span(job.start, job.end, short)}")
        for line in job.bullets:
            column.bullet(line, "–")
        column.gap()
    if person.projects:
        column.heading("PERSONAL PROJECTS")
        _projects(column, person, short)
    column.heading("EDUCATION")
    for school in person.education:
        field = f", {school.field}" if school.field else ""
        column.text(f"{school.degree}{field}", bold=True)
        column.text(f"{school.institution} | {span(school.start, school.end, short)}")
        column.gap()
    column.heading("SKILLS")
    column.text(", ".join(skill for skills in person.skills.values() for skill in skills))
    return _done(out, canvas)


def pdf_dates_left(person: Person) -> bytes:
    """European: dates in a column of their own at the left."""
    out, canvas = _page()
    column = Column(canvas, 170, 375, 790, size=9.5)
    column.text(person.name, size=22, bold=True)
    column.text(f"{person.location} · {person.phone} · {person.email}")
    column.heading("Employment", line=False)
    for job in person.work:
        _left(column, span(job.start, job.end, dotted))
        column.text(f"{job.title}, {job.company}, {job.location}", bold=True)
        for line in job.bullets:
            column.bullet(line)
        column.gap()
    column.heading("Education", line=False)
    for school in person.education:
        _left(column, span(school.start, school.end, dotted))
        column.text(f"{school.degree} {school.field}".strip(), bold=True)
        column.text(school.institution)
        column.gap()
    if person.projects:
        column.heading("Projects", line=False)
        for project in person.projects:
            _left(column, span(project.start, project.end, dotted))
            column.text(project.name, bold=True)
            column.text(project.summary)
            column.gap()
    column.heading("Skills", line=False)
    for name, skills in person.skills.items():
        _left(column, name)
        column.text(", ".join(skills))
    return _done(out, canvas)


def _left(column: Column, words: str) -> None:
    column.turn(column.size)
    column.canvas.setFont(column.family, column.size)
    column.canvas.drawString(50, column.y, words)


def _sidebar(side: Column, person: Person) -> None:
    side.heading("Contact", line=False)
    for line in (person.location, person.phone, person.email, *person.links):
        side.text(line, size=8)
    side.heading("Skills", line=False)
    for name, skills in person.skills.items():
        side.text(name, bold=True)
        for skill in skills:
            side.text(skill)
        side.gap(3)
    if person.interests:
        side.heading("Interests", line=False)
        for interest in person.interests:
            side.text(interest)


def pdf_sidebar_left(person: Person) -> bytes:
    """Two columns: contact and skills, one below the other, at the left; the rest at the right."""
    out, canvas = _page()
    canvas.setFillGray(0.93)
    canvas.rect(0, 0, 185, 842, stroke=0, fill=1)
    canvas.setFillGray(0)
    side = Column(canvas, 24, 145, 730, size=9)
    _sidebar(side, person)
    main = Column(canvas, 210, 340, 790)
    main.text(person.name, size=20, bold=True)
    main.text(person.headline, size=11)
    main.heading("Profile")
    main.text(person.summary)
    main.heading("Work History")
    for job in person.work:
        main.text(job.title, bold=True)
        main.text(f"{job.company}, {job.location}")
        main.text(span(job.start, job.end, long), size=9)
        for line in job.bullets:
            main.bullet(line)
        main.gap()
    if person.projects:
        main.heading("Projects")
        _projects(main, person, short)
    main.heading("Education")
    _schools(main, person, short)
    return _done(out, canvas)


def pdf_sidebar_right(person: Person) -> bytes:
    """Two columns: work at the left; education, skills as lists and certificates at the right."""
    out, canvas = _page(LETTER)
    head = Column(canvas, 40, 530, 745)
    head.text(person.name, size=24, bold=True)
    head.text("   ".join((person.email, person.phone, *person.links)), size=9)
    top = head.y - 6
    main = Column(canvas, 40, 330, top)
    main.heading("EXPERIENCE")
    for job in person.work:
        main.text(job.company, bold=True, right=span(job.start, job.end, slashed))
        main.text(job.title, right=job.location)
        for line in job.bullets:
            main.bullet(line)
        main.gap()
    if person.projects:
        main.heading("PROJECTS")
        _projects(main, person, slashed)
    side = Column(canvas, 400, 172, top, size=9)
    side.heading("EDUCATION")
    for school in person.education:
        side.text(school.degree, bold=True)
        if school.field:
            side.text(school.field)
        side.text(school.institution)
        side.text(span(school.start, school.end, slashed))
        side.gap()
    side.heading("SKILLS")
    for skills in person.skills.values():
        side.text(", ".join(skills))
    if person.certifications:
        side.heading("CERTIFICATIONS")
        for certificate in person.certifications:
            side.text(certificate)
    return _done(out, canvas)


def pdf_indian(person: Person) -> bytes:
    """Objective first, education as a table, "Till date", personal details and a declaration."""
    out, canvas = _page()
    column = Column(canvas, 50, 495, 795, "Times-Roman", 11)
    column.text("CURRICULUM VITAE", bold=True, size=13, centre=True)
    column.text(person.name, bold=True, size=14)
    column.text(f"Email: {person.email}")
    column.text(f"Mobile: {person.phone}")
    column.heading("CAREER OBJECTIVE:", size=11.5)
    column.text(person.summary)
    column.heading("ACADEMIC QUALIFICATIONS:", size=11.5)
    rows = [("Course", "Institution", "Year", "Marks")]
    for school in person.education:
        course = f"{school.degree} ({school.field})" if school.field else school.degree
        rows.append((course, school.institution, school.end[:4], school.note.split(": ")[-1]))
    draw_table(column, rows)
    column.heading("WORK EXPERIENCE:", size=11.5)
    for job in person.work:
        town = job.location.split(",")[0]
        column.text(f"{job.company}, {town}", bold=True, right=span(job.start, job.end, apostrophe, " - "))
        column.text(f"Designation: {job.title}")
        column.text("Roles and Responsibilities:", bold=True)
        for line in job.bullets:
            column.bullet(line)
        column.gap()
    if person.projects:
        column.heading("ACADEMIC PROJECTS:", size=11.5)
        for number, project in enumerate(person.projects, 1):
            column.text(f"{number}. {project.name}", bold=True)
            column.text(f"{project.summary}.")
    column.heading("TECHNICAL SKILLS:", size=11.5)
    for name, skills in person.skills.items():
        column.bullet(f"{name} : {', '.join(skills)}")
    column.heading("PERSONAL DETAILS:", size=11.5)
    column.text("Languages known : English, Hindi")
    column.heading("DECLARATION:", size=11.5)
    column.text("I hereby declare that the above particulars are true to the best of my knowledge.")
    return _done(out, canvas)


def pdf_one_line(person: Person) -> bytes:
    """Everything of a position on one line, dashes and brackets between."""
    out, canvas = _page()
    column = Column(canvas, 45, 505, 795, size=9.5)
    column.text(person.name, size=16, bold=True, right=person.email)
    column.text(person.location, right=person.phone)
    column.heading("Experience", centre=True)
    for job in person.work:
        column.text(
            f"{job.company} – {job.title} ({job.location})", bold=True, right=span(job.start, job.end, slashed, " - ")
        )
        for line in job.bullets:
            column.bullet(line)
        column.gap(4)
    column.heading("Education", centre=True)
    for school in person.education:
        field = f" in {school.field}" if school.field else ""
        column.text(
            f"{school.institution} – {school.degree}{field}", right=span(school.start, school.end, slashed, " - ")
        )
    if person.projects:
        column.heading("Selected Projects", centre=True)
        for project in person.projects:
            column.bullet(f"{project.name}: {project.summary}")
    column.heading("Core Competencies", centre=True)
    column.text(" • ".join(skill for skills in person.skills.values() for skill in skills))
    return _done(out, canvas)


def pdf_grouped(person: Person) -> bytes:
    """One employer with its positions below it, as professional networks print them."""
    out, canvas = _page()
    column = Column(canvas, 60, 475, 790)
    column.text(person.name, size=22, bold=True)
    column.text(person.headline, size=12)
    column.text(f"{person.email} | {person.phone}")
    column.heading("Experience")
    above = ""
    for job in person.work:
        if job.company != above:
            column.text(job.company, bold=True, size=11.5)
        above = job.company
        column.text(job.title, bold=True)
        column.text(f"{span(job.start, job.end, long, ' - ')} (2 years 3 months)", size=9)
        column.text(job.location, size=9)
        for line in job.bullets:
            column.bullet(line)
        column.gap()
    column.heading("Education")
    for school in person.education:
        column.text(school.institution, bold=True)
        field = f", {school.field}" if school.field else ""
        column.text(f"{school.degree}{field} · ({span(school.start, school.end, long, ' - ')})")
        column.gap()
    if person.projects:
        column.heading("Projects")
        _projects(column, person, long)
    column.heading("Top Skills")
    for skills in person.skills.values():
        for skill in skills:
            column.text(skill)
    return _done(out, canvas)


def pdf_spaced(person: Person) -> bytes:
    """Letter-spaced capitals for headings, ISO dates on a line of their own."""
    out, canvas = _page()
    column = Column(canvas, 60, 475, 790, size=10)
    column.text(" ".join(person.name.upper()).replace("   ", "     "), size=18)
    column.text(f"{person.email}    {person.phone}    {person.location}")
    column.heading("W O R K   E X P E R I E N C E", line=False)
    for job in person.work:
        column.text(span(job.start, job.end, iso, " to "))
        column.text(f"{job.title} at {job.company}", bold=True)
        column.text(job.location)
        for line in job.bullets:
            column.bullet(line, "*")
        column.gap(10)
    column.heading("E D U C A T I O N", line=False)
    for school in person.education:
        column.text(span(school.start, school.end, iso, " to "))
        column.text(f"{school.degree}, {school.field}" if school.field else school.degree, bold=True)
        column.text(school.institution)
        column.gap(10)
    if person.projects:
        column.heading("P R O J E C T S", line=False)
        for project in person.projects:
            column.text(project.name, bold=True)
            column.text(project.summary)
            column.gap(10)
    column.heading("S K I L L S", line=False)
    _skills(column, person)
    return _done(out, canvas)


def pdf_years(person: Person) -> bytes:
    """Years only, skills as tags in rows, a short headline under the name."""
    out, canvas = _page()
    column = Column(canvas, 50, 495, 790)
    column.text(person.name, size=20, bold=True, centre=True)
    column.text(person.headline, centre=True)
    column.text(f"{person.phone} | {person.email} | {person.links[0]}", centre=True)
    column.heading("Career History")
    for job in person.work:
        column.text(f"{job.title}, {job.company}", bold=True, right=span(job.start, job.end, short, " - "))
        for line in job.bullets:
            column.bullet(line)
        column.gap()
    column.heading("Academic Background")
    _schools(column, person, lambda date: date[:4])
    if person.projects:
        column.heading("Key Projects")
        _projects(column, person, lambda date: date[:4])
    column.heading("Areas of Expertise")
    skills = [skill for listed in person.skills.values() for skill in listed]
    draw_tags(column, skills)
    return _done(out, canvas)


LAYOUTS: dict[str, Callable[[Person], bytes]] = {
    layout.__name__: layout
    for layout in (
        pdf_american, pdf_title_first, pdf_dates_left, pdf_sidebar_left, pdf_sidebar_right, pdf_indian,
        pdf_one_line, pdf_grouped, pdf_spaced, pdf_years,
    )
}  # fmt: skip
