"""Builds the one AgentSession that every transport uses."""

from __future__ import annotations

from livekit import rtc
from livekit.agents import NOT_GIVEN, AgentSession, inference, stt, tts
from livekit.agents.voice.agent_session import SessionConnectOptions
from livekit.agents.voice.turn import TurnHandlingOptions

from agent.endpointing import PatientTurnDetector
from agent.interviewer import ControllerModel

# An answer is heard as ended by the detector, never by the voice activity alone; the shorter this is, the sooner the
# detector is asked. Shorter than 0.1 s the activity flickers inside words.
VAD_SILENCE_S = 0.12
# Speech over the interviewer's voice pauses it after this long; it is ducked already at the first sign.
INTERRUPT_AFTER_S = 0.25
# With nothing recognised this long after the sound has ended, it was no interruption and the sentence goes on.
FALSE_INTERRUPTION_S = 0.3


class EndOfTurnModel:
    """The bundled audio end-of-turn model, fed with the microphone and asked in pauses.

    Its licence ties it to livekit-agents: it is used here, inside an AgentSession, and nowhere else.
    """

    def __init__(self) -> None:
        self._stream = inference.TurnDetector(version="v1-mini").stream()

    def hear(self, frame: rtc.AudioFrame) -> None:
        self._stream.push_audio(frame)

    async def score(self) -> float:
        """Probability that the speech so far has ended."""
        event = await self._stream.predict()
        return float(event.end_of_turn_probability)

    async def aclose(self) -> None:
        await self._stream.aclose()


def build_session(
    *,
    recogniser: stt.STT[str] | None,
    voice: tts.TTS[str],
    detector: PatientTurnDetector,
) -> AgentSession[None]:
    """An AgentSession without a room: set its inputs and outputs, then start it.

    Nothing leaves the machine: no model strings (they mean a cloud gateway), our own turn detector, the local mode of
    interruption.
    """
    hears = recogniser is not None
    return AgentSession(
        stt=recogniser if recogniser is not None else NOT_GIVEN,
        vad=inference.VAD(min_silence_duration=VAD_SILENCE_S, max_buffered_speech=10.0) if hears else None,
        llm=ControllerModel(),
        tts=voice,
        turn_handling=TurnHandlingOptions(
            turn_detection=detector if hears else "manual",
            endpointing={"mode": "fixed", "min_delay": 0.0, "max_delay": 4.0},
            interruption={
                "enabled": True,
                "mode": "vad",
                "min_duration": INTERRUPT_AFTER_S,
                "min_words": 0,
                "resume_false_interruption": True,
                "false_interruption_timeout": FALSE_INTERRUPTION_S,
                "discard_audio_if_uninterruptible": False,
            },
            preemptive_generation={
                "enabled": True,
                "preemptive_tts": True,
                "max_speech_duration": 1800.0,
                "max_retries": 1000,
            },
        ),
        tts_text_transforms=None,
        aec_warmup_duration=None,
        user_away_timeout=None,
        transcription_timeout=None,
        conn_options=SessionConnectOptions(max_unrecoverable_errors=50),
    )
