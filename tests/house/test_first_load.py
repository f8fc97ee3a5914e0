"""What the browser fetches before the interview room is opened stays small: the built page, weighed as it is sent."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.repository import ROOT

STATIC = ROOT / "server" / "static"
MOST = 180_000  # bytes of gzipped script
FIRST = {
    "a visitor's": ("src/pages/welcome/WelcomePage.tsx",),
    "a user's": ("src/app/Shell.tsx", "src/pages/home/HomePage.tsx"),
}
LATER = ("RoomPage", "codemirror", "pyodide", "Workbench")

Manifest = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    path = STATIC / ".vite" / "manifest.json"
    if not path.is_file():
        reason = "the page is not built: make setup"
        if os.environ.get("CI") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    found: Manifest = json.loads(path.read_text())
    return found


@pytest.mark.parametrize("who", FIRST)
def test_the_first_page_is_light(manifest: Manifest, who: str) -> None:
    chunks = _first_load(manifest, FIRST[who])
    weights = {chunk: _gzipped(STATIC / manifest[chunk]["file"]) for chunk in chunks}
    assert sum(weights.values()) <= MOST, sorted(weights.items(), key=lambda one: -one[1])[:10]


@pytest.mark.parametrize("who", FIRST)
def test_the_first_page_brings_nothing_of_the_room(manifest: Manifest, who: str) -> None:
    modules = " ".join(f"{chunk} {manifest[chunk]['file']}" for chunk in _first_load(manifest, FIRST[who]))
    assert not [name for name in LATER if name.lower() in modules.lower()]


def _first_load(manifest: Manifest, pages: tuple[str, ...]) -> set[str]:
    """The entry with what it imports; of the pages also what they fetch by themselves, such as the drawn faces."""
    entry = next(key for key, chunk in manifest.items() if chunk.get("isEntry"))
    assert set(pages) <= set(manifest[entry]["dynamicImports"])  # they are pages of this build
    found = _closure(manifest, (entry,), ("imports",))
    return found | _closure(manifest, pages, ("imports", "dynamicImports"), stop=found)


def _closure(
    manifest: Manifest, start: tuple[str, ...], links: tuple[str, ...], stop: set[str] | None = None
) -> set[str]:
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        chunk = waiting.pop()
        if chunk in found or chunk in (stop or ()):
            continue
        found.add(chunk)
        waiting += [other for link in links for other in manifest[chunk].get(link, ())]
    return found


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6)) if path.suffix == ".js" else 0
