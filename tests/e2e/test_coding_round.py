"""A whole coding round in the browser, by typing and by voice: read, mend, run, submit, and the report on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seeds.coding_exercises import load_coding_exercises
from server.sandbox.runner import abilities
from tests.e2e.rooms import RoomPage, browser
from tests.support.candidate_wav import make_tape
from tests.support.product import serving

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(500),
    pytest.mark.skipif(
        not all(ability.on for ability in abilities().values()),
        reason="this computer has no sandbox (interview-lab doctor says why)",
    ),
]

CODE = load_coding_exercises()["address_book_key"]
WHY = "Equal addresses have different hashes here, so the set looks in the wrong bucket and never compares them."
EDGE = "I would also ask what happens when somebody changes the text of an address while it is in the set."
# The first line speaks over the greeting; the other comes when the code has been submitted, or is a thought aloud.
LINES = [(8.0, WHY), (30.0, EDGE)]


def _mend_and_submit(room: RoomPage) -> None:
    """Sees the test fail, mends the code, sees it pass, and submits it."""
    tests = room.page.get_by_role("region", name="Tests")
    tests.get_by_role("button", name="Run tests").click()
    tests.get_by_text(re.compile(r"^\d+ of \d+ tests passed$")).wait_for(timeout=60_000)
    room.write_code(CODE.suggested_fix or "")
    tests.get_by_role("button", name="Run tests").click()
    tests.get_by_text(re.compile(r"^All \d+ tests passed$")).first.wait_for(timeout=60_000)
    tests.get_by_role("button", name="Submit").click()
    tests.get_by_text(re.compile(r"^(\d+) of \1 hidden tests passed\.$")).first.wait_for(timeout=60_000)


def _report_says(room: RoomPage, session_id: str, quote: str) -> None:
    """The report shows the exercise with its tests, its score and the candidate's own words as proof."""
    exercise = room.page.get_by_role("article", name=CODE.name)
    exercise.wait_for(timeout=90_000)
    assert re.search(r"\d+\s+of 100", exercise.inner_text())
    exercise.locator("button", has_text=quote).first.wait_for(timeout=10_000)
    analysis = room.api(session_id, "/report")["analysis"]
    (judged,) = analysis["exercises"]
    assert judged["coding"]["verdict"] == "passed"
    assert judged["coding"]["hidden"]["passed"] == judged["coding"]["hidden"]["total"] > 0


def test_a_round_by_typing(tmp_path: Path, executable_path: str) -> None:
    with serving(tmp_path / "home", "none") as product, browser(executable_path) as chromium:
        room = RoomPage(chromium, product.url, microphone=False, width=1280, height=860)
        room.start_on_this_computer()
        session_id = room.practise(CODE.key)
        room.page.get_by_role("button", name="type").first.click()
        room.page.get_by_role("heading", name=CODE.name).wait_for(timeout=40_000)
        assert "def recipients" in room.page.locator(".cm-content").first.inner_text()
        room.wait_for("r.latestUtterance >= 1 && r.state === 'speaking'", seconds=40)
        room.type_answer(WHY)
        _mend_and_submit(room)
        room.page.reload()
        room.page.get_by_role("button", name="Go on by typing").click()
        room.page.get_by_role("heading", name=CODE.name).wait_for(timeout=40_000)
        room.page.locator(".cm-content", has_text="self._key == other._key").first.wait_for(timeout=20_000)
        room.end()
        _report_says(room, session_id, "different hashes")
        assert room.complaints == []


def test_a_round_by_voice(tmp_path: Path, executable_path: str) -> None:
    tape = make_tape(tmp_path / "candidate.wav", LINES, tail_s=60)
    with (
        serving(tmp_path / "home", str(tape.model)) as product,
        browser(executable_path, microphone=tape.path) as chromium,
    ):
        room = RoomPage(chromium, product.url, microphone=True, width=1280, height=860)
        room.start_on_this_computer()
        session_id = room.practise(CODE.key)
        room.page.get_by_role("button", name="Turn on the microphone").click()
        room.page.get_by_role("button", name="Start the interview").click()
        room.page.get_by_role("heading", name=CODE.name).wait_for(timeout=40_000)
        room.wait_for(f"performance.now() - window.__tapeAt > {(tape.lines[0].end_s + 3) * 1000}", seconds=60)
        _mend_and_submit(room)
        room.hear_out(tape, session_id)
        room.end()
        _report_says(room, session_id, "different hashes")
        assert room.complaints == []
