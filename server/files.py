"""What lies in the data folder beside the database: recordings, and drafts of exports."""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from uuid import UUID

from server.errors import AppError, storage_error

RECORDINGS = "recordings"
EXPORTS = "exports"
TAKES = "retakes"  # in the folder of an interview's recordings
_RANGES = re.compile(r"bytes=((?:\d+-\d*|-\d+)(?:\s*,\s*(?:\d+-\d*|-\d+))*)")


@contextmanager
def storage_door() -> Iterator[None]:
    """Turn a full or unwritable disk into StorageFullError; other faults pass as they are."""
    try:
        yield
    except OSError as failure:
        if (typed := storage_error(failure)) is not None:
            raise typed from failure
        raise


def recording_folder(home: Path, session_id: UUID) -> Path:
    """Where everything that is recorded of one interview lies. Deleting the interview removes the whole folder."""
    return home / RECORDINGS / str(session_id)


def recording_path(session_id: UUID, name: str = "recording.mp4") -> PurePosixPath:
    """The path that the database keeps for a recording, relative to the data folder."""
    return PurePosixPath(RECORDINGS, str(session_id), name)


def make_recording_folder(home: Path, session_id: UUID) -> Path:
    """Raises StorageFullError."""
    folder = recording_folder(home, session_id)
    with storage_door():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def remove_recording(home: Path, session_id: UUID) -> None:
    """Remove all files of an interview. Blocks. Raises StorageFullError when they cannot be removed."""
    with storage_door():
        try:
            shutil.rmtree(recording_folder(home, session_id))
        except FileNotFoundError:
            return


def recorded_sessions(home: Path) -> set[UUID]:
    """The interviews that have a folder of recordings."""
    folder = home / RECORDINGS
    if not folder.is_dir():
        return set()
    return {UUID(entry.name) for entry in folder.iterdir() if _is_uuid(entry.name)}


def take_path(session_id: UUID, take_id: UUID) -> PurePosixPath:
    """The path that the database keeps for the sound of a retaken answer, relative to the data folder."""
    return recording_path(session_id, f"{TAKES}/{take_id}.wav")


def store_take(home: Path, path: PurePosixPath, sound: bytes) -> None:
    """Write the sound of a retaken answer, readable by the data folder's owner only. Raises StorageFullError."""
    file = home / path
    with storage_door():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as opened:
            opened.write(sound)


def remove_take(home: Path, path: PurePosixPath) -> None:
    """Remove the sound of a retaken answer. Blocks. Raises StorageFullError when it cannot be removed."""
    with storage_door(), suppress(FileNotFoundError):
        (home / path).unlink()


def stored_takes(home: Path) -> set[PurePosixPath]:
    """The sounds of retaken answers that lie in the data folder, relative to it."""
    return {
        PurePosixPath(take.relative_to(home).as_posix())
        for session_id in recorded_sessions(home)
        for take in (recording_folder(home, session_id) / TAKES).glob("*.wav")
    }


def _is_uuid(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False


def export_folder(home: Path, user_id: UUID) -> Path:
    """Where one user's export is put together; each is removed as soon as it has been sent."""
    folder = home / EXPORTS / str(user_id)
    with storage_door():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def remove_exports(home: Path, user_id: UUID) -> None:
    """Remove what was packed for one user and not sent to its end. Blocks. Raises StorageFullError."""
    with storage_door(), suppress(FileNotFoundError):
        shutil.rmtree(home / EXPORTS / str(user_id))


def clear_exports(home: Path) -> None:
    """Remove drafts that a killed server left."""
    shutil.rmtree(home / EXPORTS, ignore_errors=True)


def file_stat(path: Path) -> os.stat_result | None:
    """Size and times of a regular file; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def check_range(header: str | None, size: int) -> None:
    """Raises AppError for a Range header that cannot be read, or that begins past the end of `size` bytes."""
    if header is None:
        return
    ranges = _RANGES.fullmatch(header)
    if ranges is None:
        raise AppError("bad_range", 400, "The Range header cannot be read.")
    starts = [first for first in re.findall(r"(\d*)-\d*", ranges[1]) if first]
    if any(int(first) >= size for first in starts) or size == 0:
        raise AppError("bad_range", 416, "The recording ends before that.")
