"""Tables and calendar files: what goes out comes in again, nothing runs in a spreadsheet, and bad rows are named."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.vocabulary import JobStatus
from server.jobs.calendar import Appointment, calendar_file
from server.jobs.tabular import COLUMNS, MAX_ROWS, read_table, write_table

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=40)


@given(
    notes=TEXT,
    role=TEXT.map(str.strip).filter(bool),
    description=st.sampled_from(["=1+1", "'=x", "''-", "-a", "+", "@b", "\t="]),
)
def test_what_is_written_is_read_again(notes: str, role: str, description: str) -> None:
    written = write_table([{"role": role, "notes": notes, "description": description, "status": "applied"}])
    table = read_table(written)
    assert table.errors == ()
    row = table.rows[0]
    assert (row.role, row.notes, row.description, row.status) == (role, notes, description, JobStatus.APPLIED)


@given(st.lists(TEXT, min_size=len(COLUMNS), max_size=len(COLUMNS)))
def test_no_cell_begins_a_formula(cells: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(write_table([dict(zip(COLUMNS, cells, strict=True))]), newline="")))
    assert not [cell for cell in rows[1] if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_rows_that_cannot_be_read_are_named_and_the_others_come_in() -> None:
    table = read_table(
        "\ufeffJob Title;Employer;Stage;Apply by;Link;Interview date\n"
        "Engineer;Finlo;Interview;2026-05-31;https://a.example.org;2026-05-04T09:30+05:30\n"
        ";Nobody;;;;\n"
        "Analyst;;dreaming;;;\n"
        "Designer;;;31/05/26;;\n"
        "Writer;;;;ftp://x;\n"
        "\n"
        "Cook;;;;;someday\n"
        "Seller;;;;;\n"
    )
    assert [(error.row, error.column) for error in table.errors] == [
        *((3, "role"), (4, "status"), (5, "deadline"), (6, "url"), (8, "next_interview"))
    ]
    first, last = table.rows
    assert (first.company, first.status, first.deadline) == ("Finlo", JobStatus.INTERVIEWING, date(2026, 5, 31))
    assert first.next_interview == datetime(2026, 5, 4, 4, 0, tzinfo=UTC)
    assert (last.row, last.role, last.status) == (9, "Seller", JobStatus.SAVED)


@pytest.mark.parametrize("text", ["", "company,notes\nFinlo,x\n", "\0\0"])
def test_a_table_without_roles_says_which_column_is_needed(text: str) -> None:
    table = read_table(text)
    assert (table.rows, table.errors[0].row) == ((), 1)


def test_a_very_long_table_is_read_to_its_limit() -> None:
    table = read_table("role\n" + "Engineer\n" * (MAX_ROWS + 5))
    assert (len(table.rows), len(table.errors)) == (MAX_ROWS, 1)


# ------------------------------------------------------------------ calendar

APPOINTMENT = Appointment(
    job_id=UUID("4f0f6a52-6e0c-4f6e-a1f5-0c1d6f0f7b11"),
    at=datetime(2026, 5, 4, 9, 30, tzinfo=UTC),
    role_title="Engineer; platform, core",
    company="Zürich & Söhne",
    url="https://a.example.org/42",
    notes="Ask for Asha.\nBEGIN:VALARM\r\nBack\\slash " + "ü" * 90,
    changed_at=datetime(2026, 4, 20, 8, 0, tzinfo=UTC),
)


def test_the_calendar_entry_is_as_the_standard_wants_it() -> None:
    text = calendar_file(APPOINTMENT)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    lines = text.replace("\r\n ", "").split("\r\n")
    assert "DTSTART:20260504T093000Z" in lines
    assert "SUMMARY:Interview: Engineer\\; platform\\, core at Zürich & Söhne" in lines
    assert "DESCRIPTION:Ask for Asha.\\nBEGIN:VALARM\\nBack\\\\slash " + "ü" * 90 in lines
    assert (lines.count("BEGIN:VALARM"), lines.count("TRIGGER:-PT1H")) == (1, 1)
    assert "UID:4f0f6a52-6e0c-4f6e-a1f5-0c1d6f0f7b11@interview-practice-lab" in lines
