"""The scripts behind the make targets: what they refuse, and in which words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.repository import ROOT


def run(script: str, *args: str, path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A script with nothing on its PATH but the folder `path` and the usual tools."""
    for tool in ("sh", "rm", "id", "cat", "dirname"):
        if not (path / tool).exists():
            (path / tool).symlink_to(shutil.which(tool) or "/bin/sh")
    environment = {"PATH": str(path), "HOME": str(path), **variables}
    return subprocess.run(
        [str(ROOT / "scripts" / script), *args], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def fake(path: Path, name: str, body: str) -> None:
    program = path / name
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def test_without_python_the_sentence_says_what_is_needed(bare: Path, tmp_path: Path) -> None:
    done = run("python.sh", str(tmp_path / "venv"), path=bare)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this machine has no Python at all" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_an_old_python_is_named(bare: Path, tmp_path: Path) -> None:
    fake(bare, "python3", 'if [ "$1" = --version ]; then echo "Python 3.9.2"; else exit 1; fi')
    done = run("python.sh", str(tmp_path / "venv"), path=bare)
    assert done.returncode == 1
    assert "this machine has Python 3.9.2" in done.stderr


def test_a_python_without_venv_is_explained(bare: Path, tmp_path: Path) -> None:
    fake(bare, "python3", 'case "$1" in -m) exit 1;; *) exit 0;; esac')
    done = run("python.sh", str(tmp_path / "venv"), path=bare)
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_without_node_the_sentence_says_what_is_needed(bare: Path) -> None:
    done = run("node.sh", "web_client", path=bare)
    assert done.returncode == 1
    assert "needs Node 20 or newer (with npm)" in done.stderr


def test_an_old_node_is_named(bare: Path) -> None:
    fake(bare, "node", 'if [ "$1" = --version ]; then echo v18.19.0; else echo 18; fi')
    fake(bare, "npm", "exit 0")
    done = run("node.sh", "web_client", path=bare)
    assert done.returncode == 1
    assert "this machine has v18.19.0" in done.stderr


@pytest.mark.parametrize(("ci", "code"), [("1", 1), ("", 0)])
def test_a_missing_browser_fails_in_ci_only(ci: str, code: int, bare: Path) -> None:
    """Playwright's own is not tried for here: the interpreter of this PATH finds no browser and installs none."""
    done = run("chromium.sh", path=bare, CI=ci, CHROMIUM="/nowhere/chromium", HTTPS_PROXY="http://127.0.0.1:9")
    assert done.returncode == code, done.stderr
    assert "No Chromium could be installed" in done.stderr


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "scripts")
    import notices

    return notices


@pytest.mark.parametrize(
    ("expression", "fine"),
    [
        ("MIT", True),
        ("GPL-3.0-or-later", False),
        ("MIT OR GPL-2.0-only", True),
        ("MIT AND GPL-2.0-only", False),
        ("(MIT OR GPL-2.0-only) AND Apache-2.0", True),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_a_licence_expression_is_read_as_written(expression: str, fine: bool, notices: ModuleType) -> None:
    assert notices.allowed(expression) is fine


def test_gpl_is_for_the_voice_extra_only(notices: ModuleType) -> None:
    entry = notices.Entry("espeakng-loader", ("0.2.4",), "GPL-3.0-or-later", "local-voice")
    assert notices.problem(entry) is None
    assert "not among the allowed" in notices.problem(notices.Entry("x", ("1",), "GPL-3.0-or-later", "product"))
    assert "no licence known" in notices.problem(notices.Entry("x", ("1",), "", "product"))


def test_every_shipped_package_stands_in_the_notices(notices: ModuleType) -> None:
    entries = {entry.name: entry for entry in notices.python_entries()}
    assert entries["espeakng-loader"].use == "local-voice"
    assert entries["faster-whisper"].use == "product"
    assert entries["pytest"].use == "development"
    text = (ROOT / "THIRD_PARTY_NOTICES.md").read_text()
    assert all(entry.row() in text for entry in entries.values())
