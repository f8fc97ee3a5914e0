"""Asks a language model what a document says, and lays what the text bears out over what the rules read."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from evaluators.documents.model.bearing import Bearing
from evaluators.documents.model.jobs import merge_job
from evaluators.documents.model.resumes import merge_resume
from evaluators.documents.model.shapes import ModelJob, ModelResume
from evaluators.ports import ModelClient, ModelReply
from evaluators.strict_json import parse_strict, strict_schema
from prompts.library import as_data, load
from schema.documents import JobExtract, ResumeExtract

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
        said = parse_strict(reply.content, ModelResume)
        merged, dropped = await asyncio.to_thread(_resume, rules, said, text)
    else:
        reply = await _ask(model, JOB_PROMPT, ModelJob, shown)
        asked = parse_strict(reply.content, ModelJob)
        merged, dropped = await asyncio.to_thread(_job, rules, asked, text)
    prompt = RESUME_PROMPT if isinstance(rules, ResumeExtract) else JOB_PROMPT
    raw = {"prompt": prompt, "prompt_version": load(prompt).version, "model": reply.model, "content": reply.content}
    return ModelReading(merged, reply.model, dropped, raw)


async def _ask(model: ModelClient, prompt: str, shape: type[ModelResume] | type[ModelJob], text: str) -> ModelReply:
    """The document is fenced as data, as one JSON string: it cannot close its fence."""
    return await model.complete(
        system=load(prompt).render(),
        user=as_data("document", json.dumps(text, ensure_ascii=False)),
        schema_name=prompt,
        schema=strict_schema(shape),
        temperature=0.0,
        seed=1,
    )


def _resume(rules: ResumeExtract, said: ModelResume, text: str) -> tuple[ResumeExtract | JobExtract, int]:
    bearing = Bearing(text)
    return merge_resume(rules, said, bearing), bearing.dropped


def _job(rules: JobExtract, said: ModelJob, text: str) -> tuple[ResumeExtract | JobExtract, int]:
    bearing = Bearing(text)
    return merge_job(rules, said, bearing), bearing.dropped
