"""Measures the résumé reader against the data that résumés were made from, and prints a table.

    python -m tests.evaluators.documents.resume.measure [FOLDER ...] [-v]

FOLDER: PDF, DOCX or text files, each beside the YAML or JSON of the same name that it was made from. Without one: our
own layouts, generated, and ../shared/data/resumes where it is. -v names what was missed, misplaced or invented.

recall: share of the truth's values that the extract has, equal up to case, space and punctuation. Dates: start and end
of each position, found by its employer and title. misplaced: employers, titles, schools, degrees, names of projects and
persons that the truth has nowhere as such. invented: any value whose words the source does not have at all.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evaluators.documents.files import read_document
from evaluators.documents.resume import extract_resume
from schema.documents import ResumeExtract
from tests.evaluators.documents.resume.truth import TrueJob, Truth, truth_of

FIELDS = ("name", "email", "phone", "employers", "titles", "dates", "skills", "degrees", "schools", "projects")
SHARED = Path(__file__).parents[5] / "shared" / "data" / "resumes"


@dataclass
class Score:
    """Of one document: by field, how many values the truth has and how many were found."""

    of: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __iadd__(self, other: Score) -> Score:
        self.of.update(other.of)
        self.found.update(other.found)
        self.missed += other.missed
        self.misplaced += other.misplaced
        self.invented += other.invented
        return self

    def recall(self, name: str) -> float | None:
        return self.found[name] / self.of[name] if self.of[name] else None

    def count(self, name: str, wanted: Iterable[str | None], got: Iterable[str | None]) -> None:
        left = Counter(same(item) for item in got if item)
        for item in wanted:
            if item is None:
                continue
            self.of[name] += 1
            if left[same(item)] > 0:
                left[same(item)] -= 1
                self.found[name] += 1
            else:
                self.missed.append(f"{name}: {item}")


def score(extract: ResumeExtract, truth: Truth) -> Score:
    """How much of the truth an extract has, and what it has that the truth has not."""
    result = Score()
    result.count("name", [truth.name], [extract.name])
    result.count("email", [truth.email], [extract.email])
    result.count("phone", [_digits(truth.phone)], [_digits(extract.phone)])
    result.count("employers", [job.company for job in truth.jobs], [job.company for job in extract.work_history])
    result.count("titles", [job.title for job in truth.jobs], [job.title for job in extract.work_history])
    result.count("dates", _true_dates(truth.jobs), _dates(extract))
    result.count("skills", dict.fromkeys(truth.skills), extract.skills)
    result.count(
        "degrees", [school.degree for school in truth.schools], [school.degree for school in extract.education]
    )
    result.count(
        "schools", [school.institution for school in truth.schools], [s.institution for s in extract.education]
    )
    result.count("projects", truth.projects, [project.name for project in extract.projects])
    result.misplaced += _misplaced(extract, truth)
    everything = same(truth.everything)
    result.invented += [f"{where}: {value}" for where, value in _values(extract) if same(value) not in everything]
    return result


def same(text: str) -> str:
    """Letters and digits only, in lower case, to compare values."""
    return re.sub(
        r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold().replace("+", "plus").replace("#", "sharp")
    )


def _digits(phone: str | None) -> str | None:
    """The last eight digits: national and international forms of one number are the same."""
    digits = re.sub(r"\D", "", phone or "")
    return digits[-8:] if digits else None


def _true_dates(jobs: Iterable[TrueJob]) -> list[str]:
    return [
        f"{job.company} {job.title} {way} {date}"
        for job in jobs
        for way, date in (("s", job.start), ("e", job.end))
        if date
    ]


def _dates(extract: ResumeExtract) -> list[str]:
    return [
        f"{job.company} {job.title} {way} {date}"
        for job in extract.work_history
        for way, date in (("s", job.start), ("e", job.end))
        if date
    ]


def _misplaced(extract: ResumeExtract, truth: Truth) -> Iterator[str]:
    named = (
        ("name", [extract.name], [truth.name]),
        ("employers", [job.company for job in extract.work_history], [job.company for job in truth.jobs]),
        ("titles", [job.title for job in extract.work_history], [job.title for job in truth.jobs]),
        ("schools", [s.institution for s in extract.education], [school.institution for school in truth.schools]),
        ("degrees", [s.degree for s in extract.education], [school.degree for school in truth.schools]),
        ("projects", [project.name for project in extract.projects], truth.projects),
    )
    for name, got, wanted in named:
        left = Counter(same(item) for item in wanted if item)
        for item in got:
            if item and left[same(item)] <= 0:
                yield f"{name}: {item}"
            elif item:
                left[same(item)] -= 1


def _values(extract: ResumeExtract) -> Iterator[tuple[str, str]]:
    yield from ((where, value) for where, value in (("name", extract.name), ("email", extract.email)) if value)
    yield from (("skill", value) for value in extract.skills)
    yield from (("metric", value) for value in extract.metrics)
    for job in extract.work_history:
        yield from (("job", value) for value in (job.company, job.title, job.location, *job.bullets) if value)
    for school in extract.education:
        yield from (("school", value) for value in (school.institution, school.degree, school.field) if value)
    for project in extract.projects:
        yield from (("project", value) for value in (project.name, *project.bullets))


def measure(folder: Path) -> dict[str, Score]:
    """The scores of every document in a folder that has its truth beside it, by file name."""
    scores: dict[str, Score] = {}
    for path in sorted(folder.iterdir()):
        truth = next((path.with_suffix(s) for s in (".yaml", ".json") if path.with_suffix(s).exists()), None)
        if path.suffix in (".pdf", ".docx", ".txt", ".md") and truth is not None:
            document = read_document(path.read_bytes(), name=path.name)
            before = time.perf_counter()
            extract = extract_resume(document.text, document.lines)
            seconds = time.perf_counter() - before
            scores[path.name] = score(extract, truth_of(truth))
            scores[path.name].seconds = seconds
    return scores


def table(scores: dict[str, Score]) -> str:
    """One line a document, and the sum."""
    width = max([len(name) for name in scores] + [8])
    lines = [f"{'':{width}} " + " ".join(f"{name[:9]:>9}" for name in FIELDS) + "  misplaced invented    ms"]
    total = Score()
    for name, item in [*scores.items(), ("all", total)]:
        cells = (("        –" if (recall := item.recall(key)) is None else f"{recall:9.2f}") for key in FIELDS)
        lines.append(
            f"{name:{width}} {' '.join(cells)}  {len(item.misplaced):9} {len(item.invented):8}"
            f" {item.seconds * 1000:5.0f}"
        )
        if item is not total:
            total += item
            total.seconds = max(total.seconds, item.seconds)
    return "\n".join(lines)


def main(words: list[str]) -> int:
    folders = [Path(word) for word in words if not word.startswith("-")]
    with tempfile.TemporaryDirectory() as made:
        if not folders:
            from tests.evaluators.documents.resume.layouts import write_all

            write_all(Path(made))
            folders = [Path(made), *([SHARED] if SHARED.is_dir() else [])]
        for folder in folders:
            scores = measure(folder)
            print(f"\n{folder if folder != Path(made) else 'our own layouts'}\n{table(scores)}")
            if "-v" in words:
                for name, item in scores.items():
                    for kind in ("missed", "misplaced", "invented"):
                        for value in getattr(item, kind):
                            print(f"  {name}: {kind} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
