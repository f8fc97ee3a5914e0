"""Which speech model this machine uses, where it lies, and whether it is there: without loading it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from agent.providers.whisper.errors import ModelUnavailable
from schema.room import Capability

# name -> (repository on the model hub, download in MB, what it is good for)
MODELS: dict[str, tuple[str, int, str]] = {
    "tiny.en": ("Systran/faster-whisper-tiny.en", 78, "English, one core or an old computer"),
    "base.en": ("Systran/faster-whisper-base.en", 148, "English, two cores and more: the default"),
    "small.en": ("Systran/faster-whisper-small.en", 486, "English, four fast cores: fewer mistakes"),
    "tiny": ("Systran/faster-whisper-tiny", 78, "ninety languages' tiny.en"),
    "base": ("Systran/faster-whisper-base", 148, "ninety languages' base.en"),
    "small": ("Systran/faster-whisper-small", 486, "ninety languages' small.en"),
}
REQUIRED = ("model.bin", "config.json", "tokenizer.json")
RECEIPT = "verified.json"  # written last: every file's digest was compared with the hub's
_FETCH = "Run `interview-lab models fetch` while this computer is online"


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """The model that the setting means. `path` exists only when `status` says so."""

    name: str
    path: Path
    local: bool  # a folder of the user's own, never fetched


def choose_model(setting: str, home: Path, cores: int) -> ModelChoice:
    """What WHISPER_MODEL means here: "auto", a name of MODELS, or a folder.

    "auto" is base.en on two or more cores and tiny.en on one. Raises ModelUnavailable for anything else.
    """
    if setting == "auto":
        setting = "base.en" if cores >= 2 else "tiny.en"
    if setting in MODELS:
        return ModelChoice(setting, model_folder(home, setting), local=False)
    folder = Path(setting).expanduser()
    if folder.is_dir() or len(folder.parts) > 1:
        return ModelChoice(folder.name, folder.absolute(), local=True)
    known = ", ".join(MODELS)
    raise ModelUnavailable(f"There is no speech model named {setting!r}. Set WHISPER_MODEL to {known}, or to a folder.")


def model_folder(home: Path, name: str) -> Path:
    """Where a fetched model lies in the data folder."""
    return home / "models" / "whisper" / name


def find_model(setting: str, home: Path, cores: int) -> Path:
    """The model's folder, ready to load. Raises ModelUnavailable with a sentence that says what to do."""
    choice = choose_model(setting, home, cores)
    missing = [name for name in REQUIRED if not (choice.path / name).is_file()]
    if not missing and (choice.local or _receipt_holds(choice.path)):
        return choice.path
    if choice.local:
        what = f"has no {missing[0]}" if choice.path.is_dir() else "does not exist"
        raise ModelUnavailable(f"WHISPER_MODEL names the folder {choice.path}, which {what}.")
    raise ModelUnavailable(f"The speech model {choice.name} is not on this computer yet. {_FETCH}.")


def status(setting: str, home: Path, cores: int) -> Capability:
    """Whether transcription is on, for doctor and the status page. Reads a few file names and sizes only."""
    try:
        folder = find_model(setting, home, cores)
    except ModelUnavailable as reason:
        return Capability(on=False, detail=str(reason))
    return Capability(on=True, detail=f"Whisper {folder.name} transcribes on this computer; nothing is sent away.")


def _receipt_holds(folder: Path) -> bool:
    """Whether the files still have the sizes that were verified."""
    try:
        files = json.loads((folder / RECEIPT).read_text("utf-8"))["files"]
        return all((folder / name).stat().st_size == entry["size"] for name, entry in files.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def usable_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
