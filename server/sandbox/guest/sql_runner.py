"""Runs a candidate's SQL against small databases in memory and compares what it gives, inside the sandbox."""

from __future__ import annotations

import json
import math
import os
import sqlite3
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SHOWN_CHARS = 160
MEMORY_BYTES = 128 * 1024 * 1024
TOLERANCE = 1e-9
# ATTACH opens files, and a pragma that is given a value can change what the comparison rests on
REFUSED = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}
READABLE_PRAGMAS = {"table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list", "foreign_keys"}
REFUSED_FUNCTIONS = {"load_extension", "writefile", "readfile", "edit", "fts3_tokenizer"}


class Wrong(Exception):  # noqa: N818 - says what happened
    """The answer is not the expected one; the message says how it differs."""


def main() -> int:
    report = os.fdopen(int(os.environ.pop("REPORT_FD")), "w")

    def line(**fields: Any) -> None:
        report.write(json.dumps(fields) + "\n")
        report.flush()

    request = json.loads(sys.stdin.buffer.read())
    line(names=[test["name"] for test in request["tests"]])
    for test in request["tests"]:
        verdict, message = outcome(request["solution"], test)
        line(test=test["name"], verdict=verdict, message=message)
    line(done=True)
    return 0


def outcome(solution: str, test: dict[str, Any]) -> tuple[str, str]:
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        try:
            fill(database, test)
        except sqlite3.Error as error:
            return "error", f"The test's own tables could not be made: {error}"
        database.execute(f"PRAGMA hard_heap_limit = {MEMORY_BYTES}")
        database.set_authorizer(allowed)
        columns, rows = answer(database, solution)
        if test.get("check"):
            columns, rows = answer(database, test["check"])
        if columns is None:
            return "failed", "No query gave rows: the last statement should be a SELECT."
        compare(columns, rows, test["expected"])
    except Wrong as wrong:
        return "failed", str(wrong)
    except sqlite3.Error as error:
        return "error", plain(error)
    except MemoryError:
        return "error", "MemoryError: the query needs too much memory"
    finally:
        database.close()
    return "passed", ""


def fill(database: sqlite3.Connection, test: dict[str, Any]) -> None:
    database.executescript(test["schema_sql"])
    for table, rows in test["rows"].items():
        name = '"' + table.replace('"', '""') + '"'
        for row in rows:
            database.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608


def allowed(action: int, first: Any, second: Any, _database: Any, _trigger: Any) -> int:
    if action in REFUSED:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and first not in READABLE_PRAGMAS:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and str(second).lower() in REFUSED_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def answer(database: sqlite3.Connection, script: str) -> tuple[list[str] | None, list[Any]]:
    """Columns and rows of the script's last query; None where no statement of it gives rows."""
    columns, rows = None, []
    for statement in statements(script):
        cursor = database.execute(statement)
        if cursor.description is not None:
            columns, rows = [column[0] for column in cursor.description], cursor.fetchall()
    return columns, rows


def statements(script: str) -> list[str]:
    """The script cut at semicolons that end a statement: SQLite knows best (strings, comments, triggers)."""
    found, start = [], 0
    for at, letter in enumerate(script):
        if letter == ";" and sqlite3.complete_statement(script[start : at + 1]):
            found.append(script[start : at + 1])
            start = at + 1
    return [part for part in (*found, script[start:]) if not empty(part)]


def empty(statement: str) -> bool:
    """Whether only comments and spaces stand in it."""
    rest = statement
    while True:
        rest = rest.strip().lstrip(";").strip()
        if rest.startswith("--"):
            rest = rest.partition("\n")[2]
        elif rest.startswith("/*"):
            rest = rest.partition("*/")[2]
        else:
            return not rest


def compare(columns: list[str], rows: list[Any], expected: dict[str, Any]) -> None:
    """Raises Wrong with the first difference."""
    wanted_columns = expected.get("columns")
    if wanted_columns is not None and [c.lower() for c in columns] != [c.lower() for c in wanted_columns]:
        raise Wrong(f"Columns are {', '.join(columns)}; expected {', '.join(wanted_columns)}.")
    wanted = [tuple(row) for row in expected["rows"]]
    if wanted and rows and len(wanted[0]) != len(rows[0]):
        raise Wrong(f"Rows have {len(rows[0])} columns; expected {len(wanted[0])}.")
    (in_order if expected.get("ordered") else in_any_order)(rows, wanted)


def in_order(rows: list[Any], wanted: list[Any]) -> None:
    for number, (row, right) in enumerate(zip(rows, wanted), 1):  # noqa: B905
        if not alike(row, right):
            raise Wrong(f"Row {number} is {shown(row)}; expected {shown(right)}.")
    if len(rows) != len(wanted):
        first = f"; the first missing is {shown(wanted[len(rows)])}" if len(rows) < len(wanted) else ""
        raise Wrong(f"{counted(rows)}; expected {len(wanted)}{first}.")


def in_any_order(rows: list[Any], wanted: list[Any]) -> None:
    """As multisets. Floats within the tolerance are one value, so each row looks for a partner of its own."""
    left = sorted(rows, key=order)
    missing = []
    for right in sorted(wanted, key=order):
        found = next((at for at, row in enumerate(left) if alike(row, right)), None)
        if found is None:
            missing.append(right)
        else:
            del left[found]
    if missing and left:
        raise Wrong(
            f"{counted(rows)}, expected {len(wanted)}; missing {shown(missing[0])}, not expected {shown(left[0])}."
        )
    if missing:
        raise Wrong(f"{counted(rows)}, expected {len(wanted)}; missing {shown(missing[0])}.")
    if left:
        raise Wrong(f"{counted(rows)}, expected {len(wanted)}; not expected {shown(left[0])}.")


def counted(rows: list[Any]) -> str:
    return f"The result has {len(rows)} row{'' if len(rows) == 1 else 's'}"


def order(row: Any) -> list[tuple[int, float, str]]:
    """An order for rows of mixed values: NULLs, numbers, texts."""
    return [
        (0, 0.0, "")
        if value is None
        else (1, float(value), "")
        if isinstance(value, (int, float))
        else (2, 0.0, str(value))
        for value in row
    ]


def alike(row: Any, other: Any) -> bool:
    return len(row) == len(other) and all(one(a, b) for a, b in zip(row, other))  # noqa: B905


def one(value: Any, wanted: Any) -> bool:
    numbers = isinstance(value, (int, float)) and isinstance(wanted, (int, float))
    if numbers and (isinstance(value, float) or isinstance(wanted, float)):
        return math.isclose(value, wanted, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return type(value) is type(wanted) and bool(value == wanted)


def shown(row: Any) -> str:
    text = "(" + ", ".join("NULL" if value is None else repr(value) for value in row) + ")"
    return text if len(text) <= SHOWN_CHARS else text[: SHOWN_CHARS - 1] + "…"


def plain(error: sqlite3.Error) -> str:
    """SQLite's message in a sentence; it never holds more than names and tokens of the statement."""
    text = str(error)
    if text in ("not authorized", "authorization denied") or "prohibited" in text:
        return "This statement is not allowed here: no ATTACH, no PRAGMA that changes a setting, no extensions."
    if "out of memory" in text:
        return "MemoryError: the query needs too much memory"
    return f"SQL error: {text}"


if __name__ == "__main__":
    sys.exit(main())
