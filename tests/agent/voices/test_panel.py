"""Each sentence of a panel is spoken by whom it was assigned to, also when it was made ahead of time."""

from __future__ import annotations

from collections.abc import AsyncIterator

from agent.ports import Speech
from agent.voices.panel import PanelVoice, Speaker


class NamedVoice:
    """Says nothing, and notes what it was asked to say and to prepare."""

    gives_phonemes = True

    def __init__(self, name: str) -> None:
        self.name = name
        self.said: list[str] = []
        self.prepared: list[str] = []

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        for sentence in text.split("\n"):
            self.said.append(sentence)
            yield Speech(b"\0\0", (), (), ())

    def prefetch(self, texts: list[str]) -> None:
        self.prepared += texts

    async def aclose(self) -> None:
        raise AssertionError("a shared voice stays open")


def panel() -> tuple[PanelVoice, NamedVoice, NamedVoice]:
    maya, daniel = NamedVoice("maya"), NamedVoice("daniel")
    speakers = {one.name: Speaker(one, one.prefetch) for one in (maya, daniel)}
    return PanelVoice(speakers["maya"], speakers), maya, daniel


async def say(voice: PanelVoice, text: str) -> int:
    return len([speech async for speech in voice.speak(text)])


async def test_a_text_is_said_by_whom_it_belongs_to() -> None:
    voice, maya, daniel = panel()
    voice.assign("Thank you, Maya. I'm Daniel. How did you test it?", "daniel")
    voice.assign("What was your part?", "maya")
    assert await say(voice, "Thank you, Maya.\nI'm Daniel.\nHow did you test it?") == 3
    assert await say(voice, "What was your part?") == 1
    assert daniel.said == ["Thank you, Maya.", "I'm Daniel.", "How did you test it?"]
    assert maya.said == ["What was your part?"]
    await voice.aclose()


async def test_a_later_assignment_of_the_same_words_counts() -> None:
    voice, maya, daniel = panel()
    voice.assign("Take your time.", "maya")
    voice.assign("Take your time.", "daniel")
    await say(voice, "Take your time.")
    assert (maya.said, daniel.said) == ([], ["Take your time."])


async def test_what_nobody_was_assigned_is_said_by_the_chair() -> None:
    voice, maya, daniel = panel()
    await say(voice, "We were interrupted.")
    assert (maya.said, daniel.said) == (["We were interrupted."], [])
    assert voice.of(None) is maya
    assert voice.of("daniel") is daniel


def test_likely_texts_are_prepared_in_the_voice_that_would_say_them() -> None:
    voice, maya, daniel = panel()
    voice.prefetch([("One.", None), ("Two.", "daniel"), ("Three.", "maya")])
    assert (maya.prepared, daniel.prepared) == (["One.", "Three."], ["Two."])


async def test_the_memory_of_who_says_what_is_bounded() -> None:
    voice, maya, daniel = panel()
    voice.assign("The first one.", "daniel")
    for number in range(400):
        voice.assign(f"Question {number}.", "daniel")
    await say(voice, "The first one.")
    await say(voice, "Question 399.")
    assert (maya.said, daniel.said) == (["The first one."], ["Question 399."])
