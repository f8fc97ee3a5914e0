"""The frame of `interview-lab`: each command has help, refuses rubbish in a sentence and fails without a traceback."""

from __future__ import annotations

import argparse
import subprocess
import sys
from types import ModuleType

import pytest

from server.cli import COMMANDS, INTERRUPTED, main
from server.commands import RUN_ERROR, CliError

NAMES = [command.name for command in COMMANDS]
ISSUE = (
    *("serve", "migrate", "seed", "doctor", "transcribe", "classify", "interview", "simulate"),
    *("evaluate", "replay", "bench", "models", "voices", "schema", "plan", "extract"),
    *("run-code", "judge", "demo-data", "openapi"),
)


def test_the_commands_are_the_promised_ones() -> None:
    assert sorted(NAMES) == sorted(ISSUE)


@pytest.mark.parametrize("name", NAMES)
def test_each_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"interview-lab {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", NAMES)
def test_each_command_refuses_rubbish(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--no-such-option", "rubbish"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "--help" in said.err
    assert "Traceback" not in said.err
    assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["turns", "stt", "judge", "sandbox"])
def test_each_bench_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", name, "--help"]) == 0
    assert f"bench {name}" in capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    listing = capsys.readouterr().out
    assert all(f"\n  {command.name} " in listing and command.summary in listing for command in COMMANDS)


@pytest.mark.parametrize("words", [["wash"], ["--wash"], ["--json", "evaluate"]])
def test_an_unknown_word_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "--help" in capsys.readouterr().err


def test_no_word_shows_the_help_and_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "commands:" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("interview-lab 0.")


def test_help_is_quick() -> None:
    """No package is imported for it: only the standard library and what the commands say of themselves."""
    command = [sys.executable, "-X", "importtime", "-m", "server", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr.splitlines()
    modules = {line.rpartition("|")[2].strip() for line in told if line.startswith("import time:")}
    assert "server.cli" in modules
    packages = {name.partition(".")[0] for name in modules - {"imported package"}}
    # What an environment's start-up brings begins with an underscore, or customizes; `copy` looks for Jython's org.
    others = {name for name in packages - sys.stdlib_module_names if name[0] != "_"}
    assert others <= {"server", "sitecustomize", "usercustomize", "org"}


def _install(monkeypatch: pytest.MonkeyPatch, failure: BaseException) -> None:
    """Puts a command in the place of `migrate` that fails so."""
    module = ModuleType("server.commands.migrate")

    def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        subparsers.add_parser("migrate")

    def run(_: argparse.Namespace) -> int:
        raise failure

    module.add_parser, module.run = add_parser, run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        (CliError("The file is empty. Give one with words."), 2, "The file is empty. Give one with words.\n"),
        (CliError("The disk is full.", RUN_ERROR), 1, "The disk is full.\n"),
        (KeyboardInterrupt(), INTERRUPTED, "Stopped.\n"),
    ],
)
def test_expected_failures_are_a_sentence_and_a_code(
    failure: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _install(monkeypatch, failure)
    assert main(["migrate"]) == code
    assert capsys.readouterr().err == said


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    code = f"{sys.executable} -m server --help | head -1"
    run = subprocess.run(code, shell=True, capture_output=True, text=True, check=True)
    assert run.stdout.startswith("usage:")
    assert run.stderr == ""


def test_an_unexpected_failure_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, ZeroDivisionError("a bug"))
    with pytest.raises(ZeroDivisionError):
        main(["migrate"])
