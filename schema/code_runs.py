"""Running a candidate's code: what is sent to a runner, and what comes back whatever the code did."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schema.base import Shape


class CodeLanguage(StrEnum):
    PYTHON = "python"
    JAVASCRIPT = "javascript"
    SQL = "sql"


class RunVerdict(StrEnum):
    PASSED = "passed"  # every test passed, and there was at least one
    FAILED = "failed"  # the code ran and at least one test did not pass
    ERROR = "error"  # nothing could be tested: a syntax error, an import that fails, no test found
    LIMIT = "limit"  # stopped at a bound; `limit` says which


class TestVerdict(StrEnum):
    __test__ = False  # pytest: no test class
    PASSED = "passed"
    FAILED = "failed"  # an assertion did not hold
    ERROR = "error"  # something else was raised
    NOT_RUN = "not_run"  # the run ended before it


class RunLimit(StrEnum):
    """What stopped a run; each has a message of its own."""

    TIME = "time"
    MEMORY = "memory"
    PROCESSES = "processes"
    OUTPUT = "output"
    DISK = "disk"


class RunPlace(StrEnum):
    SANDBOX = "sandbox"
    BROWSER = "browser"  # ran in the candidate's browser: not verified


class TestResult(Shape):
    __test__ = False  # pytest: no test class
    name: str
    verdict: TestVerdict
    message: str = ""  # one or a few lines: "AssertionError: 3 != 2.5"; empty where it passed


class RunResult(Shape):
    """What `interview-lab run-code --json` prints and a room is told."""

    verdict: RunVerdict
    tests: tuple[TestResult, ...] = ()
    time_ms: float = Field(ge=0)  # wall clock of the candidate's code, start-up included
    memory_mb: float | None = None  # peak resident set; null where it was not measured
    limit: RunLimit | None = None
    message: str = ""  # why nothing could be tested, or what a limit means and what to do
    output: str = ""  # what the code printed, cut at OUTPUT_CHARS
    where: RunPlace = RunPlace.SANDBOX

    @property
    def passed(self) -> int:
        """How many tests passed."""
        return sum(test.verdict is TestVerdict.PASSED for test in self.tests)


OUTPUT_CHARS = 8_000


class RunRequest(Shape):
    """A solution and the tests to run it against, both as one file's text.

    Python tests are `test_*` functions or bare asserts, may say `from solution import *`, and see the solution's names.
    JavaScript tests are `test(name, fn)`, `test_*` functions or bare asserts; they see the solution's top-level names,
    `assert`, and a `console.assert` that fails. SQL tests are a JSON or YAML list of SqlTest.
    """

    language: CodeLanguage
    solution: str
    tests: str


class SqlExpected(Shape):
    columns: tuple[str, ...] | None = None  # null: names do not matter
    rows: tuple[tuple[str | int | float | None, ...], ...]
    ordered: bool = False  # whether the order of the rows matters


class SqlTest(Shape):
    """One database and what the candidate's statements must give on it (SQLite's dialect).

    `schema_sql` makes the tables; `rows` fills them, by table. The candidate's last query is what is compared, or
    `check`, a query that is run after the candidate's statements where those change data.
    """

    name: str
    schema_sql: str
    rows: dict[str, tuple[tuple[str | int | float | None, ...], ...]] = Field(default_factory=dict)
    check: str | None = None
    expected: SqlExpected
