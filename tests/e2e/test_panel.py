"""A panel in the browser: several people in the room, they hand over, and the report says who asked what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.rooms import RoomPage, browser
from tests.support.product import Product

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]

ANSWERS = [
    "I am a software engineer from Pune, and I have worked on the payments team for two years.",
    "I rewrote the import job myself, and the time fell from forty minutes to six minutes, as I batched the writes.",
]
SKIP = "Could we skip this question, please?"
MOST_SKIPS = 24  # the chair's parts hold several questions, and typing takes no time
SPEAKER = "document.querySelector('[data-testid=speaking-face]')?.dataset.who"


def test_a_panel_takes_turns_and_is_named_in_the_report(tmp_path: Path, executable_path: str) -> None:
    product = Product(tmp_path / "home")
    product.start()
    try:
        with browser(executable_path) as chromium:
            room = RoomPage(chromium, product.url, microphone=False)
            room.start_on_this_computer()
            room.plan_interview(interview_type="Panel")
            room.page.get_by_role("button", name="type").first.click()
            others = room.page.get_by_role("list", name="Also in the room").get_by_role("listitem")
            others.first.wait_for(timeout=40_000)
            assert others.count() in (1, 2)
            speakers = _hold(room)
            assert len(set(speakers)) == 2, f"nobody took over: {speakers}"
            taken_over = room.page.evaluate("window.__room.utterances.at(-1).text")
            assert taken_over.startswith("Thank you, "), taken_over
            names = {name.split()[0] for name in room.page.locator("b").all_inner_texts()}
            room.end()
            room.page.get_by_role("button", name="forty minutes").first.wait_for(timeout=60_000)
            said = room.page.get_by_role("main").inner_text()
            assert len(names) >= 2
            assert all(name in said for name in names), f"the report does not name {names}"
            assert room.complaints == []
    finally:
        product.stop()


def _hold(room: RoomPage) -> list[str]:
    """Answers, then skips until somebody else has the word; returns who asked each time."""
    speakers: list[str] = []
    for index, answer in enumerate([*ANSWERS, *[SKIP] * MOST_SKIPS]):
        room.wait_for(f"r.latestUtterance >= {index + 1}", seconds=40)
        speakers.append(room.page.evaluate(SPEAKER))
        if len(set(speakers)) > 1:
            break
        room.type_answer(answer)
    return speakers
