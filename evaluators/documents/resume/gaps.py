"""Months of a working life in which a résumé names neither work nor study."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from evaluators.documents.resume.dates import Dated
from evaluators.documents.resume.education import School
from evaluators.documents.resume.entries import When
from evaluators.documents.resume.work import Job

LEAST_MONTHS = 3
STUDY_WITHOUT_START = 24  # months that a degree covers at least, where only its end is told


@dataclass(frozen=True, slots=True)
class Pause:
    """Months [first, last] without work or study, counted from the year nought. `after`: what ended before."""

    first: int
    last: int
    after: When | None

    @property
    def months(self) -> int:
        return self.last - self.first + 1


def gaps_of(jobs: Sequence[Job], schools: Sequence[School], today: date | None = None) -> list[Pause]:
    """The pauses of three months or more, the latest first. Years without months count as worked from end to end.

    The time since the last position counts only where `today` is given.
    """
    spans = [(*span, when) for job in jobs if (when := job.when) and (span := _months(when.dated, today))]
    if not spans:
        return []
    studies = [(*span, when) for school in schools if (when := school.when) and (span := _study(when.dated, today))]
    first = min(start for start, _, _ in spans)
    covered, after = first - 1, None
    pauses: list[Pause] = []
    end = max((last for _, last, _ in spans), default=0)
    limit = _index(today) + 1 if today else end
    for start, last, when in sorted([*spans, *studies], key=lambda span: span[0]):
        if start - covered > LEAST_MONTHS and covered >= first and start <= limit:
            pauses.append(Pause(covered + 1, start - 1, after))
        if last > covered:
            covered, after = last, when
    if today is not None and _index(today) - covered >= LEAST_MONTHS:
        pauses.append(Pause(covered + 1, _index(today), after))
    return [pause for pause in reversed(pauses) if pause.first <= max(end, covered) + 1]


def said_month(index: int) -> str:
    """A counted month as "YYYY-MM"."""
    return f"{index // 12}-{index % 12 + 1:02}"


def span_of(dated: Dated, today: date | None) -> tuple[int, int] | None:
    """The first and last month of a span of time, counted; None where it can't be told."""
    return _months(dated, today)


def _months(dated: Dated, today: date | None) -> tuple[int, int] | None:
    if dated.first is None or dated.first == "present":
        return None
    start = _first(dated.first)
    if dated.last == "present":
        return start, max(start, _index(today)) if today else 12 * 9_999
    last = _last(dated.last or dated.first)
    return (start, last) if last >= start else None


def _study(dated: Dated, today: date | None) -> tuple[int, int] | None:
    if dated.first is None and dated.last is not None:
        last = (
            _index(today)
            if dated.last == "present" and today
            else _last(dated.last if dated.last != "present" else "9999")
        )
        return last - STUDY_WITHOUT_START, last
    return _months(dated, today)


def _first(said: str) -> int:
    year, _, month = said.partition("-")
    return int(year) * 12 + int(month or 1) - 1


def _last(said: str) -> int:
    year, _, month = said.partition("-")
    return int(year) * 12 + int(month or 12) - 1


def _index(day: date | None) -> int:
    return day.year * 12 + day.month - 1 if day else 0


def latest_first(jobs: Iterable[Job], today: date | None) -> list[tuple[int, int, Job]]:
    """Jobs with known months, the latest first."""
    known = [(*span, job) for job in jobs if job.when and (span := _months(job.when.dated, today))]
    return sorted(known, key=lambda item: (-item[1], -item[0]))
