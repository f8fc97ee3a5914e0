"""Fetches a natural voice: goes on where it broke off, verifies each file by the digest that its host publishes."""

from __future__ import annotations

import hashlib
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias
from urllib.parse import quote, urljoin, urlsplit

import httpx

from agent.voices.catalog import CatalogVoice, HubFile, ReleaseFile, VoiceFile, write_receipt

HUB_URL = "https://huggingface.co"
RELEASES_URL = "https://api.github.com"
_ATTEMPTS = 4  # in a row that bring no new byte
_PAUSE_S = 0.5  # before the second of them, longer before each further one
_CHUNK = 1 << 18
_REDIRECTS = 5

Progress: TypeAlias = Callable[[str, int, int], None]
"""(file, bytes here, bytes in all) of the file that is being fetched."""


class FetchError(Exception):
    """A voice cannot be fetched; `str()` is a sentence that says what to do."""


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...

    def hexdigest(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Published:
    """What a host says about a file. `digest` is SHA-256 (64 hex digits) or, for small hub files, git's blob SHA-1."""

    url: str
    size: int
    digest: str

    def hasher(self) -> _Hash:
        if len(self.digest) == 64:
            return hashlib.sha256()
        return hashlib.sha1(f"blob {self.size}\0".encode(), usedforsecurity=False)


@dataclass(frozen=True, slots=True)
class Hosts:
    """Where voices come from; each may be a mirror."""

    hub: str = HUB_URL
    releases: str = RELEASES_URL


def fetch_voice(voice: CatalogVoice, home: Path, hosts: Hosts, progress: Progress) -> dict[str, str]:
    """Puts a voice into `home/voices`; returns each file's verified digest. Files that are there already are kept.

    Raises FetchError: no network, missing at the host, no or a wrong digest, disk full.
    """
    folder = voice.folder(home)
    try:
        with httpx.Client(timeout=httpx.Timeout(20.0, connect=5.0), headers={"Accept-Encoding": "identity"}) as client:
            wanted = [(file, publication(client, file, hosts)) for file in voice.files]
            folder.mkdir(parents=True, exist_ok=True)
            _must_fit(folder, wanted)
            for file, published in wanted:
                _fetch_file(client, published, folder / file.name, progress)
        digests = {file.name: published.digest for file, published in wanted}
        write_receipt(voice, home, digests)
    except OSError as error:
        raise FetchError(f"The voice could not be stored in {folder}: {error.strerror or error}.") from error
    return digests


def remove_voice(voice: CatalogVoice, home: Path) -> bool:
    """Deletes a voice, begun ones too; false where there was none. Raises FetchError where the disk does not let it."""
    folder = voice.folder(home)
    if not folder.exists():
        return False
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise FetchError(f"{folder} could not be removed: {error.strerror}.") from error
    return True


# ------------------------------------------------------------------ what the hosts say


def publication(client: httpx.Client, file: VoiceFile, hosts: Hosts) -> Published:
    """Address, size and digest as the host publishes them. Raises FetchError."""
    source = file.source
    host = hosts.hub if isinstance(source, HubFile) else hosts.releases
    try:
        if isinstance(source, HubFile):
            return _on_hub(client, source, hosts.hub.rstrip("/"))
        return _in_release(client, source, hosts.releases.rstrip("/"))
    except httpx.InvalidURL as error:
        raise FetchError(f"{host!r} is no address; it must look like {HUB_URL}.") from error
    except httpx.HTTPError as error:
        raise FetchError(_unreachable(host)) from error


def _on_hub(client: httpx.Client, source: HubFile, hub: str) -> Published:
    """The hub answers HEAD with the digest and then points to a storage host; the digest is on the hub's answer."""
    url = f"{hub}/{source.repository}/resolve/{quote(source.revision)}/{quote(source.path)}"
    answer = client.head(url)
    for _ in range(_REDIRECTS):
        target = urljoin(str(answer.url), answer.headers.get("location", ""))
        if not answer.is_redirect or urlsplit(target).netloc != urlsplit(hub).netloc:
            break
        answer = client.head(target)
    if not (answer.is_success or answer.is_redirect):
        raise FetchError(_refused(hub, f"{source.repository}/{source.path}", answer))
    headers = answer.headers
    digest = headers.get("x-linked-etag") or headers.get("etag", "")
    size = headers.get("x-linked-size") or headers.get("content-length", "")
    # A commit's files do not change between this answer and the download.
    revision = headers.get("x-repo-commit", source.revision)
    fixed = f"{hub}/{source.repository}/resolve/{quote(revision)}/{quote(source.path)}"
    return _published(fixed, size, digest.removeprefix("W/").strip('"'), source.path)


def _in_release(client: httpx.Client, source: ReleaseFile, api: str) -> Published:
    url = f"{api}/repos/{source.repository}/releases/tags/{quote(source.tag)}"
    answer = client.get(url, follow_redirects=True)
    if not answer.is_success:
        raise FetchError(_refused(api, f"{source.repository} {source.tag}", answer))
    try:
        asset = next(asset for asset in answer.json()["assets"] if asset["name"] == source.name)
        digest = str(asset.get("digest") or "").removeprefix("sha256:")
        return _published(str(asset["browser_download_url"]), str(asset["size"]), digest, source.name)
    except StopIteration:
        raise FetchError(f"{source.repository} {source.tag} has no file {source.name} any more.") from None
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError(f"The answer of {urlsplit(api).hostname} cannot be read. Is it a mirror?") from error


def _published(url: str, size: str, digest: str, name: str) -> Published:
    if not size.isdigit():
        raise FetchError(f"The host does not say how large {name} is, so nothing was fetched.")
    if not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", digest):
        raise FetchError(f"The host publishes no digest of {name}, so it can't be verified and was not fetched.")
    return Published(url, int(size), digest)


def _refused(host: str, what: str, answer: httpx.Response) -> str:
    name = urlsplit(host).hostname
    if answer.status_code in (401, 404):
        return f"{name} has no {what} (HTTP {answer.status_code})."
    return f"{name} answered {answer.status_code}. Try again later."


def _unreachable(host: str) -> str:
    return (
        f"{urlsplit(host).hostname or host} cannot be reached. Go online and run the command again, "
        "or name a mirror with --hub-url or --releases-url."
    )


# ------------------------------------------------------------------ files


def _must_fit(folder: Path, wanted: list[tuple[VoiceFile, Published]]) -> None:
    here = sum(path.stat().st_size for path in folder.iterdir())
    needed = sum(published.size for _, published in wanted) - here
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise FetchError(f"The voice needs {needed / 1e6:.0f} MB on the disk, only {free / 1e6:.0f} MB are free.")


def _fetch_file(client: httpx.Client, published: Published, path: Path, progress: Progress) -> None:
    """Downloads until all is here; goes on where a transfer broke off. What has a wrong digest is thrown away."""
    if path.is_file() and path.stat().st_size == published.size and _digest(path, published) == published.digest:
        progress(path.name, published.size, published.size)
        return
    # The name holds the digest: a part of an older version is never continued with a newer one.
    part = path.with_name(f"{path.name}.{published.digest[:12]}.part")
    idle = 0
    while (here := _size(part)) < published.size:
        problem = _transfer(client, published, part, path.name, progress)
        idle = idle + 1 if _size(part) <= here else 0
        if idle == _ATTEMPTS:
            raise FetchError(f"{path.name} broke off: {problem}. What is here is kept; run the command again.")
        if problem is not None:
            time.sleep(_PAUSE_S * idle)
    if _size(part) != published.size or _digest(part, published) != published.digest:
        part.unlink()
        raise FetchError(f"{path.name} is not what its host published and was thrown away. Run the command again.")
    part.replace(path)
    for stale in path.parent.glob(f"{path.name}.*.part"):
        stale.unlink()


def _transfer(client: httpx.Client, published: Published, part: Path, name: str, progress: Progress) -> str | None:
    """Appends what is missing; returns what went wrong, if anything did."""
    here = _size(part)
    headers = {"Range": f"bytes={here}-"} if here else {}
    try:
        with client.stream("GET", published.url, headers=headers, follow_redirects=True) as answer:
            if not answer.is_success:
                return f"the host answered {answer.status_code}"
            resumed = answer.status_code == 206
            with part.open("ab" if resumed else "wb") as file:
                for chunk in answer.iter_raw():  # as it comes: what is collected first is lost when it breaks off
                    file.write(chunk)
                    progress(name, file.tell(), published.size)
                    if file.tell() > published.size:
                        return None  # more than was published: the digest will not fit
    except httpx.HTTPError as error:
        return f"the connection was lost ({type(error).__name__})"
    return None


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _digest(path: Path, published: Published) -> str:
    hasher = published.hasher()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            hasher.update(chunk)
    return hasher.hexdigest()
