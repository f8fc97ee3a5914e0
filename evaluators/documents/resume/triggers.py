"""What in a résumé an interviewer may ask about, the strongest first, in words that can be said aloud."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from evaluators.documents.resume.gaps import Pause, latest_first
from evaluators.documents.resume.metrics import has_figure, quotable
from evaluators.documents.resume.pieces import Piece
from evaluators.documents.resume.projects import Work
from evaluators.documents.resume.scores import family_of
from evaluators.documents.resume.work import Job
from evaluators.documents.skills import canonical
from schema.documents import ClaimTrigger, Span
from schema.vocabulary import ClaimKind

MAX_TRIGGERS = 24
MAX_OF_A_KIND = 8
LONG_TENURE = 48  # months
SHORT_TENURE = 12
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_LED = re.compile(
    r"^(?:led|built|designed|launched|founded|created|developed|drove|grew|architected|owned|started|won"
    r"|negotiated|redesigned|introduced"
    r"|established|spearheaded|delivered|shipped|closed|rebuilt|invented|initiated|pioneered|scaled|cut|saved"
    r"|reduced|increased|raised"
    r"|lead|own|run|ran|managed|hired|trained)\b",
    re.IGNORECASE,
)
_BRIEF = re.compile(
    r"\bintern(?:ship)?\b|\btrainee\b|\bapprentice\b|\bcontract|\bfreelanc|\bstudent\b|\btemporary\b|\bassistantship\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Weighed:
    weight: float
    trigger: ClaimTrigger


def triggers_of(
    jobs: Sequence[Job],
    projects: Sequence[Work],
    skills: Sequence[Piece],
    pauses: Sequence[Pause],
    today: date | None = None,
) -> tuple[ClaimTrigger, ...]:
    """At most 24 triggers, at most eight of a kind, each text once."""
    found = [
        *_achievements(jobs), *_projects(projects), *_skills(jobs, projects, skills),
        *_tenures(jobs, today), *_gaps(pauses), *_transitions(jobs, today),
    ]  # fmt: skip
    kinds: dict[ClaimKind, int] = defaultdict(int)
    ranked: list[_Weighed] = []
    for item in sorted(found, key=lambda item: -item.weight):
        nth = kinds[item.trigger.kind]
        kinds[item.trigger.kind] += 1
        if nth < MAX_OF_A_KIND:
            ranked.append(_Weighed(item.weight - 0.45 * nth, item.trigger))
    ranked.sort(key=lambda item: -item.weight)
    unique = {item.trigger.text.lower(): item.trigger for item in reversed(ranked)}
    order = dict.fromkeys(item.trigger.text.lower() for item in ranked)
    return tuple(unique[text] for text in order)[:MAX_TRIGGERS]


def _trigger(kind: ClaimKind, weight: float, said: str, span: Span | None) -> Iterator[_Weighed]:
    if said:
        yield _Weighed(weight, ClaimTrigger(kind=kind, text=said, span=span))


def _achievements(jobs: Sequence[Job]) -> Iterator[_Weighed]:
    """Bullets of positions: measured ones, and among the others those that tell of an own deed."""
    for place, job in enumerate(jobs):
        for nth, bullet in enumerate(job.bullets):
            said = quotable(bullet)
            measured, led = has_figure(said.text), bool(_LED.match(said.text))
            if len(said.text.split()) < 4 or not (measured or led):
                continue
            weight = (6.0 if measured else 4.2) + 0.6 * led - 0.35 * min(place, 4) - 0.1 * min(nth, 5)
            yield from _trigger(ClaimKind.METRIC if measured else ClaimKind.PROJECT, weight, said.text, said.span)


def _projects(projects: Sequence[Work]) -> Iterator[_Weighed]:
    for place, work in enumerate(projects):
        measured = any(has_figure(bullet.text) for bullet in work.bullets)
        yield from _trigger(
            ClaimKind.PROJECT, 5.2 + 0.4 * measured - 0.3 * min(place, 5), work.name.text, work.name.span
        )


def _skills(jobs: Sequence[Job], projects: Sequence[Work], skills: Sequence[Piece]) -> Iterator[_Weighed]:
    """Skills, those first that the work itself names too."""
    told = " ".join(
        bullet.text.lower()
        for bullets in (*(job.bullets for job in jobs), *(work.bullets for work in projects))
        for bullet in bullets
    )
    for place, skill in enumerate(skills[:40]):
        if len(skill.text.split()) > 4:
            continue
        shown = re.search(rf"(?<!\w){re.escape(skill.text.lower())}(?!\w)", told) is not None
        known = canonical(skill.text) is not None
        weight = 2.0 + 1.6 * shown + 0.5 * known - 0.02 * place
        yield from _trigger(ClaimKind.SKILL, weight, skill.text, skill.span)


def _tenures(jobs: Sequence[Job], today: date | None) -> Iterator[_Weighed]:
    """Positions that lasted long, or short for their kind."""
    for place, (start, end, job) in enumerate(latest_first(jobs, today)):
        if job.company is None or job.when is None or end > 12 * 9_000:
            continue
        months = end - start + 1
        brief = months < SHORT_TENURE and len(job.when.dated.first or "") > 4 and len(job.when.dated.last or "") > 4
        temporary = job.title is not None and _BRIEF.search(job.title.text)
        weight = 3.4 if brief and not temporary else 3.0 if months >= LONG_TENURE else 1.6
        said = f"{_length(months)} at {job.company.text}"
        yield from _trigger(ClaimKind.TENURE, weight - 0.2 * min(place, 4), said, job.when.said.span)


def _gaps(pauses: Sequence[Pause]) -> Iterator[_Weighed]:
    for place, pause in enumerate(pauses):
        first, last = _said(pause.first), _said(pause.last)
        if pause.first // 12 == pause.last // 12:
            first = first.split()[0]
        weight = 4.0 + min(pause.months, 18) / 18 - 0.4 * place
        span = pause.after.said.span if pause.after else None
        yield from _trigger(ClaimKind.GAP, weight, f"the months between {first} and {last}", span)


def _transitions(jobs: Sequence[Job], today: date | None) -> Iterator[_Weighed]:
    """Changes of trade, and promotions with one employer."""
    ordered = [job for _, _, job in latest_first(jobs, today) if job.title is not None]
    for place, (later, earlier) in enumerate(pairwise(ordered)):
        if later.title is None or earlier.title is None or later.title.text.lower() == earlier.title.text.lower():
            continue
        trades = family_of(earlier.title.text), family_of(later.title.text)
        promoted = bool(later.company and earlier.company and later.company.text == earlier.company.text)
        changed = None not in trades and trades[0] != trades[1]
        if not (promoted or changed) or _BRIEF.search(earlier.title.text):
            continue
        said = (
            f"the move from {trades[0]} to {trades[1]}"
            if changed
            else f"the move from {earlier.title.text} to {later.title.text}"
        )
        if len(said.split()) <= 20:
            yield from _trigger(ClaimKind.TRANSITION, (4.4 if changed else 3.6) - 0.3 * place, said, later.title.span)


def _said(month: int) -> str:
    return f"{_MONTHS[month % 12]} {month // 12}"


def _length(months: int) -> str:
    """A length of time in words: "seven months", "a year and a half", "two years"."""
    if months < SHORT_TENURE - 1:
        return f"{_NUMBERS[months]} month{'s' if months != 1 else ''}"
    halves = round(months / 6)
    if halves <= 2:
        return "a year"
    if halves == 3:
        return "a year and a half"
    years = round(months / 12)
    return f"{_NUMBERS[years] if years < len(_NUMBERS) else years} years"
