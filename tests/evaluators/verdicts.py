"""A scripted model that judges: verdicts to script it with, and the ways to ask it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from openai import AsyncOpenAI, Timeout

from evaluators.judge import JudgeResult, judge
from evaluators.report import Evaluation, evaluate_document
from evaluators.verdict import judged_keys
from schema.rubric import Rubric
from schema.transcript import TranscriptDocument
from server.llm import ChatModel
from tests.evaluators.material import classify, golden, rubric
from tests.support.openai_double import Answer, OpenAiDouble, openai_double

DOC = golden("software_engineer", "strong")
QUOTES = {
    "communication": "I fixed it in the consumer, wrote a test around midnight",
    "ownership_depth": "I rewrote its queue handling in spring",
    "execution": "I kept a dashboard on it for two weeks",
    "collaboration": "So I sat down with him and we wrote down what would break",
}
INVENTED = "I single-handedly saved the company four million dollars"


def verdict(
    scores: Mapping[str, int | None] | None = None, by: Rubric | None = None, **changes: object
) -> dict[str, object]:
    """A well-formed verdict that quotes the candidate truly, on the common rubric or on another."""
    wanted = dict.fromkeys(QUOTES, 80) if scores is None else scores
    found = {
        "overall": {"score": 99, "readiness": "ready", "hireSignal": "strong_hire"},
        "dimensionScores": [
            {
                "key": key,
                "score": wanted.get(key),
                "evidence": [{"quote": QUOTES[key], "why": "You say what you did."}] if wanted.get(key) else [],
                "fixes": [{"title": "Go on", "how": "Say what changed."}],
            }
            for key in judged_keys(by or rubric())
        ],
        "jdMatch": {"matchedSkills": ["queue"], "missingSkills": ["Kafka"], "riskFlags": [], "priorityGaps": []},
        "answerRewrites": [],
        "nextActions": [
            {"type": "practice", "title": "Retell", "details": "Tell it again in a minute.", "estimatedMinutes": 10}
        ],
        "memoryUpdate": {"newRecurringIssues": [], "resolvedIssues": [], "recommendedFocusNext": "Figures."},
    }
    return {**found, **changes}


def with_evidence(key: str, *evidence: dict[str, str], score: int = 80, by: Rubric | None = None) -> dict[str, object]:
    made = verdict(by=by)
    dimensions = made["dimensionScores"]
    assert isinstance(dimensions, list)
    for d in dimensions:
        if d["key"] == key:
            d.update(score=score, evidence=list(evidence))
    return made


@asynccontextmanager
async def served(
    *script: Answer, timeout_s: float = 5.0, retries: int = 0
) -> AsyncIterator[tuple[OpenAiDouble, ChatModel]]:
    async with openai_double(*script) as double:
        client = AsyncOpenAI(
            base_url=double.base_url, api_key="key-1", max_retries=retries, timeout=Timeout(timeout_s, connect=1)
        )
        model = ChatModel(client, "asked-model")
        try:
            yield double, model
        finally:
            await model.aclose()


async def judged_by(*script: Answer, samples: int = 1, doc: TranscriptDocument = DOC) -> JudgeResult:
    async with served(*script) as (_, model):
        return await judge(doc, rubric(), model, samples=samples)


async def reported(*script: Answer, samples: int = 1, doc: TranscriptDocument = DOC) -> Evaluation:
    async with served(*script) as (_, model):
        return await evaluate_document(doc, rubric=rubric(), classify=classify, model=model, samples=samples)
