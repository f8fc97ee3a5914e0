"""`interview-lab simulate --all` on the command line, and a language model that plays a candidate."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from server.cli import main
from server.simulation.model_candidate import understood
from tests.support.openai_double import Answer, OpenAiDouble, openai_double, valid


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["simulate", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_it_prints_how_many_and_what_was_broken(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(
        capsys, "--all", "--seed", "4", "--count", "6", "--personas", "strong,vague", "--processes", "1", "--json"
    )
    found = json.loads(out)
    assert found == {"interviews": 6, "violations": []}
    assert code == 0
    assert err.strip() == "6 of 6 interviews"


def test_a_violation_is_printed_with_its_place_and_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controller.wording.NUDGES", ("You are useless.",))
    code, out, _ = run(capsys, "--all", "--count", "3", "--personas", "silent", "--processes", "1", "--json")
    assert code == 1
    violation = json.loads(out)["violations"][0]
    assert (violation["persona"], violation["rule"]) == ("silent", "never_rude")
    assert violation.keys() >= {"persona", "role_kit", "style", "rule", "turn"}
    code, out, _ = run(capsys, "--all", "--count", "3", "--personas", "silent", "--processes", "1")
    assert code == 1
    assert "never_rude in turn" in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Give a SCENARIO.yaml, or --all."),
        (["x.yaml", "--all"], "Give a SCENARIO.yaml, or --all."),
        (["--all", "--personas", "grumpy"], "There is no persona 'grumpy'"),
        (["--all", "--count", "0"], "--count takes 1"),
        (["--all", "--seed", "-1"], "--seed takes 0"),
        (["--all", "--processes", "0"], "--processes takes 1"),
    ],
)
def test_arguments_that_cannot_be_used_are_explained(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert says in err


# ------------------------------------------------------------------ a model plays


@contextmanager
def serving(*script: Answer) -> Iterator[OpenAiDouble]:
    """The model's server on a thread of its own: the command runs its own event loop."""
    ready, stop = threading.Event(), threading.Event()
    found: list[OpenAiDouble] = []

    async def serve() -> None:
        async with openai_double(*script) as double:
            found.append(double)
            ready.set()
            while not stop.is_set():
                await asyncio.sleep(0.02)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(10)
    try:
        yield found[0]
    finally:
        stop.set()
        thread.join()


def test_a_model_plays_a_candidate(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"text": "In 2022 I took over the weekly list, and I called every shop on Monday.", "silence_seconds": 0}
    with serving(valid(said)) as double:
        monkeypatch.setenv("LLM_BASE_URL", double.base_url)
        code, out, _ = run(capsys, "--all", "--model", "--count", "1", "--personas", "hostile", "--json")
        assert json.loads(out) == {"interviews": 1, "violations": []}
        assert code == 0
        first: dict[str, Any] = double.requests[0]
        system, user = (message["content"] for message in first["messages"])
        assert "Annoyed by the interview" in system
        assert user.startswith("Interviewer: Hello")
        assert len(double.requests) >= 5
        known = str(double.requests)
        assert "asks_for" not in known
        assert "if_vague" not in known


def test_a_model_that_fails_is_reported(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Answer(status=400)) as double:
        monkeypatch.setenv("LLM_BASE_URL", double.base_url)
        code, _, err = run(capsys, "--all", "--model", "--count", "1", "--personas", "strong")
    assert code == 1
    assert "could not play a candidate" in err


def test_without_a_model_the_command_says_what_to_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LLM_BASE_URL", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    code, _, err = run(capsys, "--all", "--model")
    assert code == 2
    assert "No language model is set" in err


@pytest.mark.parametrize(
    ("content", "text", "seconds"),
    [
        ('{"text": "Yes.", "silence_seconds": 0}', "Yes.", 0),
        ('{"text": "", "silence_seconds": 20}', "", 20),
        ("I once had a customer.", "I once had a customer.", 0),
        ('{"words": "no"}', "", 0),
        ("[1]", "", 0),
    ],
)
def test_what_a_model_sends_is_taken_as_speech_or_silence(content: str, text: str, seconds: float) -> None:
    spoken = understood(content)
    assert (spoken.text, spoken.silence_seconds) == (text, seconds)
