"""The lines of a job description that ask for something, from its text or from an extract that a person corrected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from evaluators.documents.job import extract_job
from evaluators.requirements.terms import Term, pieces, terms_of
from schema.documents import JobExtract
from schema.transcript import TranscriptDocument

MAX_TERMS = 60  # a bound for what is no ad: none of the tests' ads names half as many
MAX_LINES = 120
# Lines of a list of requirements that ask for nothing.
_NO_REQUIREMENT = re.compile(
    r"\b(?:no (?:prior |previous )?experience (?:is )?(?:required|needed|necessary)"
    r"|freshers? (?:can|may|are welcome)(?: to)?(?: also)?(?: apply)?"
    r"|(?:is|are) not required|not mandatory)\b[\s.)]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that asks for something. `must`: a requirement; else nice to have. `duty`: what the person will do."""

    text: str
    must: bool
    duty: bool = False


def asked_lines(jd: str, job: JobExtract | None = None) -> tuple[Line, ...]:
    """What the job asks for: musts, then what is nice to have, then those duties that name something not asked before.

    A description in which nothing of the kind is recognised gives its duties, or all lines that name something.
    """
    if job is None:
        if not jd.strip():
            return ()
        job = read_job(jd)
    lines = [Line(text, must=True) for text in job.must_have]
    lines += [Line(text, must=False) for text in job.nice_to_have]
    duties = [Line(text, must=False, duty=True) for text in job.responsibilities]
    if not lines and not duties:
        named = job.keywords or tuple(line for line in jd.splitlines() if pieces(line))
        lines = [Line(text, must=True) for text in named]
    kept = [line for line in lines if line.text.strip() and not _NO_REQUIREMENT.search(line.text)]
    return (*kept, *duties)[:MAX_LINES]


def requirement_terms(document: TranscriptDocument, job: JobExtract | None = None) -> tuple[Term, ...]:
    """The names in the job description's lines, in its order, at most 60; none without a description.

    `job` is an extract that a person may have corrected; without it the document's text is read.
    """
    return _terms(document.jd or "") if job is None else _terms_of(asked_lines(document.jd or "", job))


@lru_cache(maxsize=64)
def read_job(jd: str) -> JobExtract:
    """The rules' reading of a job description."""
    return extract_job(jd.replace("’", "'"))


@lru_cache(maxsize=64)
def _terms(jd: str) -> tuple[Term, ...]:
    return _terms_of(asked_lines(jd))


def _terms_of(lines: tuple[Line, ...]) -> tuple[Term, ...]:
    return terms_of((line.text, line.must) for line in lines)[:MAX_TERMS]
