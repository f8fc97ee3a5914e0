"""7.4's practicePlan7d: the coach's week with one line a day."""

from __future__ import annotations

from schema.analysis import PracticeDay
from schema.coaching import CoachDay, CoachPlan
from schema.vocabulary import PracticeKind

K = PracticeKind
_WEIGHT = (K.INTERVIEW_SIMULATION, K.CASE_STUDY, K.CODING_DEBUG, K.CODING_MODIFY, K.MICRO_DRILL)


def practice_plan_7d(plan: CoachPlan) -> tuple[PracticeDay, ...]:
    """The days that hold something, each with its weightiest item; days of rest are left out."""
    return tuple(_line(day) for day in plan.plan if day.items)


def _line(day: CoachDay) -> PracticeDay:
    main = min(day.items, key=lambda item: _WEIGHT.index(item.kind))
    others = [item.title for item in day.items if item is not main]
    focus = "; ".join((main.title, *others))
    return PracticeDay(day=day.day, focus=focus, session=main.kind, exercise_id=main.target)
