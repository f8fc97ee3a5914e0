"""The one place that makes a language model's client from the settings: OpenAI, or a server with its protocol."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    AsyncStream,
    BadRequestError,
    OpenAIError,
    Timeout,
    UnprocessableEntityError,
)
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from pydantic import ValidationError

from evaluators.ports import Failure, ModelClient, ModelError, ModelReply
from server.settings import Settings

OPENAI_URL = "https://api.openai.com/v1"
OPENAI_MODEL = "gpt-4.1-mini"
LOCAL_MODEL = "default"  # servers that hold one model take any name
NO_KEY = "none"  # a local server asks for none, the client wants a string
# A judgement of a long interview takes a model a minute or two; a server that is not there is known at once. Replies
# are streamed, so that the read time-out bounds a silence; LONGEST_S bounds the whole.
TIMEOUT = Timeout(connect=5.0, read=180.0, write=30.0, pool=5.0)
RETRIES = 2  # of 429, 5xx and broken connections, by the client itself, where it is used without ChatModel
LONGEST_S = 600.0
# What an endpoint's complaint about schema output mentions: OpenAI, vLLM, Ollama and llama.cpp word it differently.
_ABOUT_FORM = ("response_format", "json_schema", "json_object", "schema", "grammar", "structured", "guided")
_NO_PROTOCOL = "The model's server does not speak this protocol."


def make_client(settings: Settings, *, max_retries: int = RETRIES) -> tuple[AsyncOpenAI, str] | None:
    """The client and the model's name, or None where no model is set. The caller closes the client."""
    if not settings.model_is_on:
        return None
    client = AsyncOpenAI(
        api_key=settings.openai_api_key.get_secret_value() if settings.openai_api_key else NO_KEY,
        base_url=settings.llm_base_url or OPENAI_URL,
        timeout=TIMEOUT,
        max_retries=max_retries,
    )
    return client, settings.llm_model or (LOCAL_MODEL if settings.llm_base_url else OPENAI_MODEL)


def make_model(settings: Settings) -> ModelClient | None:
    """The model as the evaluators use it, or None where none is set."""
    made = make_client(settings)
    return None if made is None else ChatModel(*made)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a busy or broken endpoint is asked again. Seconds."""

    busy: int = 2  # times after 429
    broken: int = 1  # times after 5xx or a connection that broke
    longest_wait_s: float = 20.0  # a longer Retry-After is not waited for
    first_wait_s: float = 1.0  # where the endpoint names none; doubles each time


@dataclass(slots=True)
class _Gathered:
    """A streamed reply as it comes in."""

    content: str = ""
    refusal: str = ""
    finish_reason: str | None = None
    model: str = ""


class ChatModel:
    """A ModelClient over streamed chat completions with schema output.

    What an endpoint does not know (a temperature, a seed, streaming, schema output) is left out from then on: a strict
    schema falls back to any JSON object, and that to the prompt alone, in which the schema then stands.
    """

    def __init__(self, client: AsyncOpenAI, name: str, patience: Patience = Patience()) -> None:
        self._client = client.with_options(max_retries=0)
        self.name = name
        self._patience = patience
        self._without: set[str] = set()

    async def complete(
        self,
        *,
        system: str,
        user: str,
        schema_name: str,
        schema: Mapping[str, object],
        temperature: float,
        seed: int,
    ) -> ModelReply:
        """One reply; its JSON is not looked into here. Raises ModelError with the reason."""
        form = {"name": schema_name, "strict": True, "schema": dict(schema)}
        try:
            async with asyncio.timeout(LONGEST_S):
                return await self._settled(system, user, form, {"temperature": temperature, "seed": seed})
        except (APITimeoutError, httpx.TimeoutException, TimeoutError) as error:
            raise ModelError(Failure.TIMEOUT, "The model did not answer in time.") from error
        except (APIConnectionError, httpx.HTTPError) as error:
            raise ModelError(Failure.CONNECTION, "The model's server can't be reached.") from error
        except APIStatusError as error:
            message = f"The model's server answered with HTTP {error.status_code}."
            raise ModelError(Failure.HTTP_STATUS, message, error.status_code) from error
        except (OpenAIError, ValidationError, json.JSONDecodeError) as error:
            raise ModelError(Failure.INVALID_JSON, _NO_PROTOCOL) from error

    async def aclose(self) -> None:
        await self._client.close()

    async def _settled(self, system: str, user: str, form: dict[str, Any], extra: dict[str, Any]) -> ModelReply:
        """The reply, once what the endpoint does not know has been left out."""
        while True:
            request = self._request(system, user, form, extra)
            try:
                return await self._patiently(request)
            except (BadRequestError, UnprocessableEntityError) as error:
                unknown = _unknown(request, error)
                if unknown is None:
                    raise
                self._without.add(unknown)

    def _request(self, system: str, user: str, form: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
        kind = next((k for k in ("json_schema", "json_object") if k not in self._without), None)
        if kind != "json_schema":
            system += f"\n\nThe JSON Schema of the one object that you return:\n{json.dumps(form['schema'])}\n"
        request: dict[str, Any] = {
            "model": self.name,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            "stream": True,
            **extra,
        }
        if kind is not None:
            request["response_format"] = {"type": kind} | ({"json_schema": form} if kind == "json_schema" else {})
        return {name: value for name, value in request.items() if name not in self._without}

    async def _patiently(self, request: dict[str, Any]) -> ModelReply:
        """One request, again after a bounded wait where the endpoint is busy, and once more where it broke."""
        busy, broken, wait = self._patience.busy, self._patience.broken, self._patience.first_wait_s
        while True:
            try:
                return await self._send(request)
            except APITimeoutError:
                raise
            except (APIStatusError, APIConnectionError, httpx.NetworkError, httpx.ProtocolError) as error:
                status = error.status_code if isinstance(error, APIStatusError) else 0
                if status == 429 and busy > 0:
                    busy, wait = busy - 1, _asked_wait(error, wait)
                elif not 400 <= status < 500 and broken > 0:
                    broken -= 1
                else:
                    raise
                if wait > self._patience.longest_wait_s:
                    raise
            await asyncio.sleep(wait)
            wait = max(wait, self._patience.first_wait_s) * 2

    async def _send(self, request: dict[str, Any]) -> ModelReply:
        raw = await self._client.chat.completions.with_raw_response.create(**request)
        answer = raw.http_response
        if "event-stream" not in answer.headers.get("content-type", ""):  # some servers answer whole all the same
            return _whole(await answer.aread())
        gathered = _Gathered()
        stream: AsyncStream[ChatCompletionChunk] = raw.parse(to=AsyncStream[ChatCompletionChunk])
        async with stream:
            async for chunk in stream:
                _gather(chunk, gathered)
        return _reply(gathered.content, gathered.refusal, gathered.finish_reason, gathered.model)


def _gather(chunk: ChatCompletionChunk, into: _Gathered) -> None:
    into.model = chunk.model or into.model
    for choice in chunk.choices[:1]:
        into.content += choice.delta.content or ""
        into.refusal += choice.delta.refusal or ""
        into.finish_reason = choice.finish_reason or into.finish_reason


def _whole(body: bytes) -> ModelReply:
    completion = ChatCompletion.model_validate_json(body)
    if not completion.choices:
        raise ModelError(Failure.INVALID_JSON, _NO_PROTOCOL)
    choice = completion.choices[0]
    return _reply(choice.message.content or "", choice.message.refusal or "", choice.finish_reason, completion.model)


def _reply(content: str, refusal: str, finish_reason: str | None, model: str) -> ModelReply:
    if refusal or finish_reason == "content_filter":
        raise ModelError(Failure.REFUSAL, "The model declined to judge this interview.")
    if finish_reason == "length":
        raise ModelError(Failure.TRUNCATED, "The model's answer was cut off at its length limit.")
    if finish_reason is None:
        raise ModelError(Failure.TRUNCATED, "The model's answer broke off.")
    return ModelReply(content=content, model=model)


def _asked_wait(error: Exception, otherwise: float) -> float:
    """The seconds that a busy endpoint asks for, where it names any."""
    named = error.response.headers.get("retry-after", "") if isinstance(error, APIStatusError) else ""
    try:
        return max(0.0, float(named))
    except ValueError:
        return otherwise


def _unknown(request: Mapping[str, Any], error: APIStatusError) -> str | None:
    """What of a request an endpoint complained about, by the name under which it is left out; None: something else."""
    param = error.body.get("param") if isinstance(error.body, Mapping) else None
    complaint = f"{param or ''} {error.message}".casefold()
    for name in ("temperature", "seed"):
        if name in complaint and name in request:
            return name
    form = request.get("response_format")
    if form is not None and any(word in complaint for word in _ABOUT_FORM):
        return str(form["type"])
    return "stream" if "stream" in complaint and "stream" in request else None
