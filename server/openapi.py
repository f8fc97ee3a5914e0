"""The description of the HTTP API: what `interview-lab openapi` prints and the web client's types are made from.

FastAPI describes parameters, bodies and answers. What it cannot know is added here: what every request may be refused
with because of who calls it and how, how a caller identifies themselves, and examples of answers, which were recorded
from the demonstration account (`scripts/record_examples.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts

from server.app import create_app
from server.csrf import COOKIE, CSRF_HEADER, SAFE_METHODS
from server.deps import Access, check_access
from server.settings import Settings

EXAMPLES = "openapi_examples.json"
OWNED = frozenset({Access.OWNER_OF_DOCUMENT, Access.OWNER_OF_JOB, Access.OWNER_OF_PLAN, Access.OWNER_OF_SESSION})
DESCRIPTION = """\
Everything that the web client does. Bodies are JSON unless said otherwise; a refused request answers `ErrorBody`, whose
`message` is a sentence for the person at the screen and whose `fields` say what is wrong where. Lists come in pages:
send `next_cursor` as `cursor`. Ask `GET /api/auth/me` first: it sets the cookie and gives the token that every request
that changes something must send as `X-CSRF-Token`.
"""

# Name in the document, status, description, code and message of the example.
_SHARED: dict[str, tuple[str, str, str, str]] = {
    "Unreadable": ("400", "The body cannot be read at all.", "bad_json", "The request is not readable JSON."),
    "SignedOut": ("401", "Nobody is signed in.", "signed_out", "Please sign in first."),
    "Forbidden": (
        "403",
        "Not for this account, or the request came from no page of ours: `X-CSRF-Token` does not fit the cookie.",
        "csrf",
        "This page is out of date. Reload it and try again.",
    ),
    "NotFound": (
        "404",
        "It does not exist, or is somebody else's.",
        "not_found",
        "There is nothing here. It may have been deleted.",
    ),
    "TooLarge": (
        "413",
        "The body is larger than this request may bring.",
        "too_large",
        "That is more than 1 MB at once. Shorten it and try again.",
    ),
    "WrongHost": (
        "421",
        "The request was sent to a name that is not this server's.",
        "wrong_host",
        "Open http://127.0.0.1:8000 instead, or set PUBLIC_URL to the address in use.",
    ),
    "Invalid": (
        "422",
        "Something that was sent cannot be used; `fields` says what.",
        "invalid",
        "Please correct the marked fields.",
    ),
    "Fault": (
        "500",
        "Something that nobody expected; it is in the server's log under the number in the message.",
        "internal",
        "Something went wrong on the server. It has been noted as 7f3a91.",
    ),
    "StorageFull": (
        "507",
        "The disk or the database takes no more.",
        "storage_full",
        "This could not be saved: the server's disk is full or not writable. Nothing was lost.",
    ),
}


@lru_cache(maxsize=1)
def _document() -> str:
    app = create_app(Settings.model_construct())
    return json.dumps(described(app))


def schema() -> dict[str, Any]:
    """The OpenAPI document. Opens nothing and reads no settings from outside; the same for the same code."""
    found: dict[str, Any] = json.loads(_document())
    return found


def described(app: FastAPI) -> dict[str, Any]:
    """FastAPI's document of this application, completed."""
    document: dict[str, Any] = json.loads(json.dumps(app.openapi()))
    document["info"]["description"] = DESCRIPTION
    components = document["components"]
    components["responses"] = {name: _response(*said) for name, said in _SHARED.items()}
    components["securitySchemes"] = {
        "browser": {"type": "apiKey", "in": "cookie", "name": COOKIE, "description": "Set by signing in."},
        "page": {"type": "apiKey", "in": "header", "name": CSRF_HEADER, "description": "`csrf_token` of /api/auth/me."},
    }
    levels, shown, recorded = check_access(app), _shown(app), _recorded()
    for path, method, operation in _operations(document):
        level = levels[f"{method} {path}"]
        _refuse(operation, method, level, has_key="{" in path)
        _secure(operation, method, level)
        _illustrate(operation, shown[f"{method} {path}"], recorded.get(operation["operationId"]))
    return document


def _shown(app: FastAPI) -> dict[str, dict[str, Any]]:
    """What routes show of their answers, by "METHOD path" and status: FastAPI's document leaves out nulls."""
    found: dict[str, dict[str, Any]] = {}
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if isinstance(route, APIRoute):
            contents = {
                str(status): said.get("content", {}).get("application/json", {})
                for status, said in route.responses.items()
            }
            examples = {status: content["example"] for status, content in contents.items() if "example" in content}
            found |= {f"{method} {context.path}": examples for method in context.methods or ()}
    return found


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method.upper(), operation


def _response(_status: str, description: str, code: str, message: str) -> dict[str, Any]:
    example = {"error": {"code": code, "message": message}}
    content = {"schema": {"$ref": "#/components/schemas/ErrorBody"}, "example": example}
    return {"description": description, "content": {"application/json": content}}


def _refuse(operation: dict[str, Any], method: str, level: Access, *, has_key: bool) -> None:
    """What any such request may be refused with; what the route says of a status itself stays."""
    responses: dict[str, Any] = operation["responses"]
    for wide in ("4XX", "5XX"):
        responses.pop(wide, None)
    for name in _refusals(operation, method, level, has_key=has_key):
        responses.setdefault(_SHARED[name][0], {"$ref": f"#/components/responses/{name}"})
    operation["responses"] = dict(sorted(responses.items()))


def _refusals(operation: dict[str, Any], method: str, level: Access, *, has_key: bool) -> Iterator[str]:
    changes, has_body = method not in SAFE_METHODS, "requestBody" in operation
    yield from ("WrongHost", "Fault")
    if level is not Access.PUBLIC:
        yield "SignedOut"
    if changes or level is Access.ADMIN:
        yield "Forbidden"
    if level in OWNED or has_key:
        yield "NotFound"
    if has_body:
        yield from ("Unreadable", "TooLarge")
    if has_body or any(one["in"] == "query" for one in operation.get("parameters", ())):
        yield "Invalid"
    if changes:
        yield "StorageFull"


def _secure(operation: dict[str, Any], method: str, level: Access) -> None:
    needed: dict[str, list[str]] = {} if level is Access.PUBLIC else {"browser": []}
    if method not in SAFE_METHODS:
        needed |= {"browser": [], "page": []}
    operation["security"] = [needed] if needed else []


def _illustrate(operation: dict[str, Any], shown: dict[str, Any], recorded: object) -> None:
    """The answer that the route shows, or else the recorded one."""
    for status, response in operation["responses"].items():
        content = response.get("content", {}).get("application/json")
        if content is None or not status.startswith("2"):
            continue
        if status in shown:
            content["example"] = shown[status]
        elif recorded is not None:
            content["example"] = recorded


def _recorded() -> dict[str, Any]:
    """Answers by operation id."""
    found: dict[str, Any] = json.loads(files("server").joinpath(EXAMPLES).read_text("utf-8"))
    return found
