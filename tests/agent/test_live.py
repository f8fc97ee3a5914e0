"""A live interview without a browser: real voice activity, endpointing, controller, voice and pacing."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from controller.planning.accommodation import accommodated
from schema.room import (
    AnswerStored,
    Control,
    Cues,
    Ended,
    Flush,
    Heard,
    Hold,
    TypedAnswer,
    UtteranceEnd,
    UtteranceStart,
    Welcome,
)
from schema.vocabulary import Speaker
from server.bench.answers import Spoken
from tests.support.live_room import Room, local_voice, takes_of
from tests.support.memory_log import MemoryLog
from tests.support.small_interview import small_plan

ABOUT_ME = "I am a software engineer from Pune, and I have worked on payments for two years."
VAGUE = "It went quite well, and everybody was happy."


async def test_a_spoken_answer_is_heard_stored_and_probed() -> None:
    async with local_voice() as voice:
        room = Room(MemoryLog(), voice, await takes_of(voice, ABOUT_ME, VAGUE))
        await room.open()
        try:
            welcome = await room.wait(Welcome)
            assert not welcome.resumed
            await room.wait(UtteranceEnd)
            await asyncio.sleep((await room.wait(UtteranceEnd)).duration_s + 0.5)
            await room.say(0)
            await room.wait(UtteranceStart, 2)
            await asyncio.sleep((await room.wait(UtteranceEnd, 2)).duration_s + 0.5)
            await room.say(1)
            probe = await room.wait(UtteranceStart, 3)
            assert probe.text
        finally:
            await room.close()
        said = [turn for turn in room.live._loop.turns if turn.speaker is Speaker.CANDIDATE]
        assert [turn.text for turn in said] == [ABOUT_ME, VAGUE]
        assert said[0].words
        assert said[0].words[0].text == "I"
        spans = [(turn.start_s, turn.end_s) for turn in room.live._loop.turns]
        assert all(a < b for a, b in spans)
        assert spans == sorted(spans)
        assert any(cue.mouth for cue in room.all(Cues))
        assert [m.text for m in room.all(Heard) if m.final] == [ABOUT_ME, VAGUE]


async def test_a_pause_in_mid_sentence_is_one_answer() -> None:
    async with local_voice() as voice:
        answer = Spoken(("I worked on the payments team and", "I built the import of all orders."), (0.9,))
        room = Room(MemoryLog(), voice, await takes_of(voice, answer))
        await room.open()
        try:
            await asyncio.sleep((await room.wait(UtteranceEnd)).duration_s + 0.5)
            await room.say(0)
            await room.wait(UtteranceStart, 2)
        finally:
            await room.close()
        said = [turn.text for turn in room.live._loop.turns if turn.speaker is Speaker.CANDIDATE]
        assert said == [" ".join(answer.parts)]


async def test_a_barge_in_stops_the_voice_and_a_backchannel_does_not() -> None:
    async with local_voice() as voice:
        takes = await takes_of(voice, "Mm-hm.", "Sorry, may I ask you something about that first?")
        room = Room(MemoryLog(), voice, takes)
        await room.open()
        try:
            await room.wait(UtteranceStart)
            await asyncio.sleep(0.8)
            await room.say(0)
            await asyncio.sleep(1.2)
            assert room.all(Hold)[-1].mode == "resume"
            assert not room.all(Flush)
            await room.say(1)
            await room.wait(Flush)
            await room.wait(UtteranceStart, 2)
        finally:
            await room.close()
        turns = room.live._loop.turns
        assert turns[0].interrupted
        assert len(turns[0].text) < len(room.all(UtteranceStart)[0].text)
        assert turns[1].text == takes[1].text


async def test_nothing_leaves_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole spoken turn with the bundled models, while sockets to anything but this computer are refused."""
    tried: list[object] = []
    connect = socket.socket.connect

    def only_loopback(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(("127.", "::1")):
            tried.append(address)
            raise PermissionError(f"the interview reached for {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_loopback)
    async with local_voice() as voice:
        room = Room(MemoryLog(), voice, await takes_of(voice, ABOUT_ME))
        room.audio_turn_model = True
        await room.open()
        try:
            await asyncio.sleep((await room.wait(UtteranceEnd)).duration_s + 0.5)
            await room.say(0)
            await room.wait(UtteranceStart, 2)
        finally:
            await room.close()
    assert tried == []


async def test_typing_is_a_full_alternative() -> None:
    async with local_voice() as voice:
        room = Room(MemoryLog(), voice, [])
        await room.open(microphone=False)
        try:
            await room.wait(UtteranceStart)
            await room.live.message(TypedAnswer(client_id="a", text=ABOUT_ME))
            await room.live.message(TypedAnswer(client_id="a", text=ABOUT_ME))
            await room.wait(AnswerStored, 2)
            await room.wait(UtteranceStart, 2)
        finally:
            await room.close()
        said = [turn for turn in room.live._loop.turns if turn.speaker is Speaker.CANDIDATE]
        assert [turn.text for turn in said] == [ABOUT_ME]
        assert said[0].typed


async def test_who_was_planned_more_time_to_think_is_waited_for_in_every_connection() -> None:
    """The plan carries it, so a reconnect and a restarted server know it, too."""
    async with local_voice() as voice:
        log, plan = MemoryLog(), accommodated(small_plan(), patience=2.4)
        for _ in range(2):
            room = Room(log, voice, [], plan)
            await room.open(microphone=False)
            try:
                assert room.live._detector.patience == room.live._time.patience == 2.4
                await room.wait(UtteranceEnd)
            finally:
                await room.close()
        usual = Room(MemoryLog(), voice, [])
        await usual.open(microphone=False)
        try:
            assert usual.live._detector.patience == usual.live._time.patience == 1.0
            await usual.wait(UtteranceEnd)
        finally:
            await usual.close()


async def test_ending_says_goodbye_and_then_is_over() -> None:
    async with local_voice() as voice:
        room = Room(MemoryLog(), voice, [])
        await room.open(microphone=False)
        try:
            await room.wait(UtteranceStart)
            await room.live.message(Control(action="end"))
            ended = await room.wait(Ended)
            assert room.ended == [ended.reason]
            await asyncio.wait_for(room.live.finished.wait(), 5)
        finally:
            await room.close()


async def test_a_new_connection_goes_on_at_the_same_question() -> None:
    async with local_voice() as voice:
        log = MemoryLog()
        first = Room(log, voice, [])
        await first.open(microphone=False)
        await first.wait(UtteranceStart)
        await first.live.message(TypedAnswer(client_id="a", text=ABOUT_ME))
        await first.wait(UtteranceStart, 2)
        question = first.live._loop.open_question
        await first.close()

        second = Room(log, voice, [])
        await second.open(microphone=False)
        try:
            welcome = await second.wait(Welcome)
            assert welcome.resumed
            assert ABOUT_ME in [line.text for line in welcome.captions]
            asked = await second.wait(UtteranceStart)
            assert question is not None
            assert question.text in asked.text
        finally:
            await second.close()
