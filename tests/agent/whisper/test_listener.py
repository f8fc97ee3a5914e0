"""The live ear, with the real decoder behind it: what it says, when, and what it keeps quiet about."""

from __future__ import annotations

import asyncio
import time

import numpy as np
import pytest

from agent.providers.whisper.decoder import SAMPLE_RATE, Reading
from agent.providers.whisper.engine import Report, WhisperEngine
from agent.providers.whisper.errors import WhisperOverloaded
from agent.providers.whisper.gate import FRAME
from agent.providers.whisper.listener import Listener
from agent.providers.whisper.queue import FairQueue
from agent.providers.whisper.scripted import MarkedSpeech
from agent.providers.whisper.utterance import Heard, ListenerOptions
from tests.support.scripted_whisper import WORDS, finals, listen, noise, pcm16, say


def assert_words_in_place(heard: list[Heard], speech: MarkedSpeech, tolerance_s: float = 0.1) -> None:
    words = [word for each in heard if each.recognised.final for word in each.recognised.words]
    assert [word.text for word in words] == [text for text, _, _ in speech.words]
    for word, (_, start_s, end_s) in zip(words, speech.words, strict=True):
        assert abs(word.start_s - start_s) <= tolerance_s, word
        assert abs(word.end_s - end_s) <= tolerance_s, word
        assert word.start_s <= word.end_s


async def test_one_sentence_is_heard_with_word_times(hearing: WhisperEngine) -> None:
    speech = say(0, 18)
    heard, _ = await listen(hearing, speech.samples)
    assert finals(heard) == [" ".join(WORDS[:18])]
    assert_words_in_place(heard, speech)
    final = heard[-1].recognised
    assert final.stable_chars == len(final.text)
    assert final.confidence is not None
    assert final.confidence > 0.9
    assert abs(heard[-1].end_s - speech.words[-1][2]) < 0.1


async def test_interims_grow_and_their_stable_part_never_changes(hearing: WhisperEngine) -> None:
    heard, _ = await listen(hearing, say(0, 33).samples)
    interims = [each.recognised for each in heard if not each.recognised.final]
    assert len(interims) >= 8, "about one each second"
    for before, after in zip(interims, heard[1:], strict=False):
        assert after.recognised.text.startswith(before.text[: before.stable_chars])
    stable = [each.stable_chars for each in interims]
    assert stable == sorted(stable)
    assert stable[-1] > 60
    assert all(each.stable_chars <= len(each.text) for each in interims)


async def test_a_pause_inside_an_answer_gives_two_finals_that_join(hearing: WhisperEngine) -> None:
    speech = say(0, 14, pauses={6: 0.6})
    heard, _ = await listen(hearing, speech.samples)
    assert finals(heard) == [" ".join(WORDS[:7]), " ".join(WORDS[7:14])]
    assert_words_in_place(heard, speech)


async def test_a_closure_inside_a_word_does_not_end_it(hearing: WhisperEngine) -> None:
    heard, _ = await listen(hearing, say(0, 12, pauses={5: 0.08}).samples)
    assert finals(heard) == [" ".join(WORDS[:12])]


async def test_speech_that_goes_on_before_the_final_is_done_loses_nothing(hearing: WhisperEngine) -> None:
    """Frames come faster than decoding: every utterance is closed long before its reading is there."""
    speech = say(0, 30, pauses={4: 0.3, 9: 0.25, 15: 0.4, 22: 0.3})
    heard, _ = await listen(hearing, speech.samples, settle=False)
    assert " ".join(finals(heard)) == " ".join(WORDS[:30])
    starts = [each.start_s for each in heard if each.recognised.final]
    assert starts == sorted(starts)


async def test_no_words_into_silence_and_noise(deaf: tuple[WhisperEngine, list[Report]]) -> None:
    """The deaf model writes its text into anything it is shown: so it must not be shown anything."""
    engine, reports = deaf
    burst = noise(8.0, rms=1e-4)
    burst[2 * SAMPLE_RATE : int(2.1 * SAMPLE_RATE)] += noise(0.1, rms=0.3)
    burst[5 * SAMPLE_RATE :: 4000] = 0.8  # clicks
    hum = (0.05 * np.sin(np.arange(4 * SAMPLE_RATE) * 2 * np.pi * 50 / SAMPLE_RATE)).astype(np.float32)
    for sound in (np.zeros(5 * SAMPLE_RATE, np.float32), noise(5.0, rms=0.02), burst, hum):
        heard, _ = await listen(engine, sound)
        assert heard == []
    assert reports == []


async def test_a_voice_without_words_gives_no_words(hearing: WhisperEngine) -> None:
    """Speech to the gate, but nothing that the model understands: its own no-speech verdict counts."""
    spectrum = np.fft.rfft(say(0, 10).samples)
    spectrum[np.fft.rfftfreq(len(say(0, 10).samples), 1 / SAMPLE_RATE) > 2900] = 0
    mumble = np.fft.irfft(spectrum).astype(np.float32)
    reports: list[Report] = []
    hearing.observer = reports.append
    heard, _ = await listen(hearing, mumble)
    assert reports, "the gate took it for speech"
    assert heard == []


async def test_speech_after_long_noise_is_still_heard(hearing: WhisperEngine) -> None:
    speech = say(0, 8, noise=3e-3)
    heard, _ = await listen(hearing, np.concatenate([noise(4.0, rms=3e-3), speech.samples]))
    assert finals(heard) == [" ".join(WORDS[:8])]


async def test_committed_sound_is_cut_away_and_its_text_becomes_the_prompt(
    hearing: WhisperEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[float, str]] = []
    read = hearing.decoder.read

    def watched(samples: np.ndarray, *, prompt: str = "", times: bool = False) -> Reading:
        asked.append((len(samples) / SAMPLE_RATE, prompt))
        return read(samples, prompt=prompt, times=times)

    monkeypatch.setattr(hearing.decoder, "read", watched)
    options = ListenerOptions(trim_after_s=3.0)
    heard, held = await listen(hearing, say(0, 33).samples, options)
    assert finals(heard) == [" ".join(WORDS[:33])]
    assert max(seconds for seconds, _ in asked) < 5.0
    assert held < 5.5
    first_cut = next(prompt for _, prompt in asked if prompt)
    assert " ".join(WORDS).startswith(first_cut)
    assert asked[-1][1].split()[:3] == WORDS[:3]


async def test_the_prompt_of_the_next_answer_is_the_text_before_but_never_a_doubtful_one(
    hearing: WhisperEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts: list[str] = []
    doubtful = False
    final = hearing.final

    async def watched(stream: int, samples: np.ndarray, *, prompt: str = "") -> Reading:
        prompts.append(prompt)
        reading = await final(stream, samples, prompt=prompt)
        if not doubtful:
            return reading
        fields = {name: getattr(reading, name) for name in Reading.__slots__} | {"avg_logprob": -1.5}
        return Reading(**fields)

    monkeypatch.setattr(hearing, "final", watched)
    speech = say(0, 12, pauses={5: 0.5})
    await listen(hearing, speech.samples)
    assert prompts == ["", " ".join(WORDS[:6])]
    prompts.clear()
    doubtful = True
    heard, _ = await listen(hearing, speech.samples)
    assert prompts == ["", ""]
    assert " ".join(finals(heard)) == " ".join(WORDS[:12])


async def test_memory_stays_bounded_when_nothing_is_ever_agreed(hearing: WhisperEngine) -> None:
    """Without trimming the window is cut by force, at a quiet moment, and no word is lost."""
    options = ListenerOptions(trim_after_s=1000.0, longest_window_s=4.0)
    speech = say(0, 60)
    heard, held = await listen(hearing, speech.samples, options)
    assert held < 6.0
    assert len(finals(heard)) >= 4
    assert " ".join(finals(heard)) == " ".join(WORDS[:60])


async def test_hours_of_silence_hold_a_second_of_sound(deaf: tuple[WhisperEngine, list[Report]]) -> None:
    listener = Listener(deaf[0], lambda heard: None)
    minute = pcm16(noise(60.0, rms=1e-4))
    for at in range(0, len(minute), FRAME * 10):
        listener.push(minute[at : at + FRAME * 10])
        assert listener.held_s <= 1.21
    await listener.aclose()


async def test_flush_finalises_at_once(hearing: WhisperEngine) -> None:
    speech = say(0, 8, tail_s=0.0)
    heard: list[Heard] = []
    listener = Listener(hearing, heard.append)
    listener.push(pcm16(speech.samples))
    listener.flush()
    await asyncio.wait_for(listener.drain(), timeout=10)
    assert finals(heard) == [" ".join(WORDS[:8])]
    listener.flush()
    await listener.drain()
    assert len(finals(heard)) == 1, "nothing is left to finalise"
    await listener.aclose()


async def test_frames_of_any_length(hearing: WhisperEngine) -> None:
    sound = pcm16(say(0, 8).samples)
    heard: list[Heard] = []
    listener = Listener(hearing, heard.append)
    for at in range(0, len(sound), 777):
        listener.push(sound[at : at + 777])
        await listener.settle()
    listener.flush()
    await listener.drain()
    assert finals(heard) == [" ".join(WORDS[:8])]
    await listener.aclose()


async def test_in_real_time_the_final_is_there_soon_after_the_voice(hearing: WhisperEngine) -> None:
    speech = say(0, 9, lead_s=0.3, tail_s=2.0)
    sound = pcm16(speech.samples)
    arrived: list[float] = []
    began = time.perf_counter()

    def note(heard: Heard) -> None:
        if heard.recognised.final:
            arrived.append(time.perf_counter() - began)

    listener = Listener(hearing, note)
    for end in range(FRAME, len(sound) + 1, FRAME):
        await asyncio.sleep(max(0.0, began + end / SAMPLE_RATE - time.perf_counter()))
        listener.push(sound[end - FRAME : end])
    await listener.aclose()
    assert len(arrived) == 1
    assert 0.15 < arrived[0] - speech.words[-1][2] < 1.5, "0.3 s on an idle machine; tests share theirs"


async def test_four_interviews_at_once(hearing: WhisperEngine) -> None:
    spoken = [say(first, first + 12) for first in (0, 15, 30, 45)]
    results = await asyncio.gather(*(listen(hearing, speech.samples) for speech in spoken))
    for (heard, _), first in zip(results, (0, 15, 30, 45), strict=True):
        assert " ".join(finals(heard)) == " ".join(WORDS[first : first + 12])


async def test_overload_is_waited_out_then_reported(hearing: WhisperEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    speech = say(0, 6)
    monkeypatch.setattr(hearing, "_queue", FairQueue(max_finals=0))
    with pytest.raises(WhisperOverloaded):
        await listen(hearing, speech.samples, ListenerOptions(overload_patience_s=0.4))
    listening = asyncio.ensure_future(listen(hearing, speech.samples))
    await asyncio.sleep(0.6)
    monkeypatch.undo()
    heard, _ = await listening
    assert finals(heard) == [" ".join(WORDS[:6])]


async def test_closing_gives_up_what_is_being_read(hearing: WhisperEngine) -> None:
    heard: list[Heard] = []
    listener = Listener(hearing, heard.append)
    listener.push(pcm16(say(0, 18).samples))
    await asyncio.sleep(0)
    await asyncio.wait_for(listener.aclose(), timeout=5)
    assert hearing.waiting == 0
    await asyncio.sleep(0.3)
    assert heard == []
