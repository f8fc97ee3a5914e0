"""Documents given to a command as files: read, and turned into extracts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evaluators.documents.files import MAX_BYTES, ReadDocument, UnreadableDocument, read_document
from schema.documents import JobExtract, ResumeExtract
from server.commands import CliError


def given_document(path: Path) -> ReadDocument:
    """The text of a PDF, DOCX, TXT or MD file. Raises CliError with what to do."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CliError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB. Give a smaller file.")
        return read_document(path.read_bytes(), name=path.name)
    except OSError as error:
        raise CliError(f"{path} can't be read ({error.strerror}). Give the path of a document.") from error
    except UnreadableDocument as refusal:
        raise CliError(f"{path}: {refusal}") from refusal


def given_resume(path: Path | None) -> ResumeExtract | None:
    """The extract of a résumé file; null where none was given. Raises CliError."""
    if path is None:
        return None
    from evaluators.documents.resume import extract_resume

    document = given_document(path)
    return extract_resume(document.text, document.lines, today=date.today())  # noqa: DTZ011 - a résumé has no time zone


def given_job(path: Path | None) -> JobExtract | None:
    """The extract of a job description file; null where none was given. Raises CliError."""
    if path is None:
        return None
    from evaluators.documents.job import extract_job

    job: JobExtract = extract_job(given_document(path).text)
    return job
