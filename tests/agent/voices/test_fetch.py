"""Voices are fetched whole, verified, and continued after a break; and the command says so."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.voices import fetch
from agent.voices.catalog import CATALOG, HubFile, ReleaseFile, fetched_voice, named
from agent.voices.fetch import FetchError, Hosts, fetch_voice
from server.cli import main
from tests.support.voice_hosts import VoiceHosts, git_blob, voice_hosts

KRISTIN = named("piper-kristin")[0]
KOKORO = named("kokoro-small")[0]
MODEL, CONFIG = b"a model of some size, " * 4000, b'{"audio": {}}'


@pytest.fixture
def hosts() -> Iterator[VoiceHosts]:
    with voice_hosts() as hosts:
        for voice in CATALOG:
            for file in voice.files:
                data = CONFIG if file.name.endswith(".json") else MODEL + voice.name.encode()
                if isinstance(file.source, HubFile):
                    hosts.hub[f"{file.source.repository}/{file.source.path}"] = data
                elif isinstance(file.source, ReleaseFile):
                    hosts.releases[f"{file.source.repository}/{file.source.tag}/{file.source.name}"] = data
        yield hosts


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_PAUSE_S", 0.001)


def get(hosts: VoiceHosts, home: Path, name: str = "piper-kristin") -> dict[str, str]:
    return fetch_voice(named(name)[0], home, Hosts(hosts.url, hosts.url), lambda *_: None)


def test_a_voice_of_the_hub_arrives_verified(hosts: VoiceHosts, tmp_path: Path) -> None:
    model = MODEL + b"piper-kristin"
    assert not KRISTIN.fetched(tmp_path)
    digests = get(hosts, tmp_path)
    assert digests == {"model.onnx": hashlib.sha256(model).hexdigest(), "model.onnx.json": git_blob(CONFIG)}
    assert (KRISTIN.folder(tmp_path) / "model.onnx").read_bytes() == model
    assert KRISTIN.fetched(tmp_path)
    assert fetched_voice("piper", tmp_path, "daniel") is KRISTIN, "one voice speaks for every face until theirs is here"
    receipt = json.loads((KRISTIN.folder(tmp_path) / "voice.json").read_text())
    assert receipt["digests"] == digests
    assert receipt["licence"] == KRISTIN.licence


def test_a_voice_of_a_release_arrives_verified(hosts: VoiceHosts, tmp_path: Path) -> None:
    digests = get(hosts, tmp_path, "kokoro-small")
    assert digests["model.onnx"] == hashlib.sha256(MODEL + b"kokoro-small").hexdigest()
    assert {path.name for path in KOKORO.folder(tmp_path).iterdir()} == {"model.onnx", "voices.bin", "voice.json"}


def test_what_is_here_is_not_fetched_again(hosts: VoiceHosts, tmp_path: Path) -> None:
    get(hosts, tmp_path)
    hosts.downloads.clear()
    get(hosts, tmp_path)
    assert hosts.downloads == []
    (KRISTIN.folder(tmp_path) / "model.onnx").write_bytes(b"damaged")
    get(hosts, tmp_path)
    assert len(hosts.downloads) == 1


def test_a_broken_transfer_goes_on_where_it_stopped(hosts: VoiceHosts, tmp_path: Path) -> None:
    hosts.cut_after = 30_000
    get(hosts, tmp_path)
    starts = [int(wanted.removeprefix("bytes=").rstrip("-")) for wanted in hosts.ranges if wanted]
    assert len(starts) >= 2
    assert starts == sorted(set(starts)), "every attempt begins later than the one before"
    assert KRISTIN.fetched(tmp_path)


def test_a_transfer_that_never_ends_is_kept_for_the_next_time(hosts: VoiceHosts, tmp_path: Path) -> None:
    hosts.cut_after = 0
    with pytest.raises(FetchError, match="run the command again"):
        get(hosts, tmp_path)
    assert not KRISTIN.fetched(tmp_path)
    hosts.cut_after = None
    part = next(KRISTIN.folder(tmp_path).glob("*.part"))
    part.write_bytes((MODEL + b"piper-kristin")[:50_000])
    hosts.ranges.clear()
    get(hosts, tmp_path)
    assert hosts.ranges[0] == "bytes=50000-"
    assert list(KRISTIN.folder(tmp_path).glob("*.part")) == []


def test_a_part_of_another_version_is_not_continued(hosts: VoiceHosts, tmp_path: Path) -> None:
    folder = KRISTIN.folder(tmp_path)
    folder.mkdir(parents=True)
    (folder / "model.onnx.0123456789ab.part").write_bytes(b"old version")
    get(hosts, tmp_path)
    assert hosts.ranges[0] == ""
    assert list(folder.glob("*.part")) == []


def test_what_differs_from_the_publication_is_thrown_away(hosts: VoiceHosts, tmp_path: Path) -> None:
    hosts.corrupt = True
    with pytest.raises(FetchError, match="not what its host published"):
        get(hosts, tmp_path)
    assert not KRISTIN.fetched(tmp_path)
    assert not (KRISTIN.folder(tmp_path) / "model.onnx").exists()
    assert list(KRISTIN.folder(tmp_path).glob("*.part")) == []


@pytest.mark.parametrize("name", ["piper-kristin", "kokoro"])
def test_without_a_published_digest_nothing_is_fetched(hosts: VoiceHosts, tmp_path: Path, name: str) -> None:
    hosts.digests = False
    with pytest.raises(FetchError, match="publishes no digest"):
        get(hosts, tmp_path, name)
    assert hosts.downloads == []


@pytest.mark.parametrize("name", ["piper-kristin", "kokoro"])
def test_what_the_host_does_not_have_is_said(hosts: VoiceHosts, tmp_path: Path, name: str) -> None:
    hosts.hub.clear()
    hosts.releases.clear()
    with pytest.raises(FetchError, match="has no"):
        get(hosts, tmp_path, name)


def test_a_full_disk_is_said_before_anything_is_fetched(
    hosts: VoiceHosts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(100, 90, 10))  # type: ignore[attr-defined]
    with pytest.raises(FetchError, match="needs 0 MB on the disk, only 0 MB are free"):
        get(hosts, tmp_path)
    assert hosts.downloads == []


# ------------------------------------------------------------------ the command


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INTERVIEW_LAB_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("VOICE", "auto")
    for name in ("HF_ENDPOINT", "TTS_BASE_URL", "TTS_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


def test_add_list_remove(
    hosts: VoiceHosts, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", hosts.url)
    assert main(["voices", "add", "piper"]) == 0
    shown = capsys.readouterr()
    assert "licence: public domain recordings (LibriVox)" in shown.out
    assert "about 63.5 MB" in shown.out
    assert f"sha256 {hashlib.sha256(MODEL + b'piper-cori').hexdigest()}" in shown.out
    assert "model.onnx" in shown.err, "progress goes to stderr"
    assert main(["voices", "list", "--json"]) == 0
    listing = json.loads(capsys.readouterr().out)
    here = {row["name"]: row["here"] for row in listing["voices"]}
    assert [name for name, there in here.items() if there] == ["piper-kristin", "piper-norman", "piper-cori"]
    assert all(row["licence"] and row["licence_url"] and row["megabytes"] for row in listing["voices"])
    assert set(listing["voice"]) == {"on", "detail"}
    assert main(["voices", "list"]) == 0
    assert "* piper-kristin" in capsys.readouterr().out
    assert main(["voices", "remove", "piper-norman", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"removed": ["piper-norman"]}
    assert main(["voices", "remove", "piper-norman"]) == 0
    assert "nothing to remove" in capsys.readouterr().out
    assert not named("piper-norman")[0].fetched(home)


def test_add_prints_one_json_object(hosts: VoiceHosts, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices", "add", "kokoro", "--releases-url", hosts.url, "--json"]) == 0
    (voice,) = json.loads(capsys.readouterr().out)["voices"]
    assert voice["digests"]["model.onnx"] == hashlib.sha256(MODEL + b"kokoro").hexdigest()
    assert Path(voice["folder"]) == home / "voices" / "kokoro"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "kokor"], "There is no voice 'kokor'; known are kokoro"),
        (["add", "kokoro", "--releases-url", "http://127.0.0.1:9"], "127.0.0.1 cannot be reached. Go online"),
        (["add", "piper-cori", "--hub-url", "http://127.0.0.1:9"], "127.0.0.1 cannot be reached. Go online"),
        (["add", "piper-cori", "--hub-url", "nonsense"], "nonsense"),
        (["remove", "nobody"], "There is no voice 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_exit_2(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["voices", *words]) == 2
    shown = capsys.readouterr()
    assert sentence in shown.err
    assert "Traceback" not in shown.err
    assert not (home / "voices").exists()
