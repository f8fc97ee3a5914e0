"""Any Voice as a LiveKit TTS: words with mouth shapes travel inside the audio frames, ahead of what they belong to."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, AsyncIterator
from typing import cast

from livekit.agents import APIConnectOptions, APIError, tts, utils
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, TimedString

from agent.ports import Speech, Voice, VoiceError
from agent.voices.sentences import SentenceBuffer
from agent.voices.speech import SENTENCE_GAP_S, delayed
from schema.room import VOICE_RATE, MouthCue, SpokenWord

_GAP = bytes(2 * round(SENTENCE_GAP_S * VOICE_RATE))
_NOTHING = bytes(2 * VOICE_RATE // 50)  # a text without a sound in it is 20 ms of silence, not a failure


class TimedCue(TimedString):
    """A spoken word with its mouth shapes and stresses; seconds count from the first sample of the segment.

    Found in `frame.userdata["lk.timed_transcripts"]` of the frame with which, or before which, the word begins. The
    mouth shapes of a pause belong to the word before it; joined, the words of a segment are its text.
    """

    mouth: tuple[MouthCue, ...]
    stress_s: tuple[float, ...]

    @classmethod
    def of(cls, word: SpokenWord, mouth: tuple[MouthCue, ...], stress_s: tuple[float, ...]) -> TimedCue:
        cue = cast(TimedCue, cls.__new__(cls, word.text, start_time=word.start_s, end_time=word.end_s))
        cue.mouth = mouth
        cue.stress_s = stress_s
        return cue


class VoiceTTS(tts.TTS[str]):
    """One interview's voice for an AgentSession. Closing it leaves the Voice open: others may share it."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=True, aligned_transcript=True),
            sample_rate=VOICE_RATE,
            num_channels=1,
        )
        self.voice = voice

    @property
    def model(self) -> str:
        return self.voice.name

    @property
    def provider(self) -> str:
        return self.voice.name.partition("/")[0]

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        """The audio of a whole text; the cues come along."""
        return self._synthesize_with_stream(text, conn_options=conn_options)

    def stream(self, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS) -> tts.SynthesizeStream:
        """A segment whose text may still be arriving; each sentence is spoken as soon as it is complete."""
        return _VoiceStream(self, conn_options)


class _VoiceStream(tts.SynthesizeStream):
    def __init__(self, owner: VoiceTTS, conn_options: APIConnectOptions) -> None:
        super().__init__(tts=owner, conn_options=conn_options)
        self._voice = owner.voice
        self._at_s = 0.0

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        output_emitter.initialize(
            request_id=utils.shortuuid(),
            sample_rate=VOICE_RATE,
            num_channels=1,
            mime_type="audio/pcm",
            frame_size_ms=100,
            stream=True,
        )
        output_emitter.start_segment(segment_id=utils.shortuuid())
        self._at_s = 0.0
        async for text in self._texts():
            await self._say(text, output_emitter)
        if self._at_s == 0.0:
            output_emitter.push(_NOTHING)
        output_emitter.flush()

    async def _texts(self) -> AsyncIterator[str]:
        """Complete sentences, as many as there are at a time, each on a line of its own."""
        buffer = SentenceBuffer()
        async for piece in self._input_ch:
            sentences = buffer.push(piece) if isinstance(piece, str) else buffer.flush()
            if sentences:
                yield "\n".join(sentences)
        if sentences := buffer.flush():
            yield "\n".join(sentences)

    async def _say(self, text: str, emitter: tts.AudioEmitter) -> None:
        self._mark_started()
        speeches = self._voice.speak(text)
        try:
            async for speech in speeches:
                self._emit(speech, emitter)
        except VoiceError as error:
            raise APIError(str(error), retryable=False) from error
        finally:
            if isinstance(speeches, AsyncGenerator):
                with contextlib.suppress(VoiceError):
                    await speeches.aclose()

    def _emit(self, speech: Speech, emitter: tts.AudioEmitter) -> None:
        if not speech.pcm:
            return
        if self._at_s > 0.0:
            emitter.push(_GAP)
            self._at_s += SENTENCE_GAP_S
        for cue in cues_of(delayed(speech, self._at_s)):
            emitter.push_timed_transcript(cue)
        emitter.push(speech.pcm)
        emitter.flush()  # nothing waits for a next sentence
        self._at_s += speech.duration_s


def cues_of(speech: Speech) -> list[TimedCue]:
    """The sentence as cues, a word each; every mouth shape and stress is in exactly one, the last word ends in a space.

    The space keeps sentences apart where the words of a segment are joined.
    """
    cues: list[TimedCue] = []
    for index, word in enumerate(speech.words):
        begins = -1.0 if index == 0 else word.start_s
        last = index + 1 == len(speech.words)
        ends = float("inf") if last else speech.words[index + 1].start_s
        text = word.text.rstrip() + " " if last else word.text
        cues.append(
            TimedCue.of(
                word.model_copy(update={"text": text}),
                tuple(cue for cue in speech.mouth if begins <= cue.start_s < ends),
                tuple(second for second in speech.stress_s if begins <= second < ends),
            )
        )
    return cues
