"""Asks a language model what a document says, and lays what the text bears out over what the rules read."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any, TypeVar

from evaluators.documents.model.bearing import Bearing
from evaluators.documents.model.jobs import merge_job
from evaluators.documents.model.resumes import merge_resume
from evaluators.documents.model.shapes import ModelJob, ModelResume
from evaluators.ports import ModelClient
from evaluators.strict_json import Asked, ask_strict, parse_strict, strict_schema
from prompts.library import as_data, load
from schema.documents import JobExtract, ResumeExtract

Said = TypeVar("Said", ModelResume, ModelJob)
MOST_CHARS = 60_000  # of a document that a model is shown: about twenty pages
RESUME_PROMPT, JOB_PROMPT = "extract_resume", "extract_jd"


@dataclass(frozen=True, slots=True)
class ModelReading:
    """An extract in which a model took part. `raw`: its reply; `dropped`: what of it the text does not bear out."""

    extract: ResumeExtract | JobExtract
    model: str
    dropped: int
    raw: dict[str, Any]


async def read_with_model(text: str, rules: ResumeExtract | JobExtract, model: ModelClient) -> ModelReading:
    """The rules' extract with what a model read beside it. Raises ModelError; then the rules' extract stands."""
    shown = text[:MOST_CHARS]
    if isinstance(rules, ResumeExtract):
        reply = await _ask(model, RESUME_PROMPT, ModelResume, shown)
        merged, dropped = await asyncio.to_thread(_resume, rules, reply.value, text)
        return _reading(RESUME_PROMPT, merged, dropped, reply.model, reply.raw)
    asked = await _ask(model, JOB_PROMPT, ModelJob, shown)
    merged, dropped = await asyncio.to_thread(_job, rules, asked.value, text)
    return _reading(JOB_PROMPT, merged, dropped, asked.model, asked.raw)


def _reading(
    prompt: str, merged: ResumeExtract | JobExtract, dropped: int, model: str, replies: tuple[str, ...]
) -> ModelReading:
    """`replies`: the last one is the one that was read; one before it was sent back to be repaired."""
    raw = {"prompt": prompt, "prompt_version": load(prompt).version, "model": model, "content": replies[-1]}
    return ModelReading(merged, model, dropped, raw | ({"faulty": replies[0]} if len(replies) > 1 else {}))


async def _ask(model: ModelClient, prompt: str, shape: type[Said], text: str) -> Asked[Said]:
    """The document is fenced as data, as one JSON string: it cannot close its fence. A faulty reply goes back once."""
    return await ask_strict(
        model,
        system=load(prompt).render(),
        user=as_data("document", json.dumps(text, ensure_ascii=False)),
        schema_name=prompt,
        schema=strict_schema(shape),
        parse=lambda content: parse_strict(content, shape),
    )


def _resume(rules: ResumeExtract, said: ModelResume, text: str) -> tuple[ResumeExtract | JobExtract, int]:
    bearing = Bearing(text)
    return merge_resume(rules, said, bearing), bearing.dropped


def _job(rules: JobExtract, said: ModelJob, text: str) -> tuple[ResumeExtract | JobExtract, int]:
    bearing = Bearing(text)
    return merge_job(rules, said, bearing), bearing.dropped
