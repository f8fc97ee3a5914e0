"""The process in which a document is read: `python -m server.documents.child`, an order and the file on its input.

The first line of the input is an Order as JSON, the rest is the file; the output is a Reading or a Refusal as JSON. The
process bounds its own memory and processor time before it looks at the file.
"""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from datetime import UTC, datetime

from evaluators.documents.files import ReadDocument, UnreadableDocument, read_document
from schema.documents import JobExtract, ResumeExtract
from schema.vocabulary import DocumentKind
from server.documents.reading import ANSWER, Order, Reading, Refusal

MEMORY_BYTES = 1_500_000_000  # of address space; a résumé takes about a third of it, libraries included
CPU_S = 30  # a résumé takes less than one
LIMITS = (
    (resource.RLIMIT_CPU, CPU_S),
    (resource.RLIMIT_FSIZE, 0),  # it writes no file
    (resource.RLIMIT_CORE, 0),  # a core dump would hold the document
    (resource.RLIMIT_NOFILE, 64),
)


def main() -> int:
    """Reads one document. Returns the exit status; 1 where memory ran out."""
    bound()
    order_line, _, data = sys.stdin.buffer.read().partition(b"\n")
    try:
        answer = answered(Order.model_validate_json(order_line), data)
    except MemoryError:
        return 1
    sys.stdout.buffer.write(ANSWER.dump_json(answer))
    sys.stdout.buffer.flush()
    return 0


def bound() -> None:
    """Lower the limits of this process for good. Systems that do not know one keep theirs."""
    for kind, most in (*LIMITS, (resource.RLIMIT_AS, MEMORY_BYTES)):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (allowed, allowed))


def answered(order: Order, data: bytes) -> Reading | Refusal:
    try:
        document = read_document(data, name=order.name, media_type=order.media_type)
    except UnreadableDocument as refused:
        return Refusal(code=refused.code, message=refused.message)
    if order.kind is None:
        return Reading(document=document)
    extract, version = extracted(order.kind, document)
    if isinstance(extract, ResumeExtract):
        return Reading(document=document, resume=extract, version=version)
    return Reading(document=document, job=extract, version=version)


def extracted(kind: DocumentKind, document: ReadDocument) -> tuple[ResumeExtract | JobExtract, str]:
    """What the rules read in a text, and their version. Each kind loads its own vocabulary only."""
    if kind is DocumentKind.RESUME:
        from evaluators.documents import resume

        today = datetime.now(UTC).date()
        return resume.extract_resume(document.text, document.lines, today=today), resume.VERSION
    from evaluators.documents import job

    return job.extract_job(document.text), job.VERSION


if __name__ == "__main__":
    sys.exit(main())
