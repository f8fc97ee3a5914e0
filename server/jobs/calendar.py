"""A job's next interview as a calendar file (RFC 5545), with an alarm an hour before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

FOLD = 75  # octets of a line, its break not counted


@dataclass(frozen=True, slots=True)
class Appointment:
    job_id: UUID
    at: datetime
    role_title: str
    company: str | None
    url: str
    notes: str
    changed_at: datetime


def calendar_file(appointment: Appointment) -> str:
    """The file's text. The same job keeps its UID, so that a later file moves the entry instead of adding one."""
    at = f" at {appointment.company}" if appointment.company else ""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Interview Practice Lab//Job tracker//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{appointment.job_id}@interview-practice-lab",
        f"DTSTAMP:{_moment(appointment.changed_at)}",
        f"SEQUENCE:{int(appointment.changed_at.timestamp())}",
        f"DTSTART:{_moment(appointment.at)}",
        "DURATION:PT1H",
        _text("SUMMARY", f"Interview: {appointment.role_title}{at}"),
        *([_text("DESCRIPTION", appointment.notes)] if appointment.notes else []),
        *([f"URL:{appointment.url}"] if appointment.url.isascii() and appointment.url.isprintable() else []),
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        _text("DESCRIPTION", f"In an hour: {appointment.role_title}{at}"),
        "TRIGGER:-PT1H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) for line in lines if line != "URL:")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(name: str, value: str) -> str:
    safe = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = ["".join(sign for sign in line if sign >= " " or sign == "\t") for line in safe.splitlines()]
    return f"{name}:" + "\\n".join(lines)


def _folded(line: str) -> str:
    """In pieces of at most 75 octets, never within a character; each further piece begins with a space."""
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode("utf-8", "replace"))
        if size + octets > FOLD:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join([*pieces, piece]) + "\r\n"
