"""Times carried over to another voice: near the truth on voices whose phones are known, plausible on people."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.typing import NDArray

from agent.ports import VoiceError
from agent.voices import espeak
from agent.voices.align import EspeakAligner, log_mel, transfer, warping_path
from agent.voices.child_voice import Manner
from agent.voices.speech import resample
from schema.room import VOICE_RATE
from tests.support.voices import needs_espeak, running_espeak, tone

TEXTS = [
    "You mentioned a migration project.",
    "Walk me through the hardest trade-off you made, and how you measured its impact.",
    "How would you design a rate limiter for a public API that serves ten thousand requests per second?",
    "What did you personally own, and what did the team do?",
]
OTHERS = [
    Manner("en-us+f3", rate=140, pitch=60),
    Manner("en-us+Annie", rate=190),
    Manner("en-gb-x-rp+m3", rate=150),
    Manner("en-us+steph", rate=210),
]
REFERENCE = Manner("en-us", rate=165, pitch=45, pitch_range=55)


@needs_espeak
async def test_times_are_near_the_truth_on_voices_whose_phones_are_known() -> None:
    warped: list[float] = []
    stretched: list[float] = []
    async with running_espeak() as (_, process):
        for text in TEXTS:
            reference = await process.speak(REFERENCE.request(text))
            for other in OTHERS:
                target = await process.speak(other.request(text))
                samples = np.frombuffer(target.pcm, np.int16)
                timing = transfer(reference, resample(samples, target.timeline["sample_rate"]))
                assert timing is not None
                truth = np.array([start for start, ipa in target.timeline["phones"] if ipa])
                found = np.array([phone.start_s for phone in timing.phones if phone.ipa])
                plain = np.array([start for start, ipa in reference.timeline["phones"] if ipa])
                if len(truth) == len(found):  # the British voice says some words with other phones
                    warped += [*np.abs(found - truth)]
                    stretched += [*np.abs(plain * len(target.pcm) / len(reference.pcm) - truth)]
    assert len(warped) > 400
    median, ninety = np.percentile(warped, [50, 90]) * 1000
    by_length = np.percentile(stretched, [50, 90]) * 1000
    print(f"aligned: median {median:.1f} ms, p90 {ninety:.1f} ms; by length: {by_length[0]:.1f}, {by_length[1]:.1f} ms")
    assert median < 10
    assert ninety < 25
    assert median < by_length[0] / 2


@needs_espeak
async def test_words_and_phones_are_found_behind_silence() -> None:
    text = TEXTS[1]
    async with running_espeak() as (_, process):
        with ThreadPoolExecutor(1) as pool:
            target = await process.speak(OTHERS[0].request(text))
            spoken = resample(np.frombuffer(target.pcm, np.int16), target.timeline["sample_rate"])
            silence = np.zeros(VOICE_RATE // 2, np.int16)
            aligner = EspeakAligner(process, pool)
            early = await aligner.align(text, spoken)
            late = await aligner.align(text, np.concatenate([silence, spoken, silence]))
    assert early is not None
    assert late is not None
    assert [at for _, at in late.words] == [at for _, at in early.words]
    shifts = [after - before for (before, _), (after, _) in zip(early.words, late.words, strict=True)]
    assert shifts == pytest.approx([0.5] * len(shifts), abs=0.03)


@needs_espeak
async def test_what_cannot_be_aligned_has_no_times() -> None:
    async with running_espeak() as (_, process):
        with ThreadPoolExecutor(1) as pool:
            aligner = EspeakAligner(process, pool)
            assert await aligner.align("Hello.", np.zeros(100, np.int16)) is None
            nothing_said = await aligner.align("…", tone(0.5))
            assert nothing_said is None or nothing_said.words == ()
    closed = espeak.espeak_process()
    await closed.aclose()
    with pytest.raises(VoiceError):
        await closed.start()
    with ThreadPoolExecutor(1) as pool:
        assert await EspeakAligner(closed, pool).align("Hello.", tone(0.5)) is None


def brute_force(distances: NDArray[np.float64], stretch: float) -> float:
    """The cheapest warping by the recurrence itself, cell by cell."""
    rows, columns = distances.shape
    best = np.full((rows, columns), np.inf)
    for i in range(rows):
        for j in range(columns):
            before = [0.0] if i == j == 0 else []
            before += [best[i - 1, j - 1]] if i and j else []
            before += [best[i - 1, j] + stretch] if i else []
            before += [best[i, j - 1] + stretch] if j else []
            best[i, j] = distances[i, j] + min(before)
    return float(best[-1, -1])


@pytest.mark.parametrize("shape", [(12, 12), (9, 14), (15, 8)])
def test_the_row_by_row_path_is_the_cheapest(shape: tuple[int, int]) -> None:
    random = np.random.default_rng(sum(shape))
    source, target = (random.standard_normal((count, 4)).astype(np.float32) for count in shape)
    path = warping_path(source, target)
    assert tuple(path[0]) == (0, 0)
    assert tuple(path[-1]) == (shape[0] - 1, shape[1] - 1)
    steps = np.diff(path, axis=0)
    assert set(map(tuple, steps)) <= {(1, 1), (1, 0), (0, 1)}
    distances = np.sqrt(((source[:, None] - target[None]) ** 2).sum(-1)).astype(np.float64)
    cost = distances[path[:, 0], path[:, 1]].sum() + 0.3 * int((steps.sum(1) == 1).sum())
    assert cost == pytest.approx(brute_force(distances, 0.3), rel=1e-4)


def test_features_do_not_depend_on_loudness() -> None:
    random = np.random.default_rng(1)
    loud = (random.standard_normal(VOICE_RATE) * 8000).clip(-32768, 32767).astype(np.int16)
    assert np.allclose(log_mel(loud, VOICE_RATE), log_mel(loud // 4, VOICE_RATE), atol=0.05)
    assert log_mel(loud[:10], VOICE_RATE).shape == (0, 26)
