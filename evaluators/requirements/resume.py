"""What a résumé says to a requirement, in its own words: from its text, or from an extract that a person corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

from evaluators.requirements.terms import Term, skills_in
from evaluators.words import compared_text
from schema.documents import ResumeExtract
from schema.vocabulary import SkillCategory

MOST_CHARS = 160  # of a résumé's line that a report shows
_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?$")
_FLUENT = re.compile(
    r"\b(?:native|fluent|fluency|bilingual|mother tongue|proficient|conversational|professional|working|[ABC][12]|"
    r"languages?|speak|spoken|written|business)\b",
    re.IGNORECASE,
)


class ResumeReader:
    """A résumé ready to be asked. Empty where the candidate gave none."""

    def __init__(self, text: str, extract: ResumeExtract | None, today: date | None = None) -> None:
        self._text = text
        self._given = extract
        self._today = today

    @property
    def is_there(self) -> bool:
        """Whether there is a résumé at all."""
        return bool(self._text.strip()) or self._given is not None

    @cached_property
    def extract(self) -> ResumeExtract:
        """The corrected extract, or the rules' own reading."""
        if self._given is not None:
            return self._given
        return _read(self._text) if self._text.strip() else ResumeExtract()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """What the résumé says: the text's lines, then the items of an extract that a person corrected."""
        given = tuple(_items(self._given)) if self._given is not None else ()
        return (*(line for raw in self._text.splitlines() if (line := " ".join(raw.split()))), *given)

    def is_verbatim(self, line: str) -> bool:
        """Whether a line stands in the résumé's text, and not only in what a person added to its extract."""
        return compared_text(line) in self._compared

    @cached_property
    def _compared(self) -> str:
        return compared_text(self._text)

    def names(self, terms: Sequence[Term]) -> str | None:
        """The first line that names one of the terms, cut to the words around the name where it is long."""
        for line in self.lines:
            for term in terms:
                span = term.search(line)
                if span is not None:
                    return around(line, *span)
        return None

    def finds(self, pattern: re.Pattern[str]) -> str | None:
        """The first line that the pattern finds, cut as above."""
        return next((around(line, *match.span()) for line in self.lines if (match := pattern.search(line))), None)

    def speaks(self, language: str) -> str | None:
        """The line that says that the candidate speaks this language: a level beside it, or a list of languages."""
        for i, line in enumerate(self.lines):
            hits = [hit for hit in skills_in(line) if hit.category is SkillCategory.HUMAN_LANGUAGE]
            mine = next((hit for hit in hits if hit.name == language), None)
            headed = i > 0 and re.fullmatch(r"languages?\W*", self.lines[i - 1], re.IGNORECASE) is not None
            if mine is not None and (len(hits) > 1 or headed or _FLUENT.search(line) or line == language):
                return around(line, mine.start, mine.end)
        return None

    def months_worked(self) -> tuple[int, str] | None:
        """Months that the employments' dates cover, overlaps once, and the employment that began first, in the
        résumé's words. None where no employment has dates. What lasts ends today, or else at the last date that the
        résumé names, so that nothing is counted that it does not bear out."""
        jobs = self.extract.work_history
        dated = [(n, start) for n, job in enumerate(jobs) if (start := _month(job.start)) is not None]
        if not dated:
            return None
        named = [month for job in jobs for month in (_month(job.start), _month(job.end))]
        last = max(month for month in named if month is not None)
        now = self._today.year * 12 + self._today.month if self._today else last
        spans = [(start, now if jobs[n].end == "present" else _month(jobs[n].end) or start) for n, start in dated]
        return _covered(spans), self._line_of(min(dated, key=lambda item: item[1])[0])

    def _line_of(self, job: int) -> str:
        """The line of the text that gives an employment its dates, or its items where the text is not there."""
        span = self.extract.spans.get(f"/work_history/{job}/start")
        if span is not None and span.end <= len(self._text):
            low, high = self._text.rfind("\n", 0, span.start) + 1, self._text.find("\n", span.end)
            line = self._text[low : high if high >= 0 else len(self._text)]
            return around(" ".join(line.split()), 0, 0)
        told = self.extract.work_history[job]
        return ", ".join(part for part in (told.title, told.company, told.start, told.end) if part)


def around(line: str, start: int, end: int) -> str:
    """At most 160 characters of a line with [start, end) in them, cut at spaces."""
    if len(line) <= MOST_CHARS:
        return line
    low = max(0, start - (MOST_CHARS - (end - start)) // 2)
    low = line.find(" ", low) + 1 if low else 0
    low = min(low, start)
    high = min(len(line), low + MOST_CHARS)
    if high < len(line):
        high = max(end, line.rfind(" ", low, high))
    return ("…" if low else "") + line[low:high] + ("…" if high < len(line) else "")


@lru_cache(maxsize=16)
def _read(text: str) -> ResumeExtract:
    from evaluators.documents.resume import extract_resume  # brings the readers of files, which few matches need

    return extract_resume(text)


def _items(extract: ResumeExtract) -> Iterator[str]:
    yield from extract.skills
    for job in extract.work_history:
        yield from job.bullets
        yield from (part for part in (job.title,) if part)
    for project in extract.projects:
        yield project.name
        yield from project.bullets
    for school in extract.education:
        told = ", ".join(part for part in (school.degree, school.field, school.institution) if part)
        if told:
            yield told


def _month(text: str | None) -> int | None:
    match = _MONTH.match(text or "")
    return int(match[1]) * 12 + int(match[2] or 1) if match else None


def _covered(spans: Sequence[tuple[int, int]]) -> int:
    """Months in at least one of the spans."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
