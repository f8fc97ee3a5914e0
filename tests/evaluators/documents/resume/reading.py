"""Reads a part of a résumé in a test, as text without layout."""

from __future__ import annotations

from evaluators.documents.resume import extract_resume
from schema.documents import ResumeExtract

HEAD = "Jane Roe\njane.roe@mail.com\n"


def read(section: str, body: str) -> ResumeExtract:
    """A résumé with that section, and another before and after it."""
    return extract_resume(f"{HEAD}\nSUMMARY\nLikes clear work.\n\n{section}\n{body}\n\nREFERENCES\nOn request\n")


def job(body: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Employer, position, start and end of the only position."""
    (found,) = read("EXPERIENCE", body).work_history
    return found.company, found.title, found.start, found.end


def school(body: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Institution, degree, field and end of the only school."""
    (found,) = read("EDUCATION", body).education
    return found.institution, found.degree, found.field, found.end
