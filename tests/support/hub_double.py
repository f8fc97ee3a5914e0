"""A model hub on loopback that speaks the hub's protocol: metadata with digests, redirects, ranges, and its faults."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

REVISION = "3d3d5dee26484f91867d81cb899cfcf72b96be6c"


def git_blob_sha1(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


@dataclass
class Hub:
    """`files` by repository and name; `break_after` cuts that many transfers of a file after so many bytes."""

    files: dict[str, dict[str, bytes]]
    large: frozenset[str] = frozenset({"model.bin"})
    address: str = ""
    requests: list[tuple[str, str | None]] = field(default_factory=list)  # path and Range header
    break_after: dict[str, list[int]] = field(default_factory=dict)
    served_instead: dict[str, bytes] = field(default_factory=dict)
    ranges: bool = True
    status: int | None = None  # every metadata request is answered with it

    def transfers(self, name: str) -> list[str | None]:
        """The Range headers of the downloads of a file."""
        return [asked for path, asked in self.requests if path.startswith("/cdn/") and path.endswith(f"/{name}")]


@contextmanager
def serve_hub(hub: Hub) -> Iterator[Hub]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hub))
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


def _handler(hub: Hub) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            hub.requests.append((parts.path, self.headers.get("Range")))
            if parts.path.startswith("/api/models/"):
                self._metadata(parts.path.removeprefix("/api/models/"), parse_qs(parts.query))
            elif parts.path.startswith("/cdn/"):
                self._bytes(*parts.path.removeprefix("/cdn/").rsplit("/", 1))
            else:
                self._resolve(parts.path.lstrip("/"))

        def _metadata(self, path: str, query: dict[str, list[str]]) -> None:
            repository = path.removesuffix("/revision/main")
            if hub.status is not None or repository not in hub.files:
                self._answer(hub.status or 404, b'{"error":"Repository not found"}')
                return
            with_digests = query.get("blobs") == ["true"]
            siblings = [self._sibling(name, data, with_digests) for name, data in hub.files[repository].items()]
            self._answer(200, json.dumps({"id": repository, "sha": REVISION, "siblings": siblings}).encode())

        def _sibling(self, name: str, data: bytes, with_digests: bool) -> dict[str, object]:
            entry: dict[str, object] = {"rfilename": name}
            if with_digests:
                entry |= {"size": len(data), "blobId": git_blob_sha1(data)}
                if name in hub.large:
                    entry["lfs"] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 134}
            return entry

        def _resolve(self, path: str) -> None:
            repository, _, rest = path.partition("/resolve/")
            revision, _, name = rest.partition("/")
            data = hub.files.get(repository, {}).get(name)
            if data is None or revision != REVISION:
                self._answer(404, b"Entry not found")
                return
            large = name in hub.large
            digest = hashlib.sha256(data).hexdigest() if large else git_blob_sha1(data)
            headers = {"Location": f"/cdn/{repository}/{name}", "X-Repo-Commit": REVISION, "ETag": f'"{digest}"'}
            if large:
                headers |= {"X-Linked-Etag": f'"{digest}"', "X-Linked-Size": str(len(data))}
            self._answer(302, b"", headers)

        def _bytes(self, repository: str, name: str) -> None:
            data = hub.served_instead.get(name, hub.files[repository][name])
            asked = self.headers.get("Range")
            start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and hub.ranges else 0
            if start >= len(data) > 0:
                self._answer(416, b"")
                return
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            breaks = hub.break_after.get(name)
            if breaks:
                self.wfile.write(data[start : start + breaks.pop(0)])
                self.close_connection = True
                return
            self.wfile.write(data[start:])

        def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler
