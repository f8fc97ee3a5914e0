"""A language model's view of an answer, as strict JSON and checked against the answer; none where it is late or "
"wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from openai import AsyncOpenAI, OpenAIError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from controller.opinions import Opinion, Shown
from prompts.library import load
from schema.vocabulary import AnswerStrength, MissingPiece

log = logging.getLogger("interview.opinions")
DEADLINE_S = 0.4  # since it was asked; the rules' reading stands after it
MAX_ANSWER_CHARS = 4_000
MAX_QUESTION_CHARS = 600
MAX_TOKENS = 300


class ShownPiece(BaseModel):
    model_config = ConfigDict(extra="forbid")

    piece: MissingPiece
    quote: str = Field(max_length=400)


class AnswerView(BaseModel):
    """What prompts/classify.md asks for."""

    model_config = ConfigDict(extra="forbid")

    strength: AnswerStrength
    missing: list[MissingPiece]
    shown: list[ShownPiece]


class ModelOpinions:
    """Implements agent.ports.Opinions. Never raises; shared by all interviews of a server."""

    def __init__(self, client: AsyncOpenAI, model: str, *, deadline_s: float = DEADLINE_S) -> None:
        self._client = client.with_options(max_retries=0, timeout=deadline_s)
        self._model = model
        self._prompt = load("classify")
        self._deadline_s = deadline_s

    async def opinion(self, question: str, answer: str, expects: Sequence[MissingPiece]) -> Opinion | None:
        """The model's view of `answer`, or None when there is none in time. `expects` may be empty."""
        try:
            async with asyncio.timeout(self._deadline_s):
                view, model = await self._ask(question, answer, expects)
        except (TimeoutError, OpenAIError, ValidationError) as failure:
            log.info("the rules alone read the answer", extra={"why": type(failure).__name__})
            return None
        wanted = set(expects)
        return Opinion(
            strength=view.strength,
            missing=tuple(piece for piece in expects if piece in view.missing),
            shown=tuple(Shown(item.piece, item.quote) for item in view.shown if item.piece in wanted),
            model=model,
            prompt_version=self._prompt.version,
        )

    async def _ask(self, question: str, answer: str, expects: Sequence[MissingPiece]) -> tuple[AnswerView, str]:
        system = self._prompt.render(
            question=question[:MAX_QUESTION_CHARS],
            answer=answer[:MAX_ANSWER_CHARS],
            expects=", ".join(expects) or "no particular piece; being specific counts",
        )
        completion = await self._client.chat.completions.create(
            model=self._model,
            messages=[{"role": "system", "content": system}, {"role": "user", "content": "Read the answer."}],
            response_format={
                "type": "json_schema",
                "json_schema": {"name": "AnswerView", "strict": True, "schema": _schema()},
            },
            temperature=0.0,
            max_completion_tokens=MAX_TOKENS,
        )
        content = completion.choices[0].message.content if completion.choices else None
        return AnswerView.model_validate_json(content or ""), completion.model or self._model


def _schema() -> dict[str, object]:
    """The shape as strict JSON schema: every field required, nothing more allowed."""
    piece = {"type": "string", "enum": [piece.value for piece in MissingPiece]}
    shown = {
        "type": "object",
        "properties": {"piece": piece, "quote": {"type": "string"}},
        "required": ["piece", "quote"],
        "additionalProperties": False,
    }
    strength = {"type": "string", "enum": [strength.value for strength in AnswerStrength]}
    return {
        "type": "object",
        "properties": {
            "strength": strength,
            "missing": {"type": "array", "items": piece},
            "shown": {"type": "array", "items": shown},
        },
        "required": ["strength", "missing", "shown"],
        "additionalProperties": False,
    }
