"""Résumés as pasted text and as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.evaluators.documents.resume.people import Person, long, short, span


def text_pasted(person: Person) -> bytes:
    """What comes out of a clipboard: no sizes, no indents, hyphens for bullets."""
    return "\n".join(_pasted(person)).encode()


def _pasted(person: Person) -> Iterator[str]:
    yield from (person.name, person.headline, f"{person.location} | {person.phone} | {person.email}", *person.links)
    yield from ("", "SUMMARY", person.summary, "", "EXPERIENCE")
    for job in person.work:
        yield from ("", f"{job.company} — {job.location}", job.title, span(job.start, job.end, short))
        yield from (f"- {line}" for line in job.bullets)
    if person.projects:
        yield from ("", "PROJECTS")
        for project in person.projects:
            yield from (
                f"{project.name} | {span(project.start, project.end, short)}".rstrip(" |"),
                f"- {project.summary}",
                "",
            )
    yield from ("", "EDUCATION")
    for school in person.education:
        degree = f"{school.degree}, {school.field}" if school.field else school.degree
        yield f"{degree}, {school.institution}, {span(school.start, school.end, short)}"
    yield from ("", "SKILLS")
    for name, skills in person.skills.items():
        yield f"{name}: {', '.join(skills)}"


def text_markdown(person: Person) -> bytes:
    """A README-like résumé."""
    return "\n".join(_markdown(person)).encode()


def _markdown(person: Person) -> Iterator[str]:
    yield from (
        f"# {person.name}",
        "",
        f"{person.email} · {person.phone} · {person.location}",
        "",
        "## Work Experience",
        "",
    )
    for job in person.work:
        yield from (f"### {job.title}, {job.company}", f"*{span(job.start, job.end, long)}, {job.location}*", "")
        yield from (f"* {line}" for line in job.bullets)
        yield ""
    yield from ("## Education", "")
    for school in person.education:
        yield from (f"**{school.institution}**  ", f"{school.degree}{f' in {school.field}' if school.field else ''}  ")
        yield from (span(school.start, school.end, long), "")
    if person.projects:
        yield from ("## Projects", "")
        yield from (f"- **{project.name}**: {project.summary}" for project in person.projects)
        yield ""
    yield from ("## Skills", "")
    for name, skills in person.skills.items():
        yield f"- **{name}:** {', '.join(skills)}"


LAYOUTS: dict[str, tuple[str, Callable[[Person], bytes]]] = {
    "text_pasted": (".txt", text_pasted),
    "text_markdown": (".md", text_markdown),
}
