"""The same interview by typing, with the microphone denied, and a killed server in the middle of it."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from tests.e2e.rooms import RoomPage, browser
from tests.support.product import Product

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]

ANSWERS = [
    "I am a software engineer from Pune, and I have worked on the payments team for two years.",
    "It went quite well.",
    "I rewrote the import job myself, and the time fell from forty minutes to six minutes, as I batched the writes.",
]


@pytest.fixture
def product(tmp_path: Path) -> Product:
    return Product(tmp_path / "home")


def test_with_the_microphone_denied_the_interview_is_held_by_typing(product: Product, executable_path: str) -> None:
    product.start()
    try:
        with browser(executable_path) as chromium:
            room = RoomPage(chromium, product.url, microphone=False)
            room.start_on_this_computer()
            room.plan_interview()
            room.page.get_by_role("button", name="type").first.click()
            for index, answer in enumerate(ANSWERS):
                room.wait_for(f"r.latestUtterance >= {index + 1}", seconds=40)
                room.type_answer(answer)
            room.wait_for(f"r.latestUtterance >= {len(ANSWERS) + 1}", seconds=40)
            room.end()
            quote = room.page.locator("button", has_text="forty minutes").first
            quote.wait_for(timeout=60_000)
            assert room.complaints == []
    finally:
        product.stop()


def test_a_killed_server_loses_nothing_that_was_said(product: Product, executable_path: str) -> None:
    product.start()
    try:
        with browser(executable_path) as chromium:
            room = RoomPage(chromium, product.url, microphone=False)
            room.start_on_this_computer()
            room.plan_interview()
            room.page.get_by_role("button", name="type").first.click()
            room.wait_for("r.latestUtterance >= 1 && r.state === 'speaking'", seconds=40)
            room.wait_for("r.state === 'listening'", seconds=40)  # the greeting is heard to its end
            room.type_answer(ANSWERS[0])
            room.wait_for("r.latestUtterance >= 2 && r.state === 'speaking'", seconds=60)
            room.wait_for("r.state === 'listening'", seconds=60)
            session_id = room.page.url.split("/")[-2]
            question = room.page.evaluate("window.__room.utterances.at(-1).text")
            room.page.get_by_label("Your answer").fill("It went")  # in mid-answer
            product.kill()
            room.wait_for("r.connection !== 'open'", seconds=20)
            product.start()
            room.wait_for("r.connection === 'open'", seconds=30)
            room.page.wait_for_function(
                "text => window.__room.utterances.at(-1).text.includes(text)", arg=_core(question), timeout=30_000
            )
            assert room.page.get_by_label("Your answer").input_value() == "It went"
            room.page.get_by_role("button", name="Show the transcript").click()
            room.page.get_by_label("Transcript").get_by_text(ANSWERS[0]).wait_for(timeout=5_000)
            room.type_answer(ANSWERS[2])
            room.wait_for("r.utterances.length >= 4", seconds=40)
            assert _recorded_s(product, session_id) > 4
    finally:
        product.stop()


def _recorded_s(product: Product, session_id: str) -> float:
    """Seconds of sound in what was recorded up to the kill; it was finalised when the server came back."""
    with av.open(str(product.home / "recordings" / session_id / "recording.mp4")) as container:
        frames = list(container.decode(audio=0))
    assert max(float(abs(frame.to_ndarray()).max()) for frame in frames) > 0.01
    return sum(frame.samples for frame in frames) / 48_000


def _core(question: str) -> str:
    """The question's own sentence, without a word of acknowledgement before it."""
    return max(question.split(". "), key=len).rstrip("?.")
