"""A model's remarks on a candidate's code, each checked against the facts. The facts decide; a remark never does."""

from __future__ import annotations

import json
import re

from pydantic import Field

from evaluators.coding.facts import last_revision
from evaluators.coding.work import CodingWork
from evaluators.guard import forbidden_claim
from evaluators.judge import JudgeFailed
from evaluators.ports import ModelClient
from evaluators.strict_json import Unusable, ask_strict, parse_strict, strict_schema
from prompts.library import as_data, load
from schema.base import CamelShape
from schema.code_runs import RunVerdict
from schema.exercise_results import CodingFacts, ModelReview

PROMPT = "code_review"
SCHEMA_NAME = "code_review"
MOST_REMARKS = 5
MOST_CHARS = 400

_TESTS = r"(?:tests?|checks?|cases?|solution|code|function|submission|implementation|query|it)"
_SAYS_FAILING = re.compile(
    rf"\b{_TESTS}\b[^.]{{0,40}}\b(?:fails?|failing|failed|do(?:es)?(?: not|n't) (?:pass|work)|is broken"
    rf"|is (?:incorrect|wrong))\b|\b(?:fails?|failing|failed|broken)\b[^.]{{0,20}}\btests?\b",
    re.IGNORECASE,
)
_SAYS_PASSING = re.compile(
    r"\b(?:all|every|both|the) (?:\w+ ){0,3}tests? (?:now )?(?:pass|passes|passed|are passing|succeed)\b"
    r"|\bpass(?:es|ed)? (?:all|every)\b|\bno (?:test|failure)s? (?:fail|remain)",
    re.IGNORECASE,
)
_LINE = re.compile(r"\blines? (\d+)", re.IGNORECASE)
_WOULD = re.compile(
    r"\b(?:would|could|might|may|if|when|unless|should|for (?:an? )?(?:empty|very|larger?))\b", re.IGNORECASE
)


class VerdictRemark(CamelShape):
    line: int | None
    text: str


class ReviewVerdict(CamelShape):
    """What the model must return."""

    summary: str
    remarks: tuple[VerdictRemark, ...] = Field(max_length=12)


async def review_code(work: CodingWork, facts: CodingFacts, model: ModelClient) -> ModelReview:
    """The model's review of the judged revision. Raises JudgeFailed where there is no usable reply."""
    try:
        asked = await ask_strict(
            model,
            system=system_text(work),
            user=data_block(work, facts),
            schema_name=SCHEMA_NAME,
            schema=strict_schema(ReviewVerdict),
            parse=lambda content: parse_strict(content, ReviewVerdict),
        )
    except Unusable as failure:
        raise JudgeFailed(failure.reason, str(failure), failure.status, failure.raw) from failure
    return checked(asked.value, work, facts)


def system_text(work: CodingWork) -> str:
    return load(PROMPT).render(language=str(work.exercise.language))


def data_block(work: CodingWork, facts: CodingFacts) -> str:
    """The exercise, the code with numbered lines, and the facts, fenced as data."""
    code = last_revision(work).text.splitlines()
    numbered = "\n".join(f"{number}: {line}" for number, line in enumerate(code, 1))
    exercise = {"name": work.exercise.name, "expected": work.exercise.expected_behavior}
    given = facts.model_dump(mode="json", include=GIVEN, by_alias=True)
    parts = (("exercise", json.dumps(exercise, ensure_ascii=False)), ("code", json.dumps(numbered, ensure_ascii=False)),
             ("facts", json.dumps(given, ensure_ascii=False)))  # fmt: skip
    return "\n\n".join(as_data(name, text) for name, text in parts)


GIVEN = {"verdict", "visible", "hidden", "modification", "regressions", "failing", "complexity"}


def checked(verdict: ReviewVerdict, work: CodingWork, facts: CodingFacts) -> ModelReview:
    """Without what contradicts a fact or speaks of what is not there; that is counted."""
    lines = len(last_revision(work).text.splitlines())
    kept = [one.text.strip() for one in verdict.remarks if _holds(one.text, one.line, lines, facts)]
    dropped = len(verdict.remarks) - len(kept)
    summary = verdict.summary.strip()[:MOST_CHARS]
    if not _holds(summary, None, lines, facts):
        summary, dropped = "", dropped + 1
    return ModelReview(summary=summary, remarks=tuple(kept[:MOST_REMARKS]), dropped=dropped)


def _holds(text: str, line: int | None, lines: int, facts: CodingFacts) -> bool:
    named = [int(number) for number in _LINE.findall(text)] + ([line] if line is not None else [])
    if not text.strip() or len(text) > MOST_CHARS or any(not 1 <= number <= lines for number in named):
        return False
    if forbidden_claim(text) is not None:
        return False
    passes = facts.verdict is RunVerdict.PASSED
    if passes and _SAYS_FAILING.search(text) and not _WOULD.search(text):
        return False
    return passes or not _SAYS_PASSING.search(text)
