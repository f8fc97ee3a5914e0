"""The repository's own files, for the guards that read them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("schema", "seeds", "prompts", "controller", "evaluators", "agent", "server")
IGNORED = {".git", ".venv", "node_modules", "static", "dist", "__pycache__", "var"}


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that is, or would be, committed; absolute paths."""
    git = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if git.returncode == 0:
        found = [ROOT / name for name in git.stdout.split("\0") if name]
    else:  # a source archive without its history
        found = [path for path in ROOT.rglob("*") if not IGNORED & set(path.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in found if path.is_file()))


def text_of(path: Path) -> str | None:
    """The file's text, or None for a binary file."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None


def python_sources() -> tuple[Path, ...]:
    """Python files of the seven packages."""
    return tuple(p for p in tracked_files() if p.suffix == ".py" and p.relative_to(ROOT).parts[0] in PACKAGES)
