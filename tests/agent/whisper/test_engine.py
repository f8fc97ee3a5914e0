"""The shared engine: order, bounds, cancellation, and a loop that is never blocked."""

from __future__ import annotations

import asyncio
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from agent.providers.whisper.decoder import SAMPLE_RATE
from agent.providers.whisper.engine import Report, WhisperEngine
from agent.providers.whisper.errors import WhisperFailed, WhisperOverloaded, WhisperUnavailable
from tests.support.scripted_whisper import WORDS, hearing_model, noise, say

SOUND = noise(1.0, rms=0.02)


@pytest.fixture
def single() -> Iterator[tuple[WhisperEngine, list[Report]]]:
    """One worker, and the jobs it did in order."""
    reports: list[Report] = []
    engine = WhisperEngine(hearing_model(), workers=1, observer=reports.append)
    yield engine, reports
    engine.close()


async def test_four_streams_take_turns(single: tuple[WhisperEngine, list[Report]]) -> None:
    engine, reports = single
    greedy, *others = (engine.new_stream() for _ in range(4))
    jobs = [engine.final(greedy, SOUND) for _ in range(5)]
    await asyncio.gather(*jobs, *(engine.final(stream, SOUND) for stream in others))
    order = [report.stream for report in reports]
    third_of_greedy = [index for index, stream in enumerate(order) if stream == greedy][2]
    assert all(order.index(stream) < third_of_greedy for stream in others), order


async def test_finals_overtake_interims(single: tuple[WhisperEngine, list[Report]]) -> None:
    engine, reports = single
    streams = [engine.new_stream() for _ in range(4)]
    interims = [asyncio.ensure_future(engine.interim(stream, SOUND)) for stream in streams]
    await asyncio.sleep(0)
    final = await engine.final(streams[0], SOUND)
    await asyncio.gather(*interims)
    kinds = [report.final for report in reports]
    assert kinds.index(True) <= 1, "at most the interim that was already running came first"
    assert final.cost.queue_ms < 5000


async def test_a_stale_interim_gives_way(single: tuple[WhisperEngine, list[Report]]) -> None:
    engine, reports = single
    stream = engine.new_stream()
    busy = asyncio.ensure_future(engine.final(engine.new_stream(), SOUND))
    await asyncio.sleep(0)
    old = asyncio.ensure_future(engine.interim(stream, say(0, 3).samples))
    await asyncio.sleep(0)
    new = asyncio.ensure_future(engine.interim(stream, say(0, 6).samples))
    newest = await new
    assert newest is not None
    assert list(newest.words) == WORDS[:6]
    assert await old is None
    await busy
    assert [report.reading is None for report in reports if report.stream == stream] == [True, False]


async def test_overload_is_typed_and_loses_nothing_that_was_accepted(
    single: tuple[WhisperEngine, list[Report]],
) -> None:
    engine, _ = single
    stream = engine.new_stream()
    results = await asyncio.gather(*(engine.final(stream, SOUND) for _ in range(12)), return_exceptions=True)
    refused = [result for result in results if isinstance(result, WhisperOverloaded)]
    assert 3 <= len(refused) <= 4
    assert len(results) - len(refused) == sum(not isinstance(result, BaseException) for result in results)


async def test_a_cancelled_job_leaves_the_queue(single: tuple[WhisperEngine, list[Report]]) -> None:
    engine, reports = single
    stream = engine.new_stream()
    running = asyncio.ensure_future(engine.final(engine.new_stream(), SOUND))
    await asyncio.sleep(0.005)
    waiting = asyncio.ensure_future(engine.final(stream, SOUND))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert engine.waiting == 0
    await running
    assert stream not in {report.stream for report in reports}


async def test_decoding_does_not_block_the_loop(single: tuple[WhisperEngine, list[Report]]) -> None:
    engine, _ = single
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    ticking = asyncio.ensure_future(tick())
    mine, all_of_it = time.thread_time(), time.process_time()
    await asyncio.gather(*(engine.final(engine.new_stream(), say(0, 18).samples) for _ in range(4)))
    ticking.cancel()
    # Of processor time, which no other work lengthens: if a decode ran in the loop, most would be the loop's.
    assert time.thread_time() - mine < 0.5 * (time.process_time() - all_of_it)
    assert ticks > 10


async def test_queue_wait_is_measured(single: tuple[WhisperEngine, list[Report]]) -> None:
    engine, _ = single
    readings = await asyncio.gather(*(engine.final(engine.new_stream(), SOUND) for _ in range(3)))
    waits = sorted(reading.cost.queue_ms for reading in readings)
    work = min(reading.cost.work_ms for reading in readings)
    assert waits[-1] > work, "the last of three waited for at least one other"


async def test_closing_answers_everybody() -> None:
    engine = WhisperEngine(hearing_model(), workers=1)
    jobs = [asyncio.ensure_future(engine.final(engine.new_stream(), SOUND)) for _ in range(3)]
    await asyncio.sleep(0)
    await asyncio.to_thread(engine.close)
    results = await asyncio.gather(*jobs, return_exceptions=True)
    assert any(isinstance(result, WhisperFailed) for result in results)
    with pytest.raises(WhisperFailed, match="stopped"):
        await engine.final(1, SOUND)


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WhisperUnavailable, match=r"model\.bin.*interview-lab models fetch"):
        WhisperEngine(tmp_path / "nowhere")


@pytest.mark.parametrize("damage", ["truncated", "garbage tokenizer", "not a model"])
def test_a_broken_model_says_what_to_do(tmp_path: Path, damage: str) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(hearing_model(), broken)
    if damage == "truncated":
        with (broken / "model.bin").open("r+b") as file:
            file.truncate(1_000_000)
    elif damage == "garbage tokenizer":
        (broken / "tokenizer.json").write_text(json.dumps({"model": "none"}), "utf-8")
    else:
        (broken / "model.bin").write_bytes(b"hello")
    with pytest.raises(WhisperUnavailable, match=r"cannot be loaded.*interview-lab models fetch"):
        WhisperEngine(broken)


async def test_opening_happens_in_a_thread() -> None:
    engine = await WhisperEngine.open(hearing_model(), workers=1)
    reading = await engine.final(engine.new_stream(), np.zeros(SAMPLE_RATE, np.float32))
    assert reading.words == ()
    engine.close()
