"""The mix of specification 12.3, and everything else that a plan must hold whoever made it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from evaluators.coach.findings import day_one, missing_counts, times, wanted_jobs
from evaluators.coach.given import CoachInput
from evaluators.guard import forbidden_claim
from schema.coaching import CoachItem, CoachPlan
from schema.vocabulary import PracticeKind
from seeds.wording import sentences

K = PracticeKind
CODING = frozenset({K.CODING_DEBUG, K.CODING_MODIFY})
SIMULATIONS = 2
CODING_TASKS = 2
DRILLS = (2, 4)  # 12.3 asks for two; a week without coding or case has room for more
MOST_MINUTES = 60  # a day
STREAK = (3, 6)
MORE_DAYS = 2  # a streak goal lies at most so many days above what was managed last week
MOST_GOAL_WORDS = 30
MOST_WHY_WORDS = 150
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def plan_faults(plan: CoachPlan, given: CoachInput) -> tuple[str, ...]:
    """What a plan does not keep, a sentence each; empty when it may be served."""
    return tuple(
        fault for check in (_days, _mix, _targets, _streak, _texts, _why, _next_best) for fault in check(plan, given)
    )


def items_of(plan: CoachPlan) -> list[CoachItem]:
    return [item for day in plan.plan for item in day.items]


def _days(plan: CoachPlan, _: CoachInput) -> Iterator[str]:
    if [day.day for day in plan.plan] != list(range(1, 8)):
        yield "The plan needs the days 1 to 7, each once, in order."
    for day in plan.plan:
        minutes = sum(item.minutes for item in day.items)
        if minutes > MOST_MINUTES:
            yield f"Day {day.day} takes {minutes} minutes; {MOST_MINUTES} is the most."


def _mix(plan: CoachPlan, given: CoachInput) -> Iterator[str]:
    kinds = Counter(item.kind for item in items_of(plan))
    coding = sum(kinds[kind] for kind in CODING)
    wanted = CODING_TASKS if given.technical else 0
    cases = 1 if given.case_relevant else 0
    if kinds[K.INTERVIEW_SIMULATION] != SIMULATIONS:
        yield f"The plan needs {SIMULATIONS} interview simulations, not {kinds[K.INTERVIEW_SIMULATION]}."
    if coding != wanted:
        yield f"The plan needs {wanted} coding or debugging activities, not {coding}."
    if kinds[K.CASE_STUDY] != cases:
        yield f"The plan needs {cases} case studies, not {kinds[K.CASE_STUDY]}."
    if not DRILLS[0] <= kinds[K.MICRO_DRILL] <= DRILLS[1]:
        yield f"The plan needs {DRILLS[0]} to {DRILLS[1]} micro drills, not {kinds[K.MICRO_DRILL]}."


def _targets(plan: CoachPlan, given: CoachInput) -> Iterator[str]:
    items = items_of(plan)
    for item in (*items, *(best.item for best in plan.next_best)):
        if item.target is not None and item.target not in known_targets(item.kind, given):
            yield f"There is no {item.kind.value} with the target {item.target!r}."
    named = Counter(item.target for item in items if item.target and item.kind is not K.INTERVIEW_SIMULATION)
    for target, count in named.items():
        if count > 1:
            yield f"{target!r} stands in the plan {count} times."
    due = {drill.key for drill in given.drills if drill.due}
    planned = {item.target for item in items if item.kind is K.MICRO_DRILL}
    if len(planned & due) < min(DRILLS[0], len(due)):
        yield f"Drills that are due come first: {', '.join(sorted(due))}."


def known_targets(kind: PracticeKind, given: CoachInput) -> frozenset[str]:
    """The keys that an item of this kind may name."""
    if kind is K.MICRO_DRILL:
        return frozenset(drill.key for drill in given.drills)
    if kind is K.INTERVIEW_SIMULATION:
        return frozenset(kit for kit in (given.role_kit, *(job.role_kit for job in given.jobs)) if kit)
    tasks = given.cases if kind is K.CASE_STUDY else given.exercises
    return frozenset(task.key for task in tasks if task.kind is kind)


def _streak(plan: CoachPlan, given: CoachInput) -> Iterator[str]:
    busy = sum(bool(day.items) for day in plan.plan)
    most = min(max(STREAK[0], given.active_days + MORE_DAYS), STREAK[1], max(STREAK[0], busy))
    if not STREAK[0] <= plan.streak_goal <= most:
        yield f"streakGoal must lie between {STREAK[0]} and {most}."


def _texts(plan: CoachPlan, given: CoachInput) -> Iterator[str]:
    for day in plan.plan:
        if len(sentences(day.goal)) != 1 or len(day.goal.split()) > MOST_GOAL_WORDS:
            yield f"The goal of day {day.day} must be one sentence of at most {MOST_GOAL_WORDS} words."
    if any(not item.title.strip() for item in items_of(plan)):
        yield "Every item needs a title."
    names = sorted(_names(given), key=len, reverse=True)
    for text in _all_texts(plan):
        for name in names:
            text = text.replace(name, " ")
        kind = forbidden_claim(text)
        if kind is not None:
            yield f"A sentence makes a claim about {kind}, which nothing supports."


def _names(given: CoachInput) -> set[str]:
    """What other people named: a job's title may hold words that our own sentences may not."""
    jobs = [text for job in given.jobs for text in (job.role_title, job.company, *job.gaps)]
    tasks = [drill.title for drill in given.drills] + [task.title for task in (*given.exercises, *given.cases)]
    recent = [interview.role_title for interview in given.recent]
    rows = [text for row in given.memory for issue in row.issues for text in (issue.text, issue.text.rstrip("."))]
    texts = (given.role_title, *given.gaps, *jobs, *tasks, *recent, *rows)
    names = {text for text in texts if text} | {" ".join(text.split()) for text in texts if text}
    return names | {d.name for d in given.dimensions}


def _all_texts(plan: CoachPlan) -> Iterator[str]:
    yield plan.why_this_plan
    for day in plan.plan:
        yield day.goal
        yield from (f"{item.title}. {item.details}" for item in day.items)
    for best in plan.next_best:
        yield from (best.why, f"{best.item.title}. {best.item.details}")


def _why(plan: CoachPlan, given: CoachInput) -> Iterator[str]:
    why = plan.why_this_plan.strip()
    if not why:
        yield "whyThisPlan is empty."
    if len(why.split()) > MOST_WHY_WORDS:
        yield f"whyThisPlan has more than {MOST_WHY_WORDS} words."
    names = sorted(_names(given), key=len, reverse=True)
    for name in names:
        why = why.replace(name, " ")
    unknown = sorted(set(_FIGURE.findall(why)) - known_figures(plan, given))
    if unknown:
        yield f"whyThisPlan gives figures that nothing bears out: {', '.join(unknown)}."


def known_figures(plan: CoachPlan, given: CoachInput) -> set[str]:
    """Every figure that a reason may give: counts of answers and interviews, levels, scores, dates, the plan's own."""
    today = day_one(given)
    counts = [len(given.notes), len(given.recent), len(given.dimensions), *missing_counts(given).values()]
    counts += [interview.score for interview in given.recent if interview.score is not None]
    counts += [d.score for d in given.dimensions if d.score is not None]
    counts += [times(issue) for row in given.memory for issue in row.issues]
    counts += [5, 7, plan.streak_goal, *Counter(item.kind for item in items_of(plan)).values(), len(items_of(plan))]
    counts += [sum(drill.due for drill in given.drills), given.active_days, len(given.jobs), len(wanted_jobs(given))]
    for job in given.jobs:
        on = job.next_interview_on
        if on is not None:
            counts += [on.day, on.month, on.year, *((on - today).days for _ in (1,) if today)]
    levels = [d.anchor for d in given.dimensions if d.anchor is not None]
    return {str(count) for count in counts} | {f"{level:g}" for level in levels}


def _next_best(plan: CoachPlan, given: CoachInput) -> Iterator[str]:
    wanted: list[UUID | None] = [job.id for job in wanted_jobs(given)]
    if [best.job_id for best in plan.next_best] != (wanted or [None]):
        yield "There must be one next best session for each job that is open, the nearest interview first."
    whys = [best.why.strip() for best in plan.next_best]
    if len(set(whys)) != len(whys) or not all(whys):
        yield "Each next best session needs a reason of its own."
    if any(best.item.minutes > MOST_MINUTES for best in plan.next_best):
        yield f"A session takes at most {MOST_MINUTES} minutes."
