"""Chooses questions greedily: what teaches most next, of the documents first, then of the rubric, with variety.

A question's score is the sum of its pattern's points and its topic's points, so the best pair is found from the best
pattern and the best topic of each group of patterns that take the same topics.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from controller.planning.fit import PLAN_SLOTS, Fitting
from controller.planning.layout import TYPES
from controller.planning.topics import Material, Topic
from schema.vocabulary import ClaimKind, PatternType, PhaseKind

COVERAGE_POINTS = 1.5
DIMENSION_POINTS = 0.7
_AGAIN = (1.0, 0.45, 0.2, 0.1)  # what a dimension is worth the first, second, … time it is looked at
_LEARNT = 0.2  # what is left to learn of something after one question about it
_LIT = 0.5  # what is left after a question that only throws light on it
_SAME_DIMENSION = (0.7, 0.3)  # as the question before, and as the one before that
_SAME_SORT = 0.6  # a third question in a row about the résumé, or about the job
_OWN_WORK, _FIRST_OWN_WORK = 0.4, 2.0  # that part is about the candidate's own work before it is about the job
_STORIES = frozenset({ClaimKind.METRIC, ClaimKind.PROJECT})
_RISK_FIRST = 6.0  # nobody is asked about a gap before they have settled in
_RISK_AGAIN = 1.0
_SAME_WORDS = 1.2  # a requirement that was named in an earlier question
_JOB_IN_SCENARIO = 0.8  # that part belongs to scenarios; points of the job come where there is room


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen question. `topic` is null for one that needs no document."""

    fitting: Fitting
    topic: Topic | None


@dataclass(frozen=True, slots=True)
class _Group:
    """Patterns that take the same topics. `topics` is None where they take none.

    Each pattern stands with the most points that it can ever have, the highest first.
    """

    fittings: list[tuple[float, Fitting]]
    topics: tuple[Topic, ...] | None


@dataclass(frozen=True, slots=True)
class _Moment:
    """What points depend on beside pattern and topic: what was looked at, and what the last questions were."""

    dimensions: Mapping[str, float]  # what looking at a dimension once more is worth
    dimension_loss: Mapping[str, float]  # by a pattern's first dimension
    sort_loss: Mapping[PatternType, float]
    story: float  # what a topic gains that tells of own work
    risk: float  # what a gap, a short stay or a change loses


@dataclass(slots=True)
class Chooser:
    """Keeps what has been chosen and learnt while the parts of one interview are filled."""

    material: Material
    slots: frozenset[str]  # that the plan itself fills
    importance: Mapping[str, float]  # of a dimension; 1 where it is not named
    teaches: Mapping[str, tuple[str, ...]]  # pattern key -> points of the job on which its answer throws light
    left: dict[str, float] = field(init=False)
    seen: dict[str, int] = field(default_factory=dict)
    used_patterns: set[str] = field(default_factory=set)
    used_topics: set[str] = field(default_factory=set)
    used_words: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.left = dict(self.material.weights)

    def groups(self, kind: PhaseKind, fittings: Iterable[Fitting]) -> list[_Group]:
        """The patterns that may be asked in a part, with the topics that each can take."""
        found: dict[tuple[frozenset[str], tuple[str, ...], bool], list[Fitting]] = {}
        for fitting in fittings:
            pattern = fitting.pattern
            if pattern.pattern_type in TYPES[kind]:
                open_needs = fitting.needs - self.slots
                triggers = tuple(sorted(pattern.triggers)) if open_needs else ()
                key = (open_needs, triggers, pattern.pattern_type is PatternType.JD_REQUIREMENT)
                found.setdefault(key, []).append(fitting)
        return [
            _Group(self._ranked(members), self._topics(needs, triggers) if needs else None)
            for (needs, triggers, _), members in found.items()
            if not needs & PLAN_SLOTS  # a plan without a company can't name it
        ]

    def _topics(self, needs: frozenset[str], triggers: Sequence[str]) -> tuple[Topic, ...]:
        return tuple(
            topic
            for topic in self.material.topics
            if needs <= topic.slots.keys() and (topic.kind in triggers if triggers else topic.kind is None)
        )

    def choose(self, kind: PhaseKind, groups: Sequence[_Group], before: Sequence[Pick]) -> Pick | None:
        """The best question to ask next in a part after `before`, or None when nothing is left."""
        now = self._moment(kind, before)
        every = {topic.id: topic for group in groups for topic in group.topics or ()}
        topics = {key: self._topic_points(topic, now) for key, topic in every.items() if key not in self.used_topics}
        best: tuple[float, Pick] | None = None
        for group in groups:
            worth, fitting = self._best_pattern(group, now)
            offered = (one for one in group.topics or () if one.id in topics)
            topic = max(offered, key=lambda one: topics[one.id], default=None)
            if fitting is None or (topic is None and group.topics is not None):
                continue
            points = worth + (topics[topic.id] if topic is not None else 0.0)
            if best is None or points > best[0]:
                best = (points, Pick(fitting, topic))
        return best[1] if best is not None else None

    def _ranked(self, fittings: Sequence[Fitting]) -> list[tuple[float, Fitting]]:
        most = [(self._most_points(fitting), fitting) for fitting in fittings]
        return sorted(most, key=lambda pair: -pair[0])

    def _most_points(self, fitting: Fitting) -> float:
        dimensions = sum(self.importance.get(one, 1.0) for one in fitting.pattern.dimensions)
        lit = sum(self.left[item] for item in self.teaches.get(fitting.pattern.key, ()))
        return fitting.worth + DIMENSION_POINTS * dimensions + lit

    def _best_pattern(self, group: _Group, now: _Moment) -> tuple[float, Fitting | None]:
        """The unused pattern with the most points; those that can't come up to the best so far are not looked at."""
        points, best = float("-inf"), None
        for most, fitting in group.fittings:
            if most <= points:
                break
            if fitting.pattern.key not in self.used_patterns:
                own = self._pattern_points(fitting, now)
                if own > points:
                    points, best = own, fitting
        return points, best

    def take(self, pick: Pick) -> None:
        """Writes down that a question will be asked."""
        self.used_patterns.add(pick.fitting.pattern.key)
        for dimension in pick.fitting.pattern.dimensions:
            self.seen[dimension] = self.seen.get(dimension, 0) + 1
        for item in self.teaches.get(pick.fitting.pattern.key, ()):
            self.left[item] *= _LIT
        if pick.topic is not None:
            self.used_topics.add(pick.topic.id)
            self.used_words.update(pick.topic.slots[name] for name in pick.fitting.needs & pick.topic.slots.keys())
            for item in pick.topic.covers:
                self.left[item] *= _LEARNT

    # -------------------------------------------------------------- points

    def _moment(self, kind: PhaseKind, before: Sequence[Pick]) -> _Moment:
        """What the next question's points depend on, beside itself."""
        loss: dict[str, float] = {}
        for pick, points in zip(reversed(before), _SAME_DIMENSION, strict=False):
            for dimension in pick.fitting.pattern.dimensions[:1]:
                loss[dimension] = loss.get(dimension, 0.0) + points
        last = [pick.fitting.pattern.pattern_type for pick in before[-2:]]
        sort = {last[0]: _SAME_SORT} if len(TYPES[kind]) > 1 and len(last) == 2 and last[0] is last[1] else {}
        if kind is PhaseKind.SCENARIO:
            job = PatternType.JD_REQUIREMENT
            sort[job] = sort.get(job, 0.0) + (_JOB_IN_SCENARIO if before else _RISK_FIRST)
        own_work = kind is PhaseKind.RESUME_DEEP_DIVE
        told = any(pick.topic is not None and pick.topic.kind in _STORIES for pick in before)
        risks = sum(pick.topic is not None and pick.topic.is_risk for pick in before)
        return _Moment(
            dimensions={one: self._worth_now(one) for one in self.seen},
            dimension_loss=loss,
            sort_loss=sort,
            story=(_OWN_WORK if told else _FIRST_OWN_WORK) if own_work else 0.0,
            risk=_RISK_AGAIN * risks if before else _RISK_FIRST,
        )

    def _worth_now(self, dimension: str) -> float:
        times = min(self.seen.get(dimension, 0), len(_AGAIN) - 1)
        return DIMENSION_POINTS * self.importance.get(dimension, 1.0) * _AGAIN[times]

    def _topic_points(self, topic: Topic, now: _Moment) -> float:
        points = topic.weight
        for item in topic.covers:
            points += COVERAGE_POINTS * self.left[item]
        if not self.used_words.isdisjoint(topic.slots.values()):
            points -= _SAME_WORDS
        if topic.is_risk:
            return points - now.risk
        return points + now.story if topic.kind in _STORIES else points

    def _pattern_points(self, fitting: Fitting, now: _Moment) -> float:
        pattern, points = fitting.pattern, fitting.worth
        for dimension in pattern.dimensions:
            worth = now.dimensions.get(dimension)
            points += self._worth_now(dimension) if worth is None else worth
        for item in self.teaches.get(pattern.key, ()):
            points += self.left[item]
        if pattern.dimensions:
            points -= now.dimension_loss.get(pattern.dimensions[0], 0.0)
        return points - now.sort_loss.get(pattern.pattern_type, 0.0)
