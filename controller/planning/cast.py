"""Who asks: one interviewer, or the two or three people of a panel with a role and a concern each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from schema.plan import InterviewPlan, PlanInterviewer, PlanPhase
from schema.vocabulary import InterviewType, Look, PhaseKind, RoleCategory

SHORT_PANEL_MIN = 20  # up to here two people are enough
_NAMES: Mapping[Look, str] = MappingProxyType({"maya": "Maya", "daniel": "Daniel", "amara": "Amara"})
_SEATS: tuple[Look, ...] = ("maya", "daniel", "amara")
_ALONE: Mapping[InterviewType, tuple[str, str]] = MappingProxyType(
    {
        InterviewType.HR: ("HR partner", "how you work with others and what you are looking for"),
        InterviewType.HIRING_MANAGER: ("hiring manager", "how you would do this job"),
        InterviewType.TECHNICAL: ("", "how you work in detail"),  # the role says who that is
        InterviewType.PANEL: ("hiring manager", "how you would do this job"),
    }
)
# Who knows the work itself, by role category.
_PEERS: Mapping[RoleCategory, tuple[str, str]] = MappingProxyType(
    {
        RoleCategory.SWE: ("senior engineer", "how you build and repair things in detail"),
        RoleCategory.DATA: ("senior data scientist", "how you get from data to something one can trust"),
        RoleCategory.PM: ("lead engineer", "how you decide together with the people who build"),
        RoleCategory.DESIGN: ("lead designer", "how you get from a problem to a design"),
        RoleCategory.SALES: ("senior account executive", "how you handle a real customer"),
        RoleCategory.MARKETING: ("senior marketer", "how you plan and measure your work"),
        RoleCategory.OPS: ("operations lead", "how you keep things running day by day"),
        RoleCategory.FINANCE: ("finance lead", "how you work with figures in detail"),
        RoleCategory.CONSULTING: ("consultant", "how you take a problem apart"),
        RoleCategory.PEOPLE: ("senior people partner", "how you handle a delicate case"),
        RoleCategory.SUPPORT: ("senior support specialist", "how you help someone who is stuck"),
        RoleCategory.SECURITY: ("senior security engineer", "how you find and lower a risk"),
        RoleCategory.QUANT: ("senior researcher", "how you test an idea before you trust it"),
    }
)
_HR = ("HR partner", "how you work with others")
# Who asks which part, by seat: 0 is the chair.
_PARTS_OF_TWO: Mapping[PhaseKind, int] = MappingProxyType(
    {PhaseKind.SCENARIO: 1, PhaseKind.CODING: 1, PhaseKind.CASE_STUDY: 1, PhaseKind.BEHAVIORAL: 1}
)
_PARTS_OF_THREE: Mapping[PhaseKind, int] = MappingProxyType(
    {PhaseKind.RESUME_DEEP_DIVE: 1, PhaseKind.CODING: 1, PhaseKind.BEHAVIORAL: 2}
)


def cast(
    interview_type: InterviewType, category: RoleCategory, minutes: int, look: Look
) -> tuple[PlanInterviewer, ...]:
    """The interviewers, the one with the chosen look first: it chairs."""
    others = [seat for seat in _SEATS if seat != look]
    if interview_type is not InterviewType.PANEL:
        role, concern = _ALONE[interview_type]
        return (_person("interviewer", look, role or _PEERS[category][0], concern),)
    chair = _person("chair", look, "hiring manager", "how you would do this job")
    peer = _person("peer", others[0], *_PEERS[category])
    if minutes <= SHORT_PANEL_MIN:
        return (chair, peer)
    return (chair, peer, _person("people", others[1], *_HR))


def _person(seat: str, look: Look, role: str, concern: str) -> PlanInterviewer:
    return PlanInterviewer(id=seat, name=_NAMES[look], role=role, look=look, concern=concern)


def seated(phases: Sequence[PlanPhase], people: Sequence[PlanInterviewer]) -> tuple[PlanPhase, ...]:
    """The phases, each with the one who asks in it."""
    parts = {1: {}, 2: _PARTS_OF_TWO, 3: _PARTS_OF_THREE}[len(people)]
    return tuple(phase.model_copy(update={"interviewer": people[parts.get(phase.kind, 0)].id}) for phase in phases)


def recast(plan: InterviewPlan, look: Look) -> InterviewPlan:
    """The same plan with this look in the chair; whoever wore it takes the chair's. A plan without people stays."""
    if not plan.interviewers or plan.interviewers[0].look == look:
        return plan
    before = plan.interviewers[0].look
    swap = {before: look, look: before}
    people = tuple(
        _person(person.id, swap.get(person.look, person.look), person.role, person.concern)
        for person in plan.interviewers
    )
    return plan.model_copy(update={"interviewers": people})
