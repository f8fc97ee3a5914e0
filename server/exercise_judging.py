"""Judges an interview's exercises: code by running it, cases by what was asked, said, written and calculated."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from agent.ports import CodeRunner
from evaluators.case_study.judgement import judge_case
from evaluators.case_study.work import CaseWork
from evaluators.coding.judgement import judge_coding
from evaluators.coding.work import CodingWork
from evaluators.ports import ModelClient
from evaluators.shapes import Answer
from schema.exercise_results import ExerciseResult
from schema.transcript import TranscriptDocument
from server.exercise_material import HeldExercise, answers_to
from server.usecases.code_judging import coding_facts


class ExerciseJudging:
    def __init__(self, runner: CodeRunner, model: ModelClient | None) -> None:
        self._runner = runner
        self._model = model

    async def judge(
        self, document: TranscriptDocument, held: Sequence[HeldExercise], *, owner: str
    ) -> tuple[ExerciseResult, ...]:
        """One result for each exercise that was opened, in order.

        Raises RunnerBusyError where code could not be run, and JudgeFailed where a model was to review it and failed.
        """
        results: list[ExerciseResult] = []
        for one in held:
            answers = answers_to(one, document)
            if isinstance(one.work, CaseWork):
                results.append(await asyncio.to_thread(judge_case, one.work, answers, document))
            else:
                results.append(await self._coding(one.work, answers, document, owner))
        return tuple(results)

    async def _coding(
        self, work: CodingWork, answers: Sequence[Answer], document: TranscriptDocument, owner: str
    ) -> ExerciseResult:
        facts = await coding_facts(work, self._runner, owner=owner)
        result = await asyncio.to_thread(judge_coding, work, facts, answers, document)
        if self._model is None or facts.verdict is None:
            return result
        from evaluators.coding.review import review_code

        return result.model_copy(update={"review": await review_code(work, facts, self._model)})
