"""The parts of a job's readiness and their mean, as evaluators.readiness documents them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from typing import Literal

from schema.digest import AnalysisDigest, RequirementDigest
from schema.jobs import ReadinessPart
from schema.rubric import Rubric
from schema.vocabulary import InterviewType, RequirementState

HALF_LIFE_DAYS = 21.0
OTHER_JOB = 0.5  # weight of an interview for another job of the same kind
CONFIDENCE = {"high": 1.0, "medium": 0.75, "low": 0.4, None: 0.4}
SHOWN, SAID, RESUME_ONLY = 1.0, 0.7, 0.3
MUST = 2.0
SPREAD_POINTS = 20.0
FEW_POINTS = 12.0
WIDEST = 40.0

PartKey = Literal["dimensions", "coverage", "proof", "exercises", "practice"]
WEIGHTS: Mapping[PartKey, float] = {
    "dimensions": 0.40,
    "coverage": 0.20,
    "proof": 0.15,
    "exercises": 0.15,
    "practice": 0.10,
}
LABELS: Mapping[PartKey, str] = {
    "dimensions": "What your answers showed",
    "coverage": "What the job asks for",
    "proof": "How much of it is proved",
    "exercises": "Exercises",
    "practice": "Recent practice",
}


@dataclass(frozen=True, slots=True)
class HeldInterview:
    """A judged interview. `linked`: it was held for this job; else for another one of the same kind of role."""

    at: datetime
    interview_type: InterviewType
    linked: bool
    digest: AnalysisDigest


@dataclass(frozen=True, slots=True)
class HeldExercise:
    """A judged exercise for this kind of role, alone or in an interview."""

    at: datetime
    score: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a job's readiness is made from. Order does not matter.

    `weights` are the rubric's, by the dimension's key. `requirements` are the job's as (text, must).
    """

    interviews: tuple[HeldInterview, ...]
    exercises: tuple[HeldExercise, ...]
    weights: Mapping[str, float]
    requirements: tuple[tuple[str, bool], ...] = ()

    def until(self, moment: datetime) -> Evidence:
        """What of it was known at a moment."""
        return Evidence(
            tuple(one for one in self.interviews if one.at <= moment),
            tuple(one for one in self.exercises if one.at <= moment),
            self.weights,
            self.requirements,
        )

    def without_newest(self) -> Evidence:
        """As before the last interview: what was practised after it is left out too."""
        newest = max(one.at for one in self.interviews)
        return Evidence(
            tuple(one for one in self.interviews if one.at < newest),
            tuple(one for one in self.exercises if one.at < newest),
            self.weights,
            self.requirements,
        )


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The formula's result. `score` and `margin` null: no interview was judged."""

    score: float | None
    margin: float | None
    parts: tuple[ReadinessPart, ...]


def rubric_weights(rubric: Rubric) -> dict[str, float]:
    return {dimension.key: dimension.weight for dimension in rubric.dimensions}


def reckon(given: Evidence, now: datetime) -> Reckoned:
    """The readiness that this evidence shows at this moment."""
    if not given.interviews:
        return Reckoned(None, None, ())
    count = sum(weight_of(one, now) for one in given.interviews)
    made = {
        "dimensions": _dimensions(given, now),
        "coverage": _coverage(given),
        "proof": _proof(given),
        "exercises": _exercises(given, now),
        "practice": _practice(given, count),
    }
    present = [(WEIGHTS[key], value) for key in WEIGHTS if (value := made[key][0]) is not None]
    whole = sum(weight for weight, _ in present)
    score = sum(weight * value for weight, value in present) / whole
    parts = tuple(_part(key, *made[key], whole) for key in WEIGHTS)
    return Reckoned(score, _margin(given, count), parts)


def weight_of(interview: HeldInterview, now: datetime) -> float:
    return freshness(interview.at, now) * (1.0 if interview.linked else OTHER_JOB)


def freshness(at: datetime, now: datetime) -> float:
    """1 for today, halved every 21 days; what lies in the future counts as today."""
    days = max(0.0, (now - at).total_seconds() / 86_400)
    return float(0.5 ** (days / HALF_LIFE_DAYS))


def dimension_means(given: Evidence, now: datetime) -> dict[str, float]:
    """The weighted mean score of each dimension of the rubric that has one."""
    sums: dict[str, tuple[float, float]] = {}
    for held in given.interviews:
        weight = weight_of(held, now)
        for one in held.digest.dimensions:
            if one.score is not None and one.key in given.weights:
                total, by = sums.get(one.key, (0.0, 0.0))
                sums[one.key] = total + weight * one.score, by + weight
    return {key: total / by for key, (total, by) in sums.items() if by > 0}


def covered(given: Evidence) -> dict[str, tuple[bool, float]]:
    """How far each requirement is met, 0-1, by its text in lower case, with whether it is a must.

    Where the job's own list is not known, the requirements that its interviews were judged by stand for it.
    """
    wanted = {text.casefold().strip(): must for text, must in given.requirements}
    if not wanted:
        linked = (held for held in given.interviews if held.linked)
        wanted = {key: one.must for held in linked for key, one in held.digest.named_requirements}
    found = dict.fromkeys(wanted, 0.0)
    for held in given.interviews:
        for key, one in held.digest.named_requirements:
            if key in found:
                found[key] = max(found[key], _met(one))
    return {key: (wanted[key], value) for key, value in found.items()}


def match_percent(digest: AnalysisDigest) -> int | None:
    """How far one interview met the requirements it was judged by, as coverage counts them; None: there were none."""
    if not digest.requirements:
        return None
    return bounded(100 * _weighted((MUST if one.must else 1.0, _met(one)) for one in digest.requirements))


# ------------------------------------------------------------------ the parts: value 0-100 or None, and a sentence

Made = tuple[float | None, str]


def _dimensions(given: Evidence, now: datetime) -> Made:
    means = dimension_means(given, now)
    if not means:
        return None, "No dimension could be scored yet."
    value = _weighted((given.weights[key], mean) for key, mean in means.items())
    return value, f"{_count(len(means), 'dimension')} scored in {_count(len(given.interviews), 'interview')}."


def _coverage(given: Evidence) -> Made:
    found = covered(given)
    if not found:
        return None, "The job has no description with requirements yet."
    value = 100 * _weighted((MUST if must else 1.0, met) for must, met in found.values())
    told = sum(met >= SAID for _, met in found.values())
    resume = sum(0 < met < SAID for _, met in found.values())
    return value, f"{told} of {_count(len(found), 'requirement')} told in an interview, {resume} on the résumé only."


def _proof(given: Evidence) -> Made:
    best = dict.fromkeys(given.weights, 0.0)
    for held in given.interviews:
        for one in held.digest.dimensions:
            if one.score is not None and one.key in best:
                best[one.key] = max(best[one.key], CONFIDENCE[one.confidence])
    if not best:
        return None, "There is no rubric to go by."
    proved = sum(value > 0 for value in best.values())
    value = 100 * _weighted((given.weights[key], value) for key, value in best.items())
    return value, f"{proved} of {_count(len(best), 'dimension')} proved in your own words."


def _exercises(given: Evidence, now: datetime) -> Made:
    if not given.exercises:
        return None, "No exercise was judged yet."
    value = _weighted((freshness(one.at, now), float(one.score)) for one in given.exercises)
    return value, f"{_count(len(given.exercises), 'exercise')} judged."


def _practice(given: Evidence, count: float) -> Made:
    linked = sum(held.linked for held in given.interviews)
    others = len(given.interviews) - linked
    return 100 * (1 - 0.5**count), f"{_count(linked, 'interview')} for this job and {others} for others like it."


def _part(key: PartKey, value: float | None, says: str, whole: float) -> ReadinessPart:
    weight = 0.0 if value is None else round(WEIGHTS[key] / whole, 4)
    return ReadinessPart(
        key=key, label=LABELS[key], value=None if value is None else bounded(value), weight=weight, says=says
    )


def _margin(given: Evidence, count: float) -> float:
    spreads = [spread for held in given.interviews if (spread := held.digest.spread) is not None]
    judges = SPREAD_POINTS * sum(spreads) / len(spreads) if spreads else 0.0
    few = FEW_POINTS / sqrt(max(count, 1e-6))
    return min(WIDEST, sqrt(judges**2 + few**2))


def _met(one: RequirementDigest) -> float:
    if one.state is RequirementState.SAID:
        return SHOWN if one.shown else SAID
    return RESUME_ONLY if one.state is RequirementState.RESUME_ONLY else 0.0


def _weighted(pairs: Iterable[tuple[float, float]]) -> float:
    """The weighted mean. Weights that fade to nothing still stand in the same proportion."""
    known: Sequence[tuple[float, float]] = tuple(pairs)
    whole = sum(weight for weight, _ in known)
    if whole <= 0:
        return sum(value for _, value in known) / len(known)
    return sum(weight * value for weight, value in known) / whole


def bounded(value: float) -> int:
    """0-100, a half rounded up."""
    return max(0, min(100, int(value + 0.5))) if value > 0 else 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
