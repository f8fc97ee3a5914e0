"""The whole loop in the browser: a job is saved, practised for and reported on; readiness, progress and memory move."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import ROOM, check
from tests.e2e.rooms import RoomPage, browser
from tests.support.product import Product

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

DESCRIPTION = """Backend Engineer

You run the settlement service that moves money between banks every night.

Requirements
- Three years of experience with Python
- Strong knowledge of PostgreSQL
- Clear written communication
"""
WEAK = ["I work with computers, mostly.", "It went quite well.", "We just did it, as a team."]
STRONG = [
    "I am a backend engineer. For three years I have owned the nightly settlement job of a payments ledger, in Python"
    " and PostgreSQL, and I write the notes that the finance team reads.",
    "Last year the settlement took forty minutes and held up the finance team every morning. I profiled it, found"
    " single-row writes to PostgreSQL, and batched them in Python. It fell to six minutes within two weeks.",
    "I chose batching over a rewrite, because a rewrite would have taken a month. I gave up a cleaner schema for it,"
    " and I kept the old job running beside the new one for a week to compare the totals.",
]


@pytest.fixture
def product(tmp_path: Path) -> Product:
    return Product(tmp_path / "home", env={"VOICE": "none"})


def test_a_newcomer_saves_a_job_practises_twice_and_sees_it_everywhere(product: Product, executable_path: str) -> None:
    product.start()
    try:
        with browser(executable_path) as chromium:
            room = RoomPage(chromium, product.url, microphone=False, width=1280, height=800)
            room.start_on_this_computer()
            page = room.page
            check(page, "home of a newcomer")
            job = _save_a_job(page)
            expect(page.get_by_role("region", name="Readiness")).to_contain_text("Not measured yet.")
            check(page, "a new job")
            _practise(room, job, WEAK, look_around=True)
            check(page, "report")
            first = _readiness(page, job)
            check(page, "job with its readiness")
            _the_week(page)
            _practise(room, job, STRONG)
            assert _readiness(page, job) > first
            expect(page.get_by_role("region", name="Readiness")).to_contain_text(re.compile("Raised by .* 2 judged"))
            _everywhere(page, product.url)
            assert room.complaints == []
    finally:
        product.stop()


def _save_a_job(page: Page) -> str:
    """From the home page by links and keys; returns the address of the job."""
    page.get_by_role("link", name="Jobs", exact=True).click()
    page.get_by_role("button", name="Add your first job").click()
    page.get_by_role("dialog").get_by_text("Paste", exact=True).click()
    page.get_by_label("Description").fill(DESCRIPTION)
    page.get_by_role("combobox", name="Company").fill("Northwind Payments")
    check(page, "adding a job")
    page.get_by_role("button", name="Save the job").click()
    page.get_by_role("heading", name="Backend Engineer, Northwind Payments").wait_for()
    return page.url


def _practise(room: RoomPage, job: str, answers: list[str], *, look_around: bool = False) -> None:
    """One click on the job's page, the plan, the device check, a typed interview; ends at the finished report."""
    page = room.page
    page.goto(job)
    page.get_by_role("button", name="Practise for this job").click()
    start = page.get_by_role("button", name="Start without recording")
    start.wait_for()
    if look_around:
        check(page, "plan")
    start.click()
    page.wait_for_url("**/room")
    enter = page.get_by_role("button", name="type").first
    enter.wait_for()
    if look_around:
        check(page, "device check", ROOM)
    enter.click()
    for index, answer in enumerate(answers):
        room.wait_for(f"r.latestUtterance >= {index + 1}", seconds=40)
        room.type_answer(answer)
    room.wait_for(f"r.latestUtterance >= {len(answers) + 1}", seconds=40)
    if look_around:
        check(page, "room", ROOM)
    room.end()
    page.get_by_label("Overall").wait_for(timeout=60_000)


def _readiness(page: Page, job: str) -> int:
    """The figure that the job's page shows."""
    page.goto(job)
    shown = page.get_by_role("region", name="Readiness").locator("b.num, .num").first
    return int(shown.inner_text(timeout=20_000))


def _the_week(page: Page) -> None:
    """The plan of the week is there after the first report, and what is done in it stays done."""
    page.get_by_role("link", name="Practice", exact=True).click()
    box = page.get_by_label("This week").get_by_role("checkbox").first
    box.wait_for(timeout=30_000)
    check(page, "practice")
    with page.expect_response(lambda answer: "/api/coach/items/" in answer.url and answer.ok):
        box.click()
    assert box.is_checked()


def _everywhere(page: Page, url: str) -> None:
    """What the two interviews came to: results and their comparison, progress, memory, board and home."""
    page.goto(f"{url}/results")
    boxes = page.get_by_role("checkbox", name=re.compile("^Compare "))
    expect(boxes).to_have_count(2)
    boxes.first.check()
    boxes.last.check()
    page.get_by_role("heading", name="Side by side").wait_for()
    page.get_by_role("row", name=re.compile("^Overall")).wait_for()
    check(page, "results")
    page.get_by_role("link", name="Progress", exact=True).click()
    page.get_by_role("img", name=re.compile(r"\d.*, \d")).first.wait_for()
    check(page, "progress")
    page.goto(f"{url}/practice")
    page.get_by_role("heading", name="Your habits").wait_for()
    check(page, "memory")
    page.get_by_role("link", name="Jobs", exact=True).click()
    page.get_by_text(re.compile(r"^Readiness \d+")).wait_for()
    check(page, "board")
    page.get_by_text("Table", exact=True).click()
    page.get_by_role("columnheader", name="Readiness").wait_for()
    check(page, "table")
    page.get_by_role("link", name="Home", exact=True).click()
    page.get_by_role("heading", name="Your jobs").wait_for()
    page.get_by_role("heading", name="What would help most now").wait_for()
    check(page, "home")
