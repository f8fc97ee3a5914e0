"""The questions of an interview to hear again, in the voice that asked them."""

from __future__ import annotations

import hashlib
import struct
from uuid import UUID

from agent.ports import VoiceError
from agent.voices.speech import SENTENCE_GAP_S
from schema.plan import InterviewPlan
from schema.room import VOICE_RATE
from server.errors import AppError, NotFoundError
from server.repositories.events import load_events
from server.repositories.interviews import Interviews
from server.services import Services
from server.spoken_cache import SpokenCache
from server.usecases.asked import asked


async def question_audio(services: Services, cache: SpokenCache, session_id: UUID, question_id: str) -> bytes:
    """One question as a WAV file (mono PCM16 at VOICE_RATE).

    Raises NotFoundError for a question that was not asked, AppError where this server has no voice.
    """
    async with services.db.read() as db:
        bundle = await Interviews(db).bundle(session_id)
        questions = {one.decision.question_id: one.decision for one in asked(await load_events(db, session_id))}
    decision = questions.get(question_id)
    if bundle is None or decision is None:
        raise NotFoundError("This question was not asked in this interview.")
    look = _look(bundle.plan, decision.speaker) or bundle.interview.look
    return await spoken(services, cache, look, decision.text)


async def spoken(services: Services, cache: SpokenCache, look: str, text: str) -> bytes:
    """A text in a face's voice as a WAV file, made once. Raises AppError where this server has no voice."""
    key = hashlib.sha256(f"{look}\n{text}".encode()).hexdigest()
    if (kept := cache.get(key)) is None:
        kept = await _spoken(services, look, text)
        cache.put(key, kept)
    return kept


def _look(plan: InterviewPlan, speaker: str | None) -> str | None:
    """The face of who asked; null where the interview's own stands for it."""
    people = plan.interviewers
    return next((who.look for who in people if who.id == speaker), people[0].look if people else None)


async def _spoken(services: Services, look: str, text: str) -> bytes:
    status = services.voice()
    if services.voice_for is None or not status.on:
        raise AppError("no_voice", 503, f"This server has no voice, so please read the question. {status.detail}")
    gap = bytes(2 * round(SENTENCE_GAP_S * VOICE_RATE))
    try:
        pcm = gap.join([speech.pcm async for speech in services.voice_for(look).speak(text)])
    except VoiceError as failure:
        raise AppError(
            "no_voice", 503, "The voice could not speak just now. Read the question, or try again."
        ) from failure
    if not any(pcm):  # what stands in for a voice that broke says nothing
        raise AppError("no_voice", 503, "The voice could not speak just now. Read the question, or try again.")
    return wav(pcm, VOICE_RATE)


def wav(pcm: bytes, rate: int) -> bytes:
    """A WAV file of mono PCM16."""
    form = struct.pack("<HHIIHH", 1, 1, rate, 2 * rate, 2, 16)
    head = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(pcm))
    return b"RIFF" + struct.pack("<I", len(head) + len(pcm)) + head + pcm
