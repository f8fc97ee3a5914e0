"""The background work on documents: a child process with bounds, and a restart that goes on."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest

from evaluators.documents.files import Problem, UnreadableDocument, read_document
from schema.tables.accounts import AuthUserRow
from schema.vocabulary import DocumentKind, DocumentStatus
from server.db import Database
from server.documents import read_safely, reading
from server.documents.queue import DocumentQueue, open_documents
from server.documents.storage import file_path, load_file, remove_file, store_file
from server.documents.work import BROKEN, DocumentWork
from server.repositories.documents import DocumentRecord, Documents, NewDocument
from server.services import open_services
from server.settings import Settings
from tests.support.document_files import lines, pdf, resume_page

RESUME = b"Anita Rao\nanita.rao@example.com\n\nSkills\nGo, Python\n"


async def waiting_document(
    database: Database, home: Path, data: bytes = RESUME, name: str = "cv.txt"
) -> DocumentRecord:
    """A document that was uploaded to a server that is gone."""
    async with database.write() as db:
        user = AuthUserRow(email=f"{os.urandom(6).hex()}@example.org", name="Anita", role="candidate")
        db.add(user)
        await db.flush()
        ref = str(store_file(home, data))
        new = NewDocument(user.id, DocumentKind.RESUME, name, "text/plain", len(data), ref)
        return await Documents(db).create(new)


async def state_of(database: Database, document: DocumentRecord) -> DocumentRecord:
    async with database.read() as db:
        found = await Documents(db).get(document.id, document.user_id)
    assert found is not None
    return found


async def finished(database: Database, document: DocumentRecord, patience_s: float = 60) -> DocumentRecord:
    async with asyncio.timeout(patience_s):
        while True:
            found = await state_of(database, document)
            if found.status in (DocumentStatus.DONE, DocumentStatus.FAILED):
                return found
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(("moment", "progress"), [("reading", 10), ("asking", 50)])
async def test_a_killed_server_s_documents_are_finished_by_the_next(
    database: Database, database_address: str, home: Path, moment: str, progress: int
) -> None:
    document = await waiting_document(database, home)
    arguments = ("-m", "tests.support.documents", database_address, str(home), moment)
    killed = await asyncio.create_subprocess_exec(sys.executable, *arguments)
    assert await killed.wait() == -9
    left = await state_of(database, document)
    assert (left.status, left.progress) == (DocumentStatus.RUNNING, progress)

    settings = Settings(_env_file=None, database_url=database_address, interview_lab_home=home)
    async with open_services(settings) as services, open_documents(services):
        assert (await finished(database, document)).status is DocumentStatus.DONE
    async with database.read() as db:
        extract = await Documents(db).extract(document.id)
        assert (await Documents(db).text(document.id)).startswith("Anita Rao")
    assert extract is not None
    assert extract.extract.spans


async def test_stopping_leaves_the_rest_for_the_next_start(database: Database, home: Path) -> None:
    documents = [await waiting_document(database, home) for _ in range(6)]
    queue = DocumentQueue(DocumentWork(database, home, None))
    await queue.launch()
    await asyncio.sleep(0.3)
    await queue.aclose()
    states = [(await state_of(database, one)).status for one in documents]
    assert {DocumentStatus.PENDING, DocumentStatus.RUNNING} >= set(states) - {DocumentStatus.DONE}
    assert DocumentStatus.PENDING in states
    again = DocumentQueue(DocumentWork(database, home, None))
    await again.launch()
    for one in documents:
        assert (await finished(database, one)).status is DocumentStatus.DONE
    await again.aclose()


async def test_a_document_started_while_it_is_read_is_read_again(database: Database, home: Path) -> None:
    document = await waiting_document(database, home)
    reads = 0

    class Counting(DocumentWork):
        async def process(self, document_id: UUID) -> None:
            nonlocal reads
            reads += 1
            if reads == 1:
                queue.start(document_id)
            await asyncio.sleep(0.05)

    queue = DocumentQueue(Counting(database, home, None))
    await queue.launch()
    queue.start(document.id)  # it waits already
    async with asyncio.timeout(10):
        while reads < 2:
            await asyncio.sleep(0.02)
    await asyncio.sleep(0.2)
    await queue.aclose()
    assert reads == 2


async def test_a_fault_of_ours_is_a_failure_that_can_be_tried_again(
    database: Database, home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(reading, "COMMAND", (sys.executable, "-c", "print('no reading of ours')"))
    document = await waiting_document(database, home)
    queue = DocumentQueue(DocumentWork(database, home, None))
    await queue.launch()
    failed = await finished(database, document)
    await queue.aclose()
    assert (failed.status, failed.problem) == (DocumentStatus.FAILED, BROKEN)
    assert "Anita" not in caplog.text


async def test_a_greedy_reader_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    hungry = "from server.documents.child import bound; bound(); bytearray(3_000_000_000)"
    monkeypatch.setattr(reading, "COMMAND", (sys.executable, "-c", hungry))
    with pytest.raises(UnreadableDocument) as refused:
        await read_safely(RESUME, "cv.txt")
    assert refused.value.code is Problem.TOO_COMPLEX


async def test_an_endless_reader_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "COMMAND", (sys.executable, "-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(reading, "WALL_S", 0.3)
    before = time.monotonic()
    with pytest.raises(UnreadableDocument) as refused:
        await read_safely(RESUME, "cv.txt")
    assert refused.value.code is Problem.TOO_COMPLEX
    assert time.monotonic() - before < 50


async def test_the_reader_bounds_itself() -> None:
    shown = (
        "import resource as r; from server.documents.child import bound; bound(); print(*(r.getrlimit(k)[0] for k in "
    )
    shown += "(r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE)))"
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", shown, stdout=asyncio.subprocess.PIPE)
    output, _ = await child.communicate()
    assert output.split() == [b"30", b"0", b"0"]


def form_bomb(levels: int = 9) -> bytes:
    """A PDF of two kilobytes whose page draws ten forms, each of which draws ten, and so on."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> "
        b"/Font << /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        _stream(b"BT /H 12 Tf 60 700 Td (Anita Rao, an engineer of long standing) Tj ET " + b"/F Do " * 10),
    ]
    for level in range(levels):
        inner = b"/F Do " * 10 if level < levels - 1 else b"0 0 m 500 500 l S "
        more = b"/XObject << /F %d 0 R >>" % (6 + level) if level < levels - 1 else b""
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s >>" % more
        objects.append(_stream(inner, head))
    whole, places = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return whole + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(whole),
    )  # fmt: skip


def _stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


async def test_a_page_that_draws_itself_to_death_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Anita Rao" in (await read_safely(form_bomb(levels=2), "cv.pdf")).text
    monkeypatch.setattr(reading, "WALL_S", 8.0)
    with pytest.raises(UnreadableDocument) as refused:
        await read_safely(form_bomb(), "cv.pdf")
    assert refused.value.code is Problem.TOO_COMPLEX


async def test_the_event_loop_goes_on_meanwhile() -> None:
    pages = pdf(*[lines(*(f"Page {n}, line {row} of a very long life" for row in range(40))) for n in range(40)])
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    read = await read_safely(pages, "cv.pdf")
    ticking.cancel()
    assert read.pages == 40
    assert ticks > 10  # a loop that waited for the child would tick once or twice


async def test_a_cancelled_reading_leaves_no_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    sleeping = f"import os, pathlib, time; pathlib.Path({str(mark)!r}).write_text(str(os.getpid())); time.sleep(60)"
    monkeypatch.setattr(reading, "COMMAND", (sys.executable, "-c", sleeping))
    task = asyncio.create_task(read_safely(RESUME, "cv.txt"))
    async with asyncio.timeout(20):
        while not mark.exists() or not mark.read_text():
            await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_the_child_gets_no_keys() -> None:
    variables = {
        "PATH": "/bin",
        "OPENAI_API_KEY": "sk-secret",
        "DATABASE_URL": "postgresql://u:p@h/d",
        "SECRET_KEY": "s",
    }
    assert set(reading._environment(variables)) == {"PATH", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"}


async def test_reading_safely_gives_what_reading_gives() -> None:
    data = pdf(resume_page())
    assert await read_safely(data, "cv.pdf", "application/pdf") == read_document(data, name="cv.pdf")


def test_only_stored_files_are_found(home: Path) -> None:
    ref = str(store_file(home, b"x"))
    assert load_file(home, ref) == b"x"
    for wrong in ("", "../secret.key", "documents/../secret.key", "/etc/passwd", "documents/a/b"):
        with pytest.raises(ValueError):
            file_path(home, wrong)
    remove_file(home, ref)
    remove_file(home, ref)
    with pytest.raises(FileNotFoundError):
        load_file(home, ref)
