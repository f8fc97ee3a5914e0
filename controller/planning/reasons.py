"""Why a question without a document behind it was planned, in words for the candidate."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from controller.planning.archetypes import PLACES
from controller.planning.fit import Fitting
from controller.planning.requirements import requirement_phrase
from controller.planning.selection import Pick
from controller.planning.wish import Wish
from schema.vocabulary import PatternType

# Completes "it looks at …".
DIMENSIONS: Mapping[str, str] = MappingProxyType(
    {
        "communication": "how clearly you explain things",
        "structured_thinking": "how you bring order into a question",
        "ownership_depth": "how much of your work was really yours",
        "problem_solving": "how you get to the bottom of a problem",
        "execution": "how you get things done and check them",
        "collaboration": "how you work with other people",
        "initiative": "what you take on without being asked",
        "growth": "how you learn",
        "role_fit": "how you fit this role",
        "confidence_presence": "how you come across",
    }
)


def looks_at(fitting: Fitting) -> str:
    """What a question looks at, in words that complete "it looks at …"."""
    first = next(iter(fitting.pattern.dimensions), "role_fit")
    return DIMENSIONS.get(first, first.replace("_", " "))


def why(pick: Pick, wish: Wish) -> str:
    """One plain sentence."""
    if pick.topic is not None:
        return pick.topic.why
    fitting, meta = pick.fitting, wish.metadata
    pattern, aim = fitting.pattern, looks_at(pick.fitting)
    if pattern.pattern_type is PatternType.INTRO:
        return "An open start, so that you can say in your own words where you come from."
    if pattern.pattern_type is PatternType.CLOSE:
        return "An interview goes both ways, and this is your turn to ask."
    if wish.blueprint is not None and pattern.key in wish.blueprint.question_patterns:
        return f"It fits what {wish.blueprint.company} says in public about its interviews, and it looks at {aim}."
    duty = requirement_phrase(fitting.duty) if fitting.duty else None
    if duty is not None:
        return f"The job includes {duty}, and this looks at {aim}."
    if pattern.pattern_type is PatternType.SCENARIO:
        place = PLACES.get(meta.company_archetype) if meta.company_archetype and pattern.archetypes else None
        where = f" in {place}" if place else ""
        return f"A moment from the daily work of {_with_article(meta.role_title)}{where}, and it looks at {aim}."
    if pattern.pattern_type is PatternType.BEHAVIORAL:
        return f"It looks at {aim}, through something that really happened."
    if pattern.pattern_type is PatternType.JD_REQUIREMENT:
        return f"You can speak about the job as you see it here, and it looks at {aim}."
    return f"You choose the work yourself here, and it looks at {aim}."


def _with_article(role: str) -> str:
    return f"{'an' if role[:1].lower() in 'aeio' else 'a'} {role}"
