"""Plays a case as an interview would have stored it: answers, exhibits and what was written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from evaluators.case_study.judgement import judge_case
from evaluators.case_study.work import CaseWork
from evaluators.shapes import Answer, AnswerTurn
from schema.exercise_results import CheckpointResult, ExerciseResult, NumberCheck
from schema.exercises import CaseTemplate
from schema.room_exercises import Artifacts
from schema.transcript import TranscriptTurn
from schema.vocabulary import QuestionKind
from seeds.case_templates import load_cases
from tests.evaluators.material import asked, document, typed

STRONG = Path(__file__).parent / "strong"
CASES = load_cases()
CAFE = CASES["cafe_profit_drop"]
ASKED = "Go on, please."


def strong(key: str) -> list[str]:
    answers: list[str] = yaml.safe_load((STRONG / f"{key}.yaml").read_text("utf-8"))
    return answers


def everything(case: CaseTemplate) -> tuple[str, ...]:
    return tuple(reveal.id for reveal in case.revealable_data)


def judged(
    case: CaseTemplate,
    answers: Sequence[str | TranscriptTurn],
    *,
    earned: Sequence[str] | None = None,
    artifacts: Artifacts | None = None,
    question: str = ASKED,
) -> ExerciseResult:
    """The result of a case in which these answers were given; every exhibit was earned unless `earned` says which."""
    turns: list[TranscriptTurn] = [asked("Tell me about yourself."), typed("I work in retail.")]
    given: list[Answer] = []
    for answer in answers:
        turn = typed(answer) if isinstance(answer, str) else answer
        turns += [asked(question), turn]
        part = AnswerTurn(turn_index=len(turns) - 1, text=turn.text)
        given.append(Answer(question_id="case", question=question, kind=QuestionKind.STORY, turns=(part,)))
    keys = everything(case) if earned is None else earned
    work = CaseWork(
        case,
        reveals=tuple((key, 1000 * at) for at, key in enumerate(keys, 1)),
        artifacts=artifacts or Artifacts(),
        closed_ms=900_000,
    )
    return judge_case(work, given, document(*turns))


def point(result: ExerciseResult, key: str) -> CheckpointResult:
    return next(one for one in result.checkpoints if one.id == key)


def figure(result: ExerciseResult, key: str) -> NumberCheck:
    assert result.case is not None
    return next(one for one in result.case.numbers if one.id == key)
