"""What is started for each language: the interpreter's arguments, the runner's files, and the request on its input."""

from __future__ import annotations

import json
import marshal
from functools import cache
from importlib.resources import files
from importlib.util import MAGIC_NUMBER, source_hash

import yaml
from pydantic import TypeAdapter, ValidationError

from schema.code_runs import CodeLanguage, RunRequest, SqlTest
from server.sandbox.bubblewrap import Program
from server.sandbox.interpreters import Interpreter
from server.sandbox.limits import LIMITS

GUEST = "server.sandbox.guest"
SQL_TESTS = TypeAdapter(tuple[SqlTest, ...])


class UnusableTests(ValueError):  # noqa: N818 - says what happened
    """The tests can't be read; the message says why and what they should be."""


def program(request: RunRequest, interpreter: Interpreter) -> Program:
    match request.language:
        case CodeLanguage.PYTHON:
            return Program(
                interpreter,
                (*PYTHON_OPTIONS, "-c", START),
                {**_python_files(interpreter.takes_our_bytecode), "/code/solution.py": _bytes(request.solution)},
            )
        case CodeLanguage.SQL:
            return Program(interpreter, (*PYTHON_OPTIONS, "/guest/sql_runner.py"), _one_file("sql_runner.py"))
        case CodeLanguage.JAVASCRIPT:
            heap = LIMITS[CodeLanguage.JAVASCRIPT].memory_mb * 3 // 4
            arguments = (f"--max-old-space-size={heap}", *NODE_OPTIONS, "/guest/javascript_runner.js")
            return Program(
                interpreter,
                arguments,
                {**_one_file("javascript_runner.js"), **_folder("lab_javascript")},
                proc=True,
            )


# isolated from the environment, without installed packages, writing no bytecode
PYTHON_OPTIONS = ("-I", "-S", "-B", "-X", "utf8")
START = "import sys; sys.path.insert(0, '/guest'); from lab_python.main import main; sys.exit(main())"
# one compiling and one collecting thread are enough; strings are compiled in the tests' own context only
NODE_OPTIONS = (
    "--v8-pool-size=1",
    "--stack-size=60000",
    "--disallow-code-generation-from-strings",
    "--experimental-vm-modules",
    "--no-warnings",
)


def order(request: RunRequest) -> bytes:
    """What the runner reads on its input. Raises UnusableTests."""
    if request.language is CodeLanguage.SQL:
        tests = [test.model_dump(mode="json") for test in sql_tests(request.tests)]
        return json.dumps({"solution": request.solution, "tests": tests}).encode()
    if request.language is CodeLanguage.PYTHON:
        return json.dumps({"tests": request.tests}).encode()
    return json.dumps({"solution": request.solution, "tests": request.tests}).encode()


def sql_tests(text: str) -> tuple[SqlTest, ...]:
    """The list of SQL tests in JSON or YAML. Raises UnusableTests."""
    try:
        found = yaml.safe_load(text)  # JSON is YAML
        return SQL_TESTS.validate_python(found, strict=False)
    except (yaml.YAMLError, RecursionError) as failure:
        raise UnusableTests("The tests are neither JSON nor YAML.") from failure
    except ValidationError as failure:
        first = failure.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the list"
        raise UnusableTests(f"The tests are no list of SQL tests: {place}: {first['msg']}.") from failure


@cache
def _folder(name: str) -> dict[str, bytes]:
    found = (file for file in (files(GUEST) / name).iterdir() if file.name.endswith((".py", ".js")))
    return {f"/guest/{name}/{file.name}": file.read_bytes() for file in found}


@cache
def _python_files(compiled: bool) -> dict[str, bytes]:
    """The Python runner: as bytecode where the interpreter takes it, which saves a third of the start."""
    sources = _folder("lab_python")
    if not compiled:
        return sources
    return {f"{path}c": _bytecode(path, source) for path, source in sources.items()}


def _bytecode(path: str, source: bytes) -> bytes:
    """A .pyc without a date that nothing checks: it stands there without its source."""
    code = compile(source, path, "exec", dont_inherit=True, optimize=0)
    return MAGIC_NUMBER + (1).to_bytes(4, "little") + source_hash(source) + marshal.dumps(code)


@cache
def _one_file(name: str) -> dict[str, bytes]:
    return {f"/guest/{name}": (files(GUEST) / name).read_bytes()}


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
