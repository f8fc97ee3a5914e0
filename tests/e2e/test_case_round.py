"""A whole case in the browser, by typing and by voice: exhibits are earned by asking, and the report shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from schema.exercises import CaseTemplate, StagedReveal
from seeds.case_templates import load_cases
from tests.e2e.rooms import RoomPage, browser
from tests.support.candidate_wav import make_tape
from tests.support.product import serving

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(500)]


def _case() -> tuple[CaseTemplate, StagedReveal]:
    """The first case by key, and an exhibit of it that can be asked for at once."""
    case = min(load_cases().values(), key=lambda case: case.key)
    return case, next(reveal for reveal in case.revealable_data if not reveal.after)


CASE, EXHIBIT = _case()
ASKED = max((ask for ask in EXHIBIT.asks if "'" not in ask), key=len).capitalize() + "?"
ADVICE = "My recommendation is to start small, with one plant for three months, and to measure what it saves."
LINES = [(8.0, ASKED), (20.0, ADVICE)]


def _write_notes(room: RoomPage) -> None:
    """Fills a field of the outline and waits until it is saved."""
    notes = room.page.get_by_role("region", name="Your notes")
    notes.get_by_role("tab", name="Outline").click()
    notes.get_by_label(CASE.outline_sections[0]).fill("What it costs today, and what it saves")
    notes.get_by_text("Saved", exact=True).first.wait_for(timeout=15_000)


def _report_says(room: RoomPage, session_id: str) -> None:
    """The report shows the case, what was earned, and what was written."""
    exercise = room.page.get_by_role("article", name=CASE.name)
    exercise.wait_for(timeout=90_000)
    assert re.search(r"\d+\s+of 100|Not enough to judge", exercise.inner_text())
    (judged,) = room.api(session_id, "/report")["analysis"]["exercises"]
    assert EXHIBIT.title in judged["case"]["earned"]
    (work,) = room.api(session_id, "/exercises")
    assert "What it costs today" in str(work["moments"])


def _exhibits(room: RoomPage) -> int:
    return room.page.get_by_test_id("exhibit").count()


def test_a_case_by_typing(tmp_path: Path, executable_path: str) -> None:
    with serving(tmp_path / "home", "none") as product, browser(executable_path) as chromium:
        room = RoomPage(chromium, product.url, microphone=False, width=1280, height=860)
        room.start_on_this_computer()
        session_id = room.practise(CASE.key)
        room.page.get_by_role("button", name="type").first.click()
        room.page.get_by_role("heading", name=CASE.name).wait_for(timeout=40_000)
        room.wait_for("r.latestUtterance >= 1 && r.state === 'speaking'", seconds=40)
        room.page.wait_for_timeout(2_000)  # what was never heard is asked once more
        assert _exhibits(room) == 0
        room.type_answer(f"{EXHIBIT.near_misses[0].capitalize()}.")
        room.wait_for("r.latestUtterance >= 2 && r.state === 'speaking'", seconds=60)
        assert room.page.get_by_text(EXHIBIT.title).count() == 0
        room.page.wait_for_timeout(2_000)
        room.type_answer(ASKED)
        room.page.get_by_test_id("exhibit").filter(has_text=EXHIBIT.title).wait_for(timeout=30_000)
        _write_notes(room)
        room.page.reload()
        room.page.get_by_role("button", name="Go on by typing").click()
        room.page.get_by_test_id("exhibit").filter(has_text=EXHIBIT.title).wait_for(timeout=40_000)
        room.end()
        _report_says(room, session_id)
        assert room.complaints == []


def test_a_case_by_voice(tmp_path: Path, executable_path: str) -> None:
    tape = make_tape(tmp_path / "candidate.wav", LINES, tail_s=60)
    with (
        serving(tmp_path / "home", str(tape.model)) as product,
        browser(executable_path, microphone=tape.path) as chromium,
    ):
        room = RoomPage(chromium, product.url, microphone=True, width=1280, height=860)
        room.start_on_this_computer()
        session_id = room.practise(CASE.key)
        room.page.get_by_role("button", name="Turn on the microphone").click()
        room.page.get_by_role("button", name="Start the interview").click()
        room.page.get_by_role("heading", name=CASE.name).wait_for(timeout=40_000)
        room.page.get_by_test_id("exhibit").filter(has_text=EXHIBIT.title).wait_for(timeout=90_000)
        _write_notes(room)
        room.hear_out(tape, session_id)
        room.end()
        _report_says(room, session_id)
        assert room.complaints == []
