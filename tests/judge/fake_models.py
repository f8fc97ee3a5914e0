"""Models that do wrong on purpose, each a function of the request: they speak the real protocol through the double."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from openai import AsyncOpenAI, Timeout

from controller.classifier import classify
from evaluators.report import Evaluation, evaluate_document
from schema.rubric import Rubric
from schema.transcript import TranscriptDocument
from schema.vocabulary import Speaker
from seeds.catalog import load_catalog
from server.llm import ChatModel
from tests.support.openai_double import Answer, Body, openai_double

INVENTED = (
    "I single-handedly saved the company four million dollars last quarter",
    "I led a team of twelve engineers across three continents",
    "we reduced the latency by ninety-nine percent because of my design",
)
FORBIDDEN = (
    "You sounded nervous and unsure of yourself.",
    "You are an arrogant personality and a natural introvert.",
    "Your accent makes you hard to follow.",
    "You look tired and are not dressed well.",
    "There is a 90 percent chance that you will be hired.",
    "You are in the top five percent of all candidates.",
)
TRUE_WORDS = 8  # of a quote that is really the candidate's

Quote = Callable[[TranscriptDocument, int], Sequence[str]]


def invented(_: TranscriptDocument, number: int) -> Sequence[str]:
    return [INVENTED[number % len(INVENTED)]]


def the_interviewers(document: TranscriptDocument, number: int) -> Sequence[str]:
    asked = [turn.text for turn in document.turns if turn.speaker is Speaker.INTERVIEWER]
    return [asked[number % len(asked)]]


def from_the_documents(document: TranscriptDocument, _: int) -> Sequence[str]:
    return [text.splitlines()[0] for text in (document.jd, document.resume) if text]


def almost_true(document: TranscriptDocument, number: int) -> Sequence[str]:
    """The candidate's words with one changed in their middle, joined across turns, and far too many of them."""
    said = _answers(document)
    if not said:
        return ["I fixed it myself"]
    words = said[number % len(said)].split()
    changed = [*words[:4], "brilliantly", *words[4:8]]
    joined = [*words[-4:], *said[(number + 1) % len(said)].split()[:4]]
    return [" ".join(changed), " ".join(joined), " ".join(words[:60])]


def true(document: TranscriptDocument, number: int) -> Sequence[str]:
    said = _answers(document)
    return [" ".join(said[number % len(said)].split()[:TRUE_WORDS])] if said else []


def _answers(document: TranscriptDocument) -> list[str]:
    return [turn.text for turn in document.turns if turn.speaker is Speaker.CANDIDATE and len(turn.text.split()) > 8]


def verdict(
    document: TranscriptDocument, keys: Sequence[str], quotes: Quote, score: int, says: Iterator[str] | None = None
) -> dict[str, Any]:
    """A well-formed verdict. `says`: sentences for every place where a model may write one."""

    def say() -> str:
        return next(says) if says is not None else "Say what changed after it."

    question = document.turns[0].text
    return {
        "overall": {"score": 100, "readiness": "ready", "hireSignal": "strong_hire"},
        "dimensionScores": [
            {
                "key": key,
                "score": score,
                "evidence": [{"quote": quote, "why": say()} for quote in quotes(document, number)],
                "fixes": [{"title": "Go on", "how": say()}],
            }
            for number, key in enumerate(keys)
        ],
        "jdMatch": {
            "matchedSkills": ["quantum telepathy"],
            "missingSkills": ["time travel"],
            "riskFlags": [say()],
            "priorityGaps": [say()],
        },
        "answerRewrites": [
            {
                "question": question,
                "yourAnswer": INVENTED[0],
                "betterAnswer": f"At Initech {INVENTED[0]}, a gain of 412 percent.",
                "whyBetter": say(),
            }
        ],
        "nextActions": [{"type": "practice", "title": "Retell", "details": say(), "estimatedMinutes": 10}],
        "memoryUpdate": {
            "newRecurringIssues": [say()],
            "resolvedIssues": [say()],
            "recommendedFocusNext": say(),
        },
    }


def keys_of(body: Body) -> list[str]:
    """The dimensions that the request's schema asks for."""
    text = json.dumps(body["response_format"])
    at = text.index('"key": {"type": "string", "enum": [') if '"key": {"type": "string", "enum": [' in text else -1
    assert at >= 0, "the request names the rubric's keys"
    found: list[str] = json.loads(text[text.index("[", at) : text.index("]", at) + 1])
    return found


def answering(
    document: TranscriptDocument, quotes: Quote, score: int = 100, says: Callable[[], Iterator[str]] | None = None
) -> Answer:
    """What such a model answers to any request."""

    def content(body: Body) -> str:
        return json.dumps(verdict(document, keys_of(body), quotes, score, says() if says else None))

    return Answer(content)


@asynccontextmanager
async def speaking(answer: Answer) -> Any:
    async with openai_double(answer) as double:
        client = AsyncOpenAI(base_url=double.base_url, api_key="key-1", max_retries=0, timeout=Timeout(10.0))
        model = ChatModel(client, "fake")
        try:
            yield model
        finally:
            await model.aclose()


async def reported(document: TranscriptDocument, answer: Answer, samples: int = 1) -> Evaluation:
    """The report that this model's judgement ends in, over real HTTP."""
    kit = load_catalog().role_kits[document.role_kit]
    async with speaking(answer) as model:
        return await evaluate_document(
            document, rubric=rubric_of(document), kit=kit, model=model, samples=samples,
            classify=lambda question, said: classify(question=question, answer=said),
        )  # fmt: skip


def rubric_of(document: TranscriptDocument) -> Rubric:
    catalog = load_catalog()
    kit = catalog.role_kits[document.role_kit]
    return catalog.rubrics[catalog.rubric_key(document.interview_type, kit)]
