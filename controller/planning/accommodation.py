"""The same plan for somebody in particular: their name, longer parts, a more patient interviewer."""

from __future__ import annotations

from schema.plan import InterviewPlan


def accommodated(
    plan: InterviewPlan, *, name: str | None = None, patience: float = 1.0, stretch: float = 1.0
) -> InterviewPlan:
    """The plan with every part's minutes times `stretch`; `patience` stretches the waiting through a pause.

    The questions stay those of the plan, in their order. `name`: how the candidate is addressed; null leaves it to the
    résumé.
    """
    rules = plan.global_rules.model_copy(update={"patience": patience, "stretch": stretch})
    phases = tuple(phase.model_copy(update={"mins": phase.mins * stretch}) for phase in plan.phases)
    metadata = plan.metadata.model_copy(update={"addressed_as": name})
    return plan.model_copy(update={"metadata": metadata, "phases": phases, "global_rules": rules})
