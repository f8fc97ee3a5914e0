"""Loaded engines, shared by the tests of a session: loading is what takes time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from agent.providers.whisper.engine import Report, WhisperEngine
from tests.support.scripted_whisper import deaf_model, hearing_model


@pytest.fixture(scope="session")
def hearing_engine() -> Iterator[WhisperEngine]:
    engine = WhisperEngine(hearing_model(), workers=2)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def deaf_engine() -> Iterator[WhisperEngine]:
    engine = WhisperEngine(deaf_model(), workers=1)
    yield engine
    engine.close()


@pytest.fixture
def hearing(hearing_engine: WhisperEngine) -> Iterator[WhisperEngine]:
    hearing_engine.observer = None
    yield hearing_engine
    hearing_engine.observer = None


@pytest.fixture
def deaf(deaf_engine: WhisperEngine) -> Iterator[tuple[WhisperEngine, list[Report]]]:
    """The engine that writes words into anything, and what it was asked to read."""
    reports: list[Report] = []
    deaf_engine.observer = reports.append
    yield deaf_engine, reports
    deaf_engine.observer = None
