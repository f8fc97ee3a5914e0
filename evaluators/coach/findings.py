"""What a plan rests on: habits, low levels, missing pieces and a job's gaps, the heaviest first, each as a fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from evaluators.coach.given import CoachInput, SavedJob
from evaluators.guard import forbidden_claim
from evaluators.habits import HABITS, LOW
from evaluators.wording import quoted, short_question
from schema.base import Shape
from schema.coaching import Weakness
from schema.vocabulary import Agreement, JobStatus, MissingPiece, WeaknessChange, WeaknessState

P = MissingPiece
_LEADS = re.compile("“([^”]+)”:")
SOLID_ANCHOR = 3.5  # a dimension under it is worth practising
AGAINST = frozenset({WeaknessChange.OPENED, WeaknessChange.SEEN_AGAIN, WeaknessChange.REOPENED})
WANTED = frozenset({JobStatus.SAVED, JobStatus.APPLIED, JobStatus.INTERVIEWING})


class Finding(Shape):
    """Something to work on. `aim`: the MissingPiece or dimension that a drill of it trains, empty for a job's gap;
    `watch`: it in the middle of a sentence; `fact`: the sentence that a plan may rest on it."""

    aim: str
    watch: str
    fact: str


def findings(given: CoachInput) -> tuple[Finding, ...]:
    """The heaviest first: open habits, improving ones, pieces that half of the latest answers lacked or more, low
    dimensions, the other pieces, gaps of the job."""
    pieces, counts = _pieces(given), missing_counts(given)
    often = [finding for finding in pieces if 2 * counts[P(finding.aim)] >= len(given.notes)]
    found: dict[str, Finding] = {}
    for finding in (*_habits(given), *often, *_dimensions(given), *pieces, *(_gap(gap) for gap in gaps_of(given.gaps))):
        found.setdefault(finding.aim or finding.fact, finding)
    return tuple(found.values())


def wanted_jobs(given: CoachInput) -> list[SavedJob]:
    """The jobs that are still to be won, the nearest interview first, those without a date last."""
    today = day_one(given)

    def order(job: SavedJob) -> tuple[bool, date, str, str, str]:
        on = coming(job, today)
        return (on is None, on or date.max, job.role_title, job.company or "", str(job.id))

    return sorted((job for job in given.jobs if job.status in WANTED), key=order)


def coming(job: SavedJob, today: date | None) -> date | None:
    """The job's next interview, unless it is over."""
    on = job.next_interview_on
    return None if on is None or (today is not None and on < today) else on


def day_one(given: CoachInput) -> date | None:
    """The date of the plan's first day, where one is known."""
    if given.today is not None:
        return given.today
    held = [interview.at.date() for interview in given.recent]
    return max(held, default=None)


def times(issue: Weakness) -> int:
    """How many answers speak for a weakness."""
    return sum(proof.change in AGAINST for proof in issue.proofs)


def missing_counts(given: CoachInput) -> Counter[MissingPiece]:
    """How many of the latest answers lacked each piece."""
    return Counter(piece for note in given.notes for piece in note.missing)


def _habits(given: CoachInput) -> list[Finding]:
    issues = [issue for row in given.memory if row.role_category == given.role_category for issue in row.issues]
    active = [issue for issue in issues if issue.state is not WeaknessState.FIXED]
    lately = {piece.value: count for piece, count in missing_counts(given).items()}
    active.sort(
        key=lambda issue: (
            issue.state is WeaknessState.IMPROVING,
            -lately.get(issue.key, 0),
            -times(issue),
            issue.key,
        )
    )
    return [_habit(issue, lately.get(issue.key, 0), len(given.notes)) for issue in active]


def _habit(issue: Weakness, lately: int, answers: int) -> Finding:
    """`lately`: how many of the latest `answers` lacked the piece; where none did, the memory's own count is told."""
    count = times(issue)
    told = f"{count} answer{'' if count == 1 else 's'} showed it"
    if lately:
        told = f"{lately} of the {answers} latest answers lacked it"
    rest = "one more question can close it" if issue.state is WeaknessState.IMPROVING else "it is open"
    text = issue.text.rstrip(".")
    if issue.key in set(P):
        return Finding(aim=issue.key, watch=HABITS[P(issue.key)].aim, fact=f"{text}: {told}, and {rest}.")
    name = text.partition(":")[0]
    watch = name[:1].lower() + name[1:]
    return Finding(aim=issue.key.removesuffix(LOW), watch=watch, fact=f"{text}; {told}, and {rest}.")


def _dimensions(given: CoachInput) -> list[Finding]:
    low = [
        d
        for d in given.dimensions
        if d.anchor is not None and d.anchor < SOLID_ANCHOR and d.agreement is not Agreement.DISAGREE
    ]
    low.sort(key=lambda d: (d.anchor, d.key))
    return [
        Finding(aim=d.key, watch=d.name[:1].lower() + d.name[1:], fact=f"{d.name} was at level {d.anchor:g} of 5.")
        for d in low
    ]


def _pieces(given: CoachInput) -> list[Finding]:
    counts = missing_counts(given)
    total = len(given.notes)
    return [
        Finding(
            aim=piece.value,
            watch=HABITS[piece].aim,
            fact=f"Of the {total} latest answers, {counts[piece]} lacked {HABITS[piece].aim}.",
        )
        for piece in sorted(counts, key=lambda p: (-counts[p], list(P).index(p)))
    ]


def gaps_of(gaps: Iterable[str]) -> Iterator[str]:
    """What a job asks for, quoted and short, but for words that our own sentences may not say."""
    short = (short_question(_named(gap)) for gap in gaps)
    return (quoted(gap) for gap in short if gap and forbidden_claim(gap) is None)


def _named(gap: str) -> str:
    """What is asked for, of a report's line such as “Kafka”: the job asks for it and no answer mentions it."""
    found = _LEADS.match(gap)
    return gap if found is None else found[1]


def _gap(gap: str) -> Finding:
    return Finding(aim="", watch=gap, fact=f"The job description asks for more than was shown: {gap}.")
