"""DOCX, Markdown and plain text: what stands where, and in which encoding it came."""

from __future__ import annotations

import codecs

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from evaluators.documents.files import read_document
from tests.support.document_files import body, docx, docx_parts, paragraph


def text_of(data: bytes, name: str = "cv.docx") -> str:
    return read_document(data, name=name).text


def test_headings_lists_tabs_and_weights() -> None:
    def build(document: Document) -> None:
        document.add_heading("Anita Rao", 0)
        document.add_paragraph("Bengaluru\tanita.rao@example.com")
        document.add_heading("Experience", 1)
        line = document.add_paragraph()
        line.add_run("Acme Pvt Ltd").bold = True
        line.add_run("\tJan 2020 – Present")
        document.add_paragraph("Built a ledger", style="List Bullet")
        document.add_paragraph("Led a team", style="List Bullet")
        document.add_paragraph("First paper", style="List Number")
        document.add_paragraph("Second paper", style="List Number")

    read = read_document(docx(build), name="cv.docx")
    assert read.text == (
        "Anita Rao\nBengaluru    anita.rao@example.com\n\nExperience\nAcme Pvt Ltd    Jan 2020 – Present\n"
        "• Built a ledger\n• Led a team\n1. First paper\n2. Second paper"
    )
    by_text = {read.text[line.start : line.end]: line for line in read.lines}
    assert by_text["Experience"].bold
    assert by_text["Anita Rao"].size > by_text["Experience"].size > by_text["• Led a team"].size
    assert not by_text["• Led a team"].bold


def test_tables_of_short_cells_are_rows_and_of_long_cells_columns() -> None:
    def build(document: Document) -> None:
        marks = document.add_table(2, 3)
        for row, cells in enumerate((("Degree", "Institute", "Year"), ("B.Tech", "NIT", "2018"))):
            for column, text in enumerate(cells):
                marks.cell(row, column).text = text
        page = document.add_table(1, 2)
        page.cell(0, 0).text = "SKILLS\nPython\nGo\nKafka\nRedis"
        page.cell(0, 1).text = "EXPERIENCE\nAcme\nGlobex\nInitech\nHooli"
        dated = document.add_table(1, 2)
        dated.cell(0, 0).text = "2018 – 2020"
        dated.cell(0, 1).text = "Engineer at Acme"
        dated.cell(0, 1).add_paragraph("Built a ledger")

    assert text_of(docx(build)).replace("\n\n", "\n").split("\n") == [
        "Degree    Institute    Year", "B.Tech    NIT    2018",
        "SKILLS", "Python", "Go", "Kafka", "Redis",
        "EXPERIENCE", "Acme", "Globex", "Initech", "Hooli",
        "2018 – 2020    Engineer at Acme", "Built a ledger",
    ]  # fmt: skip


def test_headers_come_first_and_page_numbers_not_at_all() -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Anita Rao, +91 98450 12345"
        document.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
        document.add_paragraph("Engineer at Acme")

    assert text_of(docx(build)) == "Anita Rao, +91 98450 12345\n\nEngineer at Acme"


def test_an_address_behind_words_is_written_after_them() -> None:
    def build(document: Document) -> None:
        line = document.add_paragraph("Anita Rao, ")
        target = document.part.relate_to(
            "https://linkedin.com/in/anitarao",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), target)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "LinkedIn"
        run.append(text)
        link.append(run)
        line._p.append(link)

    assert text_of(docx(build)) == "Anita Rao, LinkedIn    https://linkedin.com/in/anitarao"


def test_white_letters_on_a_dark_cell_are_read() -> None:
    def build(document: Document) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>'))
        cell.paragraphs[0].add_run("Anita Rao").font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)

    read = read_document(docx(build), name="cv.docx")
    assert (read.text, read.flags) == ("Anita Rao", ())


def test_text_boxes_deletions_and_alternatives() -> None:
    box = f"<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice><w:drawing><w:txbxContent>{paragraph('In a box')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{paragraph('In a box')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"  # noqa: E501
    deleted = (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>"
    )
    text = text_of(docx_parts([("word/document.xml", body(paragraph("Before") + box + deleted))]))
    assert text.split() == ["Before", "In", "a", "box", "kept"]


def test_size_and_weight_come_from_styles() -> None:
    def build(document: Document) -> None:
        style = document.styles.add_style("Employer", 1)
        style.font.size, style.font.bold = Pt(13), True
        document.add_paragraph("Acme", style="Employer")

    (line,) = read_document(docx(build), name="cv.docx").lines
    assert (line.size, line.bold) == (13, True)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""), ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""), ("cp1252", b""), ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)  # fmt: skip
def test_text_in_any_usual_encoding(encoding: str, mark: bytes) -> None:
    written = "Renée Müller – engineer at a bank in Zürich since 2018, and a teacher of others before that\r\n"
    assert text_of(mark + (written * 3).encode(encoding), "cv.txt") == "\n".join([written.strip()] * 3)


def test_plain_text_keeps_blocks_and_gaps() -> None:
    text = text_of(b"Anita Rao\r\n\r\n\r\nS K I L L S\nPython\t\tGo\n   * Kafka\n- Redis\n", "cv.txt")
    assert text == "Anita Rao\n\nSKILLS\nPython    Go\n• Kafka\n• Redis"


def test_markdown_loses_its_marks_and_keeps_its_weight() -> None:
    source = (
        "# Anita Rao\n[LinkedIn](https://linkedin.com/in/anitarao) | **Backend** _engineer_\n\n## Skills\n\n"
        "| Language | Years |\n|---|---|\n| Go | 5 |\n\n"
        "* one\n  - two\n\n---\n1. `snake_case` stays\n\n```sh\nmake\n```\n"
    )
    read = read_document(source.encode(), name="cv.md")
    assert read.text == (
        "Anita Rao\nLinkedIn (https://linkedin.com/in/anitarao) | Backend engineer\n\nSkills\n\nLanguage    Years\n\n"
        "Go    5\n\n• one\n• two\n\n1. snake_case stays\n\nmake"
    )
    assert read.lines[0].bold
    assert read.lines[0].size > read.lines[1].size
    assert read.media_type == "text/markdown"


def test_pasted_text_needs_no_extension() -> None:
    read = read_document(b"Senior Engineer (Payments).\nWe look for five years of Go.", name="Pasted text")
    assert read.text == "Senior Engineer (Payments).\nWe look for five years of Go."
    assert (read.media_type, read.pages) == ("text/plain", None)
