"""A browser in the interview room, as the browser tests use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from agent.turns import normalise
from tests.support.candidate_wav import Tape
from tests.support.chromium import FLAGS

# The marks by which the hearing model tells words apart are steady tones, which noise suppression exists to remove;
# the tape is to reach the server as it is.
RAW_MICROPHONE = """
const get = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = (c) => {
  window.__tapeAt = performance.now();
  const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  return get({ ...c, audio: { ...c.audio, ...raw } });
};
"""


@contextmanager
def browser(executable_path: str, *, microphone: Path | None = None) -> Iterator[Browser]:
    """Chromium; with a WAV as its microphone, or with a microphone that may not be used."""
    flags = [*FLAGS, "--autoplay-policy=no-user-gesture-required"]
    if microphone is not None:
        flags += [
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-audio-capture={microphone}%noloop",
        ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable_path, args=flags)
        try:
            yield chromium
        finally:
            chromium.close()


class RoomPage:
    """One page; collects what the console complained of."""

    def __init__(self, chromium: Browser, url: str, *, microphone: bool, width: int = 800, height: int = 600) -> None:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, permissions=["microphone"] if microphone else []
        )
        context.add_init_script(RAW_MICROPHONE)
        self.page: Page = context.new_page()
        self.url = url
        self.complaints: list[str] = []
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def start_on_this_computer(self) -> None:
        self.page.goto(self.url)
        self.page.get_by_role("button", name="Start on this computer").click()
        self.page.get_by_role("button", name="Account").wait_for()

    def plan_interview(self, interview_type: str = "Hiring manager") -> str:
        """Chooses a role and a type, looks at the plan and goes to the room; returns the interview's id."""
        self.page.goto(f"{self.url}/interviews/new")
        self.choose_role("software engineer", "Software Engineer")
        self.page.get_by_role("radio", name=interview_type).check()
        self.page.get_by_role("button", name="Plan the interview").click()
        self.page.get_by_role("button", name="Start, and record").click()
        self.page.wait_for_url("**/room")
        return self.page.url.split("/")[-2]

    def practise(self, exercise: str) -> str:
        """Chooses an exercise of the catalogue to practise alone and goes to the room; returns the interview's id."""
        self.page.goto(f"{self.url}/exercises/{exercise}")
        self.page.get_by_role("button", name="Practise this one").click()
        self.page.get_by_role("button", name="Start, and record").click()
        self.page.wait_for_url("**/room")
        return self.page.url.split("/")[-2]

    def write_code(self, text: str) -> None:
        """Replaces the file in the editor, as by pasting, and waits until the server has it."""
        saved = self.page.get_by_test_id("saved-state")
        before = saved.inner_text()
        self.page.locator(".cm-content").first.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        self.page.wait_for_function(
            "([before]) => { const now = document.querySelector('[data-testid=saved-state]').innerText;"
            " return now.startsWith('Saved, version') && now !== before; }",
            arg=[before],
            timeout=30_000,
        )

    def api(self, session_id: str, path: str) -> Any:
        """What the page's own user is answered about an interview."""
        answer = self.page.context.request.get(f"{self.url}/api/interview/sessions/{session_id}{path}")
        assert answer.ok, answer.status_text
        return answer.json()

    def choose_role(self, typed: str, label: str) -> None:
        """Searches for a role and takes the label that is offered."""
        self.page.get_by_role("combobox", name="Role").fill(typed)
        self.page.get_by_role("option", name=label).first.click()

    def room(self) -> dict[str, Any]:
        """What window.__room shows."""
        found: dict[str, Any] | None = self.page.evaluate(
            """() => { const r = window.__room; return r && {
              state: r.state, connection: r.connection, latest: r.latestUtterance, flushes: r.flushes.length,
              underruns: r.underruns, sent: r.framesSent, dropped: r.framesDropped }; }"""
        )
        return found or {}

    def wait_for(self, condition: str, *, seconds: float) -> None:
        """Waits for a JavaScript condition on `r`, window.__room."""
        self.page.wait_for_function(
            f"() => {{ const r = window.__room; return r && ({condition}); }}", timeout=seconds * 1000
        )

    def type_answer(self, text: str) -> None:
        box = self.page.get_by_label("Your answer")
        box.fill(text)
        box.press("Control+Enter")

    def hear_out(self, tape: Tape, session_id: str) -> None:
        """Waits until the microphone's tape has been played; each of its lines stands in the transcript."""
        self.wait_for(f"performance.now() - window.__tapeAt > {(tape.lines[-1].end_s + 6) * 1000}", seconds=120)
        turns = self.api(session_id, "/transcript")["turns"]
        said = normalise(" ".join(turn["text"] for turn in turns if turn["speaker"] == "candidate"))
        assert [line.text for line in tape.lines if normalise(line.text) not in said] == []

    def end(self) -> None:
        self.page.get_by_role("button", name="End", exact=True).click()
        self.page.get_by_role("button", name="End and see the report").click()
        self.page.wait_for_url("**/report", timeout=60_000)
