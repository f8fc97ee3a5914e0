"""Records the answers that the OpenAPI document shows as examples, from a data folder that demo-data has filled.

`INTERVIEW_LAB_HOME=./demo interview-lab demo-data --password P`, then `scripts/record_examples.py ./demo P`. The folder
is copied first: recording changes nothing in it. Long lists and texts are cut, so that an example can be taken in.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import httpx

from server.app import create_app
from server.demo.filling import EMAIL
from server.openapi import EXAMPLES, schema
from server.services import open_services
from server.settings import Settings
from server.spa import web_client

OUT = Path(__file__).resolve().parent.parent / "server" / EXAMPLES
WEEK = "plan"  # the list of a week's seven days, which is whole or none
MOST_ITEMS, MOST_CHARS = 1, 160
RETAKE = "I moved the queue to its own service, and the delay fell from nine seconds to two."


async def main(home: Path, password: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "home"
        shutil.copytree(home, copy)
        settings = Settings(_env_file=None, interview_lab_home=copy)
        app = create_app(settings, open_services, lambda: web_client(copy / "static"))
        async with app.router.lifespan_context(app):
            transport = httpx.ASGITransport(app, client=("127.0.0.1", 50_000))
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as browser:
                found = await _recorded(browser, password)
    OUT.write_text(json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    print(f"{len(found)} examples")
    return 0


async def _recorded(browser: httpx.AsyncClient, password: str) -> dict[str, Any]:
    login = {"email": EMAIL, "password": password}
    token = (await browser.get("/api/auth/me")).json()["csrf_token"]
    signed_in = await browser.post("/api/auth/login", json=login, headers={"X-CSRF-Token": token})
    browser.headers["X-CSRF-Token"] = signed_in.raise_for_status().json()["csrf_token"]
    keys, wanted = await _keys(browser), _operations()
    found: dict[str, Any] = {}
    for name, (method, path, body) in wanted.items():
        answer = await browser.request(method, path.format(**keys), json=body)
        if answer.is_success:
            found[name] = _cut(answer.json())
        else:
            print(f"{name}: {answer.status_code}, not recorded: {answer.text}", file=sys.stderr)
    who = signed_in.json() | {"csrf_token": "3f9c…"}
    who["user"]["email"] = "meera@example.org"
    signed = dict.fromkeys(("accounts_me", "accounts_register", "accounts_login", "accounts_local_owner"), who)
    found["reports_retry"] = {**found["reports_report"], "status": "pending", "analysis": None, "turn_notes": []}
    found["interviews_token"] |= {"token": "eyJ0…"}
    return found | signed | {"accounts_logout": {"user": None, "csrf_token": "81d0…"}}


async def _keys(browser: httpx.AsyncClient) -> dict[str, str]:
    """Keys of things that are there, for the paths."""
    results = (await browser.get("/api/results")).json()["items"]
    with_code = next(row for row in results if row["exercise_types"])
    week = (await browser.get("/api/coach/plan")).json()
    drill = (await browser.get("/api/drills")).json()["drills"][0]
    retaken = (await browser.get("/api/results", params={"to": "2999-01-01"})).json()["items"][-2]
    exercises = (await browser.get("/api/exercises")).json()
    chosen = {"role_kit": "software_engineer", "seniority": "mid", "interview_type": "hr", "consent": True}
    new = (await browser.post("/api/interview/sessions", json=chosen)).raise_for_status().json()
    return {
        "session_id": with_code["session_id"],
        "retaken": retaken["session_id"],
        "new": new["id"],
        "item_id": week["items"][0]["id"],
        "key": drill["key"],
        "exercise": exercises["done"][0]["exercise"],
    }


def _operations() -> dict[str, tuple[str, str, Any]]:
    """Method, path and body of every operation whose answer the routes do not illustrate themselves."""
    found: dict[str, tuple[str, str, Any]] = {}
    for path, item in schema()["paths"].items():
        for method, operation in item.items():
            name = operation["operationId"]
            content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            body = {"text": RETAKE} if name == "drills_attempt" else _example(content)
            place = path.replace("{session_id}/retakes", "{retaken}/retakes").replace("{session_id}/tok", "{new}/tok")
            if name.startswith("accounts_") and method != "get" and "/me" not in path:
                continue
            if method != "delete" and name != "reports_retry" and _lacks_example(operation):
                found[name] = (method.upper(), place, body)
    return found


def _example(content: dict[str, Any]) -> Any:
    if "example" in content:
        return content["example"]
    if "examples" in content:
        return list(content["examples"].values())[-1]["value"]
    return next(iter(content.get("schema", {}).get("examples", ())), None)


def _lacks_example(operation: dict[str, Any]) -> bool:
    """Whether it answers JSON of which the route itself shows nothing."""
    for status, response in operation["responses"].items():
        content = response.get("content", {}).get("application/json")
        if status.startswith("2") and content is not None:
            return operation["operationId"] in _known() or not {"example", "examples"} & content.keys()
    return False


def _known() -> set[str]:
    return set(json.loads(OUT.read_text("utf-8")))


def _cut(value: Any) -> Any:
    """Lists with their first items, texts with their first words."""
    if isinstance(value, dict):
        return {
            name: [_cut(one) for one in item] if name == WEEK and isinstance(item, list) else _cut(item)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_cut(item) for item in value[:MOST_ITEMS]]
    if isinstance(value, str) and len(value) > MOST_CHARS:
        return value[:MOST_CHARS].rsplit(" ", 1)[0] + " …"
    return value


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main(Path(sys.argv[1]), sys.argv[2])))
