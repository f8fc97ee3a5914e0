"""The seven packages are ours, keep their floors, and reach for nobody when they are imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.repository import PACKAGES, ROOT

OFFLINE_IMPORT = """
import importlib, pkgutil, sys
from tests.support.offline import forbid_network

forbid_network()
for package in sys.argv[1:]:
    found = importlib.import_module(package)
    for module in pkgutil.walk_packages(found.__path__, package + "."):
        if not module.name.endswith("__main__") and ".migrations" not in module.name:
            importlib.import_module(module.name)
print("imported")
"""


def test_top_level_names_are_ours(tmp_path: Path) -> None:
    """PyPI has packages named `schema` and `agent`; one of them installed beside us would shadow ours."""
    code = f"import importlib\nfor name in {PACKAGES!r}: print(importlib.import_module(name).__file__)"
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert [Path(line).parent for line in run.stdout.splitlines()] == [ROOT / name for name in PACKAGES]


def test_floors_are_kept() -> None:
    run = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_importing_reaches_for_nobody() -> None:
    run = subprocess.run(
        [sys.executable, "-c", OFFLINE_IMPORT, *PACKAGES], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert run.stdout.strip().endswith("imported")


@pytest.mark.parametrize("package", ["schema", "schema.tables"])
def test_floor_zero_packages_stay_empty(package: str) -> None:
    assert not (ROOT / package.replace(".", "/") / "__init__.py").read_text().strip()
