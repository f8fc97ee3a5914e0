"""After an interview, in the browser: the report with its files, an answer given again, the week, a drill."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.e2e.rooms import RoomPage, browser
from tests.support.product import Product

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]

ANSWERS = [
    "I am a software engineer from Pune, and I have worked on the payments team for two years.",
    "We moved the import job. It went quite well.",
    "I rewrote the import job myself, and the time fell from forty minutes to six minutes, as I batched the writes.",
]
AGAIN = (
    "Our nightly import held up the payments team every morning. I profiled it, batched the writes and left the old job"
    " running beside it for a week, since a rewrite would have taken a month. It fell from forty minutes to six."
)
DRILL = (
    "We could have rewritten the whole import. I batched the writes instead, because the rewrite would have taken a"
    " month, and I gave up the cleaner schema for that."
)


@pytest.fixture
def product(tmp_path: Path) -> Product:
    return Product(tmp_path / "home")


def test_from_the_report_to_an_answer_again_the_week_and_a_drill(
    product: Product, executable_path: str, tmp_path: Path
) -> None:
    product.start()
    try:
        with browser(executable_path) as chromium:
            room = RoomPage(chromium, product.url, microphone=False)
            session_id = _typed_interview(room)
            page = room.page
            page.get_by_label("Overall").wait_for(timeout=60_000)
            _downloads(page, tmp_path)
            _retake(page)
            _practice(page, product.url)
            _drill(page)
            _moment(page, product.url, session_id)
            assert room.complaints == []
    finally:
        product.stop()


def _typed_interview(room: RoomPage) -> str:
    room.start_on_this_computer()
    session_id = room.plan_interview()
    room.page.get_by_role("button", name="type").first.click()
    for index, answer in enumerate(ANSWERS):
        room.wait_for(f"r.latestUtterance >= {index + 1}", seconds=40)
        room.type_answer(answer)
    room.wait_for(f"r.latestUtterance >= {len(ANSWERS) + 1}", seconds=40)
    room.end()
    return session_id


def _downloads(page: Page, folder: Path) -> None:
    for label, magic in (("PDF", b"%PDF-"), ("JSON", b"{")):
        with page.expect_download(timeout=30_000) as waiting:
            page.get_by_label(f"Download as {label}").click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        assert path.read_bytes().startswith(magic)
        assert path.suffix == f".{label.lower()}"


def _retake(page: Page) -> None:
    """By the keyboard alone: open, type, send, compare, close."""
    page.get_by_role("button", name=re.compile("^Answer again: ")).last.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    box = _answer_box(dialog, "Your new answer")
    box.fill(AGAIN)
    box.press("Control+Enter")
    dialog.get_by_role("heading", name="Before and after").wait_for(timeout=30_000)
    assert AGAIN in dialog.get_by_label("This time").inner_text()
    assert dialog.get_by_label("In the interview").get_by_text(re.compile("team|job")).count() > 0
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.get_by_text("Answer again (1 so far)").first.wait_for()


def _answer_box(place: Locator, label: str) -> Locator:
    """The field to type in: at once where no speech is understood here, else behind the switch."""
    box, switch = place.get_by_label(label), place.get_by_role("button", name="Type instead")
    box.or_(switch).first.wait_for()
    if switch.is_visible():
        switch.press("Enter")
    return box


def _practice(page: Page, url: str) -> None:
    page.get_by_role("link", name="Open your week").click()
    page.wait_for_url(f"{url}/practice")
    week = page.get_by_label("This week")
    week.wait_for(timeout=20_000)
    assert week.get_by_role("checkbox").count() >= 4  # two interviews and two drills at the least
    first = week.get_by_role("checkbox").first
    name = first.get_attribute("aria-label")
    with page.expect_response(lambda answer: "/api/coach/items/" in answer.url and answer.ok):
        first.click()
    page.reload()
    page.get_by_role("checkbox", name=name or "", exact=True).first.wait_for(timeout=20_000)
    assert page.get_by_role("checkbox", name=name or "", exact=True).first.is_checked()


def _drill(page: Page) -> None:
    drills = page.get_by_label("Short drills")
    drills.get_by_role("button", name=re.compile("^Begin: ")).first.click()
    _answer_box(drills, "Your answer").fill(DRILL)
    drills.get_by_role("button", name="See the note").click()
    drills.get_by_text(re.compile("^This drill is (back|due)")).wait_for(timeout=30_000)
    drills.get_by_role("button", name="Done").click()


def _moment(page: Page, url: str, session_id: str) -> None:
    """A link to one turn opens the report there."""
    page.goto(f"{url}/interviews/{session_id}/report?turn=1")
    page.locator("#turn-1:focus").wait_for(timeout=20_000)
