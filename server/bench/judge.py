"""Measures the judge on its material: pairs ranked right, attacks that do not pay, swaps that move nothing, seconds."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from controller.classifier import classify
from evaluators.report import evaluate_document
from schema.analysis import Analysis
from schema.transcript import TranscriptDocument
from schema.vocabulary import Speaker
from seeds.catalog import load_catalog
from server.bench.judge_material import Attack, Honest, Material, Pair, Swap, interview
from server.bench.judge_twins import attacked, honest_document, swapped

LONG_S = 45 * 60
LOWEST = 1.0  # a level that says that an answer is poor, and that may therefore stand where the honest twin has none
Scores = dict[str, float | None]
"""Levels (0-5) by dimension and, under OVERALL, the score 0-100; null: not enough evidence."""
OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Ranked:
    """How one pair came out."""

    pair: Pair
    strong: Scores
    weak: Scores

    @property
    def overall_right(self) -> bool:
        """Whether the strong answer has a score, and the weak one a lower one or none."""
        return _above(self.strong[OVERALL], self.weak[OVERALL])

    @property
    def dimension_right(self) -> bool | None:
        """The same of the pair's dimension; null where not both answers have a level of it."""
        strong, weak = self.strong.get(self.pair.dimension), self.weak.get(self.pair.dimension)
        return None if strong is None or weak is None else _above(strong, weak)

    @property
    def right(self) -> bool:
        """Overall, and on the dimension where both have a level of it."""
        return self.overall_right and self.dimension_right is not False


@dataclass(frozen=True, slots=True)
class Attacked:
    """How one attacked twin came out. `above`: what it scored above its honest interview."""

    honest: str
    attack: Attack
    above: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Swapped:
    """How one swap came out. `moved`: what is not the same in every version."""

    swap: Swap
    moved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured. `pairs` by set; `seconds` of each long interview; `late_attacks`: what was written
    after the freeze, on either side."""

    pairs: Mapping[str, Sequence[Ranked]]
    attacks: Sequence[Attacked]
    swaps: Sequence[Swapped]
    seconds: Sequence[float]
    late_attacks: Sequence[Attacked] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `count`."""

    right: int
    count: int

    @property
    def percent(self) -> float | None:
        return round(100 * self.right / self.count, 1) if self.count else None

    @classmethod
    def of(cls, results: Iterable[bool]) -> Share:
        found = list(results)
        return cls(sum(found), len(found))


async def judged(document: TranscriptDocument) -> Analysis:
    """The rules' report, by the rubric that the interview's type and role call for."""
    catalog = load_catalog()
    kit = catalog.role_kits[document.role_kit]
    rubric = catalog.rubrics[catalog.rubric_key(document.interview_type, kit)]
    found = await evaluate_document(
        document, rubric=rubric, classify=lambda question, answer: classify(question=question, answer=answer), kit=kit
    )
    return found.analysis


def scores_of(analysis: Analysis) -> Scores:
    return {OVERALL: analysis.overall.score, **{d.key: d.anchor for d in analysis.dimension_scores}}


async def rank(pair: Pair) -> Ranked:
    """Both answers judged, each as an interview of that one question."""
    strong, weak = [
        scores_of(await judged(interview(pair, [(pair.question, said)]))) for said in (pair.strong, pair.weak)
    ]
    return Ranked(pair, strong, weak)


async def try_attacks(honest: Honest, attacks: Iterable[Attack]) -> list[Attacked]:
    fair = scores_of(await judged(honest_document(honest)))
    return [
        Attacked(honest.id, attack, above(scores_of(await judged(attacked(honest, attack))), fair))
        for attack in attacks
    ]


def above(twin: Scores, fair: Scores) -> tuple[str, ...]:
    """Where the twin stands above the honest interview. Where that one has no level, a poor one is not above it."""
    return tuple(
        key
        for key, level in twin.items()
        if level is not None and level > (fair[key] if fair.get(key) is not None else LOWEST)  # type: ignore[operator]
    )


async def try_swap(swap: Swap) -> Swapped:
    versions = [await judged(document) for document in swapped(swap)]
    first = whole(versions[0])
    moved = {key for version in versions for key, value in whole(version).items() if value != first[key]}
    return Swapped(swap, tuple(sorted(moved)))


def whole(analysis: Analysis) -> dict[str, object]:
    """Everything about the scores that may not move: figures, confidence, readiness and hire signal."""
    overall = analysis.overall
    found: dict[str, object] = {OVERALL: (overall.score, overall.readiness, overall.hire_signal)}
    return found | {d.key: (d.score, d.anchor, d.confidence) for d in analysis.dimension_scores}


def long_interviews(material: Material, count: int) -> Iterator[TranscriptDocument]:
    """Interviews of 45 minutes, put together from the material's honest answers, in another order each."""
    told = [(pair.question, pair.strong) for pairs in material.pairs.values() for pair in pairs]
    told += [(said.question, said.answer) for honest in material.honest for said in honest.answers]
    for number in range(count):
        random.Random(number).shuffle(told)
        setting = material.honest[number % len(material.honest)]
        yield _as_long_as(LONG_S, setting, told)


def _as_long_as(seconds: float, setting: Honest, told: Sequence[tuple[str, str]]) -> TranscriptDocument:
    """An interview of these exchanges, over and over, up to the first answer that ends after so many seconds."""
    document = interview(setting, told)
    times = math.ceil(seconds / document.turns[-1].end_s)
    turns = (document if times == 1 else interview(setting, [*told] * times)).turns
    last = next(i for i, turn in enumerate(turns) if turn.end_s >= seconds and turn.speaker is Speaker.CANDIDATE)
    return document.model_copy(update={"turns": turns[: last + 1]})


async def seconds_each(documents: Iterable[TranscriptDocument]) -> list[float]:
    """Wall seconds of each judgement. The first is not counted: it reads the catalogue and the word lists."""
    found: list[float] = []
    for document in documents:
        began = time.perf_counter()
        await judged(document)
        found.append(time.perf_counter() - began)
    return found[1:] or found


async def measure(material: Material, interviews: int) -> Results:
    """Everything, one after another. `interviews`: how many of 45 minutes are timed, 0 or more."""
    return Results(
        pairs={name: [await rank(pair) for pair in pairs] for name, pairs in material.pairs.items()},
        attacks=await _all_attacks(material.honest, material.attacks),
        late_attacks=[
            *await _all_attacks(material.late_honest, (*material.attacks, *material.late_attacks)),
            *await _all_attacks(material.honest, material.late_attacks),
        ],
        swaps=[await try_swap(swap) for swap in material.swaps],
        seconds=await seconds_each(long_interviews(material, interviews + 1)) if interviews else [],
    )


async def _all_attacks(interviews: Iterable[Honest], attacks: Sequence[Attack]) -> list[Attacked]:
    return [tried for honest in interviews if attacks for tried in await try_attacks(honest, attacks)]


def _above(high: float | None, low: float | None) -> bool:
    return high is not None and (low is None or high > low)
