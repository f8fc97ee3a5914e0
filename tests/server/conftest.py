"""A running application for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.server import Browser, RunningServer, running


@pytest.fixture
async def server(seeded_address: str, home: Path) -> AsyncIterator[RunningServer]:
    async with running(seeded_address, home) as started:
        yield started


@pytest.fixture
async def maya(server: RunningServer) -> Browser:
    """A signed-in candidate."""
    return await server.account("maya")
