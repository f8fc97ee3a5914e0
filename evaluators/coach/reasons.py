"""Why this plan, and why this session for that job: sentences that only say what the reports and the jobs hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from evaluators.coach.findings import Finding, coming, day_one, gaps_of
from evaluators.coach.given import CoachInput, SavedJob
from evaluators.guard import forbidden_claim
from evaluators.wording import plain
from schema.coaching import CoachDay, CoachItem, NextBestSession
from schema.vocabulary import JobStatus, PracticeKind

K = PracticeKind
MOST_FACTS = 3
SESSION_MINUTES = 30
SOON = 7  # days before an interview in which only a whole one helps
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SAVED_JOB = "the job on your list"
NEXT_ROLE = "your next role"
A_DRILL = "A micro drill"
_NO_FACT = "another interview shows what was chance and what is a habit"


def at_company(job: SavedJob | None) -> str:
    """The words " at Acme", or nothing."""
    company = named(job.company, "") if job and job.company else ""
    return f" at {company}" if company else ""


def named(text: str, otherwise: str) -> str:
    """A name as people wrote it, or `otherwise` where it is empty or would make a claim of ours that may not be made:
    "Head of Emotional Support" is a job, and our own sentences say nothing about emotion."""
    name = plain(text)
    return name if name and forbidden_claim(name) is None else otherwise


def on_date(day: date) -> str:
    """ "3 December"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def why_this_plan(
    given: CoachInput, found: Sequence[Finding], jobs: Sequence[SavedJob], days: Sequence[CoachDay]
) -> str:
    """What the week rests on: the interviews it knows, the heaviest findings, the nearest date, the due drills."""
    said = [_basis(given, found), *(finding.fact for finding in found[:MOST_FACTS])]
    on = coming(jobs[0], day_one(given)) if jobs else None
    if on is not None:
        role = named(jobs[0].role_title, SAVED_JOB)
        said.append(f"The interview for {role}{at_company(jobs[0])} on {on_date(on)} comes first.")
    due = {drill.key for drill in given.drills if drill.due}
    planned = sum(item.target in due for day in days for item in day.items if item.kind is K.MICRO_DRILL)
    if planned:
        said.append(f"{planned} drill{' is' if planned == 1 else 's are'} due again.")
    return " ".join(said)


def _basis(given: CoachInput, found: Sequence[Finding]) -> str:
    if not given.recent and not given.dimensions and not given.notes:
        return "No interview has been judged yet, so the week holds a little of everything."
    count = len(given.recent)
    told = f"your last {count} interviews" if count > 1 else "your last interview"
    return f"The week rests on {told}." if found else f"The week rests on {told}, which showed no single weak spot."


def next_best(given: CoachInput, found: Sequence[Finding], jobs: Sequence[SavedJob]) -> tuple[NextBestSession, ...]:
    """One session for each job, the nearest interview first, each with a reason of its own; without jobs, one for the
    role that was practised last."""
    if not jobs:
        role = named(given.role_title, NEXT_ROLE)
        why = found[0].fact if found else f"{_NO_FACT[:1].upper()}{_NO_FACT[1:]}."
        return (NextBestSession(role_title=role, item=_whole(given, None, found[:1]), why=why),)
    best: list[NextBestSession] = []
    for position, job in enumerate(jobs):
        item, why = _for_job(given, found, job, position)
        if any(other.why == why for other in best):
            why = f"{why} It is number {position + 1} of your {len(jobs)} saved jobs."
        best.append(NextBestSession(job_id=job.id, role_title=job.role_title, company=job.company, item=item, why=why))
    return tuple(best)


def _for_job(given: CoachInput, found: Sequence[Finding], job: SavedJob, position: int) -> tuple[CoachItem, str]:
    """The session and its reason: its own gap before the general findings, which the jobs take in turns."""
    today = day_one(given)
    on = coming(job, today)
    finding = found[position % len(found)] if found else None
    gap = next(gaps_of(job.gaps), None)
    if gap is not None:
        watch = [Finding(aim="", watch=gap, fact="")]
        fact = f"its description asks for {gap}, which no answer has shown"
    else:
        watch = [finding] if finding else []
        fact = finding.fact[:1].lower() + finding.fact[1:].rstrip(".") if finding else _NO_FACT
    near = on is not None and (today is None or (on - today).days <= SOON)
    item = _whole(given, job, watch) if near or gap or position % 2 == 0 else _part(given, job, watch)
    return item, f"{_standing(job, on, today)}, and {fact}."


def _standing(job: SavedJob, on: date | None, today: date | None) -> str:
    """Where the application stands, as a clause that names the job."""
    name = f"{named(job.role_title, SAVED_JOB)}{at_company(job)}"
    if on is not None:
        left = (on - today).days if today else None
        when = "is today" if left == 0 else "is tomorrow" if left == 1 else f"is on {on_date(on)}"
        return f"The interview for {name} {when}"
    if job.status is JobStatus.INTERVIEWING:
        return f"{name[:1].upper()}{name[1:]} is interviewing you, no date is set"
    if job.status is JobStatus.APPLIED:
        return f"You have applied for {name}"
    return f"{name[:1].upper()}{name[1:]} is saved and still open"


def _whole(given: CoachInput, job: SavedJob | None, watch: Sequence[Finding]) -> CoachItem:
    role = named(job.role_title, SAVED_JOB) if job else named(given.role_title, NEXT_ROLE)
    details = f"Keep {watch[0].watch} in view in every answer." if watch else "Answer every question, if only briefly."
    return CoachItem(
        kind=K.INTERVIEW_SIMULATION,
        title=f"Interview: {role}{at_company(job)}",
        details=details,
        minutes=SESSION_MINUTES,
        target=(job.role_kit if job else None) or given.role_kit,
    )


def _part(given: CoachInput, job: SavedJob, watch: Sequence[Finding]) -> CoachItem:
    """Something shorter for a job that is not near: a drill on the finding, else a case or code, else an interview."""
    aim = watch[0].aim if watch else ""
    drill = next((d for d in given.drills if d.aim == aim), None)
    if drill is not None:
        details = f"It trains {watch[0].watch}. {drill.seconds} seconds, with a note at once."
        return CoachItem(
            kind=K.MICRO_DRILL, title=named(drill.title, A_DRILL), details=details, minutes=5, target=drill.key
        )
    return _whole(given, job, watch)
