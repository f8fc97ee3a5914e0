"""A résumé from upload to plan: read, looked at beside its text, corrected, and found again in the plan's themes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.rooms import RoomPage, browser
from tests.support.document_files import lines, pdf
from tests.support.product import Product

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]

RESUME = (
    "Mira Rao",
    "mira.rao@example.com",
    "",
    "Experience",
    "Backend Engineer, Finlo",
    "January 2022 - Present",
    "- Cut the settlement run from 40 minutes to 6 by batching the writes in PostgreSQL",
    "- Moved eleven services to Kubernetes without a night of downtime",
    "",
    "Skills",
    "Go, PostgreSQL, Kubernetes, Kafka",
)
JOB = "Backend Engineer\n\nRequirements\n- Experience with Kubernetes\n- Strong knowledge of Erlang\n"


def test_a_resume_is_uploaded_corrected_and_planned_with(tmp_path: Path, executable_path: str) -> None:
    product = Product(tmp_path / "home", whisper_model="none")
    product.start()
    try:
        with browser(executable_path) as chromium:
            room = RoomPage(chromium, product.url, microphone=False)
            room.start_on_this_computer()
            file = tmp_path / "mira-rao.pdf"
            file.write_bytes(pdf(lines(*RESUME)))
            _upload(room, file)
            _correct(room)
            _plan(room)
            assert room.complaints == []
    finally:
        product.stop()


def _upload(room: RoomPage, file: Path) -> None:
    page = room.page
    page.goto(f"{room.url}/documents")
    page.get_by_role("heading", name="Your documents will live here").wait_for()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("link", name="See and correct mira-rao.pdf").click(timeout=60_000)


def _correct(room: RoomPage) -> None:
    """The focus on an item marks its place; a correction is kept by the server."""
    page = room.page
    page.get_by_role("heading", name="mira-rao.pdf").wait_for()
    line = page.locator("textarea").filter(has_text="Moved eleven services").first
    line.focus()
    assert page.locator("mark").inner_text().startswith("Moved eleven services")
    name = page.get_by_role("textbox", name="Name", exact=True).first
    assert name.input_value() == "Mira Rao"
    name.fill("Mira S. Rao")
    kafka = page.get_by_role("list", name="Skills").get_by_role("button", name="Remove Kafka")
    kafka.click()
    page.get_by_text("Not saved yet.").wait_for()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved. Your next plan uses this version.").wait_for()
    page.reload()
    assert page.get_by_role("textbox", name="Name", exact=True).first.input_value() == "Mira S. Rao"
    assert kafka.count() == 0


def _plan(room: RoomPage) -> None:
    """The uploaded résumé and a pasted job description make the plan; it names themes and asks nothing."""
    page = room.page
    page.goto(f"{room.url}/interviews/new?jd=true")
    room.choose_role("backend engineer", "Backend Engineer")
    page.get_by_role("radio", name="Technical").check()
    page.get_by_role("radio", name="20", exact=True).check()
    page.get_by_role("button", name="Paste its text").click()
    page.get_by_label("The job description’s text").fill(JOB)
    page.get_by_role("button", name="Use this text").click()
    page.get_by_role("button", name="Add your résumé").click()
    page.get_by_role("radio", name="mira-rao.pdf").check()
    page.get_by_role("button", name="Plan the interview").click(timeout=60_000)
    page.get_by_role("heading", name="Your interview plan").wait_for()
    shown = page.get_by_role("main").inner_text()
    assert "Kubernetes" in shown
    assert "Erlang" in shown
    assert "Tell me" not in shown
    themes = page.get_by_role("list", name="Themes").all_inner_texts()
    assert themes
    assert not any("?" in theme for theme in themes)
