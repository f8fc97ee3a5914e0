"""What every file of the repository promises: short, finished, and silent about where it was made."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from tests.support.repository import ROOT, python_sources, text_of, tracked_files

LINES = 400
GENERATED = {"generated.ts", "room.gen.ts"}
CODE = {".py", ".ts", ".tsx", ".js", ".mjs", ".sh", ".css"}
LEFT_OVER = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" * 3)) + r")\b")
# Spelt in halves, so that this file does not find itself.
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com")
PLACES = ("/work" + "/", "farm" + "-bench", "farm" + "-studio")
MAY_PRINT = ("server/cli.py", "server/commands/")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_code_file_holds_two_jobs() -> None:
    long = {
        _name(path): lines
        for path in tracked_files()
        if path.suffix in CODE and path.name not in GENERATED
        if (lines := len(path.read_text("utf-8").splitlines())) > LINES
    }
    assert not long


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{_name(path)}:{number}"
        for path in tracked_files()
        if path.suffix in CODE
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if LEFT_OVER.search(line)
    ]
    assert not found


def test_only_commands_print() -> None:
    found = [
        f"{_name(path)}:{node.lineno}"
        for path in python_sources()
        if not _name(path).startswith(MAY_PRINT)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not found


@pytest.mark.parametrize("words", [HOSTS, PLACES], ids=["registries", "workplace"])
def test_no_file_names_hosts_or_places(words: tuple[str, ...]) -> None:
    found = [
        f"{_name(path)}: {word}"
        for path in tracked_files()
        if (text := text_of(path)) is not None
        for word in words
        if word in text
    ]
    assert not found


def test_locks_carry_no_addresses() -> None:
    python = (ROOT / "requirements.lock").read_text()
    assert "://" not in python
    assert not re.search(r"^-", python, re.MULTILINE)
    locked = json.loads((ROOT / "web_client/package-lock.json").read_text())["packages"]
    assert not [name for name, package in locked.items() if "resolved" in package]


def test_each_module_says_what_it_is_for() -> None:
    silent = [
        _name(path)
        for path in python_sources()
        if path.read_text("utf-8").strip() and ast.get_docstring(ast.parse(path.read_text("utf-8"))) is None
    ]
    assert not silent
