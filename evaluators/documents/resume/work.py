"""The positions of a résumé's work history, in the order of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluators.documents.resume.dates import find_dates
from evaluators.documents.resume.entries import Entry, When, entries_of, first_dates
from evaluators.documents.resume.labels import Labels, label
from evaluators.documents.resume.pieces import Piece
from evaluators.documents.resume.rows import Row
from evaluators.documents.resume.scores import company_score, is_sentence, title_score

MAX_ENTRIES = 60
SURE = 1.4  # of a position's score: from here on its words tell it
LONGEST = 300  # letters of a sentence that may tell of a position
_ENDS = r"(?=,|\.?\s*$|\s\(|\s[–—-]\s|\s(?:from|since|during|between|for|till|until|and)\b)"
_TOLD = re.compile(
    r"(?:I\s)?(?:am\s|was\s|have\sbeen\s)?(?:currently\s|presently\s|previously\s)?"
    r"(?:work(?:ed|ing)|employed|serv(?:ed|ing)|associated|engaged|interned|joined)\s"
    rf"(?:as\s(?:an?\s|the\s)?(?P<title1>[^,.]{{3,60}}?)\s(?:at|with|in|for)\s(?P<company1>[^,]{{2,60}}?){_ENDS}"
    rf"|(?:at|with|for|in)\s(?P<company2>[^,]{{2,60}}?)\sas\s(?:an?\s|the\s)?(?P<title2>[^,.]{{3,60}}?){_ENDS})",
    re.IGNORECASE,
)
_OWN_BOSS = re.compile(r"\b(?:freelanc\w+|self[- ]employed|independent|contractor|consultant)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Job:
    company: Piece | None
    title: Piece | None
    place: Piece | None
    when: When | None
    bullets: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    entry: Entry
    labels: Labels

    @property
    def titled(self) -> bool:
        return self.labels.title is not None and title_score(self.labels.title.text) >= SURE

    @property
    def only_company(self) -> bool:
        return self.labels.company is not None and not self.titled and not self.entry.items


def jobs_of(rows: Sequence[Row]) -> list[Job]:
    """The positions that one section names; several of one employer each have its name."""
    found = entries_of(rows, _is_bulleted_job)[:MAX_ENTRIES]
    entries = [entry for entry in found if entry.heads]
    first = [label(entry.heads) for entry in entries]
    usual = _usual_order(first)
    reads = [_Read(entry, label(entry.heads, usual)) for entry in entries]
    told = [job for entry in found if not entry.heads for job in told_jobs(entry.items)]
    return [*told, *(job for job in _with_employers(reads) if _is_job(job))]


def told_jobs(items: Sequence[Piece]) -> list[Job]:
    """Positions told in sentences, "Working as an analyst with Acme since 2018", each with the sentences below."""
    jobs: list[Job] = []
    for item in items:
        match = _TOLD.match(item.text[:LONGEST])
        if match is None:
            if jobs:
                jobs[-1] = replace(jobs[-1], bullets=(*jobs[-1].bullets, item))
            continue
        title, company = (
            item.cut(*match.span(f"{part}1" if match[f"{part}1"] else f"{part}2")).strip()
            for part in ("title", "company")
        )
        dates = [When(found, item.cut(found.start, found.end).strip()) for found in find_dates(item.text)]
        jobs.append(Job(company, title, None, first_dates(dates), ()))
    return [job for job in jobs if job.when is not None and title_score(_said(job.title)) >= SURE]


def _is_bulleted_job(row: Row) -> bool:
    """Whether a bulleted line is a position of its own: "• Engineer, Acme (2019 – 2021)"."""
    spans = [found for found in find_dates(row.text) if not found.single]
    return (
        bool(spans) and not is_sentence(row.text) and len(row.text) <= 140 and title_score(row.text.split(",")[0]) > 1.0
    )


def _usual_order(labels: Sequence[Labels]) -> bool | None:
    """Whether positions stand before employers in the entries whose words are clear; None where none are."""
    votes: Counter[bool] = Counter()
    for found in labels:
        if found.title and found.company and title_score(found.title.text) >= SURE > title_score(found.company.text):
            votes[bool(found.title_first)] += 1
    return votes.most_common(1)[0][0] if votes else None


def _with_employers(reads: Sequence[_Read]) -> list[Job]:
    """Jobs in order. A position without an employer has that of the heading above it, if positions hang below that."""
    jobs: list[Job] = []
    employer: Labels | None = None
    for index, read in enumerate(reads):
        found = read.labels
        below = reads[index + 1] if index + 1 < len(reads) else None
        if read.only_company and below is not None and below.titled and below.labels.company is None:
            employer = found
            continue
        if found.company is not None:
            employer = found if _hangs(read) else None
        elif employer is not None and read.titled and not _OWN_BOSS.search(_said(found.title)):
            found = replace(found, company=employer.company, place=found.place or employer.place)
        when = first_dates(read.entry.dates)
        jobs.append(Job(found.company, found.title, found.place, when, tuple(read.entry.items)))
    return jobs


def _hangs(read: _Read) -> bool:
    """Whether an employer stands on a line above its position, so that another position may follow below."""
    company, title = read.labels.company, read.labels.title
    if company is None or title is None or title.start < company.start:
        return False
    return _line_of(read.entry, company) < _line_of(read.entry, title)


def _line_of(entry: Entry, piece: Piece) -> int:
    """The number of the head that a piece stands in."""
    for number, head in enumerate(entry.heads):
        if any(piece.start in cell.at for cell in head.cells):
            return number
    return 0


def _said(piece: Piece | None) -> str:
    return piece.text if piece else ""


def _is_job(job: Job) -> bool:
    """An entry that names a position or an employer, and tells when, or something else of a job."""
    if job.company is None and job.title is None:
        return False
    if job.when is not None:
        return True
    both = job.company is not None and job.title is not None
    return both and (title_score(_said(job.title)) >= SURE or company_score(_said(job.company)) >= SURE)
