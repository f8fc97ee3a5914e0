"""Languages that run here, and the two kinds of user that run them.

Where SANDBOX_REQUIRED is set a sandbox that is off is a failure: CI sets it where the kernel lets bubblewrap work at
all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import pytest

from schema.code_runs import CodeLanguage
from server.sandbox.limits import Limits
from server.sandbox.probe import Ability
from server.sandbox.programs import _folder, _one_file, _python_files
from server.sandbox.runner import abilities
from tests.sandbox.hosts import OrdinaryUser, Outcome, run

Runs: TypeAlias = Callable[..., Outcome]
USERS = ("root", "user") if os.geteuid() == 0 else ("user",)


@pytest.fixture(scope="session")
def languages() -> Mapping[CodeLanguage, Ability]:
    found = abilities()
    for language, ability in found.items():
        if not ability.on:
            message = f"NOTHING IS TESTED HERE: the sandbox is off for {language}. {ability.detail}"
            (pytest.fail if os.environ.get("SANDBOX_REQUIRED") else pytest.skip)(message)
    _folder("lab_javascript")  # read while this process may enter the checkout
    for compiled in (True, False):
        _python_files(compiled)
    for name in ("javascript_runner.js", "sql_runner.py"):
        _one_file(name)
    return found


@pytest.fixture(scope="session")
def ordinary_user(languages: Mapping[CodeLanguage, Ability]) -> Iterator[OrdinaryUser | None]:
    if os.geteuid() != 0:
        yield None
        return
    user = OrdinaryUser()
    yield user
    user.close()


@pytest.fixture(scope="session", params=USERS)
def runs(
    request: pytest.FixtureRequest, languages: Mapping[CodeLanguage, Ability], ordinary_user: OrdinaryUser | None
) -> Runs:
    """(language, solution, tests, limits) -> Outcome, as root or as an ordinary user."""

    def as_now(language: CodeLanguage, solution: str, tests: str, limits: Limits | None = None) -> Outcome:
        return run(languages[language], language, solution, tests, limits)

    def as_user(language: CodeLanguage, solution: str, tests: str, limits: Limits | None = None) -> Outcome:
        assert ordinary_user is not None
        found = ordinary_user.call(run, languages[language], language, solution, tests, limits)
        assert isinstance(found, Outcome)
        return found

    return as_user if request.param == "user" and ordinary_user is not None else as_now
