"""What was said is kept, what will be said is prepared, and nobody waits for what nobody needs."""

from __future__ import annotations

import asyncio

import pytest

from agent.ports import Speech, VoiceError
from agent.voices.cache import CachedVoice
from agent.voices.silent import SilentVoice
from agent.voices.steady import SteadyVoice
from tests.support.voices import ToneVoice


async def said(voice: CachedVoice | SteadyVoice, text: str) -> list[Speech]:
    return [speech async for speech in voice.speak(text)]


async def settle(rounds: int = 20) -> None:
    for _ in range(rounds):
        await asyncio.sleep(0)


async def test_a_sentence_is_made_once_whatever_stands_around_it() -> None:
    tone = ToneVoice()
    voice = CachedVoice(tone)
    first = await said(voice, "Thanks. Why was that?")
    second = await said(voice, "I see. Why was that?")
    assert tone.begun() == ["Thanks.", "Why was that?", "I see."]
    assert first[1] is second[1]
    assert (voice.stats.hits, voice.stats.misses) == (1, 3)
    assert voice.holds("Why was that? Thanks.")
    assert not voice.holds("Why was that? Something else.")


async def test_the_least_recently_used_goes_first() -> None:
    voice = CachedVoice(ToneVoice(), max_bytes=3 * 13_500)
    for text in ("One.", "Two.", "Three.", "One.", "Four."):
        await said(voice, text)
    assert [voice.holds(text) for text in ("One.", "Two.", "Three.", "Four.")] == [True, False, True, True]
    assert voice.stats.evicted == 1
    assert voice.stats.bytes <= 3 * 13_500


async def test_many_who_ask_at_once_share_one_synthesis() -> None:
    tone = ToneVoice(delay_s=0.02)
    voice = CachedVoice(tone)
    spoken = await asyncio.gather(*(said(voice, "The same.") for _ in range(5)))
    assert tone.begun() == ["The same."]
    assert len({id(speeches[0]) for speeches in spoken}) == 1
    assert voice.stats.joined == 4


async def test_the_next_sentence_is_made_while_one_plays() -> None:
    tone = ToneVoice()
    voice = CachedVoice(tone)
    speaking = voice.speak("One. Two. Three.")
    await anext(speaking)
    await settle()
    assert tone.begun() == ["One.", "Two."]
    await speaking.aclose()  # type: ignore[attr-defined]


async def test_an_interrupted_speech_gives_up_what_is_in_the_making() -> None:
    tone = ToneVoice(delay_s=0.05)
    voice = CachedVoice(tone)
    speaking = voice.speak("One. Two.")
    await anext(speaking)
    await settle()
    await speaking.aclose()  # type: ignore[attr-defined]
    assert tone.log[-1] == ("given up", "Two.")
    assert (await said(voice, "Two."))[0].words


async def test_who_still_waits_gets_it_when_another_gives_up() -> None:
    tone = ToneVoice(delay_s=0.05)
    voice = CachedVoice(tone)
    impatient, patient = (asyncio.create_task(said(voice, "Wanted.")) for _ in range(2))
    await asyncio.sleep(0.01)
    impatient.cancel()
    assert len(await patient) == 1
    assert tone.begun() == ["Wanted."]


async def test_a_failure_is_not_kept() -> None:
    tone = ToneVoice()
    tone.fails_on.add("Once.")
    voice = CachedVoice(tone)
    with pytest.raises(VoiceError):
        await said(voice, "Once.")
    tone.fails_on.clear()
    assert len(await said(voice, "Once.")) == 1


async def test_prefetched_sentences_are_ready() -> None:
    tone = ToneVoice()
    voice = CachedVoice(tone)
    voice.prefetch(["Likely. Why?", "Less likely. Why?"])
    await asyncio.sleep(0.02)
    assert tone.begun() == ["Likely.", "Why?", "Less likely."]
    await said(voice, "Less likely. Why?")
    assert (voice.stats.hits, voice.stats.misses, voice.stats.prefetched) == (2, 0, 3)


async def test_new_wishes_replace_the_old_ones() -> None:
    tone = ToneVoice(delay_s=0.02)
    voice = CachedVoice(tone)
    voice.prefetch([f"Old {number}." for number in range(9)])
    await asyncio.sleep(0.01)
    voice.prefetch(["New."])
    await asyncio.sleep(0.1)
    assert tone.begun() == ["Old 0.", "New."]


async def test_wishes_wait_while_somebody_is_spoken_to() -> None:
    tone = ToneVoice(delay_s=0.03)
    voice = CachedVoice(tone)
    live = asyncio.create_task(said(voice, "Live one."))
    await settle()
    voice.prefetch(["Wish."])
    await live
    await asyncio.sleep(0.1)
    assert [entry for entry in tone.log if entry[0] != "given up"] == [
        ("begun", "Live one."), ("finished", "Live one."), ("begun", "Wish."), ("finished", "Wish."),
    ]  # fmt: skip


@pytest.mark.parametrize("yielding", [True, False])
async def test_a_local_engine_gives_up_a_wish_for_a_live_sentence(yielding: bool) -> None:
    tone = ToneVoice(delay_s=0.03)
    voice = CachedVoice(tone, yielding=yielding)
    voice.prefetch(["Wish."])
    await asyncio.sleep(0.01)
    await said(voice, "Live.")
    assert (("given up", "Wish.") in tone.log) is yielding
    await asyncio.sleep(0.1)
    assert voice.holds("Wish."), "it is made afterwards"


async def test_a_wish_that_is_asked_for_is_not_begun_again() -> None:
    tone = ToneVoice(delay_s=0.03)
    voice = CachedVoice(tone, yielding=True)
    voice.prefetch(["Good guess."])
    await asyncio.sleep(0.01)
    await said(voice, "Good guess.")
    assert tone.begun() == ["Good guess."]
    assert voice.stats.joined == 1


async def test_a_wish_that_fails_harms_nobody() -> None:
    tone = ToneVoice()
    tone.fails_on.add("Bad.")
    voice = CachedVoice(tone)
    voice.prefetch(["Bad.", "Good."])
    await asyncio.sleep(0.02)
    assert voice.holds("Good.")
    assert voice.stats.prefetched == 1


async def test_closing_ends_what_is_in_the_making() -> None:
    tone = ToneVoice(delay_s=5)
    voice = CachedVoice(tone)
    voice.prefetch(["Never."])
    speaking = asyncio.create_task(said(voice, "Neither."))
    await asyncio.sleep(0.01)
    await asyncio.wait_for(voice.aclose(), 1)
    await asyncio.gather(speaking, return_exceptions=True)
    assert tone.closed
    assert {event for event, _ in tone.log} == {"begun", "given up"}


# ------------------------------------------------------------------ substitutes


async def test_a_substitute_says_what_the_first_voice_has_not_said() -> None:
    tone, spare = ToneVoice(), ToneVoice("spare")
    tone.fails_on.add("Two.")
    now = 0.0
    voice = SteadyVoice(CachedVoice(tone), [spare, SilentVoice()], clock=lambda: now)
    assert len(await said(voice, "One. Two. Three.")) == 3
    assert spare.begun() == ["Two.", "Three."]
    assert voice.trouble == "tone cannot say this."
    voice.prefetch(["Later."])
    await said(voice, "Four.")
    assert spare.begun()[-1] == "Four.", "the first voice rests"
    now = 31.0
    await said(voice, "Five.")
    assert tone.begun()[-1] == "Five."
    assert voice.trouble is None
    assert "Later." not in tone.begun()


async def test_the_last_substitute_is_asked_every_time() -> None:
    tone, spare = ToneVoice(), ToneVoice("spare")
    tone.fails_on.add("No.")
    spare.fails_on.add("No.")
    voice = SteadyVoice(CachedVoice(tone), [spare])
    for _ in range(2):
        with pytest.raises(VoiceError, match="spare cannot"):
            await said(voice, "No.")
    assert len(await said(voice, "Yes.")) == 1
    await voice.aclose()
    assert tone.closed
    assert spare.closed
