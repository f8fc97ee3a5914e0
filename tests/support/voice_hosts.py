"""A local model hub and release host with the real protocol: digests in headers and JSON, redirects, ranges."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def git_blob(data: bytes) -> str:
    return hashlib.sha1(f"blob {len(data)}\0".encode() + data, usedforsecurity=False).hexdigest()


@dataclass
class VoiceHosts:
    """`hub` maps "repository/path" to bytes; `releases` maps "repository/tag/asset". A test changes what it likes."""

    url: str = ""
    hub: dict[str, bytes] = field(default_factory=dict)
    releases: dict[str, bytes] = field(default_factory=dict)
    large: int = 1000  # files from this size on are LFS files: SHA-256, and a redirect to a storage host
    cut_after: int | None = None  # bytes after which every download breaks off
    corrupt: bool = False  # downloads differ from what was published
    digests: bool = True
    ranges: list[str] = field(default_factory=list)  # the Range headers that came, "" for none
    downloads: list[str] = field(default_factory=list)


@contextlib.contextmanager
def voice_hosts() -> Iterator[VoiceHosts]:
    """Serves on a free port of the loopback until the block ends."""
    hosts = VoiceHosts()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._hub_file(body=False)

        def do_GET(self) -> None:
            if self.path.startswith("/repos/"):
                self._release()
            elif self.path.startswith("/storage/"):
                name = self.path.removeprefix("/storage/")
                self._download(hosts.hub[name] if name in hosts.hub else hosts.releases[name])
            else:
                self._hub_file(body=True)

        def _hub_file(self, *, body: bool) -> None:
            found = re.fullmatch(r"/(.+)/resolve/([^/]+)/(.+)", self.path)
            name = f"{found[1]}/{found[3]}" if found else ""
            data = hosts.hub.get(name)
            if data is None or found is None or found[2] not in ("main", COMMIT):
                self._answer(404, b"not found")
                return
            headers = {"X-Repo-Commit": COMMIT}
            if len(data) >= hosts.large:
                if hosts.digests:
                    headers["X-Linked-Etag"] = f'"{hashlib.sha256(data).hexdigest()}"'
                headers |= {
                    "X-Linked-Size": str(len(data)),
                    "Location": f"{hosts.url.replace('127.0.0.1', 'localhost')}/storage/{name}",
                }
                self._answer(302, b"", headers)
            elif body:
                self._download(data)
            else:
                headers["ETag"] = f'"{git_blob(data)}"' if hosts.digests else '"weak"'
                self._answer(200, b"", headers | {"Content-Length": str(len(data))})

        def _release(self) -> None:
            found = re.fullmatch(r"/repos/(.+)/releases/tags/(.+)", self.path)
            prefix = f"{found[1]}/{found[2]}/" if found else "?"
            assets = [
                {
                    "name": name.removeprefix(prefix),
                    "size": len(data),
                    "digest": f"sha256:{hashlib.sha256(data).hexdigest()}" if hosts.digests else None,
                    "browser_download_url": f"{hosts.url}/storage/{name}",
                }
                for name, data in hosts.releases.items()
                if name.startswith(prefix)
            ]
            self._answer(200 if assets else 404, json.dumps({"assets": assets}).encode())

        def _download(self, data: bytes) -> None:
            wanted = self.headers.get("Range", "")
            hosts.ranges.append(wanted)
            hosts.downloads.append(self.path)
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
            body = (bytes(len(data)) if hosts.corrupt else data)[start:]
            self.send_response(206 if wanted else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if hosts.cut_after is not None and len(body) > hosts.cut_after:
                self.wfile.write(body[: hosts.cut_after])
                self.close_connection = True
                return
            self.wfile.write(body)

        def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for key, value in ({"Content-Length": str(len(body))} | (headers or {})).items():
                self.send_header(key, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hosts.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hosts
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
