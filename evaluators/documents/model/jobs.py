"""What a model read in a job description, laid over what the rules read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evaluators.documents.model.bearing import Bearing
from evaluators.documents.model.shapes import ModelJob, ReadJobSkill
from evaluators.documents.skills import canonical
from schema.documents import JobExtract, Pointer, SkillSpan, Span

LISTS = ("responsibilities", "must_have", "nice_to_have", "seniority_signal")


def merge_job(rules: JobExtract, said: ModelJob, bearing: Bearing) -> JobExtract:
    """The rules' extract with every item of the model that the text bears out and that it lacks."""
    spans = dict(rules.spans)
    values: dict[str, object] = {}
    for name in ("title", "company"):
        found = bearing.words(getattr(said, name))
        if found is not None and getattr(rules, name) is None:
            values[name], spans[f"/{name}"] = found
    for name in LISTS:
        values[name] = _joined(name, getattr(rules, name), bearing.all(getattr(said, name)), rules, spans)
    values["keywords"] = _keywords(rules.keywords, bearing.all(said.keywords))
    values["skills"] = _skills(rules.skills, said.skills, bearing)
    return rules.model_copy(update={**values, "spans": spans})


def _joined(
    name: str,
    mine: Sequence[str],
    found: Iterable[tuple[str, Span]],
    rules: JobExtract,
    spans: dict[Pointer, Span],
) -> tuple[str, ...]:
    """A list of the rules, and after it what it does not hold yet anywhere: an item stands in one list only."""
    result = list(mine)
    others = [item for other in LISTS for item in getattr(rules, other)]
    for text, span in found:
        if not any(_says(item, text) for item in (*others, *result)):
            spans[f"/{name}/{len(result)}"] = span
            result.append(text)
    return tuple(result)


def _says(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _keywords(mine: Sequence[str], found: Iterable[tuple[str, Span]]) -> tuple[str, ...]:
    """Keywords are names of the vocabulary."""
    names = (canonical(text) for text, _ in found)
    return tuple(dict.fromkeys([*mine, *(name for name in names if name is not None)]))


def _skills(mine: Sequence[SkillSpan], said: Sequence[ReadJobSkill], bearing: Bearing) -> tuple[SkillSpan, ...]:
    result = list(mine)
    for skill in said:
        found = bearing.words(skill.text)
        if found is None or any(one.start < found[1].end and found[1].start < one.end for one in result):
            continue
        result.append(SkillSpan(text=found[0], start=found[1].start, end=found[1].end, kind=skill.kind))
    return tuple(sorted(result, key=lambda one: one.start))
