"""Fetches a speech model from the model hub, once: resumed where it broke off, verified against the hub's own digests.

The hub names for every file either the SHA-256 (large files) or git's blob SHA-1 (small ones). A file whose digest
differs is thrown away; a folder becomes visible under its name only when every file in it is right.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlsplit

import httpx

from agent.providers.whisper.errors import ModelUnavailable
from agent.providers.whisper.models import MODELS, RECEIPT, REQUIRED, model_folder

HUB = "https://huggingface.co"
_WANTED = re.compile(r"config\.json|preprocessor_config\.json|model\.bin|tokenizer\.json|vocabulary\..+")
_REACH_S, _CONNECT_S, _STALL_S = 6.0, 4.0, 20.0
_ATTEMPTS = 4  # in a row without a new byte
_PAUSE_S = 0.5  # before the second of them, longer before each further one
_WRONG_DIGESTS = 2
_AGAIN = "Run `interview-lab models fetch` again."

Progress = Callable[[int, int], None]  # bytes here, bytes in all


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...

    def hexdigest(self) -> str: ...


@dataclass(frozen=True, slots=True)
class HubFile:
    """One file of a repository as the hub describes it. `digest` is SHA-256 (64 hex digits) or git blob SHA-1 (40)."""

    name: str
    size: int
    digest: str

    def hasher(self) -> _Hash:
        if len(self.digest) == 64:
            return hashlib.sha256()
        return hashlib.sha1(f"blob {self.size}\0".encode(), usedforsecurity=False)


def fetch_model(name: str, home: Path, *, endpoint: str | None = None, progress: Progress | None = None) -> Path:
    """Puts the model `name` into the data folder and returns its place. Does nothing where it is there and verified.

    `endpoint` is a mirror of the hub. Raises ModelUnavailable with a sentence for people: unknown name, no network,
    missing on the hub, broken off, wrong digest, disk full. Gives up within ten seconds where nothing answers.
    """
    if name not in MODELS:
        raise ModelUnavailable(f"There is no speech model named {name!r}. Known are {', '.join(MODELS)}.")
    target = model_folder(home, name)
    hub = (endpoint or HUB).rstrip("/")
    _must_answer(hub)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _only_one(target.parent / f".{name}.lock"), _client() as client:
            repository = MODELS[name][0]
            revision, files = _describe(client, hub, repository)
            if _is_verified(target, files):
                return target
            _download(client, f"{hub}/{repository}/resolve/{revision}", files, target, progress or (lambda *_: None))
            return target
    except OSError as fault:
        raise ModelUnavailable(f"The speech model could not be stored in {target.parent}: {fault.strerror}.") from fault


def _client() -> httpx.Client:
    timeout = httpx.Timeout(_STALL_S, connect=_CONNECT_S)
    return httpx.Client(timeout=timeout, follow_redirects=True, headers={"Accept-Encoding": "identity"})


def _must_answer(hub: str) -> None:
    """Tries to connect with one deadline for everything: offline, resolver and address list may take a minute."""
    parts = urlsplit(hub)
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise ModelUnavailable(f"HF_ENDPOINT must be an address like {HUB}, not {hub!r}.")
    proxies = urllib.request.getproxies()
    if parts.scheme in proxies or "all" in proxies:
        return  # the proxy connects
    address = (parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))
    answered = threading.Event()
    thread = threading.Thread(target=_connect, args=(address, answered), daemon=True)
    thread.start()
    thread.join(timeout=_REACH_S)
    if not answered.is_set():
        raise ModelUnavailable(_offline(parts.hostname))


def _connect(address: tuple[str, int], answered: threading.Event) -> None:
    try:
        socket.create_connection(address, timeout=_CONNECT_S).close()
    except OSError:
        return
    answered.set()


def _offline(host: str) -> str:
    return (
        f"The model hub {host} cannot be reached. Go online and run `interview-lab models fetch`, set HF_ENDPOINT to a "
        "mirror, or set WHISPER_MODEL to a folder with a faster-whisper model."
    )


# ------------------------------------------------------------------ what the hub says


def _describe(client: httpx.Client, hub: str, repository: str) -> tuple[str, tuple[HubFile, ...]]:
    """The commit that `main` names now and its files with size and digest."""
    url = f"{hub}/api/models/{repository}/revision/main"
    try:
        answer = client.get(url, params={"blobs": "true"})
    except httpx.TransportError as fault:
        raise ModelUnavailable(_offline(urlsplit(hub).hostname or hub)) from fault
    if answer.status_code in (401, 404):
        raise ModelUnavailable(f"The model hub {urlsplit(hub).hostname} has no {repository}. Choose another model.")
    if not answer.is_success:
        raise ModelUnavailable(f"The model hub answered {answer.status_code}. Try again later.")
    try:
        body = answer.json()
        files = tuple(_file(entry) for entry in body["siblings"] if _WANTED.fullmatch(entry["rfilename"]))
        revision = str(body["sha"])
    except (ValueError, KeyError, TypeError) as fault:
        raise ModelUnavailable("The model hub's answer cannot be read. Is HF_ENDPOINT a mirror of the hub?") from fault
    if missing := [name for name in REQUIRED if name not in {file.name for file in files}]:
        raise ModelUnavailable(f"{repository} on the model hub has no {missing[0]}. Choose another model.")
    return revision, files


def _file(entry: dict[str, object]) -> HubFile:
    large = entry.get("lfs")
    digest = str(large["sha256"]) if isinstance(large, dict) else str(entry["blobId"])
    if not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", digest):
        raise ValueError("not a digest")
    return HubFile(str(entry["rfilename"]), int(str(entry["size"])), digest)


def _is_verified(folder: Path, files: tuple[HubFile, ...]) -> bool:
    try:
        receipt = json.loads((folder / RECEIPT).read_text("utf-8"))["files"]
        return all(
            receipt[file.name]["digest"] == file.digest and (folder / file.name).stat().st_size == file.size
            for file in files
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


# ------------------------------------------------------------------ files


def _download(client: httpx.Client, url: str, files: tuple[HubFile, ...], target: Path, progress: Progress) -> None:
    """All files into a hidden folder beside the target, then the folder into its place."""
    work = target.with_name(f".{target.name}.partial")
    work.mkdir(exist_ok=True)
    needed = sum(file.size for file in files)
    free = shutil.disk_usage(work).free
    if free < needed - sum(map(_size, work.iterdir())):
        raise ModelUnavailable(f"The model needs {needed / 1e6:.0f} MB on the disk, only {free / 1e6:.0f} MB are free.")
    done = 0
    for file in files:
        _fetch_file(client, f"{url}/{quote(file.name)}", file, work, partial(_add, progress, done, needed))
        done += file.size
    receipt = {"files": {file.name: {"size": file.size, "digest": file.digest} for file in files}}
    (work / RECEIPT).write_text(json.dumps(receipt, indent=1), "utf-8")
    if target.exists():
        shutil.rmtree(target)
    os.replace(work, target)


def _fetch_file(client: httpx.Client, url: str, file: HubFile, folder: Path, progress: Callable[[int], None]) -> None:
    """Downloads until the digest is right: goes on where a transfer broke off, starts anew after a wrong digest."""
    path = folder / file.name
    stalled, wrong = 0, 0
    while True:
        here = _size(path)
        if here == file.size and _digest(path, file) == file.digest:
            progress(file.size)
            return
        if here >= file.size:
            path.unlink()
            here, wrong = 0, wrong + 1
        if wrong >= _WRONG_DIGESTS:
            raise ModelUnavailable(f"{file.name} does not have the digest that the model hub names. {_AGAIN}")
        if stalled >= _ATTEMPTS:
            raise ModelUnavailable(f"{file.name} came incomplete: {here} of {file.size} bytes. {_AGAIN}")
        time.sleep(_PAUSE_S * stalled)
        _append(client, url, path, file, here, progress)
        # a transfer that got further counts as new luck, one that only repeats itself does not
        stalled = 0 if _size(path) > here else stalled + 1


def _append(
    client: httpx.Client, url: str, path: Path, file: HubFile, size: int, progress: Callable[[int], None]
) -> None:
    """One transfer, from byte `size` on where the server can. A connection that breaks leaves what has come."""
    headers = {"Range": f"bytes={size}-"} if size else {}
    try:
        with client.stream("GET", url, headers=headers) as answer:
            answer.raise_for_status()
            resumed = answer.status_code == httpx.codes.PARTIAL_CONTENT
            here = size if resumed else 0
            with path.open("ab" if resumed else "wb") as out:
                # as it comes: collected chunks would be lost with the connection
                for chunk in answer.iter_raw():
                    out.write(chunk)
                    here += len(chunk)
                    progress(min(here, file.size))
    except httpx.HTTPStatusError as fault:
        raise ModelUnavailable(f"The model hub answered {fault.response.status_code} for {file.name}.") from fault
    except httpx.TransportError:
        return


def _add(progress: Progress, base: int, needed: int, here: int) -> None:
    progress(base + here, needed)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _digest(path: Path, file: HubFile) -> str:
    hasher = file.hasher()
    with path.open("rb") as source:
        while chunk := source.read(1 << 20):
            hasher.update(chunk)
    return hasher.hexdigest()


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    """Two set-ups at once would write into one another's files: the second is told so."""
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise ModelUnavailable("Another `interview-lab models fetch` is at work; wait until it is done.") from fault
        yield
