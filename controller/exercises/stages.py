"""The stages of a case: what was reached in each, when one is done, and the question that opens the next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from controller.exercises import box, talk
from controller.exercises.leaving import leave
from controller.exercises.saying import Remark, Step, asks, unsaid
from controller.exercises.work import Awaits, CaseWork
from controller.state import InterviewState
from schema.cues import said as said_by_cue
from schema.exercises import CasePhase, CaseTemplate
from schema.vocabulary import ExerciseStage, QuestionKind

ORDER = (
    ExerciseStage.FRAMING,
    ExerciseStage.HYPOTHESES,
    ExerciseStage.ANALYSIS,
    ExerciseStage.RECOMMENDATION,
    ExerciseStage.RISKS,
)
# How much of the case's time may be over before a stage ends; the recommendation has a quarter left at least.
_UNTIL: Mapping[ExerciseStage, float] = MappingProxyType(
    {
        ExerciseStage.FRAMING: 0.2,
        ExerciseStage.HYPOTHESES: 0.4,
        ExerciseStage.ANALYSIS: 0.75,
        ExerciseStage.RECOMMENDATION: 0.9,
        ExerciseStage.RISKS: 1.0,
    }
)
_MOST_ANSWERS: Mapping[ExerciseStage, int] = MappingProxyType(
    {
        ExerciseStage.FRAMING: 2,
        ExerciseStage.HYPOTHESES: 2,
        ExerciseStage.ANALYSIS: 7,
        ExerciseStage.RECOMMENDATION: 3,
        ExerciseStage.RISKS: 2,
    }
)
RECOMMEND_AT = _UNTIL[ExerciseStage.ANALYSIS]
_REACHED = 0.6  # of a stage's weight of checkpoints, from which it is done
_OF_AN_EXHIBIT = re.compile(r"\b(?:exhibit|table|chart|this figure|these figures)\b", re.IGNORECASE)
_WHY = {
    ExerciseStage.FRAMING: "how you frame the problem",
    ExerciseStage.HYPOTHESES: "what you suspect",
    ExerciseStage.ANALYSIS: "what the figures say",
    ExerciseStage.RECOMMENDATION: "what you would do",
    ExerciseStage.RISKS: "what could go wrong",
}


def noted(work: CaseWork, case: CaseTemplate, text: str) -> CaseWork:
    """What is known after these words: which checkpoints they met."""
    new = {one.id for one in case.checkpoints if one.id not in work.said and said_by_cue(one.cues, text)}
    return replace(work, said=work.said | new) if new else work


def phase_of(stage: ExerciseStage) -> CasePhase:
    """The case's own word for a stage."""
    return CasePhase(stage.value)


def is_before(work: CaseWork, stage: ExerciseStage) -> bool:
    """Whether the case has not come to a stage yet."""
    return ORDER.index(work.stage) < ORDER.index(stage)


def is_reached(work: CaseWork, case: CaseTemplate, stage: ExerciseStage) -> bool:
    """Whether enough of a stage's checkpoints are met, of those that can be."""
    own = [one for one in case.checkpoints if one.phase is phase_of(stage) and set(one.needs) <= set(work.reveals)]
    whole = sum(one.weight for one in own)
    return whole > 0 and sum(one.weight for one in own if one.id in work.said) >= _REACHED * whole


def is_late(state: InterviewState, work: CaseWork, at_ms: int) -> bool:
    """Whether the stage has had its share of the time."""
    return box.share_used(state, work.opened_ms, at_ms) >= _UNTIL[work.stage]


def is_done(state: InterviewState, work: CaseWork, case: CaseTemplate, at_ms: int) -> bool:
    """Whether the next stage is due after an answer."""
    if is_late(state, work, at_ms) or work.turns >= _MOST_ANSWERS[work.stage]:
        return True
    if work.stage is ExerciseStage.ANALYSIS and len(work.reveals) < min(2, len(case.revealable_data)):
        return False  # a figure or two have to be looked at before anything is decided
    return is_reached(work, case, work.stage)


def go_on(
    state: InterviewState, work: CaseWork, case: CaseTemplate, at_ms: int, *, why: str = "", lead: str = ""
) -> Step:
    """The next stage, as far as the time allows one; after the risks, what comes after the case.

    A stage whose checkpoints have been met already is not asked for, except the recommendation.
    """
    at = ORDER.index(work.stage) + 1
    late = box.share_used(state, work.opened_ms, at_ms) >= RECOMMEND_AT
    while at < len(ORDER):
        stage = ORDER[at]
        passed = late and stage in (ExerciseStage.HYPOTHESES, ExerciseStage.ANALYSIS)
        known = stage in (ExerciseStage.HYPOTHESES, ExerciseStage.RISKS) and is_reached(work, case, stage)
        if not passed and not known:
            return enter(state, work, stage, at_ms, why=why, lead=lead)
        at += 1
    return leave(state, at_ms, why=why or "The case has been worked through.")


def enter(
    state: InterviewState, work: CaseWork, stage: ExerciseStage, at_ms: int, *, why: str = "", lead: str = ""
) -> Step:
    """Opens a stage with its question, or leaves the case where there is no time for the answer."""
    if box.left_ms(state, at_ms) < box.QUESTION_MS:
        return leave(state, at_ms, why=why or "The time for this part was used up.")
    question = stage_question(state, stage)
    moved = replace(work, stage=stage, turns=0, probed=0, stage_ms=at_ms)
    reason = f"{why} This asks {_WHY[stage]}.".strip()
    text = f"{lead} {question}".strip()
    return asks(state, moved, Remark(text, reason, awaits=Awaits.ANSWER, kind=kind_of(stage)))


def stage_question(state: InterviewState, stage: ExerciseStage) -> str:
    """What opens a stage, in the plan's style; a second case of an interview hears other words."""
    style = state.plan.metadata.style
    variants = talk.STAGE_QUESTIONS[stage][style]
    return unsaid(state, variants) or variants[0]


def probe(state: InterviewState, work: CaseWork, case: CaseTemplate, why: str, *, lead: str = "") -> Step | None:
    """The next question of the stage's probing map, or None when it is used up."""
    questions = case.probing_map.get(phase_of(work.stage), ())
    left = [one for one in questions if one not in work.asked and (work.reveals or not _OF_AN_EXHIBIT.search(one))]
    question = unsaid(state, left)
    if question is None:
        return None
    asked = replace(work, asked=(*work.asked, question), probed=work.probed + 1)
    text = f"{lead} {question}".strip()
    return asks(state, asked, Remark(text, why, awaits=Awaits.ANSWER, kind=kind_of(work.stage)))


def kind_of(stage: ExerciseStage) -> QuestionKind:
    """How patiently an answer is awaited: figures and structure take time."""
    return QuestionKind.STORY if stage is ExerciseStage.RISKS else QuestionKind.TASK
