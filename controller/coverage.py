"""What must still be learnt: which items of the plan's coverage were not heard of yet, and what to ask when time is
short."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from controller import timebox
from controller.state import InterviewState
from schema.plan import CoverageItem, InterviewPlan, PlannedQuestion

USUAL_MS = 120_000  # a question with its follow-ups, until this interview's own pace is known
SHORTEST_MS, LONGEST_MS = 45_000, 300_000
PACED_AFTER = 3  # questions after which the interview's own pace counts
MAX_NAMED_WORDS = 3  # a requirement so short may be covered in passing, by being named in a good answer
ASKED_IN_VAIN = 0.5  # what was asked without being learnt counts half


def questions_that_fit(state: InterviewState, index: int, at_ms: int) -> int:
    """How many more questions of a phase there is time for, at this interview's pace; one at least."""
    end = min(timebox.phase_end_ms(state.plan, index), timebox.close_due_ms(state.plan))
    pace = at_ms / state.questions if state.questions >= PACED_AFTER else USUAL_MS
    return max(1, round((end - at_ms) / min(max(pace, SHORTEST_MS), LONGEST_MS)))


def urgency(state: InterviewState, question: PlannedQuestion) -> tuple[float, CoverageItem | None]:
    """The weight of the heaviest item that a question would teach, and that item; 0 when it teaches nothing new."""
    items = [(_weight(state, item), item) for item in state.plan.coverage if item.id in question.covers]
    weight, heaviest = max(items, key=lambda pair: pair[0], default=(0.0, None))
    return (weight, heaviest) if weight > 0 else (0.0, None)


def _weight(state: InterviewState, item: CoverageItem) -> float:
    if item.id in state.learnt:
        return 0.0
    return item.weight * (ASKED_IN_VAIN if item.id in state.touched else 1.0)


def most_urgent(
    state: InterviewState, offered: Sequence[PlannedQuestion]
) -> tuple[PlannedQuestion, CoverageItem | None]:
    """The question that teaches the heaviest item, the earlier one of equals; None as item when none teaches any."""
    weighed = [(urgency(state, question), question) for question in offered]
    (_, item), question = max(weighed, key=lambda pair: pair[0][0])
    return question, item


def named_in(plan: InterviewPlan, flat: str, learnt: Collection[str]) -> frozenset[str]:
    """Items that a good answer covers in passing, because it names what the job asks for. `flat`: laid out."""
    return frozenset(
        item.id
        for item in plan.coverage
        if item.kind == "requirement"
        and item.id not in learnt
        and len(item.text.split()) <= MAX_NAMED_WORDS
        and f" {item.text.lower()} " in flat
    )


def why_first(item: CoverageItem) -> str:
    """Why a question was moved up, in words for the candidate."""
    short = "There is not time for every question"
    match item.kind:
        case "requirement":
            return f"{short}, and the job asks for “{item.text.rstrip('.')}”, so this one comes first."
        case "claim":
            return f"{short}, and this part of your résumé is still open, so it comes first."
        case "dimension":
            return f"{short}, and little has been heard about {item.text} yet, so this one comes first."
