"""Prints people's résumés in many layouts, as PDF, DOCX and text, each with its truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import yaml

from tests.evaluators.documents.resume import layouts_docx, layouts_pdf, layouts_text
from tests.evaluators.documents.resume.people import Person, in_latin, in_years, people

Layout = Callable[[Person], bytes]
LAYOUTS: dict[str, tuple[str, Layout]] = {
    **{name: (".pdf", layout) for name, layout in layouts_pdf.LAYOUTS.items()},
    **{name: (".docx", layout) for name, layout in layouts_docx.LAYOUTS.items()},
    **{name: (suffix, layout) for name, (suffix, layout) in layouts_text.LAYOUTS.items()},
}
YEARS_ONLY = frozenset({"pdf_years"})


def as_printed(person: Person, layout: str) -> Person:
    """The person as that layout can print them: with its letters and its dates."""
    if layout.startswith("pdf"):
        person = in_latin(person)
    return in_years(person) if layout in YEARS_ONLY else person


def printed(layout: str) -> Iterator[tuple[Person, str, bytes]]:
    """Everybody's résumé in one layout: the person, the file's ending and its bytes."""
    suffix, draw = LAYOUTS[layout]
    for person in people().values():
        shown = as_printed(person, layout)
        yield shown, suffix, draw(shown)


def write_all(folder: Path) -> None:
    """Every person in every layout, each beside its truth."""
    for layout in LAYOUTS:
        for person, suffix, data in printed(layout):
            (folder / f"{layout}_{person.key}{suffix}").write_bytes(data)
            (folder / f"{layout}_{person.key}.yaml").write_text(yaml.safe_dump(_source(person), allow_unicode=True))


def _source(person: Person) -> dict[str, object]:
    """The person as a YAML file of `people` says it."""
    data = asdict(person)
    del data["truth"], data["key"]
    data["skills"] = {label: list(skills) for label, skills in person.skills.items()}
    data["education"] = [{key: value for key, value in school.items() if value} for school in data["education"]]
    plain: dict[str, object] = yaml.safe_load(yaml.safe_dump(_lists(data)))
    return plain


def _lists(value: object) -> object:
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    return [_lists(item) for item in value] if isinstance(value, list | tuple) else value
