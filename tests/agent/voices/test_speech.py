"""From an engine's raw output to a Speech: rate, ends, level, words and their pauses."""

from __future__ import annotations

import numpy as np
import pytest

from agent.ports import Speech
from agent.visemes import Phone
from agent.voices.speech import (
    Timing,
    delayed,
    joined,
    limit_peak,
    resample,
    spoken_words,
    timed_speech,
    trim,
    words_of_groups,
)
from schema.room import VOICE_RATE
from tests.support.voices import needs_espeak, running_espeak, tone


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100])
def test_resampling_keeps_length_and_place(rate: int) -> None:
    samples = np.zeros(rate, np.int16)
    samples[rate // 2 : rate // 2 + rate // 100] = tone(0.01, 1000, rate)
    out = resample(samples, rate)
    assert len(out) == pytest.approx(VOICE_RATE, abs=2)
    loudest = float(np.average(np.arange(len(out)), weights=out.astype(float) ** 2)) / VOICE_RATE
    assert loudest == pytest.approx(0.505, abs=0.001)
    assert len(resample(samples[:0], rate)) == 0


def test_silence_at_the_ends_goes_and_times_move_along() -> None:
    silence = np.zeros(VOICE_RATE // 2, np.int16)
    samples = np.concatenate([silence, tone(1.0), silence])
    lead, kept = trim(samples)
    assert lead == pytest.approx(0.48 * VOICE_RATE, abs=10)
    assert len(kept) == pytest.approx(1.08 * VOICE_RATE, abs=20)
    timing = Timing(((0.5, 0), (1.0, 4)), (Phone(0.45, "ˈa"), Phone(1.0, "b"), Phone(1.5, ""), Phone(1.9, "")))
    speech = timed_speech("One two", samples, timing)
    assert [word.start_s for word in speech.words] == pytest.approx([0.02, 0.52], abs=0.001)
    assert speech.words[-1].end_s == pytest.approx(1.02, abs=0.001), "a word ends with its sound"
    assert speech.stress_s == (0.0,)
    assert speech.mouth[0].start_s == 0
    assert trim(silence)[0] == 0


def test_nothing_clips() -> None:
    loud = np.full(1000, 32_767, np.int16)
    assert np.abs(limit_peak(loud).astype(int)).max() <= 29_491
    quiet = tone(0.1)
    assert limit_peak(quiet) is quiet
    assert np.abs(limit_peak(np.full(10, -32_768, np.int16)).astype(int)).max() <= 29_491


def test_words_without_times_share_the_time_by_length() -> None:
    words = spoken_words("I remember it", Timing((), ()), 1.3)
    assert [(word.text, word.start_s, word.end_s) for word in words] == [
        ("I ", 0.0, 0.2),
        ("remember ", 0.2, 1.1),
        ("it", 1.1, 1.3),
    ]


def test_a_word_of_several_events_begins_with_the_first_and_one_without_lies_between() -> None:
    """ "3.5x" is said as four words, and espeak may report none for a dash."""
    text = "the 3.5x — gain"
    timing = Timing(((0.1, 0), (0.3, 4), (0.5, 5), (0.7, 7), (1.5, 11)), ())
    words = spoken_words(text, timing, 2.0)
    assert [word.start_s for word in words] == pytest.approx([0.1, 0.3, 0.3 + 1.2 * 5 / 7, 1.5], abs=0.001)


def test_a_word_ends_where_the_voice_pauses() -> None:
    phones = (Phone(0.0, "b"), Phone(0.4, ""), Phone(0.6, ""), Phone(0.8, "k"))
    words = spoken_words("But, go", Timing(((0.0, 0), (0.79, 5)), phones), 1.2)
    assert [(word.start_s, word.end_s) for word in words] == [(0.0, 0.4), (0.79, 1.2)]


def test_times_never_go_back() -> None:
    words = spoken_words("a b c", Timing(((0.5, 0), (0.2, 2), (9.0, 4)), ()), 1.0)
    assert [(word.start_s, word.end_s) for word in words] == [(0.5, 0.5), (0.5, 1.0), (1.0, 1.0)]


def test_groups_of_phones_are_words_only_where_they_are_as_many() -> None:
    phones = [Phone(0.0, ""), Phone(0.1, "a"), Phone(0.2, " "), Phone(0.3, "b"), Phone(0.4, "c"), Phone(0.5, ".")]
    assert words_of_groups("one two.", phones) == ((0.1, 0), (0.3, 4))
    assert words_of_groups("in 2019 then", phones) == ()
    assert words_of_groups("one", []) == ()


def test_speeches_join_without_a_gap() -> None:
    first = timed_speech("One", tone(0.5), Timing(((0.0, 0),), (Phone(0.0, "ˈa"),)))
    both = joined([first, delayed(first, 0.0)])
    assert len(both.pcm) == 2 * len(first.pcm)
    assert [word.start_s for word in both.words] == [0.0, round(first.duration_s, 3)]
    assert both.stress_s == (0.0, round(first.duration_s, 3))
    assert both.mouth[1].start_s == round(first.duration_s, 3)
    assert joined([first]) is first
    assert joined([]) == Speech(b"", (), (), ())


@needs_espeak
@pytest.mark.parametrize("look", ["maya", "daniel", "amara"])
async def test_the_looks_voices_have_room_before_full_scale(look: str) -> None:
    text = "But why? Absolutely everybody loves powerful, outrageous, loud applause; how about you, my dear Bob?"
    async with running_espeak("maya" if look == "maya" else "daniel" if look == "daniel" else "amara") as (voice, _):
        spoken = [speech async for speech in voice.speak(text)]
    peak = max(int(np.abs(np.frombuffer(speech.pcm, np.int16).astype(int)).max()) for speech in spoken)
    print(f"{look}: peak {peak / 32768:.2f}")
    assert 0.2 < peak / 32768 < 0.9


@needs_espeak
async def test_accents_numbers_and_dashes_keep_their_words() -> None:
    text = "Dr. Núñez's résumé — e.g. the well-known 3.5x gain on $3M — isn't wrong, is it?"
    async with running_espeak() as (voice, _):
        (speech,) = [speech async for speech in voice.speak(text)]
    assert "".join(word.text for word in speech.words) == text
    assert all(after.start_s >= before.start_s for before, after in zip(speech.words, speech.words[1:], strict=False))
    lengths = {word.text.strip(): word.end_s - word.start_s for word in speech.words}
    assert lengths["well-known"] > lengths["the"]
    assert lengths["3.5x"] > 0.5
