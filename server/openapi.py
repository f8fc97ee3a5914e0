"""The description of the HTTP API, from which the web client's types are made."""

from __future__ import annotations

from typing import Any

from server.app import create_app
from server.settings import Settings


def schema() -> dict[str, Any]:
    """The OpenAPI document. Opens nothing and reads no settings from outside; the same for the same code."""
    app = create_app(Settings.model_construct())
    return app.openapi()
