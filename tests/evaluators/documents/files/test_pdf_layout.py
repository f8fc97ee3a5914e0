"""The reading order of PDF pages: columns, margins, tables, and what letters are made of."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from evaluators.documents.files import read_document
from tests.support.document_files import Draw, lines, pdf, together

LEFT = ("CONTACT", "anita.rao@example.com", "+91 98450 12345", "Bengaluru", "SKILLS", "Python", "Go", "Kafka")
BULLETS = (
    "• Built a payments ledger that settles four million transactions a day",
    "with double-entry checks and a nightly reconciliation job",
    "• Cut the slowest requests from 900 ms to 210 ms",
)


def text_of(*pages: Draw) -> str:
    return read_document(pdf(*pages), name="cv.pdf").text


def entry(canvas: Canvas, top: float, title: str, date: str, x: float = 60, right: float = 540) -> float:
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(x, top, title)
    canvas.setFont("Helvetica", 10)
    canvas.drawRightString(right, top, date)
    for index, bullet in enumerate(BULLETS):
        canvas.drawString(x, top - 14 * (index + 1), bullet)
    return top - 14 * (len(BULLETS) + 2)


def test_a_sidebar_is_read_apart_from_the_main_column() -> None:
    def main(canvas: Canvas) -> None:
        top = 780.0
        for title, date in (("Senior Engineer, Acme", "Jan 2021 – Present"), ("Engineer, Globex", "2018 – 2020")):
            top = entry(canvas, top, title, date, x=220)

    text = text_of(together(lines(*LEFT, x=40, step=17), main))
    assert text.startswith("\n".join(LEFT[:4]))
    assert "Senior Engineer, Acme    Jan 2021 – Present\n• Built a payments" in text
    assert text.index("Kafka") < text.index("Senior Engineer")


def test_two_columns_of_one_line_height_are_read_one_after_the_other() -> None:
    left = [f"Left line {number} tells of work on ledgers" for number in range(12)]
    right = [f"Right line {number} tells of teaching others" for number in range(12)]
    text = text_of(together(lines(*left, x=40), lines(*right, x=320)))
    assert text.split() == " ".join([*left, *right]).split()


def test_a_heading_over_two_columns_comes_first() -> None:
    left, right = [f"left number {n}" for n in range(6)], [f"right number {n}" for n in range(6)]
    heading = "A long heading that stands over both of the columns of this page and crosses the gutter"
    text = text_of(together(lines(heading), lines(*left, x=40, top=740), lines(*right, x=320, top=740)))
    assert text.split("\n")[0] == heading
    assert text.index("left number 5") < text.index("right number 0")


def test_dates_at_the_right_margin_stay_with_their_line() -> None:
    def page(canvas: Canvas) -> None:
        top = 780.0
        for title, date in (("Senior Engineer", "Jan 2021 – Present"), ("Engineer", "2018 – 2020"), ("Intern", "2017")):
            top = entry(canvas, top, title, date)

    text = text_of(page)
    for line in ("Senior Engineer    Jan 2021 – Present", "Engineer    2018 – 2020", "Intern    2017"):
        assert line in text.split("\n")


def test_a_note_beside_a_list_stands_under_its_entry() -> None:
    def page(canvas: Canvas) -> None:
        for index, (company, place) in enumerate((("Nexus", "Pune"), ("Globex", "Delhi"), ("Initech", "Goa"))):
            top = 780 - index * 70
            for row, text in enumerate((f"{company}, Engineer", "• Built a ledger", "• Led a team of five")):
                canvas.drawString(60, top - 14 * row, text)
            for row, note in enumerate((place, "June 2023 – present", "2 years 10 months")):
                canvas.drawRightString(540, top - 14 * row, note)

    first = text_of(page).split("\n\n")[0]
    assert first.split("\n") == [
        "Nexus, Engineer    Pune",
        "June 2023 – present",
        "2 years 10 months",
        "• Built a ledger",
        "• Led a team of five",
    ]


def test_dates_at_the_left_margin_stay_with_their_line_even_where_they_wrap() -> None:
    def page(canvas: Canvas) -> None:
        for index, (start, end) in enumerate(
            (("Jan 2021 –", "Present"), ("Jul 2018 –", "Dec 2020"), ("2014 –", "2018"))
        ):
            top = 780 - index * 60
            canvas.drawString(60, top, start)
            canvas.drawString(60, top - 14, end)
            canvas.drawString(140, top, f"Engineer at Acme number {index}")
            canvas.drawString(140, top - 14, "Built a ledger that settles four million transactions a day")
            canvas.drawString(140, top - 28, "Cut the slowest requests to a fifth")

    assert "Jan 2021 – Present    Engineer at Acme number 0\nBuilt a ledger" in text_of(page)


def test_a_table_is_read_row_by_row() -> None:
    rows = (
        ("Degree", "Institute", "Year", "CGPA"),
        ("B.E. (Mechanical)", "VIT Vellore", "2019", "8.4"),
        ("XII (CBSE)", "Kendriya Vidyalaya, Delhi", "2015", "91.2%"),
        ("X (CBSE)", "Kendriya Vidyalaya, Delhi", "2013", "9.8"),
    )
    columns = (lines(*column, x=60 + 130 * index) for index, column in enumerate(zip(*rows, strict=True)))
    assert text_of(together(*columns)).split("\n") == ["    ".join(row) for row in rows]


def test_section_titles_in_the_left_margin_stand_above_their_text() -> None:
    def page(canvas: Canvas) -> None:
        for index, (title, count) in enumerate((("EXPERIENCE", 5), ("EDUCATION", 3), ("SKILLS", 2))):
            top = 780 - index * 110
            canvas.drawString(60, top, title)
            for row in range(count):
                canvas.drawString(180, top - 14 * row, f"What is said about {title.lower()}, line {row}")

    text = text_of(page)
    assert "EXPERIENCE\nWhat is said about experience, line 0\n" in text
    assert "\n\nEDUCATION\nWhat is said about education, line 0\n" in text


def test_cells_with_titles_are_read_cell_by_cell() -> None:
    def page(canvas: Canvas) -> None:
        for index, (title, level) in enumerate((("Web Technologies", "Advanced"), ("Tools", "Intermediate"))):
            x = 60 + 200 * index
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(x, 780, title)
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x, 766, level)
            canvas.drawString(x, 752, "Git, Jenkins" if index else "HTML, PHP")

    expected = "Web Technologies\nAdvanced\nHTML, PHP\n\nTools\nIntermediate\nGit, Jenkins"
    assert text_of(page) == expected


def test_a_spaced_out_heading_is_closed_up() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 780, "W O R K   E X P E R I E N C E")
        lines("Engineer at Acme from 2018 to 2020", top=750)(canvas)

    assert text_of(page).split("\n")[0] == "WORK EXPERIENCE"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("worked on infra-", "structure for years", "infrastructure"),
        ("accepted sub-", "mission of papers", "submission"),
        ("all of it cloud-", "native and small", "cloud-native"),
        ("with a front-", "end in React", "front-end"),
    ],
)
def test_a_word_cut_at_a_line_end_is_joined(first: str, second: str, whole: str) -> None:
    text = text_of(lines("Anita Rao, engineer of long standing", first, second))
    assert whole in text.replace("\n", " ").split()


def test_ligatures_bullets_and_icons_become_plain() -> None:
    read = read_document("▪ eﬃcient ﬂows\n➢ ﬁrst\n\uf095 98450\u00a012345\n".encode(), name="cv.txt")
    assert read.text == "• efficient flows\n• first\n98450 12345"


def test_an_address_behind_a_word_is_written_after_it() -> None:
    def page(canvas: Canvas) -> None:
        lines("Anita Rao", "LinkedIn", "github.com/anitarao", "Seven years of payments at Acme")(canvas)
        canvas.linkURL("https://linkedin.com/in/anitarao", (60, 762, 110, 776))
        canvas.linkURL("https://github.com/anitarao", (60, 748, 160, 762))
        canvas.linkURL("javascript:alert(1)", (60, 734, 160, 748))

    text = text_of(page)
    assert "LinkedIn    https://linkedin.com/in/anitarao" in text
    assert text.count("github.com/anitarao") == 1
    assert "javascript" not in text


def test_page_numbers_and_repeated_heads_are_left_out() -> None:
    def page(number: int) -> Draw:
        return together(
            lines("Anita Rao, curriculum vitae", top=810),
            lines(*(f"Page {number} tells of year {2000 + number * 10 + row}" for row in range(9))),
            lines(f"Anita Rao – {number}/3", top=30),
        )

    text = text_of(page(1), page(2), page(3))
    assert text.count("curriculum vitae") == 1
    assert "/3" not in text
    assert text.index("year 2018") < text.index("year 2020") < text.index("year 2038")


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen(quarter: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(quarter)
        lines("Anita Rao", "Engineer at Acme from 2018", "Led a team of five", top=400)(canvas)

    assert text_of(page) == "Anita Rao\nEngineer at Acme from 2018\nLed a team of five"


def test_text_that_runs_upwards_is_read_after_the_rest() -> None:
    def page(canvas: Canvas) -> None:
        lines("Anita Rao", "Engineer at Acme from 2018", "Led a team of five")(canvas)
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(300, -30, "CURRICULUM VITAE")
        canvas.restoreState()

    assert text_of(page).split("\n")[-1] == "CURRICULUM VITAE"


def test_lines_know_where_they_stand_and_how_they_look() -> None:
    read = read_document(
        pdf(together(lines("Anita Rao", size=20, bold=True), lines("Engineer at Acme", x=80, top=750))), name="cv.pdf"
    )
    name, title = read.lines
    assert read.text[name.start : name.end] == "Anita Rao"
    assert read.text[title.start : title.end] == "Engineer at Acme"
    assert (name.size, name.bold, title.size, title.bold) == (20, True, 10, False)
    assert (round(name.x0), round(title.x0), name.page) == (60, 80, 0)


def test_titles_in_the_middle_do_not_part_columns() -> None:
    def page(canvas: Canvas) -> None:
        for index, title in enumerate(("Experience", "Education")):
            top = 780 - index * 130
            canvas.drawCentredString(300, top, title)
            for row in range(2):
                y = top - 22 - 48 * row
                canvas.setFont("Helvetica-Bold", 10)
                canvas.drawString(60, y, f"Employer {index}{row}")
                canvas.drawRightString(540, y, "September 2020 to May 2022")
                canvas.setFont("Helvetica", 10)
                canvas.drawString(60, y - 14, "Engineer")
                canvas.drawRightString(540, y - 14, "Pune")

    lines_read = text_of(page).replace("\n\n", "\n").split("\n")
    assert lines_read[:3] == ["Experience", "Employer 00    September 2020 to May 2022", "Engineer    Pune"]
    assert lines_read[5:8] == ["Education", "Employer 10    September 2020 to May 2022", "Engineer    Pune"]


def test_titles_and_dates_in_the_left_margin_stay_in_their_places() -> None:
    def page(canvas: Canvas) -> None:
        top = 780
        for title in ("Experience", "Education", "Skills"):
            canvas.drawRightString(150, top, title)
            for row in range(2):
                y = top - 20 - 42 * row
                if title != "Skills":
                    canvas.drawRightString(160, y, "May 2015 to September")
                    canvas.drawRightString(160, y - 14, "2019")
                canvas.drawString(175, y, f"{title} entry {row}")
                canvas.drawString(175, y - 14, "A line about it")
                canvas.drawString(175, y - 28, "and another one")
            top -= 130

    text = text_of(page).replace("\n\n", "\n")
    assert "Experience\nMay 2015 to September 2019    Experience entry 0\nA line about it\nand another one" in text
    assert "Skills\nSkills entry 0\nA line about it" in text


def test_a_table_of_two_rows_is_known_by_its_head() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 800, "ACADEMIC QUALIFICATIONS:")
        rows = (("Course", "Institution", "Year", "Marks"), ("MBA (Marketing)", "Symbiosis, Pune", "2013", "71"))
        for index, row in enumerate(rows):
            canvas.setFont("Helvetica-Bold" if index == 0 else "Helvetica", 10)
            for column, cell in enumerate(row):
                canvas.drawString(60 + 130 * column, 780 - 14 * index, cell)

    assert "Course    Institution    Year    Marks\nMBA (Marketing)    Symbiosis, Pune    2013    71" in text_of(page)


def test_an_address_block_beside_the_name_follows_it() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 22)
        canvas.drawString(60, 780, "Anita Rao")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 758, "Backend Engineer")
        for row, text in enumerate(("anita.rao@example.com", "+91 98450 12345", "Bengaluru")):
            canvas.drawRightString(540, 786 - 13 * row, text)
        entry(canvas, 700, "Senior Engineer, Acme", "Jan 2021 – Present")
        entry(canvas, 630, "Engineer, Globex", "2018 – 2020")

    assert text_of(page).startswith(
        "Anita Rao\nBackend Engineer\nanita.rao@example.com\n+91 98450 12345\nBengaluru\n\nSenior Engineer, Acme    Jan"
    )


def test_what_was_filled_into_a_form_is_read() -> None:
    def page(canvas: Canvas) -> None:
        lines("Application for the post of an engineer", "Name:")(canvas)
        canvas.acroForm.textfield(name="name", value="Anita Rao", x=120, y=760, width=200, height=16, fontSize=10)

    assert "Anita Rao" in text_of(page)


def test_accents_drawn_before_their_letters_are_put_on_them() -> None:
    assert read_document("M¨uller, Caf´e, ˚Angstr¨om, 5ˆ2, a ´ b".encode(), name="cv.txt").text == (
        "Müller, Café, Ångström, 5ˆ2, a ´ b"
    )
