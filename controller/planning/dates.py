"""Months of a résumé, and spans of them as they are said aloud."""

from __future__ import annotations

from dataclasses import dataclass

from controller.wording import number_word
from schema.documents import Employment, Gap

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT_TENURE_MONTHS = 12  # an interviewer asks about a position that lasted less


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year; `month` is None where only the year is known."""

    year: int
    month: int | None

    @property
    def index(self) -> int:
        """Months since the year nought, the middle of the year where no month is known."""
        return self.year * 12 + (self.month or 6) - 1

    def said(self, *, year: bool = True) -> str:
        """ "March 2022", "March" or "2022"."""
        if self.month is None:
            return str(self.year)
        return f"{_MONTHS[self.month - 1]} {self.year}" if year else _MONTHS[self.month - 1]


def month_of(text: str | None) -> Month | None:
    """The month of "2022-03" or "2022"; None for "present" and for nothing."""
    if not text or text == "present":
        return None
    year, _, month = text.partition("-")
    return Month(int(year), int(month) if month else None)


def tenure_months(job: Employment) -> int | None:
    """How long a position lasted, or None where that can't be told or where it still goes on."""
    start, end = month_of(job.start), month_of(job.end)
    if start is None or end is None or end.index < start.index:
        return None
    if start.month is None or end.month is None:
        return (end.year - start.year) * 12 or None
    return end.index - start.index + 1


def is_short(job: Employment) -> bool:
    """Whether a position that is over lasted less than a year by its months."""
    months = tenure_months(job)
    known = len(job.start or "") > 4 and len(job.end or "") > 4
    return known and months is not None and months < SHORT_TENURE_MONTHS


def spoken_length(months: int) -> str:
    """ "seven months", "a year and a half", "two years"."""
    if months < SHORT_TENURE_MONTHS - 1:
        return f"{number_word(months)} month{'s' if months != 1 else ''}"
    halves = round(months / 6)
    if halves <= 2:
        return "a year"
    if halves == 3:
        return "a year and a half"
    years = min(99, round(months / 12))
    return f"{number_word(years)} years"


def spoken_tenure(job: Employment, employer: str) -> str:
    """ "two years at Acme"; "your time at Acme" where the length is unknown."""
    months = tenure_months(job)
    return f"{spoken_length(months)} at {employer}" if months else f"your time at {employer}"


def spoken_gap(gap: Gap) -> str:
    """ "the months between March and October 2022"."""
    start, end = month_of(gap.start), month_of(gap.end)
    if start is None:
        return f"the time before {end.said()}" if end else "the time in between"
    if end is None:
        return f"the time since {start.said()}"
    if start.month is None or end.month is None:
        return f"the time between {start.year} and {end.year}" if start.year != end.year else f"a part of {start.year}"
    what = "months" if gap.months > 1 else "time"
    return f"the {what} between {start.said(year=start.year != end.year)} and {end.said()}"


def span_value(job: Employment) -> str:
    """A tenure as the claims ledger keeps it: "2021-03/2023-05", with nothing for what is unknown."""
    return f"{job.start or ''}/{job.end or ''}"


def span_said(job: Employment) -> str:
    """ "March 2021 to May 2023", or the one of both that is known; empty when neither is."""
    start, end = month_of(job.start), month_of(job.end)
    until = end.said() if end else ("today" if job.end == "present" else "")
    return " to ".join(part for part in (start.said() if start else "", until) if part)
