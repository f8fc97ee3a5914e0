"""Uploaded files in the data folder: random names, readable by the owner of the server only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path, PurePosixPath

from server.files import storage_door

FOLDER = "documents"


def store_file(home: Path, data: bytes) -> PurePosixPath:
    """Write a file under a name that nobody can guess. Returns its path relative to the data folder. Blocks.

    Raises StorageFullError; then nothing is left of it.
    """
    ref = PurePosixPath(FOLDER, secrets.token_hex(16))
    path = home / ref
    with storage_door():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(descriptor)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    return ref


def file_path(home: Path, ref: str) -> Path:
    """Where a stored file lies. Raises ValueError for a path that `store_file` did not make."""
    path = PurePosixPath(ref)
    if path.parent != PurePosixPath(FOLDER) or not path.name.isalnum():
        raise ValueError("this is no path of a stored document")
    return home / path


def load_file(home: Path, ref: str) -> bytes:
    """The stored bytes. Blocks. Raises FileNotFoundError."""
    return file_path(home, ref).read_bytes()


def remove_file(home: Path, ref: str) -> None:
    """Remove a stored file; nothing happens where it is gone. Blocks. Raises StorageFullError."""
    with storage_door():
        file_path(home, ref).unlink(missing_ok=True)


def stored_files(home: Path) -> set[str]:
    """The paths, relative to the data folder, of all stored files. Blocks."""
    folder = home / FOLDER
    if not folder.is_dir():
        return set()
    return {str(PurePosixPath(FOLDER, entry.name)) for entry in folder.iterdir() if entry.name.isalnum()}
