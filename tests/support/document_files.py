"""Files made for tests: PDFs drawn line by line, DOCX packages, and bombs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SHARED = Path(__file__).parents[3] / "shared" / "data" / "resumes"
WIDTH, HEIGHT = A4
PEOPLE = ("Anita Rao", "Backend Engineer", "anita.rao@example.com")

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, encrypt: str | None = None) -> bytes:
    """A PDF with a page for each drawing."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, encrypt=encrypt)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def lines(*texts: str, x: float = 60, top: float = 780, step: float = 14, size: float = 10, bold: bool = False) -> Draw:
    """Lines under each other from `top`, in points from the page's foot."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        for index, text in enumerate(texts):
            canvas.drawString(x, top - index * step, text)

    return draw


def together(*parts: Draw) -> Draw:
    """Several drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw


def resume_page() -> Draw:
    """A page with enough plain text to be read."""
    return lines(*PEOPLE, "Seven years of payments at Acme Ltd, from 2018 to 2024.", "Led a team of five engineers.")


def docx(build: Callable[[Document], None]) -> bytes:
    """A DOCX as Word writes it."""
    document = Document()
    build(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def docx_parts(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A DOCX put together part by part, whatever they hold."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return target.getvalue()


def body(inner: str) -> bytes:
    """The main part of a DOCX around paragraphs."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{inner}</w:body></w:document>'.encode()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def zip_bomb(megabytes: int = 400) -> bytes:
    """A DOCX whose main part inflates to so much from next to nothing."""
    filler = paragraph("x" * 1000).encode() * 1000
    opening, closing = body("").split(b"</w:body>")
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        part.write(opening)
        for _ in range(megabytes):
            part.write(filler)
        part.write(b"</w:body>" + closing)
    return target.getvalue()


def lying_bomb(megabytes: int = 400) -> bytes:
    """The same, with headers that declare a small size."""
    data = bytearray(zip_bomb(megabytes))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = (50_000).to_bytes(4, "little")
    return bytes(data)
