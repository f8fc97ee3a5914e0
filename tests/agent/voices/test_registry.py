"""The contract that every voice keeps, run on each one that this machine has; and which voice speaks when."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from agent.ports import Speech, Voice, VoiceError
from agent.voices import align, espeak, kokoro, openai_speech, piper
from agent.voices.catalog import CATALOG, CatalogVoice, fetched_voice, write_receipt
from agent.voices.looks import LOOKS
from agent.voices.openai_speech import LOOK_VOICES
from agent.voices.rack import VoiceRack
from agent.voices.registry import REGISTRY, Engines, VoiceConfig, build_voice, chosen, status
from agent.voices.speech import resample
from schema.vocabulary import Viseme
from tests.support.speech_double import SpeechDouble, speech_double
from tests.support.stub_voices import make_kokoro, make_piper
from tests.support.voices import needs_espeak, tone

SENTENCES = ["Thanks, that helps.", "In 2019 you led a team of 12, e.g. engineers; what changed?"]
TEXT = " ".join(SENTENCES)


@contextlib.asynccontextmanager
async def service() -> AsyncIterator[SpeechDouble]:
    """A voice service that speaks with espeak where it is there, else with a tone."""
    process, pool = espeak.espeak_process(), ThreadPoolExecutor(1)

    async def synthesize(text: str) -> bytes:
        if not espeak.installed():
            return tone(0.3 + 0.05 * len(text)).tobytes()
        raw = await process.speak(espeak.MANNERS["amara"].request(text))
        return resample(np.frombuffer(raw.pcm, np.int16), raw.timeline["sample_rate"]).tobytes()

    async with speech_double(synthesize) as double:
        yield double
    await process.aclose()
    pool.shutdown()


def put(name: str, home: Path) -> CatalogVoice:
    """A fetched voice with a stub model."""
    voice = next(voice for voice in CATALOG if voice.name == name)
    voice.folder(home).mkdir(parents=True)
    {"kokoro": make_kokoro, "piper": make_piper}[voice.engine](voice.folder(home))
    write_receipt(voice, home, {})
    return voice


@contextlib.asynccontextmanager
async def config_for(name: str, home: Path) -> AsyncIterator[VoiceConfig]:
    """What makes a registry entry able to speak; the test is skipped where it cannot be had."""
    config = VoiceConfig(home=home)
    if name == "openai":
        async with service() as double:
            yield VoiceConfig(home=home, base_url=double.base_url, api_key="key")
        return
    if name == "kokoro":
        pytest.importorskip("kokoro_onnx", reason="kokoro-onnx is not installed")
        put("kokoro", home)
    if name == "piper":
        pytest.importorskip("piper", reason="piper-tts is not installed")
        put("piper-kristin", home)
    if name == "espeak" and not espeak.installed():
        pytest.skip("the local-voice extra is not installed")
    yield config


@contextlib.asynccontextmanager
async def speaking(name: str, home: Path) -> AsyncIterator[Voice]:
    async with config_for(name, home) as config:
        voice = build_voice(name, config)
        try:
            yield voice
        finally:
            await voice.aclose()


@pytest.fixture(params=[entry.name for entry in REGISTRY])
async def voice(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Voice]:
    async with speaking(request.param, tmp_path) as voice:
        yield voice


async def test_every_voice_says_a_sentence_at_a_time(voice: Voice) -> None:
    spoken = [speech async for speech in voice.speak(TEXT)]
    assert ["".join(word.text for word in speech.words) for speech in spoken] == SENTENCES
    for speech in spoken:
        assert len(speech.pcm) % 2 == 0
        assert 0.3 < speech.duration_s < 30


async def test_every_voice_times_its_words_in_order(voice: Voice) -> None:
    async for speech in voice.speak(TEXT):
        for word in speech.words:
            assert 0 <= word.start_s <= word.end_s <= speech.duration_s + 0.001
        for before, after in pairwise(speech.words):
            assert before.start_s <= after.start_s
            assert before.end_s <= after.start_s + 0.001
        assert speech.words[-1].start_s > 0.3 * speech.duration_s


async def test_a_voice_that_promises_phonemes_moves_the_mouth_all_the_time(voice: Voice) -> None:
    async for speech in voice.speak(TEXT):
        if not voice.gives_phonemes:
            assert speech.mouth == ()
            continue
        assert speech.mouth[0].start_s == 0
        for before, after in pairwise(speech.mouth):
            assert before.start_s + before.duration_s == pytest.approx(after.start_s, abs=0.002)
        last = speech.mouth[-1]
        assert last.start_s + last.duration_s == pytest.approx(speech.duration_s, abs=0.002)
        assert len({cue.viseme for cue in speech.mouth} - {Viseme.SIL}) >= 5
        assert all(0 <= second <= speech.duration_s for second in speech.stress_s)


async def test_every_voice_may_be_stopped_and_asked_again(voice: Voice) -> None:
    speaking = asyncio.create_task(anext(aiter(voice.speak(TEXT))))
    await asyncio.sleep(0.005)
    speaking.cancel()
    await asyncio.gather(speaking, return_exceptions=True)
    assert len([speech async for speech in voice.speak("Shall we go on?")]) == 1


async def test_every_voice_is_silent_for_an_empty_text(voice: Voice) -> None:
    assert [speech async for speech in voice.speak("  \n ")] == []


@needs_espeak
async def test_the_arithmetic_of_a_sentence_stays_off_the_loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: dict[str, str] = {}

    def noted(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def wrapper(*args: object) -> object:
            threads[name] = threading.current_thread().name
            return work(*args)

        return wrapper

    monkeypatch.setattr(align, "transfer", noted("aligning", align.transfer))
    monkeypatch.setattr(openai_speech, "timed_speech", noted("finishing", openai_speech.timed_speech))
    async with speaking("openai", tmp_path) as voice:
        _ = [speech async for speech in voice.speak(TEXT)]
    assert set(threads) == {"aligning", "finishing"}
    assert all(name.startswith("voice") for name in threads.values())


# ------------------------------------------------------------------ which voice


def test_auto_takes_the_best_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = VoiceConfig(home=tmp_path)
    for module in (espeak, kokoro, piper):
        monkeypatch.setattr(module, "installed", lambda: False)
    assert chosen("auto", config).name == "none"
    monkeypatch.setattr(espeak, "installed", lambda: True)
    assert chosen("auto", config).name == "espeak"
    assert chosen("auto", VoiceConfig(home=tmp_path, base_url="http://localhost:1/v1")).name == "openai"


@needs_espeak
def test_a_fetched_voice_whose_package_is_missing_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched = CATALOG[0]
    fetched.folder(tmp_path).mkdir(parents=True)
    config = VoiceConfig(home=tmp_path)
    with pytest.raises(VoiceError, match="voices add kokoro"):
        chosen("kokoro", config)
    write_receipt(fetched, tmp_path, {})
    monkeypatch.setattr("agent.voices.kokoro.importlib.util.find_spec", lambda name: None)
    assert chosen("auto", config).name != "kokoro"


@pytest.mark.parametrize("name", ["nonsense", ""])
def test_an_unknown_voice_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(VoiceError, match="VOICE is one of auto, kokoro, piper, openai, espeak, none"):
        build_voice(name, VoiceConfig(home=tmp_path))


def test_status_says_what_is_on_and_how_to_switch_on_what_is_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = VoiceConfig(home=tmp_path)
    assert not status("none", config).on
    assert "VOICE=none" in status("none", config).detail
    monkeypatch.setattr(espeak, "installed", lambda: False)
    off = status("espeak", config)
    assert not off.on
    assert "pip install" in off.detail
    assert "TTS_BASE_URL" in status("openai", config).detail
    monkeypatch.setattr(espeak, "installed", lambda: True)
    on = status("espeak", config)
    assert on.on
    assert "voices add kokoro" in on.detail


def test_a_key_never_shows(tmp_path: Path) -> None:
    assert "very-secret" not in repr(VoiceConfig(home=tmp_path, api_key="very-secret"))


# ------------------------------------------------------------------ one engine for all, and substitutes


@needs_espeak
async def test_all_looks_share_one_process_and_sound_different(tmp_path: Path) -> None:
    rack = VoiceRack("espeak", VoiceConfig(home=tmp_path))
    spoken: dict[str, Speech] = {}
    for look in LOOKS:
        voice, prefetch = rack.voice_for(look)
        prefetch([])
        (spoken[look],) = [speech async for speech in voice.speak("Hello.")]
    assert len({speech.pcm for speech in spoken.values()}) == 3
    assert len({voice.name for voice in map(rack.voice, LOOKS)}) == 3
    assert rack.voice("maya") is rack.voice("maya")
    assert rack.voice_for("somebody")[0] is rack.voice("maya")
    assert len(rack._engines._processes) == 1
    await rack.aclose()


@needs_espeak
async def test_when_the_service_is_gone_espeak_says_the_rest(tmp_path: Path) -> None:
    async with service() as double:
        rack = VoiceRack("openai", VoiceConfig(home=tmp_path, base_url=double.base_url, api_key="key"))
        voice = rack.voice("daniel")
        said: list[Speech] = []
        async for speech in voice.speak("First. Second. Third."):
            said.append(speech)
            if len(said) == 1:
                double.behaviour.status = 401
        assert [speech.words[0].text for speech in said] == ["First.", "Second.", "Third."]
        assert all(speech.mouth for speech in said)
        assert "TTS_API_KEY" in rack.status().detail
        asked = len(double.requests)
        _ = [speech async for speech in voice.speak("Fourth.")]
        assert len(double.requests) == asked, "a voice that has just failed is left alone for a while"
    assert {request["voice"] for request in double.requests} == {LOOK_VOICES["daniel"]}
    await rack.aclose()


async def test_without_any_voice_the_words_still_have_their_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(espeak, "installed", lambda: False)
    rack = VoiceRack("espeak", VoiceConfig(home=tmp_path))
    await rack.start()
    (speech,) = [speech async for speech in rack.voice("maya").speak("Tell me about yourself, please.")]
    assert speech.duration_s == pytest.approx(5 / 4)
    assert not np.frombuffer(speech.pcm, np.int16).any()
    assert not rack.status().on
    assert "pip install" in rack.status().detail
    await rack.aclose()


@needs_espeak
async def test_engines_that_nobody_used_start_nothing(tmp_path: Path) -> None:
    engines = Engines(tmp_path)
    assert engines.espeak().pid is None
    await engines.aclose()


# ------------------------------------------------------------------ natural local voices


@pytest.mark.parametrize("name", ["kokoro", "piper"])
async def test_a_local_voices_own_times_reach_the_words_and_the_mouth(tmp_path: Path, name: str) -> None:
    """The stubs give every sign the same time, so the mouth's times are known exactly."""
    async with speaking(name, tmp_path) as voice:
        (speech,) = [speech async for speech in voice.speak("Bob may pay me.")]
    lips = [cue for cue in speech.mouth if cue.viseme is Viseme.PP]
    assert len(lips) >= 5  # b, b, m, p, m; two in a row may touch
    sign_s = 0.075 if name == "kokoro" else 2 * 12 * 256 / 22_050
    assert all(cue.duration_s == pytest.approx(sign_s, rel=0.6) for cue in lips[1:])
    starts = [word.start_s for word in speech.words]
    for word, start in zip(("Bob ", "may ", "pay ", "me."), starts, strict=True):
        assert any(abs(cue.start_s - start) < 0.15 for cue in lips), f"{word} does not begin with closed lips"


@pytest.mark.parametrize("name", ["kokoro", "piper"])
async def test_a_broken_model_is_said_in_a_sentence(tmp_path: Path, name: str) -> None:
    async with config_for(name, tmp_path) as config:
        fetched = fetched_voice("kokoro" if name == "kokoro" else "piper", tmp_path, "maya")
        assert fetched is not None
        (fetched.folder(tmp_path) / "model.onnx").write_bytes(b"no model")
        voice = build_voice(name, config)
        with pytest.raises(VoiceError, match="could not be loaded"):
            _ = [speech async for speech in voice.speak("Hello.")]
        await voice.aclose()
