"""Which Python and which Node run candidates' code, and which folders they need to see."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import MAGIC_NUMBER
from pathlib import Path

USR = Path("/usr")
NODE_PLACES = (".nvm/versions/node/*/bin/node", ".volta/bin/node", ".local/bin/node", ".local/share/fnm/*/bin/node")
PACKAGES = "lib/python3*/*-packages"  # site-packages, and Debian's dist-packages


@dataclass(frozen=True, slots=True)
class Interpreter:
    """`folders` are bound read-only; `hidden` are empty inside: what is installed there is none of a candidate's."""

    path: str
    folders: tuple[str, ...]
    hidden: tuple[str, ...]
    library_path: str = ""  # where its shared libraries lie, if not in /usr
    takes_our_bytecode: bool = False  # a Python of this server's own version


def pythons() -> Iterator[Interpreter]:
    """Pythons worth a try, the system's first because it needs no folder of its own."""
    base = Path(os.path.realpath(sys.base_prefix))
    own = base / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    for found in (USR / "bin/python3", own, _which("python3")):
        if found is not None and found.exists():
            yield replace(_interpreter(found), takes_our_bytecode=_magic(found) == MAGIC_NUMBER.hex())


def _magic(python: Path) -> str:
    """The number that marks the bytecode of a Python."""
    words = [str(python), "-I", "-S", "-c", "import importlib.util; print(importlib.util.MAGIC_NUMBER.hex())"]
    try:
        return subprocess.run(words, capture_output=True, text=True, timeout=10, check=False).stdout.strip()  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""


def nodes() -> Iterator[Interpreter]:
    """Nodes worth a try: on the path, then where version managers put them, the newest first."""
    homes = (path for place in NODE_PLACES for path in sorted(Path.home().glob(place), reverse=True))
    seen: set[Path] = set()
    for found in (USR / "bin/node", USR / "local/bin/node", _which("node"), _which("nodejs"), *homes):
        if found is not None and found.exists() and (real := found.resolve()) not in seen:
            seen.add(real)
            yield _interpreter(real)


def _which(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def _interpreter(found: Path) -> Interpreter:
    real = found.resolve()
    prefix = real.parent.parent
    folders = tuple(str(USR / name) for name in ("bin", "lib", "lib64", "libexec") if (USR / name).is_dir())
    folders += tuple(f"/{name}" for name in ("lib", "lib64", "bin") if _is_folder_of_its_own(name))
    library_path = ""
    if prefix != USR:
        folders += (str(prefix),)
        library_path = str(prefix / "lib")
    return Interpreter(str(real), folders, tuple(_packages(prefix)), library_path)


def _is_folder_of_its_own(name: str) -> bool:
    """Old systems keep /lib apart from /usr/lib; on the others it is a link, and made as one inside."""
    folder = Path("/", name)
    return folder.is_dir() and not folder.is_symlink()


def _packages(prefix: Path) -> Iterator[str]:
    """Installed packages could be this product itself, with every hidden test of its catalogue."""
    for place in (*USR.glob(PACKAGES), *(prefix.glob(PACKAGES) if prefix != USR else ())):
        if place.is_dir() and not place.is_symlink():
            yield str(place)
