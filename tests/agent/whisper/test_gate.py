"""Voice activity and the gate on synthetic speech, noise and silence."""

from __future__ import annotations

import numpy as np
import pytest

from agent.providers.whisper.decoder import SAMPLE_RATE
from agent.providers.whisper.gate import FRAME, FRAME_S, Activity, SpeechGate
from agent.vad import SpeechDetector, speech_spans
from tests.support.scripted_whisper import noise, pcm16, say


def activities(samples: np.ndarray) -> list[Activity]:
    gate, sound = SpeechGate(), pcm16(samples)
    return [gate.push(sound[at : at + FRAME]) for at in range(0, len(sound) - FRAME + 1, FRAME)]


@pytest.mark.parametrize("room", [1e-5, 1e-3, 3e-3])
def test_speech_begins_and_ends_where_it_does(room: float) -> None:
    speech = say(0, 12, noise=room)
    heard = activities(np.concatenate([noise(1.0, rms=room), speech.samples]))
    first = next(index for index, each in enumerate(heard) if each.speaking)
    assert 0 < first * FRAME_S - 1.0 - speech.words[0][1] < 0.2
    assert heard[first].loud_s > 0.04, "it tells how long the voice has been there"
    last_voiced = max(index for index, each in enumerate(heard) if each.voiced)
    assert abs((last_voiced + 1) * FRAME_S - 1.0 - speech.words[-1][2]) < 0.1


def test_silence_is_counted_from_the_end_of_the_voice() -> None:
    speech = say(0, 8, tail_s=1.0)
    heard = activities(speech.samples)
    at = int((speech.words[-1][2] + 0.3) / FRAME_S)
    assert heard[at].speaking
    assert heard[at].silence_s == pytest.approx(0.3, abs=0.08)


def test_a_click_in_silence_does_not_end_it() -> None:
    speech = say(0, 8, tail_s=1.0)
    at = int((speech.words[-1][2] + 0.2) * SAMPLE_RATE)
    clicked = speech.samples.copy()
    clicked[at : at + 40] = 0.5
    silence = activities(clicked)[int((speech.words[-1][2] + 0.35) / FRAME_S)].silence_s
    assert silence > 0.25


@pytest.mark.parametrize("sound", [noise(3.0, rms=0.05), np.zeros(3 * SAMPLE_RATE, np.float32)])
def test_noise_and_silence_are_no_speech(sound: np.ndarray) -> None:
    assert not any(each.speaking for each in activities(sound))


def test_closing_makes_it_wait_for_new_speech() -> None:
    gate, sound = SpeechGate(), pcm16(say(0, 4, tail_s=2.0).samples)
    for at in range(0, len(sound) - FRAME + 1, FRAME):
        activity = gate.push(sound[at : at + FRAME])
        if activity.silence_s >= 0.2:
            gate.close()
            break
    rest = [gate.push(sound[after : after + FRAME]) for after in range(at + FRAME, len(sound) - FRAME + 1, FRAME)]
    assert not any(each.speaking for each in rest[10:])


def test_detectors_share_a_network_but_no_memory() -> None:
    speech, silence = pcm16(say(0, 6).samples), np.zeros(SAMPLE_RATE, np.int16)
    alone = SpeechDetector().push(speech)
    first, second = SpeechDetector(), SpeechDetector()
    mixed: list[float] = []
    for at in range(0, len(speech), 512):
        mixed += first.push(speech[at : at + 512])
        second.push(silence[:512])
    assert mixed == pytest.approx(alone, abs=1e-4)


def test_spans_of_a_recording() -> None:
    speech = say(0, 14, pauses={6: 1.5})
    spans = speech_spans(speech.samples)
    assert len(spans) == 2
    assert spans[0].start_s == pytest.approx(speech.words[0][1] - 0.2, abs=0.15)
    assert spans[0].end_s == pytest.approx(speech.words[6][2] + 0.2, abs=0.25)
    assert spans[1].start_s == pytest.approx(speech.words[7][1] - 0.2, abs=0.15)
    assert speech_spans(noise(2.0, rms=0.01)) == []
