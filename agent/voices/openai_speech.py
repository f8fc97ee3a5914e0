"""Any OpenAI-compatible speech endpoint: `POST {base}/audio/speech` answering PCM16 mono at 24 kHz."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import Executor
from dataclasses import dataclass

import httpx
import numpy as np
import openai

from agent.ports import Speech, VoiceError
from agent.voices.align import EspeakAligner
from agent.voices.looks import Look
from agent.voices.sentences import split_sentences
from agent.voices.speech import Timing, timed_speech
from schema.room import VOICE_RATE

DEFAULT_BASE_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-4o-mini-tts"
# The service's own voices; another service is told its voice by setting.
LOOK_VOICES: dict[Look, str] = {"maya": "nova", "daniel": "onyx", "amara": "coral"}
_MAX_SECONDS = 120  # of one sentence; more means that the service answers with something else


@dataclass(frozen=True, slots=True)
class SpeechEndpoint:
    """Where the voice comes from. `voice` None takes the look's own; a local server may need no key."""

    base_url: str = DEFAULT_BASE_URL
    api_key: str | None = None
    model: str = DEFAULT_MODEL
    voice: str | None = None
    connect_s: float = 3.0
    chunk_s: float = 5.0  # the longest silence of the service within one answer
    sentence_s: float = 20.0


class OpenAISpeech:
    """Implements agent.ports.Voice. Mouth and words by alignment where espeak is there, else lips follow the audio."""

    def __init__(
        self,
        endpoint: SpeechEndpoint,
        look: Look,
        pool: Executor,
        *,
        aligner: EspeakAligner | None = None,
        closing: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._voice = endpoint.voice or LOOK_VOICES[look]
        self._pool = pool
        self._aligner = aligner
        self._closing = closing
        self.name = f"openai/{endpoint.model}/{self._voice}"
        self.gives_phonemes = aligner is not None
        # A client of our own, so that failures while the sound streams have a documented type; its typing knows only
        # the vendored one.
        transport = httpx.AsyncClient(timeout=httpx.Timeout(endpoint.chunk_s, connect=endpoint.connect_s))
        self._client = openai.AsyncOpenAI(
            base_url=endpoint.base_url,
            api_key=endpoint.api_key or "none",  # the client insists on one; a local server ignores it
            http_client=transport,  # type: ignore[arg-type]
            max_retries=1,
        )

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        """One Speech a sentence. Raises VoiceError for a refused key, an unreachable or silent service, or no sound."""
        for sentence in split_sentences(text):
            samples = np.frombuffer(await self._fetch(sentence), np.int16)
            timing = await self._aligner.align(sentence, samples) if self._aligner is not None else None
            loop = asyncio.get_running_loop()
            yield await loop.run_in_executor(self._pool, timed_speech, sentence, samples, timing or Timing((), ()))

    async def aclose(self) -> None:
        await self._client.close()
        if self._closing is not None:
            await self._closing()

    async def _fetch(self, sentence: str) -> bytes:
        try:
            async with asyncio.timeout(self._endpoint.sentence_s):
                pcm = await self._stream(sentence)
        except TimeoutError as error:
            raise VoiceError(f"The voice service took more than {self._endpoint.sentence_s:g} s.") from error
        except openai.APIStatusError as error:
            raise VoiceError(_refusal(error)) from error
        except (openai.APIConnectionError, httpx.HTTPError) as error:
            raise VoiceError(f"The voice service at {self._endpoint.base_url} does not answer.") from error
        if len(pcm) < 2:
            raise VoiceError("The voice service answered without any sound.")
        return pcm[: len(pcm) // 2 * 2]

    async def _stream(self, sentence: str) -> bytes:
        pcm = bytearray()
        async with self._client.audio.speech.with_streaming_response.create(
            model=self._endpoint.model, voice=self._voice, input=sentence, response_format="pcm"
        ) as response:
            _refuse_other_formats(response.headers.get("content-type", ""))
            async for chunk in response.iter_bytes():
                pcm += chunk
                if len(pcm) > _MAX_SECONDS * 2 * VOICE_RATE:
                    raise VoiceError("The voice service sends without end.")
        return bytes(pcm)


def _refuse_other_formats(content_type: str) -> None:
    """Some servers ignore `response_format`; their WAV or MP3 played as samples would be a burst of noise."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind.startswith("text/") or kind in {"audio/mpeg", "audio/mp3", "audio/wav", "audio/x-wav", "application/json"}:
        raise VoiceError(f"The voice service answered {kind}, but raw PCM was asked for; it must support `pcm`.")


def _refusal(error: openai.APIStatusError) -> str:
    if error.status_code in (401, 403):
        return "The voice service refused the key; check TTS_API_KEY."
    if error.status_code == 404:
        return "The voice service has no such model or voice; check TTS_BASE_URL, TTS_MODEL and TTS_VOICE."
    if error.status_code == 429:
        return "The voice service is out of quota or too busy just now."
    return f"The voice service failed (HTTP {error.status_code})."
