"""Who speaks: the interviewer of each part, and the short clause by which one takes over from another."""

from __future__ import annotations

from collections.abc import Collection

from schema.plan import InterviewPlan, PlanInterviewer, PlanPhase


def speaker_of(plan: InterviewPlan, phase: PlanPhase) -> str | None:
    """The id of who asks in a phase; None where the plan names nobody."""
    if not plan.interviewers:
        return None
    return phase.interviewer or plan.interviewers[0].id


def person(plan: InterviewPlan, speaker: str | None) -> PlanInterviewer | None:
    """The interviewer with an id, or None."""
    return next((one for one in plan.interviewers if one.id == speaker), None)


def takes_over(plan: InterviewPlan, before: str | None, now: str | None, heard: Collection[str]) -> str:
    """What who takes over says first: thanks to the other, and a name and a concern where they are new.

    Empty when nobody takes over. `heard`: who has spoken already.
    """
    last, next_one = person(plan, before), person(plan, now)
    if last is None or next_one is None or last.id == next_one.id:
        return ""
    if next_one.id in heard:
        return f"Thank you, {last.name}, it's {next_one.name} again."
    return f"Thank you, {last.name}, I'm {next_one.name} and I look at {next_one.concern}."


def introduction(plan: InterviewPlan) -> str:
    """How the first of several interviewers presents everyone: "I'm Maya, with me is Daniel". Else empty."""
    if len(plan.interviewers) < 2:
        return ""
    first, *others = (one.name for one in plan.interviewers)
    together = " and ".join((", ".join(others[:-1]), others[-1])) if len(others) > 1 else others[0]
    return f"I'm {first}, with me {'are' if len(others) > 1 else 'is'} {together}"


def asks_now(plan: InterviewPlan, before: str | None, now: str | None) -> str:
    """For the reason: who asks from here on. Empty when nobody takes over."""
    next_one = person(plan, now)
    if next_one is None or before is None or before == now:
        return ""
    return f"{next_one.name} asks in this part and looks at {next_one.concern}."
