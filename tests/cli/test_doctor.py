"""`doctor` tells what is on, off and broken, and its exit code says whether the product can work."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from server import health
from server.cli import main
from server.migrate import downgrade, upgrade
from server.settings import Settings


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A healthy machine: a page that is built, an empty data folder, a free port, no model."""
    static = tmp_path / "static"
    static.mkdir()
    (static / "index.html").write_text("<!doctype html>")
    monkeypatch.setattr(health, "STATIC", static)
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("INTERVIEW_LAB_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PORT", str(free_port()))
    return tmp_path


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def answering(status: int, body: str) -> Iterator[int]:
    """A server on this computer that answers every GET so; gives its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def doctor(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, dict[str, str]]]:
    code = main(["doctor", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] == (code == 0)
    return code, {check["name"]: check for check in told["checks"]}


def test_a_healthy_machine_passes(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, checks = doctor(capsys)
    assert code == 0
    assert {checks[name]["state"] for name in ("Python", "Page", "Data folder", "Database", "Port", "Clock")} == {"ok"}
    assert checks["Transcription"]["state"] == "off"
    assert "models fetch" in checks["Transcription"]["detail"]
    assert checks["Model"]["state"] == "off"
    assert not (machine / "home").exists()


def test_the_same_for_people(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("Everything needed works.\n")
    assert "  off  Transcription" in said


def test_a_page_that_is_not_built(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (machine / "static/index.html").unlink()
    code, checks = doctor(capsys)
    assert (code, checks["Page"]["state"]) == (1, "broken")
    assert "make setup" in checks["Page"]["detail"]


def test_a_data_folder_that_cannot_be_written(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (machine / "a-file").touch()
    monkeypatch.setenv("INTERVIEW_LAB_HOME", str(machine / "a-file/home"))
    code, checks = doctor(capsys)
    assert (code, checks["Data folder"]["state"]) == (1, "broken")
    assert "INTERVIEW_LAB_HOME" in checks["Data folder"]["detail"]


def test_a_database_that_does_not_answer(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://me:hidden@127.0.0.1:{free_port()}/lab")
    code, checks = doctor(capsys)
    assert (code, checks["Database"]["state"]) == (1, "broken")
    assert "hidden" not in checks["Database"]["detail"]


def test_a_database_of_an_older_version(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (machine / "home").mkdir()
    url = health.database_url(None, machine / "home")
    upgrade(url)
    assert "up to date" in doctor(capsys)[1]["Database"]["detail"]
    downgrade(url)
    assert "older version" in doctor(capsys)[1]["Database"]["detail"]


def test_a_port_that_another_program_has(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with answering(200, "something else") as port:
        monkeypatch.setenv("PORT", str(port))
        code, checks = doctor(capsys)
    assert (code, checks["Port"]["state"]) == (1, "broken")


def test_a_port_that_the_lab_has(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with answering(200, '{"transcription": {"on": false}}') as port:
        monkeypatch.setenv("PORT", str(port))
        code, checks = doctor(capsys)
    assert code == 0
    assert "is running" in checks["Port"]["detail"]


@pytest.mark.parametrize(
    ("status", "state", "said"),
    [(200, "ok", "It answers"), (401, "warning", "refuses the key"), (404, "ok", "answers")],
)
def test_a_model_that_is_set(
    status: int,
    state: str,
    said: str,
    machine: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with answering(status, "{}") as port:
        monkeypatch.setenv("LLM_BASE_URL", f"http://127.0.0.1:{port}/v1")
        code, checks = doctor(capsys)
    assert (code, checks["Model"]["state"]) == (0, state)
    assert said in checks["Model"]["detail"]


def test_a_model_that_is_silent_is_a_warning(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LLM_BASE_URL", f"http://127.0.0.1:{free_port()}/v1")
    code, checks = doctor(capsys)
    assert (code, checks["Model"]["state"]) == (0, "warning")


def test_a_setting_that_cannot_be_used(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "ninety")
    assert main(["doctor"]) == 2
    assert capsys.readouterr().err.startswith("PORT cannot be used")
