"""Chooses the next question of a phase: as planned and in order, and by what must still be learnt when time is short.

A phase that was planned without `questions` (plans of the first version) takes the first of its patterns that was not
used and whose slots can be filled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from controller import coverage
from controller.state import InterviewState
from controller.templates import TemplateError, render, variables
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan, PlannedQuestion, PlanPhase


@dataclass(frozen=True, slots=True)
class Choice:
    """A pattern with its slots filled. `taken` are the fillings that no later question may use again.

    `why` is the plan's own reason, empty where it gave none; `moved_up` says why the question came before others.
    """

    pattern: QuestionPattern
    text: str
    slots: Mapping[str, str]
    taken: tuple[str, ...]
    covers: tuple[str, ...] = ()
    why: str = ""
    moved_up: str = ""


def next_choice(state: InterviewState, phase: PlanPhase, at_ms: int | None = None) -> Choice | None:
    """The phase's next question, or None when its patterns are used up (and the plan's rules forbid to repeat them).

    `at_ms` is the time by which the pressure is told; None: there is none.
    """
    choice = _next(state, phase, state.used_patterns, state.used_slots, at_ms)
    if choice is None and not state.plan.global_rules.avoid_repeats:
        return _next(state, phase, state.used_patterns[-1:], (), at_ms)
    return choice


def _next(
    state: InterviewState, phase: PlanPhase, used: tuple[str, ...], taken: tuple[str, ...], at_ms: int | None
) -> Choice | None:
    if phase.questions:
        return _planned(state, phase, used, at_ms)
    return _first(state, phase, used, taken)


# ------------------------------------------------------------------ planned questions


def _planned(state: InterviewState, phase: PlanPhase, used: tuple[str, ...], at_ms: int | None) -> Choice | None:
    own = plan_slots(state.plan).keys()
    left = [
        question
        for question in phase.questions
        if question.pattern not in used and state.needs[question.pattern] <= own | question.slots.keys()
    ]
    if not left:
        return None
    question, moved_up = left[0], ""
    index = state.plan.phases.index(phase)
    if at_ms is not None and len(left) > coverage.questions_that_fit(state, index, at_ms):
        urgent, item = coverage.most_urgent(state, left)
        if item is not None and urgent is not question:
            question, moved_up = urgent, coverage.why_first(item)
    return _chosen(state, question, moved_up)


def _chosen(state: InterviewState, question: PlannedQuestion, moved_up: str) -> Choice:
    pattern = state.patterns[question.pattern]
    own = plan_slots(state.plan)
    slots = own | question.slots
    takes = tuple(value for name, value in question.slots.items() if name not in own)
    text = render(pattern.template, slots)
    return Choice(pattern, text, slots, takes, question.covers, question.why.strip(), moved_up)


# ------------------------------------------------------------------ patterns and fillings


def _first(state: InterviewState, phase: PlanPhase, used: tuple[str, ...], taken: tuple[str, ...]) -> Choice | None:
    own = plan_slots(state.plan)
    for key in phase.patterns:
        pattern = state.patterns[key]
        slots = None if key in used else filling(state.plan, phase, pattern, taken)
        if slots is not None:
            takes = tuple(slots[name] for name in slots if name not in own)
            return Choice(pattern, render(pattern.template, slots), slots, takes)
    return None


def plan_slots(plan: InterviewPlan) -> dict[str, str]:
    """The slots that the plan itself fills for every question."""
    slots = {"role_title": plan.metadata.role_title}
    return slots | ({"company": plan.metadata.company} if plan.metadata.company else {})


def needed(pattern: QuestionPattern) -> frozenset[str]:
    """Every variable that a pattern's question, its other wording or its follow-ups name."""
    probes = (probe for probe in pattern.probe_tree.everything() if probe not in pattern.probe_tree.if_contradiction)
    texts = (pattern.template, pattern.rephrased or "", *(probe.text for probe in probes))
    return frozenset(name for text in texts for name in variables(text))


def filling(
    plan: InterviewPlan, phase: PlanPhase, pattern: QuestionPattern, used: tuple[str, ...]
) -> dict[str, str] | None:
    """The best unused filling of a pattern's slots, or None when there is none."""
    base = plan_slots(plan)
    open_names = needed(pattern) - base.keys()
    if not open_names:
        return base
    for slots in phase.slots:
        if open_names <= slots.keys() and not any(slots[name] in used for name in open_names):
            return base | {name: slots[name] for name in sorted(open_names)}
    return None


def rephrased(pattern: QuestionPattern, slots: Mapping[str, str]) -> str | None:
    """The question in simpler words, or None where the pattern has none or a slot lacks."""
    if pattern.rephrased is None:
        return None
    try:
        return render(pattern.rephrased, slots)
    except TemplateError:
        return None


def keys_of(phase: PlanPhase) -> Sequence[str]:
    """Every pattern that a phase may ask."""
    return tuple(dict.fromkeys((*phase.patterns, *(question.pattern for question in phase.questions))))
