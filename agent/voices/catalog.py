"""The natural local voices that can be fetched: where they come from, how large they are, under which licence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from agent.voices.looks import Look

EngineName: TypeAlias = Literal["kokoro", "piper"]
RECEIPT = "voice.json"  # written last: a folder with it is complete


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a model hub's repository; the hub publishes its digest in the headers of the file itself."""

    repository: str
    path: str
    revision: str = "main"


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A file of a release; the host publishes its digest in the description of the release."""

    repository: str
    tag: str
    name: str


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """`megabytes` is what to expect; the host says the exact size and digest."""

    name: str
    source: HubFile | ReleaseFile
    megabytes: float


@dataclass(frozen=True, slots=True)
class CatalogVoice:
    name: str
    engine: EngineName
    summary: str
    licence: str
    licence_url: str
    files: tuple[VoiceFile, ...]
    looks: tuple[Look, ...]

    @property
    def megabytes(self) -> float:
        return round(sum(file.megabytes for file in self.files), 1)

    def folder(self, home: Path) -> Path:
        return home / "voices" / self.name

    def fetched(self, home: Path) -> bool:
        """Whether it is there, whole."""
        return (self.folder(home) / RECEIPT).is_file()


_KOKORO = "thewh1teagle/kokoro-onnx"
_KOKORO_TAG = "model-files-v1.1"
_KOKORO_VOICES = VoiceFile("voices.bin", ReleaseFile(_KOKORO, _KOKORO_TAG, "voices-v1.0.bin"), 28)
_KOKORO_LICENCE = "https://huggingface.co/hexgrad/Kokoro-82M"
_PIPER = "rhasspy/piper-voices"


def _kokoro(name: str, asset: str, megabytes: float, summary: str) -> CatalogVoice:
    return CatalogVoice(
        name=name,
        engine="kokoro",
        summary=summary,
        licence="Apache-2.0",
        licence_url=_KOKORO_LICENCE,
        files=(
            VoiceFile("model.onnx", ReleaseFile(_KOKORO, _KOKORO_TAG, asset), megabytes),
            _KOKORO_VOICES,
        ),
        looks=("maya", "daniel", "amara"),
    )


def _piper(name: str, language: str, quality: str, look: Look, summary: str) -> CatalogVoice:
    """A voice whose model card names recordings in the public domain."""
    folder = f"en/{language}/{name}/{quality}"
    model = f"{folder}/{language}-{name}-{quality}.onnx"
    return CatalogVoice(
        name=f"piper-{name}",
        engine="piper",
        summary=summary,
        licence="public domain recordings (LibriVox)",
        licence_url=f"https://huggingface.co/{_PIPER}/blob/main/{folder}/MODEL_CARD",
        files=(
            VoiceFile("model.onnx", HubFile(_PIPER, model), 63.5),
            VoiceFile("model.onnx.json", HubFile(_PIPER, f"{model}.json"), 0.005),
        ),
        looks=(look,),
    )


CATALOG: tuple[CatalogVoice, ...] = (
    _kokoro("kokoro", "kokoro-v1.0.onnx", 326, "natural; one model for all three interviewers"),
    _kokoro("kokoro-small", "kokoro-v1.0.int8.onnx", 114, "Kokoro in a third of the size, a little rougher"),
    _piper("kristin", "en_US", "medium", "maya", "American woman; for Maya"),
    _piper("norman", "en_US", "medium", "daniel", "American man; for Daniel"),
    _piper("cori", "en_GB", "medium", "amara", "British woman; for Amara"),
)


def named(name: str) -> tuple[CatalogVoice, ...]:
    """The voice of that name, or for `piper` all of its voices; nothing for a name that is not in the catalog."""
    if name == "piper":
        return tuple(voice for voice in CATALOG if voice.engine == "piper")
    return tuple(voice for voice in CATALOG if voice.name == name)


def fetched_voice(engine: EngineName, home: Path, look: Look) -> CatalogVoice | None:
    """The engine's best voice on this machine for a look: one made for it, else any."""
    there = [voice for voice in CATALOG if voice.engine == engine and voice.fetched(home)]
    fitting = [voice for voice in there if look in voice.looks]
    return next(iter(fitting or there), None)


def write_receipt(voice: CatalogVoice, home: Path, digests: dict[str, str]) -> None:
    """Marks a voice's folder complete. `digests` holds the verified digest of each file."""
    receipt = {"name": voice.name, "licence": voice.licence, "licence_url": voice.licence_url, "digests": digests}
    (voice.folder(home) / RECEIPT).write_text(json.dumps(receipt, indent=2) + "\n", "utf-8")
