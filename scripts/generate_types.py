"""Writes the web client's generated types: the HTTP API's and the room messages'. `--check` only says what is stale."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

from pydantic.json_schema import models_json_schema

WEB = Path(__file__).resolve().parent.parent / "web_client"
API_TYPES = WEB / "src/api/generated.ts"
ROOM_TYPES = WEB / "src/api/room.gen.ts"


def main(argv: list[str] | None = None) -> int:
    """Return 0 when the files are (now) fresh, 1 when `--check` finds a stale one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is stale")
    check = parser.parse_args(argv).check
    wanted = {API_TYPES: _typescript("openapi", _api_schema()), ROOM_TYPES: _typescript("room", room_schema())}
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    if check:
        for path in stale:
            print(f"{path.relative_to(WEB.parent)} is stale: run `make types`", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.write_text(wanted[path])
        print(f"wrote {path.relative_to(WEB.parent)}")
    return 0


def _api_schema() -> dict[str, object]:
    from server.openapi import schema

    return schema()


def room_schema() -> dict[str, object]:
    """One JSON schema of both directions.

    What the browser sends may leave out fields with defaults; what it receives has them all. `type` is always there.
    """
    from schema import room

    up, down = (get_args(get_args(union)[0]) for union in (room.ClientMessage, room.ServerMessage))
    models = [(model, "validation") for model in up] + [(model, "serialization") for model in down]
    _, document = models_json_schema(models, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    definitions: dict[str, dict[str, object]] = document["$defs"]
    sent_by_browser = {model.__name__ for model in up}
    for name, definition in definitions.items():
        _require(definition, everything=name not in sent_by_browser)
        _drop_titles(definition)
    definitions["ClientMessage"] = _union([model.__name__ for model in up])
    definitions["ServerMessage"] = _union([model.__name__ for model in down])
    return {
        "$defs": definitions,
        "type": "object",
        "additionalProperties": False,
        "required": ["up", "down"],
        "properties": {"up": _reference("ClientMessage"), "down": _reference("ServerMessage")},
    }


def _require(definition: dict[str, object], *, everything: bool) -> None:
    """Mark `type` as required, or every field: pydantic counts a field with a default as optional both ways."""
    properties = definition.get("properties")
    if not isinstance(properties, dict):
        return
    required = definition.get("required")
    named = required if isinstance(required, list) else []
    definition["required"] = [name for name in properties if everything or name == "type" or name in named]


def _drop_titles(definition: dict[str, object]) -> None:
    """Field titles would become a type alias each; the model's own title names its interface."""
    properties = definition.get("properties")
    if isinstance(properties, dict):
        for field in properties.values():
            field.pop("title", None)


def _union(names: list[str]) -> dict[str, object]:
    return {"anyOf": [_reference(name) for name in names]}


def _reference(name: str) -> dict[str, object]:
    return {"$ref": f"#/$defs/{name}"}


def _typescript(kind: str, document: dict[str, object]) -> str:
    run = subprocess.run(
        ["node", "scripts/types.mjs", kind],
        cwd=WEB,
        input=json.dumps(document),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise SystemExit(f"The {kind} types could not be made:\n{run.stderr}")
    return run.stdout


if __name__ == "__main__":
    raise SystemExit(main())
