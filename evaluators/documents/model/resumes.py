"""What a model read in a résumé, laid over what the rules read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from evaluators.documents.model.bearing import Bearing
from evaluators.documents.model.shapes import ModelResume, ReadClaim, ReadEducation, ReadEmployment, ReadProject
from evaluators.documents.skills import canonical
from schema.documents import ClaimTrigger, Education, Employment, Pointer, Project, ResumeExtract, Span

MOST_CLAIMS = 40
Entry = TypeVar("Entry", Employment, Education, Project)
Spans = dict[Pointer, Span]


def merge_resume(rules: ResumeExtract, said: ModelResume, bearing: Bearing) -> ResumeExtract:
    """The rules' extract with what the text bears out of the model's: gaps filled, entries and items added.

    Where both read a value, the rules' stands: it is a piece of the text for certain.
    """
    spans = dict(rules.spans)
    values: dict[str, object] = {}
    for name in ("name", "email", "phone"):
        found = bearing.words(getattr(said, name))
        if found is not None and getattr(rules, name) is None:
            values[name], spans[f"/{name}"] = found
    work = _entries("work_history", rules.work_history, map(_employment(bearing), said.work_history), _same_job, spans)
    values["work_history"] = work
    schools = map(_education(bearing), said.education)
    values["education"] = _entries("education", rules.education, schools, _same_school, spans)
    projects = map(_project(bearing), said.projects)
    values["projects"] = _entries("projects", rules.projects, projects, _same_project, spans)
    values["links"] = _items("links", rules.links, bearing.all(said.links), spans, str.casefold)
    skills = [found for skill in said.skills if (found := bearing.words(skill.text)) is not None]
    values["skills"] = _items("skills", rules.skills, skills, spans, _skill_key)
    metrics = [found for found in bearing.all(said.metrics) if any(letter.isdigit() for letter in found[0])]
    values["metrics"] = _items("metrics", rules.metrics, metrics, spans, str.casefold)
    values["claim_triggers"] = _claims(rules.claim_triggers, said.claims, bearing)
    values["gaps"] = tuple(gap for gap in rules.gaps if not any(_covers(job, gap.start, gap.end) for job in work))
    return rules.model_copy(update={**values, "spans": spans})


# ------------------------------------------------------------------ entries, each proved by its own evidence

Proved = tuple[Entry, Spans] | None  # spans by the field's name


def _employment(bearing: Bearing) -> Callable[[ReadEmployment], tuple[Employment, Spans] | None]:
    def proved(said: ReadEmployment) -> tuple[Employment, Spans] | None:
        within = _evidence(said.evidence, bearing)
        if within is None:
            return None
        values, spans = _fields(said, ("company", "title", "location"), within, bearing)
        if not values.get("company") and not values.get("title"):
            return None
        bullets = tuple(text for text, _ in bearing.all(said.bullets))
        start, end = bearing.date(said.start, within), bearing.date(said.end, within)
        return Employment(**values, start=start, end=end, bullets=bullets), spans

    return proved


def _education(bearing: Bearing) -> Callable[[ReadEducation], tuple[Education, Spans] | None]:
    def proved(said: ReadEducation) -> tuple[Education, Spans] | None:
        within = _evidence(said.evidence, bearing)
        if within is None:
            return None
        values, spans = _fields(said, ("institution", "degree", "field"), within, bearing)
        if not values.get("institution") and not values.get("degree"):
            return None
        start, end = bearing.date(said.start, within), bearing.date(said.end, within)
        return Education(**values, start=start, end=end), spans

    return proved


def _project(bearing: Bearing) -> Callable[[ReadProject], tuple[Project, Spans] | None]:
    def proved(said: ReadProject) -> tuple[Project, Spans] | None:
        within = _evidence(said.evidence, bearing)
        name = bearing.words(said.name, within) if within is not None else None
        if within is None or name is None:
            return None
        bullets = tuple(text for text, _ in bearing.all(said.bullets))
        start, end = bearing.date(said.start, within), bearing.date(said.end, within)
        return Project(name=name[0], start=start, end=end, bullets=bullets), {"name": name[1]}

    return proved


def _evidence(said: str, bearing: Bearing) -> Span | None:
    found = bearing.words(said)
    if found is None and not said.strip():
        bearing.dropped += 1  # an entry without any evidence
    return found[1] if found is not None else None


def _fields(
    said: ReadEmployment | ReadEducation, names: Iterable[str], within: Span, bearing: Bearing
) -> tuple[dict[str, str], Spans]:
    values: dict[str, str] = {}
    spans: Spans = {}
    for name in names:
        if (found := bearing.words(getattr(said, name), within)) is not None:
            values[name], spans[name] = found
    return values, spans


# ------------------------------------------------------------------ merging


def _entries(
    place: str,
    mine: Sequence[Entry],
    proved: Iterable[tuple[Entry, Spans] | None],
    same: Callable[[Entry, Entry], bool],
    spans: Spans,
) -> tuple[Entry, ...]:
    """The rules' entries with empty fields filled in, and after them those that the rules did not see."""
    result = list(mine)
    for entry, places in (found for found in proved if found is not None):
        index = next((n for n, one in enumerate(result) if same(one, entry)), None)
        if index is None:
            index, empty = len(result), set(type(entry).model_fields)
            result.append(entry)
        else:
            empty = {name for name, value in result[index] if value in (None, ())}
            result[index] = result[index].model_copy(update={name: getattr(entry, name) for name in empty})
        spans |= {f"/{place}/{index}/{name}": span for name, span in places.items() if name in empty}
    return tuple(result)


def _alike(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    a, b = one.casefold(), other.casefold()
    return a in b or b in a


def _same_job(one: Employment, other: Employment) -> bool:
    """The same stay: one employer or one title at one time, or the two told apart wrongly by either reader."""
    at_once = one.start is None or other.start is None or one.start[:4] == other.start[:4]
    swapped = _alike(one.company, other.title) or _alike(one.title, other.company)
    return at_once and (_alike(one.company, other.company) or _alike(one.title, other.title) or swapped)


def _same_school(one: Education, other: Education) -> bool:
    if one.degree is not None and other.degree is not None and not _alike(one.degree, other.degree):
        return False
    return _alike(one.institution, other.institution) or (
        _alike(one.degree, other.degree) and (one.institution is None or other.institution is None)
    )


def _same_project(one: Project, other: Project) -> bool:
    return _alike(one.name, other.name)


def _items(
    place: str, mine: Sequence[str], found: Iterable[tuple[str, Span]], spans: Spans, key: Callable[[str], str]
) -> tuple[str, ...]:
    result, known = list(mine), {key(item) for item in mine}
    for text, span in found:
        if key(text) not in known:
            known.add(key(text))
            spans[f"/{place}/{len(result)}"] = span
            result.append(text)
    return tuple(result)


def _skill_key(name: str) -> str:
    return (canonical(name) or name).casefold()


def _claims(mine: Sequence[ClaimTrigger], said: Sequence[ReadClaim], bearing: Bearing) -> tuple[ClaimTrigger, ...]:
    result = list(mine)
    for claim in said:
        found = bearing.words(claim.text)
        if found is not None and not any(found[0].casefold() in one.text.casefold() for one in result):
            result.append(ClaimTrigger(kind=claim.kind, text=found[0], span=found[1]))
    return tuple(result[:MOST_CLAIMS])


def _covers(job: Employment, start: str, end: str) -> bool:
    """Whether a stay spans a gap that the rules saw without it."""
    if job.start is None or job.end is None:
        return False
    return job.start <= start and (job.end == "present" or job.end >= end)
