"""Judges each rubric dimension by rules, on 0-5 against the level's anchors, with quotes for what it found and missed.

Level of an answer: the points of the rungs that it climbs (evaluators.ladders), divided by what the seniority asks; an
answer to another question than the one asked (evaluators.relevance), or that contradicts itself, keeps a share of them.
Level of a dimension from its answers' levels, best first, each formula never falling when an answer improves:
  all    the mean over all answers
  core   0.7 of (0.5 best + 0.3 second + 0.2 third, over as many as were given) + 0.3 of the mean over all answers
  topic  0.8 best + 0.15 second + 0.05 third: a second proof matters, its lack costs little
One answer alone proves no more than level 4 of a core or topic dimension, however good it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluators.evidence import ground
from evaluators.jd_match import requirement_terms, role_fit
from evaluators.ladders import LADDERS, Ladder, Rung, Weighing
from evaluators.lexicon import Cue
from evaluators.presence import presence
from evaluators.reading import Reading, opening_quote, quote, read_answers
from evaluators.relevance import topics
from evaluators.sentences import Found
from evaluators.shapes import AnswerSet, Claim, DimensionDraft
from evaluators.wording import short_question
from schema.analysis import Fix, TurnTaking
from schema.documents import JobExtract
from schema.rubric import Dimension, Rubric
from schema.transcript import TranscriptDocument
from schema.vocabulary import QuestionKind, Seniority

ROLE_FIT = "role_fit"
MAX_CLAIMS = 3
MAX_FIXES = 2
LOWEST = 1.0
MIDDLING = 2.5
ALONE = 4.0  # the most that one answer proves
# Points out of 5 at which a level is fully met: a senior has to show all of it, an entry candidate most.
ASKED = {Seniority.ENTRY: 4.2, Seniority.MID: 4.5, Seniority.SENIOR: 4.8}
CORE_WEIGHTS = (0.5, 0.3, 0.2)
BEST_SHARE = 0.7
TOPIC_WEIGHTS = (0.8, 0.15, 0.05)
DIRECT = frozenset(
    {Cue.OWN, Cue.METRIC, Cue.RESULT, Cue.DIAGNOSIS, Cue.VERIFY, Cue.PEOPLE, Cue.CHANGED, Cue.PLAN, Cue.DECISION}
)
# How many of the best answers the advice looks at: one episode suffices for a topic.
_LOOKED_AT = {Weighing.ALL: 99, Weighing.CORE: 3, Weighing.TOPIC: 1}
_UNCOUNTED = (QuestionKind.INVITATION, QuestionKind.CLOSED, QuestionKind.NUMERIC)


@dataclass(frozen=True, slots=True)
class _Scored:
    """One answer on one ladder: its points and the rungs it climbed and missed."""

    reading: Reading
    points: float
    climbed: tuple[tuple[Rung, Found | bool], ...]
    missed: tuple[Rung, ...]


def judge_dimensions(
    document: TranscriptDocument,
    answers: AnswerSet,
    rubric: Rubric,
    turn_taking: TurnTaking,
    readings: Sequence[Reading] | None = None,
    job: JobExtract | None = None,
) -> tuple[DimensionDraft, ...]:
    """One draft for each dimension of the rubric, in its order; anchor null where nothing was seen.

    Delivery-only dimensions see the figures of `turn_taking` and no content. A dimension that the rules have no ladder
    for gets no anchor and says so. `readings` spare reading the answers again where the caller has done so; `job` is an
    extract of the job description that a person may have corrected.
    """
    on = ground(document)
    judged = counted(read_answers(answers.answers, on) if readings is None else readings)
    drafts = []
    for dimension in rubric.dimensions:
        if dimension.delivery_only:
            draft = presence(dimension.key, turn_taking, on)
        elif dimension.key == ROLE_FIT:
            draft = role_fit(dimension.key, requirement_terms(document, job), judged)
        else:
            draft = _content(dimension, judged, answers.seniority)
        drafts.append(draft)
    return tuple(drafts)


def counted(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The answers that a judgement rests on. A yes, a number or small talk counts only where it became a story."""
    return tuple(
        reading
        for reading in readings
        if reading.answer.kind not in _UNCOUNTED
        or (reading.answer.kind is not QuestionKind.INVITATION and reading.has(Cue.OWN))
    )


def _content(dimension: Dimension, readings: Sequence[Reading], seniority: Seniority) -> DimensionDraft:
    ladder = LADDERS.get(dimension.key)
    if ladder is None:
        return DimensionDraft(key=dimension.key, needs="The rules know no cues for it; a language model can judge it.")
    scored = sorted(_scored(ladder, readings), key=lambda item: -item.points)
    opened = [item for item in scored if ladder.opens(item.reading) and _may_show(dimension.key, ladder, item.reading)]
    if not opened:
        return DimensionDraft(key=dimension.key, needs=ladder.needs)
    level = _level([item.points for item in opened], ladder.weighing, len(scored))
    anchor = to_anchor(5 * level / ASKED[seniority])
    if ladder.weighing is not Weighing.ALL and len(opened) == 1:
        anchor = min(ALONE, anchor)
    missed = _most_missed(opened[: _LOOKED_AT[ladder.weighing]]) if anchor < 5 else []
    return DimensionDraft(
        key=dimension.key,
        anchor=anchor,
        claims=_claims(ladder, opened, anchor),
        fixes=_fixes(opened, missed),
        needs=ladder.needs,
        note=f"Not heard: {' and '.join(rung.lacking for rung in missed)}." if missed else None,
    )


def _may_show(key: str, ladder: Ladder, reading: Reading) -> bool:
    """An answer that is hardly tied to work shows no topic but the one that its question asked for."""
    return ladder.weighing is not Weighing.TOPIC or reading.fits_work == 1 or key in topics(reading.answer.question)


def to_anchor(level: float) -> float:
    """A level on the rubric's scale, in halves, from 1: that an answer shows the opposite (0) no rule can tell."""
    return round(2 * min(5.0, max(LOWEST, level))) / 2


def _scored(ladder: Ladder, readings: Sequence[Reading]) -> list[_Scored]:
    return [_climb(ladder, reading) for reading in readings]


def _climb(ladder: Ladder, reading: Reading) -> _Scored:
    climbed, missed, points = [], [], 0.0
    for rung in ladder.rungs:
        shown = rung.shows(reading)
        if shown:
            climbed.append((rung, shown))
            points += rung.points
        else:
            missed.append(rung)
    return _Scored(reading, points * reading.share, tuple(climbed), tuple(missed))


def _level(points: Sequence[float], weighing: Weighing, given: int) -> float:
    """The dimension's level from the points of the answers that speak to it, best first; `given` counts all answers."""
    match weighing:
        case Weighing.ALL:
            return sum(points) / given
        case Weighing.CORE:
            used = min(len(CORE_WEIGHTS), given)
            best = _weighed(points, CORE_WEIGHTS) / sum(CORE_WEIGHTS[:used])
            return BEST_SHARE * best + (1 - BEST_SHARE) * sum(points) / given
        case Weighing.TOPIC:
            return _weighed(points, TOPIC_WEIGHTS)


def _weighed(points: Sequence[float], weights: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, points, strict=False))


# ------------------------------------------------------------------ what is said about it


def _claims(ladder: Ladder, opened: Sequence[_Scored], anchor: float) -> tuple[Claim, ...]:
    """The best rungs of the best answers, a sentence once; and the weakest answer's opening where it earned little."""
    claims: list[Claim] = []
    used: set[tuple[int, int]] = set()
    weak = _is_poor(opened[-1]) and (ladder.weighing is Weighing.ALL or anchor < MIDDLING)
    room = MAX_CLAIMS - weak
    for item in opened:
        taken = 0
        for rung, shown in sorted(item.climbed, key=lambda pair: -pair[0].points):
            if not isinstance(shown, Found) or len(claims) >= room or taken == 2:
                continue
            place = (shown.sentence.turn.index, shown.sentence.first)
            if place not in used:
                used.add(place)
                taken += 1
                claims.append(_claim(rung, shown))
    if weak:
        words, turn = opening_quote(opened[-1].reading)
        claims.append(Claim(quote=words, why=ladder.otherwise, turn_index=turn))
    return tuple(claims)


def _claim(rung: Rung, shown: Found) -> Claim:
    return Claim(quote=quote(shown), why=rung.why, turn_index=shown.sentence.turn.index, direct=shown.cue in DIRECT)


def _is_poor(item: _Scored) -> bool:
    return item.points < 2


def _most_missed(opened: Sequence[_Scored]) -> list[Rung]:
    """The rungs that cost most points over the answers, the dearest first; ties keep the ladder's order."""
    cost: dict[str, tuple[float, Rung]] = {}
    for item in opened:
        for rung in item.missed:
            spent, _ = cost.get(rung.title, (0.0, rung))
            cost[rung.title] = (spent + rung.points, rung)
    dearest = sorted(cost.values(), key=lambda pair: -pair[0])
    return [rung for _, rung in dearest[:MAX_FIXES]]


def _fixes(opened: Sequence[_Scored], missed: Sequence[Rung]) -> tuple[Fix, ...]:
    """One advice a missed rung, about the answer that most nearly had the rest."""
    fixes = []
    for rung in missed:
        item = next(item for item in opened if rung in item.missed)
        fixes.append(Fix(title=rung.title, how=rung.how.format(question=short_question(item.reading.answer.question))))
    return tuple(fixes)
