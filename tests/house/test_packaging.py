"""The package: what it depends on is used, what it needs is in the wheel, what can be set is documented."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from server.settings import Settings
from tests.support.repository import PACKAGES, ROOT, python_sources

IMPORT_NAMES = {
    "argon2-cffi": "argon2",
    "faster-whisper": "faster_whisper",
    "livekit-agents": "livekit.agents",
    "livekit-plugins-silero": "livekit.plugins.silero",
    "pydantic-settings": "pydantic_settings",
    "pyyaml": "yaml",
}
DRIVERS = {"aiosqlite": "sqlite+aiosqlite", "asyncpg": "postgresql+asyncpg", "psycopg": "postgresql+psycopg"}
DRIVERS |= {"python-multipart": "request.form("}  # Starlette reads uploaded forms with it
CARD = ("fastapi", "websockets", "livekit-agents", "faster-whisper", "openai", "sqlalchemy", "aiosqlite", "numpy")


def _project() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {"run": project["dependencies"], **project["optional-dependencies"]}


def _plain(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match
    return match.group().lower()


def _imports() -> set[str]:
    found: set[str] = set()
    for path in python_sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
                found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def test_every_dependency_is_used() -> None:
    imported = _imports()
    sources = "\n".join(path.read_text("utf-8") for path in python_sources())
    unused = []
    for package in map(_plain, _project()["run"]):
        name = IMPORT_NAMES.get(package, package.replace("-", "_"))
        used = any(module == name or module.startswith(f"{name}.") for module in imported)
        if not used and DRIVERS.get(package, "\0") not in sources:
            unused.append(package)
    assert not unused


def test_the_card_s_packages_are_dependencies() -> None:
    groups = _project()
    assert set(CARD) <= {_plain(requirement) for requirement in groups["run"]}
    assert {"pytest", "pytest-asyncio"} <= {_plain(requirement) for requirement in groups["dev"]}


def test_the_lock_has_every_dependency() -> None:
    locked = set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    asked = {_plain(requirement).replace("_", "-") for group in _project().values() for requirement in group}
    assert asked <= locked


def test_env_example_lists_exactly_the_settings() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    listed = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)


def test_env_example_gives_the_defaults() -> None:
    """Copied unchanged, the file changes nothing."""
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


@pytest.mark.slow
def test_the_wheel_holds_what_the_product_reads(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    data = [
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.suffix in {".py", ".csv", ".yaml", ".md", ".mako"}
        if not {"static", "__pycache__"} & set(path.relative_to(ROOT).parts)
    ]
    assert not set(data) - names
    assert {Path(name).suffix for name in data} >= {".yaml", ".md", ".mako"}
    if (ROOT / "server/static/index.html").exists():
        assert "server/static/index.html" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    strangers = {name.split("/")[0] for name in names} - set(PACKAGES)
    assert all(name.endswith(".dist-info") for name in strangers), strangers
