"""The interviews that are being held in this process: who is in which room, and what happens when one ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol, cast
from uuid import UUID

from livekit.agents import stt

from agent.live import LiveInterview
from agent.live_parts import LiveParts, LiveSettings
from agent.ports import CodeRunner, Opinions, Phraser, Recorder, Voice
from agent.recorder import FragmentedRecorder, finalise, segments_of
from agent.transports.websocket import WebSocketConnection
from agent.voices.panel import Speaker
from schema.room import Capability
from schema.vocabulary import InterviewStatus, Look
from server.db import Database
from server.ending import end_in_books
from server.errors import NotFoundError
from server.no_sandbox import NoSandbox
from server.repositories.events import SqlEventLog
from server.repositories.interviews import InterviewBundle, Interviews
from server.repositories.recordings import Recordings
from server.services import EarPort

log = logging.getLogger("interview.rooms")


class StartsReports(Protocol):
    async def start(self, session_id: UUID) -> None: ...


class VoiceFor(Protocol):
    """A voice for a face, shared by all interviews that use it, and the way to prepare likely sentences."""

    def __call__(self, look: str) -> tuple[Voice, Callable[[list[str]], None]]: ...


def _without_opinions(_bundle: InterviewBundle) -> Opinions | None:
    return None


@dataclass(frozen=True, slots=True)
class Equipment:
    """What the rooms of this process are equipped with. A null recogniser means typed interviews."""

    voice_for: VoiceFor
    recogniser: Callable[[], stt.STT[str]] | None
    phraser_for: Callable[[InterviewBundle], Phraser | None]
    transcription: Callable[[], Capability]
    voice: Callable[[], Capability]
    use_audio_turn_model: bool = True
    opinions_for: Callable[[InterviewBundle], Opinions | None] = _without_opinions
    ear: EarPort | None = None  # hears recordings that a page sends whole
    runner: CodeRunner = field(default_factory=NoSandbox)


@dataclass(slots=True)
class _Room:
    live: LiveInterview
    connection: WebSocketConnection
    recorder: Recorder | None
    replaced: asyncio.Event


class Rooms:
    def __init__(self, database: Database, home: Path, equipment: Equipment, reports: StartsReports | None) -> None:
        self._database = database
        self._home = home
        self._equipment = equipment
        self._reports = reports
        self._rooms: dict[UUID, _Room] = {}
        self._doors: dict[UUID, asyncio.Lock] = {}

    @property
    def occupied(self) -> int:
        return len(self._rooms)

    def is_live(self, session_id: UUID) -> bool:
        return session_id in self._rooms

    async def enter(
        self, session_id: UUID, connection: WebSocketConnection, *, microphone: bool
    ) -> tuple[LiveInterview, asyncio.Event]:
        """Opens the room for a new connection; an older one is replaced and its event set.

        Raises NotFoundError for a deleted interview.
        """
        async with self._door(session_id):
            await self._put_out(session_id)
            bundle = await self._bundle(session_id)
            recorder = await self._recorder(bundle)
            live = LiveInterview(self._settings(bundle), self._parts(bundle, recorder), connection)
            room = self._rooms[session_id] = _Room(live, connection, recorder, asyncio.Event())
            try:
                await live.start(microphone=microphone)
            except BaseException:
                await self._close(session_id, room, "failed")
                raise
            return live, room.replaced

    async def leave(self, session_id: UUID, live: LiveInterview, reason: str) -> None:
        """The connection is gone. Does nothing when a newer one has taken the room."""
        async with self._door(session_id):
            room = self._rooms.get(session_id)
            if room is not None and room.live is live:
                await self._close(session_id, room, reason)

    async def discard(self, session_id: UUID) -> None:
        """Empties a room whose interview is being deleted."""
        async with self._door(session_id):
            await self._put_out(session_id)

    async def aclose(self) -> None:
        for session_id in list(self._rooms):
            await self.discard(session_id)

    async def finish(self, session_id: UUID, reason: str) -> None:
        """Ends an interview: transcript written whole, recording finalised, report started."""
        room = self._rooms.get(session_id)
        if room is not None and room.recorder is not None:
            await room.recorder.aclose()
        async with self._database.write() as db:
            if not await end_in_books(db, session_id, reason):
                return
        await self.finalise_recording(session_id)
        if self._reports is not None:
            await self._reports.start(session_id)

    async def finalise_recording(self, session_id: UUID) -> None:
        """Makes one seekable file of an interview's segments. A recording that cannot be read is left as it is."""
        folder = self.recording_folder(session_id)
        segments = segments_of(folder)
        if not segments:
            return
        out = folder / "recording.mp4"
        try:
            duration = await asyncio.to_thread(finalise, segments, out)
        except (OSError, ValueError):
            log.exception("a recording could not be finalised", extra={"session_id": str(session_id)})
            return
        async with self._database.write() as db:
            await Recordings(db).open(session_id, PurePosixPath(out.relative_to(self._home)))
            await Recordings(db).finalise(session_id, duration_s=duration, size_bytes=out.stat().st_size)

    async def recover(self) -> None:
        """At a start: recordings that a killed server left open become playable; interviews stay open to resume."""
        async with self._database.read() as db:
            open_ones = [record.session_id for record in await Recordings(db).unfinalised()]
        for session_id in open_ones:
            await self.finalise_recording(session_id)

    def recording_folder(self, session_id: UUID) -> Path:
        return self._home / "recordings" / str(session_id)

    # ------------------------------------------------------------------ private

    def _door(self, session_id: UUID) -> asyncio.Lock:
        return self._doors.setdefault(session_id, asyncio.Lock())

    async def _bundle(self, session_id: UUID) -> InterviewBundle:
        async with self._database.read() as db:
            bundle = await Interviews(db).bundle(session_id)
        if bundle is None:
            raise NotFoundError("This interview has been deleted.")
        return bundle

    async def _recorder(self, bundle: InterviewBundle) -> Recorder | None:
        if not bundle.interview.record or bundle.interview.status is InterviewStatus.ENDED:
            return None
        folder = self.recording_folder(bundle.interview.id)
        recorder = FragmentedRecorder.open(folder, on_error=lambda why: self._recording_failed(bundle, why))
        async with self._database.write() as db:
            path = PurePosixPath(folder.relative_to(self._home)) / "recording.mp4"
            await Recordings(db).open(bundle.interview.id, path)
        return recorder

    def _recording_failed(self, bundle: InterviewBundle, why: str) -> None:
        log.error("a recording stopped: %s", why, extra={"session_id": str(bundle.interview.id)})
        if (room := self._rooms.get(bundle.interview.id)) is not None:
            room.live.notice(
                "recording_stopped", "The recording has stopped, the disk may be full. The interview goes on."
            )

    def _settings(self, bundle: InterviewBundle) -> LiveSettings:
        return LiveSettings(
            session_id=str(bundle.interview.id),
            plan=bundle.plan,
            patterns=bundle.patterns,
            look=cast(Look, bundle.interview.look),
            candidate_name=bundle.candidate_name or None,
            seed=bundle.seed,
            transcription=self._equipment.transcription(),
            voice=self._equipment.voice(),
            recording=bundle.interview.record,
            use_audio_turn_model=self._equipment.use_audio_turn_model,
            exercises=bundle.exercises,
            owner=str(bundle.interview.user_id),
        )

    def _parts(self, bundle: InterviewBundle, recorder: Recorder | None) -> LiveParts:
        session_id = bundle.interview.id
        looks = {person.id: person.look for person in bundle.plan.interviewers}
        speakers = {who: Speaker(*self._equipment.voice_for(look)) for who, look in looks.items()}
        first = next(iter(speakers.values()), Speaker(*self._equipment.voice_for(bundle.interview.look)))

        async def started() -> None:
            async with self._database.write() as db:
                await Interviews(db).move(session_id, InterviewStatus.LIVE)

        async def phase(phase_id: str) -> None:
            async with self._database.write() as db:
                await Interviews(db).set_phase(session_id, phase_id)

        async def ended(reason: str) -> None:
            await self.finish(session_id, reason)

        return LiveParts(
            log=SqlEventLog(self._database, session_id),
            voice=first.voice,
            recogniser=self._equipment.recogniser,
            recorder=recorder,
            phraser=self._equipment.phraser_for(bundle),
            opinions=self._equipment.opinions_for(bundle),
            prefetch=first.prefetch,
            on_started=started,
            on_phase=phase,
            on_ended=ended,
            panel=speakers if len(speakers) > 1 else {},
            runner=self._equipment.runner,
        )

    async def _put_out(self, session_id: UUID) -> None:
        room = self._rooms.get(session_id)
        if room is not None:
            room.replaced.set()
            await self._close(session_id, room, "replaced")

    async def _close(self, session_id: UUID, room: _Room, reason: str) -> None:
        self._rooms.pop(session_id, None)
        await room.live.aclose(reason=reason)
        if room.recorder is not None:
            await room.recorder.aclose()
