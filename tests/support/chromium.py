"""Finds a Chromium for the browser tests. `python -m tests.support.chromium` prints its path, or exits 1."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT_BUILDS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)

# Root has no sandbox; the rest keeps the browser from talking to anyone but the page under test.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """Path of a Chromium: $CHROMIUM, else the machine's, else Playwright's own. None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _playwright_chromium()


def _playwright_chromium() -> str | None:
    for folder in _playwright_folders():
        for pattern in PLAYWRIGHT_BUILDS:
            for path in sorted(folder.glob(pattern), reverse=True):
                if os.access(path, os.X_OK):
                    return str(path)
    return None


def _playwright_folders() -> list[Path]:
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if chosen:
        return [Path(chosen)]
    return [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]


def main() -> int:
    path = find_chromium()
    if path is None:
        print("no Chromium found", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
