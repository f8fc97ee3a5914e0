"""The checkable statements of résumé and job description, with which the interview's claims ledger starts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from controller.planning.dates import span_said, span_value
from controller.planning.job_points import JobPoint
from controller.planning.mentions import names, words_of
from controller.planning.phrases import cleaned, name_of, quotation
from schema.documents import Employment, JobExtract, ResumeExtract
from schema.plan import DocumentClaim

MAX_CLAIMS = 120
MAX_SKILLS = 40
_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(_SMALL)}|twenty|thirty|forty|fifty)"
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_PEOPLE = (
    r"(?:people|persons?|engineers?|developers?|designers?|analysts?|members?|reports?|employees|colleagues|agents?"
    r"|specialists?|interns?|associates?|representatives?|reps|staff|consultants?|technicians?|nurses?|teachers?)"
)
_TEAM = re.compile(
    rf"\bteams? of (?:(?:about|around|over|up to|more than|~)\s*)?{_NUMBER}\b"
    rf"|\b{_NUMBER.replace('number', 'heads')}[\s-]*(?:direct[\s-]+)?(?:\w+\s+)?{_PEOPLE}\b"
    rf"|\b{_NUMBER.replace('number', 'strong')}[\s-](?:person|member|people|strong) team\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:led|lead|leading|manag\w+|supervis\w+|head(?:ed|ing)|team|mentor\w*|coach\w*|train\w*)\b", re.I
)
_YEARS = re.compile(
    rf"\b{_NUMBER}\s*\+?\s*(?:or more\s+)?(?:years?|yrs?)['’]?(?:\s+of)?"
    r"(?:\s+(?:professional|hands-on|relevant|proven|working|practical|total|work|industry))*"
    r"(?:\s+experience)?(?:\s+(?:with|in|of|as|using))?\s*(?P<about>[^,;.()]{0,60})",
    re.IGNORECASE,
)


def document_claims(
    resume: ResumeExtract | None, job: JobExtract | None, points: tuple[JobPoint, ...]
) -> tuple[DocumentClaim, ...]:
    """Every statement that an answer could contradict, the résumé's first. `text` is fit to be quoted."""
    found = [*_of_resume(resume), *_of_job(job, points)]
    distinct = {(claim.source, claim.subject, claim.about, claim.value): claim for claim in found if claim.text}
    return tuple(distinct.values())[:MAX_CLAIMS]


# ------------------------------------------------------------------ résumé


def _of_resume(resume: ResumeExtract | None) -> Iterator[DocumentClaim]:
    if resume is None:
        return
    for job in resume.work_history:
        yield from _of_employment(job)
    for study in resume.education:
        parts = [name_of(part) for part in (study.degree, study.field, study.institution)]
        degree = " in ".join(part for part in parts[:2] if part)
        if degree or parts[2]:
            said = ", ".join(part for part in (degree, parts[2]) if part)
            yield _claim("education", parts[2] or "education", degree.lower() or "studied", said)
    for skill in resume.skills[:MAX_SKILLS]:
        if name := name_of(skill, 40):
            yield _claim("skill", name, "listed", name)
    for line in _lines(resume):
        yield from _of_line(line, resume.skills)


def _lines(resume: ResumeExtract) -> Iterator[str]:
    """What stands outside the positions: projects, and the strongest lines wherever they stand."""
    yield from (bullet for project in resume.projects for bullet in project.bullets)
    yield from (trigger.text for trigger in resume.claim_triggers)


def _of_employment(job: Employment) -> Iterator[DocumentClaim]:
    employer, title = name_of(job.company), name_of(job.title)
    if employer:
        yield _claim("employer", employer, employer.lower(), employer)
        span = span_said(job)
        if span:
            yield _claim("tenure", employer, span_value(job), f"{employer}, {span}")
    if title:
        yield _claim("role", employer or "role", title.lower(), f"{title} at {employer}" if employer else title)
    for bullet in job.bullets:
        line = cleaned(bullet)
        size = _team_size(line)
        if size is not None:
            yield _claim("team_size", employer or "team", f"{size} people", quotation(line))


def _of_line(text: str, skills: tuple[str, ...]) -> Iterator[DocumentClaim]:
    line = cleaned(text)
    years = _years(line)
    if years is not None:
        number, about = years
        named = next((skill for skill in skills if names(words_of(about), skill)), None)
        subject = "skill" if named else "experience"
        yield DocumentClaim(
            source="resume",
            subject="skill" if subject == "skill" else "experience",
            about=(named or "total").lower(),
            value=f"{number} years",
            text=quotation(line),
        )


def _claim(subject: str, about: str, value: str, text: str) -> DocumentClaim:
    return DocumentClaim.model_validate(
        {"source": "resume", "subject": subject, "about": about.lower(), "value": value, "text": text}
    )


# ------------------------------------------------------------------ job description


def _of_job(job: JobExtract | None, points: tuple[JobPoint, ...]) -> Iterator[DocumentClaim]:
    if job is None:
        return
    title = name_of(job.title)
    if title:
        yield DocumentClaim(source="jd", subject="role", about="job", value=title.lower(), text=title)
    for point in points:
        said = quotation(point.line)
        for skill in point.skills:
            value = {"must": "required", "duty": "used", "nice": "welcome"}[point.kind]
            yield DocumentClaim(source="jd", subject="skill", about=skill.lower(), value=value, text=said)
        years = _years(cleaned(point.line))
        if years is not None:
            about = point.skills[0].lower() if point.skills else "total"
            yield DocumentClaim(source="jd", subject="experience", about=about, value=f"{years[0]} years", text=said)


# ------------------------------------------------------------------ figures


def _number(text: str) -> int:
    word = text.lower()
    if word.isdecimal():
        return int(word)
    return _TENS[word] if word in _TENS else _SMALL.index(word) + 1


def _team_size(line: str) -> int | None:
    """How many people a line says that one led or worked with, where it says so."""
    found = _TEAM.search(line)
    if found is None or not _LEADS.search(line):
        return None
    size = _number(found["number"] or found["heads"] or found["strong"])
    return size if 1 < size < 1000 else None


def _years(line: str) -> tuple[int, str] | None:
    """ "3+ years of experience with Kafka" as (3, "Kafka")."""
    found = _YEARS.search(line)
    if found is None or ("experience" not in line.lower() and not re.search(r"years?\s+(?:of|in|with|as)\b", line)):
        return None
    number = _number(found["number"])
    return (number, found["about"].strip()) if 0 < number < 60 else None
