"""The child process: answers in order, aborts, dies and comes back, hangs and is given up, leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent.ports import VoiceError
from agent.voices.child import VoiceProcess
from agent.voices.espeak import MANNERS, espeak_process
from tests.support.voices import needs_espeak, running_espeak

LONG = "This sentence goes on and on, because somebody will end the process while it is being spoken, " * 60


@pytest.fixture
async def process() -> AsyncIterator[VoiceProcess]:
    process = espeak_process()
    yield process
    await process.aclose()


async def alive(pid: int) -> bool:
    """Whether a process still runs a second from now; one that nobody has collected yet does not."""
    for _ in range(50):
        stat = Path(f"/proc/{pid}/stat")
        try:
            state = stat.read_text().rpartition(")")[2].split()[0]  # noqa: ASYNC240 - not a file on a disk
        except (FileNotFoundError, ProcessLookupError):
            return False
        if state == "Z":
            return False
        await asyncio.sleep(0.02)
    return True


@needs_espeak
async def test_a_child_killed_in_mid_utterance_is_replaced_and_the_sentence_is_spoken(process: VoiceProcess) -> None:
    await process.start()
    first = process.pid
    assert first is not None
    expected = await process.speak(MANNERS["daniel"].request(LONG))
    speaking = asyncio.create_task(process.speak(MANNERS["daniel"].request(LONG)))
    await asyncio.sleep(0.05)
    assert not speaking.done(), "the utterance is too short to be killed in the middle"
    os.kill(first, signal.SIGKILL)
    spoken = await speaking
    assert len(spoken.pcm) == pytest.approx(len(expected.pcm), rel=0.02)
    assert process.pid not in (None, first)
    assert not await alive(first)


@needs_espeak
async def test_cancelling_aborts_the_synthesis(process: VoiceProcess) -> None:
    await process.speak(MANNERS["daniel"].request("Warm."))
    began = time.perf_counter()
    await process.speak(MANNERS["daniel"].request(LONG))
    whole = time.perf_counter() - began
    speaking = asyncio.create_task(process.speak(MANNERS["daniel"].request(LONG)))
    await asyncio.sleep(0.02)
    speaking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await speaking
    began = time.perf_counter()
    await process.speak(MANNERS["daniel"].request("Next."))
    assert time.perf_counter() - began < whole / 2, "the next sentence waited for the aborted one"


@needs_espeak
async def test_a_child_that_hangs_is_given_up_and_replaced() -> None:
    process = VoiceProcess("agent.voices.espeak_worker", sentence_s=0.3)
    await process.start()
    first = process.pid
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    with pytest.raises(VoiceError, match="said nothing for"):
        await process.speak(MANNERS["daniel"].request("Hello."))
    assert (await process.speak(MANNERS["daniel"].request("Hello."))).pcm
    assert not await alive(first)
    await process.aclose()


@needs_espeak
async def test_many_askers_get_their_own_answers(process: VoiceProcess) -> None:
    texts = [f"Question number {number}." for number in range(20)]
    alone = [await process.speak(MANNERS["daniel"].request(text)) for text in texts]
    together = await asyncio.gather(*(process.speak(MANNERS["daniel"].request(text)) for text in texts))
    lengths = [[len(speech.timeline["phones"]) for speech in speeches] for speeches in (alone, together)]
    assert lengths[0] == lengths[1]
    assert len(set(lengths[0])) > 3


@needs_espeak
async def test_an_unknown_voice_is_refused_in_words(process: VoiceProcess) -> None:
    with pytest.raises(VoiceError, match="no voice named 'xx-klingon'"):
        await process.speak({**MANNERS["daniel"].request("Hello."), "voice": "xx-klingon"})
    assert (await process.speak(MANNERS["daniel"].request("Hello."))).pcm


@needs_espeak
async def test_a_closed_voice_refuses_and_its_process_is_gone(process: VoiceProcess) -> None:
    await process.start()
    pid = process.pid
    assert pid is not None
    await process.aclose()
    assert not await alive(pid)
    with pytest.raises(VoiceError, match="closed"):
        await process.speak(MANNERS["daniel"].request("Hello."))


@needs_espeak
async def test_the_child_ends_with_its_parent(tmp_path: Path) -> None:
    """A killed server leaves no voice behind."""
    script = (
        "import asyncio\n"
        "from agent.voices.espeak import espeak_process\n"
        "async def main():\n"
        "    process = espeak_process(); await process.start(); print(process.pid, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    parent = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        script,
        stdout=asyncio.subprocess.PIPE,
        cwd=tmp_path,
        env=environment,
    )
    assert parent.stdout is not None
    child = int(await parent.stdout.readline())
    parent.kill()
    await parent.wait()
    assert not await alive(child)


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import sys; sys.stdout.buffer.write(b'rubbish' * 99); sys.stdout.flush(); sys.stdin.read()", "ended"),
        ("pass", "ended"),
        ("import sys; sys.stdin.read()", "did not start within 0.5 seconds"),
    ],
)
async def test_a_child_that_does_not_speak_the_protocol_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, message: str
) -> None:
    (tmp_path / "odd_voice.py").write_text(program)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    process = VoiceProcess("odd_voice", ready_s=0.5)
    with pytest.raises(VoiceError, match=message):
        await process.start()
    await process.aclose()


@needs_espeak
async def test_the_voices_process_is_small() -> None:
    async with running_espeak() as (voice, process):
        async for _ in voice.speak("You mentioned a migration project. Tell me more about it, please."):
            pass
        status = Path(f"/proc/{process.pid}/status").read_text()  # noqa: ASYNC240 - not a file on a disk
    rss = status.split("VmRSS:")[1].split()[0]
    print(f"espeak child: {int(rss) / 1000:.1f} MB")
    assert int(rss) < 40_000
