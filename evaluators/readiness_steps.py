"""What would raise a job's readiness most: the formula once more, each time with one thing improved.

Interview   one more for this job today, its dimensions at their present means and proved with high confidence, and the
            three weightiest requirements that were not told yet told at work.
Drill       the weakest dimension (weight x distance to 100) one level, 20 points, higher in every interview.
Exercise    one more today, solved to 80.
Résumé      the requirements that stand nowhere yet stand on the résumé.

A gain is the difference to the present score, rounded; what gains nothing is not shown, and of the rest three are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from evaluators.readiness_formula import (
    MUST,
    SHOWN,
    Evidence,
    HeldExercise,
    HeldInterview,
    covered,
    dimension_means,
    reckon,
)
from schema.digest import AnalysisDigest, DimensionDigest, RequirementDigest
from schema.jobs import ReadinessStep
from schema.vocabulary import InterviewType, RequirementState

ONE_LEVEL = 20
SOLVED = 80
MOST_STEPS = 3
TOLD_AT_ONCE = 3
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Targets:
    """What there is to practise with. Null and empty: nothing of the kind, and the step is not offered."""

    role_kit: str | None = None
    drills: Mapping[str, str] = field(default_factory=dict)  # by dimension
    exercise: tuple[str, str] | None = None  # key and name of one for this kind of role
    dimension_names: Mapping[str, str] = field(default_factory=dict)


def best_steps(given: Evidence, score: float, targets: Targets, now: datetime) -> tuple[ReadinessStep, ...]:
    """The most helpful steps, the best first."""
    tried = [
        (gain, step)
        for improved, step in _improvements(given, targets, now)
        if (gain := _gain(improved, score, now)) >= 1
    ]
    tried.sort(key=lambda pair: -pair[0])
    return tuple(step.model_copy(update={"gain": gain}) for gain, step in tried[:MOST_STEPS])


def _gain(improved: Evidence, score: float, now: datetime) -> int:
    found = reckon(improved, now).score
    return 0 if found is None else min(100, round(found - score))


def _improvements(given: Evidence, targets: Targets, now: datetime) -> Iterator[tuple[Evidence, ReadinessStep]]:
    if targets.role_kit is not None:
        yield _interview(given, targets.role_kit, now)
    if (drill := _drill(given, targets, now)) is not None:
        yield drill
    if targets.exercise is not None:
        key, name = targets.exercise
        more = replace(given, exercises=(*given.exercises, HeldExercise(now, SOLVED)))
        yield more, ReadinessStep(label=f"Solve an exercise: {name}", gain=0, kind="exercise", target=key)
    if (resume := _resume(given)) is not None:
        yield resume


def _interview(given: Evidence, kit: str, now: datetime) -> tuple[Evidence, ReadinessStep]:
    told = _open(given)[:TOLD_AT_ONCE]
    digest = AnalysisDigest(
        dimensions=tuple(
            DimensionDigest(key=key, name=key, score=round(mean), confidence="high")
            for key, mean in dimension_means(given, now).items()
        ),
        requirements=tuple(
            RequirementDigest(text=text, must=must, state=RequirementState.SAID, shown=True) for text, must in told
        ),
    )
    held = HeldInterview(now, InterviewType.HIRING_MANAGER, True, digest)
    label = "Hold one more interview for this job"
    if told:
        label += f", and tell where you did this at work: {'; '.join(_short(text) for text, _ in told)}"
    step = ReadinessStep(label=label, gain=0, kind="interview", target=kit)
    return replace(given, interviews=(*given.interviews, held)), step


def _drill(given: Evidence, targets: Targets, now: datetime) -> tuple[Evidence, ReadinessStep] | None:
    room = {
        key: given.weights[key] * (100 - mean)
        for key, mean in dimension_means(given, now).items()
        if key in targets.drills and mean < 100
    }
    if not room:
        return None
    weakest = min(room, key=lambda key: (-room[key], key))
    raised = tuple(replace(held, digest=_raised(held.digest, weakest)) for held in given.interviews)
    name = targets.dimension_names.get(weakest, weakest)
    step = ReadinessStep(
        label=f"Bring {name} one level up, with drills", gain=0, kind="drill", target=targets.drills[weakest]
    )
    return replace(given, interviews=raised), step


def _raised(digest: AnalysisDigest, key: str) -> AnalysisDigest:
    dimensions = tuple(
        one.model_copy(update={"score": min(100, one.score + ONE_LEVEL)})
        if one.key == key and one.score is not None
        else one
        for one in digest.dimensions
    )
    return digest.model_copy(update={"dimensions": dimensions})


def _resume(given: Evidence) -> tuple[Evidence, ReadinessStep] | None:
    nowhere = [(text, must) for text, (must, met) in covered(given).items() if met == 0]
    if not nowhere or not given.interviews:
        return None
    newest = max(given.interviews, key=lambda held: held.at)
    written = tuple(
        RequirementDigest(text=text, must=must, state=RequirementState.RESUME_ONLY) for text, must in nowhere
    )
    digest = newest.digest.model_copy(update={"requirements": newest.digest.requirements + written})
    interviews = tuple(replace(held, digest=digest) if held is newest else held for held in given.interviews)
    names = "; ".join(_short(text) for text, _ in sorted(nowhere, key=lambda one: not one[1])[:TOLD_AT_ONCE])
    step = ReadinessStep(label=f"If you have done it, say so on your résumé: {names}", gain=0, kind="resume_fix")
    return replace(given, interviews=interviews), step


def _open(given: Evidence) -> list[tuple[str, bool]]:
    """The requirements that were not told at work yet, those that weigh most first."""
    found = [(text, must, (MUST if must else 1.0) * (SHOWN - met)) for text, (must, met) in covered(given).items()]
    found.sort(key=lambda one: -one[2])
    return [(text, must) for text, must, missing in found if missing > 0]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"
