"""The OpenAPI document: every route says what it takes, answers and refuses, and every example is one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from server.cli import main
from server.openapi import schema

DOCUMENT = schema()
OPERATIONS = [
    (f"{method.upper()} {path}", operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
]
NAMES = [name for name, _ in OPERATIONS]
BYTES = frozenset({"audio/mp4", "audio/wav", "application/pdf", "application/zip"})  # of which no example can be read
operations = pytest.mark.parametrize("operation", [operation for _, operation in OPERATIONS], ids=NAMES)


def _bodies(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is sent and what is answered, by media type; what is refused has one shape."""
    yield from operation.get("requestBody", {}).get("content", {}).items()
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            yield from response.get("content", {}).items()


def _examples(content: dict[str, Any]) -> list[Any]:
    shown = [one["value"] for one in content.get("examples", {}).values()]
    in_schema = content.get("schema", {}).get("examples", [])
    return [*shown, *in_schema, *([content["example"]] if "example" in content else [])]


@operations
def test_every_body_has_an_example(operation: dict[str, Any]) -> None:
    for media_type, content in _bodies(operation):
        assert _examples(content) or media_type in BYTES, media_type


@operations
def test_every_example_has_the_shape_that_is_promised(operation: dict[str, Any]) -> None:
    for media_type, content in _bodies(operation):
        if media_type != "application/json":
            continue
        validator = jsonschema_rs.validator_for({**content.get("schema", {}), "components": DOCUMENT["components"]})
        for example in _examples(content):
            problems = [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(example)]
            assert not problems


@operations
def test_every_refusal_is_a_status_with_the_one_shape(operation: dict[str, Any]) -> None:
    refused = {status: said for status, said in operation["responses"].items() if not status.startswith("2")}
    assert {"421", "500"} <= refused.keys()
    assert all(status.isdigit() for status in refused)
    for said in refused.values():
        whole = DOCUMENT["components"]["responses"][said["$ref"].rpartition("/")[2]] if "$ref" in said else said
        assert whole["description"]
        assert whole["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/ErrorBody"}


@operations
def test_every_operation_says_what_it_does(operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["responses"]


def test_who_may_ask_stands_with_every_operation() -> None:
    by_name = dict(OPERATIONS)
    assert by_name["GET /api/status"]["security"] == []
    assert by_name["GET /api/jobs"]["security"] == [{"browser": []}]
    assert by_name["POST /api/jobs/save"]["security"] == [{"browser": [], "page": []}]
    assert "401" in by_name["GET /api/jobs"]["responses"]
    assert "401" not in by_name["GET /api/status"]["responses"]
    assert "403" in by_name["GET /api/patterns"]["responses"]
    assert "429" in by_name["POST /api/jobs/preview-url"]["responses"]


def test_the_command_prints_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == DOCUMENT
    assert printed["openapi"].startswith("3.")
