"""Everything that is kept of a user, in one zip: readable JSON, and the recordings as they are."""

from __future__ import annotations

import asyncio
import json
import secrets
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from server.db import DbSession
from server.documents.storage import file_path
from server.errors import StorageFullError
from server.files import export_folder, storage_door
from server.repositories.documents import DocumentRecord, Documents
from server.repositories.events import load_events
from server.repositories.exercise_sessions import ExerciseSessions
from server.repositories.interviews import InterviewBundle, Interviews
from server.repositories.plans import Plans
from server.repositories.practice_export import PracticeExport
from server.repositories.recordings import Recordings
from server.repositories.reports import Reports
from server.repositories.retakes import Retakes
from server.repositories.turns import Turns
from server.repositories.users import UserRecord, Users
from server.services import Services

README = """What Interview Practice Lab keeps of you.

account.json, preferences.json  your account, and how you like your interviews
interviews/<date>-<id>/
  interview.json                what you chose, and how it ended
  plan.json                     what was planned
  job_description.txt, resume.txt   what you pasted
  transcript.json               every turn, with the second of every word
  events.jsonl                  what happened, in order, with the reason of every question
  report.json                   the report and its notes
  exercises.json                your code, what you wrote in a case, and how both were judged
  recording.mp4                 both voices, if you had it recorded
  retakes.json                  answers that you gave once more, before and after
  retakes/<id>.wav              those that you spoke, if you had the interview recorded
documents/<date>-<id>/
  file/                         what you uploaded, under its own name
  document.json                 when, of what kind, and what was flagged
  text.txt                      the text that was read from it
  extract.json                  what was understood, with your corrections
practice/
  skill_memory.json             what is remembered of your skills, every change with its proof
  memory_observations.json      what each judged interview showed
  practice_plans.json, practice_items.json   your weeks, and what of them is done
  drill_attempts.json, drill_schedule.json   your drills, and when they come back
  saved_jobs.json               the jobs that you track, with notes, descriptions and outcomes
  job_status_changes.json, job_practice_links.json   how they went on, and which interviews were for them
plans/<id>/                     plans that no interview came of; they are forgotten after a week
"""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of the zip: its text, or the file on disk that it copies."""

    name: str
    text: str | None = None
    source: Path | None = None


async def build_export(services: Services, user: UserRecord) -> Path:
    """Write the zip to a draft in the data folder and return its path; the caller removes it.

    Raises StorageFullError when the disk has no room for it.
    """
    home = services.settings.home
    path = export_folder(home, user.id) / f"{secrets.token_hex(8)}.zip"
    try:
        async with services.db.read() as db:
            likes = await Users(db).preferences(user.id)
            entries = [
                _Entry("README.txt", README),
                _account(user),
                _Entry("preferences.json", likes.model_dump_json(indent=2)),
            ]
        await asyncio.to_thread(_write, path, entries)
        async with services.db.read() as db:
            ids = await Interviews(db).ids_of(user.id)
            documents = await Documents(db).of_user(user.id)
        for session_id in ids:
            async with services.db.read() as db:
                entries = await _interview(db, session_id, home)
            await asyncio.to_thread(_write, path, entries)
        for document in documents:
            async with services.db.read() as db:
                entries = await _document(db, document, home)
            await asyncio.to_thread(_write, path, entries)
        async with services.db.read() as db:
            entries = [*await _practice(db, user.id), *await _unused_plans(db, user.id)]
        await asyncio.to_thread(_write, path, entries)
    except (StorageFullError, OSError, asyncio.CancelledError):
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    return path


def _write(path: Path, entries: list[_Entry]) -> None:
    with storage_door(), zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for entry in entries:
            if entry.source is not None:  # sound is compressed already
                with suppress(FileNotFoundError):
                    archive.write(entry.source, entry.name, zipfile.ZIP_STORED)
            else:
                archive.writestr(entry.name, entry.text or "")


def _account(user: UserRecord) -> _Entry:
    return _Entry("account.json", _json(asdict(user)))


async def _interview(db: DbSession, session_id: UUID, home: Path) -> list[_Entry]:
    bundle = await Interviews(db).bundle(session_id)
    if bundle is None:  # deleted while the export was being written
        return []
    folder = f"interviews/{bundle.interview.created_at:%Y-%m-%d}-{session_id}"
    texts = dict(_choices(bundle))
    texts["transcript.json"] = _json([turn.model_dump(mode="json") for turn in await Turns(db).load(session_id)])
    texts["events.jsonl"] = "".join(
        _json(asdict(event), indent=None) + "\n" for event in await load_events(db, session_id)
    )
    texts["report.json"] = await _report(db, session_id)
    if work := await ExerciseSessions(db).of(session_id):
        texts["exercises.json"] = _json(work)
    entries = [_Entry(f"{folder}/{name}", text) for name, text in texts.items()]
    recording = await Recordings(db).get(session_id)
    if recording is not None:
        entries.append(_Entry(f"{folder}/recording.mp4", source=recording.below(home)))
    return entries + await _retakes(db, session_id, folder, home)


async def _retakes(db: DbSession, session_id: UUID, folder: str, home: Path) -> list[_Entry]:
    retakes = await Retakes(db).of_session(session_id)
    if not retakes:
        return []
    told = [asdict(one) | {"words": [word.model_dump(mode="json") for word in one.words]} for one in retakes]
    sounds = ((one.id, one.audio_below(home)) for one in retakes)
    takes = [_Entry(f"{folder}/retakes/{take}.wav", source=path) for take, path in sounds if path is not None]
    return [_Entry(f"{folder}/retakes.json", _json(told)), *takes]


async def _practice(db: DbSession, user_id: UUID) -> list[_Entry]:
    kept = await PracticeExport(db).of_user(user_id)
    return [_Entry(f"practice/{name}.json", _json(rows)) for name, rows in kept.items()]


async def _unused_plans(db: DbSession, user_id: UUID) -> list[_Entry]:
    entries: list[_Entry] = []
    for plan_id in await Plans(db).unused_ids(user_id):
        plan = await Plans(db).plan(plan_id, user_id)
        config = await Plans(db).config(plan.config_id, user_id) if plan is not None else None
        if plan is None or config is None:
            continue
        texts = {"job_description.txt": config.jd_text, "resume.txt": config.resume_text}
        texts["choices.json"] = _json(asdict(config))
        texts["plan.json"] = plan.plan.model_dump_json(by_alias=True, indent=2)
        entries += [_Entry(f"plans/{plan_id}/{name}", text) for name, text in texts.items() if text is not None]
    return entries


async def _document(db: DbSession, document: DocumentRecord, home: Path) -> list[_Entry]:
    folder = f"documents/{document.created_at:%Y-%m-%d}-{document.id}"
    told = asdict(document) | {"flags": [flag.model_dump(mode="json") for flag in document.flags]}
    entries = [
        _Entry(f"{folder}/document.json", _json(told)),
        _Entry(f"{folder}/text.txt", await Documents(db).text(document.id)),
    ]
    if (found := await Documents(db).extract(document.id)) is not None:
        read = asdict(found) | {"extract": found.extract.model_dump(mode="json")}
        entries.append(_Entry(f"{folder}/extract.json", _json(read)))
    if document.storage_ref is not None:
        entries.append(_Entry(f"{folder}/file/{document.name}", source=file_path(home, document.storage_ref)))
    return entries


def _choices(bundle: InterviewBundle) -> Iterator[tuple[str, str]]:
    yield "interview.json", _json(asdict(bundle.interview))
    yield "plan.json", bundle.plan.model_dump_json(by_alias=True, indent=2)
    if bundle.jd_text is not None:
        yield "job_description.txt", bundle.jd_text
    if bundle.resume_text is not None:
        yield "resume.txt", bundle.resume_text


async def _report(db: DbSession, session_id: UUID) -> str:
    reports = Reports(db)
    analysis = await reports.analysis(session_id)
    return _json(
        {
            "analysis": None if analysis is None else analysis.model_dump(mode="json", by_alias=True),
            "turn_notes": [note.model_dump(mode="json", by_alias=True) for note in await reports.notes(session_id)],
            "model_reply": await reports.raw(session_id),
        }
    )


def _json(value: Any, indent: int | None = 2) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, default=str)
