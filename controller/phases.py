"""What each kind of phase is called, how it is introduced, and how far it lets a follow-up go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from schema.vocabulary import PhaseKind


@dataclass(frozen=True, slots=True)
class PhasePolicy:
    """`bridge` opens the phase, `because` completes "This part …", `probes` caps the plan's probe depth."""

    label: str
    bridge: str
    because: str
    probes: int


POLICIES: Mapping[PhaseKind, PhasePolicy] = MappingProxyType(
    {
        PhaseKind.INTRO: PhasePolicy("Introduction", "To begin.", "lets both sides arrive", 1),
        PhaseKind.RESUME_DEEP_DIVE: PhasePolicy(
            "Your experience", "Let's look at your own work.", "looks at what you have done yourself", 6
        ),
        PhaseKind.SCENARIO: PhasePolicy(
            "The role", "Now something closer to the role.", "looks at how you would do this job", 6
        ),
        PhaseKind.BEHAVIORAL: PhasePolicy(
            "How you work", "Let's turn to how you work.", "looks at how you acted in real situations", 6
        ),
        PhaseKind.CODING: PhasePolicy("Code", "Let's look at some code.", "looks at how you read and change code", 6),
        PhaseKind.CASE_STUDY: PhasePolicy(
            "Case", "Let's work through a case.", "looks at how you take a problem apart", 6
        ),
        PhaseKind.CLOSE: PhasePolicy("Your questions", "That brings us to the end of my questions.", "is yours", 0),
    }
)


def label(kind: PhaseKind) -> str:
    """What the room calls a phase."""
    return POLICIES[kind].label
