"""Hostile code: nothing gets out, nothing stays behind, nothing passes that did not pass."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from schema.code_runs import CodeLanguage, RunVerdict, TestVerdict
from server.sandbox import cgroups
from server.sandbox.limits import Limits, message
from tests.sandbox.attacks import SYSTEM, Attack
from tests.sandbox.conftest import Runs
from tests.sandbox.forgeries import FORGERIES
from tests.sandbox.hosts import SMALL, Outcome, processes_of

ENV_CANARY, FILE_CANARY = "canary-in-the-environment", "canary-in-a-file"


@pytest.fixture
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Secrets that a run must not find: a variable, a file that anybody may read, and a server on this computer."""
    monkeypatch.setenv("SECRET_TOKEN", ENV_CANARY)
    file = Path("/tmp") / f"canary-{os.getpid()}.txt"
    file.write_text(FILE_CANARY)
    file.chmod(0o644)
    with socket.create_server(("127.0.0.1", 0)):
        yield file
    file.unlink()


def gone(marker: str) -> bool:
    """Whether no process of that run is left; the kernel may take a moment."""
    for _ in range(50):
        if not processes_of(marker):
            return True
        time.sleep(0.02)
    return False


def limits(attack: Attack) -> Limits:
    small = SMALL[CodeLanguage.PYTHON]
    return small if attack.wall_s is None else replace(small, wall_s=attack.wall_s)


def passed(outcome: Outcome) -> bool:
    return outcome.result.verdict is RunVerdict.PASSED


@pytest.mark.parametrize("attack", SYSTEM, ids=lambda attack: attack.name)
def test_system(attack: Attack, runs: Runs, canary: Path) -> None:
    attack = replace(attack, code=attack.code.replace("CANARY", str(canary)))
    outcome = runs(CodeLanguage.PYTHON, attack.code, attack.tests, limits(attack))
    told = outcome.text
    assert ENV_CANARY not in told
    assert FILE_CANARY not in told
    assert not [word for word in attack.never if word in told]
    assert all(word in told for word in attack.says), told
    assert passed(outcome) <= attack.may_pass, told
    if attack.limit is not None:
        assert outcome.result.limit is attack.limit, outcome
        assert outcome.result.message == message(attack.limit, SMALL[CodeLanguage.PYTHON])
    assert gone(outcome.marker)


@pytest.mark.parametrize("attack", FORGERIES, ids=lambda attack: attack.name)
def test_forgery(attack: Attack, runs: Runs) -> None:
    outcome = runs(CodeLanguage.PYTHON, attack.code, attack.tests, limits(attack))
    assert not passed(outcome), outcome
    assert not any(test.verdict is TestVerdict.PASSED for test in outcome.result.tests if test.name == "test_it")
    assert not [word for word in attack.never if word in outcome.text]
    assert gone(outcome.marker)


# What shares a process with the tests can do more to them; these it can't.
IN_ONE_PROCESS = [attack for attack in FORGERIES if attack.name in (
    "leaving at once", "leaving inside the call", "leaving at exit", "sys.exit", "writing a report everywhere",
    "equal to everything", "equal to everything, named by the tests", "builtins of its own", "builtins patched",
    "the runner patched", "skipping", "skipping as pytest does", "killing the tests' process",
)]  # fmt: skip


@pytest.mark.parametrize("attack", IN_ONE_PROCESS, ids=lambda attack: attack.name)
def test_forgery_in_one_process(attack: Attack, runs: Runs) -> None:
    outcome = runs(CodeLanguage.PYTHON, attack.code, "import asyncio\n" + attack.tests)
    assert not passed(outcome), outcome
    assert gone(outcome.marker)


def test_no_control_group_is_left() -> None:
    left = [
        *cgroups.ROOT.glob(f"{cgroups.PREFIX}{os.getpid()}-*"),
        *cgroups.ROOT.glob(f"*/{cgroups.PREFIX}{os.getpid()}-*"),
    ]
    assert left == []
