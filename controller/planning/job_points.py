"""What a job description asks for, point by point: must-haves, duties, and what would be nice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from controller.planning.credentials import is_credential
from controller.planning.mentions import names, slug, spelt_out, words_of
from controller.planning.phrases import cleaned, name_of
from controller.planning.requirements import requirement_phrase, theme
from schema.documents import JobExtract
from schema.plan import CoverageItem
from schema.vocabulary import SkillCategory
from seeds.skills import load_skills

MAX_MUSTS, MAX_DUTIES, MAX_NICE = 10, 8, 4
MAX_SKILLS_A_LINE = 3  # one question can't ask about more
MAX_LINE_CHARS = 600
MUST_WEIGHT, LATER = 3.0, 0.94  # each further must-have counts a little less: advertisements name the main ones first
DUTY_WEIGHT, NICE_WEIGHT = 1.1, 0.5
SOFT_SHARE = 0.6  # every advertisement asks for communication, and every answer shows it
# Soft skills, and the rubric dimension in which a behavioural question shows each.
_SOFT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (dimension, re.compile(rf"\b(?:{cue})", re.IGNORECASE))
    for dimension, cue in (
        ("communication", "communicat|presentation|verbal|written|articulate|interpersonal|listen"),
        ("collaboration", "team[ -]?player|teamwork|collaborat|cross[ -]functional|people skills|relationship"),
        ("problem_solving", "analytical|problem[ -]solving|critical thinking|troubleshoot"),
        ("structured_thinking", "organi[sz]|time management|prioriti|multi-?task"),
        ("execution", "attention to detail|detail[ -]oriented|deadline|accura"),
        ("initiative", "self[ -]|initiative|proactiv|ownership|independent|entrepreneur"),
        ("growth", "learn|curio|adapt|growth|flexib"),
    )
)


class PointKind(StrEnum):
    MUST = "must"
    DUTY = "duty"
    NICE = "nice"


@dataclass(frozen=True, slots=True)
class JobPoint:
    """One line of the advertisement. `skills` are the vocabulary's names that stand in it."""

    kind: PointKind
    phrase: str  # fit after "the job asks for"
    line: str
    skills: tuple[str, ...]
    items: tuple[CoverageItem, ...]
    weight: float
    looks_like: str = ""  # the rubric dimension that a soft skill shows in; empty for anything else

    @property
    def is_soft(self) -> bool:
        """Whether it is about how someone works rather than about what they can do."""
        return bool(self.looks_like)

    @property
    def subject(self) -> str:
        """What it is about in few words."""
        return theme(self.phrase)


def job_points(job: JobExtract | None, craft: float = 1.0) -> tuple[JobPoint, ...]:
    """The points of a job description, the must-haves first. Empty without one. `craft`: what hard skills count."""
    if job is None:
        return ()
    keywords = tuple(dict.fromkeys(name for keyword in job.keywords if (name := name_of(keyword))))
    points: list[JobPoint] = []
    seen: set[str] = set()
    for kind, lines, most, weight in (
        (PointKind.MUST, job.must_have, MAX_MUSTS, MUST_WEIGHT),
        (PointKind.DUTY, job.responsibilities, MAX_DUTIES, DUTY_WEIGHT),
        (PointKind.NICE, job.nice_to_have, MAX_NICE, NICE_WEIGHT),
    ):
        found = (_point(kind, line, keywords) for line in lines[: 3 * most])
        for point in _distinct((point for point in found if point), seen)[:most]:
            points.append(_weighed(point, weight * (SOFT_SHARE if point.is_soft else craft)))
            weight *= LATER
    return tuple(points)


def _point(kind: PointKind, line: str, keywords: Sequence[str]) -> JobPoint | None:
    line = line[:MAX_LINE_CHARS]
    words = words_of(line)
    skills = tuple(keyword for keyword in keywords if names(words, keyword))
    firsts = frozenset(part for keyword in keywords for part in keyword.lower().split()[:1])
    phrase = requirement_phrase(line, firsts)
    if phrase is None and skills and cleaned(line):
        phrase = " and ".join(skills[:2])
    if phrase is None:
        return None
    if is_credential(phrase, skills):
        return None
    for skill in skills:
        phrase = spelt_out(phrase, skill)
    spoken = words_of(phrase)
    # the skills that the spoken words name come first, longer names before the shorter ones that they contain
    skills = tuple(sorted(_longest(skills), key=lambda name: not names(spoken, name)))[:MAX_SKILLS_A_LINE]
    return JobPoint(kind, phrase, line, skills, (), 0.0, _soft_dimension(phrase, skills))


def _soft_dimension(phrase: str, skills: Sequence[str]) -> str:
    known = load_skills() if skills else {}
    if any(name not in known or known[name].category is not SkillCategory.SOFT_SKILL for name in skills):
        return ""
    return next((dimension for dimension, cue in _SOFT if cue.search(phrase)), "")


def _longest(skills: Sequence[str]) -> list[str]:
    """Without names that another one contains: "machine learning engineering" and not "machine learning" too."""
    return [name for name in skills if not any(name != other and names(words_of(other), name) for other in skills)]


def _distinct(points: Iterable[JobPoint], seen: set[str]) -> list[JobPoint]:
    kept: list[JobPoint] = []
    for point in points:
        keys = {slug(name) for name in point.skills} or {slug(point.subject)}
        if not keys - seen:
            continue
        seen |= keys
        kept.append(point)
    return kept


def _weighed(point: JobPoint, weight: float) -> JobPoint:
    """The point with what is to be learnt of it: each of its skills, or the whole where it names none."""
    texts = point.skills or (point.subject,)
    share = weight / len(texts) ** 0.5  # two skills of one line count more than one, and less than twice
    items = tuple(
        CoverageItem(id=f"{point.kind}:{slug(text)}", kind="requirement", text=said(text), weight=round(share, 3))
        for text in texts
    )
    return replace(point, items=items, weight=weight)


def said(name: str) -> str:
    """A skill's name inside a sentence: "Distributed systems" loses its capital, "Apache Kafka" keeps both."""
    first, *rest = name.split()
    common = rest and all(word.islower() for word in rest)
    skill = load_skills().get(name)
    soft = skill is not None and skill.category is SkillCategory.SOFT_SKILL
    return f"{first.lower()} {' '.join(rest)}".strip() if first[1:].islower() and (common or soft) else name


def close_lines(job: JobExtract | None) -> tuple[str, ...]:
    """Lines of the advertisement that may answer the candidate's own questions, in its own words."""
    if job is None:
        return ()
    lines = (cleaned(line[:MAX_LINE_CHARS]) for line in (*job.responsibilities, *job.must_have, *job.nice_to_have))
    return tuple(dict.fromkeys(line for line in lines if line and len(line.split()) <= 30))[:12]
