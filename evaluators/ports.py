"""What the judge needs from outside: a language model that answers once, and says plainly why when it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from schema.transcript import AnswerSignals

Classify = Callable[[str, str], AnswerSignals]
"""(question, answer) -> signals. The server passes the controller's classifier, which evaluators do not know."""


class Failure(StrEnum):
    """Why no judgement came back. The report page shows one of these and never an invented score."""

    TIMEOUT = "timeout"
    CONNECTION = "connection"
    HTTP_STATUS = "http_status"
    REFUSAL = "refusal"
    TRUNCATED = "truncated"
    INVALID_JSON = "invalid_json"
    SCHEMA_MISMATCH = "schema_mismatch"
    FORBIDDEN_CLAIM = "forbidden_claim"


class ModelError(Exception):
    """The model gave no usable reply. `status` is the HTTP status where there was one.

    `fault` says to the model what was wrong with its reply, more exactly than the message does to people.
    """

    def __init__(self, reason: Failure, message: str, status: int | None = None, fault: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.status = status
        self.fault = fault


@dataclass(frozen=True, slots=True)
class ModelReply:
    """One reply as it came. `model` is the name that the endpoint reports, often more exact than the one asked."""

    content: str
    model: str


class ModelClient(Protocol):
    """A chat model with schema output. `name` is the model asked for."""

    name: str

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
        """One reply, constrained to `schema` where the endpoint can. Raises ModelError."""
        ...

    async def aclose(self) -> None: ...
