"""The product as a user starts it: `interview-lab serve` in a process of its own, which a test may kill."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx


@dataclass
class Product:
    """One server on one data folder; stays at its port through a restart."""

    home: Path
    whisper_model: str = "auto"
    env: dict[str, str] = field(default_factory=dict)
    port: int = 0
    module: str = "server"  # what is run; tests have one of their own
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, seconds: float = 150.0) -> None:
        """Starts the server and waits until it answers."""
        self.port = self.port or _free_port()
        self.home.mkdir(parents=True, exist_ok=True)
        env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "CI")}
        env |= {
            "INTERVIEW_LAB_HOME": str(self.home),
            "PORT": str(self.port),
            "HOST": "127.0.0.1",
            "WHISPER_MODEL": self.whisper_model,
            "VOICE": "espeak",
            **self.env,
        }
        with (self.home / "server.log").open("ab") as log:
            command = [sys.executable, "-m", self.module, "serve"]
            self._process = subprocess.Popen(command, env=env, stdout=log, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise RuntimeError(f"the server ended with {self._process.returncode}:\n{self.log()}")
            try:
                if httpx.get(f"{self.url}/api/status", timeout=2).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"the server did not answer:\n{self.log()}")

    def kill(self) -> None:
        """kill -9: nothing is flushed, nobody says goodbye."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def log(self) -> str:
        path = self.home / "server.log"
        return path.read_text(errors="replace")[-4000:] if path.exists() else ""


@contextmanager
def serving(home: Path, whisper_model: str = "auto") -> Iterator[Product]:
    """The product on a data folder, started and in the end stopped."""
    product = Product(home, whisper_model)
    product.start()
    try:
        yield product
    finally:
        product.stop()


class Owner:
    """The owner of a fresh server, as an HTTP client."""

    def __init__(self, product: Product) -> None:
        self.http = httpx.Client(base_url=product.url, headers={"Origin": product.url}, timeout=30)
        self._post("/api/auth/local-owner")

    def interview(self, **choices: Any) -> str:
        """Plans an interview; returns its id."""
        body = {
            "role_kit": "software_engineer",
            "seniority": "entry",
            "interview_type": "hiring_manager",
            "style": "neutral",
            "minutes": 10,
            "look": "maya",
            "record": True,
            "consent": True,
            **choices,
        }
        return str(self._post("/api/interview/sessions", body)["id"])

    def practice(self, exercise: str, **choices: Any) -> str:
        """Plans to practise one exercise alone; returns the interview's id."""
        plan = self._post(f"/api/exercises/{exercise}/plan", {"minutes": 20, **choices})
        made = self._post("/api/interview/sessions", {"plan_id": plan["id"], "record": False, "consent": True})
        return str(made["id"])

    def token(self, session_id: str) -> str:
        return str(self._post(f"/api/interview/sessions/{session_id}/token")["token"])

    def get(self, path: str) -> Any:
        answer = self.http.get(path)
        answer.raise_for_status()
        return answer.json()

    def _post(self, path: str, body: Any = None) -> Any:
        csrf = self.http.get("/api/auth/me").json()["csrf_token"]
        answer = self.http.post(path, json=body, headers={"X-CSRF-Token": csrf})
        answer.raise_for_status()
        return answer.json()


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
