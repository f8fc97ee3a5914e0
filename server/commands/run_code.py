"""`interview-lab run-code`: runs a solution against its tests in the sandbox and says how each test went."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schema.code_runs import RunResult

LANGUAGES = ("python", "javascript", "sql")
MAX_BYTES = 1_000_000
MARKS = {"passed": "ok ", "failed": "NO ", "error": "NO ", "not_run": "-  "}
EXIT_CODES = {"passed": 0, "failed": 1, "error": 2, "limit": 2}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "run-code",
        help="run a solution against its tests in the sandbox",
        description="Runs a solution against its tests in the sandbox: without network, environment or files, and with "
        "bounds on time, memory, processes, output and disk. Exit 0 where every test passed, 1 where one did not, 2 "
        "where nothing could be tested or a bound was met.",
    )
    parser.add_argument("--language", required=True, choices=LANGUAGES)
    parser.add_argument("--solution", required=True, metavar="F", help="the file to test")
    parser.add_argument(
        "--tests",
        required=True,
        metavar="F",
        help="Python: test_* functions or assertions; JavaScript: test(name, fn) or assertions; SQL: a JSON or YAML "
        "list of a schema, rows and the expected result",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    from schema.code_runs import CodeLanguage, RunRequest
    from server.commands import CliError
    from server.sandbox.runner import open_sandbox

    request = RunRequest(language=CodeLanguage(args.language), solution=_text(args.solution), tests=_text(args.tests))

    async def once() -> RunResult:
        async with open_sandbox((request.language,)) as sandbox:
            state = sandbox.status(request.language)
            if not state.on:
                raise CliError(state.detail, exit_code=1)
            return await sandbox.run(request)

    result = asyncio.run(once())
    print(as_json(result) if args.json else as_text(result))
    return EXIT_CODES[result.verdict]


def _text(name: str) -> str:
    from server.commands import CliError

    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else Path(name).read_bytes()
        if len(data) > MAX_BYTES:
            raise CliError(f"{name} is larger than 1 MB.")
        return data.decode("utf-8-sig")
    except OSError as failure:
        raise CliError(f"{name} cannot be read: {failure.strerror}.") from failure
    except UnicodeDecodeError as failure:
        raise CliError(f"{name} is not UTF-8 text.") from failure


def as_json(result: RunResult) -> str:
    """One object; `limit` stands in it only where one was met."""
    fields = result.model_dump(mode="json")
    if fields["limit"] is None:
        del fields["limit"]
    import json

    return json.dumps(fields, indent=2, ensure_ascii=False)


def as_text(result: RunResult) -> str:
    lines = [f"  {MARKS[test.verdict]} {test.name}" + (f"\n       {test.message}" if test.message else "")
             for test in result.tests]  # fmt: skip
    memory = f", {result.memory_mb:.0f} MB" if result.memory_mb is not None else ""
    lines.append(f"{result.verdict.upper()}: {result.passed} of {len(result.tests)} tests passed "
                 f"in {result.time_ms:.0f} ms{memory}.")  # fmt: skip
    if result.message:
        lines.append(result.message)
    if result.output:
        lines += ["", "printed:", result.output.rstrip()]
    return "\n".join(lines)
