"""Chooses the next question of a phase: the first of its patterns that was not used and whose slots can be filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from controller.state import InterviewState
from controller.templates import render, variables
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan, PlanPhase


@dataclass(frozen=True, slots=True)
class Choice:
    """A pattern with its slots filled. `taken` are the fillings that no later question may use again."""

    pattern: QuestionPattern
    text: str
    slots: Mapping[str, str]
    taken: tuple[str, ...]


def next_choice(state: InterviewState, phase: PlanPhase) -> Choice | None:
    """The phase's next question, or None when its patterns are used up (and the plan's rules forbid to repeat them)."""
    choice = _first(state, phase, state.used_patterns, state.used_slots)
    if choice is None and not state.plan.global_rules.avoid_repeats:
        return _first(state, phase, state.used_patterns[-1:], ())
    return choice


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
    """Every variable that a pattern's question or its follow-ups name."""
    probes = (probe for probe in pattern.probe_tree.everything() if probe not in pattern.probe_tree.if_contradiction)
    return frozenset(variables(pattern.template)).union(*(variables(probe.text) for probe in probes))


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
