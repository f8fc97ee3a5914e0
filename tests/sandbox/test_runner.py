"""The sandbox as a service: side by side, cancelled, refused, and off with a reason."""

from __future__ import annotations

import asyncio
import json
import logging
import struct
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from agent.ports import RunnerUnavailableError
from schema.code_runs import CodeLanguage, RunLimit, RunPlace, RunRequest, RunVerdict
from server.sandbox import interpreters, probe, seccomp
from server.sandbox.code_runner import SandboxRunner
from server.sandbox.limits import LIMITS, message
from server.sandbox.probe import Ability
from server.sandbox.process import Ended
from server.sandbox.results import result
from server.sandbox.runner import Sandbox, SandboxOffError
from tests.sandbox.hosts import SMALL, run

LOOP = RunRequest(language=CodeLanguage.PYTHON, solution="def f():\n    while True: pass\n", tests="assert f()\n")


def quick(value: int) -> RunRequest:
    return RunRequest(language=CodeLanguage.PYTHON, solution=f"x = {value}\n", tests=f"assert x == {value}\n")


async def test_runs_go_side_by_side_and_leave_the_loop_free(languages: Mapping[CodeLanguage, Ability]) -> None:
    sandbox = Sandbox(languages, at_once=2)
    running = asyncio.gather(*(sandbox.run(quick(n), owner=str(n)) for n in range(4)))
    longest, last = 0.0, time.monotonic()
    while not running.done():
        await asyncio.sleep(0.005)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    results = await running
    assert [result.verdict for result in results] == [RunVerdict.PASSED] * 4
    assert longest * 1000 < max(result.time_ms for result in results)
    await sandbox.aclose()


async def test_a_cancelled_run_is_ended_and_its_turn_is_free(languages: Mapping[CodeLanguage, Ability]) -> None:
    sandbox = Sandbox(languages, at_once=1)
    endless = asyncio.create_task(sandbox.run(LOOP, owner="a"))
    await asyncio.sleep(0.3)
    waiting = asyncio.create_task(sandbox.run(quick(1), owner="b"))
    await asyncio.sleep(0)
    endless.cancel()
    with pytest.raises(asyncio.CancelledError):
        await endless
    assert (await waiting).verdict is RunVerdict.PASSED
    await sandbox.aclose()


async def test_where_it_is_off_it_says_why_and_runs_nothing() -> None:
    off = Ability("bubblewrap is missing. Install it.")
    sandbox = Sandbox(dict.fromkeys(CodeLanguage, off), at_once=1)
    with pytest.raises(SandboxOffError, match="bubblewrap is missing"):
        await sandbox.run(quick(1))
    runner = SandboxRunner(sandbox)
    places = {language: runner.info(language).where for language in CodeLanguage}
    assert places == {
        CodeLanguage.PYTHON: RunPlace.BROWSER, CodeLanguage.JAVASCRIPT: RunPlace.BROWSER, CodeLanguage.SQL: None,
    }  # fmt: skip
    with pytest.raises(RunnerUnavailableError, match="bubblewrap is missing"):
        await runner.run(quick(1), owner="a")
    await sandbox.aclose()


async def test_what_a_candidate_wrote_is_in_no_log(
    languages: Mapping[CodeLanguage, Ability], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sandbox = Sandbox(languages, at_once=1)
    code = "print('my-private-words')\nraise ValueError('my-private-words')\n"
    result = await sandbox.run(RunRequest(language=CodeLanguage.PYTHON, solution=code, tests="assert x\n"))
    assert "my-private-words" in result.message
    assert result.output == "my-private-words\n"
    assert "my-private-words" not in caplog.text
    await sandbox.aclose()


def test_tests_that_ran_before_a_limit_keep_their_results(languages: Mapping[CodeLanguage, Ability]) -> None:
    code = "def f(n):\n    while n > 1: pass\n    return n\n"
    tests = "def test_a(): assert f(1) == 1\ndef test_b(): assert f(2) == 2\ndef test_c(): assert f(3) == 3\n"
    outcome = run(languages[CodeLanguage.PYTHON], CodeLanguage.PYTHON, code, tests)
    assert [test.verdict for test in outcome.result.tests] == ["passed", "not_run", "not_run"]
    assert outcome.result.limit is RunLimit.TIME


def test_unusable_sql_tests_are_refused_in_a_sentence(languages: Mapping[CodeLanguage, Ability]) -> None:
    from server.sandbox.runner import run_now

    for tests, said in (("[{]", "neither JSON nor YAML"), ("- name: x\n", "schema_sql"), ("5", "no list of SQL tests")):
        request = RunRequest(language=CodeLanguage.SQL, solution="SELECT 1", tests=tests)
        result = run_now(request, languages[CodeLanguage.SQL])
        assert result.verdict is RunVerdict.ERROR
        assert said in result.message


# ------------------------------------------------------------------ the probe


def test_another_system_is_told_where_code_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Darwin", "Windows"):
        monkeypatch.setattr(probe.platform, "system", lambda name=name: name)
        found = probe.probe(CodeLanguage.PYTHON)
        assert not found.on
        assert name in found.detail
        assert "browser" in found.detail


def test_missing_pieces_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreters, "nodes", lambda: iter(()))
    assert "Node 18" in probe.probe(CodeLanguage.JAVASCRIPT).detail
    monkeypatch.setattr(probe.platform, "machine", lambda: "riscv64")
    assert "riscv64" in probe.probe(CodeLanguage.PYTHON).detail
    monkeypatch.undo()
    monkeypatch.setattr(probe.shutil, "which", lambda name: None)
    assert "apt install bubblewrap" in probe.probe(CodeLanguage.PYTHON).detail


@pytest.mark.parametrize(
    ("complaint", "said"),
    [
        ("bwrap: setting up uid map: Permission denied", "AppArmor"),
        ("bwrap: No permissions to create new namespace, likely because the kernel does not allow", "--security-opt"),
        ("bwrap: Creating new namespace failed: Operation not permitted", "user namespaces"),
        ("something else\n", "something else"),
    ],
)
def test_a_refusal_of_the_kernel_is_explained(complaint: str, said: str) -> None:
    assert said in probe.reason(complaint, interpreters.Interpreter("/usr/bin/python3", (), ()))


def test_an_interpreter_that_does_not_work_leaves_the_language_off(
    languages: Mapping[CodeLanguage, Ability], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = languages[CodeLanguage.PYTHON].interpreter
    assert found is not None
    broken = interpreters.Interpreter("/usr/bin/false", found.folders, found.hidden)
    monkeypatch.setattr(interpreters, "pythons", lambda: iter((broken, found)))
    assert probe.probe(CodeLanguage.PYTHON).interpreter == found
    monkeypatch.setattr(interpreters, "pythons", lambda: iter((broken,)))
    off = probe.probe(CodeLanguage.PYTHON)
    assert not off.on
    assert "/usr/bin/false" in off.detail


def test_installed_packages_are_not_seen(languages: Mapping[CodeLanguage, Ability]) -> None:
    """The product itself may be one of them, with every hidden test."""
    places = ("/usr/lib/python3*/*-packages/*", "/usr/local/*")
    code = f"import glob\ndef f(): return [found for place in {places} for found in glob.glob(place)]\n"
    outcome = run(languages[CodeLanguage.PYTHON], CodeLanguage.PYTHON, code, "assert f() == []\n")
    assert outcome.result.verdict is RunVerdict.PASSED, outcome


# ------------------------------------------------------------------ the filter


@pytest.mark.parametrize("machine", sorted(seccomp.ARCHITECTURES))
def test_the_filter_refuses_what_it_lists(machine: str) -> None:
    program, arch = seccomp.program(machine), seccomp.ARCHITECTURES[machine]
    verdicts = {name: interpret(program, number, arch.audit) for name, number in arch.refused.items()}
    assert set(verdicts.values()) == {0x00050001}
    assert interpret(program, arch.clone3, arch.audit) == 0x00050026
    assert interpret(program, arch.clone, arch.audit, 0x10000011) == 0x00050001  # a new user namespace
    assert interpret(program, arch.clone, arch.audit, 0x003D0F00) == 0x7FFF0000  # a thread
    assert interpret(program, 0, 0x40000003) == 0x80000000  # calls of 32 bits
    assert interpret(program, 3 if machine == "x86_64" else 57, arch.audit) == 0x7FFF0000  # close


def test_x32_calls_end_the_process() -> None:
    assert interpret(seccomp.program("x86_64"), 0x40000000 | 39, seccomp.X86_64.audit) == 0x80000000


def interpret(program: bytes, number: int, arch: int, first: int = 0) -> int:
    """A small machine for the few instructions that the filter has."""
    data = struct.pack("<IIQ6Q", number, arch, 0, first, 0, 0, 0, 0, 0)
    steps = [struct.unpack_from("<HBBI", program, at) for at in range(0, len(program), 8)]
    at, held = 0, 0
    while True:
        code, if_true, if_false, value = steps[at]
        at += 1
        if code == 0x20:
            (held,) = struct.unpack_from("<I", data, value)
        elif code == 0x06:
            return int(value)
        else:
            met = {0x15: held == value, 0x35: held >= value, 0x45: bool(held & value)}[code]
            at += if_true if met else if_false


def test_every_limit_has_its_own_sentence() -> None:
    for limits in LIMITS.values():
        said = {message(limit, limits) for limit in RunLimit}
        assert len(said) == len(RunLimit)
        assert all(sentence.startswith("Stopped:") for sentence in said)


def test_guest_files_are_in_the_package() -> None:
    import server.sandbox.guest as guest

    folder = Path(str(guest.__file__)).parent
    assert {file.suffix for file in folder.rglob("*") if file.is_file() and "__pycache__" not in str(file)} == {
        ".py",
        ".js",
    }


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("BlockingIOError: [Errno 11] Resource temporarily unavailable (solution.py, line 6)", RunLimit.PROCESSES),
        ("AssertionError: 1 == 2", RunLimit.MEMORY),
    ],
)
def test_a_crowd_that_fills_the_memory_is_told_of_its_number(said: str, limit: RunLimit) -> None:
    lines = [{"names": ["test_it"]}, {"test": "test_it", "verdict": "error", "message": said}, {"done": True}]
    report = "".join(json.dumps(line) + "\n" for line in lines).encode()
    ended = Ended(-9, report, b"", RunLimit.MEMORY, 100.0, 170.0, False)
    found = result(ended, SMALL[CodeLanguage.PYTHON])
    assert (found.limit, found.message) == (limit, message(limit, SMALL[CodeLanguage.PYTHON]))
