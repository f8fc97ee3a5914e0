"""Which model, where, and whether it is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agent.providers.whisper.errors import ModelUnavailable
from agent.providers.whisper.models import RECEIPT, choose_model, find_model, model_folder, status
from tests.support.scripted_whisper import hearing_model


def install(home: Path, name: str) -> Path:
    folder = model_folder(home, name)
    folder.mkdir(parents=True)
    for file in ("model.bin", "config.json", "tokenizer.json"):
        (folder / file).write_bytes(b"1234")
    files = {file: {"size": 4, "digest": "0" * 40} for file in ("model.bin", "config.json", "tokenizer.json")}
    (folder / RECEIPT).write_text(json.dumps({"files": files}), "utf-8")
    return folder


@pytest.mark.parametrize(("cores", "name"), [(1, "tiny.en"), (2, "base.en"), (16, "base.en")])
def test_auto_follows_the_cores(tmp_path: Path, cores: int, name: str) -> None:
    choice = choose_model("auto", tmp_path, cores)
    assert (choice.name, choice.local) == (name, False)
    assert choice.path == model_folder(tmp_path, name)


def test_a_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    folder = hearing_model()
    assert find_model(str(folder), tmp_path, 2) == folder
    assert status(str(folder), tmp_path, 2).on


def test_an_absent_model_says_what_to_do(tmp_path: Path) -> None:
    state = status("auto", tmp_path, 2)
    assert not state.on
    assert "base.en is not on this computer yet" in state.detail
    assert "interview-lab models fetch" in state.detail


def test_a_fetched_model_is_on_until_a_file_changes_size(tmp_path: Path) -> None:
    folder = install(tmp_path, "base.en")
    assert status("auto", tmp_path, 2).on
    assert find_model("base.en", tmp_path, 1) == folder
    (folder / "model.bin").write_bytes(b"12")
    assert not status("auto", tmp_path, 2).on


def test_files_without_a_receipt_do_not_count(tmp_path: Path) -> None:
    folder = install(tmp_path, "base.en")
    (folder / RECEIPT).write_text("[]", "utf-8")
    assert not status("auto", tmp_path, 2).on
    (folder / RECEIPT).unlink()
    assert not status("auto", tmp_path, 2).on


def test_wrong_settings_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"no speech model named 'huge\.xx'.*base\.en"):
        choose_model("huge.xx", tmp_path, 2)
    assert "does not exist" in status(str(tmp_path / "gone"), tmp_path, 2).detail
    (tmp_path / "empty").mkdir()
    assert "has no model.bin" in status(str(tmp_path / "empty"), tmp_path, 2).detail
