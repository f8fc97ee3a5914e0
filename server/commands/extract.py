"""`interview-lab extract`: reads a résumé or a job description by rules and prints what it says, item by item."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evaluators.documents.files import ReadDocument
    from schema.base import Shape
    from schema.documents import Education, Employment, JobExtract, Project, ResumeExtract

KINDS = {
    "resume": "Reads a résumé (PDF, DOCX, TXT or MD; - reads pasted text from standard input): who, work history, "
    "education, projects, skills, figures, gaps, and what an interviewer may ask, each with its place in the text.",
    "jd": "Reads a job description (PDF, DOCX, TXT or MD; - reads pasted text from standard input): title, company, "
    "duties, what it requires and prefers, skills, and signs of seniority, each with its place in the text.",
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "extract",
        help="read a résumé or a job description: what it says, item by item",
        description="Reads a document by rules, without a model, and prints what it says. Nothing is added: every item "
        "is in the document's own words.",
    )
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND", parser_class=type(parser))
    for kind, description in KINDS.items():
        words = "a résumé" if kind == "resume" else "a job description"
        reader = kinds.add_parser(kind, help=f"read {words}", description=description)
        reader.add_argument("file", metavar="FILE", help="the document; - reads pasted text from standard input")
        reader.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    document = _read(args.file)
    extract = _extract(args.kind, document)
    if args.json:
        found = extract.model_dump(mode="json") | {"flags": [flag.model_dump(mode="json") for flag in document.flags]}
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return 0
    print("\n".join(_summary(extract)))
    for flag in document.flags:
        print(f"Note: {flag.kind.value.replace('_', ' ')}: {flag.text}")
    return 0


def _extract(kind: str, document: ReadDocument) -> ResumeExtract | JobExtract:
    if kind == "resume":
        from evaluators.documents.resume import extract_resume

        return extract_resume(document.text, document.lines, today=date.today())  # noqa: DTZ011 - a résumé has no time zone
    from evaluators.documents.job import extract_job

    return extract_job(document.text)


def _read(name: str) -> ReadDocument:
    from evaluators.documents.files import MAX_BYTES, UnreadableDocument, read_document
    from server.commands import CliError

    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else Path(name).read_bytes()
    except OSError as failure:
        raise CliError(f"{name} can't be read: {failure.strerror or failure}.") from failure
    try:
        return read_document(data, name="pasted.txt" if name == "-" else Path(name).name)
    except UnreadableDocument as refusal:
        raise CliError(refusal.message) from refusal


def _summary(extract: Shape) -> Iterator[str]:
    from schema.documents import JobExtract, ResumeExtract

    if isinstance(extract, ResumeExtract):
        yield from _resume_summary(extract)
    elif isinstance(extract, JobExtract):
        yield from _job_summary(extract)


def _resume_summary(extract: ResumeExtract) -> Iterator[str]:
    yield extract.name or "(no name found)"
    yield " · ".join(word for word in (extract.email, extract.phone, *extract.links) if word) or "(no contact found)"
    yield from _listed("Work", (line for job in extract.work_history for line in _job_lines(job)))
    yield from _listed("Education", map(_school_line, extract.education))
    yield from _listed("Projects", map(_project_line, extract.projects))
    yield from _listed("Skills", [", ".join(extract.skills)] if extract.skills else [])
    yield from _listed("Figures", extract.metrics)
    yield from _listed("Gaps", (f"{gap.start} to {gap.end}, {gap.months} months" for gap in extract.gaps))
    yield from _listed("Worth asking about", (f"{item.kind.value}: {item.text}" for item in extract.claim_triggers))


def _job_lines(job: Employment) -> Iterator[str]:
    where = ", ".join(word for word in (job.title, job.company, job.location) if word)
    yield f"{_when(job.start, job.end)}{where}"
    yield from (f"  - {bullet}" for bullet in job.bullets)


def _school_line(school: Education) -> str:
    what = ", ".join(word for word in (school.degree, school.field, school.institution) if word)
    return f"{_when(school.start, school.end)}{what}"


def _project_line(project: Project) -> str:
    return f"{_when(project.start, project.end)}{project.name}"


def _when(start: str | None, end: str | None) -> str:
    if start and end and start != end:
        return f"{start} to {end}: "
    return f"{start or end}: " if start or end else ""


def _job_summary(extract: JobExtract) -> Iterator[str]:
    yield " at ".join(word for word in (extract.title, extract.company) if word) or "(no title found)"
    yield from _listed("Duties", extract.responsibilities)
    yield from _listed("Required", extract.must_have)
    yield from _listed("Preferred", extract.nice_to_have)
    yield from _listed("Key words", [", ".join(extract.keywords)] if extract.keywords else [])
    yield from _listed("Seniority", extract.seniority_signal)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A titled list, or nothing where the list is empty."""
    shown = list(lines)
    if shown:
        yield f"\n{title}"
        yield from (f"  {line}" for line in shown)
