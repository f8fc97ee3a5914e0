"""The questions of an interview to hear again: in whose voice, made once, and what is said where there is none."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from uuid import UUID, uuid4

import pytest

from agent.ports import Speech, VoiceError
from agent.voices.rack import VoiceRack
from agent.voices.registry import VoiceConfig
from schema.room import VOICE_RATE, Capability
from tests.support.server import Browser, RunningServer, error_of
from tests.support.spoken_interview import Exchange
from tests.support.takes import finished
from tests.support.voices import needs_espeak

ANSWER = "I chose it because one table was enough, and the page became four times as fast."


class Said:
    """A voice that notes what it said; `sound` is one sentence's."""

    name = "test"
    gives_phonemes = False

    def __init__(self, sound: bytes | None = b"\x10\x00" * 2400) -> None:
        self.said: list[tuple[str, str]] = []
        self.look = ""
        self._sound = sound

    def of(self, look: str) -> Said:
        self.look = look
        return self

    async def aclose(self) -> None: ...

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        self.said.append((self.look, text))
        if self._sound is None:
            raise VoiceError("the engine is gone")
        for _ in range(2):
            yield Speech(pcm=self._sound, words=(), mouth=(), stress_s=())


def give_voice(server: RunningServer, voice: Said, on: bool = True) -> None:
    server.services.voice_for = voice.of
    server.services.voice = lambda: Capability(on=on, detail="A test's voice.")


def audio_of(session_id: UUID, question_id: str = "q1") -> str:
    return f"/api/interview/sessions/{session_id}/questions/{question_id}/audio"


async def test_the_question_is_heard_in_the_interviews_voice_and_made_once(
    server: RunningServer, maya: Browser
) -> None:
    exchange = Exchange(f"Why did you choose that? Ask {uuid4().hex}.", ANSWER)  # the cache is the process's
    session_id = await finished(server, maya, (exchange,), look="daniel")
    voice = Said()
    give_voice(server, voice)
    answers = [await maya.get(audio_of(session_id)) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].headers["content-type"] == "audio/wav"
    assert answers[0].content == answers[1].content
    assert answers[0].content[:4] == b"RIFF"
    assert int.from_bytes(answers[0].content[24:28], "little") == VOICE_RATE
    assert voice.said == [("daniel", exchange.question)]
    assert (await maya.get(audio_of(session_id, "q9"))).status_code == 404


@pytest.mark.parametrize(
    "broken",
    [
        lambda server: None,
        lambda server: give_voice(server, Said(), on=False),
        lambda server: give_voice(server, Said(None)),
        lambda server: give_voice(server, Said(bytes(4800))),
    ],
)
async def test_without_a_voice_the_question_is_to_be_read(
    server: RunningServer, maya: Browser, broken: Callable[[RunningServer], None]
) -> None:
    session_id = await finished(server, maya, (Exchange(f"Why {uuid4().hex}?", ANSWER),))
    broken(server)
    answer = await maya.get(audio_of(session_id))
    assert (answer.status_code, error_of(answer)["code"]) == (503, "no_voice")


async def test_an_interviewer_is_heard_before_one_is_chosen(server: RunningServer, maya: Browser) -> None:
    voice = Said()
    give_voice(server, voice)
    heard = await maya.get("/api/voices/amara/sample")
    assert (heard.status_code, heard.headers["content-type"]) == (200, "audio/wav")
    assert [look for look, _ in voice.said] == ["amara"]
    assert voice.said[0][1].startswith("Hello, I'm Amara.")
    assert (await maya.get("/api/voices/nobody/sample")).status_code == 404


@needs_espeak
async def test_a_local_voice_speaks_the_question(server: RunningServer, maya: Browser) -> None:
    rack = VoiceRack("espeak", VoiceConfig(home=server.services.settings.home))
    server.services.voice_for = lambda look: rack.voice_for(look)[0]
    server.services.voice = rack.status
    try:
        session_id = await finished(server, maya, (Exchange("Why did you choose that? And what came of it?", ANSWER),))
        answer = await maya.get(audio_of(session_id))
    finally:
        await rack.aclose()
    assert answer.status_code == 200, answer.text
    seconds = (len(answer.content) - 44) / 2 / VOICE_RATE
    assert 1.5 < seconds < 8
