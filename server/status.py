"""What is on in this server and, where something is off, how to switch it on."""

from __future__ import annotations

from importlib.metadata import version

from schema.base import Shape
from schema.room import Capability
from server.services import Services
from server.settings import Settings

DISTRIBUTION = "interview-practice-lab"


class Status(Shape):
    """GET /api/status."""

    version: str
    local_door: bool  # "Start on this computer" would let this caller in
    transcription: Capability
    voice: Capability
    model: Capability
    evaluator: Capability


def read_status(services: Services, *, local_door: bool) -> Status:
    return Status(
        version=version(DISTRIBUTION),
        local_door=local_door,
        transcription=services.transcription(),
        voice=services.voice(),
        model=model_capability(services.settings),
        evaluator=evaluator_capability(services.settings),
    )


def model_capability(settings: Settings) -> Capability:
    """Whether a language model may word questions and judge answers."""
    if not settings.model_is_on:
        return Capability(
            on=False, detail="Not needed. Set OPENAI_API_KEY or LLM_BASE_URL to let a model word and judge, too."
        )
    where = settings.llm_base_url or "OpenAI"
    return Capability(on=True, detail=f"{settings.llm_model or 'The default model'} at {where}.")


def evaluator_capability(settings: Settings) -> Capability:
    """Reports are always made; a model may judge beside the rules."""
    if settings.model_is_on:
        return Capability(on=True, detail="The model judges, every quote is checked, and a failure is shown as one.")
    return Capability(on=True, detail="Rules judge on this computer; every quote is checked.")


def lines(status: Status) -> list[tuple[str, Capability]]:
    """The capabilities with their names, for a terminal."""
    return [
        ("Transcription", status.transcription),
        ("Voice", status.voice),
        ("Model", status.model),
        ("Report", status.evaluator),
    ]
