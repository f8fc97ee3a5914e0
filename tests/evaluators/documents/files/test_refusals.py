"""Files that cannot be read are refused with a sentence that says what to do, quickly, whatever they hold."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from reportlab.pdfgen.canvas import Canvas

from evaluators.documents.files import MAX_BYTES, MAX_CHARS, MAX_PAGES, Problem, UnreadableDocument, read_document
from schema.vocabulary import DocumentFlagKind
from tests.support.document_files import (
    body,
    docx,
    docx_parts,
    lines,
    lying_bomb,
    paragraph,
    pdf,
    resume_page,
    zip_bomb,
)

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED_OFFICE = OLE + "EncryptedPackage".encode("utf-16-le")
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "' + b"x" * 1000 + b'"><!ENTITY b "' + b"&a;" * 1000 + b'">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;'
    b"</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = ENTITIES.replace(b'"' + b"x" * 1000 + b'"', b'SYSTEM "file:///etc/passwd"')


def empty_page(canvas: Canvas) -> None:
    canvas.rect(100, 100, 300, 300)


def archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("photo.txt", "hello")
    return target.getvalue()


def nested(depth: int) -> bytes:
    return body("<w:sdt><w:sdtContent>" * depth + paragraph("deep") + "</w:sdtContent></w:sdt>" * depth)


REFUSED = [
    ("encrypted", "cv.pdf", pdf(resume_page(), encrypt="secret"), "password"),
    ("encrypted", "cv.docx", LOCKED_OFFICE, "password"),
    ("scanned", "cv.pdf", pdf(empty_page), "picture"),
    ("empty", "cv.pdf", b"", "empty"),
    ("empty", "cv.txt", b" \n\t\n", "empty"),
    ("empty", "cv.txt", b"--- *** ---", "no text"),
    ("empty", "cv.docx", docx(lambda document: None), "no text"),
    ("corrupt", "cv.pdf", pdf(resume_page())[:200], "damaged"),
    ("corrupt", "cv.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged"),
    ("corrupt", "cv.pdf", bytes(range(256)) * 20, "damaged"),
    ("corrupt", "cv.docx", docx(lambda d: d.add_paragraph("Anita"))[:900] + b"word/", "damaged"),
    ("corrupt", "cv.docx", docx_parts([("word/document.xml", b"<w:document")]), "damaged"),
    ("corrupt", "cv.docx", docx_parts([("word/other.xml", b"<a/>")]), "damaged"),
    ("mislabelled", "cv.docx", pdf(resume_page()), "really a PDF"),
    ("mislabelled", "cv.pdf", docx(lambda d: d.add_paragraph("Anita")), "really a DOCX"),
    ("mislabelled", "cv.txt", pdf(resume_page()), "really a PDF"),
    ("mislabelled", "cv.pdf", b"Anita Rao, engineer at Acme since 2018", "plain text"),
    ("mislabelled", "cv.pdf", PNG, "really a picture"),
    ("mislabelled", "cv.docx", archive(), "compressed"),
    ("unsupported", "cv.doc", OLE, "Word"),
    ("unsupported", "cv.pages", archive(), ".pages"),
    ("unsupported", "cv.zip", archive(), ".zip"),
    ("unsupported", "cv.png", PNG, "picture"),
    ("unsupported", "cv.jpg", b"\xff\xd8\xff\xe0" + bytes(300), "picture"),
    ("unsupported", "cv.rtf", b"{\\rtf1 Anita}", "rtf"),
    ("unsupported", "cv.html", b"<html><body>Anita Rao</body></html>", ".html"),
    ("unsupported", "cv", bytes(range(256)) * 20, "can't be read"),
    ("too_large", "cv.txt", b"a" * (MAX_BYTES + 1), "10 MB"),
    ("too_complex", "cv.docx", docx_parts([("word/document.xml", ENTITIES)]), "Paste"),
    ("too_complex", "cv.docx", docx_parts([("word/document.xml", OUTSIDE)]), "Paste"),
    ("too_complex", "cv.docx", docx_parts([("word/document.xml", nested(400))]), "Paste"),
    ("too_complex", "cv.docx", docx_parts([(f"word/p{n}.xml", b"<a/>") for n in range(2100)]), "Paste"),
]


@pytest.mark.parametrize(
    ("code", "name", "data", "says"), REFUSED, ids=[f"{r[0]}-{r[1]}-{i}" for i, r in enumerate(REFUSED)]
)
def test_a_file_is_refused_with_what_to_do(code: str, name: str, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read_document(data, name=name)
    assert refused.value.code is Problem(code)
    assert says in refused.value.message
    assert refused.value.message.endswith(".")
    assert len(refused.value.message.split(". ")) >= 2, "a message says what is wrong and what to do"


@pytest.mark.parametrize("bomb", [zip_bomb, lying_bomb])
def test_a_zip_bomb_is_refused_before_it_goes_off(bomb: object) -> None:
    data = bomb(150)  # type: ignore[operator]
    assert len(data) < MAX_BYTES
    before = time.process_time()
    with pytest.raises(UnreadableDocument) as refused:
        read_document(data, name="cv.docx")
    assert refused.value.code in (Problem.TOO_COMPLEX, Problem.CORRUPT)
    assert time.process_time() - before < 3.0


def test_a_declared_type_is_held_against_the_content() -> None:
    data = pdf(resume_page())
    assert read_document(data, name="upload", media_type="application/octet-stream").media_type == "application/pdf"
    assert read_document(data, name="cv.pdf", media_type="image/png").media_type == "application/pdf"
    with pytest.raises(UnreadableDocument) as refused:
        read_document(b"Anita Rao", name="cv", media_type="image/png")
    assert refused.value.code is Problem.UNSUPPORTED
    with pytest.raises(UnreadableDocument) as refused:
        read_document(b"Anita Rao", name="cv", media_type="application/pdf")
    assert refused.value.code is Problem.MISLABELLED


def test_a_thousand_pages_are_cut_after_sixty() -> None:
    pages = [lines(f"Page {number} of a very long life", "with a second line on it") for number in range(1000)]
    read = read_document(pdf(*pages), name="cv.pdf")
    assert read.pages == 1000
    assert f"Page {MAX_PAGES - 1} of" in read.text
    assert f"Page {MAX_PAGES} of" not in read.text
    assert [flag.kind for flag in read.flags] == [DocumentFlagKind.TRUNCATED]
    assert "1000 pages" in read.flags[0].text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cv.txt", b"All work and no play makes a dull engineer\n" * 10_000),
        ("cv.docx", docx_parts([("word/document.xml", body(paragraph("All work and no play, " * 20) * 1000))])),
    ],
)
def test_a_very_long_text_is_cut_at_a_line(name: str, data: bytes) -> None:
    read = read_document(data, name=name)
    assert MAX_CHARS - 600 < len(read.text) <= MAX_CHARS
    assert read.lines[-1].end == len(read.text)
    assert [flag.kind for flag in read.flags] == [DocumentFlagKind.TRUNCATED]
