"""The week by rules: the mix of 12.3 around what the reports found, with rest and the nearest interview in mind.

Days     Two simulations stand on days 2 and 6. Where a job's interview falls into the week, the second one stands on
         the day before it and nothing on the day itself. The other work takes days 1, 3 and 5, the rest is free.
Drills   Those that are due come first, then those that train the heaviest findings, then any that suit the role.
Tasks    Exercises and cases take turns by the week, so that a plan made anew does not ask for the same ones for ever.
Streak   One day more than last week, between 3 and the days that hold something, 6 at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from evaluators.coach.findings import Finding, coming, day_one, findings, wanted_jobs
from evaluators.coach.given import CoachInput, DrillTarget, ExerciseTarget, SavedJob
from evaluators.coach.mix import DRILLS, MOST_MINUTES, STREAK
from evaluators.coach.reasons import A_DRILL, NEXT_ROLE, SAVED_JOB, at_company, named, next_best, why_this_plan
from evaluators.habits import HABITS
from evaluators.shapes import RULES_EVALUATOR
from evaluators.wording import quoted
from schema.coaching import CoachDay, CoachItem, CoachPlan
from schema.provenance import Provenance
from schema.vocabulary import MissingPiece, PracticeKind

K = PracticeKind
COACH_VERSION = "1"
SIMULATION_MINUTES = 30
CODING_MINUTES = 25
CASE_MINUTES = 30
DRILL_MINUTES = 5
TRIES = 3  # a drill is said, its note is read, and it is said again
FREE_DAYS = (1, 3, 5, 6, 2, 4, 7)  # in the order in which work is laid on them
BUSY_WEEK = 5  # active days from which a sixth day is offered
RULES = Provenance(evaluator=RULES_EVALUATOR, evaluator_version=COACH_VERSION)
_REST = "Rest, or catch up on something that you left open."


def coach_plan(given: CoachInput) -> CoachPlan:
    """The week and the next best sessions. Deterministic; keeps everything that `plan_faults` asks for."""
    found = findings(given)
    jobs = wanted_jobs(given)
    days = _laid_out(given, found, jobs)
    busy = sum(bool(day.items) for day in days)
    return CoachPlan(
        plan=days,
        streak_goal=max(STREAK[0], min(given.active_days + 1, busy, STREAK[1])),
        why_this_plan=why_this_plan(given, found, jobs, days),
        next_best=next_best(given, found, jobs),
        provenance=RULES,
    )


def _laid_out(given: CoachInput, found: Sequence[Finding], jobs: Sequence[SavedJob]) -> tuple[CoachDay, ...]:
    """The seven days with their items and goals."""
    on = _interview_day(given, jobs)
    simulations = _simulation_days(on)
    free = [day for day in FREE_DAYS if day not in simulations and day != on]
    work: dict[int, tuple[CoachItem, ...]] = dict(zip(simulations, _simulations(given, found, jobs), strict=True))
    chunks = _chunks(given, found)
    work |= dict(zip(sorted(free[: len(chunks)]), chunks, strict=True))
    rest = {on: f"Your interview{at_company(jobs[0])} is today, so rest and read your notes once."} if on else {}
    return tuple(
        CoachDay(day=day, goal=_goal(items, found) if items else rest.get(day, _REST), items=items)
        for day in range(1, 8)
        for items in (work.get(day, ()),)
    )


def _interview_day(given: CoachInput, jobs: Sequence[SavedJob]) -> int | None:
    """The day of this week on which the nearest interview falls, 1 to 7."""
    today = day_one(given)
    on = coming(jobs[0], today) if jobs else None
    if on is None or today is None:
        return None
    day = (on - today).days + 1
    return day if 1 <= day <= 7 else None


def _simulation_days(on: int | None) -> tuple[int, int]:
    if on is None or on == 1:
        return 2, 6
    if on <= 3:
        return on - 1, 6
    return (1 if on == 4 else 2), on - 1


def _chunks(given: CoachInput, found: Sequence[Finding]) -> list[tuple[CoachItem, ...]]:
    """What is done on the free days, one tuple a day."""
    coding = _coding(given) if given.technical else []
    case = [_case(given)] if given.case_relevant else []
    many = DRILLS[0] + (not coding and not case) + (given.active_days >= BUSY_WEEK)
    drills = _drills(given, found, many)
    if coding and case:
        chunks = [(drills[0], coding[0]), (*case,), (drills[1], coding[1])]
    elif coding:
        chunks = [(drills[0], coding[0]), (drills[1],), (coding[1],)]
    else:
        chunks = [(drills[0],), (drills[1],), (*case,) or (drills[2],)]
    extra = drills[len([item for chunk in chunks for item in chunk if item.kind is K.MICRO_DRILL]) :]
    return [*chunks, *((item,) for item in extra)]


# ------------------------------------------------------------------ items


def _simulations(
    given: CoachInput, found: Sequence[Finding], jobs: Sequence[SavedJob]
) -> tuple[tuple[CoachItem, ...], ...]:
    first = jobs[0] if jobs else None
    second = jobs[1] if len(jobs) > 1 else first
    return (_simulation(given, first, found[:1], again=False),), (
        _simulation(given, second, found[1:2] or found[:1], again=second is first),
    )


def _simulation(given: CoachInput, job: SavedJob | None, watch: Sequence[Finding], *, again: bool) -> CoachItem:
    role = named(job.role_title, SAVED_JOB) if job else named(given.role_title, NEXT_ROLE)
    kit = (job.role_kit if job else None) or given.role_kit
    details = f"Keep {watch[0].watch} in view in every answer." if watch else "Answer every question, if only briefly."
    return CoachItem(
        kind=K.INTERVIEW_SIMULATION,
        title=f"Interview: {role}{at_company(job)}{', on other questions' if again else ''}",
        details=details,
        minutes=SIMULATION_MINUTES,
        target=kit,
    )


def _coding(given: CoachInput) -> list[CoachItem]:
    """One fault to find and one change to make, where the catalogue has both."""
    turn = _turn(given)
    taken: list[CoachItem] = []
    kinds = ((K.CODING_DEBUG, "Debug aloud"), (K.CODING_MODIFY, "Explain and change code"))
    for kind, title in kinds:
        tasks = [task for task in given.exercises if task.kind is kind]
        details = "Say what you check and why before you change anything."
        taken.append(_task(kind, tasks, turn, title, details, CODING_MINUTES))
    return taken


def _case(given: CoachInput) -> CoachItem:
    details = "Ask before you reckon, and end on one recommendation with its risk."
    tasks = [task for task in given.cases if task.kind is K.CASE_STUDY]
    return _task(K.CASE_STUDY, tasks, _turn(given), "A case from this role", details, CASE_MINUTES)


def _task(
    kind: PracticeKind, tasks: Sequence[ExerciseTarget], turn: int, title: str, details: str, minutes: int
) -> CoachItem:
    if not tasks:
        return CoachItem(kind=kind, title=title, details=details, minutes=minutes)
    task = sorted(tasks, key=lambda t: t.key)[turn % len(tasks)]
    most = MOST_MINUTES - 2 * DRILL_MINUTES  # with a drill on the same day it still fits into the hour
    return CoachItem(
        kind=kind, title=named(task.title, title), details=details, minutes=min(task.minutes, most), target=task.key
    )


def _turn(given: CoachInput) -> int:
    """Counts weeks."""
    today = day_one(given)
    return today.toordinal() // 7 if today else 0


def _drills(given: CoachInput, found: Sequence[Finding], many: int) -> list[CoachItem]:
    """So many drills, no one twice; where there are too few of them, exercises of the same length without a key."""
    aims = [finding.aim for finding in found]
    turn = _turn(given)
    ranked = sorted(
        enumerate(given.drills),
        key=lambda at: (
            not at[1].due,
            aims.index(at[1].aim) if at[1].aim in aims else len(aims),
            (at[0] + turn) % max(1, len(given.drills)),
        ),
    )
    chosen = _various([drill for _, drill in ranked], many)
    drills = [_drill(drill, found) for drill in chosen]
    return [*drills, *_without_key(found, many - len(drills))]


def _various(ranked: Sequence[DrillTarget], many: int) -> list[DrillTarget]:
    """The first ones, but of those that are not due only one for an aim as long as there are others."""
    taken: dict[str, DrillTarget] = {drill.key: drill for drill in [d for d in ranked if d.due][:many]}
    for once in (True, False):
        for drill in ranked:
            new = not once or all(drill.aim != other.aim for other in taken.values())
            if len(taken) < many and new:
                taken.setdefault(drill.key, drill)
    return list(taken.values())


def _drill(drill: DrillTarget, found: Sequence[Finding]) -> CoachItem:
    watch = next((f.watch for f in found if f.aim == drill.aim), None)
    aim = f"It trains {watch}. " if watch else ""
    again = "You have practised it before and it is due again. " if drill.due else ""
    return CoachItem(
        kind=K.MICRO_DRILL,
        title=named(drill.title, A_DRILL),
        details=f"{again}{aim}{drill.seconds} seconds, with a note at once.",
        minutes=max(DRILL_MINUTES, ceil(TRIES * drill.seconds / 60)),
        target=drill.key,
    )


def _without_key(found: Sequence[Finding], many: int) -> list[CoachItem]:
    pieces = [MissingPiece(f.aim) for f in found if f.aim in set(MissingPiece)]
    pieces += [piece for piece in (MissingPiece.RESULT, MissingPiece.METRIC, *MissingPiece) if piece not in pieces]
    steps = [HABITS[piece] for piece in dict.fromkeys(pieces)]
    return [
        CoachItem(kind=K.MICRO_DRILL, title=habit.step, details=habit.how, minutes=2 * DRILL_MINUTES)
        for habit in steps[: max(0, many)]
    ]


# ------------------------------------------------------------------ goals


def _goal(items: Sequence[CoachItem], found: Sequence[Finding]) -> str:
    """One sentence for a day, from what weighs most in it."""
    kinds = [item.kind for item in items]
    if K.INTERVIEW_SIMULATION in kinds:
        watched = [f for f in found if f"Keep {f.watch} in view" in items[0].details]
        return (
            f"Hold one whole interview and keep {watched[0].watch} in view."
            if watched
            else ("Hold one whole interview and answer every question.")
        )
    if K.CASE_STUDY in kinds:
        return "Lead one case from the first question to a recommendation."
    if K.CODING_DEBUG in kinds:
        return "Read unfamiliar code aloud and find its fault."
    if K.CODING_MODIFY in kinds:
        return "Explain code that is not yours, and change it with reasons."
    trained = next((f.watch for f in found if f"It trains {f.watch}." in items[0].details), None)
    if trained:
        return f"Train {trained} in short answers."
    return f"Practise {quoted(items[0].title)} until the first sentence sits."
