"""What is on in this server and, where something is off, how to switch it on."""

from __future__ import annotations

from importlib.metadata import version

from agent.ports import CodeRunner
from schema.base import Shape
from schema.code_runs import CodeLanguage, RunPlace
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
    code: Capability  # whether candidates' code runs on this server


def read_status(services: Services, *, local_door: bool) -> Status:
    return Status(
        version=version(DISTRIBUTION),
        local_door=local_door,
        transcription=services.transcription(),
        voice=services.voice(),
        model=model_capability(services.settings),
        evaluator=evaluator_capability(services.settings),
        code=code_capability(services.runner),
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


def code_capability(runner: CodeRunner) -> Capability:
    """In which languages exercises run here; where in none, why."""
    found = {language: runner.info(language) for language in CodeLanguage}
    on = [language for language, info in found.items() if info.where is RunPlace.SANDBOX]
    missing = [info.detail for info in found.values() if info.where is not RunPlace.SANDBOX]
    if not on:
        return Capability(on=False, detail=missing[0])
    here = f"{', '.join(NAMES[language] for language in on)} {'runs' if len(on) == 1 else 'run'} in the sandbox."
    return Capability(on=True, detail=" ".join([here, *dict.fromkeys(missing)]))


NAMES = {CodeLanguage.PYTHON: "Python", CodeLanguage.JAVASCRIPT: "JavaScript", CodeLanguage.SQL: "SQL"}


def lines(status: Status) -> list[tuple[str, Capability]]:
    """The capabilities with their names, for a terminal."""
    return [
        ("Transcription", status.transcription),
        ("Voice", status.voice),
        ("Model", status.model),
        ("Report", status.evaluator),
        ("Code", status.code),
    ]
