"""`interview-lab`: finds the subcommand, runs it, and turns its failures into a sentence and an exit code.

Exit codes: 0 done, 1 the work failed, 2 the input cannot be used, 130 stopped with Ctrl-C.
Only the chosen command's module is imported, so `--help` answers at once.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn, Protocol, TypeAlias, cast

from server.commands import INPUT_ERROR, CliError

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
INTERRUPTED = 130


class CommandModule(Protocol):
    """What a module in `server.commands` offers."""

    def add_parser(self, subparsers: Subparsers) -> object: ...

    def run(self, args: argparse.Namespace) -> int: ...


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    summary: str

    @property
    def module(self) -> str:
        return f"server.commands.{MODULES.get(self.name, self.name.replace('-', '_'))}"


MODULES = {"judge": "judge_code"}  # where the module's name says more than the command's
COMMANDS = (
    Command("serve", "start the web server and open the practice lab"),
    Command("migrate", "bring the database to this version's tables"),
    Command("seed", "fill in roles, rubrics, questions and companies"),
    Command("demo-data", "fill a demonstration account with jobs, interviews and reports"),
    Command("doctor", "check this machine and say what is on, what is off and how to switch it on"),
    Command("models", "fetch and list speech recognition models"),
    Command("voices", "fetch and list natural local voices"),
    Command("transcribe", "turn a recording into words with seconds"),
    Command("classify", "read one answer: strong, weak or vague, and what is missing"),
    Command("extract", "read a résumé or a job description: what it says, item by item"),
    Command("plan", "plan an interview and say why each question was chosen"),
    Command("interview", "hold an interview in the terminal"),
    Command("simulate", "play a scripted interview and check what the interviewer did"),
    Command("evaluate", "judge a transcript and print the report"),
    Command("run-code", "run a solution against its tests in the sandbox"),
    Command("judge", "judge a patch to a coding exercise by running it"),
    Command("replay", "fold a stored interview again and fail if a decision differs"),
    Command("bench", "measure turn-taking or transcription on this machine"),
    Command("schema", "print the JSON schemas of the product's documents"),
    Command("openapi", "print the description of the HTTP API, with examples"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one sentence that says where help is."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:]
        self.exit(INPUT_ERROR, f"{sentence}. Try `{self.prog} --help`.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: the process's own) and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = _chosen(words)
    try:
        if command is None:
            return _without_command(words)
        return _run(command, words)
    except SystemExit as stop:  # argparse has printed help or its complaint
        return stop.code if isinstance(stop.code, int) else INPUT_ERROR
    except CliError as failure:
        print(failure, file=sys.stderr)
        return failure.exit_code
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        return 0


def _chosen(words: list[str]) -> Command | None:
    return next((command for command in COMMANDS if words and command.name == words[0]), None)


def _run(command: Command, words: list[str]) -> int:
    parser = Parser(prog="interview-lab")
    module = cast(CommandModule, importlib.import_module(command.module))
    module.add_parser(parser.add_subparsers(required=True, parser_class=Parser, metavar="COMMAND"))
    code = module.run(parser.parse_args(words))
    sys.stdout.flush()
    return code


def _without_command(words: list[str]) -> int:
    """No known command is named: help, version, or a complaint."""
    parser = Parser(
        prog="interview-lab",
        description="A spoken practice interview whose report proves itself with your own words.",
        epilog="`interview-lab COMMAND --help` says more about each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    width = max(len(command.name) for command in COMMANDS)
    listing = "\n".join(f"  {command.name:<{width}}  {command.summary}" for command in COMMANDS)
    parser.description = f"{parser.description}\n\ncommands:\n{listing}"
    parser.add_argument("command", metavar="COMMAND", nargs="?")
    args, unknown = parser.parse_known_args(words)
    if args.version:
        print(_version())
        return 0
    if not words:
        parser.print_help(sys.stderr)
        return INPUT_ERROR
    if unknown:
        return parser.error(f"the command comes first; {unknown[0]} is not known here")
    return parser.error(f"there is no command {args.command!r}; known are {', '.join(c.name for c in COMMANDS)}")


def _version() -> str:
    from importlib.metadata import version

    return f"interview-lab {version('interview-practice-lab')}"


def _close_stdout() -> None:
    """The reader of our output has gone; keep the interpreter's last flush from complaining."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
