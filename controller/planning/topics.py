"""What an interview can be about: points of the job, lines of the résumé, and the words they fill a question with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from controller.planning.job_points import JobPoint
from schema.plan import CoverageItem
from schema.vocabulary import ClaimKind


@dataclass(frozen=True, slots=True)
class Topic:
    """Something one question can be about. `kind` is null for a point of the job; `weight` counts beside coverage."""

    id: str
    kind: ClaimKind | None
    slots: Mapping[str, str]
    why: str  # a sentence for the candidate
    covers: tuple[str, ...] = ()  # CoverageItem ids
    weight: float = 0.0
    is_risk: bool = False  # a gap, a short stay, a change: asked once, never first


@dataclass(frozen=True, slots=True)
class Material:
    """All that the documents offer: topics in falling order of worth, and what is to be learnt of them."""

    topics: tuple[Topic, ...] = ()
    coverage: tuple[CoverageItem, ...] = ()
    weights: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    points: tuple[JobPoint, ...] = ()
