"""Settings, the secret, and the commands that start things."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from server.cli import main
from server.commands import CliError
from server.db import database_url, synchronous_url
from server.settings import Settings, is_loopback, load_secret
from server.startup import load_settings


@dataclass(frozen=True, slots=True)
class Ran:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def lab(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command with this data folder and nothing else of this machine's settings."""
    monkeypatch.chdir(home)  # no .env there
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("INTERVIEW_LAB_HOME", str(home))

    def run(*words: str, **environment: str) -> Ran:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        code = main(words)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


# ------------------------------------------------------------------ settings


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        *((host, True) for host in ("127.0.0.1", "127.9.9.9", "::1", "[::1]", "LOCALHOST")),
        *((host, False) for host in ("0.0.0.0", "::", "192.168.1.2", "localhost.evil.example", None)),
    ],
)
def test_what_counts_as_this_computer(host: str | None, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "PUBLIC_URL", "OPENAI_API_KEY", "WHISPER_THREADS", "HOST"):
        monkeypatch.setenv(name, "")
    settings = Settings(_env_file=None)
    assert (settings.database_url, settings.whisper_threads, settings.host) == (None, None, "127.0.0.1")
    assert not settings.model_is_on


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "eighty", "PORT cannot be used"),
        ("PORT", "70000", "PORT cannot be used"),
        ("PUBLIC_URL", "practice.example.org", "PUBLIC_URL must look like https://"),
        ("VOICE", "opera", "VOICE cannot be used"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(CliError, match=sentence) as refused:
        load_settings()
    assert refused.value.exit_code == 2


def test_secrets_are_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    settings = Settings(_env_file=None)
    assert "very-secret" not in repr(settings) + settings.model_dump_json()


def test_the_secret_is_made_once_and_readable_by_its_owner_only(home: Path) -> None:
    settings = Settings(_env_file=None, interview_lab_home=home)
    secret = load_secret(settings)
    assert len(secret) >= 43
    assert load_secret(settings) == secret
    assert [path.name for path in home.iterdir()] == ["secret.key"]
    assert (home / "secret.key").stat().st_mode & 0o777 == 0o600
    assert load_secret(Settings(_env_file=None, interview_lab_home=home, secret_key="mine")) == "mine"


# ------------------------------------------------------------------ commands


def test_migrate_and_seed(lab: Callable[..., Ran], home: Path, empty_address: str) -> None:
    migrated = lab("migrate", DATABASE_URL=empty_address)
    assert (migrated.returncode, migrated.stderr) == (0, "")
    assert "is at 0005_job_loop." in migrated.stdout
    seeded = lab("seed", DATABASE_URL=empty_address)
    assert (seeded.returncode, seeded.stderr) == (0, "")
    assert re.search(r"role kits: \d+, \d+ new or changed", seeded.stdout)
    assert "role kits: 15, none new or changed" in lab("seed", DATABASE_URL=empty_address).stdout
    engine = create_engine(synchronous_url(database_url(empty_address, home)))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM role_kits")) == 15
    engine.dispose()


@pytest.mark.parametrize("command", ["migrate", "seed", "serve"])
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("mysql://h/n", "DATABASE_URL must look like postgresql://"),
        ("postgresql://nobody:hush@127.0.0.1:9/n", "cannot be used"),
        ("sqlite:////nowhere/at/all.db", "cannot be used"),
    ],
)
def test_a_database_that_cannot_be_used_is_a_sentence(
    lab: Callable[..., Ran], command: str, address: str, sentence: str
) -> None:
    port = {"PORT": "0"} if command == "serve" else {}
    tried = lab(command, DATABASE_URL=address, **port)
    assert (tried.returncode, tried.stdout) == (2, "")
    assert sentence in tried.stderr
    assert "Traceback" not in tried.stderr
    assert "hush" not in tried.stderr


def test_a_data_folder_that_cannot_be_made_is_a_sentence(lab: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    tried = lab("migrate", INTERVIEW_LAB_HOME=str(tmp_path / "file" / "home"))
    assert tried.returncode == 2
    assert "Set INTERVIEW_LAB_HOME" in tried.stderr


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        sock.listen()
        yield sock.getsockname()[1]


def test_a_port_in_use_is_a_sentence(lab: Callable[..., Ran], home: Path, taken_port: int) -> None:
    tried = lab("serve", "--port", str(taken_port))
    assert (tried.returncode, tried.stdout) == (2, "")
    assert tried.stderr.startswith(f"Port {taken_port} is in use.")
    assert not (home / "interview-lab.db").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--port", "99999"], "There is no port 99999"),
        (["--port", "x"], "interview-lab serve --help"),
        (["--host", "not.a.host.invalid"], "no address of this computer"),
        (["--host", "192.0.2.1"], "no address of this computer"),
    ],
)
def test_where_it_cannot_listen(lab: Callable[..., Ran], words: list[str], sentence: str) -> None:
    tried = lab("serve", *words)
    assert tried.returncode == 2
    assert sentence in tried.stderr


def test_serve_prints_where_it_is_and_what_is_on(home: Path) -> None:
    given = {"PATH": os.environ["PATH"], "INTERVIEW_LAB_HOME": str(home), "PORT": "0", "VOICE": "none"}
    server = subprocess.Popen(
        [sys.executable, "-m", "server", "serve"],
        env=given, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        printed: list[str] = []
        while not printed or "Ctrl-C" not in printed[-1]:
            printed.append(server.stdout.readline())
            assert printed[-1], "the server ended before it was ready"
        said = "".join(printed)
        address = re.search(r"ready at http://localhost:(\d+)", said)
        assert address is not None
        for name in ("Transcription", "Voice", "Model", "Report"):
            assert re.search(rf"  {name} +(on |off)  \w", said), name
        assert "Set OPENAI_API_KEY or LLM_BASE_URL" in said
        with urllib.request.urlopen(f"http://127.0.0.1:{address[1]}/api/status") as answer:
            status = json.load(answer)
        assert status["local_door"] is True
        assert status["evaluator"]["on"] is True
        assert (home / "interview-lab.db").exists()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)
        server.stdout and server.stdout.close()
