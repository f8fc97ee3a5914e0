"""The recording: both sides in their places, readable after a kill, ended by a full disk, joined over restarts."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from agent.recorder import (
    FragmentedRecorder,
    Segment,
    finalise,
    finalise_leftovers,
    segments_of,
)
from agent.recorder.fragmented import HOLD_S
from agent.recorder.mixing import Track

Floats = NDArray[np.float64]
Samples = NDArray[np.int16]
MIC, VOICE = 16_000, 24_000
TICKS = 0.045  # a recording ends within two packets of its last sample
ROOT = Path(__file__).parents[2]


def speechlike(seconds: float, rate: int, seed: int) -> Samples:
    """Noise in bursts, below 1 kHz: it correlates with itself at one place only."""
    random = np.random.default_rng(seed)
    count = round(seconds * rate)
    noise = np.convolve(random.standard_normal(count), np.hanning(rate // 500), mode="same")
    bursts = np.repeat(random.random(count // (rate // 10) + 1) > 0.4, rate // 10)[:count]
    return (noise / np.abs(noise).max() * bursts * 12_000).astype(np.int16)


def give(
    recorder: FragmentedRecorder, samples: Samples, at_s: float, *, candidate: bool, frame_s: float = 0.02
) -> None:
    """Frame by frame, as a transport does."""
    rate = MIC if candidate else VOICE
    size = round(frame_s * rate)
    put = recorder.candidate if candidate else recorder.interviewer
    for start in range(0, len(samples), size):
        put(samples[start : start + size].tobytes(), at_s + start / rate)


def played(path: Path) -> Floats:
    """(samples, 2) as a player hears the file, at 48 kHz."""
    with av.open(str(path)) as container:
        parts = [frame.to_ndarray() for frame in container.decode(audio=0)]
    joined = np.concatenate(parts, axis=1) if parts else np.zeros((2, 0))
    return joined.astype(np.float64).T


def place_of(samples: Samples, rate: int, channel: Floats, about_s: float) -> float:
    """The second at which `samples` lie in a channel, within half a second of `about_s`, by correlation."""
    at = np.arange(len(samples) * 48_000 // rate) * rate / 48_000
    wanted = np.interp(at, np.arange(len(samples)), samples.astype(np.float64))
    begin = max(0, round((about_s - 0.5) * 48_000))
    window = channel[begin : begin + len(wanted) + 48_000]
    size = 1 << (len(window) + len(wanted)).bit_length()
    correlation = np.fft.irfft(np.fft.rfft(window, size) * np.conj(np.fft.rfft(wanted, size)))
    best = int(np.argmax(correlation[: len(window)]))
    part = window[best : best + len(wanted)]
    assert np.corrcoef(part, wanted[: len(part)])[0, 1] > 0.9, "these samples are not in the recording"
    return (begin + best) / 48_000


def level(channel: Floats, start_s: float, end_s: float) -> float:
    return float(np.sqrt(np.mean(channel[round(start_s * 48_000) : round(end_s * 48_000)] ** 2)))


@pytest.fixture
async def recorder(tmp_path: Path) -> AsyncIterator[FragmentedRecorder]:
    recorder = FragmentedRecorder.open(tmp_path)
    yield recorder
    await recorder.aclose()


async def test_both_sides_lie_in_their_places(recorder: FragmentedRecorder) -> None:
    mine, yours = speechlike(6, MIC, 1), speechlike(3, VOICE, 2)
    give(recorder, mine, 0.0, candidate=True)
    give(recorder, yours, 2.345, candidate=False, frame_s=0.1)
    await recorder.aclose()
    out = recorder.path.with_name("recording.mp4")
    seconds = finalise(segments_of(out.parent), out)
    sound = played(out)
    assert seconds == pytest.approx(6.0, abs=TICKS)
    assert len(sound) / 48_000 == pytest.approx(seconds, abs=TICKS)
    offsets = place_of(mine, MIC, sound[:, 0], 0.0), place_of(yours, VOICE, sound[:, 1], 2.345) - 2.345
    print(f"misplaced by {offsets[0] * 1000:.2f} and {offsets[1] * 1000:.2f} ms")
    assert offsets == pytest.approx((0.0, 0.0), abs=0.020)
    assert level(sound[:, 1], 0.1, 2.2) < 10
    assert level(sound[:, 1], 5.5, 6.0) < 10


async def test_gaps_late_overlapping_and_shuffled_frames(recorder: FragmentedRecorder) -> None:
    first, second = speechlike(1, MIC, 3), speechlike(1, MIC, 4)
    frames = [(first[i : i + 320], i / MIC) for i in range(0, len(first), 320)]
    for even, odd in zip(frames[::2], frames[1::2], strict=True):
        recorder.candidate(odd[0].tobytes(), odd[1])  # each pair arrives the wrong way round
        recorder.candidate(even[0].tobytes(), even[1])
    give(recorder, speechlike(1, MIC, 5), 3.0, candidate=True)
    give(recorder, second, 3.0, candidate=True)  # the later frames stand
    await recorder.aclose()
    out = recorder.path.with_name("recording.mp4")
    finalise(segments_of(out.parent), out)
    channel = played(out)[:, 0]
    assert place_of(first, MIC, channel, 0.0) == pytest.approx(0.0, abs=0.02)
    assert place_of(second, MIC, channel, 3.0) == pytest.approx(3.0, abs=0.02)
    assert level(channel, 1.1, 2.9) < 10


async def test_the_interviewer_is_cut_where_the_candidate_heard_her_last(recorder: FragmentedRecorder) -> None:
    voice = speechlike(6, VOICE, 6)
    give(recorder, voice, 0.5, candidate=False, frame_s=0.2)  # given all at once, ahead of time
    give(recorder, speechlike(2, MIC, 7), 0.0, candidate=True)
    await asyncio.sleep(0.3)  # the thread has encoded what was settled
    recorder.cut_interviewer(2.0)
    again = speechlike(1, VOICE, 8)
    give(recorder, speechlike(2, MIC, 9), 2.0, candidate=True)
    give(recorder, again, 3.0, candidate=False)
    await recorder.aclose()
    out = recorder.path.with_name("recording.mp4")
    finalise(segments_of(out.parent), out)
    channel = played(out)[:, 1]
    assert place_of(voice[: VOICE * 14 // 10], VOICE, channel, 0.5) == pytest.approx(0.5, abs=0.02)
    assert level(channel, 2.03, 2.97) < 10
    assert place_of(again, VOICE, channel, 3.0) == pytest.approx(3.0, abs=0.02)


async def test_what_comes_after_it_was_written_is_counted_and_not_misplaced(recorder: FragmentedRecorder) -> None:
    give(recorder, speechlike(5, MIC, 10), 0.0, candidate=True)
    async with asyncio.timeout(20):
        while recorder.stats.written_s == 0:
            await asyncio.sleep(0.05)
    assert recorder.stats.written_s == pytest.approx(5 - HOLD_S, abs=0.05)
    late = speechlike(1, VOICE, 11)
    give(recorder, late, 1.0, candidate=False)
    give(recorder, late, 4.9, candidate=False)
    await recorder.aclose()
    out = recorder.path.with_name("recording.mp4")
    finalise(segments_of(out.parent), out)
    assert recorder.stats.late_s == pytest.approx(1.0, abs=0.05)
    channel = played(out)[:, 1]
    assert level(channel, 0, 4.5) < 10
    assert place_of(late, VOICE, channel, 4.9) == pytest.approx(4.9, abs=0.02)


async def test_nonsense_is_ignored(recorder: FragmentedRecorder) -> None:
    for at_s in (float("nan"), float("inf"), -1.0, 1e12):
        recorder.interviewer(bytes(960), at_s)
        recorder.cut_interviewer(at_s)
    recorder.candidate(b"", 0.0)
    recorder.candidate(b"\0", 0.0)
    give(recorder, speechlike(1, MIC, 12), 0.0, candidate=True)
    recorder.interviewer(bytes(961), 1e9)
    await recorder.aclose()
    out = recorder.path.with_name("recording.mp4")
    assert finalise(segments_of(out.parent), out) == pytest.approx(1.0, abs=TICKS)


async def test_a_recorder_that_heard_nothing_leaves_nothing(tmp_path: Path) -> None:
    recorder = FragmentedRecorder.open(tmp_path)
    await recorder.aclose()
    await recorder.aclose()
    recorder.candidate(bytes(640), 0.0)
    assert os.listdir(tmp_path) == []
    assert segments_of(tmp_path) == []
    assert segments_of(tmp_path / "missing") == []


# ------------------------------------------------------------------ a killed process

LIVE = """
import asyncio, sys, time
from pathlib import Path
import numpy as np
from agent.recorder import FragmentedRecorder
sys.path.insert(0, {root!r})
from tests.agent.test_recorder import speechlike, MIC, VOICE

async def main(folder, offset_s):
    recorder = FragmentedRecorder.open(Path(folder))
    mine, yours = speechlike(60, MIC, 20), speechlike(60, VOICE, 21)
    began = time.monotonic()
    for frame in range(3000):
        at_s = frame * 0.02
        await asyncio.sleep(max(0.0, began + at_s + 0.02 - time.monotonic()))
        recorder.candidate(mine[frame * 320 : frame * 320 + 320].tobytes(), offset_s + at_s)
        recorder.interviewer(yours[frame * 480 : frame * 480 + 480].tobytes(), offset_s + at_s)
        print(f"{{at_s + 0.02:.2f}} {{time.process_time():.3f}}", flush=True)

asyncio.run(main(sys.argv[1], float(sys.argv[2])))
"""


def record_and_kill(folder: Path, seconds: float, offset_s: float = 0.0) -> tuple[float, float]:
    """Records in real time in another process and kills it; (seconds given, share of a processor used)."""
    process = subprocess.Popen(
        [sys.executable, "-c", LIVE.format(root=str(ROOT)), str(folder), str(offset_s)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    given = used = first_used = 0.0
    for line in process.stdout:
        given, used = map(float, line.split())
        first_used = first_used or used
        if given >= seconds:
            break
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split("\n")
    process.stdout.close()
    process.wait()
    given = max([given, *(float(line.split()[0]) for line in rest if line.count(".") == 2)])
    return given, (used - first_used) / given


async def test_after_a_kill_all_but_the_last_second_plays(tmp_path: Path) -> None:
    given, load = await asyncio.to_thread(record_and_kill, tmp_path, 8.0)
    (segment,) = segments_of(tmp_path)
    as_it_lies = played(segment.path)
    out = tmp_path / "recording.mp4"
    seconds = finalise([segment], out)
    print(f"given {given:.2f} s, recovered {seconds:.2f} s, recorder and its feeder used {load:.1%} of a processor")
    assert seconds >= given - 1.0
    assert len(as_it_lies) / 48_000 == pytest.approx(seconds, abs=0.03), "the killed file plays without any repair"
    whole = int(seconds) - 1
    sound = played(out)
    assert place_of(speechlike(60, MIC, 20)[: whole * MIC], MIC, sound[:, 0], 0.0) == pytest.approx(0.0, abs=0.02)
    assert place_of(speechlike(60, VOICE, 21)[: whole * VOICE], VOICE, sound[:, 1], 0.0) == pytest.approx(0.0, abs=0.02)
    assert not segment.path.exists(), "the segment is in the finished file"


async def test_an_interview_that_goes_on_after_a_kill_keeps_its_clock(tmp_path: Path) -> None:
    folder = tmp_path / "interview"
    given, _ = await asyncio.to_thread(record_and_kill, folder, 2.5, 0.0)
    (folder / "recording.001.mp4").write_bytes(b"not a recording at all")
    recorder = FragmentedRecorder.open(folder)
    assert recorder.path.name == "recording.002.mp4"
    resumed, at_s = speechlike(2, MIC, 30), given + 4.137
    give(recorder, resumed, at_s, candidate=True)
    await recorder.aclose()
    assert finalise_leftovers(tmp_path) == {folder / "recording.mp4": pytest.approx(at_s + 2.0, abs=TICKS)}
    assert finalise_leftovers(tmp_path) == {}, "there is nothing left to do"
    sound = played(folder / "recording.mp4")
    assert place_of(speechlike(60, MIC, 20)[:MIC], MIC, sound[:, 0], 0.0) == pytest.approx(0.0, abs=0.02)
    assert place_of(resumed, MIC, sound[:, 0], at_s) == pytest.approx(at_s, abs=0.02)
    assert level(sound[:, 0], given + 0.1, at_s - 0.1) < 10
    # A third time, after it had been finished already.
    recorder = FragmentedRecorder.open(folder)
    give(recorder, resumed, at_s + 5.0, candidate=True)
    await recorder.aclose()
    out = folder / "recording.mp4"
    assert finalise(segments_of(folder), out) == pytest.approx(at_s + 7.0, abs=TICKS)
    channel = played(out)[:, 0]
    for place in (at_s, at_s + 5.0):
        assert place_of(resumed, MIC, channel, place) == pytest.approx(place, abs=0.02)


async def test_finishing_twice_after_a_crash_in_between_changes_nothing(tmp_path: Path) -> None:
    """The server may die after the finished file is there and before the segments are gone."""
    recorder = FragmentedRecorder.open(tmp_path)
    give(recorder, speechlike(2, MIC, 40), 1.0, candidate=True)
    await recorder.aclose()
    copy = recorder.path.read_bytes()
    out = tmp_path / "recording.mp4"
    once = finalise(segments_of(tmp_path), out)
    sound = played(out)
    recorder.path.write_bytes(copy)
    assert finalise(segments_of(tmp_path), out) == once
    assert np.array_equal(played(out), sound)
    assert finalise(segments_of(tmp_path), out) == once, "a finished file may be finished again"


async def test_the_finished_file_can_be_sought_at_once(tmp_path: Path) -> None:
    recorder = FragmentedRecorder.open(tmp_path)
    give(recorder, speechlike(3, MIC, 41), 0.0, candidate=True)
    await recorder.aclose()
    out = tmp_path / "recording.mp4"
    finalise(segments_of(tmp_path), out)
    head = out.read_bytes()
    assert head.index(b"moov") < head.index(b"mdat"), "the index comes first"
    assert b"moof" not in head


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    bad = tmp_path / "recording.000.mp4"
    bad.write_bytes(b"")
    assert segments_of(tmp_path) == []
    with pytest.raises(ValueError, match="no recording that can be read"):
        finalise([Segment(bad, 0.0)], tmp_path / "recording.mp4")
    assert bad.exists()
    assert not (tmp_path / "recording.mp4").exists()


# ------------------------------------------------------------------ a disk that is full

FULL = """
import asyncio, resource, sys, time
from pathlib import Path
from agent.recorder import FragmentedRecorder
sys.path.insert(0, {root!r})
from tests.agent.test_recorder import give, speechlike, MIC

async def main(folder):
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
    heard = []
    recorder = FragmentedRecorder.open(Path(folder), on_error=heard.append)
    for second in range(30):
        give(recorder, speechlike(1, MIC, second), second, candidate=True)
        await asyncio.sleep(0.12)
        if heard:
            break
    recorder.candidate(bytes(640), 40.0)
    await recorder.aclose()
    print(len(heard), recorder.recording, recorder.stats.written_s, heard[0])

asyncio.run(main(sys.argv[1]))
"""


async def test_a_full_disk_ends_the_recording_and_nothing_else(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", FULL.format(root=str(ROOT)), str(tmp_path), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    out, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0
    times, recording, written, sentence = out.decode().split(maxsplit=3)
    assert (times, recording) == ("1", "False")
    assert "the interview goes on" in sentence
    (segment,) = segments_of(tmp_path)
    seconds = finalise([segment], tmp_path / "recording.mp4")
    assert float(written) - 1.5 < seconds <= 30
    assert seconds > 3


async def test_a_folder_that_vanishes_ends_the_recording(tmp_path: Path) -> None:
    heard: list[str] = []
    recorder = FragmentedRecorder.open(tmp_path / "gone", on_error=heard.append)
    (tmp_path / "gone").rmdir()
    give(recorder, speechlike(1, MIC, 50), 0.0, candidate=True)
    for _ in range(50):
        await asyncio.sleep(0.02)
        if heard:
            break
    assert len(heard) == 1
    assert not recorder.recording
    await recorder.aclose()


# ------------------------------------------------------------------ the tracks


def test_a_track_keeps_the_sound_and_its_place() -> None:
    rate, hertz = 16_000, 1000.0
    at = np.arange(rate) / rate
    track = Track(rate)
    for start in range(0, rate, 320):
        track.put((10_000 * np.sin(2 * np.pi * hertz * at[start : start + 320])).astype(np.int16), start / rate)
    out = np.concatenate([track.take(0.02) for _ in range(50)]).astype(np.float64)
    wanted = 10_000 * np.sin(2 * np.pi * hertz * np.arange(48_000) / 48_000)
    middle = slice(4800, 43_200)
    error = np.sqrt(np.mean((out[middle] - wanted[middle]) ** 2)) / 7071
    assert 20 * np.log10(error) < -55


def test_giving_frames_never_blocks(tmp_path: Path) -> None:
    async def run() -> list[float]:
        recorder = FragmentedRecorder.open(tmp_path)
        frame, spent = bytes(640), []
        for index in range(3000):
            began = time.perf_counter()
            recorder.candidate(frame, index * 0.02)
            spent.append(time.perf_counter() - began)
        await recorder.aclose()
        return spent

    spent = sorted(asyncio.run(run()))
    # A machine with other work takes the processor away now and then; who waited for the encoder would wait each time.
    assert spent[len(spent) * 9 // 10] < 0.0002
    assert os.path.getsize(tmp_path / "recording.000.mp4") > 0
