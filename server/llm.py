"""The one place that makes a language model's client from the settings: OpenAI, or a server with its protocol."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    BadRequestError,
    OpenAIError,
    Timeout,
)
from openai.types.chat import ChatCompletion

from evaluators.ports import Failure, ModelClient, ModelError, ModelReply
from server.settings import Settings

OPENAI_URL = "https://api.openai.com/v1"
OPENAI_MODEL = "gpt-4.1-mini"
LOCAL_MODEL = "default"  # servers that hold one model take any name
NO_KEY = "none"  # a local server asks for none, the client wants a string
# A judgement of a long interview takes a model a minute or two; a server that is not there is known at once.
TIMEOUT = Timeout(connect=5.0, read=180.0, write=30.0, pool=5.0)
RETRIES = 2  # of 429, 5xx and broken connections, by the client itself, with its own waits


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


class ChatModel:
    """A ModelClient over chat completions with schema output."""

    def __init__(self, client: AsyncOpenAI, name: str) -> None:
        self._client = client
        self.name = name

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
        """One reply. What an endpoint does not know (a temperature, a strict schema) is left out and asked again once.

        Raises ModelError with the reason; the reply's JSON is not looked into here.
        """
        request: dict[str, Any] = {
            "model": self.name,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": schema_name, "strict": True, "schema": dict(schema)},
            },
            "temperature": temperature,
            "seed": seed,
        }
        try:
            return _reply(await self._ask(request))
        except APITimeoutError as error:
            raise ModelError(Failure.TIMEOUT, "The model did not answer in time.") from error
        except APIConnectionError as error:
            raise ModelError(Failure.CONNECTION, "The model's server can't be reached.") from error
        except APIStatusError as error:
            message = f"The model's server answered with HTTP {error.status_code}."
            raise ModelError(Failure.HTTP_STATUS, message, error.status_code) from error
        except OpenAIError as error:
            raise ModelError(Failure.INVALID_JSON, "The model's server does not speak this protocol.") from error

    async def _ask(self, request: dict[str, Any]) -> ChatCompletion:
        for _ in range(2):
            try:
                return await self._send(request)
            except BadRequestError as error:
                if not _simplify(request, error):
                    raise
        return await self._send(request)

    async def _send(self, request: dict[str, Any]) -> ChatCompletion:
        completion: ChatCompletion = await self._client.chat.completions.create(**request)
        return completion

    async def aclose(self) -> None:
        await self._client.close()


def _simplify(request: dict[str, Any], error: BadRequestError) -> bool:
    """Takes out what the endpoint complained about. Returns whether there was such a thing."""
    complaint = f"{error.param or ''} {error.message}".casefold()
    for name in ("temperature", "seed"):
        if name in complaint and name in request:
            del request[name]
            return True
    strict = request["response_format"]["type"] == "json_schema"
    if strict and any(word in complaint for word in ("response_format", "json_schema", "schema")):
        request["response_format"] = {"type": "json_object"}  # the prompt describes the schema, too
        return True
    return False


def _reply(completion: object) -> ModelReply:
    if not isinstance(completion, ChatCompletion) or not completion.choices:
        raise ModelError(Failure.INVALID_JSON, "The model's server does not speak this protocol.")
    choice = completion.choices[0]
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise ModelError(Failure.REFUSAL, "The model declined to judge this interview.")
    if choice.finish_reason == "length":
        raise ModelError(Failure.TRUNCATED, "The model's answer was cut off at its length limit.")
    return ModelReply(content=choice.message.content or "", model=completion.model)
