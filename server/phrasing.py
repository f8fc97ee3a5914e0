"""Lets a language model word a decided question, within a deadline. Past it, or on a fault, the template is spoken."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from openai import AsyncOpenAI, OpenAIError

from controller.phrasing import acceptable
from prompts.library import load
from schema.documents import JobExtract, ResumeExtract
from schema.plan import InterviewPlan
from server.compact import compact, job_json, plan_json, resume_json

log = logging.getLogger("interview.phrasing")
DEADLINE_S = 0.7  # a whole validated sentence; measured from the decision
MAX_RESUME_CHARS, MAX_JOB_CHARS, MAX_PLAN_CHARS = 3_000, 2_500, 2_000
MAX_ANSWER_CHARS = 2_000
NOTHING = "(none)"
Documents = tuple[ResumeExtract | None, JobExtract | None]


class ModelPhraser:
    """Implements agent.ports.Phraser for one interview. Never raises.

    `documents` reads the extracts when the first question is worded: it may take tens of milliseconds.
    """

    def __init__(
        self,
        client: AsyncOpenAI,
        model: str,
        plan: InterviewPlan,
        *,
        documents: Callable[[], Documents],
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._client = client.with_options(max_retries=0, timeout=deadline_s)
        self._model = model
        self._prompt = load("interviewer")
        self._deadline_s = deadline_s
        self._plan = plan
        self._documents = documents

    async def phrase(self, template: str, context: Mapping[str, Any]) -> str | None:
        """A sentence that may be spoken instead of `template`; null when there is none in time."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(self._deadline_s):
                text = await self._ask(template, context)
        except (TimeoutError, OpenAIError) as failure:
            log.info("the template is spoken", extra={"why": type(failure).__name__})
            return None
        refusal = acceptable(template, text)
        if refusal is not None:
            log.info("the template is spoken", extra={"why": refusal})
            return None
        log.debug("phrased", extra={"took_ms": round((time.monotonic() - began) * 1000)})
        return text

    async def _ask(self, template: str, context: Mapping[str, Any]) -> str:
        system = self._prompt.render(
            **await asyncio.to_thread(lambda: self._fixed),
            phase=_line(str(context.get("phase", "the interview"))),
            decision=template,
            last_answer=str(context.get("answer") or NOTHING)[:MAX_ANSWER_CHARS],
        )
        answer = await self._client.chat.completions.create(
            model=self._model,
            messages=[{"role": "system", "content": system}, {"role": "user", "content": "Say the question."}],
            temperature=0.4,
            max_completion_tokens=120,
        )
        if not answer.choices:
            return ""
        return (answer.choices[0].message.content or "").strip().strip('"')

    @cached_property
    def _fixed(self) -> dict[str, str]:
        """What the prompt says of the whole interview."""
        meta = self._plan.metadata
        resume, job = self._documents()
        return {
            "interviewType": meta.interview_type.value.replace("_", " "),
            "roleTitle": _line(meta.role_title),
            "seniority": meta.seniority.value,
            "style": meta.style.value,
            "resume_extract": compact(resume_json(resume), MAX_RESUME_CHARS) if resume is not None else NOTHING,
            "jd_extract": compact(job_json(job), MAX_JOB_CHARS) if job is not None else NOTHING,
            "company_archetype": meta.company_archetype.value if meta.company_archetype else NOTHING,
            "interview_plan": compact(plan_json(self._plan), MAX_PLAN_CHARS),
        }


def _line(text: str) -> str:
    return " ".join(text.split())[:120] or "the interview"
