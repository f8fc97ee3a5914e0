"""Fetching a model from a hub on loopback, with everything that can go wrong on the way."""

from __future__ import annotations

import fcntl
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.providers.whisper import fetch
from agent.providers.whisper.errors import ModelUnavailable
from agent.providers.whisper.fetch import fetch_model
from agent.providers.whisper.models import RECEIPT, find_model, model_folder, status
from server.cli import main
from tests.support.hub_double import Hub, serve_hub

REPOSITORY = "Systran/faster-whisper-base.en"
MODEL = bytes(range(256)) * 3000
FILES = {
    ".gitattributes": b"*.bin lfs",
    "README.md": b"read me",
    "config.json": b'{"alignment_heads": []}',
    "model.bin": MODEL,
    "tokenizer.json": b'{"model": {}}' * 50,
    "vocabulary.txt": b"a\nb\n",
}


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(fetch, "_PAUSE_S", 0.0)
    with serve_hub(Hub({REPOSITORY: dict(FILES)})) as hub:
        yield hub


def test_a_model_is_fetched_verified_and_found(hub: Hub, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    folder = fetch_model("base.en", tmp_path, endpoint=hub.address, progress=lambda *step: steps.append(step))
    assert folder == model_folder(tmp_path, "base.en") == find_model("base.en", tmp_path, 2)
    wanted = {name for name in FILES if name not in (".gitattributes", "README.md")}
    assert {path.name for path in folder.iterdir()} == wanted | {RECEIPT}
    assert all((folder / name).read_bytes() == FILES[name] for name in wanted)
    digests = {name: entry["digest"] for name, entry in json.loads((folder / RECEIPT).read_text())["files"].items()}
    assert len(digests["model.bin"]) == 64
    assert len(digests["config.json"]) == 40
    total = sum(len(FILES[name]) for name in wanted)
    assert steps[-1] == (total, total)
    assert [here for here, _ in steps] == sorted(here for here, _ in steps)
    assert status("base.en", tmp_path, 2).on


def test_a_second_fetch_downloads_nothing(hub: Hub, tmp_path: Path) -> None:
    fetch_model("base.en", tmp_path, endpoint=hub.address)
    before = len(hub.transfers("model.bin"))
    fetch_model("base.en", tmp_path, endpoint=hub.address)
    assert len(hub.transfers("model.bin")) == before == 1


def test_a_broken_transfer_is_resumed(hub: Hub, tmp_path: Path) -> None:
    hub.break_after["model.bin"] = [100_000, 200_000]
    folder = fetch_model("base.en", tmp_path, endpoint=hub.address)
    assert (folder / "model.bin").read_bytes() == MODEL
    assert hub.transfers("model.bin") == [None, "bytes=100000-", "bytes=300000-"]


def test_a_later_fetch_goes_on_where_the_last_one_stopped(hub: Hub, tmp_path: Path) -> None:
    hub.break_after["model.bin"] = [100_000, *[0] * 10]
    with pytest.raises(ModelUnavailable, match=r"model\.bin came incomplete: 100000 of 768000 bytes.*fetch"):
        fetch_model("base.en", tmp_path, endpoint=hub.address)
    assert not model_folder(tmp_path, "base.en").exists()
    assert not status("base.en", tmp_path, 2).on
    hub.break_after.clear()
    hub.requests.clear()
    fetch_model("base.en", tmp_path, endpoint=hub.address)
    assert hub.transfers("model.bin") == ["bytes=100000-"]


def test_a_server_without_ranges_starts_over(hub: Hub, tmp_path: Path) -> None:
    hub.ranges = False
    hub.break_after["model.bin"] = [100_000]
    folder = fetch_model("base.en", tmp_path, endpoint=hub.address)
    assert (folder / "model.bin").read_bytes() == MODEL


@pytest.mark.parametrize("name", ["model.bin", "config.json"])
def test_a_wrong_digest_is_refused_and_thrown_away(hub: Hub, tmp_path: Path, name: str) -> None:
    hub.served_instead[name] = FILES[name][:-1] + b"!"
    with pytest.raises(ModelUnavailable, match=f"{name} does not have the digest that the model hub names"):
        fetch_model("base.en", tmp_path, endpoint=hub.address)
    assert len(hub.transfers(name)) == 2, "tried once more"
    assert not model_folder(tmp_path, "base.en").exists()
    hub.served_instead.clear()
    assert (fetch_model("base.en", tmp_path, endpoint=hub.address) / name).read_bytes() == FILES[name]


@pytest.mark.parametrize("served", [MODEL[:1000], MODEL + b"more"])
def test_a_file_of_the_wrong_length_is_refused(hub: Hub, tmp_path: Path, served: bytes) -> None:
    hub.served_instead["model.bin"] = served
    with pytest.raises(ModelUnavailable, match=r"model\.bin"):
        fetch_model("base.en", tmp_path, endpoint=hub.address)
    assert not model_folder(tmp_path, "base.en").exists()


def test_a_damaged_folder_is_replaced(hub: Hub, tmp_path: Path) -> None:
    folder = fetch_model("base.en", tmp_path, endpoint=hub.address)
    (folder / "model.bin").write_bytes(b"")
    fetch_model("base.en", tmp_path, endpoint=hub.address)
    assert (folder / "model.bin").read_bytes() == MODEL


def test_what_the_hub_does_not_have(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="has no Systran/faster-whisper-tiny"):
        fetch_model("tiny.en", tmp_path, endpoint=hub.address)
    with pytest.raises(ModelUnavailable, match="no speech model named 'huge'"):
        fetch_model("huge", tmp_path, endpoint=hub.address)
    del hub.files[REPOSITORY]["tokenizer.json"]
    with pytest.raises(ModelUnavailable, match=r"has no tokenizer\.json"):
        fetch_model("base.en", tmp_path, endpoint=hub.address)


@pytest.mark.parametrize("status_code", [404, 500, 503])
def test_a_hub_in_trouble(hub: Hub, tmp_path: Path, status_code: int) -> None:
    hub.status = status_code
    with pytest.raises(ModelUnavailable, match="model hub"):
        fetch_model("base.en", tmp_path, endpoint=hub.address)


def test_something_that_is_not_a_hub(hub: Hub, tmp_path: Path) -> None:
    hub.status = 200
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        fetch_model("base.en", tmp_path, endpoint=hub.address)
    with pytest.raises(ModelUnavailable, match="must be an address"):
        fetch_model("base.en", tmp_path, endpoint="not an address")


def test_nothing_there_is_said_within_ten_seconds(hub: Hub, tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    began = time.monotonic()
    with pytest.raises(ModelUnavailable, match=r"cannot be reached.*Go online"):
        fetch_model("base.en", tmp_path, endpoint=f"http://127.0.0.1:{port}")
    assert time.monotonic() - began < 10


def test_a_hub_that_accepts_and_never_speaks(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_STALL_S", 0.3)
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        with pytest.raises(ModelUnavailable, match="cannot be reached"):
            fetch_model("base.en", tmp_path, endpoint=f"http://127.0.0.1:{mute.getsockname()[1]}")


def test_two_fetches_do_not_mix(hub: Hub, tmp_path: Path) -> None:
    folder = model_folder(tmp_path, "base.en").parent
    folder.mkdir(parents=True)
    with (folder / ".base.en.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ModelUnavailable, match="Another"):
            fetch_model("base.en", tmp_path, endpoint=hub.address)
    fetch_model("base.en", tmp_path, endpoint=hub.address)


def test_a_place_that_cannot_be_written(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file stands here")
    with pytest.raises(ModelUnavailable, match="could not be stored"):
        fetch_model("base.en", tmp_path, endpoint=hub.address)


def test_the_command(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INTERVIEW_LAB_HOME", str(tmp_path))
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    monkeypatch.delenv("WHISPER_MODEL", raising=False)
    assert main(["models", "fetch", "base.en"]) == 0
    assert "is here and verified" in capsys.readouterr().out
    assert main(["models", "fetch", "tiny.en"]) == 2
    assert "has no Systran/faster-whisper-tiny.en" in capsys.readouterr().err
    assert main(["models", "list", "--json"]) == 0
    listing = json.loads(capsys.readouterr().out)
    assert {row["name"]: row["here"] for row in listing["models"]}["base.en"] is True
    monkeypatch.setenv("WHISPER_MODEL", str(model_folder(tmp_path, "base.en")))
    assert main(["models", "fetch"]) == 0
    assert "nothing to fetch" in capsys.readouterr().out
