"""The browser of the browser tests: skipped with a reason where there is none, a failure where CI promises one."""

from __future__ import annotations

import os

import pytest

from tests.support.chromium import find_chromium


@pytest.fixture(scope="session")
def executable_path() -> str:
    """Path of the Chromium to launch with `tests.support.chromium.FLAGS`."""
    path = find_chromium()
    if path is not None:
        return path
    reason = "no Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM to its path"
    if os.environ.get("CI") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
